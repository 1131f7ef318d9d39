import VeilFormats

/// JSON inside of a text: all of it one value, or a value on each of its lines.
struct NestedJSON {
  /// The values, each with its place in the text.
  let trees: [(range: Range<Int>, tree: JSONTree)]

  /// How deep JSON in JSON is followed. Each level doubles the backslashes, so deeper ones do not occur.
  static let maximumDepth = 8

  /// - Returns: nil for any other text.
  init?(_ text: [UInt8]) {
    guard let first = text.first(where: { !Self.isSpace($0) }), let last = text.last(where: { !Self.isSpace($0) })
    else {
      return nil
    }
    switch (first, last) {
    case (UInt8(ascii: "{"), UInt8(ascii: "}")), (UInt8(ascii: "["), UInt8(ascii: "]")): break
    // What is only quoted needs no taking apart.
    case (UInt8(ascii: "\""), UInt8(ascii: "\"")): guard text.contains(UInt8(ascii: "\\")) else { return nil }
    // Lines may begin and end in different ways.
    case (UInt8(ascii: "{"), UInt8(ascii: "]")), (UInt8(ascii: "["), UInt8(ascii: "}")): break
    default: return nil
    }
    if let tree = try? JSONTree(text) {
      trees = [(0..<text.count, tree)]
      return
    }
    var lines: [(Range<Int>, JSONTree)] = []
    for line in text.split(separator: 0x0A) where line.contains(where: { !Self.isSpace($0) }) {
      guard let tree = try? JSONTree(Array(line)), tree.root.isContainer else { return nil }
      lines.append((line.indices, tree))
    }
    guard lines.count > 1 else { return nil }
    trees = lines
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }
}
