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

extension Placeholder {
  var letters: Suffix { suffix.flatMap { Suffix($0.utf8) } ?? .none }
}
