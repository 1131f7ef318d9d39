import Testing

@testable import Veil

/// Which placeholder an original gets.
@Suite struct VaultTests {
  static func type(_ name: String) -> EntityType { EntityType(name)! }

  @Test func numbersByFirstAppearanceWithinTheType() throws {
    let vault = try Vault()
    #expect(try vault.issue("Ann Lee") == "[NAME_1]")
    #expect(try vault.issue("ann@example.com", .email) == "[EMAIL_1]")
    #expect(try vault.issue("Bob Ray") == "[NAME_2]")
    #expect(try vault.issue("Ann Lee") == "[NAME_1]")
    #expect(try vault.issue("Ann Lee", Self.type("ORG")) == "[ORG_1]")
  }

  /// Other spellings of the same entity, each with a placeholder of its own that comes back exactly.
  @Test(arguments: [
    (
      EntityType.name, ["John Doe", "JOHN DOE", "john doe", "John  Doe", "Doe, John", "JOHN", "Doe", "John", "DOE"],
      [
        "NAME_1", "NAME_1_UPPER", "NAME_1_LOWER", "NAME_1_B", "NAME_1_C", "NAME_1_D", "NAME_1_FAMILY", "NAME_1_GIVEN",
        "NAME_1_E",
      ]
    ),
    (
      .name, ["Dr. Maria de la Cruz", "Maria", "de la Cruz", "Cruz", "Maria de la Cruz"],
      ["NAME_1", "NAME_1_GIVEN", "NAME_1_FAMILY", "NAME_1_B", "NAME_1_C"]
    ),
    (
      .name, ["Mary Ann Smith", "Mary", "Mary Ann", "Ann", "Smith"],
      ["NAME_1", "NAME_1_GIVEN", "NAME_1_B", "NAME_2", "NAME_1_FAMILY"]
    ),
    (.name, ["John", "John Doe", "John", "Doe"], ["NAME_1", "NAME_2", "NAME_1", "NAME_2_FAMILY"]),
    (.name, ["John Doe Jr.", "John Doe", "Mr. Doe"], ["NAME_1", "NAME_1_B", "NAME_1_C"]),
    (
      .email, ["Ann@example.com", "ann@EXAMPLE.com", "ANN@EXAMPLE.COM", "ann@example.org"],
      ["EMAIL_1", "EMAIL_1_B", "EMAIL_1_UPPER", "EMAIL_2"]
    ),
    (
      .phone,
      ["+1 (212) 555-0123", "212-555-0123", "1-212-555-0123", "+44 212 555 0123", "212 555 0123", "001 212 555 0123"],
      ["PHONE_1", "PHONE_1_B", "PHONE_1_C", "PHONE_2", "PHONE_3", "PHONE_1_D"]
    ),
    (
      .phone,
      ["020 7946 0018", "+44 20 7946 0018", "+44 (0)20 7946 0018", "+44 20 7946 0018 ext. 5", "+1 207 946 0018"],
      ["PHONE_1", "PHONE_1_B", "PHONE_1_C", "PHONE_2", "PHONE_3"]
    ),
    (
      .iban,
      ["DE89 3704 0044 0532 0130 00", "DE89370400440532013000", "de89370400440532013000", "GB82WEST12345698765432"],
      ["IBAN_1", "IBAN_1_B", "IBAN_1_C", "IBAN_2"]
    ),
    (
      .macAddress, ["00:00:5E:00:53:af", "00-00-5e-00-53-af", "00005E0053AF"],
      ["MAC_ADDRESS_1", "MAC_ADDRESS_1_B", "MAC_ADDRESS_1_C"]
    ),
    (EntityType("DE_TAX_ID")!, ["86 095 742 719", "86095742719"], ["DE_TAX_ID_1", "DE_TAX_ID_1_B"]),
    (EntityType("ORG")!, ["Acme 2000", "ACME 2000", "Acme2000"], ["ORG_1", "ORG_1_UPPER", "ORG_2"]),
    (.paymentCard, ["4111-1111-1111-1111", "4111 1111 1111 1111"], ["PAYMENT_CARD_1", "PAYMENT_CARD_1_B"]),
    (.date, ["1/11/2020", "11/1/2020"], ["DATE_1", "DATE_2"]),
    (.password, ["Secret", "secret"], ["PASSWORD_1", "PASSWORD_2"]),
    (
      .url, ["https://Example.com/A", "https://example.com/A", "https://example.com/a"], ["URL_1", "URL_1_B", "URL_2"]
    ),
  ])
  func spellings(type: EntityType, originals: [String], placeholders: [String]) throws {
    let vault = try Vault()
    for (original, placeholder) in zip(originals, placeholders) {
      #expect(try vault.issue(original, type) == "[\(placeholder)]", "\(original)")
    }
    for (original, placeholder) in zip(originals, placeholders) {
      #expect(restore("[\(placeholder)]", vault) == original)
    }
  }

  /// What is linked by a part of a name is not when another has it, too, and is not linked any longer.
  @Test func twoPeopleWithOneNameAreNotConfused() throws {
    let vault = try Vault()
    #expect(try vault.issue("John Doe") == "[NAME_1]")
    #expect(try vault.issue("John") == "[NAME_1_GIVEN]")
    #expect(try vault.issue("John Smith") == "[NAME_2]")
    #expect(try vault.issue("John") == "[NAME_3]")
    #expect(try vault.issue("John") == "[NAME_3]")
    #expect(try vault.issue("Smith") == "[NAME_2_FAMILY]")
    #expect(try vault.issue("JOHN") == "[NAME_3_UPPER]")
    #expect(restore("[NAME_1_GIVEN] [NAME_3] [NAME_2_GIVEN]", vault) == "John John John")
    let again = try Vault(entries: vault.entries)
    #expect(try again.issue("John") == "[NAME_3]" && again.issue("Smith") == "[NAME_2_FAMILY]")
  }

  /// Canonically equivalent strings are different bytes.
  @Test func originalsAreBytes() throws {
    let vault = try Vault()
    #expect(try vault.issue("Zoe\u{308} Lee") == "[NAME_1]")
    #expect(try vault.issue("Zo\u{EB} Lee") == "[NAME_1_B]")
    #expect(Array(restore("[NAME_1][NAME_1_B]", vault).utf8) == Array("Zoe\u{308} LeeZo\u{EB} Lee".utf8))
  }

  @Test func bracketsOfTheFirstSpellingStay() throws {
    let vault = try Vault()
    #expect(try vault.issue("Ann Lee", brackets: .curly) == "{{NAME_1}}")
    #expect(try vault.issue("Ann Lee", brackets: .angle) == "{{NAME_1}}")
    #expect(try vault.issue("ANN LEE", brackets: .angle) == "{{NAME_1_UPPER}}")
    #expect(try vault.issue("Bob Ray", brackets: .guillemet) == "«NAME_2»")
    #expect(restore("{{NAME}} [NAME_1]", vault) == "{{NAME}} Ann Lee")
  }

  @Test func textThatLooksLikeAPlaceholder() throws {
    let vault = try Vault()
    var document = KnownDocument()
    document.pieces = [
      .text(Array("[NAME_1] {EMAIL_2_B} <PHONE> ".utf8)), .finding(Array("Ann Lee".utf8), .name),
      .text(Array(" name_2 [name 2] [NAME_2_GIVEN] [NAME_2_B] ".utf8)), .finding(Array("ann lee".utf8), .name),
      .finding(Array("Ann  Lee".utf8), .name), .text(Array(" [TEXT_1]".utf8)),
    ]
    let text = try document.pseudonymized(vault)
    #expect(
      String(decoding: text, as: UTF8.self)
        == "[NAME_1] {EMAIL_2_B} <PHONE> [NAME_2] name_2 [TEXT_1] [TEXT_2] [NAME_2_B] [NAME_2_LOWER][NAME_2_C] [TEXT_3]"
    )
    #expect(restore(text, vault).bytes == document.text)
    let entries = vault.entries.filter { $0.original == nil }.map(\.placeholder)
    #expect(entries == ["[NAME_1]", "[EMAIL_2]", "[NAME_2_B]"])
  }

  /// What is escaped ends with a letter here: what comes after must not be read otherwise than before.
  @Test func textAfterEscapedText() throws {
    let vault = try Vault()
    var document = KnownDocument()
    document.pieces = [.finding(Array("Ann Lee".utf8), .name), .text(Array("%5BNAME_1%5DNAME_1".utf8))]
    let text = try document.pseudonymized(vault)
    #expect(String(decoding: text, as: UTF8.self) == "[NAME_1][TEXT_1][TEXT_2]")
    #expect(restore(text, vault).bytes == document.text)
  }

  /// Placeholders of an earlier request are ours in the next one.
  @Test func conversation() throws {
    let first = try Vault()
    #expect(try first.issue("Ann Lee") == "[NAME_1]")
    let second = try Vault(entries: first.entries)
    let mark = second.mark
    var document = KnownDocument()
    document.pieces = [
      .text(Array("[NAME_1] wrote: [name 1 given] ".utf8)), .finding(Array("Bob Ray".utf8), .name),
      .text(Array(" [NAME_2]".utf8)),
    ]
    let text = try document.pseudonymized(second, since: mark)
    #expect(String(decoding: text, as: UTF8.self) == "[NAME_1] wrote: [name 1 given] [NAME_2] [TEXT_1]")
  }

  @Test func limits() throws {
    let vault = try Vault(limits: Vault.Limits(entries: 2, bytes: 10))
    try vault.issue("Ann Lee")
    #expect(throws: VaultError.tooManyBytes(limit: 10)) { try vault.issue("Bob Ray") }
    try vault.issue("Bob")
    #expect(throws: VaultError.tooManyEntries(limit: 2)) { try vault.issue("C") }
    #expect(try vault.issue("Ann Lee") == "[NAME_1]")
    #expect(try Vault(entries: vault.entries).entries == vault.entries)
  }

  @Test func originalOfAPlaceholder() throws {
    let vault = try Vault()
    try vault.issue("Ann Lee")
    let placeholder = try #require(Placeholder(type: .name, number: 1, suffix: "FAMILY"))
    #expect(vault.original(of: placeholder) == Array("Lee".utf8))
    #expect(vault.original(of: try #require(Placeholder(type: .name, number: 2))) == nil)
    #expect(Placeholder(type: .name, number: 0) == nil && Placeholder(type: .name, number: 1, suffix: "a") == nil)
  }

  /// The same numbers whatever the hashes: many entries, many spellings, in the order in which they came.
  @Test func manySpellings() throws {
    let vault = try Vault()
    for number in 1...2_000 {
      #expect(try vault.issue("Customer \(number)", Self.type("ORG")) == "[ORG_\(number)]")
    }
    for number in 1...800 {
      let original = "a" + String(repeating: " ", count: number) + "b"
      let suffix = number == 1 ? "" : "_" + Suffix(alias: number - 1).description
      #expect(try vault.issue(original, Self.type("THING")) == "[THING_1\(suffix)]")
    }
    #expect(Suffix(alias: 1).description == "B" && Suffix(alias: 25).description == "Z")
    #expect(Suffix(alias: 26).description == "AA" && Suffix(alias: Suffix.maximumAlias).description == "ZZZ")
  }

  /// Any number of threads get the same placeholder for the same original.
  @Test func threads() async throws {
    let vault = try Vault()
    let texts = try await withThrowingTaskGroup(of: [String].self) { group in
      for _ in 0..<4 {
        group.addTask { try (0..<500).map { try vault.issue("Person \($0 % 100) Example\($0 % 50)") } }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(Set(texts).count == 1)
    #expect(vault.entries.count == 100)
  }
}
