/// Why bytes are not the JSON that was expected. Names the place, never the content.
public struct JSONError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Byte offset in the array that was scanned.
  public var offset: Int
  public var reason: String

  public init(offset: Int, reason: String) {
    self.offset = offset
    self.reason = reason
  }

  public var description: String { "\(reason) at byte \(offset)" }
}

/// Walks over JSON (RFC 8259, strict) and tells where things stand, without building a tree.
///
/// Bytes from 0x80 on are taken as they come inside strings: whoever decodes a string decides what is valid there.
public struct JSONScanner {
  /// How deep arrays and objects may nest.
  public static let maximumDepth = 256

  public let bytes: [UInt8]
  public private(set) var position: Int
  /// End of the part that is scanned.
  public let end: Int

  public init(_ bytes: [UInt8], in range: Range<Int>? = nil) {
    let range = range ?? 0..<bytes.count
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
    self.bytes = bytes
    position = range.lowerBound
    end = range.upperBound
  }

  func error(_ reason: String, at offset: Int? = nil) -> JSONError {
    JSONError(offset: offset ?? position, reason: reason)
  }

  /// The next byte, or 0, which no JSON holds outside of strings, at the end.
  var next: UInt8 { position < end ? bytes[position] : 0 }

  public mutating func skipWhitespace() {
    while position < end {
      switch bytes[position] {
      case 0x20, 0x0A, 0x0D, 0x09: position += 1
      default: return
      }
    }
  }

  /// Requires that nothing but white space is left.
  public mutating func finish() throws(JSONError) {
    skipWhitespace()
    if position < end { throw error("something follows the JSON value") }
  }

  private mutating func expect(_ byte: UInt8, _ reason: String) throws(JSONError) {
    guard next == byte else { throw error(reason) }
    position += 1
  }

  /// Steps over an object; `member` is called behind each key and has to step over the value, see ``skipValue()``.
  public mutating func object(
    _ member: (inout JSONScanner, _ key: JSONString) throws(JSONError) -> Void
  ) throws(JSONError) {
    skipWhitespace()
    try expect(UInt8(ascii: "{"), "expected an object")
    skipWhitespace()
    if next == UInt8(ascii: "}") {
      position += 1
      return
    }
    while true {
      skipWhitespace()
      let key = try string()
      skipWhitespace()
      try expect(UInt8(ascii: ":"), "expected ':'")
      skipWhitespace()
      try member(&self, key)
      skipWhitespace()
      if next == UInt8(ascii: "}") { break }
      try expect(UInt8(ascii: ","), "expected ',' or '}'")
    }
    position += 1
  }

  /// Steps over a string.
  public mutating func string() throws(JSONError) -> JSONString {
    try expect(UInt8(ascii: "\""), "expected a string")
    let start = position
    var hasEscapes = false
    while position < end {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        position += 1
        return JSONString(range: start..<position - 1, hasEscapes: hasEscapes)
      }
      if byte == UInt8(ascii: "\\") {
        hasEscapes = true
        try skipEscape()
      } else if byte < 0x20 {
        throw error("control character in a string")
      } else {
        position += 1
      }
    }
    throw error("string without an end", at: start - 1)
  }

  private mutating func skipEscape() throws(JSONError) {
    guard position + 1 < end else { throw error("string without an end") }
    switch bytes[position + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      position += 2
    case UInt8(ascii: "u"):
      guard position + 6 <= end, bytes[position + 2..<position + 6].allSatisfy({ hexadecimalValue($0) != nil }) else {
        throw error("\\u without four hexadecimal digits")
      }
      position += 6
    default: throw error("unknown escape")
    }
  }

  /// Steps over a value of any kind.
  public mutating func skipValue() throws(JSONError) { try skipValue(depth: 0) }

  private mutating func skipValue(depth: Int) throws(JSONError) {
    switch next {
    case UInt8(ascii: "\""): _ = try string()
    case UInt8(ascii: "{"):
      guard depth < Self.maximumDepth else { throw error("nested deeper than \(Self.maximumDepth)") }
      try object { (scanner, _) throws(JSONError) in try scanner.skipValue(depth: depth + 1) }
    case UInt8(ascii: "["):
      guard depth < Self.maximumDepth else { throw error("nested deeper than \(Self.maximumDepth)") }
      try array { (scanner) throws(JSONError) in try scanner.skipValue(depth: depth + 1) }
    case UInt8(ascii: "t"): try skipWord("true")
    case UInt8(ascii: "f"): try skipWord("false")
    case UInt8(ascii: "n"): try skipWord("null")
    default: try skipNumber()
    }
  }

  /// Steps over an array; `element` is called at each element and has to step over it, see ``skipValue()``.
  public mutating func array(_ element: (inout JSONScanner) throws(JSONError) -> Void) throws(JSONError) {
    skipWhitespace()
    try expect(UInt8(ascii: "["), "expected an array")
    skipWhitespace()
    if next == UInt8(ascii: "]") {
      position += 1
      return
    }
    while true {
      skipWhitespace()
      try element(&self)
      skipWhitespace()
      if next == UInt8(ascii: "]") { break }
      try expect(UInt8(ascii: ","), "expected ',' or ']'")
    }
    position += 1
  }

  private mutating func skipWord(_ word: StaticString) throws(JSONError) {
    let length = word.utf8CodeUnitCount
    guard position + length <= end, bytes[position..<position + length].elementsEqual(word.description.utf8) else {
      throw error("expected a value")
    }
    position += length
  }

  private mutating func skipNumber() throws(JSONError) {
    let start = position
    if next == UInt8(ascii: "-") { position += 1 }
    if next == UInt8(ascii: "0") {
      position += 1
    } else if skipDigits() == 0 {
      throw error("expected a value", at: start)
    }
    if next == UInt8(ascii: ".") {
      position += 1
      if skipDigits() == 0 { throw error("expected a digit") }
    }
    if next | 0x20 == UInt8(ascii: "e") {
      position += 1
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { position += 1 }
      if skipDigits() == 0 { throw error("expected a digit") }
    }
  }

  private mutating func skipDigits() -> Int {
    let start = position
    while next >= UInt8(ascii: "0"), next <= UInt8(ascii: "9") { position += 1 }
    return position - start
  }
}

/// The value of a hexadecimal digit in either case.
func hexadecimalValue(_ byte: UInt8) -> UInt16? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt16(byte - UInt8(ascii: "0"))
  case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt16(byte - UInt8(ascii: "a") + 10)
  case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt16(byte - UInt8(ascii: "A") + 10)
  default: nil
  }
}
