import Testing
import VeilFormats

/// Halves of surrogate pairs, which JavaScript leaves when it cuts a text.
@Suite struct LoneSurrogateTests {
  private func text(_ json: String) throws -> [UInt8] {
    let tree = try JSONTree(Array(json.utf8), admitsLoneSurrogates: true)
    guard case .string(let string) = tree.root.value else { return [] }
    return tree.text(string)
  }

  private func written(_ text: [UInt8]) -> String {
    var style = JSONStyle()
    style.escapesLoneSurrogates = true
    var output: [UInt8] = []
    style.append(text, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  @Test(arguments: [
    #""\ud83d""#, #""\ude00""#, #""a\ud83d b""#, #""\ud83d\ud83d""#, #""\ude00\ud83d""#, #""\ud83d😀í\ud7ff""#,
    #""\udbff\n\udc00""#,
  ])
  func comeBack(json: String) throws {
    let written = written(try text(json))
    #expect(written == json.replacing("\\ud7ff", with: "\u{D7FF}"))
    #expect(try text(written) == text(json))
  }

  @Test func haveThreeBytes() throws {
    #expect(try text(#""\ud83d""#) == [0xED, 0xA0, 0xBD])
    #expect(try text(#""\ude00""#) == [0xED, 0xB8, 0x80])
    #expect(try text(#""\ud83d\ude00""#) == Array("😀".utf8))
  }

  /// The two halves that meet in a text are the character.
  @Test func halvesThatMeet() throws {
    let json = written(try text(#""\ud83d""#) + text(#""\ude00""#))
    #expect(json == #""\ud83d\ude00""#)
    #expect(try text(json) == Array("😀".utf8))
  }

  @Test func areRefusedElsewhere() throws {
    for json in [#"{"a":"\ud83d"}"#, #"{"\ud83d":1}"#] {
      #expect(throws: JSONError.self) { try JSONTree(Array(json.utf8)) }
      _ = try JSONTree(Array(json.utf8), admitsLoneSurrogates: true)
    }
    // Bytes that are no UTF-8 stay as they are where nobody asked for escapes.
    var output: [UInt8] = []
    JSONStyle().append([0xED, 0xA0, 0xBD], to: &output)
    #expect(output == [0x22, 0xED, 0xA0, 0xBD, 0x22])
  }
}
