import Scanning

/// Reads the parts of a placeholder. Where it looks past the bytes that are there it remembers so: then nothing that
/// it found is sure.
struct PlaceholderReader {
  var position: Int
  private let isEnd: Bool
  private(set) var ranOut = false

  init(position: Int, isEnd: Bool) {
    self.position = position
    self.isEnd = isEnd
  }

  /// What becomes of an attempt that came to nothing.
  var failure: PlaceholderParser.Result { ranOut ? .needsMore : .no }

  /// The byte `offset` bytes ahead; 0, which no part of a placeholder begins with, past the end.
  mutating func peek(_ bytes: Span<UInt8>, _ offset: Int = 0) -> UInt8 {
    if position + offset < bytes.count { return bytes[position + offset] }
    if !isEnd { ranOut = true }
    return 0
  }

  mutating func accept(_ token: Token, _ bytes: Span<UInt8>) -> Bool {
    for offset in 0..<token.count where peek(bytes, offset) != token[offset] { return false }
    position += token.count
    return true
  }

  mutating func skipSpaces(_ bytes: Span<UInt8>) {
    var left = PlaceholderWriting.maximumPadding
    while left > 0, peek(bytes) == UInt8(ascii: " ") {
      position += 1
      left -= 1
    }
  }

  mutating func skipMarks(_ bytes: Span<UInt8>) {
    var left = PlaceholderWriting.maximumMarks
    while left > 0, PlaceholderWriting.isMark(peek(bytes)) {
      position += 1
      left -= 1
    }
  }

  /// The same marks as at `range`, last one first.
  mutating func acceptMirror(of range: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
    for mark in range.reversed() {
      guard peek(bytes) == bytes[mark] else { return false }
      position += 1
    }
    return true
  }

  /// `'s`, `’s`, `'`, `’` or `s`.
  mutating func skipEnding(_ bytes: Span<UInt8>) {
    if peek(bytes) == UInt8(ascii: "'") { position += 1 } else { _ = accept(Self.apostrophe, bytes) }
    if peek(bytes) | 0x20 == UInt8(ascii: "s") { position += 1 }
  }

  private static let apostrophe = Token("’")

  /// The letter (as upper case) or digit here; it is not passed.
  mutating func letterOrDigit(_ bytes: Span<UInt8>, _ anyCase: Bool, _ isExact: inout Bool) -> UInt8? {
    let byte = peek(bytes)
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): return byte
    case UInt8(ascii: "a")...UInt8(ascii: "z"):
      isExact = false
      return anyCase ? byte & 0xDF : nil
    default: return nil
    }
  }

  /// - Parameter chosen: What an earlier part used, and this one has to; nil before the first.
  mutating func acceptSeparator(_ chosen: inout Token?, among all: [Token], _ bytes: Span<UInt8>) -> Bool {
    if let chosen { return accept(chosen, bytes) }
    for separator in all where accept(separator, bytes) {
      chosen = separator
      return true
    }
    return false
  }

  /// One to ten digits, not all zero, with no digit after them.
  mutating func number(_ bytes: Span<UInt8>) -> Int? {
    var number = 0
    var digits = 0
    while isDigit(peek(bytes)) {
      guard digits < PlaceholderWriting.maximumDigits else { return nil }
      number = number * 10 + Int(peek(bytes) - UInt8(ascii: "0"))
      digits += 1
      position += 1
    }
    return number > 0 ? number : nil
  }

  /// `separator` and one to eight letters; nothing is passed when they are not there.
  mutating func suffix(after separator: Token, _ anyCase: Bool, _ bytes: Span<UInt8>) -> Suffix {
    let start = position
    guard accept(separator, bytes) else { return .none }
    var suffix = Suffix.none
    while suffix.append(anyCase ? upper(peek(bytes)) : peek(bytes)) { position += 1 }
    if suffix == .none { position = start }
    return suffix
  }

  /// A letter, digit or `_`, the latter also escaped: what goes on with a word.
  mutating func isWordAhead(_ bytes: Span<UInt8>) -> Bool {
    var offset = 0
    while offset < 2, peek(bytes, offset) == UInt8(ascii: "\\") { offset += 1 }
    let byte = peek(bytes, offset)
    return offset == 0 ? PlaceholderWriting.isWord(byte) : byte == UInt8(ascii: "_")
  }

  private func upper(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) ? byte & 0xDF : byte
  }
}
