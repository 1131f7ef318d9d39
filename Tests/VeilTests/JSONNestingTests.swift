import Testing

@testable import Veil

@Suite struct JSONNestingTests {
  /// How often a value is escaped that comes after this text.
  @Test(arguments: [
    (#""#, 1), (#"{"a":"#, 1), (#"{"a":""#, 1), (#"{"a":"x"#, 1), (#"{"a":"x","b":""#, 1),
    // JSON in JSON, in a string of it or not.
    (#"{"a":"{\"b\":"#, 1), (#"{"a":"{\"b\":\""#, 2), (#"{"a":"{\"b\":\"x\""#, 1), (#"{"a":"[\""#, 2),
    (#"{"a":" \n[1,-2.5e3,true,false,null,{},[],{\"b\":{\"c\":\"x"#, 2), (#"{"a":"{\""#, 2),
    (#"{"a":"{\"b\":\"x\"}"#, 1), (#"{"a":"{\"b\":\"x\"} \""#, 1), (#"{"a":"[\"x\"]","b":"[\""#, 2),
    (#"{"a":"\u007b\u0022b\u0022:\u0022"#, 2), (#"{"a":"[\"é\\u00e9😀"#, 2),
    // Three levels.
    (#"{"a":"{\"b\":\"{\\\"c\\\":\\\""#, 3), (#"{"a":"{\"b\":\"{\\\"c\\\":\\\"x\\\"}"#, 2),
    (#"{"a":"{\"b\":\"{\\\"c\\\":\\\"x\\\"}\",\"d\":\""#, 2),
    // Text that only begins like it.
    (#"{"a":"{not \""#, 1), (#"{"a":"[1] said \""#, 1), (#"{"a":"[1] \""#, 1), (#"{"a":"[see \""#, 1),
    (#"{"a":"{\"b\" \""#, 1), (#"{"a":"[1,]\""#, 1), (#"{"a":"[1}\""#, 1), (#"{"a":"[tru,\""#, 1),
    (#"{"a":"{\"b\":1,}\""#, 1), (#"{"a":"x = {\"b\":\""#, 1), (#"{"a":"\"x"#, 1), (#"{"a":"[\"\\x\",\""#, 1),
    (#"{"a":"[\"\n\",\""#, 1), (#"{"a":"[\"\\u00g0\",\""#, 1), (#"{"a":"{1:\""#, 1), (#"{"a":"[:\""#, 1),
  ])
  func depth(text: String, depth: Int) {
    var nesting = JSONNesting()
    nesting.append(Array(text.utf8)[...])
    #expect(nesting.depth == depth)
  }

  /// What was put in is content: where none may stand, the string is no JSON.
  @Test func valuesAreContent() {
    for (before, after, depth) in [
      (#"{"a":"[\""#, "", 2), (#"{"a":"[\""#, #"\",\""#, 2), (#"{"a":""#, #"{\"b\":\""#, 1), (#"{"a":"["#, #",\""#, 1),
      (#"{"a":"[] "#, #"\""#, 1),
    ] {
      var nesting = JSONNesting()
      nesting.append(Array(before.utf8)[...])
      nesting.appendValue()
      nesting.append(Array(after.utf8)[...])
      #expect(nesting.depth == depth, "\(before)…\(after)")
    }
  }

  @Test func memoryIsBounded() {
    var nesting = JSONNesting()
    var quote = [UInt8(ascii: "\"")]
    for _ in 0..<12 {
      nesting.append(quote[...])
      nesting.append([UInt8(ascii: "[")])
      var escaped: [UInt8] = []
      Escaping.json.append(quote.span, to: &escaped)
      quote = escaped
    }
    #expect(nesting.depth == JSONNesting.maximumDepth)
    nesting = JSONNesting()
    nesting.append(Array(("\"" + String(repeating: "[", count: 1000) + "\\\"").utf8)[...])
    #expect(nesting.depth == 1)
  }
}

@Suite struct NestedRestoringTests {
  static let value = "O\"Brien \\ \n\u{1}😀"

  private func escaped(_ times: Int) -> String {
    var value = Array(Self.value.utf8)
    for _ in 0..<times {
      var next: [UInt8] = []
      Escaping.json.append(value.span, to: &next)
      value = next
    }
    return String(decoding: value, as: UTF8.self)
  }

  /// However it is cut, and also where the caller takes away what it got.
  @Test func valuesAreEscapedAsDeepAsTheyStand() throws {
    let vault = try Vault()
    try vault.issue(Self.value, .text)
    let text =
      #"{"a":"[TEXT_1]","b":"{\"c\":\"<[TEXT_1]>\",\"d\":\"[\\\"[TEXT_1]\\\", \\\"[TEXT_9] TEXT_1\\\"]\"}","#
      + #""[TEXT_1]":"[TEXT_1] says \"[TEXT_1]\"","e":"[\"[TEXT_1]\"]"}"#
    let expected =
      #"{"a":"1","b":"{\"c\":\"<2>\",\"d\":\"[\\\"3\\\", \\\"[TEXT_9] 3\\\"]\"}","1":"1 says \"1\"","e":"[\"2\"]"}"#
    var whole = ""
    for character in expected {
      if let times = character.wholeNumberValue, times < 9 { whole += escaped(times) } else { whole.append(character) }
    }
    #expect(restore(text, vault, .json) == whole)
    let bytes = Array(text.utf8)
    for cut in 0...bytes.count {
      for isTaken in [false, true] {
        var stream = RestoringStream(vault: vault, escaping: .json)
        var output: [UInt8] = []
        var all: [UInt8] = []
        for part in [0..<cut, cut..<bytes.count] {
          stream.append(bytes.span.extracting(part), to: &output)
          guard isTaken else { continue }
          all += output
          output = []
        }
        _ = stream.finish(to: &output)
        #expect(String(decoding: all + output, as: UTF8.self) == whole)
      }
    }
  }

  @Test func onlySomeAreRestored() throws {
    let vault = try Vault()
    try vault.issue("Jane Roe")
    try vault.issue("John Doe")
    try vault.issue("jane@example.com", .email)
    let text = "[NAME_1] [NAME_1_GIVEN] [NAME_2] [NAME_2_UPPER] [EMAIL] [NAME_7]"
    var output: [UInt8] = []
    let name = try #require(Placeholder(type: .name, number: 1))
    var stream = RestoringStream(vault: vault, only: [name])
    stream.append(Array(text.utf8).span, to: &output)
    let report = stream.finish(to: &output)
    #expect(String(decoding: output, as: UTF8.self) == "Jane Roe Jane [NAME_2] [NAME_2_UPPER] [EMAIL] [NAME_7]")
    #expect(report.restoredCount == 2 && report.unknownCount == 4)
    #expect(report.unnumbered == [.email: 1])

    stream = RestoringStream(vault: vault, only: [])
    #expect(stream.holdBack == 0)
    output = []
    stream.append(Array("[NAME_1".utf8).span, to: &output)
    #expect(output == Array("[NAME_1".utf8))
  }

  /// Where something was restored, and how much it stood for.
  @Test func places() throws {
    let vault = try Vault()
    try vault.issue("Jane Roé")
    let text = Array("é [NAME_1]’s «NAME_1» [NAME_1’s] [NAME_4] NAME_1".utf8)
    for cut in 0...text.count {
      var stream = RestoringStream(vault: vault, recordsPlaces: true)
      var output: [UInt8] = []
      stream.append(text.span.extracting(0..<cut), to: &output)
      var places = stream.takePlaces()
      let first = output
      output = []
      stream.append(text.span.extracting(cut...), to: &output)
      stream.flush(to: &output)
      places += stream.takePlaces()
      let all = first + output
      #expect(
        places.map { String(decoding: all[$0.range], as: UTF8.self) } == [
          "Jane Roé", "Jane Roé", "Jane Roé’s", "Jane Roé",
        ])
      #expect(places.map(\.sourceScalars) == [8, 8, 10, 6])
      #expect(stream.takePlaces().isEmpty && stream.restoredCount == 4 && stream.unknownCount == 1)
    }
  }

  /// What is held back leaves, and the text goes on.
  @Test func flushing() throws {
    let vault = try Vault()
    try vault.issue("Jane Roe")
    var stream = RestoringStream(vault: vault)
    var output: [UInt8] = []
    stream.append(Array("to [NAME_1".utf8).span, to: &output)
    #expect(stream.heldBack == 7)
    stream.flush(to: &output)
    #expect(stream.heldBack == 0)
    stream.append(Array("] and [NAME_1] NAME_1".utf8).span, to: &output)
    let report = stream.finish(to: &output)
    #expect(String(decoding: output, as: UTF8.self) == "to [Jane Roe] and Jane Roe Jane Roe")
    #expect(report.restoredCount == 3)
  }

  @Test func emptyVaults() throws {
    let vault = try Vault()
    #expect(vault.isEmpty)
    _ = restore("[NAME_1]", vault)
    try vault.issue("Jane Roe")
    #expect(!vault.isEmpty)
    #expect(restore("[NAME_1] [EMAIL_1]", vault) == "Jane Roe [EMAIL_1]")
    // Types that came since are looked for, too.
    try vault.issue("jane@example.com", .email)
    #expect(restore("[NAME_1] [EMAIL_1]", vault) == "Jane Roe jane@example.com")
  }
}
