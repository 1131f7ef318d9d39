import CScan

/// Tells which words of a text are worth looking up in a ``PhraseIndex``: by a few bits for each word that a phrase begins
/// with, and by what follows it in the text. `to` is a label where a colon follows and nothing anywhere else.
package struct PhraseScout: Sendable {
  /// Where a phrase of one word is worth a look. Longer phrases are wherever their first two words are.
  package struct Wish: OptionSet, Sendable {
    package let rawValue: Int32
    package init(rawValue: Int32) { self.rawValue = rawValue }

    package static let anywhere = Wish(rawValue: Int32(CSCAN_ANYWHERE))
    /// Where it does not begin in lower case.
    package static let capital = Wish(rawValue: 1 << 16)
    /// Before a word that does not begin in lower case, or a particle.
    package static let beforeName = Wish(rawValue: Int32(CSCAN_BEFORE_NAME))
    /// Before `:`, `=` or the like, perhaps behind a space.
    package static let beforeMark = Wish(rawValue: Int32(CSCAN_BEFORE_LABEL_MARK))
    /// In lower case before a word that `isPaired`, in lower case.
    package static let beforePaired = Wish(rawValue: Int32(CSCAN_BEFORE_PAIRED))
    /// Not by itself, but behind such as are `beforeName`.
    package static let isParticle = Wish(rawValue: Int32(CSCAN_IS_PARTICLE))
    /// Not by itself, but behind such as are `beforePaired`.
    package static let isPaired = Wish(rawValue: Int32(CSCAN_IS_PAIRED))
  }

  private var kinds = ContiguousArray<UInt8>(repeating: 0, count: Int(CSCAN_SCOUT_KINDS))
  private var capitals = ContiguousArray<UInt64>(repeating: 0, count: Int(CSCAN_SCOUT_CAPITALS) / 64)

  package init() {}

  /// - Parameter phrase: folded text.
  package mutating func insert(_ phrase: UnsafeBufferPointer<UInt8>, _ wish: Wish) {
    var reader = WordReader(phrase)
    guard let word = reader.firstWord() else { return }
    if let (next, _) = reader.gap(after: word.end), let second = reader.word(at: next) {
      note(word, phrase, .init(rawValue: Int32(CSCAN_BEFORE_WORD)))
      note(second, phrase, .init(rawValue: Int32(CSCAN_IS_SECOND)))
      return
    }
    // What must follow is looked for right behind the word, where a full stop may stand before a name.
    let trail = phrase[word.end...]
    let isBare = trail.isEmpty || trail.elementsEqual(".".utf8) && wish.isDisjoint(with: .beforeMark)
    note(word, phrase, isBare ? wish : .anywhere)
  }

  /// Words that are long or not plain ASCII are always worth a look.
  private mutating func note(_ word: Word, _ phrase: UnsafeBufferPointer<UInt8>, _ wish: Wish) {
    let bytes = phrase[word.start..<word.end]
    guard bytes.count <= 16, bytes.allSatisfy(isASCIIWord) else { return }
    let hash = cscan_gate_hash(phrase.baseAddress! + word.start, bytes.count)
    kinds[Int(hash >> 49)] |= UInt8(truncatingIfNeeded: wish.rawValue)
    if wish.contains(.capital) { capitals[Int(hash >> 53)] |= 1 << (hash >> 47 & 63) }
  }

  /// Phrases of an index that begin with a word in the range, in order, as far as the scout finds the words worth a look.
  ///
  /// - Complexity: O(length of the range), plus a constant for each word that is looked up.
  package func hits(
    of index: PhraseIndex, in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> [PhraseHit] {
    var hits: [PhraseHit] = []
    var runs: [UInt32] = []
    var reader = WordReader(text)
    index.withView { view in
      var filter = view.scan
      withTables { tables in
        withUnsafeTemporaryAllocation(of: cscan_place.self, capacity: Int(CSCAN_TILE) / 2) { places in
          var tile = range.lowerBound / 64 * 64
          while tile < range.upperBound {
            let count = cscan_scout_tile(
              text.baseAddress!, text.count, tile, cscan_range(from: range.lowerBound, to: range.upperBound), tables,
              &filter, places.baseAddress!)
            tile += Int(CSCAN_TILE)
            for place in places[..<count] {
              let start = Int(place.start)
              if Int(place.flags) & CSCAN_LONG_RUN != 0 {
                runs.append(place.start)
              } else {
                let word = Word(start: start, end: start + Int(place.length), hash: place.hash)
                view.matches(from: word, in: &reader, to: &hits)
              }
            }
          }
        }
      }
    }
    guard !runs.isEmpty else { return hits }
    let others = Scanner.hits(of: index, inRuns: runs, range: range, seesUnmarked: false, of: text).phrases
    return Self.merged(hits, others)
  }

  private func withTables<R>(_ body: (UnsafePointer<cscan_scout>) -> R) -> R {
    kinds.withUnsafeBufferPointer { kinds in
      capitals.withUnsafeBufferPointer { capitals in
        withUnsafePointer(to: cscan_scout(kinds: kinds.baseAddress!, capitals: capitals.baseAddress!), body)
      }
    }
  }

  /// Of rows that are both ordered, and whose words are different ones.
  private static func merged(_ first: [PhraseHit], _ second: [PhraseHit]) -> [PhraseHit] {
    guard !first.isEmpty, !second.isEmpty else { return first.isEmpty ? second : first }
    var merged: [PhraseHit] = []
    merged.reserveCapacity(first.count + second.count)
    var next = 0
    for hit in first {
      while next < second.count, second[next].start < hit.start {
        merged.append(second[next])
        next += 1
      }
      merged.append(hit)
    }
    return merged + second[next...]
  }
}
