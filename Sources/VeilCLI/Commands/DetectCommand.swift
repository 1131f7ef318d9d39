import ArgumentParser
import Glibc
import Veil

struct DetectCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "detect",
    abstract: "Says what is in there.",
    discussion: """
      A table on a terminal, one JSON object per finding in a pipe. Offsets count UTF-8 bytes, ends are exclusive.

        veil detect notes.txt letters/
        veil detect --types EMAIL,PHONE < mail.txt
        veil detect --check --quiet src/ || echo "do not publish"
        veil detect --jsonl --field body < tickets.jsonl
        veil detect --count --policy strict src/

      With --jsonl each line of input, {"id": …, "text": …}, gives one line of output, in the same order: \
      {"id": …, "entities": [{"type": "NAME", "start": 11, "end": 19, "score": 0.97, "rule": "…"}]}. \
      With --count there are no findings but how many there are: for each type, in all and per megabyte, and by which \
      rules; a table on a terminal, a JSON object in a pipe.
      """)

  @OptionGroup var options: RunOptions

  @Option(name: .shortAndLong, help: "File for the findings instead of standard output.", completion: .file())
  var output: String?

  @Flag(help: "Exit with 1 when there is any finding.")
  var check = false

  @Flag(help: "Count the findings of each type instead of listing them.")
  var count = false

  @OptionGroup(title: "What is looked for") var engineOptions: EngineOptions

  func run() async throws {
    let mapping = try engineOptions.makeMapping()
    let engine = try engineOptions.makeEngine(mapping)
    let inputs = try inputPaths(options.files)
    if let output, isFolder(output) { throw Failure("\(output) is a folder; findings go to one file") }
    TemporaryName.removeWhenInterrupted()
    let outputs = try Outputs(shared: output)
    let listed = count ? nil : outputs
    let isTable = output == nil && isatty(STDOUT_FILENO) == 1
    if options.jsonl {
      let treatment = LineDetection(engine, mapping, listed, field: options.fieldName)
      try await run(treatment, inputs, outputs, isTable) { treatment.tally }
    } else {
      let table = isTable && !count ? FindingTable(engine.policy, namesFiles: inputs.count > 1) : nil
      let treatment = TextDetection(engine, mapping, listed, table: table)
      try await run(treatment, inputs, outputs, isTable) { treatment.tally }
    }
  }

  private func run(
    _ treatment: some Treatment, _ inputs: [InputPath], _ outputs: Outputs, _ isTable: Bool, tally: () -> Tally
  ) async throws {
    do {
      let result = try await options.run(treatment, inputs)
      if count {
        let lines = isTable ? tally().table(result.bytes) : tally().json(result.bytes, inputs: result.inputs)
        try outputs.write { output in for line in lines { output += "\(line)\n".utf8 } }
      }
      try outputs.finish()
      if !options.quiet {
        if !count { for row in rows(tally().counts) { note(row) } }
        note(result.summary(counted(tally().total, "finding")))
      }
      try result.check()
    } catch let error as SystemError where error.isBrokenPipe {
      // Whoever read the findings has seen enough; the answer to --check stays.
    }
    if check, !tally().isEmpty { throw ExitCode(1) }
  }
}
