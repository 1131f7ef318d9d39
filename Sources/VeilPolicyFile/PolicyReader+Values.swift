import Veil
import Yams

/// Typed access to YAML nodes. What does not fit is noted with its place, and left out.
extension PolicyReader {
  mutating func report(_ node: Node, _ message: String) {
    problems.append(.init(position: Position(node.mark), message: message, file: source.file))
  }

  func place(_ node: Node) -> Place { Place(file: source.file, position: Position(node.mark)) }

  /// The members of a mapping whose keys are known; nil when it is none.
  mutating func fields(
    _ node: Node, _ keys: [String], of what: String, required: [String] = []
  ) -> [String: Node]? {
    guard node.mapping != nil else {
      report(node, "\(what) is a mapping of keys and values")
      return nil
    }
    var fields: [String: Node] = [:]
    for (key, value) in pairs(node) {
      if let name = key.scalar?.string, keys.contains(name) {
        fields[name] = value
      } else {
        report(key, "unknown key; \(what) may have \(keys.joined(separator: ", "))")
      }
    }
    for name in required where fields[name] == nil { report(node, "\(what) needs `\(name)`") }
    return fields
  }

  mutating func pairs(_ node: Node) -> [(key: Node, value: Node)] {
    if let mapping = node.mapping { return Array(mapping) }
    report(node, "expected keys and values")
    return []
  }

  mutating func elements(_ node: Node) -> [Node] {
    if let sequence = node.sequence { return Array(sequence) }
    report(node, "expected a list")
    return []
  }

  /// The elements of a list that `read` accepts.
  mutating func list<T>(_ node: Node, _ read: (inout PolicyReader, Node) -> T?) -> [T] {
    var values: [T] = []
    for node in elements(node) { if let value = read(&self, node) { values.append(value) } }
    return values
  }

  mutating func byType<T>(_ node: Node, _ read: (inout PolicyReader, Node) -> T?) -> [EntityType: T] {
    var values: [EntityType: T] = [:]
    for (key, value) in pairs(node) {
      if let type = type(key), let value = read(&self, value) { values[type] = value }
    }
    return values
  }

  mutating func string(_ node: Node) -> String? {
    if let text = node.scalar?.string, !text.isEmpty { return text }
    report(node, "expected a text")
    return nil
  }

  mutating func type(_ node: Node) -> EntityType? {
    if let type = node.scalar.flatMap({ EntityType($0.string) }) { return type }
    report(node, "expected a type's name: A-Z and digits in groups joined by '_'")
    return nil
  }

  mutating func flag(_ node: Node) -> Bool? { choice(node, ["true": true, "false": false]) }

  mutating func number(_ node: Node, _ range: ClosedRange<Double>) -> Double? {
    if let value = node.scalar.flatMap({ Double($0.string) }), range.contains(value) { return value }
    report(node, "expected a number from \(range.lowerBound) to \(range.upperBound)")
    return nil
  }

  mutating func integer(_ node: Node, _ range: ClosedRange<Int>) -> Int? {
    if let value = node.scalar.flatMap({ Int($0.string) }), range.contains(value) { return value }
    report(node, "expected a whole number from \(range.lowerBound) to \(range.upperBound)")
    return nil
  }

  mutating func choice<T>(_ node: Node, _ values: [String: T]) -> T? {
    if let value = node.scalar.flatMap({ values[$0.string] }) { return value }
    report(
      node,
      values.count > 20
        ? "not a name that is known here; `veil policy schema` has them all"
        : "expected one of \(values.keys.sorted().joined(separator: ", "))")
    return nil
  }
}
