import TestSupport
import Testing
import Veil
import VeilPolicyFile

/// A policy that is written and read again is the same policy.
@Suite struct PolicyWriterTests {
  private func expectRoundTrip(_ policy: Policy, _ place: SourceLocation = #_sourceLocation) throws {
    let yaml = PolicyFile.yaml(policy)
    let read = try PolicyFile(yaml: Array(yaml.utf8)).policy
    #expect(Set(read.rules) == Set(policy.rules), sourceLocation: place)
    #expect(read.rules.count == policy.rules.count, sourceLocation: place)
    #expect(read.types == policy.types, sourceLocation: place)
    if policy.types == nil { #expect(read.excludedTypes == policy.excludedTypes, sourceLocation: place) }
    #expect(read.classes == policy.classes, sourceLocation: place)
    #expect(read.customClasses == policy.customClasses, sourceLocation: place)
    #expect(read.minimumScore == policy.minimumScore, sourceLocation: place)
    #expect(read.minimumScores == policy.minimumScores, sourceLocation: place)
    #expect(read.allow == policy.allow, sourceLocation: place)
    #expect(Set(read.deny) == Set(policy.deny), sourceLocation: place)
    #expect(read.domains == policy.domains, sourceLocation: place)
    #expect(read.names == policy.names, sourceLocation: place)
    #expect(read.operators == policy.operators, sourceLocation: place)
    #expect(read.defaultOperator == policy.defaultOperator, sourceLocation: place)
    #expect(read.brackets == policy.brackets, sourceLocation: place)
    #expect(read.limits == policy.limits, sourceLocation: place)
    #expect(read.limitAction == policy.limitAction, sourceLocation: place)
    #expect(read.invalidUTF8 == policy.invalidUTF8, sourceLocation: place)
    // What is written is also what the schema takes.
    #expect(try JSONSchema(PolicyFile.schema).problems(JSON(yaml: yaml)) == [], sourceLocation: place)
  }

  @Test(arguments: ReadyPolicy.allCases) func readyOnes(_ ready: ReadyPolicy) throws {
    try expectRoundTrip(ready.policy)
    #expect(!PolicyFile.yaml(ready.policy).contains("rules:"))
  }

  @Test(arguments: SamplePolicy.valid) func files(_ sample: SamplePolicy) throws {
    try expectRoundTrip(try sample.read().policy)
  }

  @Test func rulesThatAreTakenOutOrChanged() throws {
    var policy = Policy.default
    policy.rules.removeLast(3)
    policy.rules[0].score = 0.123
    try expectRoundTrip(policy)
    policy.rules = [Rule("one", .name, pattern: "x", score: 1)]
    try expectRoundTrip(policy)
  }

  @Test func excludedTypes() throws {
    try expectRoundTrip(Policy(excludedTypes: Catalogue.quietTypes.union([.date, .name])))
    try expectRoundTrip(Policy(types: [.date, .email], excludedTypes: [.phone]))
  }

  @Test(arguments: Policy.NameDetection.allCases) func howNamesAreLookedFor(_ names: Policy.NameDetection) throws {
    try expectRoundTrip(Policy(names: names))
  }

  /// Texts that YAML reads as something else when they are not quoted.
  @Test(arguments: [
    "no", "null", "~", "1.5", "0x1F", "- a", "a: b", "a #b", "it's", "\"quoted\"", "[x]", "{x}", "*x", "&x", "!x", "%x",
    "@x",
    "`x`", "| x", "> x", "? x", " x", "x ", "true", "Zürich", "a\tb", "a\nb", "x\u{200B}", "\u{2028}", "😀", "\\d", "",
    ":",
    "2024-01-01", "=", "<<", "y", "a,b", "\u{7F}",
  ])
  func anyText(_ text: String) throws {
    guard !text.isEmpty else { return }
    let policy = Policy(
      rules: [Rule("one", .name, pattern: text, trigger: .labels(["x", text]), score: 1)],
      allow: [text, "plain words"],
      deny: [Policy.DenyEntry(text, .email)], names: .off)
    let yaml = PolicyFile.yaml(policy)
    let read = try PolicyFile(yaml: Array(yaml.utf8)).policy
    #expect(read.allow == policy.allow)
    #expect(read.deny == policy.deny)
    #expect(read.rules == policy.rules)
  }

  @Test func longListsAreBrokenIntoLines() throws {
    let words = (0..<100).map { "word number \($0)" }
    let policy = Policy(allow: words)
    try expectRoundTrip(policy)
    #expect(PolicyFile.yaml(policy).split(separator: "\n").allSatisfy { $0.count <= 120 })
  }
}
