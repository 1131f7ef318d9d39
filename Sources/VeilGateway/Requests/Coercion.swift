import VeilFormats

/// A number or boolean, also where a string or the other spells it, as pydantic takes it.
struct Coercion {
  /// What stands for it where another spelling stood; nil: it may stay as it is.
  private(set) var json: [UInt8]?
  private(set) var flag: Bool?
  private(set) var number: Double?

  /// - Returns: nil for anything else.
  init?(_ kind: FieldTable.Kind, _ node: JSONNode?, _ tree: JSONTree) {
    guard let node else { return nil }
    switch kind {
    case .flag: self.init(flag: node, tree)
    case .integer: self.init(integer: node, tree)
    case .number: self.init(number: node, tree)
    default: return nil
    }
  }

  private init?(flag node: JSONNode, _ tree: JSONTree) {
    switch node.value {
    case .bool(let value): flag = value
    case .number:
      guard let number = Double(String(decoding: tree.bytes[node.range], as: UTF8.self)), number == 0 || number == 1
      else { return nil }
      flag = number == 1
      json = Array((number == 1 ? "true" : "false").utf8)
    case .string:
      guard let value = tree.text(node).flatMap(Spelling.flag) else { return nil }
      flag = value
      json = Array((value ? "true" : "false").utf8)
    default: return nil
    }
  }

  private init?(integer node: JSONNode, _ tree: JSONTree) {
    switch node.value {
    case .bool(let value):
      number = value ? 1 : 0
      json = Array((value ? "1" : "0").utf8)
    case .number:
      let text = String(decoding: tree.bytes[node.range], as: UTF8.self)
      if let value = Int(text) {
        number = Double(value)
      } else if let value = Double(text), !text.utf8.contains(where: ".eE".utf8.contains) {
        // Beyond what a machine word holds.
        number = value
      } else if let value = Double(text).flatMap({ Int(exactly: $0) }) {
        number = Double(value)
        json = Array(String(value).utf8)
      } else {
        return nil
      }
    case .string:
      guard let value = tree.text(node).flatMap(Spelling.integer) else { return nil }
      number = Double(value)
      json = Array(String(value).utf8)
    default: return nil
    }
  }

  private init?(number node: JSONNode, _ tree: JSONTree) {
    switch node.value {
    case .bool(let value):
      number = value ? 1 : 0
      json = Array((value ? "1" : "0").utf8)
    case .number:
      guard let value = Double(String(decoding: tree.bytes[node.range], as: UTF8.self)), value.isFinite else {
        return nil
      }
      number = value
    case .string:
      guard let value = tree.text(node).flatMap(Spelling.number) else { return nil }
      number = value
      json = Array((Int(exactly: value).map { "\($0)" } ?? "\(value)").utf8)
    default: return nil
    }
  }
}
