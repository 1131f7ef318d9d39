import ArgumentParser
import Corpora
import Foundation

struct CorporaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "corpora", abstract: "Writes the generated corpora, one file each.",
    discussion: "The same bytes for the same size and seed, on every machine.")

  @Option(help: "The folder to write to; made if missing.") var output: String
  @Option(help: "Bytes of each corpus.") var size = 8 << 20
  @Option(help: "Another seed gives other text of the same kind.") var seed = Corpus.defaultSeed
  @Argument(help: "Corpora by name; all of them by default.") var names: [String] = []

  func validate() throws {
    for name in names where Corpus(rawValue: name) == nil {
      throw ValidationError("no corpus '\(name)'; there are \(Corpus.allCases.map(\.rawValue).joined(separator: ", "))")
    }
  }

  func run() throws {
    let folder = URL(fileURLWithPath: output, isDirectory: true)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for corpus in Corpus.allCases where names.isEmpty || names.contains(corpus.rawValue) {
      try Data(corpus.bytes(size, seed: seed)).write(to: folder.appendingPathComponent(corpus.fileName))
    }
  }
}

struct MappingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mapping", abstract: "Writes a list of people and firms, as `worker --task mapping` has it.",
    discussion: "One JSON object, originals to types.")

  @Option(help: "How many.") var entries: Int
  @Option(help: "The file to write.") var output: String

  func run() throws {
    try writeObject(Lists.entries(entries).map { ($0.original, $0.type) }, to: output)
  }
}

struct PlaceholdersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "placeholders",
    abstract: "Writes a text with placeholders and what they stand for, as `worker --task restore` has them.")

  @Option(help: "The text to put them into.") var file: String
  @Option(help: "How many different ones.") var placeholders: Int
  @Option(help: "Only so many bytes of the text.") var bytes: Int?
  @Option(help: "The text to write.") var output: String
  @Option(help: "The dictionary to write: one JSON object, placeholders to originals.") var dictionary: String

  func run() throws {
    let text = PlaceholderText(try Input(file: file, limit: bytes).bytes, count: placeholders)
    try Data(text.bytes).write(to: URL(fileURLWithPath: output))
    try writeObject(text.entries.map { ($0.placeholder, $0.original) }, to: dictionary)
  }
}

/// A JSON object with its members in order. None of the texts needs escaping.
private func writeObject(_ pairs: [(String, String)], to file: String) throws {
  let members = pairs.map { "\"\($0)\": \"\($1)\"" }
  try Data("{\n\(members.joined(separator: ",\n"))\n}\n".utf8).write(to: URL(fileURLWithPath: file))
}
