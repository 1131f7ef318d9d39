/// A JSON text (RFC 8259, strict) as a tree whose values know where they stand, so that some can be replaced while every
/// other byte stays as it was. Time and memory are linear in the text.
public struct JSONTree: Sendable {
  /// How deep arrays and objects may nest.
  public static let maximumDepth = 128

  public let bytes: [UInt8]
  public let root: JSONNode
  private let admitsLoneSurrogates: Bool

  /// - Parameter admitsLoneSurrogates: Whether strings and keys may hold half a surrogate pair: programs cut text between
  ///   two halves. In the text it has three bytes, see ``JSONString/decoded(from:admitsLoneSurrogates:)``.
  /// - Throws: ``JSONError`` with the place; also where a string or a key holds half a surrogate pair that is not
  ///   admitted, since what it says could not be looked at.
  public init(_ bytes: [UInt8], admitsLoneSurrogates: Bool = false) throws(JSONError) {
    var scanner = JSONScanner(bytes)
    scanner.skipWhitespace()
    root = try scanner.node(depth: 0, admitsLoneSurrogates)
    try scanner.finish()
    self.bytes = bytes
    self.admitsLoneSurrogates = admitsLoneSurrogates
  }

  /// The text of a string.
  public func text(_ string: JSONString) -> [UInt8] {
    // What cannot be decoded was refused while the tree was built.
    (try? string.decoded(from: bytes, admitsLoneSurrogates: admitsLoneSurrogates)) ?? []
  }

  /// The text of a string node; nil for everything else.
  public func text(_ node: JSONNode?) -> String? {
    guard case .string(let string)? = node?.value else { return nil }
    return String(decoding: text(string), as: UTF8.self)
  }
}

/// A value of a ``JSONTree``.
public struct JSONNode: Sendable {
  public indirect enum Value: Sendable {
    case object([JSONMember])
    case array([JSONNode])
    case string(JSONString)
    /// Digits as they stand in the text: see the node's range.
    case number
    case bool(Bool)
    case null
  }

  public var value: Value
  /// All of the value in the text: a string's with its quotation marks.
  public var range: Range<Int>

  public init(value: Value, range: Range<Int>) {
    self.value = value
    self.range = range
  }

  /// Members of an object, in their order; empty for everything else.
  public var members: [JSONMember] { if case .object(let members) = value { members } else { [] } }

  /// Elements of an array; empty for everything else.
  public var elements: [JSONNode] { if case .array(let elements) = value { elements } else { [] } }

  /// The value of a member; of several with the same name the last counts, as nearly all readers have it.
  public subscript(name: String) -> JSONNode? { members.last { $0.name == name }?.value }

  public var isNull: Bool { if case .null = value { true } else { false } }
  public var isObject: Bool { if case .object = value { true } else { false } }
  public var isArray: Bool { if case .array = value { true } else { false } }
}

/// A member of an object.
public struct JSONMember: Sendable {
  /// The key, decoded.
  public var name: String
  public var key: JSONString
  public var value: JSONNode

  public init(name: String, key: JSONString, value: JSONNode) {
    self.name = name
    self.key = key
    self.value = value
  }

  /// From the key's quotation mark to the end of the value.
  public var range: Range<Int> { key.range.lowerBound - 1..<value.range.upperBound }
}

extension JSONScanner {
  fileprivate mutating func node(depth: Int, _ admitsLoneSurrogates: Bool) throws(JSONError) -> JSONNode {
    let start = position
    let value: JSONNode.Value
    switch next {
    case UInt8(ascii: "\""):
      let string = try string()
      if string.hasEscapes, !admitsLoneSurrogates { _ = try string.decoded(from: bytes) }
      value = .string(string)
    case UInt8(ascii: "{"): value = .object(try members(depth: depth, admitsLoneSurrogates))
    case UInt8(ascii: "["): value = .array(try elements(depth: depth, admitsLoneSurrogates))
    case UInt8(ascii: "t"):
      try skipValue()
      value = .bool(true)
    case UInt8(ascii: "f"):
      try skipValue()
      value = .bool(false)
    case UInt8(ascii: "n"):
      try skipValue()
      value = .null
    default:
      try skipValue()
      value = .number
    }
    return JSONNode(value: value, range: start..<position)
  }

  private mutating func members(depth: Int, _ admitsLoneSurrogates: Bool) throws(JSONError) -> [JSONMember] {
    try checkDepth(depth)
    var members: [JSONMember] = []
    try object { (scanner, key) throws(JSONError) in
      let name =
        key.hasEscapes
        ? String(
          decoding: try key.decoded(from: scanner.bytes, admitsLoneSurrogates: admitsLoneSurrogates), as: UTF8.self)
        : String(decoding: scanner.bytes[key.range], as: UTF8.self)
      let value = try scanner.node(depth: depth + 1, admitsLoneSurrogates)
      members.append(JSONMember(name: name, key: key, value: value))
    }
    return members
  }

  private mutating func elements(depth: Int, _ admitsLoneSurrogates: Bool) throws(JSONError) -> [JSONNode] {
    try checkDepth(depth)
    var elements: [JSONNode] = []
    try array { (scanner) throws(JSONError) in
      elements.append(try scanner.node(depth: depth + 1, admitsLoneSurrogates))
    }
    return elements
  }

  private func checkDepth(_ depth: Int) throws(JSONError) {
    guard depth < JSONTree.maximumDepth else { throw error("nested deeper than \(JSONTree.maximumDepth)") }
  }
}
