/// The ASCII digits of a text without what stands between them, for checksums. Holds up to ``capacity`` of them in
/// place; further ones are counted only, so that a check of the count refuses them.
struct Digits {
  static let capacity = 48

  private var values = InlineArray<48, UInt8>(repeating: 0)
  private(set) var count = 0

  init(_ text: Span<UInt8>) {
    for i in text.indices where text[i] &- 0x30 < 10 { append(text[i] &- 0x30) }
  }

  private mutating func append(_ digit: UInt8) {
    if count < Self.capacity { values[count] = digit }
    count += 1
  }

  /// 0 beyond the end.
  subscript(index: Int) -> Int { index >= 0 && index < min(count, Self.capacity) ? Int(values[index]) : 0 }

  /// Sum of digit times weight, from the first digit on, for as many digits as there are weights.
  func sum(_ weights: [Int]) -> Int {
    var sum = 0
    for (index, weight) in weights.enumerated() { sum += self[index] * weight }
    return sum
  }

  /// The digits of a range read as one number; a range of more than 18 is cut there.
  func number(_ range: Range<Int>) -> Int {
    var number = 0
    for index in range.prefix(18) { number = number * 10 + self[index] }
    return number
  }

  /// Remainder of the digits of a range, read as one number of any length.
  func remainder(_ range: Range<Int>, _ modulus: Int) -> Int {
    var remainder = 0
    for index in range { remainder = (remainder * 10 + self[index]) % modulus }
    return remainder
  }

  /// Whether all digits are the same.
  var isRepeated: Bool {
    for index in 1..<max(2, count) where self[index] != self[0] { return false }
    return count > 1
  }
}

/// The ASCII letters, as capitals, and digits of a text without what stands between them.
struct Characters36 {
  static let capacity = 48

  private var values = InlineArray<48, UInt8>(repeating: 0)
  private(set) var count = 0

  init(_ text: Span<UInt8>) {
    for i in text.indices {
      let byte = text[i]
      if byte &- 0x30 < 10 || byte &- 0x41 < 26 {
        append(byte)
      } else if byte &- 0x61 < 26 {
        append(byte & 0xDF)
      }
    }
  }

  private mutating func append(_ byte: UInt8) {
    if count < Self.capacity { values[count] = byte }
    count += 1
  }

  /// An ASCII capital or digit; 0 beyond the end.
  subscript(index: Int) -> UInt8 { index >= 0 && index < min(count, Self.capacity) ? values[index] : 0 }

  /// 0 to 9 for digits, 10 to 35 for letters; 0 beyond the end.
  func value(_ index: Int) -> Int {
    let byte = self[index]
    return byte >= 0x41 ? Int(byte) - 55 : byte >= 0x30 ? Int(byte) - 0x30 : 0
  }

  func isDigit(_ index: Int) -> Bool { self[index] &- 0x30 < 10 }

  func isLetter(_ index: Int) -> Bool { self[index] &- 0x41 < 26 }
}

// MARK: - Checks that several identifiers share

extension Validator {
  /// ISO/IEC 7812-1 annex B, over the digits.
  static func luhn(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    return digits.count <= Digits.capacity && luhn(digits, digits.count)
  }

  /// Luhn's check over the first `count` digits, the check digit among them.
  static func luhn(_ digits: Digits, _ count: Int) -> Bool {
    var sum = 0
    for index in 0..<count {
      let digit = digits[index]
      let doubled = (count - index) % 2 == 0 ? digit * 2 : digit
      sum += doubled > 9 ? doubled - 9 : doubled
    }
    return count > 1 && sum % 10 == 0
  }

  /// ISO 7064 MOD 97-10 over letters and digits as they stand: the remainder must be 1.
  static func mod97(_ text: Span<UInt8>) -> Bool {
    var remainder = 0
    var count = 0
    for i in text.indices {
      guard let value = alphanumericValue(text[i]) else { continue }
      remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97
      count += 1
    }
    return count > 2 && remainder == 1
  }

  /// ISO 7064 MOD 11,10 over the digits, the last one being the check digit.
  static func mod11_10(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count > 1, digits.count <= Digits.capacity else { return false }
    var product = 10
    for index in 0..<digits.count - 1 {
      let sum = (product + digits[index]) % 10
      product = (sum == 0 ? 10 : sum) * 2 % 11
    }
    return (product + digits[digits.count - 1]) % 10 == 1
  }

  /// Verhoeff's check over the digits, the last one being the check digit.
  static func verhoeff(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count > 1, digits.count <= Digits.capacity else { return false }
    var check = 0
    for index in 0..<digits.count {
      // Position from the right picks how often the permutation is applied.
      check = dihedral(check, permuted(digits[digits.count - 1 - index], times: index % 8))
    }
    return check == 0
  }

  /// Product in the dihedral group of order ten.
  private static func dihedral(_ a: Int, _ b: Int) -> Int {
    if a < 5 { return b < 5 ? (a + b) % 5 : 5 + (a + b - 5) % 5 }
    return b < 5 ? 5 + (a - 5 - b + 5) % 5 : (a - b + 5) % 5
  }

  private static func permuted(_ digit: Int, times: Int) -> Int {
    var digit = digit
    for _ in 0..<times {
      digit =
        switch digit {
        case 0: 1
        case 1: 5
        case 2: 7
        case 3: 6
        case 4: 2
        case 5: 8
        case 6: 3
        case 7: 0
        case 8: 9
        default: 4
        }
    }
    return digit
  }

  /// A day of the Gregorian calendar, from the year 1000 to 2999.
  static func isDay(year: Int, month: Int, day: Int) -> Bool {
    guard (1000...2999).contains(year), (1...12).contains(month), day >= 1 else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let length =
      switch month {
      case 2: isLeap ? 29 : 28
      case 4, 6, 9, 11: 30
      default: 31
      }
    return day <= length
  }

  /// A day whose year is known by its last two digits only.
  static func isDayOfAnyCentury(year: Int, month: Int, day: Int) -> Bool {
    // 29 February of a year 00 exists in 2000 only.
    isDay(year: 2000 + year, month: month, day: day) || isDay(year: 1900 + year, month: month, day: day)
  }

  /// A day of birth in the first six digits, two each for year, month and day, where each century after the first has its
  /// months counted on by 20: 1 to 12, 21 to 32 and so on.
  static func isBirthday(_ digits: Digits, centuries: [Int]) -> Bool {
    let (century, month) = digits.number(2..<4).quotientAndRemainder(dividingBy: 20)
    return century < centuries.count
      && isDay(year: centuries[century] + digits.number(0..<2), month: month, day: digits.number(4..<6))
  }

  /// 0 to 9 for digits, 10 to 35 for letters of either case.
  static func alphanumericValue(_ byte: UInt8) -> Int? {
    switch byte {
    case 0x30...0x39: Int(byte) - 0x30
    case 0x41...0x5A: Int(byte) - 0x41 + 10
    case 0x61...0x7A: Int(byte) - 0x61 + 10
    default: nil
    }
  }
}
