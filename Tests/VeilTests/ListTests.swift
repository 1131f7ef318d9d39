import Testing
import Veil

/// Mappings, deny lists, allow lists.
@Suite struct ListTests {
  static let quiet = Policy(rules: [], names: .off)

  static func masked(_ text: String, _ pairs: [(String, String)], policy: Policy = quiet) throws -> String {
    let vault = try Vault(mapping: Mapping(pairs))
    let engine = try Engine(policy)
    let output = try engine.pseudonymize(text, vault: vault)
    #expect(Array(engine.restore(output, vault: vault).text.utf8) == Array(text.utf8))
    return output
  }

  @Test func exactPlaceholdersAreUsed() throws {
    #expect(try Self.masked("Ask John Doe.", [("John Doe", "[NAME_7]")]) == "Ask [NAME_7].")
    #expect(try Self.masked("Ask John Doe.", [("<PERSON_3>", "John Doe")]) == "Ask <PERSON_3>.")
    #expect(try Self.masked("Project Falcon ships.", [("Project Falcon", "PROJECT")]) == "[PROJECT_1] ships.")
  }

  @Test func otherSpellingsMatchAndComeBack() throws {
    let pairs = [("John Doe", "[NAME_1]")]
    #expect(try Self.masked("john doe", pairs) == "[NAME_1_LOWER]")
    #expect(try Self.masked("JOHN DOE", pairs) == "[NAME_1_UPPER]")
    #expect(try Self.masked("John  Doe", pairs) == "[NAME_1_B]")
    #expect(try Self.masked("John\nDoe", pairs) == "[NAME_1_B]")
    #expect(try Self.masked("Ｊｏｈｎ Ｄｏｅ", pairs).hasPrefix("[NAME_1_"))
    #expect(try Self.masked("Jo\u{200B}hn Doe", pairs).hasPrefix("[NAME_1_"))
  }

  @Test func wordBordersHold() throws {
    let pairs = [("Ann", "[NAME_1]"), ("Falcon", "PROJECT")]
    #expect(try Self.masked("Annual Anna Ann", pairs) == "Annual Anna [NAME_1]")
    #expect(
      try Self.masked("Ann's Falcon's, Falcons, falconry", pairs) == "[NAME_1]'s [PROJECT_1]'s, [PROJECT_1]s, falconry")
    #expect(try Self.masked("(Ann)/Ann-Ann_x", pairs) == "([NAME_1])/[NAME_1]-[NAME_1]_x")
  }

  @Test func longestWins() throws {
    let pairs = [("Acme", "ORG"), ("Acme Holdings", "[ORG_5]"), ("Holdings Limited Partners", "[ORG_9]")]
    #expect(try Self.masked("Acme Holdings and Acme", pairs) == "[ORG_5] and [ORG_1]")
    #expect(try Self.masked("the Acme Holdings", pairs).hasSuffix("[ORG_5]"))
    #expect(try Self.masked("Holdings Limited Partners", pairs) == "[ORG_9]")
  }

  @Test func scriptsWithoutSpacesMatch() throws {
    #expect(try Self.masked("我叫田中太郎。", [("田中太郎", "[NAME_1]")]) == "我叫[NAME_1]。")
  }

  @Test func punctuationBelongsToAnEntry() throws {
    #expect(try Self.masked("We use C++ and C.", [("C++", "LANG")]) == "We use [LANG_1] and C.")
    #expect(try Self.masked("Acme, Inc. and Acme, Inc", [("Acme, Inc.", "[ORG_1]")]) == "[ORG_1] and [ORG_1_B]")
  }

  @Test(arguments: [
    [("John Doe", "Jane Roe")], [("[NAME_1]", "[NAME_2]")], [("John", "[NAME_1]"), ("Jane", "[NAME_1]")],
    [("John", "[NAME_1]"), ("JOHN", "[NAME_2]")], [("…", "[NAME_1]")], [("", "[NAME_1]")],
  ]) func badMappingsAreRefusedByPosition(_ pairs: [(String, String)]) throws {
    let error = try #require(throws: VaultError.self) { try Mapping(pairs) }
    guard case .invalidEntry(let position, _) = error else {
      Issue.record("\(error)")
      return
    }
    #expect(position == pairs.count)
    for (left, right) in pairs where left.count > 3 && !left.hasPrefix("[") {
      #expect(!error.description.contains(left) && !error.description.contains(right))
    }
  }

  @Test func mappingBeatsRules() throws {
    let output = try Self.masked(
      "mail jane.doe@example.com", [("jane.doe@example.com", "[CONTACT_1]")], policy: .default)
    #expect(output == "mail [CONTACT_1]")
  }

  @Test func denyListMasksWithItsType() throws {
    let policy = Policy(
      rules: [], deny: [Policy.DenyEntry("Project Falcon", EntityType("PROJECT")!)], names: .off)
    #expect(
      try Self.masked("PROJECT FALCON and project-falcon", [], policy: policy) == "[PROJECT_1] and [PROJECT_1_B]")
    #expect(try Engine(policy).findings(in: "PROJECT  FALCON").map(\.rule) == ["deny-list"])
  }

  @Test func allowListLeavesAlone() throws {
    let engine = try Engine(Policy(allow: ["support@example.com", "John Doe"]))
    #expect(try engine.findings(in: "Support@Example.com, Mr. John Doe").isEmpty)
    #expect(try engine.findings(in: "jane@example.com").count == 1)
  }

  /// A hundred thousand entries are found, and nothing else is.
  @Test func largeMappings() throws {
    var pairs: [(String, String)] = []
    for number in 0..<100_000 { pairs.append(("Customer \(number)x", "[CUSTOMER_\(number + 1)]")) }
    let mapping = try Mapping(pairs)
    let engine = try Engine(Self.quiet)
    let found = try engine.findings(in: "customer 99999x, customer 100000x, CUSTOMER 5X", mapping: mapping)
    #expect(found.map(\.range) == [0..<15, 35..<46])
  }
}
