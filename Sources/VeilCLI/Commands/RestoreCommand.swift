import ArgumentParser
import Veil

struct RestoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Puts the originals back.",
    discussion: """
      Placeholders are recognised in the forms that language models make of them: other case and brackets, escapes, \
      markup inside. One that the vault does not know stays as it is.

        veil restore answer.txt --vault notes.vault
        veil restore safe/ --vault letters.vault -o letters/
        curl … | veil restore --escape json --vault notes.vault
      """)

  @OptionGroup var options: RunOptions

  @Option(help: "File that `veil pseudonymize` made.", completion: .file())
  var vault: String

  @Option(name: .shortAndLong, help: "File or folder for the results instead of standard output.", completion: .file())
  var output: String?

  @Option(help: "JSON object of originals and what stands for them.", completion: .file(extensions: ["json"]))
  var mapping: String?

  @Option(help: "Where values land: none, or inside a json string, html or a url; they are escaped for it.")
  var escape: Escape = .none

  enum Escape: String, ExpressibleByArgument, CaseIterable {
    case none, json, html, url

    var escaping: Escaping {
      switch self {
      case .none: .none
      case .json: .json
      case .html: .html
      case .url: .url
      }
    }
  }

  func run() async throws {
    let saved = try VaultStore.read(vault, mapping: try mapping.map(readMapping))
    let inputs = try inputPaths(options.files, excluding: [output, vault])
    TemporaryName.removeWhenInterrupted()
    let outputs = try Outputs(output, arguments: options.files, inputs: inputs, vault: vault)
    let report: RestorationReport
    let result: RunResult
    if options.jsonl {
      let treatment = LineRestoring(
        saved.vault, outputs, escaping: escape.escaping, field: options.fieldName, style: saved.style)
      result = try await options.run(treatment, inputs)
      report = treatment.report
    } else {
      let treatment = TextRestoring(saved.vault, outputs, escaping: escape.escaping)
      result = try await options.run(treatment, inputs)
      report = treatment.report
    }
    try outputs.finish()
    if !options.quiet { summarize(report, result) }
    try result.check()
  }

  private func summarize(_ report: RestorationReport, _ result: RunResult) {
    var counts: [EntityType: Int] = [:]
    for (placeholder, count) in report.restored { counts[placeholder.type, default: 0] += count }
    for row in rows(counts) { note(row) }
    for (placeholder, count) in report.unknown.sorted(by: { $0.key < $1.key }).prefix(20) {
      note("\(placeholder) is not in the vault: left as it is, \(count) times")
    }
    for (type, count) in report.unnumbered.sorted(by: { $0.key < $1.key }) {
      note("\(type) without a number: left as it is, \(count) times")
    }
    note(result.summary("\(counted(report.restoredCount, "placeholder")) restored"))
  }
}
