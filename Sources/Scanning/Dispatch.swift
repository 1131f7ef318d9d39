import CScan

/// The tables of a ``DispatchBuilder``, laid out flat as the kernels read them.
package struct Dispatch: Sendable {
  static let gramSlots = 4096

  /// Rules that begin at numbers, or with digits near.
  package let numbers: NumberRules
  private let starts: Table<UInt16>
  private let around: Table<cscan_around>
  private let literals: Table<cscan_literal>
  private let mostRules: Int

  private let sets: Table<cscan_set>
  /// One row: for each byte whether a rule may begin with it in any case, if digits are near, or as a shape.
  private let firstBytes: Table<UInt8>
  private let needs: Table<cscan_need>
  /// One row: by byte, what all of its `needs` ask for at least.
  private let leastNeeds: Table<cscan_need>
  /// Whether a rule begins at a letter or digit whatever follows.
  private let wordBegins: Bool
  private let beginsInsideNumbers: Bool
  /// One row: bits by the hash of the first four bytes of literals, and of those that have only three.
  private let gramFilter: Table<UInt64>
  /// Three rows by byte: bits of the bytes that rules are built around, of what follows them and of what is before.
  private let aroundBits: Table<UInt32>
  private let aroundAlone: UInt32

  /// Bytes at which something may begin or turn although no word starts there.
  package let marks: ByteSet
  /// By rule: what its matches begin with.
  package let sieves: PatternSieves

  /// - Parameter patterns: by rule; rules without one are tried wherever their triggers say.
  package init(_ builder: DispatchBuilder, patterns: [LazyPattern] = []) {
    sieves = PatternSieves(patterns)
    numbers = NumberRules(builder.numbers, patterns)
    starts = Table(builder.starts)
    around = Table(builder.around)
    literals = Table(builder.literals)
    func most<Element>(_ rows: [[Element]]) -> Int { rows.reduce(0) { max($0, $1.count) } }
    mostRules =
      builder.numbers.count + most(builder.starts) + most(builder.around) + most(builder.literals)
    marks = builder.marks
    sets = Table([[Self.wordSet, Self.digitSet, marks.scan, Self.plainSet]])
    firstBytes = Table([
      (0..<256).map { byte in
        // Bytes inside a character begin nothing.
        if byte & 0xC0 == 0x80 { return 0 }
        var flags = builder.starts[byte].isEmpty ? 0 : CSCAN_BEGINS
        if !builder.needs[byte].isEmpty { flags |= CSCAN_NEAR_DIGITS }
        if builder.shapeBytes.contains(UInt8(byte)) { flags |= CSCAN_SHAPES }
        return UInt8(flags)
      }
    ])
    needs = Table(builder.needs)
    let bytes = UInt8.min...UInt8.max
    leastNeeds = Table([
      builder.needs.map { needs in
        needs.reduce(cscan_need(mask: 0, count: 65)) { least, need in
          cscan_need(mask: least.mask | need.mask, count: min(least.count, need.count))
        }
      }
    ])
    wordBegins = bytes.contains { byte in
      isASCIIWord(byte) && !(builder.starts[Int(byte)].isEmpty && builder.around[Int(byte)].isEmpty)
    }
    beginsInsideNumbers = builder.beginsInsideNumbers
    gramFilter = Table([Self.gramFilter(of: builder.literals)])
    (aroundBits, aroundAlone) = Self.aroundBits(of: builder.around)
  }

  static let wordSet = ByteSet((0...255).filter { isASCIIWord($0) || $0 >= 0x80 }).scan
  static let plainSet = ByteSet((0...127).filter { isASCIIWord($0) }).scan
  private static let digitSet = ByteSet(UInt8(ascii: "0")...UInt8(ascii: "9")).scan

  private static func gramFilter(of literals: [[cscan_literal]]) -> [UInt64] {
    var filter = [UInt64](repeating: 0, count: (1 << 16 + 1 << 15) / 64)
    for literal in literals.joined() {
      let isLonger = literal.mask >> 24 & 0xFF != 0
      let gram = UInt32(truncatingIfNeeded: literal.start & (isLonger ? 0xFFFF_FFFF : 0xFF_FFFF)) &* 0x9E37_79B1
      let bit = isLonger ? Int(gram >> 16) : 1 << 16 + Int(gram >> 17)
      filter[bit / 64] |= 1 << UInt64(bit % 64)
    }
    return filter
  }

  /// The last bit is for all bytes that have none of their own: it is always set.
  private static func aroundBits(of around: [[cscan_around]]) -> (Table<UInt32>, UInt32) {
    let none = [UInt32](repeating: 0, count: 256)
    var (own, next, before) = (none, none, none)
    var alone: UInt32 = 0
    var bit: UInt32 = 1
    for (byte, rules) in around.enumerated() where !rules.isEmpty {
      own[byte] = bit
      let isShared = bit == 1 << 31
      for rule in rules {
        let canBeAlone = rule.least == 0 || isShared
        if canBeAlone { alone |= bit }
        let (over, following) = (ByteSet(bits: rule.over), ByteSet(bits: rule.next))
        for other in UInt8.min...UInt8.max {
          if isShared || following.contains(other) { next[Int(other)] |= bit }
          if canBeAlone || over.contains(other) { before[Int(other)] |= bit }
        }
      }
      if !isShared { bit <<= 1 }
    }
    return (Table([own, next, before]), alone)
  }

  /// Row of a literal, by its first three bytes.
  static func slot(_ start: UInt64) -> Int {
    Int((UInt32(truncatingIfNeeded: start & 0xFF_FFFF) &* 0x9E37_79B1) >> 20)
  }
}

extension Dispatch {
  /// What the first kernel reads; valid as long as this and the views are.
  func tables(_ indexes: [PhraseIndex.View]) -> cscan_tables {
    precondition(indexes.count <= 4)
    var tables = cscan_tables()
    tables.sets = UnsafePointer(sets.elements)
    tables.first_bytes = UnsafePointer(firstBytes.elements)
    tables.need_rows = UnsafePointer(needs.offsets)
    tables.needs = UnsafePointer(needs.elements)
    tables.least_needs = UnsafePointer(leastNeeds.elements)
    tables.word_begins = wordBegins ? 1 : 0
    tables.begins_inside_numbers = beginsInsideNumbers ? 1 : 0
    tables.literals = UnsafePointer(gramFilter.elements)
    tables.around_bits = UnsafePointer(aroundBits.elements)
    tables.around_next = UnsafePointer(aroundBits.elements + 256)
    tables.around_before = UnsafePointer(aroundBits.elements + 512)
    tables.around_alone = aroundAlone
    tables.filter_count = indexes.count
    withUnsafeMutableBytes(of: &tables.filters) { bytes in
      let filters = bytes.assumingMemoryBound(to: cscan_filter.self)
      for (number, index) in indexes.enumerated() { filters[number] = index.scan }
    }
    return tables
  }

  /// What the second kernel reads; valid as long as this is.
  var rules: cscan_dispatch {
    cscan_dispatch(
      starts: starts.rows, around: around.rows, literals: literals.rows, numbers: numbers.scan, most_rules: mostRules)
  }
}
