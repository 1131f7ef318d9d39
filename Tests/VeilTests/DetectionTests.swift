import Testing
import Veil

/// What is found, on the labelled fixtures.
@Suite struct DetectionTests {
  static let positives: [LabelledText] = (try? jsonLines("detect", prefix: "positive")) ?? []
  static let negatives: [LabelledText] = (try? jsonLines("detect", prefix: "negative")) ?? []
  static let disguised: [DisguisedText] = (try? jsonLines("disguise", prefix: "disguised")) ?? []
  static let engine = Result { try Engine() }

  static func describe(_ findings: [Finding]) -> [String] {
    findings.map { "\($0.type) \($0.range.lowerBound)..<\($0.range.upperBound)" }
  }

  @Test func fixturesAreThere() {
    #expect(Self.positives.count >= 80)
    #expect(Self.negatives.count >= 80)
    #expect(Self.disguised.count >= 60)
  }

  @Test(arguments: positives) func finds(_ sample: LabelledText) throws {
    let found = try Self.engine.get().findings(in: sample.text)
    let expected = sample.spans.map { "\($0.type) \($0.start)..<\($0.end)" }
    #expect(Self.describe(found) == expected)
  }

  @Test(arguments: negatives) func staysSilent(_ sample: LabelledText) throws {
    #expect(Self.describe(try Self.engine.get().findings(in: sample.text)) == [])
  }

  /// The type is right and at least the whole disguised value is covered.
  @Test(arguments: disguised) func seesThrough(_ sample: DisguisedText) throws {
    let found = try Self.engine.get().explain(Array(sample.text.utf8))
    let isCovered = sample.spans.allSatisfy { span in
      found.contains {
        $0.finding.type.name == span.type && $0.finding.range.lowerBound <= span.start
          && $0.finding.range.upperBound >= span.end
      }
    }
    #expect(isCovered == (sample.expected ?? true), "\(Self.describe(found.map(\.finding)))")
  }

  @Test func explanationsNameTheDisguise() throws {
    let found = try Self.engine.get().explain(Array("write to jane.doe\u{200B}@example\u{2024}com".utf8))
    #expect(found.map(\.finding.type) == [.email])
    #expect(found.first?.disguises.contains("invisible") == true)
  }

  @Test func explanationsNameTheLosers() throws {
    let found = try Engine(Policy(deny: [Policy.DenyEntry("example.com", .init("HOST")!)]))
      .explain(Array("mail jane.doe@example.com now".utf8))
    let host = try #require(found.first { $0.finding.rule == "deny-list" })
    #expect(host.lost.contains { $0.finding.type == .email && $0.reason == .list })
    // The rest of the address is not set free.
    #expect(found.contains { $0.finding.type == .email && $0.finding.range == 5..<13 })
  }

  @Test func contextIsWeighed() throws {
    let rule = Rule(
      "badge", EntityType("BADGE")!, pattern: "[0-9]{5}", trigger: .digits(5, within: 5), score: 0.3,
      context: [
        Rule.Context(["badge", "staff card"], before: 20, weight: 0.5),
        Rule.Context(["order"], before: 20, weight: -0.6),
      ], requiresContext: true)
    let engine = try Engine(Policy(rules: [rule], names: .off))
    #expect(try engine.findings(in: "badge 12345").map(\.score) == [0.8])
    #expect(try engine.findings(in: "STAFF-CARD: 12345").count == 1)
    #expect(try engine.findings(in: "order badge 12345").isEmpty)
    #expect(try engine.findings(in: "number 12345").isEmpty)
    #expect(try engine.findings(in: "badge\(String(repeating: " ", count: 30))12345").isEmpty)
    let explained = try engine.explain(Array("badge 12345".utf8))
    #expect(explained.first?.context.map(\.weight) == [0.5])
    #expect(explained.first?.baseScore == 0.3)
  }
}
