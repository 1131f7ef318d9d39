/// Where a string stands in JSON: between its quotation marks.
public struct JSONString: Hashable, Sendable {
  public var range: Range<Int>
  public var hasEscapes: Bool

  /// The text, with escapes decoded. Bytes that are not UTF-8 are taken over as they are.
  ///
  /// - Parameters:
  ///   - bytes: What ``JSONScanner`` found the string in.
  ///   - style: Learns how this string was written.
  /// - Throws: ``JSONError`` at half a surrogate pair, which has no UTF-8.
  public func decoded(from bytes: [UInt8], noting style: inout JSONStyle) throws(JSONError) -> [UInt8] {
    if !hasEscapes {
      for byte in bytes[range] { style.note(raw: byte) }
      return Array(bytes[range])
    }
    var text: [UInt8] = []
    text.reserveCapacity(range.count)
    var position = range.lowerBound
    while position < range.upperBound {
      let byte = bytes[position]
      if byte != UInt8(ascii: "\\") {
        style.note(raw: byte)
        text.append(byte)
        position += 1
      } else if case let letter = bytes[position + 1], letter != UInt8(ascii: "u") {
        style.note(shortEscape: letter)
        text.append(JSONStyle.shortEscape[Int(letter)])
        position += 2
      } else {
        let scalar = try unicodeEscape(in: bytes, at: &position, noting: &style)
        style.note(unicodeEscape: scalar.value)
        text.append(contentsOf: UTF8.encode(scalar)!)
      }
    }
    return text
  }

  /// The text, for those who do not write it again.
  public func decoded(from bytes: [UInt8]) throws(JSONError) -> [UInt8] {
    if !hasEscapes { return Array(bytes[range]) }
    var style = JSONStyle()
    return try decoded(from: bytes, noting: &style)
  }

  /// Whether the text is `other`.
  func equals(_ other: [UInt8], in bytes: [UInt8]) -> Bool {
    hasEscapes ? (try? decoded(from: bytes)) == other : bytes[range].elementsEqual(other)
  }

  private func unicodeEscape(
    in bytes: [UInt8], at position: inout Int, noting style: inout JSONStyle
  ) throws(JSONError) -> Unicode.Scalar {
    let first = codeUnit(bytes, at: position, &style)
    if let scalar = Unicode.Scalar(first) {
      position += 6
      return scalar
    }
    guard UTF16.isLeadSurrogate(first), position + 12 <= range.upperBound,
      bytes[position + 6] == UInt8(ascii: "\\"), bytes[position + 7] == UInt8(ascii: "u"),
      case let second = codeUnit(bytes, at: position + 6, &style), UTF16.isTrailSurrogate(second)
    else { throw JSONError(offset: position, reason: "half a surrogate pair") }
    position += 12
    return Unicode.Scalar(0x10000 + UInt32(first - 0xD800) << 10 + UInt32(second - 0xDC00))!
  }

  /// The four digits of an escape whose form the scanner has checked.
  private func codeUnit(_ bytes: [UInt8], at position: Int, _ style: inout JSONStyle) -> UInt16 {
    var value: UInt16 = 0
    for byte in bytes[position + 2..<position + 6] {
      if byte > UInt8(ascii: "9") { style.note(hexadecimalLetter: byte) }
      value = value << 4 | (hexadecimalValue(byte) ?? 0)
    }
    return value
  }
}
