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
/// and at these a look into the phrase indexes and the dispatch tables. Most clean text is read by the bitmaps only.
package struct Scanner {
  package private(set) var starts: [RuleStart] = []
  package private(set) var hits: [PhraseHit] = []
  /// All words in `phraseRange`, for ``hits(of:among:in:)``.
  package private(set) var words: [Word] = []
  private var planes: [UInt64] = []

  package init() {}

  /// Fills `starts` with places in `ruleRange`, unordered, and `hits` with every phrase of each index at each word
  /// that begins in `phraseRange`, ordered by where that word starts.
  ///
  /// - Complexity: O(bytes), plus a constant per word and per hit.
  package mutating func scan(
    _ text: UnsafeBufferPointer<UInt8>, dispatch: Dispatch, indexes: [PhraseIndex.View], ruleRange: Range<Int>,
    phraseRange: Range<Int>
  ) {
    starts.removeAll(keepingCapacity: true)
    hits.removeAll(keepingCapacity: true)
    words.removeAll(keepingCapacity: true)
    guard text.count > 0 else { return }
    Planes.fill(&planes, text, marks: dispatch.marks)
    planes.withUnsafeBufferPointer { planes in
      indexes.withUnsafeBufferPointer { indexes in
        var pass = ScanPass(
          text: text, planes: Planes(words: planes), dispatch: dispatch, indexes: indexes, ruleRange: ruleRange,
          phraseRange: phraseRange, reader: WordReader(text))
        swap(&pass.starts, &starts)
        swap(&pass.hits, &hits)
        swap(&pass.words, &words)
        pass.run()
        swap(&pass.starts, &starts)
        swap(&pass.hits, &hits)
        swap(&pass.words, &words)
      }
    }
  }

  /// Phrases that begin with one of the words, which an earlier scan of the same text found.
  package static func hits(
    of index: PhraseIndex, among words: ArraySlice<Word>, in text: UnsafeBufferPointer<UInt8>
  ) -> [PhraseHit] {
    var hits: [PhraseHit] = []
    var reader = WordReader(text)
    index.withView { view in
      for word in words where view.mayBegin(word.hash, isLower: isLower(text[word.start])) { view.matches(from: word, in: &reader, to: &hits) }
    }
    return hits
  }
}

/// Bitmaps of a text, 64 bytes to a block: words, digits, marks, ASCII letters and digits.
struct Planes {
  static let count = 4
  let words: UnsafeBufferPointer<UInt64>

  private static let wordSet = ByteSet((0...255).filter { isASCIIWord($0) || $0 >= 0x80 }).scan
  private static let alphanumericSet = ByteSet((0...127).filter { isASCIIWord($0) }).scan
  private static let digitSet = ByteSet(UInt8(ascii: "0")...UInt8(ascii: "9")).scan

  static func fill(_ planes: inout [UInt64], _ text: UnsafeBufferPointer<UInt8>, marks: ByteSet) {
    // One more block of zeros, so that looking past the last one needs no test.
    let blocks = (text.count + 63) / 64
    let needed = (blocks + 1) * count
    if planes.count < needed { planes = Array(repeating: 0, count: needed) }
    for plane in 0..<count { planes[blocks * count + plane] = 0 }
    let sets = [wordSet, digitSet, marks.scan, alphanumericSet]
    planes.withUnsafeMutableBufferPointer {
      cscan_planes(text.baseAddress!, text.count, sets, count, $0.baseAddress!)
    }
  }

  @inline(__always) func word(_ block: Int) -> UInt64 { words[block * 4] }
  @inline(__always) func mark(_ block: Int) -> UInt64 { words[block * 4 + 2] }
  @inline(__always) func alphanumeric(_ block: Int) -> UInt64 { words[block * 4 + 3] }

  /// Bits where a run of words or of ASCII letters and digits begins.
  @inline(__always)
  func runStarts(_ block: Int, plane: Int) -> UInt64 {
    let bits = words[block * 4 + plane]
    let carry = block > 0 ? words[block * 4 - 4 + plane] >> 63 : 0
    return bits & ~(bits << 1 | carry)
  }

  /// Digits among the 64 bytes from a position on, as bits.
  @inline(__always)
  func digits(_ block: Int, _ bit: Int) -> UInt64 {
    let low = words[block * 4 + 1] >> UInt64(bit)
    return bit == 0 ? low : low | words[block * 4 + 5] << UInt64(64 - bit)
  }
}

/// The loop over one text. Pointers are valid while it runs.
private struct ScanPass {
  let text: UnsafeBufferPointer<UInt8>
  let planes: Planes
  let dispatch: Dispatch
  let indexes: UnsafeBufferPointer<PhraseIndex.View>
  let ruleRange: Range<Int>
  let phraseRange: Range<Int>
  var reader: WordReader
  var starts: [RuleStart] = []
  var hits: [PhraseHit] = []
  var words: [Word] = []

  mutating func run() {
    let first = min(ruleRange.lowerBound, phraseRange.lowerBound)
    let end = max(ruleRange.upperBound, phraseRange.upperBound)
    let base = text.baseAddress!
    for block in first / 64..<(end + 63) / 64 {
      let wordBits = planes.runStarts(block, plane: 0)
      let markBits = planes.mark(block)
      // Rules begin where ASCII letters and digits do, also right after a character of a script without spaces.
      let startBits = planes.runStarts(block, plane: 3) | markBits
      var any = wordBits | startBits
      if block == first / 64 { any &= UInt64.max << UInt64(first & 63) }
      while any != 0 {
        let bit = any.trailingZeroBitCount
        any &= any - 1
        let position = block * 64 + bit
        guard position < end else { return }
        if startBits >> UInt64(bit) & 1 == 1 {
          let isMark = markBits >> UInt64(bit) & 1 == 1
          if ruleRange.contains(position) { startRules(base, position, block, bit, isMark) }
          if isMark { turn(base, position) }
        }
        if wordBits >> UInt64(bit) & 1 == 1 { phrases(base, position, block, bit) }
      }
    }
  }

  @inline(__always)
  private mutating func startRules(
    _ base: UnsafePointer<UInt8>, _ position: Int, _ block: Int, _ bit: Int, _ isMark: Bool
  ) {
    let byte = base[position]
    if position + 3 <= text.count {
      let gram =
        (UInt32(base[position]) | UInt32(base[position + 1]) << 8 | UInt32(base[position + 2]) << 16) | 0x20_2020
      for entry in dispatch.literals[Dispatch.slot(gram)] where entry.gram == gram { add(position, entry.rule) }
    }
    guard isMark || dispatch.wordBytes.contains(byte), byte & 0xC0 != 0x80 else { return }
    for rule in dispatch.starts[Int(byte)] { add(position, rule) }
    let near = planes.digits(block, bit)
    guard near != 0 else { return }
    for entry in dispatch.digits[Int(byte)] where (near & entry.mask).nonzeroBitCount >= Int(entry.count) {
      add(position, entry.rule)
    }
  }

  @inline(__always)
  private mutating func add(_ position: Int, _ rule: UInt16) {
    starts.append(RuleStart(position: Int32(truncatingIfNeeded: position), rule: rule))
  }

  /// Rules that contain the byte at `position` and begin before it.
  private mutating func turn(_ base: UnsafePointer<UInt8>, _ position: Int) {
    for entry in dispatch.around[Int(base[position])] {
      var start = position
      let limit = max(0, position - entry.count.upperBound)
      while start > limit, entry.over.contains(base[start - 1]) { start -= 1 }
      // The limit may lie inside a character.
      while base[start] & 0xC0 == 0x80 { start += 1 }
      if position - start >= entry.count.lowerBound, ruleRange.contains(start) { add(start, entry.rule) }
    }
  }

  /// Looks up the words of the run that begins here.
  @inline(__always)
  private mutating func phrases(_ base: UnsafePointer<UInt8>, _ position: Int, _ block: Int, _ bit: Int) {
    let length = (~(planes.word(block) >> UInt64(bit))).trailingZeroBitCount
    let mask = length >= 64 ? UInt64.max : (1 << UInt64(length)) - 1
    let isPlain = length < 64 - bit && (planes.alphanumeric(block) >> UInt64(bit)) & mask == mask
    // Sixteen bytes may be read from anywhere but the last few of the text.
    if isPlain, length <= 16, position + 16 <= text.count {
      lookUp(Word(start: position, end: position + length, hash: shortWordHash(base + position, length)))
    } else {
      longRun(position, block)
    }
  }

  /// A run that is long, or not plain ASCII: it may hold several words where scripts meet or need no spaces.
  @inline(never)
  private mutating func longRun(_ position: Int, _ block: Int) {
    var next = position
    while next < text.count, isASCIIWord(text[next]) || text[next] >= 0x80 {
      guard let word = reader.word(at: next) else {
        next = decode(text, at: next).next
        continue
      }
      lookUp(word)
      next = word.end
    }
  }

  @inline(__always)
  private mutating func lookUp(_ word: Word) {
    guard phraseRange.contains(word.start) else { return }
    words.append(word)
    let isLower = isLower(text[word.start])
    for number in indexes.indices
    where indexes[number].mayBegin(word.hash, isLower: isLower) || indexes[number].matchesPlurals {
      indexes[number].matches(from: word, in: &reader, index: UInt8(truncatingIfNeeded: number), to: &hits)
    }
  }
}
