import CScan

/// Any number of words and phrases in one flat hash table, found in text in one look per word.
///
/// A phrase is a chain of words; the table is keyed by the chain's hash so far, so a lookup walks from word to word as
/// in a trie. A bit filter over first words answers for nearly all words of ordinary text without touching the table,
/// which is why a million phrases cost little more than ten. Entries are compared word by word, never by hash alone.
///
/// Matching ignores case, the amount of white space, and takes `-` and `_` for a space; other punctuation between the
/// words must agree. Building is O(total length); memory is from 30 to 60 bytes a word.
package struct PhraseIndex: Sendable {
  /// A word of a phrase: 16 bytes, so that none straddles a cache line.
  struct Slot {
    /// Hash of the words up to this one.
    var state: UInt64 = 0
    /// Where the word stands in `pool`; 0 in an empty slot.
    var word: UInt32 = 0
    /// From the lowest bit: ``continues``, ``onlyCapital``, two bits of ``place``, ``isSought``, ``hasEdges``, the rest is
    /// ``phrase``.
    private var bits: UInt32 = 0

    init() {}

    init(state: UInt64, word: UInt32) {
      self.state = state
      self.word = word
    }

    @inline(__always) var isEmpty: Bool { word == 0 }

    @inline(__always) var continues: Bool {
      get { bits & 1 != 0 }
      set { bits = bits & ~1 | (newValue ? 1 : 0) }
    }

    /// Whether the phrase that ends here is looked for only where it begins with a capital.
    @inline(__always) var onlyCapital: Bool {
      get { bits & 2 != 0 }
      set { bits = bits & ~2 | (newValue ? 2 : 0) }
    }

    /// Number of the word in its phrase, as far as the filter wants to know: 1, 2 for a second word behind a gap, or 0.
    @inline(__always) var place: UInt8 {
      get { UInt8(truncatingIfNeeded: bits >> 2 & 3) }
      set { bits = bits & ~12 | UInt32(newValue) << 2 }
    }

    /// Whether a phrase begins with the word that is looked for in text.
    @inline(__always) var isSought: Bool {
      get { bits & 16 != 0 }
      set { bits = bits & ~16 | (newValue ? 16 : 0) }
    }

    /// Whether the phrase that ends here has punctuation around its words.
    @inline(__always) var hasEdges: Bool {
      get { bits & 32 != 0 }
      set { bits = bits & ~32 | (newValue ? 32 : 0) }
    }

    /// Id of the phrase that ends here, plus one; 0 when none does.
    @inline(__always) var phrase: UInt32 {
      get { bits >> 6 }
      set { bits = bits & 63 | newValue << 6 }
    }
  }

  /// Punctuation that a phrase begins or ends with, and how its end may differ.
  struct Edges {
    var lead: [UInt8] = []
    var trail: [UInt8] = []
    var requiresTrail: Bool { !trail.allSatisfy { ".,;:!?)'\"".utf8.contains($0) } }
  }

  var slots: ContiguousArray<Slot>
  /// Four bit filters in turns of 64 bits: words that are phrases, beginning in lower case or in any other way; first
  /// words of longer phrases; first and second word, one space between them.
  var filter: ContiguousArray<UInt64>
  /// Two bits for each `cscan_gate_hash` of a first word that is sought: where it begins in lower case or with a digit and, in
  /// the second half, elsewhere or with a digit. Where plurals count, those of phrases of one word are in it, too.
  var gate: ContiguousArray<UInt64> = []
  /// How far behind the first half the second begins. Where plurals count, both would be the same: there is one.
  var gateWords: Int { matchesPlurals ? 0 : gate.count / 2 }
  var gateShift: UInt64 { 64 - UInt64(((gate.count - gateWords) * 64).trailingZeroBitCount) }
  /// Bits for first words with characters that are not ASCII, see `cscan_filter`. Empty as long as there are none.
  var beginnings: ContiguousArray<UInt64> = []
  /// The slots' words in lower case, a zero behind each. No word begins at 0.
  var pool: ContiguousArray<UInt8> = [0]
  var edges: [UInt32: Edges] = [:]
  var used = 0
  /// Whether `falcons` is found by `falcon`; the match then ends before the plural ending.
  package let matchesPlurals: Bool
  private let isGateLate: Bool
  /// Number of distinct phrases; ids are below it.
  package private(set) var count = 0

  /// - Parameter capacity: of words; more make it grow.
  /// - Parameter isGateLate: ``fitGate()`` is called when all phrases are there, and nothing is looked for before.
  package init(matchesPlurals: Bool = false, capacity: Int = 0, isGateLate: Bool = false) {
    self.matchesPlurals = matchesPlurals
    self.isGateLate = isGateLate
    slots = []
    filter = []
    resize(to: max(64, capacity * 5 / 3))
    if capacity > 0 { pool.reserveCapacity(capacity * 9) }
  }

  /// Adds a phrase given as folded text.
  ///
  /// - Parameter onlyCapital: not to be found where its first letter is an ASCII one in lower case; holds as long as no
  ///   one adds the same phrase without it.
  /// - Parameter isSought: whether scans have to find it; otherwise they may, and it can be asked for.
  /// - Returns: its id, the same for phrases that match the same text; nil when it holds no letter or digit.
  package mutating func insert(_ phrase: [UInt8], onlyCapital: Bool = false, isSought: Bool = true) -> UInt32? {
    phrase.withUnsafeBufferPointer { insert($0, onlyCapital: onlyCapital, isSought: isSought) }
  }

  /// As ``insert(_:onlyCapital:isSought:)``, of text that need not be an array.
  package mutating func insert(
    _ phrase: UnsafeBufferPointer<UInt8>, onlyCapital: Bool = false, isSought: Bool = true
  ) -> UInt32? {
    var reader = WordReader(phrase)
    guard var word = reader.firstWord() else { return nil }
    let firstWord = word
    let first = word.start
    var state = word.hash
    var place: UInt8 = 1
    var slot = findOrAdd(state, word, place, &reader)
    let single = single(at: first, of: phrase)
    while let (next, separator) = reader.gap(after: word.end), let following = reader.word(at: next) {
      if !slots[slot].continues {
        slots[slot].continues = true
        setFilter(slots[slot])
      }
      if let single, place == 1 {
        noteBit(.pairs, Int(cscan_pair_hash(single, decode(phrase, at: following.start).scalar)))
      }
      place = place == 1 && separator == 0 ? 2 : 0
      state = Self.step(state, separator, following.hash)
      word = following
      slot = findOrAdd(state, word, place, &reader)
    }
    let old = slots[slot].phrase
    if old == 0 {
      count += 1
      if let single, place == 1 { noteBit(.alone, Int(single & 0xFFFF)) }
      slots[slot].phrase = UInt32(count)
      slots[slot].onlyCapital = onlyCapital
      slots[slot].hasEdges = noteEdges(phrase, first..<word.end)
      setFilter(slots[slot])
    } else if !onlyCapital, slots[slot].onlyCapital {
      slots[slot].onlyCapital = false
      setFilter(slots[slot])
    }
    let id = slots[slot].phrase - 1
    if isSought {
      let first = findOrAdd(firstWord.hash, firstWord, 1, &reader)
      if !slots[first].isSought {
        slots[first].isSought = true
        setGate(slots[first])
        if let single { noteBit(.singles, Int(single & 0xFFFF)) } else { noteBeginning(slots[first]) }
      }
    }
    return id
  }

  /// Keeps the punctuation around the words of the newest phrase; says whether there is any.
  private mutating func noteEdges(_ phrase: UnsafeBufferPointer<UInt8>, _ words: Range<Int>) -> Bool {
    guard words != 0..<phrase.count else { return false }
    let lead = phrase[..<words.lowerBound].filter { $0 != 0x20 }
    let trail = phrase[words.upperBound...].filter { $0 != 0x20 }
    guard !lead.isEmpty || !trail.isEmpty else { return false }
    edges[UInt32(count - 1)] = Edges(lead: lead, trail: trail)
    return true
  }

  @inline(__always)
  static func step(_ state: UInt64, _ separator: UInt32, _ word: UInt64) -> UInt64 {
    foldMultiply((state &+ UInt64(separator)) ^ word.byteSwapped) | 1
  }

  private mutating func findOrAdd(_ state: UInt64, _ word: Word, _ place: UInt8, _ reader: inout WordReader) -> Int {
    if (used + 1) * 5 > slots.count * 3 { resize(to: slots.count * 2) }
    let mask = slots.count - 1
    var index = Int(truncatingIfNeeded: state) & mask
    while !slots[index].isEmpty {
      if slots[index].state == state {
        let start = Int(slots[index].word)
        if pool.withUnsafeBufferPointer({ reader.equals(word, $0.baseAddress! + start) }) {
          if place > 0, slots[index].place != place {
            slots[index].place = place
            setFilter(slots[index])
          }
          return index
        }
      }
      index = (index + 1) & mask
    }
    slots[index] = Slot(state: state, word: UInt32(pool.count))
    slots[index].place = place
    // A second word is asked for as such; others once it is known what they are good for.
    if place == 2 { setFilter(slots[index]) }
    reader.appendLowered(word, to: &pool)
    used += 1
    return index
  }

  private mutating func resize(to wanted: Int) {
    var size = 64
    while size < wanted { size *= 2 }
    let old = slots
    slots = ContiguousArray(table: Slot(), count: size)
    for slot in old where !slot.isEmpty {
      var index = Int(truncatingIfNeeded: slot.state) & (size - 1)
      while !slots[index].isEmpty { index = (index + 1) & (size - 1) }
      slots[index] = slot
    }
    if !isGateLate {
      // Four bits a slot: only first words of phrases that are sought are in it.
      gate = ContiguousArray(table: 0, count: max(32, size / (matchesPlurals ? 16 : 8)))
      for slot in slots where slot.isSought { setGate(slot) }
    }
    // Four bits a slot keep the filter's false answers near one in fifty at the fullest.
    let words = max(64, size / 8)
    guard words * 4 > filter.count else { return }
    filter = ContiguousArray(table: 0, count: words * 4)
    for slot in old where !slot.isEmpty { setFilter(slot) }
  }

  /// Two of 64 bits.
  @inline(__always)
  static func filterBits(_ state: UInt64) -> UInt64 { 1 << (state & 63) | 1 << (state >> 6 & 63) }

  private mutating func setFilter(_ slot: Slot) {
    let word = Int((slot.state >> 20) & UInt64(filter.count / 4 - 1)) * 4
    let bits = Self.filterBits(slot.state)
    switch slot.place {
    case 1:
      if slot.phrase != 0, !slot.onlyCapital { filter[word] |= bits }
      if slot.phrase != 0 { filter[word + 1] |= bits }
      if slot.continues { filter[word + 2] |= bits }
      if slot.isSought { setGate(slot) }
    case 2: filter[word + 3] |= bits
    default: break
    }
  }

  /// Which of the bits for first words that are not ASCII.
  private enum Bits: Int {
    case singles, alone, pairs, words
  }

  private mutating func noteBit(_ bits: Bits, _ bit: Int) {
    if beginnings.isEmpty { beginnings = ContiguousArray(repeating: 0, count: 4 * 0x10000 / 64) }
    beginnings[bits.rawValue * (0x10000 / 64) + bit / 64] |= 1 << UInt64(bit % 64)
  }

  /// The character at a place if it is a word by itself.
  private func single(at place: Int, of phrase: UnsafeBufferPointer<UInt8>) -> UInt32? {
    guard phrase[place] >= 0x80 else { return nil }
    let scalar = decode(phrase, at: place).scalar
    return CharacterTable.shared[scalar].kind == .ideograph ? CharacterTable.shared[scalar].lower : nil
  }

  private mutating func noteBeginning(_ slot: Slot) {
    let word = pool[Int(slot.word)...]
    let count = word.firstIndex(of: 0)! - word.startIndex
    guard word.prefix(count).contains(where: { $0 >= 0x80 }) else { return }
    noteBit(
      .words, pool.withUnsafeBufferPointer { Int(cscan_beginning_hash($0.baseAddress! + word.startIndex, count)) })
  }

  /// Makes the gate as large as so many phrases need it, and no larger: each word of a text is looked up in it, and of
  /// many phrases not all of it is near.
  package mutating func fitGate() {
    let words = slots.reduce(0) { $0 + (!$1.isSought ? 0 : matchesPlurals && $1.phrase != 0 ? 3 : 1) }
    // From 8 to 16 bits for each, so that one word in twenty to seventy passes that is none of them.
    var size = 32
    while size * 8 < words { size *= 2 }
    gate = ContiguousArray(table: 0, count: matchesPlurals ? size : 2 * size)
    for slot in slots where slot.isSought { setGate(slot) }
  }

  private mutating func setGate(_ slot: Slot) {
    if gate.isEmpty { return }
    let start = Int(slot.word)
    var end = start
    while pool[end] != 0 { end += 1 }
    let isAlsoLower =
      slot.continues || slot.phrase != 0 && !slot.onlyCapital || matchesPlurals || isDigit(pool[start])
    setGate(start..<end, isAlsoLower)
    guard matchesPlurals, slot.phrase != 0 else { return }
    // In the plural, too; it stands at the pool's end for that long.
    let count = pool.count
    for place in start..<end { pool.append(pool[place]) }
    pool.append(UInt8(ascii: "s"))
    setGate(count..<pool.count, isAlsoLower)
    pool[pool.count - 1] = UInt8(ascii: "e")
    pool.append(UInt8(ascii: "s"))
    setGate(count..<pool.count, isAlsoLower)
    pool.removeLast(pool.count - count)
  }

  private mutating func setGate(_ word: Range<Int>, _ isAlsoLower: Bool) {
    let hash = pool.withUnsafeBufferPointer { cscan_gate_hash($0.baseAddress! + word.lowerBound, word.count) }
    let place = Int(hash >> gateShift)
    let bits: UInt64 = 1 << UInt64(place & 63) | 1 << (hash >> (gateShift - 6) & 63)
    if isAlsoLower { gate[place >> 6] |= bits }
    gate[gateWords + (place >> 6)] |= bits
  }
}

extension PhraseIndex {
  /// Whether the whole of `text`, which is folded, is one phrase of the index.
  package func matches(exactly text: [UInt8]) -> Bool {
    text.withUnsafeBufferPointer { text in
      withView { view in
        var reader = WordReader(text)
        guard let word = reader.firstWord() else { return false }
        var hits: [PhraseHit] = []
        view.matches(from: word, in: &reader, to: &hits)
        // Punctuation at the ends does not make it another phrase.
        return hits.contains { text[Int($0.end)...].allSatisfy { !isASCIIWord($0) && $0 < 0x80 } }
      }
    }
  }
}

extension PhraseIndex {
  /// Id of the phrase that is this one word, which is folded; nil when there is none.
  package func id(ofWord text: [UInt8]) -> UInt32? {
    text.withUnsafeBufferPointer { text in
      withView { view in
        var reader = WordReader(text)
        guard let word = reader.word(at: 0), word.end == text.count else { return nil }
        return view.id(of: word, in: &reader)
      }
    }
  }
}
