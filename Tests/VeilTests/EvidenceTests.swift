import Testing
import Veil

/// Why words were taken for a name.
@Suite struct EvidenceTests {
  private typealias Kind = Explanation.Evidence.Kind

  private static let engine = Result { try Engine(Policy(names: .fast)) }

  /// Of the first finding: what is about all of it, then what is about each word.
  private func kinds(_ text: String) throws -> (whole: Set<Kind>, words: [Set<Kind>]) {
    let evidence = try #require(try Self.engine.get().explain(Array(text.utf8)).first).evidence
    let words = (1...max(1, evidence.compactMap(\.word).max() ?? 0)).map { word in
      Set(evidence.filter { $0.word == word }.map(\.kind))
    }
    return (Set(evidence.filter { $0.word == nil }.map(\.kind)), words)
  }

  @Test func namesWhatStandsAround() throws {
    let samples: [(String, Kind)] = [
      ("We met Mr. Xyloft there.", .title), ("Dear Jane,", .greeting), ("My name is Jane Roe.", .introduction),
      ("Patient: Jane Xyloft", .label), ("Kind regards,\nJane Xyloft\n", .closing), ("then Doe, John came", .inverted),
      ("for J. Smith only", .initials), ("then Jane Roe came", .list), ("We paid Globex LLC for it.", .legalForm),
    ]
    for (text, kind) in samples { #expect(try kinds(text).whole.contains(kind), "\(text)") }
  }

  @Test func saysWhatIsKnownOfEachWord() throws {
    let (_, words) = try kinds("We met Mr. Karel van Xyloft there.")
    #expect(words == [[.givenName], [.particle], [.unknownWord]])
    #expect(try kinds("So John Doe came").words[0].contains(.capitalInside))
    #expect(try !kinds("John Doe came").words[0].contains(.capitalInside))
    #expect(try kinds("for J. Smith only").words[0].contains(.initial))
    #expect(try kinds("Dear Ms. Jane Brown,").words[1].isSuperset(of: [.familyName, .commonWord]))
  }

  @Test func seesThroughDisguises() throws {
    #expect(try kinds("then J\u{200B}ohn D\u{FF4F}e came").words.map { $0.subtracting([.capitalInside]) }.count == 2)
  }

  /// Found again where nothing gives it away.
  @Test func namesRecall() throws {
    let explained = try Self.engine.get().explain(Array("Dear Mr. Zork Xyloft, … said zork xyloft once.".utf8))
    let again = try #require(explained.last)
    #expect(again.finding.rule == "seen-before" && again.evidence.first?.kind == .seenBefore)
  }

  @Test func rulesAndListsHaveNone() throws {
    let engine = try Engine(Policy(deny: [Policy.DenyEntry("Jane Roe", .name)]))
    let explained = try engine.explain(Array("Mr. Jane Roe, jane@example.com".utf8))
    #expect(explained.map(\.finding.rule) == ["deny-list", "email"])
    #expect(explained.allSatisfy { $0.evidence.isEmpty })
  }

  /// Also beside bytes that are not UTF-8, and at the ends of a text.
  @Test func holdsAnywhere() throws {
    let engine = try Engine(Policy(names: .fast, invalidUTF8: .opaque))
    let text = [0xFF] + Array("Mr. Jane Roe".utf8) + [0xC3]
    let explained = try engine.explain(text)
    #expect(explained.map(\.finding.type) == [.name])
    #expect(explained.first?.evidence.contains { $0.kind == .familyName } == true)
  }

  @Test func everyKindSaysSomething() {
    for kind in Kind.allCases {
      let text = Explanation.Evidence(kind).text
      #expect(!text.isEmpty && !text.hasSuffix("."))
    }
    let weighed = Explanation.Evidence(.followedBy, weight: 0.25, text: "verb of speech behind it")
    #expect(weighed.text == "verb of speech behind it" && weighed.weight == 0.25 && weighed.word == nil)
  }
}
