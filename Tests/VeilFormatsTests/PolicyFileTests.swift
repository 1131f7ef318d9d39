import TestSupport
import Testing
import Veil
import VeilPolicyFile

@Suite struct PolicyFileTests {
  private func policy(_ yaml: String) throws -> Policy { try PolicyFile(yaml: Array(yaml.utf8)).policy }

  /// Positions of the problems, as `line:column`.
  private func problems(_ yaml: String, compiled: Bool = false) -> [String] {
    do throws(PolicyFileError) {
      let file = try PolicyFile(yaml: Array(yaml.utf8))
      if compiled { try file.check() }
      return []
    } catch {
      return error.problems.map { "\($0.position.line):\($0.position.column)" }
    }
  }

  private let name = EntityType.name
  private let project = EntityType("PROJECT")!

  @Test func anEmptyFileIsTheDefault() throws {
    for yaml in ["", "# nothing\n", "{}"] {
      #expect(try policy(yaml).rules == Policy.default.rules)
      #expect(try policy(yaml).minimumScore == Policy.default.minimumScore)
    }
  }

  @Test func readsEveryField() throws {
    let policy = try policy(
      """
      types: [NAME, PROJECT]
      classes: [oii]
      type_classes: {PROJECT: oii}
      minimum_score: 0.6
      minimum_scores: {NAME: 0.75}
      allow: [Acme Support, "no"]
      deny:
        PROJECT: [Blue Heron, Falcon]
      names: off
      operators: {default: redact, PROJECT: mask, NAME: keep}
      brackets: "{{ }}"
      limits: {window: 4096, block: 32768, match: 1000, depth: 100, heap: 256}
      limit_action: mask
      invalid_utf8: opaque
      catalogue: false
      """)
    #expect(policy.types == [name, project])
    #expect(policy.classes == [.oii])
    #expect(policy.customClasses == [project: .oii])
    #expect(policy.minimumScore == 0.6)
    #expect(policy.minimumScores == [name: 0.75])
    #expect(policy.allow == ["Acme Support", "no"])
    #expect(policy.deny == [Policy.DenyEntry("Blue Heron", project), Policy.DenyEntry("Falcon", project)])
    #expect(policy.names == .off)
    #expect(policy.defaultOperator == .redact)
    #expect(policy.operators == [project: .maskAllButLastFour, name: .keep])
    #expect(policy.brackets == .curly)
    #expect(policy.limits == Policy.Limits(window: 4096, block: 32768, match: 1000, depth: 100, heap: 256))
    #expect(policy.limitAction == .mask)
    #expect(policy.invalidUTF8 == .opaque)
    #expect(policy.rules.isEmpty)
  }

  /// YAML 1.1 has `off` as a truth value, and files may come from a program that writes `false` for it.
  @Test(
    arguments: [
      ("off", .off), ("'off'", .off), ("false", .off), ("fast", .fast), ("full", .full), ("true", .full),
    ] as [(String, Policy.NameDetection)])
  func readsHowNamesAreLookedFor(_ value: String, _ names: Policy.NameDetection) throws {
    #expect(try policy("names: \(value)\n").names == names)
    #expect(try JSONSchema(PolicyFile.schema).problems(JSON(yaml: "names: \(value)")) == [])
  }

  @Test func saysWhereItCannotTellHowNamesAreLookedFor() {
    #expect(problems("minimum_score: 0.5\nnames: faster\n") == ["2:8"])
    #expect(problems("names: [full]\n") == ["1:8"])
  }

  @Test func readsRules() throws {
    let policy = try policy(
      #"""
      catalogue: false
      rules:
        - name: badge
          type: BADGE
          pattern: 'B-(\d{6})'
          trigger: {digits: 6, within: 12}
          caseless: true
          boundary: digit
          validator: luhn
          score: 0.4
          requires_context: true
          priority: -3
          context:
            - {words: [badge, "staff card"], before: 40, after: 8, weight: 0.3}
            - words: [order]
              weight: -0.2
        - {name: a, type: A, pattern: a, score: 1, trigger: {literals: [abc, def]}}
        - {name: b, type: A, pattern: b, score: 0, trigger: {phrases: [user name]}}
        - {name: c, type: A, pattern: c, score: 0.5, trigger: {around: "@", over: address-local, count: [1, 64]}}
        - {name: e, type: A, pattern: e, score: 0.5, trigger: {around: _, over: capitals, count: [0, 9], next: letters}}
        - {name: d, type: A, pattern: d, score: 0.5, trigger: derived, boundary: none}
        - {name: f, type: A, pattern: f, score: 0.5, trigger: {labels: [staff id, badge], reach: near}}
        - {name: g, type: A, pattern: g, score: 0.5, trigger: {labels: [staff id]}}
        - {name: h, type: A, pattern: h, score: 0.5, trigger: {shape: 9}}
        - {name: i, type: A, pattern: i, score: 0.5, trigger: {shape: '1-2+6-8,12'}}
        - {name: j, type: A, pattern: j, score: 0.5, trigger: {run: '11,17-18', digits: 3}}
      """#)
    let badge = Rule(
      "badge", EntityType("BADGE")!, pattern: #"B-(\d{6})"#, trigger: .digits(6, within: 12), isCaseless: true,
      boundary: .digit, validator: Validator(rawValue: "luhn"), score: 0.4,
      context: [
        Rule.Context(["badge", "staff card"], before: 40, after: 8, weight: 0.3), Rule.Context(["order"], weight: -0.2),
      ], requiresContext: true, priority: -3)
    #expect(policy.rules.first == badge)
    #expect(
      policy.rules.dropFirst().map(\.trigger) == [
        .literals(["abc", "def"]), .phrases(["user name"]),
        .around(UInt8(ascii: "@"), over: .addressLocal, count: 1...64),
        .around(UInt8(ascii: "_"), over: .capitals, count: 0...9, next: .letters), .derived,
        .labels(["staff id", "badge"], reach: .near), .labels(["staff id"]), .shape(digits: [9]),
        .shape(letters: 1...2, digits: [6, 7, 8, 12]), .run([11, 17, 18], digits: 3),
      ])
  }

  @Test func addsRulesToTheBuiltInOnes() throws {
    let first = try #require(Policy.default.rules.first)
    let policy = try policy("disable: [\(first.name)]\nrules:\n  - {name: own-one, type: OWN, pattern: x, score: 1}\n")
    #expect(policy.rules.map(\.name) == Policy.default.rules.dropFirst().map(\.name) + ["own-one"])
    #expect(problems("rules:\n  - {name: \(first.name), type: OWN, pattern: x, score: 1}\n") == ["2:5"])
  }

  @Test func tellsEveryProblemWithItsPlace() {
    let yaml = """
      minimum_score: 1.5
      colour: red
      classes: [pii, all]
      operators:
        NAME: hide
        name: keep
      limits: {window: big}
      rules:
        - name: Badge
          type: badge
          score: high
        - {name: b, type: B, pattern: x, score: 1, trigger: {digits: 3}, context: [{word: x}]}
      names: maybe
      """
    #expect(
      problems(yaml) == [
        "1:16", "2:1", "3:16", "5:9", "6:3", "7:18", "9:5", "9:11", "10:11", "11:12", "12:55", "12:78", "12:78",
        "12:79", "13:8",
      ])
  }

  @Test(arguments: [
    "a: [1", "a: b: c", "\tx", "a: 1\na: 2", "- list", "just text", "types: NAME", "deny: [x]", "rules: {}", "a: *b",
  ])
  func refuses(_ yaml: String) {
    #expect(!problems(yaml).isEmpty)
  }

  @Test func refusesWhatIsNotUTF8() {
    #expect(throws: PolicyFileError.self) { _ = try PolicyFile(yaml: [0xFF, 0xFE]) }
  }

  @Test func tellsWhatDoesNotCompile() {
    let yaml = """
      catalogue: false
      limits: {window: 10, block: 65536}
      rules:
        - {name: good, type: A, pattern: 'a+', score: 1}
        - {name: bad, type: A, pattern: '(((', score: 1}
        - {name: worse, type: A, pattern: '(?<', score: 1}
      """
    #expect(problems(yaml.replacing("window: 10", with: "window: 8192"), compiled: true) == ["5:5", "6:5"])
    #expect(problems(yaml.replacing("(((", with: "x").replacing("(?<", with: "y"), compiled: true) == ["2:18"])
  }
}
