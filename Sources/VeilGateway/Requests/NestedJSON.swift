import VeilFormats

/// A text taken apart into JSON and what is none: all of it may be one value, or a value on each line, or there are
/// values with escapes somewhere in it, behind which something could hide.
struct NestedJSON {
  struct Piece {
    var range: Range<Int>
    /// Nil: plain text.
    var tree: JSONTree?
  }

  /// In order, without gaps.
  let pieces: [Piece]

  /// How deep JSON in JSON is followed. Each level doubles the backslashes, so deeper ones do not occur.
  static let maximumDepth = 8

  /// - Returns: nil for a text without such JSON.
  init?(_ text: [UInt8]) {
    guard let values = Self.whole(text) ?? Self.lines(text) ?? Self.escaped(text) else { return nil }
    var pieces: [Piece] = []
    var position = 0
    for value in values {
      if position < value.range.lowerBound { pieces.append(Piece(range: position..<value.range.lowerBound)) }
      pieces.append(value)
      position = value.range.upperBound
    }
    if position < text.count { pieces.append(Piece(range: position..<text.count)) }
    self.pieces = pieces
  }

  private static func whole(_ text: [UInt8]) -> [Piece]? {
    guard let first = text.first(where: { !isSpace($0) }), let last = text.last(where: { !isSpace($0) }) else {
      return nil
    }
    switch (first, last) {
    case (UInt8(ascii: "{"), UInt8(ascii: "}")), (UInt8(ascii: "["), UInt8(ascii: "]")): break
    // What is only quoted needs no taking apart.
    case (UInt8(ascii: "\""), UInt8(ascii: "\"")) where text.contains(UInt8(ascii: "\\")): break
    default: return nil
    }
    guard let tree = try? JSONTree(text) else { return nil }
    return [Piece(range: 0..<text.count, tree: tree)]
  }

  /// JSON Lines.
  private static func lines(_ text: [UInt8]) -> [Piece]? {
    guard let first = text.first(where: { !isSpace($0) }), opens(first) else { return nil }
    var pieces: [Piece] = []
    for line in text.split(separator: 0x0A) where line.contains(where: { !isSpace($0) }) {
      guard let tree = try? JSONTree(Array(line)), tree.root.isContainer else { return nil }
      pieces.append(Piece(range: line.indices, tree: tree))
    }
    return pieces.count > 1 ? pieces : nil
  }

  /// Values in the midst of other text. Those without escapes read the same as text, and are left in their surroundings,
  /// which say what they are.
  private static func escaped(_ text: [UInt8]) -> [Piece]? {
    let backslash = UInt8(ascii: "\\")
    guard text.contains(backslash) else { return nil }
    var pieces: [Piece] = []
    var position = 0
    // Brackets that open nothing are tried in vain; so much in vain and no more.
    var patience = 8 * text.count + 1 << 16
    while patience > 0, let start = text[position...].firstIndex(where: opens) {
      var scanner = JSONScanner(text, in: start..<text.count)
      let isValue = (try? scanner.skipValue()) != nil
      patience -= scanner.position - start
      let range = start..<scanner.position
      if isValue, text[range].contains(backslash), let tree = try? JSONTree(Array(text[range])) {
        pieces.append(Piece(range: range, tree: tree))
      }
      position = isValue ? range.upperBound : start + 1
    }
    return pieces.isEmpty ? nil : pieces
  }

  private static func opens(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }
}
