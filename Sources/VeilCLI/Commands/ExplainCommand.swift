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
      for (name, value) in reasons(explanation) { output.pending += "    \(padded(name, 10)) \(value)\n".utf8 }
      output.pending.append(UInt8(ascii: "\n"))
      try output.flushIfLarge()
    }
    try output.commit()
  }

  private func reasons(_ explanation: Explanation) -> [(String, String)] {
    var rows = [("rule", "\(explanation.finding.rule), base score \(decimals(explanation.baseScore))")]
    rows.append(("validator", explanation.validator?.rawValue ?? "none"))
    for context in explanation.context {
      let words = context.words.prefix(6).joined(separator: ", ") + (context.words.count > 6 ? ", …" : "")
      rows.append(("context", "\(context.weight < 0 ? "−" : "+")\(decimals(abs(context.weight))) for one of: \(words)"))
    }
    if explanation.context.isEmpty { rows.append(("context", "none")) }
    rows += evidence(explanation).map { ("evidence", $0) }
    rows.append(("folding", explanation.disguises.isEmpty ? "none" : explanation.disguises.joined(separator: ", ")))
    for loser in explanation.lost {
      let finding = loser.finding
      rows.append(
        ("won over", "\(finding.type) by \(finding.rule), \(decimals(finding.score)): \(words(loser.reason))"))
    }
    rows.append(("operator", operation(explanation)))
    return rows
  }

  /// A line for what stands around, and one for each word.
  private func evidence(_ explanation: Explanation) -> [String] {
    var lines: [(word: Int?, text: String)] = []
    for evidence in explanation.evidence {
      let weight = evidence.weight.map { "\($0 < 0 ? "−" : "+")\(decimals(abs($0))) " } ?? ""
      let text = weight + evidence.text
      if let place = lines.firstIndex(where: { $0.word == evidence.word }) {
        lines[place].text += "; \(text)"
      } else {
        lines.append((evidence.word, text))
      }
    }
    return lines.map { line in (line.word.map { "word \($0): " } ?? "") + line.text }
  }

  private func words(_ reason: Explanation.Reason) -> String {
    switch reason {
    case .list: "a list of yours beats what is recognised"
    case .validated: "validated beats not validated"
    case .form: "a form of its own beats a guess by the words around"
    case .longer: "longer beats shorter"
    case .score: "higher score"
    case .priority: "higher priority"
    case .order: "alike; the first in order"
    }
  }

  private func operation(_ explanation: Explanation) -> String {
    switch explanation.operator {
    case .placeholder: "placeholder, can be restored"
    case .redact: "redact, cannot be restored"
    case .maskAllButLastFour: "mask, cannot be restored"
    case .keep: "keep, stays as it is"
    }
  }
}
