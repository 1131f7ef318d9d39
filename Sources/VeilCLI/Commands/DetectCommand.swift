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

      With --jsonl each line of input, {"id": …, "text": …}, gives one line of output, in the same order: \
      {"id": …, "entities": [{"type": "NAME", "start": 11, "end": 19, "score": 0.97, "rule": "…"}]}.
      """)

  @OptionGroup var options: RunOptions

  @Option(name: .shortAndLong, help: "File for the findings instead of standard output.", completion: .file())
  var output: String?

  @Flag(help: "Exit with 1 when there is any finding.")
  var check = false

  @OptionGroup(title: "What is looked for") var engineOptions: EngineOptions

  func run() async throws {
    let mapping = try engineOptions.makeMapping()
    let engine = try engineOptions.makeEngine(mapping)
    let inputs = try inputPaths(options.files)
    if let output, isFolder(output) { throw Failure("\(output) is a folder; findings go to one file") }
    TemporaryName.removeWhenInterrupted()
    let outputs = try Outputs(shared: output)
    if options.jsonl {
      let treatment = LineDetection(engine, mapping, outputs, field: options.fieldName)
      try await run(treatment, inputs, outputs) { treatment.counts }
    } else {
      let isTable = output == nil && isatty(STDOUT_FILENO) == 1
      let table = isTable ? FindingTable(engine.policy, namesFiles: inputs.count > 1) : nil
      let treatment = TextDetection(engine, mapping, outputs, table: table)
      try await run(treatment, inputs, outputs) { treatment.counts }
    }
  }

  private func run(
    _ treatment: some Treatment, _ inputs: [InputPath], _ outputs: Outputs, counts: () -> [EntityType: Int]
  ) async throws {
    do {
      let result = try await options.run(treatment, inputs)
      try outputs.finish()
      if !options.quiet {
        for row in rows(counts()) { note(row) }
        note(result.summary(counted(counts().values.reduce(0, +), "finding")))
      }
      try result.check()
    } catch let error as SystemError where error.isBrokenPipe {
      // Whoever read the findings has seen enough; the answer to --check stays.
    }
    if check, !counts().isEmpty { throw ExitCode(1) }
  }
}
