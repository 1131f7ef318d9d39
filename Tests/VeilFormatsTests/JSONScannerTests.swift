import Testing
import VeilFormats

@Suite struct JSONScannerTests {
  @Test(arguments: [
    "null", "true", "false", "0", "-0", "12", "-3.25", "1e9", "1.5E-3", "0e+1", "\"\"", "\"a\\n\\u00e9\\\"\"", "[]",
    "[ ]", "[1, [2, {}], \"]\"]", "{}", "{ \"a\" : 1 , \"b\" : [null] }", " \t\r\n1 \n", "\"\u{7F}é€😀\"",
    "\"\\ud83d\"",
  ])
  func accepts(_ text: String) throws {
    var scanner = JSONScanner(Array(text.utf8))
    scanner.skipWhitespace()
    try scanner.skipValue()
    try scanner.finish()
    #expect(scanner.position == text.utf8.count)
  }

  @Test(arguments: [
    ("", 0), ("nul", 0), ("truE", 0), ("01", 1), ("-", 0), ("1.", 2), (".5", 0), ("1e", 2), ("+1", 0), ("\"a", 0),
    ("\"\n\"", 1), ("\"\\x\"", 1), ("\"\\u12g4\"", 1), ("\"\\u12", 1), ("\"\\", 1), ("[1", 2), ("[1,]", 3), ("[,1]", 1),
    ("[1 2]", 3), ("{\"a\"}", 4), ("{\"a\":}", 5), ("{a:1}", 1), ("{\"a\":1,}", 7), ("{\"a\":1", 6), ("1 2", 2),
    ("'a'", 0), ("NaN", 0), ("\u{FEFF}1", 0),
  ])
  func refuses(_ text: String, at offset: Int) {
    let error = #expect(throws: JSONError.self) {
      var scanner = JSONScanner(Array(text.utf8))
      scanner.skipWhitespace()
      try scanner.skipValue()
      try scanner.finish()
    }
    #expect(error?.offset == offset)
  }

  @Test func boundsDepth() throws {
    let depth = JSONScanner.maximumDepth
    for (count, isValid) in [(depth, true), (depth + 1, false), (1_000_000, false)] {
      let text = String(repeating: "[", count: count) + String(repeating: "]", count: isValid ? count : 0)
      var scanner = JSONScanner(Array(text.utf8))
      #expect(((try? scanner.skipValue()) != nil) == isValid)
    }
  }

  @Test func tellsMembers() throws {
    let bytes = Array(#" {"a": 1, "b\u0063" : "x\"y", "": [2]}"#.utf8)
    var scanner = JSONScanner(bytes)
    var keys: [String] = []
    var values: [String] = []
    try scanner.object { (scanner, key) throws(JSONError) in
      keys.append(String(decoding: try key.decoded(from: bytes), as: UTF8.self))
      let start = scanner.position
      try scanner.skipValue()
      values.append(String(decoding: bytes[start..<scanner.position], as: UTF8.self))
    }
    #expect(keys == ["a", "bc", ""])
    #expect(values == ["1", #""x\"y""#, "[2]"])
  }

  @Test func staysWithinItsRange() throws {
    let bytes = Array("1234".utf8)
    var scanner = JSONScanner(bytes, in: 1..<3)
    try scanner.skipValue()
    #expect(scanner.position == 3)
  }
}
