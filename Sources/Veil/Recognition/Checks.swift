/// The validators' code. Each reads a candidate's folded bytes; none allocates.
extension Validator {
  /// Calls `body` with each ASCII digit's value.
  static func forEachDigit(_ text: Span<UInt8>, _ body: (Int) -> Void) {
    for i in text.indices where text[i] &- 0x30 < 10 { body(Int(text[i] &- 0x30)) }
  }

  static func digitCount(_ text: Span<UInt8>) -> Int {
    var count = 0
    forEachDigit(text) { _ in count += 1 }
    return count
  }

  /// Issuer ranges by their first digits, with the lengths in use.
  private static let issuers: [(low: Int, high: Int, digits: Int, lengths: ClosedRange<Int>)] = [
    (4, 4, 1, 13...19),  // Visa
    (51, 55, 2, 16...16), (2221, 2720, 4, 16...16),  // Mastercard
    (34, 34, 2, 15...15), (37, 37, 2, 15...15),  // American Express
    (6011, 6011, 4, 16...19), (644, 649, 3, 16...19), (65, 65, 2, 16...19),  // Discover
    (3528, 3589, 4, 16...19),  // JCB
    (300, 305, 3, 14...19), (36, 36, 2, 14...19), (38, 39, 2, 14...19),  // Diners Club
    (62, 62, 2, 16...19), (81, 81, 2, 16...19),  // UnionPay
    (50, 50, 2, 12...19), (56, 58, 2, 12...19), (6304, 6304, 4, 12...19), (67, 67, 2, 12...19),  // Maestro
    (2200, 2204, 4, 16...19), (9792, 9792, 4, 16...16), (60, 60, 2, 16...16),  // Mir, Troy, RuPay
  ]

  static func isPaymentCard(_ text: Span<UInt8>) -> Bool {
    let count = digitCount(text)
    guard (12...19).contains(count), luhn(text) else { return false }
    var prefix = 0
    var taken = 0
    var first = -1
    var isRepeated = true
    forEachDigit(text) { digit in
      if taken < 4 { prefix = prefix * 10 + digit }
      if taken == 0 { first = digit } else if digit != first { isRepeated = false }
      taken += 1
    }
    guard !isRepeated else { return false }
    return issuers.contains { issuer in
      let leading = prefix / [0, 1000, 100, 10, 1][issuer.digits]
      return (issuer.low...issuer.high).contains(leading) && issuer.lengths.contains(count)
    }
  }

  /// Area, group and serial as 3-2-4 digits; numbers that were printed in advertisements are no one's.
  static func isSSN(_ text: Span<UInt8>) -> Bool {
    guard digitCount(text) == 9 else { return false }
    var number = 0
    forEachDigit(text) { number = number * 10 + $0 }
    let area = number / 1_000_000
    guard area != 0, area != 666, area < 900, number / 10_000 % 100 != 0, number % 10_000 != 0 else { return false }
    return number != 78_051_120 && number != 219_099_999 && number % 111_111_111 != 0
  }

  /// Six octets, neither the null nor the broadcast address.
  static func isMACAddress(_ text: Span<UInt8>) -> Bool {
    var digits = 0
    var zeros = 0
    var ones = 0
    for i in text.indices {
      guard let value = hexValue(text[i]) else { continue }
      digits += 1
      if value == 0 { zeros += 1 }
      if value == 15 { ones += 1 }
    }
    return digits == 12 && zeros < 12 && ones < 12
  }

  static func hexValue(_ byte: UInt8) -> Int? {
    switch byte {
    case 0x30...0x39: Int(byte) - 0x30
    case 0x41...0x46: Int(byte) - 0x41 + 10
    case 0x61...0x66: Int(byte) - 0x61 + 10
    default: nil
    }
  }
}
