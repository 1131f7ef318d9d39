import Testing
import Veil
import VeilPolicyFile

/// Rules learned from samples.
@Suite struct LearningTests {
  private static let type = EntityType("STAFF_CODE")!

  private func lesson(_ samples: [String], labels: [String] = []) throws -> Lesson {
    try Lesson(Self.type, samples: Array(samples.joined(separator: "\n").utf8), labels: labels)
  }

  private func policy(_ yaml: String) throws -> Policy {
    let file = try PolicyFile(yaml: Array(yaml.utf8))
    try file.check()
    return file.policy
  }

  private func rule(_ yaml: String) throws -> Rule {
    try #require(policy(yaml).rules.first { $0.type == Self.type && $0.name.hasPrefix("own-") })
  }

  private func refusal(_ samples: [String], labels: [String] = []) -> LearningError? {
    do { _ = try lesson(samples, labels: labels).proposal() } catch let error as LearningError { return error } catch {}
    return nil
  }

  /// Samples, and the pattern that they come to.
  private static let examples: [(samples: [String], pattern: String)] = [
    (["E-483920", "E-100234", "E-998812"], "E-[0-9]{6}"),
    (["EMP004711", "EMP998812", "EMP120001"], "EMP[0-9]{6}"),
    (["12345", "99881", "55012"], "[0-9]{5}"),
    (["1234", "99881", "550120"], "[0-9]{4,6}"),
    (["AB-1234-X", "CD-9921-Y", "QZ-0001-K"], "[A-Z]{2}-[0-9]{4}-[A-Z]"),
    (["2024-0001/K", "2025-9100/M", "2023-0007/K", "2024-0099/M"], "(?:19|20)[0-9]{2}-[0-9]{4}/(?:K|M)"),
    (["2001", "2005", "2019"], "[0-9]{4}"),
    (["usr_7f3a9b", "usr_00ab12", "usr_9c9c1d"], "usr_(?=\\p{L}{0,5}[0-9])(?=[0-9]{0,5}\\p{L})[0-9a-f]{6}"),
    (["EMP-1234", "EMP 1235", "EMP-9912"], "EMP(?: |-)[0-9]{4}"),
    (["P.12.345", "P.98.001", "P.45.777"], "P\\.[0-9]{2}\\.[0-9]{3}"),
    (["#12345", "#99123", "#45450"], "\\#[0-9]{5}"),
    (["ЛК-12345", "ЛК-99123", "ЛК-45450"], "ЛК-[0-9]{5}"),
    (["NL4711ABC", "DE9912XYZ", "FR0001QQQ"], "[A-Z]{2}[0-9]{4}[A-Z]{3}"),
  ]

  @Test(arguments: examples) func findsTheForm(_ samples: [String], _ pattern: String) throws {
    #expect(try rule(lesson(samples).proposal()).pattern == pattern)
  }

  /// What is printed is a policy, and it finds the samples: behind the label that it says, in the default policy.
  @Test(arguments: examples) func theProposalFindsItsSamples(_ samples: [String], _ pattern: String) throws {
    for labels in [[], ["staff no", "badge"]] {
      let yaml = try lesson(samples, labels: labels).proposal()
      var policy = try policy(yaml)
      policy.rules.removeAll { !$0.name.hasPrefix("own-") }
      let engine = try Engine(policy)
      for sample in samples {
        let text = "His \(labels.first ?? "staff code") is \(sample), he says."
        let found = try engine.findings(in: text).filter { $0.type == Self.type }.map(\.range)
        let start = text.utf8.count - ", he says.".utf8.count - sample.utf8.count
        #expect(found == [start..<start + sample.utf8.count], "\(sample)")
      }
    }
  }

  @Test func aStrongFormNeedsNoLabel() throws {
    let yaml = try lesson(["EMP-004711", "EMP-998812", "EMP-120001"]).proposal()
    #expect(try rule(yaml).trigger == .literals(["EMP-"]))
    #expect(try rule(yaml).score > 0.5)
    let engine = try Engine(policy(yaml))
    #expect(
      try engine.findings(in: "ask EMP-555001 or EMP-5550011").filter { $0.type == Self.type }.map(\.range) == [4..<14])
  }

  @Test func aWordBeforeANumberIsALabel() throws {
    #expect(try rule(lesson(["Room 1234", "Room 9921", "Room 4711"]).proposal()).score < Policy.default.minimumScore)
    #expect(try rule(lesson(["ROOM-1234", "ROOM-9921", "ROOM-4711"]).proposal()).score > Policy.default.minimumScore)
  }

  @Test func formsThatOthersShareNeedOne() throws {
    let number = try rule(lesson(["12345", "99881", "55012"], labels: ["staff"]).proposal())
    #expect(number.trigger == .labels(["staff"]))
    let weak = try rule(lesson(["AB1234", "CD9921", "QZ0001"]).proposal())
    #expect(weak.trigger == .shape(letters: 2...2, digits: [4]))
    #expect(weak.score < Policy.default.minimumScore)
    #expect(weak.context.map(\.words) == [["staff code"]])
    let engine = try Engine(Policy(rules: [weak], names: .off))
    #expect(try engine.findings(in: "part AB1234").isEmpty)
    #expect(try engine.findings(in: "staff code AB1234").count == 1)
  }

  @Test func mixedTokensHaveATriggerOfTheirOwn() throws {
    let rule = try rule(lesson(["7F3A9BC2", "00AB12FF", "9C9C1D0A", "A1B2C3D4"]).proposal())
    #expect(rule.trigger == .run([8], digits: 1))
    let engine = try Engine(Policy(rules: [rule], minimumScore: 0, names: .off))
    #expect(try engine.findings(in: "DEADBEEF 12345678 0F0F0F0F 0F0F0F0F0").map(\.range) == [18..<26])
  }

  @Test func caseMayDiffer() throws {
    let rule = try rule(lesson(["EMP-1234", "emp-1235", "EMP-9912", "emp-8888"]).proposal())
    #expect(rule.isCaseless)
    #expect(rule.pattern == "EMP-[0-9]{4}")
    #expect(try !self.rule(lesson(["aBc-1234", "xYz-1235", "qRs-9912"]).proposal()).isCaseless)
  }

  @Test func severalFormsAreAlternatives() throws {
    let samples = ["EMP-1234", "EMP-1235", "CONTRACTOR 12/A", "CONTRACTOR 99/B"]
    let yaml = try lesson(samples).proposal()
    #expect(try rule(yaml).pattern == "(?:CONTRACTOR [0-9]{2}/[A-Z]|EMP-[0-9]{4})" || rule(yaml).pattern.contains("|"))
    #expect(yaml.contains("2 of 4"))
  }

  @Test func repetitionsAndRemarksDoNotCount() throws {
    #expect(
      refusal(["E-1234", "E-1234", " E-1234 ", "", "# E-9999", "E-7777"])?.reason.contains("there are 2") == true)
    #expect(try rule(lesson(["# from HR", "E-1234", "E-7777\r", "\tE-1111"]).proposal()).pattern == "E-[0-9]{4}")
    #expect(try rule(lesson(["E–1234", "E—7777", "E-1111"]).proposal()).pattern == "E-[0-9]{4}")
  }

  @Test(
    arguments: [
      ([], nil), (["E-1"], nil), (["EMP-1234", "EMP-9921", "77/abc"], 3), (["EMP-1", "a.b.c", "99"], nil),
      (["EMP-1", "EMP-2", "EMP-3", "\u{1}"], 4), (["EMP-1", String(repeating: "9", count: 200), "EMP-3"], 2),
      (["apple", "pear", "plum"], nil), (["Jane Roe", "John Doe", "Ann Lee"], nil),
      (["E-1234", "--", "E-7777", "E-8888"], 2),
      ("+*~#%&=;!?".map { "EMP\($0)1234" }, nil), (["a1", "2b", "c33", "4d4", "55", "e"], nil),
    ] as [([String], Int?)])
  func refuses(_ samples: [String], _ line: Int?) throws {
    let error = try #require(refusal(samples))
    #expect(error.line == line)
    // Says where, never what.
    for sample in samples where sample.count > 1 { #expect(!error.description.contains(sample)) }
  }

  @Test func refusesBytesThatAreNotUTF8() throws {
    let bytes = Array("E-1234\nE-".utf8) + [0xFF] + Array("\nE-7777\n".utf8)
    let error = #expect(throws: LearningError.self) { try Lesson(Self.type, samples: bytes) }
    #expect(error?.line == 2)
  }

  @Test func wordsNeedALabelOfTheUsers() throws {
    let samples = ["apple", "pear", "plum"]
    #expect(refusal(samples) != nil)
    #expect(try rule(lesson(samples, labels: ["code name"]).proposal()).trigger == .labels(["code name"]))
  }

  @Test func otherTextSaysHowSpecificThePatternIs() throws {
    let samples = ["EMP-1234", "EMP-1235", "EMP-9912"]
    let lesson = try lesson(samples)
    var clean = try lesson.makeSpecificity()
    try clean.add(Array(String(repeating: "Nothing to be seen here. EMP-1234\n", count: 4000).utf8))
    #expect(clean.findings == 4000 && clean.samples == 4000 && clean.findingsPerMegabyte == 0)
    #expect(try lesson.proposal(against: clean).contains("0 findings, 0.0 per MB, and 4000 that are samples"))
    var noisy = try lesson.makeSpecificity()
    try noisy.add(Array(String(repeating: "Sold 3 of EMP-5555, in store.\n", count: 4000).utf8))
    #expect(noisy.findings == 4000 && noisy.samples == 0)
    let proposal = try lesson.proposal(against: noisy)
    #expect(proposal.contains("Found too often"))
    #expect(try rule(proposal).score < Policy.default.minimumScore)
    // What is not UTF-8 is counted around.
    try noisy.add([0xFF, 0x20] + Array("EMP-5555".utf8))
    #expect(noisy.findings == 4001)
  }

  @Test func mentionsAChecksumThatAllSamplesPass() throws {
    let cards = ["4111111111111111", "5500005555555559", "4012888888881881", "5105105105105100"]
    #expect(try lesson(cards).proposal().contains("validator: luhn"))
    // Four are needed, and all of them.
    #expect(try !lesson(Array(cards.prefix(3))).proposal().contains("validator: luhn"))
    #expect(try !lesson(cards + ["4111111111111112"]).proposal().contains("validator: luhn"))
    // Checks that nearly all numbers pass say nothing.
    #expect(try !lesson(["41555501001", "41555501012", "41555501034", "41555501045"]).proposal().contains("phone"))
  }

  @Test func saysHowManyTextsThePatternMatches() throws {
    #expect(try lesson(["E-123", "E-456", "E-789"]).proposal().contains("matches 1000 different texts"))
    #expect(try lesson(["AB123456", "CD456789", "EF789123"]).proposal().contains("about 7 × 10^8 different texts"))
  }

  @Test func neverTakesTheNameOfABuiltInRule() throws {
    for description in Catalogue.types.prefix(400) {
      let lesson = try Lesson(description.type, samples: Array("QQQ-1234\nQQQ-9999\nQQQ-5555".utf8))
      let yaml = try lesson.proposal()
      #expect(throws: Never.self) { try PolicyFile(yaml: Array(yaml.utf8)) }
    }
  }
}
