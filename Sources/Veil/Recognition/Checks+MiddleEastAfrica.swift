/// Identifiers of the Middle East and Africa.
extension Validator {
  // MARK: - Türkiye

  static func isTRTCKN(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 11, digits[0] > 0 else { return false }
    let odd = digits.sum([1, 0, 1, 0, 1, 0, 1, 0, 1])
    let even = digits.sum([0, 1, 0, 1, 0, 1, 0, 1])
    return (odd * 7 + even * 9) % 10 == digits[9] && (odd + even + digits[9]) % 10 == digits[10]
  }

  static func isTRVKN(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 10, digits.number(0..<10) > 0 else { return false }
    var sum = 0
    for index in 0..<9 {
      let shifted = (digits[index] + 9 - index) % 10
      let product = (shifted << (9 - index)) % 9
      sum += shifted > 0 && product == 0 ? 9 : product
    }
    return (10 - sum % 10) % 10 == digits[9]
  }

  // MARK: - Israel and the Gulf

  /// Nine digits, those of persons with leading zeros.
  static func isILTZ(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    return digits.count == 9 && digits.number(0..<9) > 99 && luhn(digits, 9)
  }

  /// 784, the year of birth, a serial number, the check digit.
  static func isAEEmiratesID(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    return digits.count == 15 && digits.number(0..<3) == 784 && (1900...2099).contains(digits.number(3..<7))
      && luhn(digits, 15)
  }

  /// 1 for citizens, 2 for residents.
  static func isSANationalID(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    return digits.count == 10 && (1...2).contains(digits[0]) && luhn(digits, 10)
  }

  /// Century, birthday, serial number.
  static func isKWCivilID(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 12, (1...3).contains(digits[0]) else { return false }
    let year = 1700 + digits[0] * 100 + digits.number(1..<3)
    let check = 11 - digits.sum([2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) % 11
    return check < 10 && check == digits[11]
      && isDay(year: year, month: digits.number(3..<5), day: digits.number(5..<7))
  }

  // MARK: - Africa

  /// Century, birthday and the governorate of birth. How the last digit is made has not been published.
  static func isEGNationalID(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 14, (2...3).contains(digits[0]) else { return false }
    let year = 1700 + digits[0] * 100 + digits.number(1..<3)
    guard isDay(year: year, month: digits.number(3..<5), day: digits.number(5..<7)) else { return false }
    switch digits.number(7..<9) {
    case 1...4, 11...19, 21...29, 31...35, 88: return true
    default: return false
    }
  }

  /// A birthday, a serial number, 0 to 2 for citizens, residents and refugees, a digit without meaning, the check digit.
  static func isZAID(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 13, digits[10] <= 2, luhn(digits, 13) else { return false }
    let year = digits.number(0..<2)
    let month = digits.number(2..<4)
    let day = digits.number(4..<6)
    return isDay(year: 1900 + year, month: month, day: day) || isDay(year: 2000 + year, month: month, day: day)
  }

  /// Income tax: the first digit is 0 to 3 or 9.
  static func isZATax(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    return digits.count == 10 && (digits[0] <= 3 || digits[0] == 9) && digits.number(0..<10) > 0 && luhn(digits, 10)
  }

  static func isZAVAT(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    return digits.count == 10 && digits[0] == 4 && luhn(digits, 10)
  }

  /// Nine digits of a company, four of its branch, two check digits: the whole divides by 97.
  static func isMAICE(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    return digits.count == 15 && digits.number(0..<9) > 0 && digits.remainder(0..<15, 97) == 0
  }

  /// A letter for the kind of tax payer, then ten characters, the last of which is the check digit, X for 10.
  static func isGHTIN(_ text: Span<UInt8>) -> Bool {
    let characters = Characters36(text)
    guard characters.count == 11 else { return false }
    switch characters[0] {
    case 0x43, 0x47, 0x50, 0x51, 0x56: break  // C, G, P, Q, V
    default: return false
    }
    var sum = 0
    for index in 1..<10 {
      guard characters.isDigit(index) else { return false }
      sum += index * characters.value(index)
    }
    return characters[10] == (sum % 11 == 10 ? 0x58 : UInt8(0x30 + sum % 11))
  }
}

extension Validator {
  /// The checks of this file.
  static let middleEastAfrica: [Validator] = [
    Validator("tr-tckn", "Two check digits, mod 10 (NVİ)", isTRTCKN),
    Validator("tr-vkn", "Digits shifted by place, times powers of 2 mod 9, mod 10 (GİB)", isTRVKN),
    Validator("il-tz", "Luhn over nine digits (population registry; companies too)", isILTZ),
    Validator("ae-emirates-id", "784, a year and Luhn over 15 digits (ICP)", isAEEmiratesID),
    Validator("sa-national-id", "Begins with 1 or 2; Luhn over ten digits (Absher)", isSANationalID),
    Validator("kw-civil-id", "Birthday and weights 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2, mod 11 (PACI)", isKWCivilID),
    Validator("eg-national-id", "Birthday and governorate; the check digit's rule is not public", isEGNationalID),
    Validator("za-id", "Birthday, citizenship and Luhn over 13 digits (Home Affairs)", isZAID),
    Validator("za-tax", "First digit 0 to 3 or 9; Luhn over ten digits (SARS)", isZATax),
    Validator("za-vat", "Begins with 4; Luhn over ten digits (SARS)", isZAVAT),
    Validator("ma-ice", "Divides by 97 (OMPIC)", isMAICE),
    Validator("gh-tin", "Letter, weights 1 to 9, mod 11, X for 10 (GRA)", isGHTIN),
  ]
}
