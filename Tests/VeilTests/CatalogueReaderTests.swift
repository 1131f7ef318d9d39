import Testing

@testable import Veil

/// The reader of the catalogue's data files: what it makes of each key, and where it says that something is wrong.
@Suite struct CatalogueReaderTests {
  static func read(_ text: String) throws -> CatalogueReader {
    var reader = CatalogueReader()
    try Array(text.utf8).withUnsafeBufferPointer { try reader.read($0, name: "test.txt") }
    return reader
  }

  /// The rules of one type with the given keys of a rule, besides what every type needs.
  static func rules(_ keys: String) throws -> [Rule] {
    try read("NL_BSN  Number\n  class  pii\n  example  BSN: 111222333\n  note  none\n\(keys)").rules
  }

  static func failure(_ text: String) throws -> CatalogueReader.Failure {
    try #require(throws: CatalogueReader.Failure.self) { try read(text) }
  }

  // MARK: - Types

  @Test func describesTypes() throws {
    let reader = try Self.read(
      """
      # What is here.
      group Benelux

      NL_BSN  Citizen service number (BSN)
        class    pii
        country  NL
        example  BSN: 111222333
        tags     quiet | hipaa
        tags     special
        check    luhn

      ACME_ID  Number of a thing
        class    oii
        note     no check digit
        example  thing 12
      group Asia
      JP_ID  Another one
        class    pii
        note     none
        example  12
      """)
    #expect(reader.types.map(\.type.name) == ["NL_BSN", "ACME_ID", "JP_ID"])
    #expect(reader.types.map(\.group) == ["Benelux", "Benelux", "Asia"])
    #expect(reader.types.map(\.entityClass) == [.pii, .oii, .pii])
    let first = reader.types[0]
    #expect(first.title == "Citizen service number (BSN)")
    #expect(first.country == "NL")
    #expect(first.example == "BSN: 111222333")
    #expect(first.tags == [.quiet, .hipaa, .special])
    #expect(first.validator?.rawValue == "luhn" && first.validatorNote == nil)
    #expect(reader.types[1].country == nil && reader.types[1].tags.isEmpty)
    #expect(reader.types[1].validator == nil && reader.types[1].validatorNote == "no check digit")
    // Nothing but descriptions.
    #expect(reader.rules.isEmpty)
  }

  /// The last line needs no end, and a file may follow another.
  @Test func readsFileAfterFile() throws {
    var reader = try Self.read("group One\nA_ID  A\n  class pii\n  note n\n  example a")
    try Array("B_ID  B\n  class pii\n  note n\n  example b\n".utf8).withUnsafeBufferPointer {
      try reader.read($0, name: "other.txt")
    }
    #expect(reader.types.map(\.type.name) == ["A_ID", "B_ID"])
  }

  // MARK: - Rules

  @Test func aLoneRuleIsNamedByItsType() throws {
    let rule = try #require(try Self.rules("  labels  bsn\n  pattern  [0-9]{9}").first)
    #expect(rule.name == "nl-bsn")
    #expect(rule.type.name == "NL_BSN")
    #expect(rule.pattern == "[0-9]{9}")
    #expect(!rule.isCaseless && rule.boundary == .word && rule.validator == nil && rule.priority == 0)
  }

  @Test func withoutACheckTheLabelStandsNext() throws {
    let rule = try #require(try Self.rules("  labels  bsn | sofi nummer\n  pattern  [0-9]{9}").first)
    #expect(rule.trigger == .labels(["bsn", "sofi nummer"], reach: .adjacent))
    #expect(rule.score == 0.8)
    #expect(rule.context.isEmpty)
  }

  @Test func withACheckTheLabelStandsNear() throws {
    let text = "A_ID  A\n class pii\n example a\n check luhn\n labels a\n pattern [0-9]{9}"
    let rule = try #require(try Self.read(text).rules.first)
    #expect(rule.trigger == .labels(["a"], reach: .near))
    #expect(rule.score == 0.9)
    #expect(rule.validator?.rawValue == "luhn")
  }

  @Test func labelsRaiseWhatStandsAlone() throws {
    let rule = try #require(
      try Self.rules("  labels  bsn\n  shape  9\n  pattern  [0-9]{9}\n  alone  0.3\n  labelled  0.7").first)
    #expect(rule.trigger == .shape(digits: [9]))
    #expect(rule.score == 0.3)
    #expect(rule.context.map(\.words) == [["bsn"]])
    #expect(rule.context.map(\.before) == [48] && rule.context.map(\.after) == [24])
    #expect(abs(rule.context[0].weight - 0.4) < 1e-9)
    #expect(!rule.requiresContext)
  }

  @Test func wordsSpeakAgainst() throws {
    let rule = try #require(
      try Self.rules("  shape  9\n  pattern  [0-9]{9}\n  alone  0.6\n  unless  order | invoice\n  unless  isbn").first)
    #expect(rule.context == [Rule.Context(["order", "invoice", "isbn"], before: 24, weight: -0.4)])
  }

  @Test func listsAreContinued() throws {
    let labelled = try Self.rules("  labels  bsn | sofi\n  labels  burgerservicenummer\n  pattern  [0-9]{9}")
    #expect(labelled.map(\.trigger) == [.labels(["bsn", "sofi", "burgerservicenummer"], reach: .adjacent)])
    let started = try Self.rules("  starts  ghp_ | gho_\n  starts  ghs_\n  pattern  gh[a-z]_x\n  alone  0.9")
    #expect(started.map(\.trigger) == [.literals(["ghp_", "gho_", "ghs_"])])
  }

  @Test func ruleLinesBeginRules() throws {
    let rules = try Self.rules(
      """
        labels  bsn | sofi
        rule    -
        shape   9
        pattern [0-9]{9}
        alone   0.3
        rule    short
        pattern [0-9]{8}
        labels  old bsn
      """)
    #expect(rules.map(\.name) == ["nl-bsn", "nl-bsn-short"])
    #expect(rules.map(\.context.first?.words) == [["bsn", "sofi"], nil])
    #expect(rules[1].trigger == .labels(["old bsn"], reach: .adjacent))
  }

  /// What stands before the first `rule` line is a rule of its own when it has a pattern.
  @Test func aRuleMayStandBeforeTheFirstRuleLine() throws {
    let rules = try Self.rules("  labels  bsn\n  pattern  [0-9]{9}\n  rule  short\n  pattern  [0-9]{8}")
    #expect(rules.map(\.name) == ["nl-bsn", "nl-bsn-short"])
    #expect(rules.map(\.pattern) == ["[0-9]{9}", "[0-9]{8}"])
  }

  @Test(arguments: [
    ("shape  9", Rule.Trigger.shape(digits: [9])),
    ("shape  9,12", .shape(digits: [9, 12])),
    ("shape  2+9", .shape(letters: 2...2, digits: [9])),
    ("shape  1-2+6-7", .shape(letters: 1...2, digits: [6, 7])),
    ("shape  8-10,13", .shape(digits: [8, 9, 10, 13])),
    ("run  11,17/3", .run([11, 17], digits: 3)), ("run  8-10/1", .run([8, 9, 10], digits: 1)),
    ("digits  5/16", .digits(5, within: 16)),
    ("starts  ghp_", .literals(["ghp_"])),
  ]) func triggersAreRead(_ key: String, _ trigger: Rule.Trigger) throws {
    #expect(try Self.rules("  \(key)\n  pattern  x[0-9]\n  alone  0.6").map(\.trigger) == [trigger])
  }

  @Test func otherKeysOfARule() throws {
    let rule = try #require(
      try Self.rules(
        "  labels  bsn\n  pattern  [0-9]{9}\n  caseless  yes\n  boundary  digit\n  priority  3\n  reach  near"
      ).first)
    #expect(rule.isCaseless && rule.boundary == .digit && rule.priority == 3)
    #expect(rule.trigger == .labels(["bsn"], reach: .near))
    #expect(try Self.rules("  labels  a\n  pattern  x\n  boundary  none").map(\.boundary) == [.none])
  }

  @Test func piecesArePutIn() throws {
    let text = """
      define YEAR  (?:19|20)[0-9]{2}
      define SPAN  %{YEAR}-%{YEAR}
      A_ID  A
        class  pii
        note  n
        example  a
        labels  a
        pattern  x%{SPAN}[%{letters}] 100% %[a] %{YEAR}
      """
    let year = "(?:19|20)[0-9]{2}"
    #expect(
      try Self.read(text).rules.map(\.pattern) == ["x\(year)-\(year)[\(Catalogue.letters)] 100% %[a] \(year)"])
  }

  // MARK: - What is wrong, and where

  /// Lines of a type that is whole by its fourth line; more follows.
  static let whole = "A_ID  A\n  class  pii\n  note  n\n  example  a\n"

  @Test(arguments: [
    ("  size  4", "unknown key"), ("  labels", "the key has no value"), ("  class  both", "unknown class"),
    ("  tags  loud", "unknown tag"), ("  check  mod-12", "unknown check"), ("  alone  much", "unknown number"),
    ("  labelled  1/2", "unknown number"), ("  priority  high", "unknown number"),
    ("  boundary  line", "unknown boundary"), ("  reach  far", "unknown reach"),
    ("  shape  x", "expected a number or a range of numbers"),
    ("  shape  9-8", "expected a number or a range of numbers"),
    ("  shape  1-2-3", "expected a number or a range of numbers"),
    ("  shape  1+2+3", "expected a shape as LETTERS+DIGITS"), ("  digits  5", "expected digits as COUNT/WITHIN"),
    ("  digits  a/b", "expected digits as COUNT/WITHIN"), ("  run  11", "expected run as LENGTHS/DIGITS"),
    ("  run  a/1", "expected a number or a range of numbers"), ("  pattern  %{nothing}", "unknown piece"),
    ("  pattern  a\n  pattern  b", "a rule has one pattern"), ("A_ID  Again", "the type is described twice"),
    ("a_id  In lower case", "not the name of a type"), ("define  X  %{nothing}", "unknown piece"),
  ]) func malformedLinesAreNamed(_ line: String, _ reason: String) throws {
    let failure = try Self.failure(Self.whole + line + "\n")
    #expect(failure.file == "test.txt")
    #expect(failure.line == 4 + line.utf8.split(separator: UInt8(ascii: "\n")).count)
    #expect(failure.reason == reason)
    #expect(failure.description == "catalogue 'test.txt', line \(failure.line): \(reason)")
  }

  @Test func keysStandInATypeOnly() throws {
    let failure = try Self.failure("group One\n  class  pii\n")
    #expect(failure.line == 2 && failure.reason == "a key outside a type")
  }

  /// What a type lacks is told where it ends, since it could have come until there.
  @Test(arguments: [
    ("  note  n\n  example  a\n", "a type needs a class"),
    ("  class  pii\n  note  n\n", "a type needs an example"),
    ("  class  pii\n  example  a\n", "a type needs either a check or a note why it has none"),
    ("  class  pii\n  example  a\n  note  n\n  check  luhn\n", "a type needs either a check or a note why it has none"),
    ("  class  pii\n  example  a\n  note  n\n  pattern  x\n", "a rule without labels needs `alone`"),
    ("  class  pii\n  example  a\n  note  n\n  pattern  x\n  alone  0.5\n", "a rule with `alone` needs a trigger"),
  ]) func incompleteTypesAreNamed(_ keys: String, _ reason: String) throws {
    let count = 1 + keys.utf8.split(separator: UInt8(ascii: "\n")).count
    let last = try Self.failure("A_ID  A\n" + keys)
    #expect(last.reason == reason)
    #expect((1...count).contains(last.line))
    let followed = try Self.failure("A_ID  A\n" + keys + "B_ID  B\n  class  pii\n  note  n\n  example  b\n")
    #expect(followed.reason == reason)
    #expect((1...count + 1).contains(followed.line))
  }

  // MARK: - The rule for what has no form

  @Test func aMistypedNumberIsFoundBehindTheLabelOfAChecked() throws {
    let text = """
      A_ID  A
        class  pii
        example  a
        check  luhn
        labels  blood id
        pattern  [0-9]{9}
      B_ID  B
        class  pii
        note  n
        example  b
        labels  skin id
        pattern  [0-9]{9}
      """
    let reader = try Self.read(text)
    let engine = try Engine(Policy(rules: reader.rules + reader.fallback, names: .off))
    func types(_ text: String) throws -> [String] { try engine.findings(in: text).map(\.type.name) }
    #expect(try types("blood id: 123456782") == ["A_ID"])
    #expect(try types("blood id: 123456783") == ["ID_NUMBER"])
    #expect(try types("bloodId=12-34 56 78") == ["ID_NUMBER"])
    #expect(try types("skin id: 12345678") == [])
    #expect(try types("blood id: 1234") == [])
    #expect(try types("12345678, no label") == [])
  }
}
