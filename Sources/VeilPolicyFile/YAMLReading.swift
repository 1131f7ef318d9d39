import Yams

/// Typed access to YAML nodes, for readers that go on behind a problem. What does not fit is reported and left out.
package protocol YAMLReading {
  /// Notes a problem with its place.
  mutating func report(_ node: Node, _ message: String)
}

extension YAMLReading {
  /// The members of a mapping whose keys are known; nil when it is none.
  ///
  /// - Parameter refused: What to say of keys that one might expect.
  package mutating func fields(
    _ node: Node, _ keys: [String], of what: String, required: [String] = [], refused: [String: String] = [:]
  ) -> [String: Node]? {
    guard node.mapping != nil else {
      report(node, "\(what) is a mapping of keys and values")
      return nil
    }
    var fields: [String: Node] = [:]
    for (key, value) in pairs(node) {
      if let name = key.scalar?.string, keys.contains(name) {
        fields[name] = value
      } else if let name = key.scalar?.string, let advice = refused[name] {
        report(key, advice)
      } else {
        report(key, "unknown key; \(what) may have \(keys.joined(separator: ", "))")
      }
    }
    for name in required where fields[name] == nil { report(node, "\(what) needs `\(name)`") }
    return fields
  }

  package mutating func pairs(_ node: Node) -> [(key: Node, value: Node)] {
    if let mapping = node.mapping { return Array(mapping) }
    report(node, "expected keys and values")
    return []
  }

  package mutating func elements(_ node: Node) -> [Node] {
    if let sequence = node.sequence { return Array(sequence) }
    report(node, "expected a list")
    return []
  }

  /// The elements of a list that `read` accepts.
  package mutating func list<T>(_ node: Node, _ read: (inout Self, Node) -> T?) -> [T] {
    var values: [T] = []
    for node in elements(node) { if let value = read(&self, node) { values.append(value) } }
    return values
  }

  package mutating func string(_ node: Node) -> String? {
    if let text = node.scalar?.string, !text.isEmpty { return text }
    report(node, "expected a text")
    return nil
  }

  package mutating func flag(_ node: Node) -> Bool? { choice(node, ["true": true, "false": false]) }

  package mutating func number(_ node: Node, _ range: ClosedRange<Double>) -> Double? {
    if let value = node.scalar.flatMap({ Double($0.string) }), range.contains(value) { return value }
    report(node, "expected a number from \(range.lowerBound) to \(range.upperBound)")
    return nil
  }

  package mutating func integer(_ node: Node, _ range: ClosedRange<Int>) -> Int? {
    if let value = node.scalar.flatMap({ Int($0.string) }), range.contains(value) { return value }
    report(node, "expected a whole number from \(range.lowerBound) to \(range.upperBound)")
    return nil
  }

  package mutating func choice<T>(_ node: Node, _ values: [String: T]) -> T? {
    if let value = node.scalar.flatMap({ values[$0.string] }) { return value }
    report(
      node,
      values.count > 20
        ? "not a name that is known here; `veil policy schema` has them all"
        : "expected one of \(values.keys.sorted().joined(separator: ", "))")
    return nil
  }
}
