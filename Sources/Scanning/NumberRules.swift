import CScan

/// What a rule asks of the number that its matches begin with.
struct NumberRule {
  var rule: UInt16
  /// Whether it is left to whoever knows what stands near: its places come as ``Scanner/numbers``.
  var needsContext: Bool
  /// What its matches begin with.
  var firstBytes: ByteSet
  var demand: Demand

  enum Demand {
    case digits(count: Int, within: UInt64, runs: UInt16, next: ByteSet, behind: ByteSet?)
    case shape(Shape)
  }
}

/// The rules that begin at numbers as bits, in sets: for each of the first bytes of a text the set of those that admit it,
/// for each shape of a number the set of those that ask for it. A few of them intersected leave none of hundreds of rules at
/// most numbers, whatever the rules are.
package struct NumberRules: Sendable {
  /// Bits are taken together that the processor takes at once.
  private static let group = Int(CSCAN_RULE_GROUP)

  /// By bit.
  package let rules: [UInt16]
  private let demands: Table<cscan_number_rule>
  private let groups: Int
  private let classes: Table<UInt8>
  private let classCount: Int
  private let places: Table<UInt64>
  /// Three rows: rules that ask for no shape, that ask for more than a shape, that need context.
  private let kinds: Table<UInt64>
  /// Two rows: by letters and digits, by length of a run, the number of a set.
  private let shapeSets: Table<UInt16>
  private let sets: Table<UInt64>

  init(_ entries: [NumberRule], _ patterns: [LazyPattern]) {
    let sieves = entries.map { patterns.isEmpty ? nil : patterns[Int($0.rule)].makeSieve().places }
    // Those that begin with a letter at most stand together: a digit rules out whole groups of them at once.
    func mayBeginWithDigit(_ entry: Int) -> Bool {
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains { digit in
        entries[entry].firstBytes.contains(digit) && sieves[entry].map { $0[Int(digit)] & 1 != 0 } ?? true
      }
    }
    let order = entries.indices.filter { !mayBeginWithDigit($0) } + entries.indices.filter(mayBeginWithDigit)
    self.init(ordered: order.map { entries[$0] }, sieves: order.map { sieves[$0] })
  }

  private init(ordered entries: [NumberRule], sieves: [[UInt16]?]) {
    rules = entries.map(\.rule)
    demands = Table([entries.map(cscan_number_rule.init)])
    let groups = (entries.count + Self.group - 1) / Self.group
    self.groups = groups
    let width = groups * Self.group / 64
    func bits(_ includes: (Int) -> Bool) -> [UInt64] {
      var bits = [UInt64](repeating: 0, count: width)
      for entry in entries.indices where includes(entry) { bits[entry / 64] |= 1 << UInt64(entry % 64) }
      return bits
    }
    (classes, classCount, places) = Self.places(entries, sieves, groups)
    let shapes: [Shape?] = entries.map { if case .shape(let shape) = $0.demand { shape } else { nil } }
    kinds = Table([
      bits { shapes[$0] == nil }, bits { (shapes[$0]?.runDigits ?? 1) > 0 }, bits { entries[$0].needsContext },
    ])
    // Many shapes ask for the same rules, most for none.
    var sets = [[UInt64](repeating: 0, count: width)]
    var numbers = [sets[0]: UInt16(0)]
    func number(_ set: [UInt64]) -> UInt16 {
      if let known = numbers[set] { return known }
      sets.append(set)
      numbers[set] = UInt16(sets.count - 1)
      return UInt16(sets.count - 1)
    }
    let byShape = (0...Shape.mostLetters).flatMap { letters in
      (0...Shape.mostDigits).map { digits in number(bits { shapes[$0]?.begins(letters, digits) == true }) }
    }
    let byRun = (0...Shape.longestRun).map { length in number(bits { shapes[$0]?.isRun(length) == true }) }
    shapeSets = Table([byShape, byRun])
    self.sets = Table(sets)
  }

  /// By group, place and class of byte: the rules that admit the byte there. Bytes that no rule tells apart are of one class.
  private static func places(
    _ entries: [NumberRule], _ sieves: [[UInt16]?], _ groups: Int
  ) -> (classes: Table<UInt8>, count: Int, places: Table<UInt64>) {
    let (reach, words) = (PatternSieve.reach, group / 64)
    let width = groups * words
    // By byte: a row of bits for each place.
    var rows = [[UInt64]](repeating: [UInt64](repeating: 0, count: reach * width), count: 256)
    for (number, entry) in entries.enumerated() {
      let (word, bit) = (number / 64, UInt64(1) << UInt64(number % 64))
      for byte in UInt8.min...UInt8.max {
        var places = sieves[number]?[Int(byte)] ?? .max
        if !entry.firstBytes.contains(byte) { places &= ~1 }
        while places != 0 {
          rows[Int(byte)][places.trailingZeroBitCount * width + word] |= bit
          places &= places - 1
        }
      }
    }
    var classOf: [[UInt64]: UInt8] = [:]
    var members: [[UInt64]] = []
    let classes = rows.map { row -> UInt8 in
      if let known = classOf[row] { return known }
      members.append(row)
      classOf[row] = UInt8(members.count - 1)
      return UInt8(members.count - 1)
    }
    var places: [UInt64] = []
    places.reserveCapacity(reach * members.count * width)
    for group in 0..<groups {
      for place in 0..<reach {
        for row in members {
          let start = place * width + group * words
          places += row[start..<start + words]
        }
      }
    }
    return (Table([classes]), members.count, Table([places]))
  }

  /// By rule: its bit, for those rules that have one.
  package func bits(ruleCount: Int) -> [Int32] {
    var bits = [Int32](repeating: -1, count: ruleCount)
    for (bit, rule) in rules.enumerated() { bits[Int(rule)] = Int32(bit) }
    return bits
  }

  /// What the kernel reads; valid as long as this is.
  var scan: cscan_number_rules {
    cscan_number_rules(
      groups: groups, classes: UnsafePointer(classes.elements), class_count: classCount,
      places: UnsafePointer(places.elements), unshaped: UnsafePointer(kinds[0].baseAddress!),
      asking: UnsafePointer(kinds[1].baseAddress!),
      in_context: UnsafePointer(kinds[2].baseAddress!),
      shape_sets: UnsafePointer(shapeSets[0].baseAddress!), run_sets: UnsafePointer(shapeSets[1].baseAddress!),
      sets: UnsafePointer(sets.elements), rules: UnsafePointer(demands.elements))
  }
}

extension cscan_number_rule {
  fileprivate init(_ entry: NumberRule) {
    self.init()
    rule = entry.rule
    switch entry.demand {
    case .digits(let count, let within, let runs, let next, let behind):
      (mask, self.next, self.runs, self.count) = (within, next.bits, runs, UInt8(clamping: count))
      (self.behind, is_behind) = ((behind ?? .all).bits, behind == nil ? 0 : 1)
    case .shape(let shape):
      (mask, next, runs, count) = (0, ByteSet.all.bits, .max, 0)
      run_digits = UInt8(shape.runDigits)
    }
  }
}
