import Testing
import Veil

/// What a user can say of names: how much is done to find them, from which score on, never and always.
@Suite struct NameDetectionTests {
  private static let letter = "Dear Ms. Jane Roe, Blue Heron LLC has moved. Write to jane@example.com."

  private func types(_ policy: Policy, _ text: String = letter) throws -> [EntityType] {
    try Engine(policy).findings(in: text).map(\.type)
  }

  @Test func everythingIsTheDefault() {
    #expect(Policy.default.names == .full)
    #expect(Policy.NameDetection.allCases.map(\.rawValue) == ["off", "fast", "full"])
  }

  @Test(arguments: [Policy.NameDetection.fast, .full]) func namesAreFoundBySurroundings(
    _ names: Policy.NameDetection
  ) throws {
    #expect(try types(Policy(names: names)) == [.name, .organisation, .email])
  }

  /// What the user lists, and what rules find, is found all the same.
  @Test func offLeavesRulesAndListsAlone() throws {
    #expect(try types(Policy(names: .off)) == [.organisation, .email])
    #expect(try types(Policy(deny: [Policy.DenyEntry("Jane Roe", .name)], names: .off)).first == .name)
    let rule = Rule("customer", .name, pattern: "Ms\\. ([A-Z][a-z]+ [A-Z][a-z]+)", score: 0.8)
    #expect(try types(Policy(rules: Catalogue.rules + [rule], names: .off)).first == .name)
  }

  @Test(arguments: [EntityType.name, .organisation]) func eachTypeHasAThreshold(_ type: EntityType) throws {
    // By the tagger or by surroundings alone: each has its own score for the same words.
    for names in [Policy.NameDetection.fast, .full] {
      let score = try #require(
        try Engine(Policy(names: names)).findings(in: Self.letter).first { $0.type == type }?.score)
      #expect(try types(Policy(minimumScores: [type: score], names: names)).contains(type))
      #expect(try !types(Policy(minimumScores: [type: 1], names: names)).contains(type))
    }
  }

  @Test func wordsOnTheAllowListAreNoNames() throws {
    #expect(try types(Policy(allow: ["jane roe", "jane", "blue heron llc"])) == [.email])
  }

  @Test(arguments: [EntityType.name, .organisation, .location]) func wordsOnTheDenyListAreAlwaysFound(
    _ type: EntityType
  ) throws {
    let policy = Policy(deny: [Policy.DenyEntry("Globex", type)], names: .off)
    let findings = try Engine(policy).findings(in: "they met at GLOBEX again")
    #expect(findings.map(\.type) == [type] && findings.map(\.range) == [12..<18])
    let vault = try Vault()
    #expect(try Engine(policy).pseudonymize("at Globex", vault: vault) == "at [\(type)_1]")
    #expect(try Engine(policy).restore("in [\(type)_1]", vault: vault).text == "in Globex")
  }
}
