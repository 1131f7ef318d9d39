/// One line of JSON Lines: an object, of which one field's string is the text to be treated.
public struct JSONLine: Sendable {
  /// The value of `id` as it stands in the line; nil when there is none.
  public var id: Range<Int>?
  /// The text; nil when the field is `null`, which holds none.
  public var text: JSONString?

  /// - Parameters:
  ///   - bytes: An array that holds the line.
  ///   - range: The line's place, with or without its line end.
  ///   - field: Name of the member with the text, at the top of the object.
  /// - Throws: ``JSONError`` where the line is no JSON object or has not exactly one such member, a string or `null`.
  ///   Passing such a line over would let its text through.
  public init(_ bytes: [UInt8], in range: Range<Int>, field: [UInt8]) throws(JSONError) {
    func error(_ problem: String, _ offset: Int) -> JSONError {
      JSONError(offset: offset, reason: "field '\(String(decoding: field, as: UTF8.self))' \(problem)")
    }
    var id: Range<Int>?
    var text: JSONString?
    var isPresent = false
    var scanner = JSONScanner(bytes, in: range)
    try scanner.object { (scanner, key) throws(JSONError) in
      let start = scanner.position
      if key.equals(field, in: bytes) {
        if isPresent { throw error("occurs twice", start) }
        isPresent = true
        if scanner.next == UInt8(ascii: "\"") {
          text = try scanner.string()
        } else if scanner.next == UInt8(ascii: "n") {
          try scanner.skipValue()
        } else {
          throw error("is not a string", start)
        }
      } else {
        try scanner.skipValue()
      }
      if key.equals(Self.idKey, in: bytes) { id = start..<scanner.position }
    }
    try scanner.finish()
    if !isPresent { throw error("is missing", range.lowerBound) }
    self.id = id
    self.text = text
  }

  private static let idKey = Array("id".utf8)

  /// Appends the line with another text in its field; every other byte is as it was.
  ///
  /// - Parameters:
  ///   - bytes: What the line was found in.
  ///   - range: The line's place there.
  ///   - style: How the text is to be written.
  public func append(
    _ bytes: [UInt8], in range: Range<Int>, with text: [UInt8], style: JSONStyle, to output: inout [UInt8]
  ) {
    guard let old = self.text?.range else {
      output += bytes[range]
      return
    }
    // The quotation marks are written with the text.
    output += bytes[range.lowerBound..<old.lowerBound - 1]
    style.append(text, to: &output)
    output += bytes[old.upperBound + 1..<range.upperBound]
  }
}
