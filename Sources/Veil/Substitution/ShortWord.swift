/// Up to sixteen bytes that are compared at once, kept without allocation.
struct ShortWord: Hashable, Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0
  private(set) var count = 0

  init() {}

  /// - Returns: nil when there are more bytes.
  init?(_ bytes: some Sequence<UInt8>) {
    for byte in bytes where !append(byte) { return nil }
  }

  /// - Returns: false when it is full.
  mutating func append(_ byte: UInt8) -> Bool {
    guard count < 16 else { return false }
    if count < 8 { low |= UInt64(byte) << UInt64(8 * count) } else { high |= UInt64(byte) << UInt64(8 * (count - 8)) }
    count += 1
    return true
  }

  fileprivate var slot: UInt64 { ((low ^ high &* 0xFF51_AFD7_ED55_8CCD) &* 0x9E37_79B9_7F4A_7C15) >> 32 }
}

/// A list of words that is asked often.
struct ShortWords: Sendable {
  /// Empty words are free slots.
  private var slots: [ShortWord]

  /// - Parameter words: with a space between them, none longer than sixteen bytes.
  init(_ words: String) {
    let words = words.split(separator: " ").compactMap { ShortWord($0.utf8) }
    var size = 16
    while size < words.count * 2 { size *= 2 }
    slots = Array(repeating: ShortWord(), count: size)
    for word in words {
      var slot = Int(word.slot) & (size - 1)
      while slots[slot].count > 0, slots[slot] != word { slot = (slot + 1) & (size - 1) }
      slots[slot] = word
    }
  }

  func contains(_ word: ShortWord) -> Bool {
    guard word.count > 0 else { return false }
    var slot = Int(word.slot) & (slots.count - 1)
    while slots[slot].count > 0 {
      if slots[slot] == word { return true }
      slot = (slot + 1) & (slots.count - 1)
    }
    return false
  }

  func contains(_ word: some Sequence<UInt8>) -> Bool { ShortWord(word).map(contains) ?? false }
}
