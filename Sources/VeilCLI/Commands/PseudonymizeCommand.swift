import ArgumentParser
import Veil

struct PseudonymizeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pseudonymize",
    abstract: "Puts placeholders in place of what is found.",
    discussion: """
      The vault keeps what placeholders stand for. It is made when it is not there, and goes on numbering when it is. \
      What it needs to hold is on the disk before any text that depends on it becomes visible.

        veil pseudonymize notes.txt --vault notes.vault -o safe.txt
        veil pseudonymize letters/ --vault letters.vault -o safe/
        tail -f app.jsonl | veil pseudonymize --jsonl --field msg --vault app.vault

      A folder becomes a folder with the same files. An output file appears whole or not at all. In a pipe, plain text \
      lags behind by up to a block (64 KiB), because what follows may change what it means; records of JSON Lines \
      leave at once.
      """)

  @OptionGroup var options: RunOptions

  @Option(help: "File with the way back; keep it secret.", completion: .file())
  var vault: String

  @Option(name: .shortAndLong, help: "File or folder for the results instead of standard output.", completion: .file())
  var output: String?

  @OptionGroup(title: "What is looked for") var engineOptions: EngineOptions

  func run() async throws {
    let mapping = try engineOptions.makeMapping()
    let engine = try engineOptions.makeEngine(mapping)
    let inputs = try inputPaths(options.files, excluding: [output, vault])
    TemporaryName.removeWhenInterrupted()
    let store = try VaultStore(vault, mapping: mapping, isQuiet: options.quiet)
    let outputs = try Outputs(output, arguments: options.files, inputs: inputs, vault: vault, beforeVisible: store.save)
    let counts: [EntityType: Int]
    let result: RunResult
    if options.jsonl {
      let treatment = LinePseudonymization(engine, store, outputs, field: options.fieldName)
      result = try await options.run(treatment, inputs)
      counts = treatment.counts
    } else {
      let treatment = TextPseudonymization(engine, store.vault, outputs)
      result = try await options.run(treatment, inputs)
      counts = treatment.counts
    }
    try outputs.finish()
    try store.save()
    if !options.quiet {
      for row in rows(counts) { note(row) }
      note(result.summary(counted(counts.values.reduce(0, +), "finding")))
    }
    try result.check()
  }
}
