import Testing

@testable import Veil

@Suite struct MappingTests {
  @Test func eitherDirection() throws {
    let mapping = try Mapping([
      ("John Doe", "[NAME_1]"), ("<PERSON_1>", "Jane Roe"), ("Project Falcon", "PROJECT"), ("ACME", "ORG"),
      ("NAME", "[ORG_9]"), ("John", "[NAME_1_GIVEN]"),
    ])
    let entries = mapping.entries.map { "\($0.original) \($0.type) \($0.placeholder?.description ?? "-")" }
    #expect(
      entries == [
        "John Doe NAME NAME_1", "Jane Roe PERSON PERSON_1", "Project Falcon PROJECT -", "ACME ORG -", "NAME ORG ORG_9",
        "John NAME NAME_1_GIVEN",
      ])
    #expect(mapping.entries.map(\.brackets) == [.square, .angle, nil, nil, .square, .square])
  }

  @Test(
    arguments: [
      [("John", "Doe")], [("John", "[name_1]")], [("John", "[NAME_01]")], [("John", "(NAME_1)")], [("John", "")],
      [("[NAME_1]", "[NAME_2]")], [("", "[NAME_1]")], [(" \u{200B}", "[NAME_1]")], [("PROJECT", "Project Falcon")],
      [("John", "[NAME_1]"), ("Jane", "[NAME_1]")], [("John", "[NAME_1]"), ("john", "[NAME_2]")],
      [("John", "[NAME_1]"), ("[NAME_2]", "John")], [("John", "NAME"), ("John", "[NAME_2]")],
      [("John", "[NAME_1]"), ("<NAME_1>", "Jane")], [("Jane", "[NAME_2]"), ("John", "[NAME_1_GIVEN]")],
    ] as [[(String, String)]])
  func ambiguousOrMalformed(pairs: [(String, String)]) {
    let error = #expect(throws: VaultError.self) { try Mapping(pairs) }
    guard case .invalidEntry(let position, let reason)? = error else { return #expect(Bool(false)) }
    #expect(position == pairs.count)
    #expect(!reason.contains("John") && !reason.contains("Jane"))
  }

  @Test func exactPlaceholders() throws {
    let mapping = try Mapping([("John Doe", "<NAME_2>"), ("Johnny", "<NAME_2_GIVEN>"), ("Falcon", "PROJECT")])
    let vault = try Vault(mapping: mapping)
    #expect(try vault.issue("Ann Lee") == "[NAME_1]")
    #expect(try vault.issue("Bob Ray") == "[NAME_3]")
    #expect(try vault.issue("JOHN DOE", mapped: 0) == "<NAME_2_UPPER>")
    #expect(try vault.issue("John Doe", mapped: 0) == "<NAME_2>")
    #expect(try vault.issue("Johnny", mapped: 1) == "<NAME_2_GIVEN>")
    #expect(try vault.issue("John") == "<NAME_2_B>")
    let project = EntityType("PROJECT")!
    #expect(try vault.issue("FALCON", project, mapped: 2) == "[PROJECT_1]")
    #expect(try vault.issue("Falcon", project, mapped: 2) == "[PROJECT_1_B]")
    #expect(try vault.issue("Falcons", project, mapped: 2) == "[PROJECT_1_C]")
    #expect(restore("<NAME_2> [NAME_2_GIVEN] [PROJECT_1_C]", vault) == "John Doe Johnny Falcons")
    let again = try Vault(entries: vault.entries, mapping: mapping)
    #expect(again.entries == vault.entries)
    #expect(try again.issue("falcon", project, mapped: 2) == "[PROJECT_1_LOWER]")
    #expect(try again.issue("Falcons", project, mapped: 2) == "[PROJECT_1_C]")
  }

  /// A mapping that contradicts the vault is refused by position; one that agrees is not.
  @Test func mappingOfASavedVault() throws {
    let vault = try Vault()
    try vault.issue("John Doe")
    var document = KnownDocument()
    document.pieces = [.text(Array("[NAME_5]".utf8))]
    _ = try document.pseudonymized(vault)
    let entries = vault.entries
    #expect(throws: Never.self) { try Vault(entries: entries, mapping: try Mapping([("John Doe", "[NAME_1]")])) }
    for placeholder in ["[NAME_1]", "[NAME_5]"] {
      let error = #expect(throws: VaultError.self) {
        try Vault(entries: entries, mapping: try Mapping([("Ann", "[NAME_9]"), ("Jane Roe", placeholder)]))
      }
      guard case .invalidEntry(position: 2, _)? = error else { return #expect(Bool(false)) }
    }
    let moved = try Vault(entries: entries, mapping: try Mapping([("John Doe", "[NAME_2]")]))
    #expect(try moved.issue("John Doe", mapped: 0) == "[NAME_2]")
    #expect(restore("[NAME_1]", moved) == "John Doe")
  }

  /// The text of a placeholder that only the mapping has is no placeholder in the input.
  @Test func literalOfAMappedPlaceholder() throws {
    let vault = try Vault(mapping: try Mapping([("John Doe", "[NAME_1]")]))
    var document = KnownDocument()
    document.pieces = [.text(Array("[NAME_1] is ".utf8)), .finding(Array("John Doe".utf8), .name)]
    let text = try document.pseudonymized(vault, since: vault.mark)
    #expect(String(decoding: text, as: UTF8.self) == "[TEXT_1] is [NAME_1]")
    #expect(restore(text, vault).bytes == document.text)
  }
}
