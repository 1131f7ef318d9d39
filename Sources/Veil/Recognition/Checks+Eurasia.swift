/// Identifiers of Ukraine, Russia, Belarus, Moldova and Kazakhstan.
extension Validator {
  /// A person's tax number; the first five digits count the days since 1899.
  static func isUARNTRC(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 10, digits.number(0..<10) > 0 else { return false }
    // The first weight is −1; 10 is the same by mod 11.
    return digits.sum([10, 5, 7, 9, 4, 6, 10, 5, 7]) % 11 % 10 == digits[9]
  }

  /// Organisations; the weights depend on the number's size.
  static func isUAEDRPOU(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 8, digits.number(0..<8) > 0 else { return false }
    let isMiddle = (3...5).contains(digits[0])
    var remainder = digits.sum(isMiddle ? [7, 1, 2, 3, 4, 5, 6] : [1, 2, 3, 4, 5, 6, 7]) % 11
    if remainder == 10 {
      remainder = digits.sum(isMiddle ? [9, 3, 4, 5, 6, 7, 8] : [3, 4, 5, 6, 7, 8, 9]) % 11 % 10
    }
    return digits[7] == remainder
  }

  /// Ten digits of an organisation, twelve of a person.
  static func isRUINN(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    switch digits.count {
    case 10: return digits.number(0..<10) > 0 && digits.sum([2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11 % 10 == digits[9]
    case 12:
      return digits.number(0..<12) > 0 && digits.sum([7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11 % 10 == digits[10]
        && digits.sum([3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11 % 10 == digits[11]
    default: return false
    }
  }

  /// Pension insurance. Numbers up to 001-001-998 have no check digits and are refused.
  static func isRUSNILS(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 11, digits.number(0..<9) > 1_001_998 else { return false }
    return digits.sum([9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101 % 100 == digits.number(9..<11)
  }

  /// Thirteen digits of an organisation, fifteen, from 3 on, of a sole trader.
  static func isRUOGRN(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    switch digits.count {
    case 13: return digits[0] > 0 && digits.remainder(0..<12, 11) % 10 == digits[12]
    case 15: return digits[0] == 3 && digits.remainder(0..<14, 13) % 10 == digits[14]
    default: return false
    }
  }

  /// Health insurance policy of sixteen digits.
  static func isRUENP(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    return digits.count == 16 && digits[0] > 0 && luhn(digits, 16)
  }

  /// Tax payers; a person's number begins with two letters instead of digits.
  static func isBYUNP(_ text: Span<UInt8>) -> Bool {
    let characters = Characters36(text)
    guard characters.count == 9,
      characters.isLetter(0)
        ? (belarusianPlace(characters[0]) ?? 9) < 7 : (1...7).contains(characters.value(0))
    else { return false }
    var sum = 0
    for (index, weight) in [29, 23, 19, 17, 13, 7, 5, 3].enumerated() {
      var value = characters.value(index)
      if characters.isLetter(index) {
        guard index < 2, characters.isLetter(0) else { return false }
        if index == 1 {
          guard let place = belarusianPlace(characters[1]) else { return false }
          value = place
        }
      } else if index == 1, characters.isLetter(0) {
        return false
      }
      sum += weight * value
    }
    return characters.isDigit(8) && sum % 11 == characters.value(8)
  }

  /// Place of a letter that Latin and Cyrillic share.
  private static func belarusianPlace(_ byte: UInt8) -> Int? {
    switch byte {
    case 0x41: 0  // A
    case 0x42: 1  // B
    case 0x43: 2  // C
    case 0x45: 3  // E
    case 0x48: 4  // H
    case 0x4B: 5  // K
    case 0x4D: 6  // M
    case 0x4F: 7  // O
    case 0x50: 8  // P
    case 0x54: 9  // T
    default: nil
    }
  }

  /// Persons and organisations alike.
  static func isMDIDNO(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    return digits.count == 13 && digits.number(0..<13) > 0
      && digits.sum([7, 3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1]) % 10 == digits[12]
  }

  /// A birthday, the century and sex, a serial number.
  static func isKZIIN(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 12, digits[6] <= 6, isKazakh(digits) else { return false }
    let year = digits.number(0..<2)
    let month = digits.number(2..<4)
    let day = digits.number(4..<6)
    // 0 is for foreigners, whose century is open.
    guard digits[6] > 0 else { return isDay(year: 2000 + year, month: month, day: day) }
    return isDay(year: 1800 + (digits[6] - 1) / 2 * 100 + year, month: month, day: day)
  }

  /// Year and month of the registration, 4 to 6 for the kind of organisation, 0 to 3 for head office and branches.
  static func isKZBIN(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    return digits.count == 12 && (1...12).contains(digits.number(2..<4)) && (4...6).contains(digits[4])
      && digits[5] <= 3 && isKazakh(digits)
  }

  private static func isKazakh(_ digits: Digits) -> Bool {
    var remainder = digits.sum([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]) % 11
    if remainder == 10 { remainder = digits.sum([3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]) % 11 }
    return remainder == digits[11]
  }
}

extension Validator {
  /// The checks of this file.
  static let eurasia: [Validator] = [
    Validator("ua-rntrc", "Weights −1, 5, 7, 9, 4, 6, 10, 5, 7, mod 11 (tax service)", isUARNTRC),
    Validator(
      "ua-edrpou", "Weights 1 to 7, or 7 and 1 to 6 from 30000000 to 60000000, then two more each, mod 11", isUAEDRPOU),
    Validator("ru-inn", "One check digit of ten or two of twelve, mod 11 (ФНС)", isRUINN),
    Validator("ru-snils", "Weights 9 to 1, mod 101 (СФР)", isRUSNILS),
    Validator("ru-ogrn", "Remainder of twelve digits by 11, or of fourteen by 13 (ФНС)", isRUOGRN),
    Validator("ru-enp", "Luhn over 16 digits (ФОМС)", isRUENP),
    Validator("by-unp", "Weights 29, 23, 19, 17, 13, 7, 5, 3, mod 11 (МНС)", isBYUNP),
    Validator("md-idno", "Weights 7, 3, 1, mod 10 (ASP)", isMDIDNO),
    Validator("kz-iin", "Birthday and weights 1 to 11, then 3 to 11, 1 and 2, mod 11", isKZIIN),
    Validator("kz-bin", "Month of registration, kind, and weights 1 to 11, then 3 to 11, 1 and 2, mod 11", isKZBIN),
  ]
}
