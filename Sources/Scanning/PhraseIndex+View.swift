import CScan

extension PhraseIndex {
  /// The table's storage for the time of one scan, free of reference counting and bounds checks.
  package struct View {
    let slots: UnsafeBufferPointer<Slot>
    let filter: UnsafePointer<UInt64>
    let filterMask: UInt64
    let gate: UnsafePointer<UInt64>
    let gateWords: Int
    let gateShift: UInt64
    let pool: UnsafePointer<UInt8>
    let edges: UnsafePointer<[UInt32: Edges]>
    let matchesPlurals: Bool
    let beginnings: UnsafePointer<UInt64>?

    /// What the kernel reads of it.
    var scan: cscan_filter {
      cscan_filter(
        gate: gate, gate_words: gateWords, gate_shift: gateShift, words: filter, mask: filterMask,
        plurals: matchesPlurals ? 1 : 0, beginnings: beginnings, slots: slots.baseAddress,
        slot_mask: UInt64(slots.count - 1))
    }

    /// Whether a phrase may begin with this word.
    @inline(__always)
    func mayBegin(_ hash: UInt64, isLower: Bool) -> Bool {
      let word = Int((hash >> 20) & filterMask) &* 4
      let bits = PhraseIndex.filterBits(hash)
      return filter[word &+ (isLower ? 0 : 1)] & bits == bits || filter[word &+ 2] & bits == bits
    }
  }

  package func withView<R>(_ body: (View) throws -> R) rethrows -> R {
    precondition(!gate.isEmpty)
    return try slots.withUnsafeBufferPointer { slots in
      try filter.withUnsafeBufferPointer { filter in
        try gate.withUnsafeBufferPointer { gate in
          try pool.withUnsafeBufferPointer { pool in
            try beginnings.withUnsafeBufferPointer { beginnings in
              try withUnsafePointer(to: edges) { edges in
                try body(
                  View(
                    slots: slots, filter: filter.baseAddress!, filterMask: UInt64(filter.count / 4 - 1),
                    gate: gate.baseAddress!, gateWords: gateWords, gateShift: gateShift, pool: pool.baseAddress!,
                    edges: edges, matchesPlurals: matchesPlurals,
                    beginnings: beginnings.isEmpty ? nil : beginnings.baseAddress))
              }
            }
          }
        }
      }
    }
  }
}

extension PhraseIndex.View {
  /// Appends every phrase that begins with `first`, shorter ones first.
  ///
  /// - Parameter index: number by which the hits name this index.
  package func matches(from first: Word, in reader: inout WordReader, index: UInt8 = 0, to hits: inout [PhraseHit]) {
    var word = first
    var state = first.hash
    let isLower = isLower(reader.text[first.start])
    // What is reached without a word's plural ending can only be the end of a phrase.
    var prefix: (state: UInt64, separator: UInt32)?
    while true {
      let slot = prefix == nil && !mayBegin(state, isLower: isLower) ? nil : find(state, word, &reader)
      if let slot, slot.phrase != 0, !(slot.onlyCapital && isLower) {
        if let range = edged(first.start..<word.end, slot, reader.text) {
          hits.append(PhraseHit(range, phrase: slot.phrase - 1, index: index))
        }
      } else if matchesPlurals, let (range, id) = plural(first, word, prefix, &reader) {
        hits.append(PhraseHit(range, phrase: id, index: index))
      }
      guard let slot, slot.continues, let (next, separator) = reader.gap(after: word.end),
        let following = reader.word(at: next)
      else { return }
      prefix = (state, separator)
      state = PhraseIndex.step(state, separator, following.hash)
      word = following
    }
  }

  /// Every phrase of a text, in order of where it begins: one word after the other, for texts too short for the kernels.
  package func allMatches(in text: UnsafeBufferPointer<UInt8>) -> [PhraseHit] {
    var reader = WordReader(text)
    var hits: [PhraseHit] = []
    var position = 0
    while position < text.count {
      guard let word = reader.word(at: position) else {
        position = decode(text, at: position).next
        continue
      }
      matches(from: word, in: &reader, to: &hits)
      position = word.end
    }
    return hits
  }

  private func plural(
    _ first: Word, _ word: Word, _ prefix: (state: UInt64, separator: UInt32)?, _ reader: inout WordReader
  ) -> (range: Range<Int>, id: UInt32)? {
    let text = reader.text
    guard word.end - word.start >= 4, text[word.end - 1] | 0x20 == UInt8(ascii: "s") else { return nil }
    for ending in 1...2 {
      if ending == 2, text[word.end - 2] | 0x20 != UInt8(ascii: "e") { break }
      let end = word.end - ending
      guard let stem = reader.stem(word, end: end) else { return nil }
      let state = prefix.map { PhraseIndex.step($0.state, $0.separator, stem.hash) } ?? stem.hash
      if prefix == nil, !mayBegin(state, isLower: false) { continue }
      if let slot = find(state, stem, &reader), slot.phrase != 0, edges.pointee[slot.phrase - 1]?.requiresTrail != true,
        let range = edged(first.start..<end, slot, text)
      {
        return (range, slot.phrase - 1)
      }
    }
    return nil
  }

  /// Id of the phrase that is this word alone, or nil.
  package func id(of word: Word, in reader: inout WordReader) -> UInt32? {
    guard mayBegin(word.hash, isLower: false), let slot = find(word.hash, word, &reader), slot.phrase != 0 else {
      return nil
    }
    return slot.phrase - 1
  }

  private func find(_ state: UInt64, _ word: Word, _ reader: inout WordReader) -> PhraseIndex.Slot? {
    let mask = slots.count - 1
    var index = Int(truncatingIfNeeded: state) & mask
    while !slots[index].isEmpty {
      let slot = slots[index]
      if slot.state == state, reader.equals(word, pool + Int(slot.word)) { return slot }
      index = (index + 1) & mask
    }
    return nil
  }

  /// Widens a match over the punctuation that its phrase begins and ends with; nil when what must be there is not.
  @inline(__always)
  private func edged(
    _ range: Range<Int>, _ slot: PhraseIndex.Slot, _ text: UnsafeBufferPointer<UInt8>
  ) -> Range<Int>? {
    slot.hasEdges ? withEdges(range, slot.phrase - 1, text) : range
  }

  @inline(never)
  private func withEdges(_ range: Range<Int>, _ id: UInt32, _ text: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    guard let edge = edges.pointee[id] else { return range }
    let start = range.lowerBound - edge.lead.count
    guard start >= 0, text[start..<range.lowerBound].elementsEqual(edge.lead) else { return nil }
    let end = range.upperBound + edge.trail.count
    if end <= text.count, text[range.upperBound..<end].elementsEqual(edge.trail) { return start..<end }
    return edge.requiresTrail ? nil : start..<range.upperBound
  }
}

extension WordReader {
  /// The word without its last bytes, which are ASCII.
  func stem(_ word: Word, end: Int) -> Word? {
    var reader = WordReader(UnsafeBufferPointer(rebasing: text[..<end]))
    return reader.word(at: word.start)
  }
}
