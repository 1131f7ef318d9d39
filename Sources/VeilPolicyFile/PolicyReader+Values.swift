import Veil
import Yams

extension PolicyReader: YAMLReading {
  package mutating func report(_ node: Node, _ message: String) {
    problems.append(.init(position: Position(node.mark), message: message, file: source.file))
  }

  func place(_ node: Node) -> Place { Place(file: source.file, position: Position(node.mark)) }

  mutating func type(_ node: Node) -> EntityType? {
    if let type = node.scalar.flatMap({ EntityType($0.string) }) { return type }
    report(node, "expected a type's name: A-Z and digits in groups joined by '_'")
    return nil
  }

  mutating func byType<T>(_ node: Node, _ read: (inout PolicyReader, Node) -> T?) -> [EntityType: T] {
    var values: [EntityType: T] = [:]
    for (key, value) in pairs(node) {
      if let type = type(key), let value = read(&self, value) { values[type] = value }
    }
    return values
  }
}
