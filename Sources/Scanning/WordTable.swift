/// Single words with a few bits each, found by their hash: for lists that are asked about words and never looked for.
///
/// A bit filter answers for nearly all words that are in none. As in ``PhraseIndex``, words are compared, never taken for
/// each other by their hash alone.
package struct WordTable: Sendable {
  struct Slot {
    var hash: UInt64 = 0
    /// Where the word stands in `pool`; 0 in an empty slot.
    var word: UInt32 = 0
    var bits: UInt32 = 0
  }

  private var slots: ContiguousArray<Slot>
  private var filter: ContiguousArray<UInt64>
  /// The words in lower case, a zero behind each. No word begins at 0.
  private var pool: ContiguousArray<UInt8> = [0]
  private var count = 0

  /// - Parameter capacity: of words; more make it grow.
  package init(capacity: Int) {
    var size = 64
    while size * 3 < capacity * 4 { size *= 2 }
    slots = ContiguousArray(repeating: Slot(), count: size)
    filter = ContiguousArray(repeating: 0, count: size / 8)
  }

  /// Adds bits to those of a word; does nothing for a phrase of several words.
  ///
  /// - Parameter phrase: folded text.
  package mutating func insert(_ phrase: UnsafeBufferPointer<UInt8>, _ bits: UInt32) {
    var reader = WordReader(phrase)
    guard let word = reader.firstWord() else { return }
    if let (next, _) = reader.gap(after: word.end), reader.word(at: next) != nil { return }
    if let slot = withView({ $0.slot(of: word, in: reader) }) {
      slots[slot].bits |= bits
      return
    }
    if (count + 1) * 4 > slots.count * 3 { grow() }
    place(Slot(hash: word.hash, word: UInt32(pool.count), bits: bits))
    reader.appendLowered(word, to: &pool)
    count += 1
  }

  private mutating func grow() {
    let old = slots
    slots = ContiguousArray(repeating: Slot(), count: old.count * 2)
    filter = ContiguousArray(repeating: 0, count: slots.count / 8)
    for slot in old where slot.word != 0 { place(slot) }
  }

  private mutating func place(_ slot: Slot) {
    var index = Int(truncatingIfNeeded: slot.hash) & (slots.count - 1)
    while slots[index].word != 0 { index = (index + 1) & (slots.count - 1) }
    slots[index] = slot
    filter[Int(truncatingIfNeeded: slot.hash >> 20) & (filter.count - 1)] |= PhraseIndex.filterBits(slot.hash)
  }

  /// The bits of a word that is all of `text`; none when the table does not have it.
  package func bits(ofWord text: [UInt8]) -> UInt32 {
    text.withUnsafeBufferPointer { text in
      var reader = WordReader(text)
      guard let word = reader.word(at: 0), word.end == text.count else { return 0 }
      return withView { $0.bits(of: word, in: reader) }
    }
  }
}

extension WordTable {
  /// The table's storage for the time of one scan, free of reference counting and bounds checks.
  package struct View {
    fileprivate let slots: UnsafePointer<Slot>
    fileprivate let slotMask: Int
    fileprivate let filter: UnsafePointer<UInt64>
    fileprivate let filterMask: Int
    fileprivate let pool: UnsafePointer<UInt8>

    /// The bits of a word; none when the table does not have it.
    @inline(__always)
    package func bits(of word: Word, in reader: WordReader) -> UInt32 {
      slot(of: word, in: reader).map { slots[$0].bits } ?? 0
    }

    @inline(__always)
    fileprivate func slot(of word: Word, in reader: WordReader) -> Int? {
      let bits = PhraseIndex.filterBits(word.hash)
      guard filter[Int(truncatingIfNeeded: word.hash >> 20) & filterMask] & bits == bits else { return nil }
      return find(word, reader)
    }

    private func find(_ word: Word, _ reader: WordReader) -> Int? {
      var index = Int(truncatingIfNeeded: word.hash) & slotMask
      while slots[index].word != 0 {
        if slots[index].hash == word.hash, reader.equals(word, pool + Int(slots[index].word)) { return index }
        index = (index + 1) & slotMask
      }
      return nil
    }
  }

  package func withView<R>(_ body: (View) throws -> R) rethrows -> R {
    try slots.withUnsafeBufferPointer { slots in
      try filter.withUnsafeBufferPointer { filter in
        try pool.withUnsafeBufferPointer { pool in
          try body(
            View(
              slots: slots.baseAddress!, slotMask: slots.count - 1, filter: filter.baseAddress!,
              filterMask: filter.count - 1, pool: pool.baseAddress!))
        }
      }
    }
  }
}

extension WordReader {
  /// Appends the lower-case form of a word and a zero.
  func appendLowered(_ word: Word, to pool: inout ContiguousArray<UInt8>) {
    var position = word.start
    while position < word.end {
      let byte = text[position]
      if byte < 0x80 {
        pool.append(isUpper(byte) ? byte | 0x20 : byte)
        position += 1
        continue
      }
      let (scalar, next) = decode(text, at: position)
      withUTF8(characters[scalar].lower) { pool.append(contentsOf: $0) }
      position = next
    }
    pool.append(0)
  }
}
