import Testing
import Veil

/// The name of a field counts as the label of the text in it.
@Suite struct FieldLabelTests {
  static let engine = Result { try Engine() }

  func found(_ text: String, _ label: String) throws -> [String] {
    try Self.engine.get().findings(in: text, label: FieldLabel(label)).map {
      "\($0.type) \($0.range.lowerBound)..<\($0.range.upperBound)"
    }
  }

  @Test(arguments: [
    ("hunter-2-x", "dbPassword", "PASSWORD 0..<10"), ("hunter-2-x", "mot_de_passe", "PASSWORD 0..<10"),
    ("jdoe42", "user.name", "USERNAME 0..<6"), ("Doe", "lastName", "NAME 0..<3"),
    ("1980-04-01", "dateOfBirth", "DATE_OF_BIRTH 0..<10"), ("62704", "zip_code", "ADDRESS 0..<5"),
  ])
  func aFieldsNameIsALabel(_ text: String, _ label: String, _ expected: String) throws {
    #expect(try found(text, label) == [expected])
    #expect(try found(text, "remark").isEmpty || text == "1980-04-01")
  }

  @Test func nothingIsFoundInTheLabelItself() throws {
    #expect(try found("nothing here", "jane.doe@example.com").isEmpty)
    #expect(try found("", "My name is John Doe").isEmpty)
    // What reaches from the label into the text is masked there.
    let engine = try Engine(Policy(deny: [Policy.DenyEntry("blue: heron", EntityType("PROJECT")!)]))
    let reaching = try engine.findings(in: "Heron flies", label: FieldLabel("blue"))
    #expect(reaching.map(\.range) == [0..<5])
  }

  @Test func contextOfALabelCountsAtAnyDistance() throws {
    let rule = Rule(
      "badge", EntityType("BADGE")!, pattern: "[0-9]{5}", trigger: .shape(digits: [5]), score: 0.3,
      context: [Rule.Context(["badge"], before: 10, weight: 0.3)])
    let engine = try Engine(Policy(rules: [rule], names: .off))
    let text = "lost by a visitor on the second floor: 12345"
    #expect(try engine.findings(in: text).isEmpty)
    let found = try #require(try engine.findings(in: text, label: FieldLabel("badgeNumber")).first)
    #expect(found.range == 39..<44)
    // More than in a sentence.
    #expect(abs(found.score - (0.6 + FieldLabel.weight)) < 0.001)
    #expect(try engine.findings(in: "badge 12345").map(\.score) == [0.6])
  }

  @Test func itIsLikeAnyOtherText() throws {
    let engine = try Self.engine.get()
    let vault = try Vault()
    let text = Array("hunter-2-x\u{301}".utf8)
    let masked = try engine.pseudonymize(text, label: FieldLabel("password"), vault: vault)
    #expect(String(decoding: masked, as: UTF8.self) == "[PASSWORD_1]")
    #expect(Array(engine.restore(String(decoding: masked, as: UTF8.self), vault: vault).text.utf8) == text)
    // A label takes no part in the text, whatever its length and its bytes.
    let odd = FieldLabel(String(repeating: "pässword ", count: 60) + "\u{0}\n")
    let long = Array((String(repeating: "word ", count: 40_000) + "jane.doe@example.com").utf8)
    #expect(try engine.findings(in: long, label: odd) == engine.findings(in: long))
  }

  @Test func chunksMakeNoDifference() throws {
    let engine = try Self.engine.get()
    let text = Array("s3cret-word and jane.doe@example.com".utf8)
    let whole = try engine.findings(in: text, label: FieldLabel("dbPassword"))
    #expect(whole.map(\.type) == [.password, .email])
    for cut in 1..<text.count {
      var stream = engine.makeDetectingStream(label: FieldLabel("dbPassword"))
      var found: [Finding] = []
      let (head, tail) = (Array(text[..<cut]), Array(text[cut...]))
      try stream.append(head.span, to: &found)
      try stream.append(tail.span, to: &found)
      try stream.finish(to: &found)
      #expect(found == whole)
    }
  }
}
