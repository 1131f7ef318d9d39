import VeilModel

/// National numbering plans: which numbers a country has and how people group their digits. Read once from the
/// embedded table, then only looked at.
///
/// Digits are kept as hexadecimal ones of the same look (`0x49` is 49), so that numbers with leading zeros compare and
/// are cut by shifts, and nothing is allocated while a text is checked.
struct NumberingPlans: Sendable {
  static let world = {
    var count = 0
    return NumberingPlans(UnsafeBufferPointer(start: veil_numbering_plans(&count), count: count))
  }()

  private struct Plan {
    var code: UInt64
    var trunk = Digits16()
    /// Of `kinds` and `groupings`.
    var kinds: Range<Int>
    var groupings: Range<Int>
  }

  /// Numbers that begin with a range of digits and have a range of lengths.
  private struct Kind {
    var first: UInt64
    var last: UInt64
    var leading: Int
    var lengths: ClosedRange<Int>
  }

  /// The fewest and the most digits of each group, four bits each, the first group lowest.
  private struct Grouping {
    var low: UInt64 = 0
    var high: UInt64 = 0
    var count = 0
  }

  private var plans: [Plan] = []
  private var kinds: [Kind] = []
  private var groupings: [Grouping] = []

  /// Whether the digits are a country code and a number of that country, with or without the trunk prefix that some
  /// write all the same. What begins with no country code of the table has 7 to 15 digits.
  func acceptInternational(_ digits: Digits16) -> Bool {
    var isKnown = false
    for plan in plans where digits.begins(with: plan.code) {
      isKnown = true
      let national = digits.dropping(Digits16.width(plan.code))
      if has(national, plan) { return true }
      if plan.trunk.count > 0, national.begins(with: plan.trunk), has(national.dropping(plan.trunk.count), plan) {
        return true
      }
    }
    return !isKnown && digits.count >= 7
  }

  /// Whether the digits are a number as it is dialled or written inside some country, in groups that are usual there.
  /// One group alone says nothing and is accepted.
  func acceptNational(_ digits: Digits16, groups: DigitGroups) -> Bool {
    for plan in plans {
      if has(digits, plan), fits(groups, plan) { return true }
      guard plan.trunk.count > 0, digits.begins(with: plan.trunk) else { continue }
      guard has(digits.dropping(plan.trunk.count), plan) else { continue }
      if fits(groups.dropping(plan.trunk.count), plan) { return true }
    }
    return false
  }

  /// Alternatives of a pattern, one for all country codes whose numbers have the same lengths: a code and as many
  /// digits as its numbers can have, so that what follows a number of fixed length is not taken for more of it.
  ///
  /// - Parameter joint: what may stand between two digits.
  func internationalPattern(_ joint: String) -> String {
    var lengths: [UInt64: ClosedRange<Int>] = [:]
    for plan in plans {
      for kind in kinds[plan.kinds] {
        let old = lengths[plan.code] ?? kind.lengths
        lengths[plan.code] =
          min(old.lowerBound, kind.lengths.lowerBound)...max(old.upperBound, kind.lengths.upperBound)
      }
    }
    var codes: [ClosedRange<Int>: [UInt64]] = [:]
    for (code, range) in lengths { codes[range, default: []].append(code) }
    return codes.sorted { ($0.key.lowerBound, $0.key.upperBound) < ($1.key.lowerBound, $1.key.upperBound) }
      .map { range, codes in
        let alternatives = codes.sorted().map { String($0, radix: 16) }.joined(separator: "|")
        return #"(?:\#(alternatives))\)?(?:\#(joint)[0-9]){\#(range.lowerBound),\#(range.upperBound)}"#
      }
      .joined(separator: "|")
  }

  private func has(_ national: Digits16, _ plan: Plan) -> Bool {
    for index in plan.kinds {
      let kind = kinds[index]
      guard kind.lengths.contains(national.count), kind.leading <= national.count else { continue }
      let leading = national.prefix(kind.leading)
      if leading >= kind.first, leading <= kind.last { return true }
    }
    return false
  }

  private func fits(_ groups: DigitGroups, _ plan: Plan) -> Bool {
    if groups.count <= 1 { return true }
    for index in plan.groupings where groupings[index].count == groups.count {
      let grouping = groupings[index]
      var fits = true
      for place in 0..<groups.count {
        let shift = UInt64(place * 4)
        let length = groups.lengths >> shift & 15
        if length < grouping.low >> shift & 15 || length > grouping.high >> shift & 15 { fits = false }
      }
      if fits { return true }
    }
    return false
  }
}

// MARK: - Reading the table

extension NumberingPlans {
  private init(_ table: UnsafeBufferPointer<UInt8>) {
    for line in CatalogueText(table).lines where !line.isEmpty && line.first != UInt8(ascii: "#") {
      read(line.parts(0x20))
    }
  }

  /// - Parameter fields: of one line; the table is part of the program and a test reads all of it, so that a fault in
  ///   it stops the program's first use of it.
  private mutating func read(_ fields: [CatalogueText]) {
    let bar = fields.firstIndex { "|" ~= $0 }!
    var plan = Plan(
      code: Self.hexadecimal(fields[1]), kinds: kinds.count..<kinds.count, groupings: groupings.count..<groupings.count)
    if !("-" ~= fields[2]) { plan.trunk = Digits16(value: Self.hexadecimal(fields[2]), count: fields[2].bytes.count) }
    for field in fields[3..<bar] {
      let parts = field.parts(UInt8(ascii: ":"))
      let lengths = parts[1].range!
      // What kind of numbers they are makes no difference.
      for leading in parts[0].parts(UInt8(ascii: "="))[1].parts(UInt8(ascii: ",")) {
        let ends = leading.parts(UInt8(ascii: "-"))
        kinds.append(
          Kind(
            first: Self.hexadecimal(ends[0]), last: Self.hexadecimal(ends.last!), leading: ends[0].bytes.count,
            lengths: lengths))
      }
    }
    for field in fields[(bar + 1)...] {
      var grouping = Grouping()
      for group in field.parts(UInt8(ascii: ".")) {
        let lengths = group.range!
        grouping.low |= UInt64(lengths.lowerBound) << UInt64(grouping.count * 4)
        grouping.high |= UInt64(lengths.upperBound) << UInt64(grouping.count * 4)
        grouping.count += 1
      }
      groupings.append(grouping)
    }
    plan.kinds = plan.kinds.lowerBound..<kinds.count
    plan.groupings = plan.groupings.lowerBound..<groupings.count
    plans.append(plan)
  }

  private static func hexadecimal(_ digits: CatalogueText) -> UInt64 {
    digits.bytes.reduce(0) { $0 << 4 | UInt64($1 & 15) }
  }
}

/// Up to 16 decimal digits, four bits each, the last one lowest.
struct Digits16 {
  var value: UInt64 = 0
  var count = 0

  /// - Returns: false when there is no room.
  mutating func append(_ digit: UInt8) -> Bool {
    guard count < 16 else { return false }
    value = value << 4 | UInt64(digit)
    count += 1
    return true
  }

  /// The first digits as a number, all of them when there are fewer.
  func prefix(_ length: Int) -> UInt64 { length >= count ? value : value >> UInt64((count - length) * 4) }

  func dropping(_ length: Int) -> Digits16 {
    guard length < count else { return Digits16() }
    return Digits16(value: value & (1 << UInt64((count - length) * 4) - 1), count: count - length)
  }

  /// - Parameter code: digits of which the first is not 0.
  func begins(with code: UInt64) -> Bool {
    let width = Self.width(code)
    return width < count && prefix(width) == code
  }

  func begins(with other: Digits16) -> Bool { other.count < count && prefix(other.count) == other.value }

  /// How many digits a number without leading zeros has.
  static func width(_ code: UInt64) -> Int { (64 - code.leadingZeroBitCount + 3) / 4 }
}

/// The lengths of up to 16 groups of digits, four bits each, the first one lowest.
struct DigitGroups {
  var lengths: UInt64 = 0
  var count = 0

  /// - Returns: false when there is no room.
  mutating func append(_ length: Int) -> Bool {
    guard count < 16, length < 16 else { return false }
    lengths |= UInt64(length) << UInt64(count * 4)
    count += 1
    return true
  }

  /// Without the trunk prefix, which stands alone or belongs to the first group.
  func dropping(_ prefix: Int) -> DigitGroups {
    let first = Int(lengths & 15)
    if first > prefix { return DigitGroups(lengths: lengths - UInt64(prefix), count: count) }
    if first == prefix { return DigitGroups(lengths: lengths >> 4, count: count - 1) }
    // In two groups: 8 029.
    let rest = DigitGroups(lengths: lengths >> 4, count: count - 1)
    return rest.count > 0 ? rest.dropping(prefix - first) : rest
  }
}
