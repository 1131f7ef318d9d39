import Veil

/// How often each rule found each type.
struct Tally: Sendable {
  private var byType: [EntityType: [String: Int]] = [:]
  private(set) var total = 0

  mutating func add(_ finding: Finding) {
    byType[finding.type, default: [:]][finding.rule, default: 0] += 1
    total += 1
  }

  mutating func merge(_ other: Tally) {
    byType.merge(other.byType) { $0.merging($1, uniquingKeysWith: +) }
    total += other.total
  }

  var isEmpty: Bool { total == 0 }

  var counts: [EntityType: Int] { byType.mapValues { $0.values.reduce(0, +) } }

  /// Types with their rules, the most frequent first.
  private var rows: [(type: EntityType, count: Int, rules: [(name: String, count: Int)])] {
    counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }.map { type, count in
      let rules = byType[type]!.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
      return (type, count, rules.map { (name: $0.key, count: $0.value) })
    }
  }

  // MARK: - Written out

  func table(_ bytes: Int) -> [String] {
    var table = [["TYPE", "FINDINGS", "PER MB", "RULES"]]
    for row in rows {
      let rules = row.rules.map { row.rules.count > 1 ? "\($0.name) \($0.count)" : $0.name }.joined(separator: ", ")
      table.append([row.type.name, "\(row.count)", Self.rate(row.count, bytes), rules])
    }
    table.append(["all", "\(total)", Self.rate(total, bytes), ""])
    return aligned(table)
  }

  /// One object, a line for each type.
  func json(_ bytes: Int, inputs: Int) -> [String] {
    let types = rows.map { row in
      let rules = row.rules.map { "\(jsonString($0.name)): \($0.count)" }.joined(separator: ", ")
      return """
          {"type": "\(row.type)", "findings": \(row.count), "per_megabyte": \(Self.rate(row.count, bytes)), \
        "rules": {\(rules)}}
        """
    }
    return [
      "{\"inputs\": \(inputs), \"bytes\": \(bytes), \"findings\": \(total), \"types\": ["
    ] + types.enumerated().map { $1 + ($0 + 1 < types.count ? "," : "") } + ["]}"]
  }

  /// Findings in a million bytes, with two decimals.
  private static func rate(_ count: Int, _ bytes: Int) -> String {
    decimals(Double(count) * 1e6 / Double(max(bytes, 1)))
  }
}
