import Scanning

/// What stands in the text instead of a finding: `[NAME_1]`, or `[NAME_1_GIVEN]` for another spelling of the same.
///
/// The brackets are not part of its identity, nor are zeros before the number.
public struct Placeholder: Hashable, Sendable {
  public let type: EntityType
  /// From 1 to ``maximumNumber``.
  public let number: Int
  /// Which spelling of the entity, one to eight letters `A`–`Z`; nil for the one that was seen first.
  public let suffix: String?

  public static let maximumNumber = 9_999_999_999

  /// - Returns: nil when number or suffix is not of the form described above.
  public init?(type: EntityType, number: Int, suffix: String? = nil) {
    guard (1...Self.maximumNumber).contains(number) else { return nil }
    if let suffix, Suffix(suffix.utf8) == nil { return nil }
    self.type = type
    self.number = number
    self.suffix = suffix
  }

  init(type: EntityType, number: Int, suffix: Suffix) {
    assert((1...Self.maximumNumber).contains(number))
    self.type = type
    self.number = number
    self.suffix = suffix == .none ? nil : suffix.description
  }

  /// The same entity's first spelling.
  var first: Placeholder { Placeholder(type: type, number: number, suffix: .none) }

  /// As written between these brackets.
  public func text(_ brackets: Policy.Brackets) -> String {
    brackets.opening + description + brackets.closing
  }
}

extension Placeholder: Comparable, CustomStringConvertible {
  /// Without brackets: `NAME_1_GIVEN`.
  public var description: String {
    if let suffix { "\(type)_\(number)_\(suffix)" } else { "\(type)_\(number)" }
  }

  /// By type, number and suffix, the first spelling before the others.
  public static func < (a: Placeholder, b: Placeholder) -> Bool {
    if a.type != b.type { return a.type < b.type }
    if a.number != b.number { return a.number < b.number }
    guard let first = a.suffix else { return b.suffix != nil }
    guard let second = b.suffix else { return false }
    if first.utf8.count != second.utf8.count { return first.utf8.count < second.utf8.count }
    return first.utf8.lexicographicallyPrecedes(second.utf8)
  }
}

extension Placeholder {
  /// Reads exactly what ``text(_:)`` writes.
  ///
  /// - Returns: nil for anything else: no brackets or others, lower case, zeros before the number.
  package static func read(_ text: String) -> (placeholder: Placeholder, brackets: Policy.Brackets)? {
    var text = text
    return text.withUTF8 { bytes in
      guard let (brackets, inner) = unwrap(bytes.span), let placeholder = Placeholder(bytes.span.extracting(inner))
      else { return nil }
      return (placeholder, brackets)
    }
  }

  /// What stands between one of the pairs of brackets that placeholders are written with.
  static func unwrap(_ text: Span<UInt8>) -> (brackets: Policy.Brackets, inner: Range<Int>)? {
    guard text.count > 2 else { return nil }
    let (brackets, length): (Policy.Brackets, Int)
    // Of all pairs both ends are as long.
    switch (text[0], text[text.count - 1]) {
    case (UInt8(ascii: "["), UInt8(ascii: "]")): (brackets, length) = (.square, 1)
    case (UInt8(ascii: "<"), UInt8(ascii: ">")): (brackets, length) = (.angle, 1)
    case (UInt8(ascii: "{"), UInt8(ascii: "}")):
      guard text[1] == UInt8(ascii: "{"), text[text.count - 2] == UInt8(ascii: "}") else { return nil }
      (brackets, length) = (.curly, 2)
    // « and »
    case (0xC2, 0xBB):
      guard text[1] == 0xAB, text[text.count - 2] == 0xC2 else { return nil }
      (brackets, length) = (.guillemet, 2)
    default: return nil
    }
    return text.count > 2 * length ? (brackets, length..<text.count - length) : nil
  }

  private init?(_ inner: Span<UInt8>) {
    let underscore = UInt8(ascii: "_")
    guard var last = Self.last(underscore, in: inner) else { return nil }
    var digits = last + 1..<inner.count
    var suffix = Suffix.none
    var isSuffix = !digits.isEmpty
    for place in digits where isSuffix { isSuffix = suffix.append(inner[place]) }
    if isSuffix, let before = Self.last(underscore, in: inner.extracting(..<last)) {
      digits = before + 1..<last
      last = before
    } else {
      suffix = .none
    }
    guard !digits.isEmpty, inner[digits.lowerBound] != UInt8(ascii: "0"),
      digits.count <= PlaceholderWriting.maximumDigits
    else { return nil }
    var number = 0
    for place in digits {
      guard isDigit(inner[place]) else { return nil }
      number = number * 10 + Int(inner[place] - UInt8(ascii: "0"))
    }
    guard let type = EntityType(inner.extracting(..<last)) else { return nil }
    self.init(type: type, number: number, suffix: suffix)
  }

  private static func last(_ byte: UInt8, in text: Span<UInt8>) -> Int? {
    var place = text.count - 1
    while place >= 0, text[place] != byte { place -= 1 }
    return place >= 0 ? place : nil
  }
}

extension EntityType {
  init?(_ name: Span<UInt8>) {
    self.init(name.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) })
  }
}
