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
    guard let (brackets, inner) = unwrap(text), let placeholder = Placeholder(inner: inner) else { return nil }
    return (placeholder, brackets)
  }

  /// What stands between one of the pairs of brackets that placeholders are written with.
  static func unwrap(_ text: String) -> (brackets: Policy.Brackets, inner: Substring.UTF8View)? {
    for brackets in Policy.Brackets.allCases {
      let opening = brackets.opening.utf8
      let closing = brackets.closing.utf8
      let bytes = text.utf8
      guard bytes.count > opening.count + closing.count, bytes.starts(with: opening),
        bytes.suffix(closing.count).elementsEqual(closing)
      else { continue }
      return (brackets, bytes.dropFirst(opening.count).dropLast(closing.count))
    }
    return nil
  }

  private init?(inner: Substring.UTF8View) {
    let underscore = UInt8(ascii: "_")
    guard var last = inner.lastIndex(of: underscore) else { return nil }
    var digits = inner[inner.index(after: last)...]
    var suffix = Suffix.none
    if let letters = Suffix(digits), let before = inner[..<last].lastIndex(of: underscore) {
      suffix = letters
      digits = inner[inner.index(after: before)..<last]
      last = before
    }
    guard digits.first != UInt8(ascii: "0"), digits.count <= PlaceholderWriting.maximumDigits,
      digits.allSatisfy(isDigit), let number = Int(Substring(digits)), let type = EntityType(inner[..<last])
    else { return nil }
    self.init(type: type, number: number, suffix: suffix)
  }
}

extension EntityType {
  init?(_ name: Substring.UTF8View) { self.init(String(Substring(name))) }
}
