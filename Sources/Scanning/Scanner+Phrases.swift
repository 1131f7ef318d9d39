import CScan

extension Scanner {
  /// Phrases of an index without plurals that begin with a word in the range, except those of runs that are long or not
  /// plain ASCII, see ``hits(of:inRuns:range:seesUnmarked:of:)``.
  ///
  /// - Parameter beginnings: what those begin with that are looked for.
  package static func hits(
    of index: PhraseIndex.View, beginningWith beginnings: ByteSet, in text: UnsafeBufferPointer<UInt8>,
    _ range: Range<Int>
  ) -> [PhraseHit] {
    var hits: [PhraseHit] = []
    guard let base = text.baseAddress else { return hits }
    var reader = WordReader(text)
    var filter = index.scan
    let sets = [Dispatch.wordSet, Dispatch.plainSet, beginnings.scan]
    // As much as fits on the stack.
    let room = 1024 / MemoryLayout<cscan_place>.stride
    withUnsafeTemporaryAllocation(of: cscan_place.self, capacity: room) { places in
      var position = range.lowerBound
      while position < range.upperBound {
        let rest = cscan_range(from: position, to: range.upperBound)
        let count = cscan_find_phrases(
          base, text.count, rest, sets, &filter, places.baseAddress!, room, &position)
        for place in places[..<count] {
          let start = Int(place.start)
          let word = Word(start: start, end: start + Int(place.length), hash: place.hash)
          index.matches(from: word, in: &reader, to: &hits)
        }
        if position >= text.count { break }
      }
    }
    return hits
  }
}
