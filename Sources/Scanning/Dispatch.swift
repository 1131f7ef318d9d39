import CScan

/// Which rules can begin where: compiled once from the rules' triggers, read by ``Scanner``.
///
/// Rules are numbers here. The tables are indexed by a byte or by three bytes, so that the cost of a byte of text does
/// not depend on how many rules there are, only on how many can begin with what stands there.
package struct DispatchBuilder {
  /// By first byte: rules that need digits nearby.
  fileprivate var digits: [[Dispatch.DigitRule]] = Array(repeating: [], count: 256)
  /// By first byte: rules that may begin there whatever follows.
  fileprivate var starts: [[UInt16]] = Array(repeating: [], count: 256)
  /// By the byte that a match must contain.
  fileprivate var around: [[Dispatch.Around]] = Array(repeating: [], count: 256)
  fileprivate var literals: [[Dispatch.Literal]] = Array(repeating: [], count: Dispatch.gramSlots)
  /// By number of leading letters and of digits behind them, see ``Dispatch/shapeRow(letters:digits:)``.
  fileprivate var shapes: [[UInt16]] = Array(repeating: [], count: Dispatch.shapeRows)
  /// By length of an unbroken run.
  fileprivate var runs: [[Dispatch.RunRule]] = Array(repeating: [], count: Shape.longestRun + 1)
  /// By number of leading letters: numbers of digits that rules ask for which need context.
  fileprivate var contextDigits: [UInt64] = Array(repeating: 0, count: Shape.mostLetters + 1)
  fileprivate var contextRuns: SIMD2<UInt64> = [0, 0]
  /// By first byte: the fewest digits of any rule whose shape may begin with it.
  fileprivate var shapeDigits: [UInt8] = Array(repeating: 0, count: 256)
  fileprivate var marks = ByteSet()

  package init() {}

  /// - Parameter onlyAtWords: whether letters and digits count as a first byte only at the start of a word.
  package mutating func addStart(_ rule: UInt16, firstBytes: ByteSet, onlyAtWords: Bool) {
    for byte in UInt8.min...UInt8.max where firstBytes.contains(byte) {
      starts[Int(byte)].append(rule)
      note(byte, onlyAtWords)
    }
  }

  /// - Parameters:
  ///   - run: how long the run of digits may be that a match begins with; 0 for a match that begins with a letter.
  ///   - next: what may stand behind it.
  package mutating func addDigits(
    _ rule: UInt16, firstBytes: ByteSet, count: Int, within: Int, run: ClosedRange<Int>? = nil, next: ByteSet? = nil,
    onlyAtWords: Bool
  ) {
    let runs = run.map { $0.clamped(to: 0...15).reduce(0) { $0 | 1 << UInt16($1) } } ?? UInt16.max
    let entry = Dispatch.DigitRule(
      rule: rule, count: UInt8(clamping: count), runs: runs, mask: within >= 64 ? .max : (1 << UInt64(within)) - 1,
      next: next ?? .all)
    for byte in UInt8.min...UInt8.max where firstBytes.contains(byte) {
      digits[Int(byte)].append(entry)
      note(byte, onlyAtWords)
    }
  }

  /// - Parameter needsContext: whether the rule is left to whoever knows what stands near: its places come as
  ///   ``Scanner/numbers``.
  package mutating func addShape(_ rule: UInt16, _ shape: Shape, isCaseless: Bool, needsContext: Bool) {
    for letters in 0...Shape.mostLetters where shape.letters >> UInt16(letters) & 1 != 0 {
      if needsContext {
        contextDigits[letters] |= shape.digits
        continue
      }
      for digits in 1...Shape.mostDigits where shape.digits >> UInt64(digits) & 1 != 0 {
        shapes[Dispatch.shapeRow(letters: letters, digits: digits)].append(rule)
      }
    }
    if needsContext { contextRuns |= shape.runs }
    for length in 1...Shape.longestRun
    where !needsContext && shape.runs[length / 64] >> UInt64(length % 64) & 1 != 0 {
      runs[length].append(Dispatch.RunRule(rule: rule, digits: UInt8(shape.runDigits)))
    }
    let fewest = UInt8(shape.fewestDigits)
    for byte in UInt8.min...UInt8.max where shape.begins(with: byte, isCaseless: isCaseless) {
      shapeDigits[Int(byte)] = shapeDigits[Int(byte)] == 0 ? fewest : min(shapeDigits[Int(byte)], fewest)
    }
  }

  package mutating func addAround(_ byte: UInt8, rule: UInt16, over: ByteSet, count: ClosedRange<Int>, next: ByteSet) {
    around[Int(byte)].append(Dispatch.Around(rule: rule, over: over, count: count, next: next))
    marks.insert(byte)
  }

  /// - Parameter literal: at least three bytes.
  package mutating func addLiteral(_ rule: UInt16, _ literal: [UInt8]) {
    let gram = (UInt32(literal[0]) | UInt32(literal[1]) << 8 | UInt32(literal[2]) << 16) | 0x20_2020
    let slot = Dispatch.slot(gram)
    var entry = Dispatch.Literal(gram: gram, rule: rule, start: 0, mask: 0)
    for (index, byte) in literal.prefix(8).enumerated() {
      entry.start |= UInt64(byte | 0x20) << UInt64(8 * index)
      entry.mask |= 0xFF << UInt64(8 * index)
    }
    literals[slot].append(entry)
    if !isASCIIWord(literal[0]) { marks.insert(literal[0]) }
  }

  private mutating func note(_ byte: UInt8, _ onlyAtWords: Bool) {
    if !(onlyAtWords && (isASCIIWord(byte) || byte >= 0x80)) { marks.insert(byte) }
  }
}

/// The tables of a ``DispatchBuilder``, laid out flat.
package struct Dispatch: Sendable {
  struct DigitRule: Sendable {
    var rule: UInt16
    var count: UInt8
    /// Bit n: the match may begin with a run of n digits; bit 0: with none.
    var runs: UInt16
    /// Ones in the lowest `within` bits.
    var mask: UInt64
    /// What may stand behind that run.
    var next: ByteSet
  }

  struct Around: Sendable {
    var rule: UInt16
    var over: ByteSet
    var count: ClosedRange<Int>
    /// What must follow the byte.
    var next: ByteSet
  }

  struct Literal: Sendable {
    /// The first three bytes with bit 5 set.
    var gram: UInt32
    var rule: UInt16
    /// The first eight bytes with bit 5 set, and which of them there are.
    var start: UInt64
    var mask: UInt64
  }

  struct RunRule: Sendable {
    var rule: UInt16
    /// How many of the run must be digits.
    var digits: UInt8
  }

  static let gramSlots = 4096
  static let shapeRows = (Shape.mostLetters + 1) * (Shape.mostDigits + 1)

  static func shapeRow(letters: Int, digits: Int) -> Int { letters * (Shape.mostDigits + 1) + digits }

  let digits: Table<DigitRule>
  let starts: Table<UInt16>
  let around: Table<Around>
  let literals: Table<Literal>
  let shapes: Table<UInt16>
  /// One row: by number of leading letters, a bit for each number of digits that any rule asks for.
  let shapeMasks: Table<UInt64>
  /// By length of an unbroken run of letters and digits.
  let runs: Table<RunRule>
  /// One row: as `shapeMasks`, for rules that need context.
  let contextDigits: Table<UInt64>
  let contextRuns: SIMD2<UInt64>
  /// Bytes at which something may begin or turn although no word starts there.
  package let marks: ByteSet
  /// One row: for each byte whether a rule may begin with it in any case or if digits are near.
  let firstBytes: Table<UInt8>
  /// One row: for each byte the fewest digits that any of its rules needs.
  let digitCounts: Table<UInt8>
  /// One row: bits by the hash of the first three bytes of literals.
  let gramFilter: Table<UInt64>

  /// By rule: what its matches begin with.
  package let sieves: PatternSieves

  /// - Parameter patterns: by rule; rules without one are tried wherever their triggers say.
  package init(_ builder: DispatchBuilder, patterns: [LazyPattern] = []) {
    sieves = PatternSieves(patterns)
    digits = Table(builder.digits)
    starts = Table(builder.starts)
    around = Table(builder.around)
    literals = Table(builder.literals)
    shapes = Table(builder.shapes)
    shapeMasks = Table([
      (0...Shape.mostLetters).map { letters in
        (0...Shape.mostDigits).reduce(0) { mask, digits in
          builder.shapes[Self.shapeRow(letters: letters, digits: digits)].isEmpty ? mask : mask | 1 << UInt64(digits)
        }
      }
    ])
    runs = Table(builder.runs)
    contextDigits = Table([builder.contextDigits])
    contextRuns = builder.contextRuns
    marks = builder.marks
    firstBytes = Table([
      (0..<256).map { byte in
        (builder.starts[byte].isEmpty ? 0 : UInt8(CSCAN_BEGINS))
          | (builder.digits[byte].isEmpty && builder.shapeDigits[byte] == 0 ? 0 : UInt8(CSCAN_NEAR_DIGITS))
      }
    ])
    digitCounts = Table([
      (0..<256).map { byte in
        let shapeDigits = builder.shapeDigits[byte]
        return (builder.digits[byte].map(\.count) + (shapeDigits > 0 ? [shapeDigits] : [])).min() ?? 0
      }
    ])
    // Eight times as many bits as slots: most words of a text would otherwise be taken for a literal's beginning.
    var filter = [UInt64](repeating: 0, count: Self.gramSlots * 8 / 64)
    for literal in builder.literals.joined() {
      let bit = Int(truncatingIfNeeded: (literal.gram &* 0x9E37_79B1) >> 17)
      filter[bit / 64] |= 1 << UInt64(bit % 64)
    }
    gramFilter = Table([filter])
  }

  @inline(__always)
  static func slot(_ gram: UInt32) -> Int { Int(truncatingIfNeeded: (gram &* 0x9E37_79B1) >> 20) }
}

/// Rows of different lengths in two flat pieces of memory, read without reference counting.
///
/// Unchecked, because nothing is written after `init`.
package final class Table<Element: Sendable>: @unchecked Sendable {
  @usableFromInline let offsets: UnsafeMutablePointer<UInt32>
  @usableFromInline let elements: UnsafeMutablePointer<Element>
  private let rowCount: Int

  package init(_ rows: [[Element]]) {
    rowCount = rows.count
    offsets = .allocate(capacity: rows.count + 1)
    elements = .allocate(capacity: max(1, rows.reduce(0) { $0 + $1.count }))
    var offset = 0
    for (number, row) in rows.enumerated() {
      (offsets + number).initialize(to: UInt32(offset))
      for element in row {
        (elements + offset).initialize(to: element)
        offset += 1
      }
    }
    (offsets + rows.count).initialize(to: UInt32(offset))
  }

  /// - Parameter pairs: elements with the numbers of their rows; the elements of a row keep their order.
  package init(rowCount: Int, _ pairs: [(row: UInt32, element: Element)]) {
    self.rowCount = rowCount
    offsets = .allocate(capacity: rowCount + 1)
    elements = .allocate(capacity: max(1, pairs.count))
    offsets.initialize(repeating: 0, count: rowCount + 1)
    for pair in pairs { offsets[Int(pair.row) + 1] += 1 }
    for row in 0..<rowCount { offsets[row + 1] += offsets[row] }
    // Each offset moves to the end of its row while the row is filled: to the start of the next one.
    for pair in pairs {
      let row = Int(pair.row)
      (elements + Int(offsets[row])).initialize(to: pair.element)
      offsets[row] += 1
    }
    for row in stride(from: rowCount, to: 0, by: -1) { offsets[row] = offsets[row - 1] }
    offsets[0] = 0
  }

  deinit {
    elements.deinitialize(count: Int(offsets[rowCount]))
    elements.deallocate()
    offsets.deallocate()
  }

  @inlinable @inline(__always)
  package subscript(row: Int) -> UnsafeBufferPointer<Element> {
    let start = Int(offsets[row])
    return UnsafeBufferPointer(start: elements + start, count: Int(offsets[row + 1]) - start)
  }
}
