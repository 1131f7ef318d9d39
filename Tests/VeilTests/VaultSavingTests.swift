import Testing

@testable import Veil

@Suite struct VaultSavingTests {
  @Test func goesOnNumbering() throws {
    let vault = try Vault()
    try vault.issue("Ann Lee", brackets: .angle)
    try vault.issue("ANN LEE")
    let again = try Vault(entries: vault.entries)
    #expect(again.entries == vault.entries)
    #expect(try again.issue("ann lee") == "<NAME_1_LOWER>")
    #expect(try again.issue("Ann  Lee") == "<NAME_1_B>")
    #expect(try again.issue("Bob") == "[NAME_2]")
  }

  /// The changes since the last look, appended to what was saved then, are the saved form.
  @Test func changes() throws {
    let mapping = try Mapping([("Ann Lee", "[NAME_7]"), ("Bob", "[NAME_8]")])
    var vault = try Vault(mapping: mapping)
    #expect(vault.entries.isEmpty)
    var saved: [Vault.Entry] = []
    var point = vault.loaded
    try vault.issue("ANN LEE")
    saved += vault.changes(since: &point)
    #expect(saved.map(\.placeholder) == ["[NAME_7]", "[NAME_7_UPPER]"] && saved.map(\.isIssued) == [false, true])
    try vault.issue("Ann Lee")
    var document = KnownDocument()
    document.pieces = [.text(Array("[EMAIL_3] [EMAIL]".utf8))]
    _ = try document.pseudonymized(vault)
    saved += vault.changes(since: &point)
    #expect(vault.changes(since: &point).isEmpty)
    #expect(saved.map(\.placeholder) == ["[NAME_7]", "[NAME_7_UPPER]", "[NAME_7]", "[EMAIL_3]", "[EMAIL]"])
    let entries = vault.entries
    vault = try Vault(entries: saved, mapping: mapping)
    #expect(vault.entries == entries)
    point = vault.loaded
    #expect(vault.changes(since: &point).isEmpty)
    try vault.issue("Bob")
    #expect(vault.changes(since: &point).map(\.placeholder) == ["[NAME_8]"])
  }

  @Test(
    arguments: [
      [("NAME_1", "a")], [("[NAME_1", "a")], [("[name_1]", "a")], [("[NAME_01]", "a")], [("[NAME]", "a")],
      [("[NAME_1]", "")],
      [("[NAME_1]", "a"), ("[NAME_1]", "b")], [("[NAME_1_B]", "a")], [("[NAME_1]", "a"), ("[NAME_1]", nil)],
      [("[NAME_1]", nil), ("[NAME_1]", "a")], [("[NAME_1]", nil), ("[NAME_1_B]", "a")], [("[]", nil)],
    ] as [[(String, String?)]])
  func malformed(entries: [(String, String?)]) {
    let error = #expect(throws: VaultError.self) {
      try Vault(entries: entries.map { Vault.Entry(placeholder: $0.0, original: $0.1.map { Array($0.utf8) }) })
    }
    guard case .invalidEntry(let position, _)? = error else { return #expect(Bool(false)) }
    #expect(position == entries.count)
  }
}
