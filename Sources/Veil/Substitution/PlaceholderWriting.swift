import Scanning

/// Up to eight bytes that are compared as a whole, kept without allocation.
struct Token: Hashable, Sendable {
  private let bytes: UInt64
  let count: Int

  init(_ text: StaticString) {
    precondition(text.utf8CodeUnitCount <= 8)
    var bytes: UInt64 = 0
    for (position, byte) in text.description.utf8.enumerated() { bytes |= UInt64(byte) << UInt64(8 * position) }
    self.bytes = bytes
    count = text.utf8CodeUnitCount
  }

  subscript(position: Int) -> UInt8 { UInt8(truncatingIfNeeded: bytes >> UInt64(8 * position)) }
}

/// The ways in which brackets, separators and marks of a placeholder are written, ours and those that models and
/// the formats on the way make of them.
///
/// Two properties keep text around a placeholder from changing how it is read. No opening here ends with one of
/// `Policy.Brackets` (other than being it) while its closing begins with that one's, so that a placeholder with
/// arbitrary text before and after it is never part of a larger one. And within one opening and closing, no other
/// placeholder than the same can be read.
enum PlaceholderWriting {
  struct Pair: Sendable {
    let opening: Token
    let closing: Token
    let style: Policy.Brackets

    init(_ opening: StaticString, _ closing: StaticString, _ style: Policy.Brackets) {
      self.opening = Token(opening)
      self.closing = Token(closing)
      self.style = style
    }
  }

  /// Grouped by first byte.
  static let pairs = [
    Pair("[", "]", .square),
    Pair("<", ">", .angle),
    Pair("{{", "}}", .curly),
    Pair("{", "}", .curly),
    // «NAME_1», ‹NAME_1›
    Pair("«", "»", .guillemet),
    Pair("‹", "›", .angle),
    // CJK and full-width
    Pair("【", "】", .square),
    Pair("〔", "〕", .square),
    Pair("〈", "〉", .angle),
    Pair("《", "》", .guillemet),
    Pair("［", "］", .square),
    Pair("＜", "＞", .angle),
    Pair("｛", "｝", .curly),
    // Markdown, also as it stands in a JSON string; JSON's own escapes
    Pair("\\[", "\\]", .square),
    Pair("\\<", "\\>", .angle),
    Pair("\\{\\{", "\\}\\}", .curly),
    Pair("\\\\[", "\\\\]", .square),
    Pair("\\\\<", "\\\\>", .angle),
    Pair("\\u003c", "\\u003e", .angle),
    Pair("\\u003C", "\\u003E", .angle),
    Pair("\\u005b", "\\u005d", .square),
    Pair("\\u005B", "\\u005D", .square),
    // HTML
    Pair("&lt;", "&gt;", .angle),
    Pair("&#60;", "&#62;", .angle),
    Pair("&#x3c;", "&#x3e;", .angle),
    Pair("&#x3C;", "&#x3E;", .angle),
    Pair("&#91;", "&#93;", .square),
    Pair("&#x5b;", "&#x5d;", .square),
    Pair("&#x5B;", "&#x5D;", .square),
    Pair("&lsqb;", "&rsqb;", .square),
    Pair("&laquo;", "&raquo;", .guillemet),
    // URLs
    Pair("%3C", "%3E", .angle),
    Pair("%3c", "%3e", .angle),
    Pair("%5B", "%5D", .square),
    Pair("%5b", "%5d", .square),
    Pair("%7B%7B", "%7D%7D", .curly),
    Pair("%7b%7b", "%7d%7d", .curly),
  ]

  /// Between the parts; one placeholder uses the same throughout. Only `bareSeparators` count without brackets.
  static let separators = [
    Token("_"), Token("\\_"), Token("\\\\_"),
    Token(" "), Token("-"), Token("\u{A0}"), Token("\u{202F}"), Token("\u{2010}"), Token("\u{2011}"),
  ]
  static let bareSeparators = Array(separators[..<3])

  /// Bytes that emphasise when they stand just inside the brackets, mirrored at the other end.
  static func isMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "`")
  }
  static let maximumMarks = 3

  /// What a placeholder without brackets may not touch.
  @inline(__always)
  static func isWord(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10 || byte == UInt8(ascii: "_")
  }

  /// By first byte: index of the first of `pairs` whose opening begins so, or -1.
  static let firstPair: [Int8] = {
    var first = [Int8](repeating: -1, count: 256)
    for (index, pair) in pairs.enumerated().reversed() { first[Int(pair.opening[0])] = Int8(index) }
    return first
  }()

  /// What openings begin with.
  static let openings = ByteSet(pairs.map { $0.opening[0] })
  /// What may follow such a byte, but for the letters of types.
  static let behindOpenings = ByteSet(padding + pairs.filter { $0.opening.count > 1 }.map { $0.opening[1] })
  static let bareSeparatorStarts = ByteSet(bareSeparators.map { $0[0] })
  static let wordBytes = ByteSet((0...255).filter(isWord))

  /// What may stand between the opening and the type.
  static let padding = Array(" *_`".utf8)
  /// Spaces just inside each bracket.
  static let maximumPadding = 2
  static let maximumDigits = 10

  /// Longest placeholder of a type, in bytes, however it is written, and what must be seen after it to be sure.
  static func maximumLength(_ type: EntityType) -> Int {
    let separators = type.name.utf8.count { $0 == UInt8(ascii: "_") } + 2
    let brackets = 8 + maximumPadding + maximumMarks
    let ending = 4
    return type.name.utf8.count + 2 * separators + maximumDigits + Suffix.maximumLength + ending + 2 * brackets + 1
  }
}
