import ArgumentParser
import Veil

struct TypesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "types",
    abstract: "Lists every entity type.",
    discussion: """
      With its class (pii: personal, oii: organisational), country, validator and an example.

        veil types
        veil types --oii
      """)

  @Flag(help: "Only personal data, unless --oii is given too.")
  var pii = false

  @Flag(help: "Only organisational data, unless --pii is given too.")
  var oii = false

  func run() throws {
    let types = Catalogue.types.filter { pii == oii || $0.entityClass == (pii ? .pii : .oii) }.sorted {
      $0.type < $1.type
    }
    var rows = [["TYPE", "CLASS", "COUNTRY", "VALIDATOR", "WHAT IT IS", "EXAMPLE"]]
    for type in types {
      rows.append([
        type.type.name, type.entityClass.rawValue, type.country ?? "–", type.validator?.rawValue ?? "–", type.title,
        type.example,
      ])
    }
    let output = try Output(Output.standard)
    for line in aligned(rows) { output.pending += "\(line)\n".utf8 }
    try output.commit()
  }
}
