import CScan

/// Which rules can begin where: compiled once from the rules' triggers, read by ``Scanner``.
///
/// Rules are numbers here. The tables are indexed by a byte or by three bytes, so that the cost of a byte of text does
/// not depend on how many rules there are, only on how many can begin with what stands there.
package struct DispatchBuilder {
  /// Rules that begin at numbers, or with digits near.
  fileprivate(set) var numbers: [NumberRule] = []
  /// By first byte: rules that may begin there whatever follows.
  fileprivate(set) var starts: [[UInt16]] = Array(repeating: [], count: 256)
  /// By the byte that a match must contain.
  fileprivate(set) var around: [[cscan_around]] = Array(repeating: [], count: 256)
  /// What stands before such a byte, each set once.
  private var overSets: [ByteSet] = []
  fileprivate(set) var literals: [[cscan_literal]] = Array(repeating: [], count: Dispatch.gramSlots)
  /// First bytes of shapes.
  fileprivate(set) var shapeBytes = ByteSet()
  /// By first byte: what is asked of digits.
  fileprivate(set) var needs: [[cscan_need]] = Array(repeating: [], count: 256)
  fileprivate(set) var marks = ByteSet()
  /// Whether some rule may begin right behind a digit with another one.
  fileprivate(set) var beginsInsideNumbers = false

  /// Where a rule's matches never begin.
  package enum Edge: Sendable {
    /// Inside a word.
    case word
    /// Right behind a digit.
    case number
    /// Nowhere: they may begin anywhere.
    case anywhere
  }

  package init() {}

  package mutating func addStart(_ rule: UInt16, firstBytes: ByteSet, edge: Edge) {
    for byte in UInt8.min...UInt8.max where firstBytes.contains(byte) {
      starts[Int(byte)].append(rule)
      note(byte, edge)
    }
  }

  /// - Parameters:
  ///   - run: how long the run of digits may be that a match begins with; 0 for a match that begins with a letter.
  ///   - next: what may stand behind it.
  ///   - behind: what must stand right before the match, or with one byte between.
  ///   - needsContext: whether the rule is left to whoever knows what stands near: its places come as
  ///     ``Scanner/numbers``.
  package mutating func addDigits(
    _ rule: UInt16, firstBytes: ByteSet, count: Int, within: Int, run: ClosedRange<Int>? = nil, next: ByteSet? = nil,
    behind: ByteSet? = nil, needsContext: Bool, edge: Edge
  ) {
    let runs = run.map { $0.clamped(to: 0...15).reduce(0) { $0 | 1 << UInt16($1) } } ?? UInt16.max
    let mask: UInt64 = within >= 64 ? .max : (1 << UInt64(within)) - 1
    numbers.append(
      NumberRule(
        rule: rule, needsContext: needsContext, firstBytes: firstBytes,
        demand: .digits(count: count, within: mask, runs: runs, next: next ?? .all, behind: behind)))
    for byte in UInt8.min...UInt8.max where firstBytes.contains(byte) {
      need(count, mask, at: byte)
      note(byte, edge)
    }
  }

  /// - Parameter needsContext: as for digits.
  package mutating func addShape(
    _ rule: UInt16, _ shape: Shape, isCaseless: Bool, needsContext: Bool, edge: Edge = .word
  ) {
    if edge == .anywhere, shape.begins(with: UInt8(ascii: "0"), isCaseless: isCaseless) { beginsInsideNumbers = true }
    numbers.append(NumberRule(rule: rule, needsContext: needsContext, firstBytes: .all, demand: .shape(shape)))
    for byte in UInt8.min...UInt8.max where shape.begins(with: byte, isCaseless: isCaseless) {
      shapeBytes.insert(byte)
      // A run that need not have digits is tried wherever one is near.
      if shape.runs != [0, 0], shape.runDigits == 0 { need(1, .max, at: byte) }
    }
  }

  package mutating func addAround(_ byte: UInt8, rule: UInt16, over: ByteSet, count: ClosedRange<Int>, next: ByteSet) {
    let set = overSets.firstIndex(of: over) ?? overSets.count
    if set == overSets.count { overSets.append(over) }
    around[Int(byte)].append(
      cscan_around(
        over: over.bits, next: next.bits, set: UInt32(set), rule: rule, least: UInt8(count.lowerBound),
        most: UInt8(count.upperBound)))
    marks.insert(byte)
    if isDigit(byte) { beginsInsideNumbers = true }
  }

  /// - Parameter literal: at least three bytes.
  package mutating func addLiteral(_ rule: UInt16, _ literal: [UInt8], edge: Edge = .word) {
    if edge == .anywhere, isDigit(literal[0]) { beginsInsideNumbers = true }
    var entry = cscan_literal(start: 0, mask: 0, rule: rule)
    for (index, byte) in literal.prefix(8).enumerated() {
      entry.start |= UInt64(byte | 0x20) << UInt64(8 * index)
      entry.mask |= 0xFF << UInt64(8 * index)
    }
    literals[Dispatch.slot(entry.start)].append(entry)
    if !isASCIIWord(literal[0]) { marks.insert(literal[0]) }
  }

  private mutating func need(_ count: Int, _ mask: UInt64, at byte: UInt8) {
    if needs[Int(byte)].contains(where: { $0.mask == mask && $0.count <= count }) { return }
    needs[Int(byte)].append(cscan_need(mask: mask, count: Int32(count)))
  }

  private mutating func note(_ byte: UInt8, _ edge: Edge) {
    if edge != .word || !isASCIIWord(byte) && byte < 0x80 { marks.insert(byte) }
    if edge == .anywhere, isDigit(byte) { beginsInsideNumbers = true }
  }
}
