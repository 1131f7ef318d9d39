import Testing

@testable import Veil

/// Once a name is established it is found in its other words, and they are linked.
@Suite struct ConsistencyTests {
  struct Sample: Decodable, Sendable, CustomTestStringConvertible {
    var id: String
    var text: String
    var output: String
    var testDescription: String { id }
  }

  static let samples: [Sample] = (try? jsonLines("consistency", prefix: "names")) ?? []
  /// Without the tagger: what it finds is no matter here, and changes with its training.
  static let engine = Result { try Engine(Policy(names: .fast)) }

  /// The output, after checks that it comes back as it was and that a second run leaves it alone.
  static func masked(_ text: String, _ vault: Vault? = nil) throws -> String {
    let engine = try engine.get()
    let vault = try vault ?? Vault()
    let output = try engine.pseudonymize(text, vault: vault)
    #expect(Array(engine.restore(output, vault: vault).text.utf8) == Array(text.utf8))
    #expect(try engine.pseudonymize(output, vault: Vault(entries: vault.entries)) == output)
    return output
  }

  @Test func samplesAreThere() { #expect(Self.samples.count >= 35) }

  @Test(arguments: samples) func findsAndLinks(_ sample: Sample) throws {
    #expect(try Self.masked(sample.text) == sample.output)
  }

  /// One text after the other has the same numbers as all in one.
  @Test func otherTextsOfTheVault() throws {
    let vault = try Vault()
    #expect(try Self.masked("Dear Pavel Brzenk,", vault) == "Dear [NAME_1],")
    #expect(
      try Self.masked("Brzenk and P. Brzenk and BRZENK, Pavel", vault)
        == "[NAME_1_FAMILY] and [NAME_1_B] and [NAME_1_C]")
    #expect(try Self.masked("we met pavel brzenk, not a brzenk", vault) == "we met [NAME_1_LOWER], not a brzenk")
    #expect(try Self.masked("We met Acme Holdings LLC (\"AHL\").", vault) == "We met [ORG_1] (\"[ORG_1_B]\").")
    #expect(try Self.masked("Acme or AHL", vault) == "[ORG_1_C] or [ORG_1_B]")
  }

  @Test func savedVault() throws {
    let first = try Vault()
    _ = try Self.masked("Dear Pavel Brzenk, we met Acme Holdings LLC (\"AHL\").", first)
    let vault = try Vault(entries: first.entries)
    #expect(
      try Self.masked("Did Brzenk or P. Brzenk call AHL?", vault) == "Did [NAME_1_FAMILY] or [NAME_1_B] call [ORG_1_B]?"
    )
    #expect(try Self.masked("ask Acme", Vault(entries: vault.entries)) == "ask [ORG_1_C]")
  }

  @Test func mapping() throws {
    func masked(_ text: String, _ pairs: [(String, String)]) throws -> String {
      try Self.masked(text, Vault(mapping: Mapping(pairs)))
    }
    let name = [("Pavel Brzenk", "[NAME_7]")]
    #expect(try masked("Brzenk, and P. Brzenk.", name) == "[NAME_7_FAMILY], and [NAME_7_B].")
    #expect(try masked("BRZENK, Pavel", [("<PERSON_3>", "Pavel Brzenk")]) == "<PERSON_3_B>")
    #expect(try masked("Brzenk is Pavel Brzenk", [("Pavel Brzenk", "NAME")]) == "[NAME_1_FAMILY] is [NAME_1]")
    #expect(try masked("ask Zorblat", [("Zorblat Holdings LLC", "[ORG_4]")]) == "ask [ORG_4_B]")
    let found = try Self.engine.get().findings(in: "ask Brzenk", mapping: Mapping(name))
    #expect(found.map(\.range) == [4..<10])
    #expect(
      try masked("ask Pavel or Pavel Brzenk", [("<PERSON_3>", "Pavel Brzenk")]) == "ask <PERSON_3_GIVEN> or <PERSON_3>")
  }

  /// What one name makes known must not be taken for another's.
  @Test func whoSharesANameIsNotMerged() throws {
    let vault = try Vault()
    _ = try Self.masked("Dear Pavel Brzenk,", vault)
    #expect(try Self.masked("Brzenk", vault) == "[NAME_1_FAMILY]")
    #expect(try Self.masked("Dear Olga Brzenk,", vault) == "Dear [NAME_2],")
    #expect(try Self.masked("Brzenk and O. Brzenk", vault) == "[NAME_3] and [NAME_2_B]")
    #expect(restore("[NAME_1_FAMILY] [NAME_3]", vault) == "Brzenk Brzenk")
  }

  @Test func nicknames() {
    let short = Nicknames.relatives(of: Array("john".utf8)[...])
    #expect(short.contains { $0.name == Array("johnny".utf8) && $0.standsAlone })
    #expect(short.contains { $0.name == Array("jack".utf8) && !$0.standsAlone })
    #expect(Nicknames.relatives(of: Array("johnny".utf8)[...]).contains { $0.name == Array("john".utf8) })
    #expect(Nicknames.relatives(of: Array("|".utf8)[...]).isEmpty && Nicknames.relatives(of: [][...]).isEmpty)
  }

  @Test(arguments: [
    (["J. Doe", "John Doe", "Jane Doe", "J. Doe"], ["NAME_1", "NAME_1_B", "NAME_2", "NAME_1"]),
    (["John Doe", "John Q. Doe", "John Quincy Doe", "Doe"], ["NAME_1", "NAME_1_B", "NAME_1_C", "NAME_1_FAMILY"]),
    (["John Doe", "John Q. Doe", "John A. Doe", "Doe"], ["NAME_1", "NAME_1_B", "NAME_2", "NAME_3"]),
    (
      ["John Doe", "Johnny", "Johnny Roe", "Johnny", "JOHNNY"],
      ["NAME_1", "NAME_1_B", "NAME_2", "NAME_2_GIVEN", "NAME_2_B"]
    ),
    (["Anna Kowalska", "Kowalskiej", "Kowalską"], ["NAME_1", "NAME_1_B", "NAME_1_C"]),
    (["Smith, J.R.", "J.R. Smith", "J. R. Smith"], ["NAME_1", "NAME_1_B", "NAME_1_C"]),
    (["Sean O'Brien", "OBrien", "Sean O’Brien"], ["NAME_1", "NAME_1_B", "NAME_1_C"]),
    (["Jürgen Müller", "Mueller", "Juergen Mueller", "Muller"], ["NAME_1", "NAME_1_B", "NAME_1_C", "NAME_1_D"]),
  ]) func links(originals: [String], placeholders: [String]) throws {
    var vault = try Vault()
    for (original, placeholder) in zip(originals, placeholders) {
      #expect(try vault.issue(original) == "[\(placeholder)]", "\(original)")
      // What is saved goes on as what was not.
      vault = try Vault(entries: vault.entries)
    }
  }

  @Test func companiesAreLinked() throws {
    let vault = try Vault()
    #expect(try vault.issue("Acme Holdings", .organisation) == "[ORG_1]")
    #expect(try vault.issue("Acme Holdings LLC", .organisation) == "[ORG_1_B]")
    #expect(try vault.issue("Acme", .organisation) == "[ORG_1_C]")
    #expect(try vault.issue("Acme Holdings GmbH", .organisation) == "[ORG_2]")
    #expect(try vault.issue("Acme", .organisation) == "[ORG_3]")
  }

  static let parts = [
    "Dear John Doe,", "Doe", "Mr Doe", "J. Doe", "DOE, John", "john doe", "Johnny's", "Jane Doe", "Dear Jane Doe,",
    "Pavel Brzenk", "Dear Pavel Brzenk,", "Brzenk", "BRZENK, Pavel", "P. Brzenk", "brzenk", "Brzenks", "K. Brzenk",
    "Pavel B.", "José Zorblát", "Dear José Zorblát,", "Jose", "Zorblat", "van der Berg", "Ms Anna van der Berg", "Berg",
    "Acme Holdings LLC", "Acme", "(\"AHL\")", "AHL", "Acme Holdings", "Acme Banking GmbH", "pavel.brzenk@example.com",
    "j.doe@example.com", "zorblat@example.com", "the", "will", "Will", "and", "said", ",", ".", "\n", "\n", "[NAME_1]",
    "[NAME_1_FAMILY]", "NAME_2", "Hans-Peter Müller-Zorg", "Dear Hans-Peter Müller-Zorg,", "Mueller", "Zorg", "J.",
    "A.",
    "\u{200B}", "e\u{301}", "Jo\u{AD}hn Doe", "日本", "Ｄｏｅ", "'s", "-", "@",
  ]

  static func text(_ random: inout SeededGenerator, count: Int) -> [UInt8] {
    var text: [UInt8] = []
    for _ in 0..<count {
      text += parts.randomElement(using: &random)!.utf8
      if Int.random(in: 0..<8, using: &random) > 0 { text.append(0x20) }
    }
    return text
  }

  /// Round trip and a second run, on texts of little but names.
  @Test func randomNamesObeyTheLaws() throws {
    let engine = try Self.engine.get()
    var random = SeededGenerator(900)
    var changes: [String] = []
    for number in 0..<3_000 {
      let text = Self.text(&random, count: Int.random(in: 1...20, using: &random))
      let (output, vault) = try LawTests.checkRoundTrip(text, engine, name: "text \(number)")
      if let change = try LawTests.secondRun(output, engine, vault) { changes.append("text \(number): \(change)") }
    }
    #expect(changes.count <= 6, "\(changes)")
  }

  /// Neither chunks nor the order in which blocks are analysed can be seen.
  @Test func chunksOfNamesAreInvisible() throws {
    var policy = LawTests.smallBlocks
    policy.names = .fast
    let engine = try Engine(policy)
    var random = SeededGenerator(901)
    for number in 0..<120 {
      let text = Self.text(&random, count: Int.random(in: 200...1_200, using: &random))
      let whole = try Vault()
      let expected = try engine.pseudonymize(text, vault: whole)
      #expect(LawTests.restore(expected, vault: whole) == text, "text \(number)")
      let vault = try Vault()
      let cuts = RandomText.chunks(of: text.count, &random)
      #expect(try LawTests.pseudonymize(text, engine, cuts: cuts, vault: vault) == expected, "text \(number)")
      #expect(vault.entries == whole.entries)
      let again = try Vault(entries: whole.entries)
      #expect(again.entries == whole.entries)
    }
  }
}
