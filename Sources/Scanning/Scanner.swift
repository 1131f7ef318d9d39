import CScan

/// Where a rule is to be tried.
///
/// Laid out as `cscan_start`.
package struct RuleStart {
  package var position: Int32
  package var rule: UInt16
}

/// A phrase of an index in folded text.
package struct PhraseHit {
  package var start: Int32
  package var end: Int32
  package var phrase: UInt32
  /// Which of the scanned indexes holds the phrase.
  package var index: UInt8

  @inline(__always)
  init(_ range: Range<Int>, phrase: UInt32, index: UInt8) {
    start = Int32(truncatingIfNeeded: range.lowerBound)
    end = Int32(truncatingIfNeeded: range.upperBound)
    self.phrase = phrase
    self.index = index
  }
}

/// One pass over folded text: bitmaps of byte classes, from them the starts of words and the bytes that mean something,
/// and at these a look into the phrase indexes and the dispatch tables. Most clean text is read by the C kernel only.
package struct Scanner {
  package private(set) var starts: [RuleStart] = []
  package private(set) var hits: [PhraseHit] = []
  /// Where rules may begin at numbers that need context.
  package private(set) var numbers: [NumberStart] = []
  /// Where runs begin, in the range of phrases, that are long or not plain ASCII, in order.
  package private(set) var runs: [UInt32] = []
  private let room = Room()

  package init() {}

  /// Fills `starts` and `numbers` with places in `ruleRange`, unordered, and `hits` with every phrase of each index at each word
  /// that begins in `phraseRange`, ordered by where that word starts.
  ///
  /// - Parameter indexes: at most four.
  /// - Complexity: O(bytes), plus a constant per word and per hit.
  package mutating func scan(
    _ text: UnsafeBufferPointer<UInt8>, dispatch: Dispatch, indexes: [PhraseIndex.View], ruleRange: Range<Int>,
    phraseRange: Range<Int>
  ) {
    starts.removeAll(keepingCapacity: true)
    numbers.removeAll(keepingCapacity: true)
    var pass = PhrasePass(text, indexes)
    swap(&pass.hits, &hits)
    swap(&pass.runs, &runs)
    pass.hits.removeAll(keepingCapacity: true)
    pass.runs.removeAll(keepingCapacity: true)
    let range = min(ruleRange.lowerBound, phraseRange.lowerBound)..<max(ruleRange.upperBound, phraseRange.upperBound)
    var tables = dispatch.tables(indexes)
    var rules = dispatch.rules
    room.makeRoom(forStarts: rules.most_rules)
    let ruleBounds = cscan_range(ruleRange)
    var tile = range.lowerBound / 64 * 64
    while tile < range.upperBound {
      let counts = cscan_scan_tile(
        text.baseAddress!, text.count, tile, ruleBounds, cscan_range(phraseRange), &tables, room.places, room.events)
      tile = counts.next
      var done = 0
      while done < counts.events {
        var (startCount, numberCount) = (0, 0)
        done += cscan_find_starts(
          text.baseAddress!, text.count, ruleBounds, &rules, room.events + done, counts.events - done, room.starts,
          room.startCapacity, &startCount, room.numbers, &numberCount)
        admit(startCount, dispatch.sieves.view, text)
        for number in UnsafeBufferPointer(start: room.numbers, count: numberCount) {
          numbers.append(
            NumberStart(
              rules: number.rules, position: Int32(truncatingIfNeeded: number.position),
              word: Int32(truncatingIfNeeded: number.word)))
        }
      }
      pass.look(UnsafeBufferPointer(start: room.places, count: counts.places))
    }
    swap(&pass.hits, &hits)
    swap(&pass.runs, &runs)
  }

  /// Keeps of what the kernel has found where the pattern can match.
  private mutating func admit(_ count: Int, _ sieves: PatternSieves.View, _ text: UnsafeBufferPointer<UInt8>) {
    for number in 0..<count {
      let start = room.starts[number]
      let position = Int(start.position)
      guard
        start.is_sieved != 0
          ? sieves.admitsSieved(start.rule, text, at: position) : sieves.admits(start.rule, text, at: position)
      else { continue }
      starts.append(RuleStart(position: Int32(truncatingIfNeeded: start.position), rule: start.rule))
    }
  }
}

/// Where the kernels write.
///
/// Unchecked, because it is used by one scan at a time.
private final class Room: @unchecked Sendable {
  static let placeCapacity = Int(CSCAN_TILE) / 2

  let places = UnsafeMutablePointer<cscan_place>.allocate(capacity: placeCapacity)
  let events = UnsafeMutablePointer<cscan_event>.allocate(capacity: Int(CSCAN_TILE) * 3 / 2)
  private(set) var starts = UnsafeMutablePointer<cscan_start>.allocate(capacity: 4096)
  private(set) var numbers = UnsafeMutablePointer<cscan_number>.allocate(capacity: 4096)
  /// Of `starts` and `numbers`.
  private(set) var startCapacity = 4096

  /// Makes room for what one event can give, and more.
  func makeRoom(forStarts count: Int) {
    guard startCapacity < 2 * count else { return }
    starts.deallocate()
    startCapacity = 2 * count
    starts = .allocate(capacity: startCapacity)
    numbers.deallocate()
    numbers = .allocate(capacity: startCapacity)
  }

  deinit {
    places.deallocate()
    events.deallocate()
    numbers.deallocate()
    starts.deallocate()
  }
}

extension cscan_range {
  fileprivate init(_ range: Range<Int>) { self.init(from: range.lowerBound, to: range.upperBound) }
}

/// Looks for the phrases of one text at the places that the kernel has found. Pointers are valid while it runs.
private struct PhrasePass {
  let text: UnsafeBufferPointer<UInt8>
  let indexes: [PhraseIndex.View]
  let runReader: RunReader
  var reader: WordReader
  var hits: [PhraseHit] = []
  var runs: [UInt32] = []
  /// Words of the runs of one tile.
  private var words: [(word: Word, flags: UInt32)] = []

  init(_ text: UnsafeBufferPointer<UInt8>, _ indexes: [PhraseIndex.View]) {
    self.text = text
    self.indexes = indexes
    runReader = RunReader(filters: indexes.map(\.scan))
    reader = WordReader(text)
  }

  /// Looks at the places of one tile. Runs that are long, or not plain ASCII, may hold several words where scripts meet or
  /// need no spaces.
  mutating func look(_ places: UnsafeBufferPointer<cscan_place>) {
    let first = runs.count
    for place in places where Int(place.flags) & CSCAN_LONG_RUN != 0 { runs.append(place.start) }
    words.removeAll(keepingCapacity: true)
    if runs.count > first {
      runReader.read(text, runs[first...]) { word, flags in
        words.append((word, flags))
        return true
      }
    }
    var next = 0
    for place in places where Int(place.flags) & CSCAN_LONG_RUN == 0 {
      while next < words.count, words[next].word.start < Int(place.start) {
        look(words[next])
        next += 1
      }
      look(place)
    }
    for word in words[next...] { look(word) }
  }

  private mutating func look(_ found: (word: Word, flags: UInt32)) {
    for number in indexes.indices where found.flags >> UInt32(number) & 1 != 0 { match(found.word, number) }
  }

  /// A place where a plain word begins.
  @inline(__always)
  mutating func look(_ place: cscan_place) {
    let start = Int(place.start)
    let word = Word(start: start, end: start + Int(place.length), hash: place.hash)
    for number in indexes.indices where Int(place.flags) & (CSCAN_FILTER << number) != 0 { match(word, number) }
  }

  private mutating func match(_ word: Word, _ number: Int) {
    indexes[number].matches(from: word, in: &reader, index: UInt8(truncatingIfNeeded: number), to: &hits)
  }
}
