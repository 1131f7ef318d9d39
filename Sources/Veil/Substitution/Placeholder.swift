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

  /// Reads exactly what ``text(_:)`` writes.
  ///
  /// - Returns: nil for anything else: no brackets or others, lower case, zeros before the number.
  init?(text: String) {
    guard let (brackets, inner) = Self.unwrap(text) else { return nil }
    var groups = inner.split(separator: UInt8(ascii: "_"), omittingEmptySubsequences: false)
    var suffix = Suffix.none
    if let last = groups.last, last.first.map(isDigit) != true {
      guard let letters = Suffix(last) else { return nil }
      suffix = letters
      groups.removeLast()
    }
    guard let digits = groups.popLast(), digits.count <= 10, let number = Int(String(decoding: digits, as: UTF8.self)),
      let type = EntityType(String(decoding: Array(groups.joined(separator: "_".utf8)), as: UTF8.self)),
      (1...Self.maximumNumber).contains(number)
    else { return nil }
    self.init(type: type, number: number, suffix: suffix)
    guard self.text(brackets).utf8.elementsEqual(text.utf8) else { return nil }
  }

  /// What is between one of the pairs of brackets that placeholders are written with.
  static func unwrap(_ text: String) -> (Policy.Brackets, [UInt8])? {
    for brackets in Policy.Brackets.allCases {
      let opening = brackets.opening.utf8
      let closing = brackets.closing.utf8
      let bytes = text.utf8
      guard bytes.count > opening.count + closing.count, bytes.starts(with: opening),
        bytes.suffix(closing.count).elementsEqual(closing)
      else { continue }
      return (brackets, Array(bytes.dropFirst(opening.count).dropLast(closing.count)))
    }
    return nil
  }

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

/// The last part of a placeholder in a form that is compared and stored without allocation: letters, first one lowest.
struct Suffix: Hashable, Sendable {
  private(set) var letters: UInt64 = 0

  static let none = Suffix()
  static let given = Suffix("GIVEN".utf8)!
  static let family = Suffix("FAMILY".utf8)!
  static let upper = Suffix("UPPER".utf8)!
  static let lower = Suffix("LOWER".utf8)!
  static let maximumLength = 8
  /// The number of `ZZZ`.
  static let maximumAlias = 18_277

  private init() {}

  /// - Returns: nil unless there are one to eight letters `A`–`Z`.
  init?(_ text: some Sequence<UInt8>) {
    for byte in text where !append(byte) { return nil }
    if letters == 0 { return nil }
  }

  /// The letters of spelling `number`, counted from 1: `B` … `Z`, `AA` … `ZZ`, `AAA`, …
  init(alias number: Int) {
    var rest = number
    repeat {
      letters = letters << 8 | UInt64(UInt8(ascii: "A") + UInt8(rest % 26))
      rest = rest / 26 - 1
    } while rest >= 0
  }

  /// - Returns: false when it is full or the byte is not a letter `A`–`Z`.
  mutating func append(_ byte: UInt8) -> Bool {
    guard (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte), letters >> 56 == 0 else { return false }
    letters |= UInt64(byte) << UInt64((64 - letters.leadingZeroBitCount + 7) & ~7)
    return true
  }

  var bytes: some Sequence<UInt8> {
    sequence(state: letters) { rest in
      defer { rest >>= 8 }
      return rest == 0 ? nil : UInt8(truncatingIfNeeded: rest)
    }
  }

  var description: String { String(decoding: Array(bytes), as: UTF8.self) }
}
