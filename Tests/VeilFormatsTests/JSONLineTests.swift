import Testing
import VeilFormats

@Suite struct JSONLineTests {
  private func read(_ line: String, field: String = "text") throws -> (id: String?, text: String?) {
    let bytes = Array("#\(line)#".utf8)
    let record = try JSONLine(bytes, in: 1..<bytes.count - 1, field: Array(field.utf8))
    return (
      record.id.map { String(decoding: bytes[$0], as: UTF8.self) },
      try record.text.map { String(decoding: try $0.decoded(from: bytes), as: UTF8.self) }
    )
  }

  @Test func findsIdentifierAndText() throws {
    #expect(try read(#"{"id": 7, "text": "a\nb"}"#) == ("7", "a\nb"))
    #expect(try read(#"{"text":"a","id":"x\"y","other":{"text":1,"id":2}}"#) == (#""x\"y""#, "a"))
    #expect(try read(#"{"text":null}"#) == (nil, nil))
    #expect(try read(#"{"id":{"a":[1]},"body":""}"#, field: "body") == (#"{"a":[1]}"#, ""))
    #expect(try read(#"{"id":"same"}"#, field: "id") == (#""same""#, "same"))
  }

  @Test func knowsTheFieldInAnySpelling() throws {
    #expect(try read(#"{"te\u0078t":"a"}"#) == (nil, "a"))
    #expect(try read(#"{"größe":"a"}"#, field: "größe") == (nil, "a"))
  }

  /// Whatever would let text through untreated is refused.
  @Test(arguments: [
    (#"{"id":1}"#, "is missing"), (#"{"text":"a","text":"b"}"#, "occurs twice"),
    (#"{"text":"a","te\u0078t":"b"}"#, "occurs twice"), (#"{"text":5}"#, "is not a string"),
    (#"{"text":["a"]}"#, "is not a string"), (#"["text"]"#, "expected an object"), (#"{"text":"a"} x"#, "follows"),
  ])
  func refuses(_ line: String, _ reason: String) {
    let error = #expect(throws: JSONError.self) { _ = try read(line) }
    #expect(error?.reason.contains(reason) == true)
  }

  @Test func namesThePlaceAndNotTheContent() {
    let error = #expect(throws: JSONError.self) { _ = try read(#"{"text":"Jane Roe" "x"}"#) }
    #expect(error?.offset == 20)
    #expect(error?.description.contains("Jane") == false)
  }
}
