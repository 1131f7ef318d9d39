import Foundation
import Yams

/// A JSON value.
package enum JSON: Equatable, Decodable {
  case null
  case flag(Bool)
  case number(Double)
  case text(String)
  case list([JSON])
  case object([String: JSON])

  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .flag(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .text(value)
    } else if let value = try? container.decode([JSON].self) {
      self = .list(value)
    } else {
      self = .object(try container.decode([String: JSON].self))
    }
  }

  package init(_ value: Any?) {
    switch value {
    case let value as Bool: self = .flag(value)
    case let value as Int: self = .number(Double(value))
    case let value as Double: self = .number(value)
    case let value as String: self = .text(value)
    case let value as [Any]: self = .list(value.map { JSON($0) })
    case let value as [String: Any]: self = .object(value.mapValues { JSON($0) })
    default: self = .null
    }
  }

  package init(yaml: String) throws { self.init(try Yams.load(yaml: yaml)) }

  package subscript(_ key: String) -> JSON? { if case .object(let members) = self { members[key] } else { nil } }
  package var elements: [JSON] { if case .list(let elements) = self { elements } else { [] } }
  package var members: [String: JSON] { if case .object(let members) = self { members } else { [:] } }
  package var string: String? { if case .text(let text) = self { text } else { nil } }
  package var double: Double? { if case .number(let number) = self { number } else { nil } }
}

/// As much of JSON Schema as the policy's schema uses; any other keyword is an error of the test.
package struct JSONSchema {
  package let root: JSON

  package init(_ text: String) throws { root = try JSONDecoder().decode(JSON.self, from: Data(text.utf8)) }

  /// Where a value breaks the schema, as JSON pointers.
  package func problems(_ value: JSON) -> [String] { problems(value, root, "") }

  private func problems(_ value: JSON, _ schema: JSON, _ path: String) -> [String] {
    var problems: [String] = []
    func demand(_ holds: Bool, _ keyword: String) {
      if !holds { problems.append("\(path.isEmpty ? "/" : path) \(keyword)") }
    }
    for (keyword, rule) in schema.members {
      switch keyword {
      case "$schema", "$defs", "title", "description", "properties": continue
      case "$ref":
        let name = String(rule.string!.split(separator: "/").last!)
        problems += self.problems(value, root["$defs"]![name]!, path)
      case "type":
        demand(
          (rule.string.map { [$0] } ?? rule.elements.compactMap(\.string)).contains { Self.isA(value, $0) }, keyword)
      case "enum": demand(rule.elements.contains(value), keyword)
      case "const": demand(rule == value, keyword)
      case "anyOf": demand(rule.elements.contains { self.problems(value, $0, path).isEmpty }, keyword)
      case "minimum": if let number = value.double { demand(number >= rule.double!, keyword) }
      case "maximum": if let number = value.double { demand(number <= rule.double!, keyword) }
      case "minLength": if let text = value.string { demand(text.unicodeScalars.count >= Int(rule.double!), keyword) }
      case "maxLength": if let text = value.string { demand(text.unicodeScalars.count <= Int(rule.double!), keyword) }
      case "pattern":
        if let text = value.string { demand(text.range(of: rule.string!, options: .regularExpression) != nil, keyword) }
      case "minItems": if case .list(let list) = value { demand(list.count >= Int(rule.double!), keyword) }
      case "maxItems": if case .list(let list) = value { demand(list.count <= Int(rule.double!), keyword) }
      case "items":
        for (index, element) in value.elements.enumerated() {
          problems += self.problems(element, rule, "\(path)/\(index)")
        }
      case "required":
        if case .object(let members) = value {
          for name in rule.elements.compactMap(\.string) { demand(members[name] != nil, "needs \(name)") }
        }
      case "propertyNames":
        for name in value.members.keys { problems += self.problems(.text(name), rule, "\(path)/\(name)") }
      case "additionalProperties":
        for (name, member) in value.members where schema["properties"]?[name] == nil {
          if rule == .flag(false) {
            problems.append("\(path)/\(name) unknown")
          } else {
            problems += self.problems(member, rule, "\(path)/\(name)")
          }
        }
      default: problems.append("the test does not know the keyword \(keyword)")
      }
    }
    for (name, rule) in schema["properties"]?.members ?? [:] {
      if let member = value.members[name] { problems += self.problems(member, rule, "\(path)/\(name)") }
    }
    return problems.sorted()
  }

  private static func isA(_ value: JSON, _ type: String) -> Bool {
    switch (type, value) {
    case ("object", .object), ("array", .list), ("string", .text), ("number", .number), ("boolean", .flag),
      ("null", .null):
      true
    case ("integer", .number(let number)): number == number.rounded()
    default: false
    }
  }
}
