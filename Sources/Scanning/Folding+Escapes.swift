/// HTML entities and percent-escapes, as far as they stand for ASCII characters or for nothing.
extension FoldPass {
  /// The entity that begins with the `&` at `position`: the code point it stands for and its length in bytes.
  func entity(at position: Int) -> (scalar: UInt32, length: Int)? {
    let rest = raw[position..<min(raw.count, position + Self.longestEntity)]
    guard let semicolon = rest.firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let body = rest[(position + 1)..<semicolon]
    let length = semicolon + 1 - position
    guard let first = body.first else { return nil }
    if first == UInt8(ascii: "#") {
      return number(body.dropFirst()).map { ($0, length) }
    }
    // A colliding hash would only cost the comparison.
    guard let scalar = Self.entities.first(where: { $0.name.elementsEqual(body) })?.scalar else { return nil }
    return (scalar, length)
  }

  private func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> UInt32? {
    var digits = digits
    var base: UInt32 = 10
    if let first = digits.first, first | 0x20 == UInt8(ascii: "x") {
      base = 16
      digits = digits.dropFirst()
    }
    guard !digits.isEmpty, digits.count <= 8 else { return nil }
    var value: UInt64 = 0
    for byte in digits {
      guard let digit = hexadecimal(byte), digit < base else { return nil }
      value = value * UInt64(base) + UInt64(digit)
    }
    return value <= 0x10FFFF && !(0xD800...0xDFFF ~= value) ? UInt32(value) : nil
  }

  /// The character that the `%` at `position` and the two bytes after it stand for.
  ///
  /// Signs that hold addresses together count where a letter, a digit, another of them or an escape follows; letters and
  /// digits where no digit precedes, so that `50%41` stays as it is.
  func percentEscape(at position: Int) -> UInt8? {
    guard position + 2 < raw.count, let high = hexadecimal(raw[position + 1]), let low = hexadecimal(raw[position + 2])
    else { return nil }
    let byte = UInt8(high << 4 | low)
    let next = position + 3 < raw.count ? raw[position + 3] : 0x20
    if isASCIIWord(byte) {
      if position > 0, isDigit(raw[position - 1]), !isPercentEscape(endingAt: position) { return nil }
      return byte
    }
    guard Self.escapedSigns[byte], isASCIIWord(next) || next == UInt8(ascii: "%") || Self.escapedSigns[next]
    else { return nil }
    return byte
  }

  private func isPercentEscape(endingAt end: Int) -> Bool {
    end >= 3 && raw[end - 3] == UInt8(ascii: "%") && hexadecimal(raw[end - 2]) != nil
  }

  private func hexadecimal(_ byte: UInt8) -> UInt32? {
    if isDigit(byte) { return UInt32(byte & 15) }
    let letter = (byte | 0x20) &- UInt8(ascii: "a")
    return letter < 6 ? UInt32(letter) + 10 : nil
  }

  private static let escapedSigns = ByteSet("@._-+:/=&?,;".utf8)

  /// Room for the longest name and for numbers with leading zeros.
  private static let longestEntity = 18

  private static let entities: [(name: String.UTF8View, scalar: UInt32)] = [
    ("amp", "&"), ("lt", "<"), ("gt", ">"), ("quot", "\""), ("apos", "'"), ("nbsp", "\u{A0}"), ("commat", "@"),
    ("period", "."), ("lowbar", "_"), ("hyphen", "-"), ("dash", "-"), ("minus", "-"), ("ndash", "-"), ("mdash", "-"),
    ("plus", "+"), ("colon", ":"), ("sol", "/"), ("equals", "="), ("num", "#"), ("percnt", "%"), ("quest", "?"),
    ("comma", ","), ("semi", ";"), ("lpar", "("), ("rpar", ")"), ("lsqb", "["), ("rsqb", "]"), ("lbrack", "["),
    ("rbrack", "]"), ("lsquo", "'"), ("rsquo", "'"), ("ldquo", "\""), ("rdquo", "\""), ("ensp", " "), ("emsp", " "),
    ("thinsp", " "), ("shy", "\u{AD}"), ("zwj", "\u{200D}"), ("zwnj", "\u{200C}"), ("lrm", "\u{200E}"),
    ("rlm", "\u{200F}"), ("NoBreak", "\u{2060}"), ("ZeroWidthSpace", "\u{200B}"), ("AMP", "&"), ("LT", "<"),
    ("GT", ">"), ("QUOT", "\""),
  ].map { (name: String, sign: Unicode.Scalar) in (name.utf8, sign.value) }
}
