import Scanning

/// How the alternatives of a pattern begin: `(?:Anglican|Buddhis[mt])` with `anglican` and `buddhis`. A trigger of three
/// letters is found in every other sentence, these hardly ever.
enum LiteralPrefixes {
  /// Longer ones tell no more.
  private static let longest = 8

  /// The literals that a match can begin with, given those of its trigger; the same ones where the pattern is more than
  /// alternatives in one group.
  static func narrowed(_ literals: [String], by pattern: String) -> [[UInt8]] {
    let given = literals.map { Array($0.utf8) }
    guard let prefixes = prefixes(of: Array(pattern.utf8)) else { return given }
    var narrowed: [[UInt8]] = []
    for prefix in prefixes {
      for literal in given {
        let count = min(prefix.count, literal.count)
        guard zip(prefix, literal).allSatisfy({ $0 | 0x20 == $1 | 0x20 }) else { continue }
        let longer = count == prefix.count ? literal : prefix
        if !narrowed.contains(longer) { narrowed.append(longer) }
      }
    }
    return narrowed
  }

  /// Nil when the pattern is anything but a group of alternatives and what follows, or one of them begins with less than
  /// a trigger has.
  private static func prefixes(of pattern: [UInt8]) -> [[UInt8]]? {
    guard pattern.starts(with: "(?:".utf8), !pattern.contains(UInt8(ascii: "#")) else { return nil }
    var prefixes: [[UInt8]] = []
    var position = 3
    while true {
      var prefix: [UInt8] = []
      while position < pattern.count, isPlain(pattern[position]) {
        prefix.append(pattern[position])
        position += 1
      }
      // What may be missing or come again.
      if position < pattern.count, "?*+{".utf8.contains(pattern[position]), !prefix.isEmpty { prefix.removeLast() }
      guard prefix.count >= 3, let end = endOfAlternative(pattern, position) else { return nil }
      prefixes.append(Array(prefix.prefix(longest)))
      position = end + 1
      if pattern[end] == UInt8(ascii: ")") { break }
    }
    let isRepeated = position < pattern.count && "?*+{".utf8.contains(pattern[position])
    // Alternatives beside the group.
    guard !isRepeated, !pattern[position...].contains(UInt8(ascii: "|")) else { return nil }
    return prefixes
  }

  private static func isPlain(_ byte: UInt8) -> Bool { isASCIIWord(byte) || " -'/_:=@".utf8.contains(byte) }

  /// Place of the `|` or `)` behind an alternative; nil where it holds what is not read here.
  private static func endOfAlternative(_ pattern: [UInt8], _ start: Int) -> Int? {
    var position = start
    var depth = 0
    while position < pattern.count {
      switch pattern[position] {
      case UInt8(ascii: "\\"): position += 1
      // Sets of bytes, and groups that are more than groups.
      case UInt8(ascii: "["), UInt8(ascii: "*"): return nil
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")") where depth == 0, UInt8(ascii: "|") where depth == 0: return position
      case UInt8(ascii: ")"): depth -= 1
      default: break
      }
      position += 1
    }
    return nil
  }
}
