/// Checks of identifiers of Japan, Korea, China, Hong Kong and Taiwan.
extension Validator {
  /// Weights 6 to 2, 7 to 2, mod 11, 10 being 0.
  static func isJPMyNumber(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 12, !digits.isRepeated else { return false }
    return (11 - digits.sum([6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11) % 11 % 10 == digits[11]
  }

  /// The first digit is 9 less the sum of the others mod 9, weights 1 and 2 from the right.
  static func isJPCorporate(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 13, digits.number(1..<13) != 0 else { return false }
    return 9 - digits.sum([0, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]) % 9 == digits[0]
  }

  /// Birth date with the century that the seventh digit tells. Since October 2020 the rest is random, so the old check
  /// digit is not asked for.
  static func isKRRRN(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 13 else { return false }
    let century =
      switch digits[6] {
      case 1, 2, 5, 6: 1900
      case 3, 4, 7, 8: 2000
      default: 1800
      }
    return isDay(year: century + digits.number(0..<2), month: digits.number(2..<4), day: digits.number(4..<6))
  }

  /// Weights 1, 3, 7 repeated and 5, to which the tens of the ninth product are added, mod 10.
  static func isKRBRN(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 10, digits.number(0..<3) > 100, digits.number(3..<5) != 0, digits.number(5..<9) != 0
    else { return false }
    let sum = digits.sum([1, 3, 7, 1, 3, 7, 1, 3, 5]) + digits[8] * 5 / 10
    return (10 - sum % 10) % 10 == digits[9]
  }

  /// Register of companies: weights 1 and 2 in turn, mod 10.
  static func isKRCorporate(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 13, !digits.isRepeated else { return false }
    return (10 - digits.sum([1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2]) % 10) % 10 == digits[12]
  }

  /// Codes of provinces, regions and municipalities (GB/T 2260).
  private static func isChineseProvince(_ code: Int) -> Bool {
    switch code {
    case 11...15, 21...23, 31...37, 41...46, 50...54, 61...65, 71, 81...83: true
    default: false
    }
  }

  /// Province, birth date and ISO 7064 MOD 11-2 with X for 10 (GB 11643).
  static func isCNRIC(_ text: Span<UInt8>) -> Bool {
    let code = Characters36(text)
    guard code.count == 18 else { return false }
    var remainder = 0
    for index in 0..<17 {
      guard code.isDigit(index) else { return false }
      remainder = (remainder + code.value(index)) * 2 % 11
    }
    let check = (12 - remainder) % 11
    guard code[17] == (check == 10 ? UInt8(ascii: "X") : UInt8(0x30 + check)) else { return false }
    func number(_ range: Range<Int>) -> Int {
      var number = 0
      for index in range { number = number * 10 + code.value(index) }
      return number
    }
    return isChineseProvince(number(0..<2)) && (1850...2099).contains(number(6..<10))
      && isDay(year: number(6..<10), month: number(10..<12), day: number(12..<14))
  }

  /// Registry and kind, region, organisation and a check character: powers of 3 over 31 characters (GB 32100).
  static func isCNUSCC(_ text: Span<UInt8>) -> Bool {
    let code = Characters36(text)
    guard code.count == 18 else { return false }
    for index in 2..<8 where !code.isDigit(index) { return false }
    guard isChineseProvince(code.value(2) * 10 + code.value(3)) || code[2] == UInt8(ascii: "1") else { return false }
    var sum = 0
    var weight = 1
    for index in 0..<17 {
      guard let value = creditCodeValue(code[index]) else { return false }
      sum += value * weight
      weight = weight * 3 % 31
    }
    guard let check = creditCodeValue(code[17]) else { return false }
    return (sum + check) % 31 == 0
  }

  /// Digits, then letters without I, O, S, V and Z.
  private static func creditCodeValue(_ byte: UInt8) -> Int? {
    switch byte {
    case 0x30...0x39: Int(byte) - 0x30
    case 0x41...0x48: Int(byte) - 55
    case 0x4A...0x4E: Int(byte) - 56
    case 0x50...0x52: Int(byte) - 57
    case 0x54...0x55: Int(byte) - 58
    case 0x57...0x59: Int(byte) - 59
    default: nil
    }
  }

  /// One or two letters (A is 10, a missing one 36), six digits and a check character: weights 9 to 1, mod 11.
  static func isHKID(_ text: Span<UInt8>) -> Bool {
    let code = Characters36(text)
    guard code.count == 8 || code.count == 9, code.isLetter(0) else { return false }
    let letters = code.count - 7
    var sum = letters == 1 ? 36 * 9 + code.value(0) * 8 : code.value(0) * 9 + code.value(1) * 8
    if letters == 2, !code.isLetter(1) { return false }
    for index in 0..<6 {
      guard code.isDigit(letters + index) else { return false }
      sum += code.value(letters + index) * (7 - index)
    }
    let check = code.count - 1
    guard code.isDigit(check) || code[check] == UInt8(ascii: "A") else { return false }
    return (sum + code.value(check)) % 11 == 0
  }

  /// A letter of the place as two digits, then weights 1, 9 to 1 and 1, mod 10; foreigners have 8 or 9 for the
  /// sex, in older cards a letter.
  static func isTWID(_ text: Span<UInt8>) -> Bool {
    let code = Characters36(text)
    guard code.count == 10, code.isLetter(0) else { return false }
    let place = taiwanesePlace(code[0])
    var sum = place / 10 + place % 10 * 9
    switch code[1] {
    case 0x31, 0x32, 0x38, 0x39: sum += code.value(1) * 8
    case 0x41...0x44: sum += taiwanesePlace(code[1]) % 10 * 8
    default: return false
    }
    for index in 2..<10 {
      guard code.isDigit(index) else { return false }
      sum += code.value(index) * max(1, 9 - index)
    }
    return sum % 10 == 0
  }

  /// 10 to 35, not quite in the order of the alphabet.
  private static func taiwanesePlace(_ letter: UInt8) -> Int {
    switch letter {
    case UInt8(ascii: "I"): 34
    case UInt8(ascii: "O"): 35
    case UInt8(ascii: "W"): 32
    case UInt8(ascii: "Z"): 33
    case UInt8(ascii: "X"), UInt8(ascii: "Y"): Int(letter) - 58
    case UInt8(ascii: "A")...UInt8(ascii: "H"): Int(letter) - 55
    case UInt8(ascii: "J")...UInt8(ascii: "N"): Int(letter) - 56
    default: Int(letter) - 57
    }
  }

  /// Digit sums of the products with 1, 2, 1, 2, 1, 2, 4, 1, mod 5 since 2023; a seventh digit 7 may count as 1 less.
  static func isTWUBN(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 8, digits.number(0..<8) != 0 else { return false }
    var sum = 0
    for (index, weight) in [1, 2, 1, 2, 1, 2, 4, 1].enumerated() {
      sum += digits[index] * weight / 10 + digits[index] * weight % 10
    }
    return sum % 5 == 0 || digits[6] == 7 && (sum + 1) % 5 == 0
  }
}

extension Validator {
  /// The checks of this file.
  static let eastAsia: [Validator] = [
    Validator("jp-my-number", "Weights 6 to 2 and 7 to 2, mod 11 (ordinance 85 of 2014)", isJPMyNumber),
    Validator(
      "jp-corporate", "Weights 1 and 2 from the right, mod 9, check digit first (National Tax Agency)",
      isJPCorporate),
    Validator(
      "kr-rrn", "A birth date with the century of the seventh digit; random since October 2020, so no check digit",
      isKRRRN),
    Validator(
      "kr-brn", "Weights 1, 3, 7, 1, 3, 7, 1, 3, 5 with the tens of the last, mod 10 (National Tax Service)",
      isKRBRN),
    Validator("kr-corporate", "Weights 1 and 2 in turn, mod 10 (register of companies)", isKRCorporate),
    Validator("cn-ric", "Province, birth date and ISO 7064 MOD 11-2 (GB 11643)", isCNRIC),
    Validator("cn-uscc", "Region and powers of 3 over 31 characters, mod 31 (GB 32100)", isCNUSCC),
    Validator("hk-hkid", "Letters 10 to 35, weights 9 to 1, mod 11 (Immigration Department)", isHKID),
    Validator("tw-id", "Letter as two digits, weights 1, 9 to 1, mod 10 (Ministry of the Interior)", isTWID),
    Validator("tw-ubn", "Digit sums of products, mod 5 since 2023 (Ministry of Finance)", isTWUBN),
  ]
}
