import Veil
import Yams

extension PolicyReader {
  /// `derived`, or one of the forms `{digits: 6, within: 20}`, `{literals: [ghp_]}`, `{phrases: [user name]}`,
  /// `{labels: [staff id], reach: near}`, `{shape: "2+9"}`, `{run: "11,17", digits: 3}` and
  /// `{around: "@", over: address-local, count: [1, 64]}`, the last one perhaps with `next`.
  mutating func trigger(_ node: Node) -> Rule.Trigger? {
    if node.scalar?.string == "derived" { return .derived }
    let keys = [
      "digits", "within", "literals", "phrases", "labels", "reach", "shape", "run", "around", "over", "count", "next",
    ]
    guard let fields = fields(node, keys, of: "a trigger") else { return nil }
    switch Set(fields.keys) {
    case ["digits", "within"]:
      guard let count = integer(fields["digits"]!, 1...64), let within = integer(fields["within"]!, 1...64)
      else { return nil }
      return .digits(count, within: within)
    case ["literals"]: return .literals(list(fields["literals"]!) { $0.string($1) })
    case ["phrases"]: return .phrases(list(fields["phrases"]!) { $0.string($1) })
    case ["labels"], ["labels", "reach"]:
      let labels = list(fields["labels"]!) { $0.string($1) }
      guard let node = fields["reach"] else { return .labels(labels) }
      return choice(node, Self.reaches).map { .labels(labels, reach: $0) }
    case ["shape"]: return shape(fields["shape"]!)
    case ["run", "digits"]: return run(fields["run"]!, fields["digits"]!)
    case ["around", "over", "count"], ["around", "over", "count", "next"]: return around(fields)
    default:
      return refuse(
        node,
        "expected `digits` with `within`, `literals`, `phrases`, `labels` perhaps with `reach`, `shape`, `run` with "
          + "`digits`, or `around` with `over` and `count`")
    }
  }

  static let reaches = Dictionary(uniqueKeysWithValues: Rule.Reach.allCases.map { ($0.rawValue, $0) })

  /// `9`, `9,12`, `2+9`, `1-2+6-7`: how many letters perhaps, and how many digits.
  private mutating func shape(_ node: Node) -> Rule.Trigger? {
    let message = "expected a shape: digits like 9 or 9,12 or 6-8, perhaps with letters before them like 2+9"
    guard let text = node.scalar?.string else { return refuse(node, message) }
    let parts = text.split(separator: "+", omittingEmptySubsequences: false)
    let letters = parts.count == 2 ? Self.range(parts[0], 0...15) : 0...0
    guard parts.count <= 2, let letters, let digits = Self.counts(parts.last!, 1...63) else {
      return refuse(node, message)
    }
    return .shape(letters: letters, digits: digits)
  }

  /// Lengths of a run, written as those of a shape, and how many digits it has at least.
  private mutating func run(_ lengths: Node, _ digits: Node) -> Rule.Trigger? {
    guard let digits = integer(digits, 0...127) else { return nil }
    guard let text = lengths.scalar?.string, let counts = Self.counts(text[...], 1...127) else {
      return refuse(lengths, "expected lengths like 11 or 11,17 or 16-20")
    }
    return .run(counts, digits: digits)
  }

  /// `9`, `9,12`, `6-8`
  private static func counts(_ text: Substring, _ bounds: ClosedRange<Int>) -> Set<Int>? {
    let ranges = text.split(separator: ",", omittingEmptySubsequences: false).map { range($0, bounds) }
    return ranges.contains(nil) ? nil : Set(ranges.compactMap(\.self).joined())
  }

  /// `6` or `6-8`
  private static func range(_ text: Substring, _ bounds: ClosedRange<Int>) -> ClosedRange<Int>? {
    let numbers = text.split(separator: "-", omittingEmptySubsequences: false).map { part in
      part.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 } ? Int(part) : nil
    }
    guard numbers.count <= 2, let low = numbers[0], let high = numbers.last!, low <= high, bounds.contains(low),
      bounds.contains(high)
    else { return nil }
    return low...high
  }

  private mutating func around(_ fields: [String: Node]) -> Rule.Trigger? {
    let byte = string(fields["around"]!)
    let over = choice(fields["over"]!, Self.byteClasses)
    let bounds = list(fields["count"]!) { $0.integer($1, 0...128) }
    let next = fields["next"].flatMap { choice($0, Self.byteClasses) }
    guard let byte, let over else { return nil }
    guard byte.utf8.count == 1 else { return refuse(fields["around"]!, "expected one ASCII character") }
    guard bounds.count == 2, bounds[0] <= bounds[1] else {
      return refuse(fields["count"]!, "expected [least, most]")
    }
    return .around(byte.utf8.first!, over: over, count: bounds[0]...bounds[1], next: next)
  }

  private mutating func refuse<T>(_ node: Node, _ message: String) -> T? {
    report(node, message)
    return nil
  }
}
