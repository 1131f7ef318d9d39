import ArgumentParser
import Veil

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Says how each finding came about.",
    discussion: """
      For each: the rule and its score, the validator, context words, what speaks for a name, disguises that were seen \
      through, what it won against, and what happens to it. With --json there is one object for each finding, without \
      its text.

        veil explain notes.txt
        veil explain --json --types NAME,ORG,LOCATION notes.txt
        echo "My card: 4111 1111 1111 1111" | veil explain
      """)

  @Argument(help: "A file; `-` or none means standard input.", completion: .file())
  var file = "-"

  @Flag(help: "One JSON object per finding.")
  var json = false

  @OptionGroup(title: "What is looked for") var engineOptions: EngineOptions

  func run() throws {
    let mapping = try engineOptions.makeMapping()
    let engine = try engineOptions.makeEngine(mapping)
    let input = try Input(file)
    let bytes = try input.readAll(limit: 64 << 20)
    let text = RecentText()
    text.append(bytes[...])
    let output = try Output(Output.standard)
    let explanations: [Explanation]
    do { explanations = try engine.explain(bytes, mapping: mapping) } catch { throw Failure("\(input.name): \(error)") }
    for explanation in explanations {
      if json {
        output.pending += "\(explanation.json)\n".utf8
        try output.flushIfLarge()
        continue
      }
      let range = explanation.finding.range
      text.forget(before: range.lowerBound)
      let (line, column) = text.place(of: range.lowerBound)
      let title = "\(line):\(column)  \(explanation.finding.type)  \(decimals(explanation.finding.score))"
      output.pending += "\(title)  \(shown(text[range]))\n".utf8
      for (name, value) in explanation.reasons { output.pending += "    \(padded(name, 10)) \(value)\n".utf8 }
      output.pending.append(UInt8(ascii: "\n"))
      try output.flushIfLarge()
    }
    try output.commit()
  }
}
