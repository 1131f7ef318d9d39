import CScan

/// Where a rule is to be tried.
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
  /// Where rules may begin that need context.
  package private(set) var numbers: [NumberStart] = []
  /// Hands out the words in `phraseRange`, for ``hits(of:among:in:)``: plain ones, and those of other scripts or great
  /// length; both in order.
  package mutating func takeWords() -> [[Word]] {
    defer { (plainWords, otherWords) = ([], []) }
    return [plainWords, otherWords]
  }

  private var planes: [UInt64] = []
  private var plainWords: [Word] = []
  private var otherWords: [Word] = []
  private var events: [cscan_event] = []

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
    hits.removeAll(keepingCapacity: true)
    numbers.removeAll(keepingCapacity: true)
    otherWords.removeAll(keepingCapacity: true)
    plainWords = []
    let range = min(ruleRange.lowerBound, phraseRange.lowerBound)..<max(ruleRange.upperBound, phraseRange.upperBound)
    guard !range.isEmpty else { return }
    fillPlanes(text, range, marks: dispatch.marks)
    let wordCount = runCount(in: range)
    // A word may be an event of its own, and another one as the beginning of a phrase.
    if events.count < range.count + wordCount {
      events = Array(repeating: cscan_event(), count: range.count + wordCount)
    }
    var tables = cscan_tables(dispatch, indexes)
    var counts = cscan_counts()
    plainWords = Array(unsafeUninitializedCapacity: wordCount) { words, count in
      counts = events.withUnsafeMutableBufferPointer { events in
        planes.withUnsafeBufferPointer { planes in
          words.withMemoryRebound(to: cscan_word.self) { words in
            cscan_events(
              text.baseAddress!, text.count, planes.baseAddress!, ruleRange.lowerBound, ruleRange.upperBound,
              phraseRange.lowerBound, phraseRange.upperBound, &tables, words.baseAddress!, events.baseAddress!)
          }
        }
      }
      count = counts.word_count
    }
    var pass = ScanPass(
      text: text, dispatch: dispatch, sieves: dispatch.sieves.view, indexes: indexes, ruleRange: ruleRange,
      reader: WordReader(text))
    swap(&pass.starts, &starts)
    swap(&pass.hits, &hits)
    swap(&pass.numbers, &numbers)
    swap(&pass.words, &otherWords)
    planes.withUnsafeBufferPointer { planes in
      plainWords.withUnsafeBufferPointer { words in
        events.withUnsafeBufferPointer { events in
          for event in events[..<counts.event_count] { pass.look(event, words, planes) }
        }
      }
    }
    swap(&pass.starts, &starts)
    swap(&pass.hits, &hits)
    swap(&pass.numbers, &numbers)
    swap(&pass.words, &otherWords)
  }

  /// Phrases that begin with one of the words, which an earlier scan of the same text found.
  package static func hits(
    of index: PhraseIndex, among words: ArraySlice<Word>, in text: UnsafeBufferPointer<UInt8>
  ) -> [PhraseHit] {
    var hits: [PhraseHit] = []
    var reader = WordReader(text)
    index.withView { view in
      for word in words where view.mayBegin(word.hash, isLower: isLower(text[word.start])) {
        view.matches(from: word, in: &reader, to: &hits)
      }
    }
    return hits
  }

  /// How many runs of word bytes begin in the blocks of a range, and one.
  private func runCount(in range: Range<Int>) -> Int {
    var count = 1
    for block in range.lowerBound / 64..<(range.upperBound + 63) / 64 {
      let bits = planes[block * Self.planeCount]
      let carry = block > 0 ? planes[(block - 1) * Self.planeCount] >> 63 : 0
      count += (bits & ~(bits << 1 | carry)).nonzeroBitCount
    }
    return count
  }

  private static let wordSet = ByteSet((0...255).filter { isASCIIWord($0) || $0 >= 0x80 }).scan
  private static let alphanumericSet = ByteSet((0...127).filter { isASCIIWord($0) }).scan
  private static let digitSet = ByteSet(UInt8(ascii: "0")...UInt8(ascii: "9")).scan
  /// Bitmaps of 64 bytes each: words, digits, marks, ASCII letters and digits.
  fileprivate static let planeCount = 4

  /// Fills the bitmaps of the blocks that a range touches, one before it and two behind, where the text has them.
  private mutating func fillPlanes(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, marks: ByteSet) {
    let blocks = (text.count + 63) / 64
    // One more block of zeros, so that looking past the last one needs no test.
    let needed = (blocks + 1) * Self.planeCount
    if planes.count < needed { planes = Array(repeating: 0, count: needed) }
    let first = max(0, range.lowerBound / 64 - 1)
    let end = min(blocks, range.upperBound / 64 + 3)
    for plane in 0..<Self.planeCount { planes[end * Self.planeCount + plane] = 0 }
    let sets = [Self.wordSet, Self.digitSet, marks.scan, Self.alphanumericSet]
    planes.withUnsafeMutableBufferPointer {
      cscan_planes(
        text.baseAddress! + first * 64, min(text.count, end * 64) - first * 64, sets, Self.planeCount,
        $0.baseAddress! + first * Self.planeCount)
    }
  }
}

extension cscan_tables {
  /// Pointers are valid as long as the dispatch tables and the views are.
  fileprivate init(_ dispatch: Dispatch, _ indexes: [PhraseIndex.View]) {
    precondition(indexes.count <= 4)
    self.init()
    first_bytes = dispatch.firstBytes[0].baseAddress
    digit_counts = dispatch.digitCounts[0].baseAddress
    literals = dispatch.gramFilter[0].baseAddress
    filter_count = indexes.count
    withUnsafeMutableBytes(of: &filters) { bytes in
      let filters = bytes.assumingMemoryBound(to: cscan_filter.self)
      for (number, index) in indexes.enumerated() {
        filters[number].words = index.filter
        filters[number].mask = index.filterMask
        filters[number].plurals = index.matchesPlurals ? 1 : 0
      }
    }
  }
}

/// What is done at the events of one text. Pointers are valid while it runs.
private struct ScanPass {
  let text: UnsafeBufferPointer<UInt8>
  let dispatch: Dispatch
  let sieves: PatternSieves.View
  let indexes: [PhraseIndex.View]
  let ruleRange: Range<Int>
  var reader: WordReader
  var starts: [RuleStart] = []
  var hits: [PhraseHit] = []
  var numbers: [NumberStart] = []
  var words: [Word] = []

  mutating func look(
    _ event: cscan_event, _ plainWords: UnsafeBufferPointer<Word>, _ planes: UnsafeBufferPointer<UInt64>
  ) {
    let position = Int(event.position)
    let flags = Int(event.flags)
    if flags & CSCAN_LITERAL != 0 { literalRules(position) }
    if flags & CSCAN_BEGINS != 0 {
      for rule in dispatch.starts[Int(text[position])] { add(position, rule) }
    }
    if flags & CSCAN_NEAR_DIGITS != 0 {
      digitRules(position, planes)
      shapeRules(position)
    }
    if flags & CSCAN_MARK != 0 { turn(position) }
    if flags & CSCAN_LONG_RUN != 0 {
      longRun(position)
    } else if event.word != UInt32.max {
      let word = plainWords[Int(event.word)]
      for number in indexes.indices where flags & (CSCAN_FILTER << number) != 0 { match(word, number) }
    }
  }

  private mutating func literalRules(_ position: Int) {
    let gram =
      (UInt32(text[position]) | UInt32(text[position + 1]) << 8 | UInt32(text[position + 2]) << 16) | 0x20_2020
    var start: UInt64 = 0
    for (index, byte) in text[position..<min(position + 8, text.count)].enumerated() {
      start |= UInt64(byte | 0x20) << UInt64(8 * index)
    }
    var last: UInt16?
    for entry in dispatch.literals[Dispatch.slot(gram)] where entry.start == start & entry.mask {
      // Two literals of one rule may both begin here.
      if entry.rule != last { add(position, entry.rule) }
      last = entry.rule
    }
  }

  private mutating func digitRules(_ position: Int, _ planes: UnsafeBufferPointer<UInt64>) {
    let place = position / 64 * Scanner.planeCount + 1
    let bit = UInt64(position % 64)
    // Shifting twice makes nothing of bit 0, where all 64 bits are of this block.
    let near = planes[place] >> bit | (planes[place + Scanner.planeCount] << 1) << (63 - bit)
    var end = position
    while end < text.count, isDigit(text[end]), end - position < 16 { end += 1 }
    let run = UInt16(truncatingIfNeeded: 1) << UInt16(min(end - position, 15))
    let next = end < text.count ? text[end] : 0
    for entry in dispatch.digits[Int(text[position])]
    where entry.runs & run != 0 && entry.next.contains(next) && (near & entry.mask).nonzeroBitCount >= Int(entry.count)
    {
      add(position, entry.rule)
    }
  }

  private mutating func shapeRules(_ position: Int) {
    let number = NumberStart(text, at: position)
    var needsContext = false
    if number.letters <= Shape.mostLetters {
      let letters = Int(number.letters)
      needsContext = number.totals & dispatch.contextDigits[0][letters] != 0
      var totals = number.totals & dispatch.shapeMasks[0][letters]
      while totals != 0 {
        for rule in dispatch.shapes[Dispatch.shapeRow(letters: letters, digits: totals.trailingZeroBitCount)] {
          add(position, rule)
        }
        totals &= totals - 1
      }
    }
    if number.run <= Shape.longestRun {
      let run = Int(number.run)
      for entry in dispatch.runs[run] where entry.digits <= number.runDigits { add(position, entry.rule) }
      if dispatch.contextRuns[run / 64] >> UInt64(run % 64) & 1 != 0 { needsContext = true }
    }
    if needsContext { numbers.append(number) }
  }

  private mutating func add(_ position: Int, _ rule: UInt16) {
    guard sieves.admits(rule, text, at: position) else { return }
    starts.append(RuleStart(position: Int32(truncatingIfNeeded: position), rule: rule))
  }

  /// Rules that contain the byte at `position` and begin before it.
  private mutating func turn(_ position: Int) {
    let following = position + 1 < text.count ? text[position + 1] : 0
    for entry in dispatch.around[Int(text[position])] where entry.next.contains(following) {
      var start = position
      let limit = max(0, position - entry.count.upperBound)
      while start > limit, entry.over.contains(text[start - 1]) { start -= 1 }
      // The limit may lie inside a character.
      while text[start] & 0xC0 == 0x80 { start += 1 }
      if position - start >= entry.count.lowerBound, ruleRange.contains(start) { add(start, entry.rule) }
    }
  }

  /// A run that is long, or not plain ASCII: it may hold several words where scripts meet or need no spaces.
  private mutating func longRun(_ position: Int) {
    var next = position
    while next < text.count, isASCIIWord(text[next]) || text[next] >= 0x80 {
      guard let word = reader.word(at: next) else {
        next = decode(text, at: next).next
        continue
      }
      words.append(word)
      let isLower = isLower(text[word.start])
      for number in indexes.indices
      where indexes[number].mayBegin(word.hash, isLower: isLower) || indexes[number].matchesPlurals {
        match(word, number)
      }
      next = word.end
    }
  }

  private mutating func match(_ word: Word, _ number: Int) {
    indexes[number].matches(from: word, in: &reader, index: UInt8(truncatingIfNeeded: number), to: &hits)
  }
}
