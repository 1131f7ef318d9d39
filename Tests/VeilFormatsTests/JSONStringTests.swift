import Testing
import VeilFormats

@Suite struct JSONStringTests {
  /// Scans a JSON string and decodes it.
  private func decoded(_ json: String, _ style: inout JSONStyle) throws -> [UInt8] {
    let bytes = Array(json.utf8)
    var scanner = JSONScanner(bytes)
    let string = try scanner.string()
    try scanner.finish()
    return try string.decoded(from: bytes, noting: &style)
  }

  private func encoded(_ text: String, _ style: JSONStyle) -> String {
    var output: [UInt8] = []
    style.append(Array(text.utf8), to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  @Test func decodesEscapes() throws {
    var style = JSONStyle()
    let text = try decoded(#""\"\\\/\b\f\n\r\t\u0041\u00e9\u20AC\ud83d\ude00é""#, &style)
    #expect(String(decoding: text, as: UTF8.self) == "\"\\/\u{8}\u{C}\n\r\tAé€😀é")
  }

  @Test(arguments: [#""\ud83d""#, #""\ud83dx""#, #""\ude00""#, #""\ud83d\u0041""#, #""\ud83d\n""#])
  func refusesHalfASurrogatePair(_ json: String) {
    #expect(throws: JSONError.self) {
      var style = JSONStyle()
      _ = try decoded(json, &style)
    }
  }

  @Test func escapesOnlyWhatMustBe() {
    #expect(encoded("a\"b\\c/d\u{1}\u{7F}\né😀", JSONStyle()) == #""a\"b\\c/d\u0001\#u{7F}\né😀""#)
  }

  /// What one program wrote is written again as that program would.
  @Test(arguments: [
    #""plain / and é 😀""#,
    #""Python: \u00e9 \ud83d\ude00 / \n \u001f""#,
    #""PHP: \/ \u00e9""#,
    #""Go: \u003cb\u003e \u0026 é \u2028""#.replacing("\\u2028", with: "é"),
    #""upper: \u00E9\u20AC \u000A""#,
    #""\u0022 \u005c""#,
    "\"\"",
  ])
  func keepsTheStyle(_ json: String) throws {
    var style = JSONStyle()
    let text = try decoded(json, &style)
    #expect(encoded(String(decoding: text, as: UTF8.self), style) == json)
  }

  @Test func laterEvidenceWins() throws {
    var style = JSONStyle()
    for (json, expected) in [
      (#""\u00e9\/""#, #""é\u00e9/\/""#), (#""x""#, #""é\u00e9/\/""#), (#""é""#, #""éé/\/""#), (#""/""#, #""éé//""#),
    ] {
      var line = JSONStyle()
      _ = try decoded(json, &line)
      style.update(with: line)
      let isEscaped = expected.contains("u00e9")
      let slash = expected.hasSuffix(#"\/""#) ? #"\/"# : "/"
      #expect(encoded("é/", style) == "\"\(isEscaped ? #"\u00e9"# : "é")\(slash)\"")
    }
  }

  @Test func takesInvalidUTF8Over() throws {
    let bytes: [UInt8] = [0x22, 0xFF, 0x41, 0xC3, 0x22]
    var scanner = JSONScanner(bytes)
    var style = JSONStyle()
    let text = try scanner.string().decoded(from: bytes, noting: &style)
    #expect(text == [0xFF, 0x41, 0xC3])
    _ = try decoded(#""\u00e9""#, &style)
    var output: [UInt8] = []
    style.append([0xFF, 0xC3, 0xA9, 0xE2, 0x82, 0x41], to: &output)
    #expect(output == [0x22, 0xFF] + Array(#"\u00e9"#.utf8) + [0xE2, 0x82, 0x41, 0x22])
  }
}
