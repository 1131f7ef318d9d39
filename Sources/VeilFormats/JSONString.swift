/// Where a string stands in JSON: between its quotation marks.
public struct JSONString: Hashable, Sendable {
  public var range: Range<Int>
  public var hasEscapes: Bool

  /// The text, with escapes decoded. Bytes that are not UTF-8 are taken over as they are.
  ///
  /// - Parameters:
  ///   - bytes: What ``JSONScanner`` found the string in.
  ///   - style: Learns how this string was written.
  ///   - admitsLoneSurrogates: Whether half a surrogate pair, which has no UTF-8, becomes three bytes all the same
  ///     (ED A0…BF xx), for programs cut text between two halves. ``JSONStyle/escapesLoneSurrogates`` writes it again.
  /// - Throws: ``JSONError`` at half a surrogate pair that is not admitted.
  public func decoded(
    from bytes: [UInt8], noting style: inout JSONStyle, admitsLoneSurrogates: Bool = false
  ) throws(JSONError) -> [UInt8] {
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
        let value = try unicodeEscape(in: bytes, at: &position, noting: &style, admitsLoneSurrogates)
        style.note(unicodeEscape: value)
        Self.append(value, to: &text)
      }
    }
    return text
  }

  /// The text, for those who do not write it again.
  public func decoded(from bytes: [UInt8], admitsLoneSurrogates: Bool = false) throws(JSONError) -> [UInt8] {
    if !hasEscapes { return Array(bytes[range]) }
    var text: [UInt8] = []
    text.reserveCapacity(range.count)
    var style = JSONStyle()
    var position = range.lowerBound
    while position < range.upperBound {
      let start = position
      while position < range.upperBound, bytes[position] != UInt8(ascii: "\\") { position += 1 }
      text.append(contentsOf: bytes[start..<position])
      guard position < range.upperBound else { break }
      if case let letter = bytes[position + 1], letter != UInt8(ascii: "u") {
        text.append(JSONStyle.shortEscape[Int(letter)])
        position += 2
      } else {
        Self.append(try unicodeEscape(in: bytes, at: &position, noting: &style, admitsLoneSurrogates), to: &text)
      }
    }
    return text
  }

  private static func append(_ value: UInt32, to text: inout [UInt8]) {
    if let scalar = Unicode.Scalar(value) {
      text.append(contentsOf: UTF8.encode(scalar)!)
    } else {
      text += [0xED, UInt8(0x80 | value >> 6 & 0x3F), UInt8(0x80 | value & 0x3F)]
    }
  }

  /// Whether the text is `other`.
  func equals(_ other: [UInt8], in bytes: [UInt8]) -> Bool {
    hasEscapes ? (try? decoded(from: bytes)) == other : bytes[range].elementsEqual(other)
  }

  private func unicodeEscape(
    in bytes: [UInt8], at position: inout Int, noting style: inout JSONStyle, _ admitsLoneSurrogates: Bool
  ) throws(JSONError) -> UInt32 {
    let first = codeUnit(bytes, at: position, &style)
    if !UTF16.isSurrogate(first) {
      position += 6
      return UInt32(first)
    }
    guard UTF16.isLeadSurrogate(first), position + 12 <= range.upperBound,
      bytes[position + 6] == UInt8(ascii: "\\"), bytes[position + 7] == UInt8(ascii: "u"),
      case let second = codeUnit(bytes, at: position + 6, &style), UTF16.isTrailSurrogate(second)
    else {
      if !admitsLoneSurrogates { throw JSONError(offset: position, reason: "half a surrogate pair") }
      position += 6
      return UInt32(first)
    }
    position += 12
    return 0x10000 + UInt32(first - 0xD800) << 10 + UInt32(second - 0xDC00)
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
