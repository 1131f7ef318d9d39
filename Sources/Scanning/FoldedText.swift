internal import CICU

/// How a piece of text differed from its fold, other than in case.
package struct Disguise: OptionSet, Sendable, Hashable {
  package let rawValue: UInt16
  package init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Characters that show nothing stood between or after others.
  package static let invisible = Disguise(rawValue: 1 << 0)
  /// Letters of other scripts, or small capitals, stood for Latin letters.
  package static let lookalike = Disguise(rawValue: 1 << 1)
  /// Full-width, mathematical, circled, superscript and other compatibility forms.
  package static let width = Disguise(rawValue: 1 << 2)
  /// Digits other than `0` to `9`.
  package static let digit = Disguise(rawValue: 1 << 3)
  /// Dashes, spaces, quotes and other marks than those of ASCII.
  package static let punctuation = Disguise(rawValue: 1 << 4)
  /// HTML entities such as `&#64;`.
  package static let entity = Disguise(rawValue: 1 << 5)
  /// Percent-escapes such as `%40`.
  package static let percent = Disguise(rawValue: 1 << 6)
  /// Letters with separate marks, or with marks that belong to no letter.
  package static let composition = Disguise(rawValue: 1 << 7)

  /// Escapes with a backslash such as `\u0040`.
  package static let escape = Disguise(rawValue: 1 << 8)

  /// Not a disguise: the unit ends with a zero width joiner, so that an emoji after it belongs to it.
  static let joiner = Disguise(rawValue: 1 << 15)
}

/// A text made comparable, with the way back to the bytes it came from. Made by ``Folder``; keep it to use its storage
/// again.
package struct FoldedText: Sendable {
  /// Valid UTF-8.
  package internal(set) var bytes: [UInt8] = []
  /// Length of the original in bytes.
  package internal(set) var originalCount = 0
  /// Where fold and original differ, in order. Before, between and after them bytes correspond one to one.
  var units: [Unit] = []

  /// A piece of the fold that came from a piece of the original as a whole. An empty fold means that the piece was
  /// dropped.
  struct Unit: Sendable {
    var folded: UInt32
    var original: UInt32
    var originalLength: UInt32
    var foldedLength: UInt16
    var disguise: Disguise

    var foldedEnd: Int { Int(folded) + Int(foldedLength) }
    var originalEnd: Int { Int(original) + Int(originalLength) }
  }

  package init() {}

  /// Whether every byte stands for itself.
  package var isOwnFold: Bool { units.isEmpty }

  /// The piece of the original that a piece of the fold came from, widened to whole grapheme clusters: marks, joiners
  /// and variation selectors after the last character are in it, invisible characters that are no part of a cluster are
  /// in it only between others.
  ///
  /// - Parameter range: Byte offsets into ``bytes``.
  package func original(_ range: Range<Int>) -> Range<Int> {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
    if range.isEmpty {
      let place = originalStart(range.lowerBound)
      return place..<place
    }
    var lower = range.lowerBound
    var upper = range.upperBound
    while true {
      if let unit = lastUnit(where: { $0.folded <= lower }), lower < unit.foldedEnd { lower = Int(unit.folded) }
      if isClusterBreak(lower) { break }
      lower -= 1
    }
    while true {
      if let unit = lastUnit(where: { $0.folded < upper }), upper < unit.foldedEnd { upper = unit.foldedEnd }
      if isClusterBreak(upper) { break }
      upper += 1
    }
    return originalStart(lower)..<originalEnd(upper - 1)
  }

  /// The first byte offset of the fold whose source is at or after a byte offset of the original.
  package func position(atOriginal offset: Int) -> Int {
    precondition(offset >= 0 && offset <= originalCount)
    var position: Int
    if let unit = lastUnit(where: { Int($0.original) <= offset }) {
      if offset == Int(unit.original) { return Int(unit.folded) }
      position = unit.foldedEnd + max(0, offset - unit.originalEnd)
    } else {
      position = offset
    }
    while position < bytes.count, bytes[position] & 0xC0 == 0x80 { position += 1 }
    return position
  }

  /// The disguises of the original behind a piece of the fold.
  package func disguises(in range: Range<Int>) -> Disguise {
    var result: Disguise = []
    // Units that end before the range are skipped; a dropped piece counts when it lies between folded bytes of it.
    var index = partition { $0.foldedEnd <= range.lowerBound }
    while index < units.count, units[index].folded < range.upperBound {
      result.formUnion(units[index].disguise)
      index += 1
    }
    return result.subtracting(.joiner)
  }
}

extension FoldedText {
  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    units.removeAll(keepingCapacity: true)
    originalCount = 0
  }

  /// How many units, from the first, satisfy a condition that none satisfies after one that does not.
  private func partition(_ condition: (Unit) -> Bool) -> Int {
    var low = 0
    var high = units.count
    while low < high {
      let middle = (low + high) / 2
      if condition(units[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func lastUnit(where condition: (Unit) -> Bool) -> Unit? {
    let count = partition(condition)
    return count == 0 ? nil : units[count - 1]
  }

  private func originalStart(_ position: Int) -> Int {
    guard let unit = lastUnit(where: { $0.folded <= position }) else { return position }
    if position < unit.foldedEnd { return Int(unit.original) }
    return unit.originalEnd + position - unit.foldedEnd
  }

  /// End of what the byte at `position` came from.
  private func originalEnd(_ position: Int) -> Int {
    guard let unit = lastUnit(where: { $0.folded <= position }) else { return position + 1 }
    if position < unit.foldedEnd { return unit.originalEnd }
    return unit.originalEnd + position - unit.foldedEnd + 1
  }

  /// Whether a grapheme cluster of the original can begin at this place of the fold.
  private func isClusterBreak(_ position: Int) -> Bool {
    if position == 0 || position == bytes.count { return true }
    let next = bytes[position]
    if next < 0x80, bytes[position - 1] < 0x80 { return next != 0x0A || bytes[position - 1] != 0x0D }
    if next & 0xC0 == 0x80 { return false }
    return bytes.withUnsafeBufferPointer { text in
      let after = decode(text, at: position).scalar
      let before = decode(text, at: characterStart(text, before: position)).scalar
      if cicu_is_one_cluster(before, after) { return false }
      if cicu_is_regional_indicator(after) {
        // Flags are pairs, counted from the first of a row; marks and dropped characters end the row.
        let ended = partition { $0.foldedEnd <= position }
        let first = ended == 0 ? 0 : units[ended - 1].foldedEnd
        var row = 0
        var start = position
        while start > first {
          start = characterStart(text, before: start)
          if !cicu_is_regional_indicator(decode(text, at: start).scalar) { break }
          row += 1
        }
        return row % 2 == 0
      }
      if cicu_is_pictographic(after), let unit = lastUnit(where: { $0.folded < position }) {
        return unit.foldedEnd != position || !unit.disguise.contains(.joiner)
      }
      return true
    }
  }
}

/// First byte of the character that ends before `position`, which is not the start.
@inline(__always)
func characterStart(_ text: UnsafeBufferPointer<UInt8>, before position: Int) -> Int {
  var start = position - 1
  while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
  return start
}

extension FoldedText {
  /// The same text with what looks like placeholders in place of some ranges of `bytes`, every position kept.
  package func masking(_ ranges: [Range<Int>]) -> FoldedText {
    var masked = self
    masked.bytes.withUnsafeMutableBufferPointer { bytes in
      for range in ranges {
        bytes[range].update(repeating: UInt8(ascii: "X"))
        if range.count >= 5 {
          bytes[range.upperBound - 3] = UInt8(ascii: "_")
          bytes[range.upperBound - 2] = UInt8(ascii: "1")
        }
        bytes[range.upperBound - 1] = UInt8(ascii: "]")
        bytes[range.lowerBound] = UInt8(ascii: "[")
      }
    }
    return masked
  }
}
