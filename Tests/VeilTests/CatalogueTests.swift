import Testing

@testable import Veil

/// Every type of the catalogue against its fixtures, and against what is derived from them.
@Suite struct CatalogueTests {
  /// Every type is looked for, those too that are not in the default policy.
  static let engine = Result {
    try Engine(Policy(types: Set(Catalogue.types.map(\.type)), classes: [.pii, .oii], minimumScore: 0.5))
  }

  /// What nothing but the trained tagger finds.
  static let tagged: Set<EntityType> = [.location]

  static func describe(_ findings: [Finding], in text: String) -> String {
    let bytes = Array(text.utf8)
    let parts = findings.map { "\($0.type) '\(String(decoding: bytes[$0.range], as: UTF8.self))' by \($0.rule)" }
    return parts.isEmpty ? "nothing" : parts.joined(separator: ", ")
  }

  // MARK: What the catalogue says

  @Test func typesAreDescribed() {
    for type in Catalogue.types {
      #expect(!type.title.isEmpty, "\(type.type) has no title")
      #expect(!type.group.isEmpty, "\(type.type) has no group")
      #expect(!type.example.isEmpty, "\(type.type) has no example")
      #expect(
        type.validator != nil || type.validatorNote?.isEmpty == false, "\(type.type): no check, and no note why")
      #expect(
        type.country.map { $0.utf8.count == 2 && $0.utf8.allSatisfy { (0x41...0x5A).contains($0) } } ?? true,
        "\(type.type): \(type.country ?? "") is no country's code")
    }
    #expect(Set(Catalogue.types.map(\.type)).count == Catalogue.types.count)
  }

  /// A rule that may begin with a space, or with any byte beyond ASCII, makes every word of a text a place to look at.
  @Test func wordsCostNothingWhereNothingBegins() throws {
    let marks = try Program(.default).dispatch.marks
    for byte in UInt8.min...UInt8.max
    where byte >= 0x80 || byte == 0x20 || byte | 0x20 &- 0x61 < 26 || byte &- 0x30 < 10 {
      #expect(!marks.contains(byte), "\(byte)")
    }
  }

  /// What the description says of a check is what a rule does. People and companies have finders instead of rules.
  @Test func namedChecksAreMade() {
    for type in Catalogue.types {
      let rules = Catalogue.rules.filter { $0.type == type.type }
      #expect(
        !rules.isEmpty || Self.tagged.union([.name, .organisation]).contains(type.type),
        "\(type.type) has no rule")
      if let validator = type.validator {
        #expect(rules.contains { $0.validator == validator }, "\(type.type): no rule checks \(validator.rawValue)")
      }
    }
  }

  @Test func examplesHaveAFinding() throws {
    for type in Catalogue.types where !Self.tagged.contains(type.type) {
      let found = try Self.engine.get().findings(in: type.example)
      #expect(
        found.contains { $0.type == type.type },
        "\(type.type): in '\(type.example)' found \(Self.describe(found, in: type.example))")
    }
  }

  // MARK: Fixtures

  @Test func everyTypeHasFixtures() throws {
    var counts: [EntityType: (positive: Int, negative: Int, corrupted: Int)] = [:]
    for fixture in try CatalogueFixture.files.flatMap(CatalogueFixture.read) + CatalogueFixture.detected() {
      var count = counts[fixture.type, default: (0, 0, 0)]
      if fixture.kind == nil { count.positive += 1 } else { count.negative += 1 }
      if fixture.kind == .corrupted { count.corrupted += 1 }
      counts[fixture.type] = count
    }
    for type in Catalogue.types where !Self.tagged.contains(type.type) {
      let count = counts[type.type, default: (0, 0, 0)]
      #expect(count.positive >= 5 && count.negative >= 5, "\(type.type) has too few fixtures")
      #expect(
        type.validator == nil || count.corrupted >= 2, "\(type.type) has a check and too few corrupted fixtures")
    }
  }

  /// Exactly the values are found as the type, and nothing else but names that the tagger may find beside them.
  @Test(arguments: CatalogueFixture.files) func finds(_ file: String) throws {
    for fixture in try CatalogueFixture.read(file) where fixture.kind == nil {
      let bytes = Array(fixture.text.utf8)
      let found = try Self.engine.get().findings(in: fixture.text).filter {
        !$0.rule.hasSuffix("-tagger") || fixture.find.contains(String(decoding: bytes[$0.range], as: UTF8.self))
      }
      let values = found.filter { $0.type == fixture.type }.map { String(decoding: bytes[$0.range], as: UTF8.self) }
      let others = found.filter { $0.type != fixture.type && !fixture.also.contains($0.type.name) }
      #expect(
        values.sorted() == fixture.find.sorted() && others.isEmpty,
        "\(fixture.place): \(fixture.type) in '\(fixture.text)', found \(Self.describe(found, in: fixture.text))")
    }
  }

  @Test(arguments: CatalogueFixture.files) func staysSilent(_ file: String) throws {
    for fixture in try CatalogueFixture.read(file) where fixture.kind != nil {
      let found = try Self.engine.get().findings(in: fixture.text)
      #expect(
        !found.contains { $0.type == fixture.type && !$0.rule.hasSuffix("-tagger") },
        "\(fixture.place): \(fixture.type) in '\(fixture.text)', found \(Self.describe(found, in: fixture.text))")
    }
  }

  // MARK: Derived from fixtures

  /// The type is right and the whole disguised value is covered.
  @Test(arguments: CatalogueFixture.files) func seesThroughDisguises(_ file: String) throws {
    for fixture in try CatalogueFixture.read(file) where fixture.kind == nil {
      for value in fixture.find {
        guard let range = fixture.range(of: value) else { continue }
        for disguise in Disguise.allCases {
          guard let disguised = disguise.apply(to: value) else { continue }
          let text = Self.replacing(range, of: fixture.text, by: disguised)
          let covered = range.lowerBound..<range.lowerBound + disguised.utf8.count
          let found = try Self.engine.get().findings(in: text)
          #expect(
            found.contains { $0.type == fixture.type && $0.range.union(covered) == $0.range },
            "\(fixture.place): \(fixture.type) '\(value)' with \(disguise.rawValue), found \(Self.describe(found, in: text))"
          )
        }
      }
    }
  }

  /// A value with one other digit is not what it was: its check refuses it, and no other rule of its type takes it.
  @Test func refusesEveryChangedDigit() throws {
    for rule in UndetectedChange.tolerantRules { #expect(Catalogue.rulesByName[rule] != nil, "there is no \(rule)") }
    var changes: [Validator: (all: Int, missed: [String])] = [:]
    for fixture in try CatalogueFixture.files.flatMap(CatalogueFixture.read) + CatalogueFixture.detected()
    where fixture.kind == nil {
      for finding in try Self.engine.get().findings(in: fixture.text) where finding.type == fixture.type {
        guard let validator = Catalogue.rulesByName[finding.rule]?.validator else { continue }
        let (all, missed) = try Self.changeDigits(of: finding, in: fixture, validator)
        changes[validator, default: (0, [])].all += all
        changes[validator]!.missed += missed
      }
    }
    let exceptions = try UndetectedChange.byCheck()
    for (validator, (all, missed)) in changes.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      let most = exceptions[validator.rawValue]?.most ?? 0
      #expect(
        Double(missed.count) <= most * Double(all),
        "\(validator.rawValue): \(missed.count) of \(all) changes pass: \(missed.prefix(9))")
    }
    for check in exceptions.keys {
      let missed = Validator(rawValue: check).flatMap { changes[$0]?.missed } ?? []
      #expect(!missed.isEmpty, "undetected.tsv: \(check) is no exception")
    }
  }

  /// - Returns: how many changes there are, and those that are found as the same type at the same place.
  private static func changeDigits(
    of finding: Finding, in fixture: CatalogueFixture, _ validator: Validator
  ) throws -> (all: Int, missed: [String]) {
    var bytes = Array(fixture.text.utf8)
    var all = 0
    var missed: [String] = []
    for place in finding.range where isDigit(bytes[place]) {
      let digit = bytes[place]
      var isTakenByAnother = false
      for step in UInt8(1)...9 {
        bytes[place] = 0x30 + (digit - 0x30 + step) % 10
        all += 1
        let accepts = validator.accepts(bytes[finding.range].span)
        // The check says what its own rule does. Whether another rule of the type takes what it refuses is asked once.
        if accepts || step == 1 {
          let found = try engine.get().findings(in: bytes).first {
            $0.type == finding.type && $0.range == finding.range && !UndetectedChange.tolerantRules.contains($0.rule)
          }
          if !accepts { isTakenByAnother = found != nil }
          guard let found else { continue }
          missed.append("\(fixture.place) \(String(decoding: bytes[finding.range], as: UTF8.self)) by \(found.rule)")
        } else if isTakenByAnother {
          missed.append("\(fixture.place) \(String(decoding: bytes[finding.range], as: UTF8.self))")
        }
      }
      bytes[place] = digit
    }
    return (all, missed)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func replacing(_ range: Range<Int>, of text: String, by value: String) -> String {
    var bytes = Array(text.utf8)
    bytes.replaceSubrange(range, with: value.utf8)
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Range<Int> {
  fileprivate func union(_ other: Range<Int>) -> Range<Int> {
    Swift.min(lowerBound, other.lowerBound)..<Swift.max(upperBound, other.upperBound)
  }
}
