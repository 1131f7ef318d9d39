import Testing
import Veil

/// Limits, operators, brackets, and what a policy refuses.
@Suite struct PolicyTests {
  static func engine(pattern: String, limits: Policy.Limits = Policy.Limits(), action: Policy.LimitAction = .refuse)
    throws -> Engine
  {
    let rule = Rule("user-rule", EntityType("CUSTOM")!, pattern: pattern, boundary: .none, score: 0.9)
    return try Engine(Policy(rules: [rule], names: .off, limits: limits, limitAction: action))
  }

  @Test func userPatternsNeedNoTrigger() throws {
    #expect(
      try Self.engine(pattern: #"EMP-\d{6}"#).findings(in: "xEMP-123456y EMP-1234567").map(\.range) == [
        1..<11, 13..<23,
      ])
    #expect(try Self.engine(pattern: "€ ?[0-9]+").findings(in: "für 5 € 20").count == 1)
    #expect(try Self.engine(pattern: "(?i)zürich").findings(in: "in ZÜRICH").count == 1)
    #expect(try Self.engine(pattern: "id=([0-9]+)").findings(in: "id=42").map(\.range) == [3..<5])
  }

  @Test func hittingTheMatchLimitFailsClosed() throws {
    let text = String(repeating: "a", count: 40) + "!"
    // With a reference back, so that nothing but the matcher itself can tell.
    let pattern = #"(?:(a)|\1a)+$(?<=b)"#
    let engine = try Self.engine(pattern: pattern, limits: Policy.Limits(match: 1000))
    let error = try #require(throws: EngineError.self) { try engine.findings(in: text) }
    #expect(error == .limitExceeded(rule: "user-rule", offset: 0))
    #expect(throws: error) { try engine.pseudonymize(text, vault: Vault()) }
    let masking = try Self.engine(pattern: pattern, limits: Policy.Limits(match: 1000), action: .mask)
    let vault = try Vault()
    let output = try masking.pseudonymize(text, vault: vault)
    #expect(!output.contains("aaa"))
    #expect(masking.restore(output, vault: vault).text == text)
  }

  @Test func whatExceedsTheWindowFailsClosed() throws {
    let engine = try Self.engine(pattern: "BEGIN.*?END", limits: Policy.Limits(window: 1024, block: 1024))
    let short = "BEGIN" + String(repeating: "x", count: 900) + "END" + String(repeating: "y", count: 5000)
    #expect(try engine.findings(in: short).map(\.range) == [0..<908])
    let long = "no BEGIN" + String(repeating: "x", count: 3000) + "END"
    #expect(throws: EngineError.windowExceeded(rule: "user-rule", offset: 3)) { try engine.findings(in: long) }
  }

  @Test func invalidUTF8IsRefusedWithItsPlace() throws {
    let engine = try Engine()
    let text = Array("John Doe ".utf8) + [0xFF] + Array(" jane@example.com".utf8)
    #expect(throws: EngineError.invalidUTF8(offset: 9)) { try engine.findings(in: text) }
    let late = Array(repeating: UInt8(ascii: "a"), count: 200_000) + [0xC3]
    #expect(throws: EngineError.invalidUTF8(offset: 200_000)) { try engine.findings(in: late) }
    let opaque = try Engine(Policy(invalidUTF8: .opaque))
    #expect(try opaque.findings(in: text).map(\.type) == [.name, .email])
  }

  @Test func operatorsReplaceAsTold() throws {
    var policy = Policy()
    policy.operators = [.email: .redact, .paymentCard: .maskAllButLastFour, .ipAddress: .keep]
    let engine = try Engine(policy)
    let vault = try Vault()
    let output = try engine.pseudonymize("jane@example.com 4111 1111 1111 1111 192.0.2.17", vault: vault)
    #expect(output == "[EMAIL] •••••••••••••••1111 192.0.2.17")
    #expect(vault.entries.allSatisfy { $0.original == nil })
    #expect(try engine.explain(Array("jane@example.com".utf8)).first?.isReversible == false)
  }

  @Test(arguments: Policy.Brackets.allCases) func bracketsAreASetting(_ brackets: Policy.Brackets) throws {
    let engine = try Engine(Policy(brackets: brackets))
    let vault = try Vault()
    let text = "mail jane@example.com now"
    let output = try engine.pseudonymize(text, vault: vault)
    #expect(output == "mail \(brackets.opening)EMAIL_1\(brackets.closing) now")
    #expect(engine.restore(output, vault: vault).text == text)
  }

  @Test func classesAndTypesSelect() throws {
    let text = "jane@example.com 192.0.2.17"
    #expect(try Engine(Policy(types: [.email])).findings(in: text).map(\.type) == [.email])
    #expect(try Engine(Policy(classes: [])).findings(in: text).isEmpty)
    #expect(try Engine(Policy(minimumScores: [.email: 1])).findings(in: text).map(\.type) == [.ipAddress])
  }

  @Test func badPoliciesAreRefusedWithTheirPlace() throws {
    func error(_ rules: [Rule]) -> PolicyError? {
      do { _ = try Engine(Policy(rules: rules)) } catch { return error }
      return nil
    }
    let good = Rule("one", .email, pattern: "a", score: 0.5)
    #expect(error([good, good])?.place == "rules[1] 'one'")
    #expect(error([Rule("bad", .email, pattern: "(", score: 0.5)])?.place == "rules[0] 'bad'")
    #expect(error([Rule("empty", .email, pattern: "a*", score: 0.5)]) != nil)
    #expect(error([Rule("score", .email, pattern: "a", score: 2)]) != nil)
    #expect(error([Rule("short", .email, pattern: "ab", trigger: .literals(["ab"]), score: 1)]) != nil)
    #expect(error([Rule("context", .email, pattern: "a", score: 1, requiresContext: true)]) != nil)
    #expect(throws: PolicyError.self) { try Engine(Policy(limits: Policy.Limits(window: 10))) }
    #expect(throws: PolicyError.self) { try Engine(Policy(allow: ["…"])) }
  }

  @Test(arguments: Catalogue.rules.map(\.name)) func everyRuleOfTheCatalogueCompiles(_ name: String) throws {
    var rule = try #require(Catalogue.rules.first { $0.name == name })
    // Under another name it is compiled at once, like a user's.
    rule.name = "copy-of-\(name)"
    _ = try Engine(Policy(rules: [rule]))
  }

  @Test func aFullVaultRefuses() throws {
    let vault = try Vault(limits: Vault.Limits(entries: 1, bytes: 1000))
    let engine = try Engine()
    #expect(throws: EngineError.vault(.tooManyEntries(limit: 1))) {
      try engine.pseudonymize("jane@example.com john@example.com", vault: vault)
    }
  }

  @Test func enginesAreSharedByThreads() async throws {
    let engine = try Engine()
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for number in 0..<64 {
        group.addTask {
          let text = "Dear Mr Smith, card 4111 1111 1111 1111, mail user\(number)@example.com"
          let vault = try Vault()
          let output = try engine.pseudonymize(text, vault: vault)
          return output == "Dear Mr [NAME_1], card [PAYMENT_CARD_1], mail [EMAIL_1]"
            && engine.restore(output, vault: vault).text == text
        }
      }
      for try await isRight in group { #expect(isRight) }
    }
  }
}
