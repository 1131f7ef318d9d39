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
          phraseRange: phraseRange, firstBytes: dispatch.firstBytes[0].baseAddress!,
          gramFilter: dispatch.gramFilter[0].baseAddress!, reader: WordReader(text))
        swap(&pass.starts, &starts)
        swap(&pass.hits, &hits)
        swap(&pass.words, &words)
        pass.words.reserveCapacity(text.count / 4)
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

  /// Bits where a run of words or of ASCII letters and digits begins.
  @inline(__always)
  func runStarts(_ block: Int, plane: Int) -> UInt64 {
    let bits = words[block * 4 + plane]
    let carry = block > 0 ? words[block * 4 - 4 + plane] >> 63 : 0
    return bits & ~(bits << 1 | carry)
  }

  /// The 64 bits of a plane from a position on.
  @inline(__always)
  func bits(_ block: Int, _ bit: Int, plane: Int) -> UInt64 {
    let place = block &* 4 &+ plane
    // Shifting twice makes nothing of bit 0, where all 64 bits are of this block.
    return words[place] &>> UInt64(truncatingIfNeeded: bit)
      | (words[place &+ 4] &<< 1) &<< UInt64(truncatingIfNeeded: 63 &- bit)
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
  let firstBytes: UnsafePointer<UInt8>
  let gramFilter: UnsafePointer<UInt64>
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
      let markBits = planes.words[block * 4 + 2]
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
    if position &+ 4 <= text.count {
      let gram = (UnsafeRawPointer(base + position).loadUnaligned(as: UInt32.self) & 0xFF_FFFF) | 0x20_2020
      let slot = Dispatch.slot(gram)
      if (gramFilter[slot &>> 6] &>> UInt64(slot & 63)) & 1 == 1 { literalRules(position, gram, slot) }
    } else if position + 3 == text.count {
      let gram = (UInt32(base[position]) | UInt32(base[position + 1]) << 8 | UInt32(base[position + 2]) << 16) | 0x20_2020
      literalRules(position, gram, Dispatch.slot(gram))
    }
    let byte = base[position]
    let begins = firstBytes[Int(byte)]
    guard begins != 0, byte & 0xC0 != 0x80 else { return }
    if begins & Dispatch.beginsAnyway != 0 {
      for rule in dispatch.starts[Int(byte)] { add(position, rule) }
    }
    if begins & Dispatch.beginsNearDigits != 0 {
      let near = planes.bits(block, bit, plane: 1)
      if near != 0 { digitRules(position, byte, near) }
    }
  }

  @inline(never)
  private mutating func literalRules(_ position: Int, _ gram: UInt32, _ slot: Int) {
    for entry in dispatch.literals[slot] where entry.gram == gram { add(position, entry.rule) }
  }

  @inline(never)
  private mutating func digitRules(_ position: Int, _ byte: UInt8, _ near: UInt64) {
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
    let following = position + 1 < text.count ? base[position + 1] : 0
    for entry in dispatch.around[Int(base[position])] where entry.next.contains(following) {
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
    let length = (~planes.bits(block, bit, plane: 0)).trailingZeroBitCount
    let mask = UInt64.max &>> UInt64(truncatingIfNeeded: 64 &- length)
    // Sixteen bytes may be read from anywhere but the last few of the text.
    if length <= 16, planes.bits(block, bit, plane: 3) & mask == mask, position &+ 16 <= text.count {
      let hash = shortWordHash(base + position, length)
      lookUp(Word(start: position, end: position &+ length, hash: hash))
    } else {
      longRun(position)
    }
  }

  /// A run that is long, or not plain ASCII: it may hold several words where scripts meet or need no spaces.
  @inline(never)
  private mutating func longRun(_ position: Int) {
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
    guard word.start >= phraseRange.lowerBound, word.start < phraseRange.upperBound else { return }
    words.append(word)
    let isLower = isLower(text[word.start])
    for number in 0..<indexes.count {
      if indexes[number].mayBegin(word.hash, isLower: isLower) || indexes[number].matchesPlurals { match(word, number) }
    }
  }

  @inline(never)
  private mutating func match(_ word: Word, _ number: Int) {
    indexes[number].matches(from: word, in: &reader, index: UInt8(truncatingIfNeeded: number), to: &hits)
  }
}
