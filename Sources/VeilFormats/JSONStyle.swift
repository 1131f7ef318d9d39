/// How a program writes JSON strings where the format leaves a choice.
///
/// Learnt from the strings that are read, so that a rewritten one looks as if the same program had written it: what
/// Python, PHP or Go wrote comes back byte for byte when it is restored. Until something is told, only what must be
/// escaped is.
public struct JSONStyle: Sendable {
  /// Whether the three bytes of half a surrogate pair (ED A0…BF xx), which are no UTF-8, are written as the `\u` escape
  /// that they were; see ``JSONString/decoded(from:admitsLoneSurrogates:)``.
  public var escapesLoneSurrogates = false
  /// Whether characters beyond ASCII are written as `\u` escapes; nil while nothing told.
  private(set) var escapesNonASCII: Bool?
  private(set) var usesUpperCaseHexadecimal: Bool?
  /// Whether `/` is written as `\/`.
  private(set) var escapesSlash: Bool?
  /// ASCII characters that are written as `\u00XX` although they need not be or have a shorter escape.
  private var escaped = ASCIISet()
  private var raw = ASCIISet()

  public init() {}

  mutating func note(raw byte: UInt8) {
    if byte >= 0x80 {
      escapesNonASCII = false
    } else if byte == UInt8(ascii: "/") {
      escapesSlash = false
    } else {
      raw.insert(byte)
    }
  }

  mutating func note(shortEscape letter: UInt8) {
    if letter == UInt8(ascii: "/") { escapesSlash = true } else { raw.insert(Self.shortEscape[Int(letter)]) }
  }

  mutating func note(unicodeEscape value: UInt32) {
    if value >= 0x80 {
      escapesNonASCII = true
    } else if !isLetterOrDigit(UInt8(value)) {
      // A letter may be escaped somewhere, but no program writes all of them so.
      escaped.insert(UInt8(value))
    }
  }

  mutating func note(hexadecimalLetter byte: UInt8) { usesUpperCaseHexadecimal = byte < UInt8(ascii: "a") }

  /// Takes over what a later string told.
  public mutating func update(with later: JSONStyle) {
    escapesNonASCII = later.escapesNonASCII ?? escapesNonASCII
    usesUpperCaseHexadecimal = later.usesUpperCaseHexadecimal ?? usesUpperCaseHexadecimal
    escapesSlash = later.escapesSlash ?? escapesSlash
    escaped.low = escaped.low & ~later.raw.low | later.escaped.low
    escaped.high = escaped.high & ~later.raw.high | later.escaped.high
  }

  /// A JSON string in this style from which all of it can be learnt.
  public var sample: [UInt8] {
    var text: [UInt8] = []
    if escapesNonASCII != nil { text += "é".utf8 }
    if escapesSlash != nil { text.append(UInt8(ascii: "/")) }
    var string: [UInt8] = []
    append(text + (0..<0x80).filter(escaped.contains), to: &string)
    return string
  }

  private struct ASCIISet {
    var low: UInt64 = 0
    var high: UInt64 = 0

    mutating func insert(_ byte: UInt8) {
      if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte & 63) }
    }

    var isEmpty: Bool { low | high == 0 }

    func contains(_ byte: UInt8) -> Bool { (byte < 64 ? low : high) >> UInt64(byte & 63) & 1 == 1 }
  }

  /// What the letters of the short escapes stand for, both ways: `n` ↔ line feed. 0 where there is none.
  static let shortEscape: [UInt8] = {
    var table = [UInt8](repeating: 0, count: 256)
    let pairs: [(Character, UInt8)] = [
      ("\"", 0x22), ("\\", 0x5C), ("/", 0x2F), ("n", 0x0A), ("t", 0x09), ("r", 0x0D), ("b", 0x08), ("f", 0x0C),
    ]
    for (letter, value) in pairs {
      table[Int(letter.asciiValue!)] = value
      table[Int(value)] = letter.asciiValue!
    }
    return table
  }()
}

extension JSONStyle {
  /// Appends `text` as a JSON string with its quotation marks. Bytes that are not UTF-8 are taken over as they are.
  public func append(_ text: [UInt8], to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    // Nearly all bytes are passed here, so it has to be quick where nothing was learnt.
    let isPlainest = escapesSlash != true && escapesNonASCII != true && escaped.isEmpty
    var position = 0
    while position < text.count {
      let start = position
      if isPlainest {
        while position < text.count, Self.isAlwaysPlain(text[position]) { position += 1 }
      }
      while position < text.count, isPlain(text[position]) { position += 1 }
      output.append(contentsOf: text[start..<position])
      guard position < text.count else { break }
      let byte = text[position]
      if byte == 0xED, let unit = loneSurrogate(in: text, at: position) {
        appendUnicodeEscape(unit, to: &output)
        position += 3
        continue
      }
      if byte >= 0x80 {
        position += appendNonASCII(text[position...], to: &output)
        continue
      }
      if case let letter = Self.shortEscape[Int(byte)], letter != 0, !escaped.contains(byte) {
        output.append(UInt8(ascii: "\\"))
        output.append(letter)
      } else {
        appendUnicodeEscape(UInt16(byte), to: &output)
      }
      position += 1
    }
    output.append(UInt8(ascii: "\""))
  }

  /// Whether a style that has learnt nothing writes the byte as it is, whatever is around it.
  @inline(__always)
  private static func isAlwaysPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\") && byte != 0xED
  }

  /// Whether the byte is written as it is.
  private func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"): false
    case UInt8(ascii: "/"): escapesSlash != true
    case 0xED where escapesLoneSurrogates: false
    case 0x80...0xFF: escapesNonASCII != true
    default: !escaped.contains(byte)
    }
  }

  private func loneSurrogate(in text: [UInt8], at start: Int) -> UInt16? {
    guard escapesLoneSurrogates, start + 2 < text.count, text[start + 1] & 0xE0 == 0xA0, text[start + 2] & 0xC0 == 0x80
    else { return nil }
    return 0xD000 | UInt16(text[start + 1] & 0x3F) << 6 | UInt16(text[start + 2] & 0x3F)
  }

  /// - Returns: How many bytes of `text` were written.
  private func appendNonASCII(_ text: ArraySlice<UInt8>, to output: inout [UInt8]) -> Int {
    var parser = Unicode.UTF8.ForwardParser()
    var bytes = text.makeIterator()
    switch parser.parseScalar(from: &bytes) {
    case .valid(let encoded) where escapesNonASCII != true:
      output.append(contentsOf: text.prefix(encoded.count))
      return encoded.count
    case .valid(let encoded):
      for unit in Unicode.UTF8.decode(encoded).utf16 { appendUnicodeEscape(unit, to: &output) }
      return encoded.count
    case .error(let length):
      output.append(contentsOf: text.prefix(length))
      return length
    case .emptyInput: return 0
    }
  }

  private func appendUnicodeEscape(_ unit: UInt16, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\\"))
    output.append(UInt8(ascii: "u"))
    let ten = usesUpperCaseHexadecimal == true ? UInt8(ascii: "A") : UInt8(ascii: "a")
    for shift in [12, 8, 4, 0] as [UInt16] {
      let digit = UInt8(unit >> shift & 0xF)
      output.append(digit < 10 ? UInt8(ascii: "0") + digit : ten + digit - 10)
    }
  }
}

private func isLetterOrDigit(_ byte: UInt8) -> Bool {
  UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20 || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
}
