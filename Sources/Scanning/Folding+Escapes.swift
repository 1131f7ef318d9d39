/// HTML entities, percent-escapes and those of JSON and of most programming languages, as far as they stand for ASCII
/// characters or for nothing.
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
    return Self.entities[Self.packed(body)].map { ($0, length) }
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
  /// Signs that hold addresses together count where a letter, a digit, another of them or an escape follows; letters
  /// and digits where no digit precedes, so that `50%41` stays as it is.
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

  /// The character that the `\` at `position` and what follows it stand for: `\n4111`, `jane\u0040example.com`.
  ///
  /// The letter of an escape would count as the beginning of the word behind it. So that `C:\temp\new` stays a path, line
  /// feeds, returns and tabs count only before what words of paths rarely begin with.
  func backslashEscape(at position: Int) -> (byte: UInt8, length: Int)? {
    guard position + 2 < raw.count else { return nil }
    let next = raw[position + 2]
    let begins = isDigit(next) || next &- UInt8(ascii: "A") < 26 || next >= 0x80 || "+(".utf8.contains(next)
    switch raw[position + 1] {
    case UInt8(ascii: "n") where begins: return (0x0A, 2)
    case UInt8(ascii: "r") where begins: return (0x0D, 2)
    case UInt8(ascii: "t") where begins: return (0x09, 2)
    case UInt8(ascii: "u"):
      guard position + 5 < raw.count, raw[position + 2] == UInt8(ascii: "0"), raw[position + 3] == UInt8(ascii: "0"),
        let high = hexadecimal(raw[position + 4]), let low = hexadecimal(raw[position + 5]), high < 8
      else { return nil }
      let byte = UInt8(high << 4 | low)
      return byte < 0x7F && (byte >= 0x20 || 0x09...0x0D ~= byte) ? (byte, 6) : nil
    default: return nil
    }
  }

  private func hexadecimal(_ byte: UInt8) -> UInt32? {
    if isDigit(byte) { return UInt32(byte & 15) }
    let letter = (byte | 0x20) &- UInt8(ascii: "a")
    return letter < 6 ? UInt32(letter) + 10 : nil
  }

  private static let escapedSigns = ByteSet("@._-+:/=&?,;".utf8)

  /// Room for the longest name and for numbers with leading zeros.
  private static let longestEntity = 12

  /// A name of up to eight bytes as a number; 0, which is none, for longer ones.
  private static func packed(_ name: some Collection<UInt8>) -> UInt64 {
    name.count > 8 ? 0 : name.reduce(0) { $0 << 8 | UInt64($1) }
  }

  private static let entities: [UInt64: UInt32] = {
    let names: [Unicode.Scalar: String] = [
      "&": "amp AMP", "<": "lt LT", ">": "gt GT", "\"": "quot QUOT ldquo rdquo", "'": "apos lsquo rsquo", "@": "commat",
      ".": "period", "_": "lowbar", "-": "hyphen dash minus ndash mdash", "+": "plus", ":": "colon", "/": "sol",
      "=": "equals", "#": "num", "%": "percnt", "?": "quest", ",": "comma", ";": "semi", "(": "lpar", ")": "rpar",
      "[": "lsqb lbrack", "]": "rsqb rbrack", " ": "nbsp ensp emsp thinsp", "\u{AD}": "shy", "\u{200D}": "zwj",
      "\u{200C}": "zwnj", "\u{200E}": "lrm", "\u{200F}": "rlm", "\u{2060}": "NoBreak",
    ]
    var entities: [UInt64: UInt32] = [:]
    for (sign, names) in names {
      for name in names.split(separator: " ") { entities[packed(name.utf8)] = sign.value }
    }
    return entities
  }()
}
