/// Identifiers of the Nordic and the Baltic states.
extension Validator {
  // MARK: - Sweden

  /// Ten digits, or twelve with the century; the day of a coordination number counts from 61.
  static func isSEPersonnummer(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 10 || digits.count == 12 else { return false }
    let start = digits.count - 10
    var day = digits.number(start + 4..<start + 6)
    if day > 60 { day -= 60 }
    let month = digits.number(start + 2..<start + 4)
    let year = digits.number(start..<start + 2)
    let century = digits.number(0..<2)
    // Ten digits leave the century open; 1900 was no leap year, 2000 was one.
    let isBirthday =
      start == 2
      ? (18...20).contains(century) && isDay(year: century * 100 + year, month: month, day: day)
      : isDay(year: 1900 + year, month: month, day: day) || isDay(year: 2000 + year, month: month, day: day)
    return isBirthday && luhn(digits, from: start, to: start + 10)
  }

  /// Ten digits, or twelve that begin with 16; the third of the ten is at least 2, so that it is no month.
  static func isSEOrgnr(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 10 || digits.count == 12 && digits.number(0..<2) == 16 else { return false }
    let start = digits.count - 10
    return digits[start] > 0 && digits[start + 2] >= 2 && luhn(digits, from: start, to: start + 10)
  }

  /// The ten digits of a company or person, then a serial number from 01 on.
  static func isSEVAT(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    return digits.count == 12 && (1...94).contains(digits.number(10..<12)) && luhn(digits, 10)
  }

  private static func luhn(_ digits: Digits, from start: Int, to end: Int) -> Bool {
    var sum = 0
    for index in start..<end {
      let digit = digits[index]
      let doubled = (end - index) % 2 == 0 ? digit * 2 : digit
      sum += doubled > 9 ? doubled - 9 : doubled
    }
    return sum % 10 == 0
  }

  // MARK: - Finland

  /// Day, month and year, a sign for the century, a serial number from 002 on, and the remainder of all digits by 31.
  static func isFIHetu(_ text: Span<UInt8>) -> Bool {
    let characters = Characters36(text)
    // A hyphen and a plus sign are not counted, a letter for the century is.
    guard characters.count == 10 || characters.count == 11 else { return false }
    let start = characters.count - 4
    for index in 0..<6 where !characters.isDigit(index) { return false }
    for index in start..<start + 3 where !characters.isDigit(index) { return false }
    func number(_ first: Int, _ count: Int) -> Int {
      var number = 0
      for index in first..<first + count { number = number * 10 + characters.value(index) }
      return number
    }
    var century = 1900
    if start == 7 {
      switch characters[6] {
      case 0x41...0x46: century = 2000
      case 0x55...0x59: century = 1900
      default: return false
      }
    }
    let serial = number(start, 3)
    guard serial >= 2, isDay(year: century + number(4, 2), month: number(2, 2), day: number(0, 2)) else { return false }
    return characters[start + 3] == finnishSign((number(0, 6) * 1000 + serial) % 31)
  }

  /// Seven digits, a letter or digit for their remainder by 31 before it (electronic client identifier).
  static func isFISatu(_ text: Span<UInt8>) -> Bool {
    let characters = Characters36(text)
    guard characters.count == 9 else { return false }
    var number = 0
    for index in 0..<8 {
      guard characters.isDigit(index) else { return false }
      number = number * 10 + characters.value(index)
    }
    return characters[8] == finnishSign(number % 31)
  }

  /// 0 to 9, then the letters without G, I, O, Q and Z.
  private static func finnishSign(_ remainder: Int) -> UInt8 {
    switch remainder {
    case 0...9: UInt8(0x30 + remainder)
    case 10...15: UInt8(0x41 + remainder - 10)  // A to F
    case 16: 0x48  // H
    case 17...21: UInt8(0x4A + remainder - 17)  // J to N
    case 22: 0x50  // P
    default: UInt8(0x52 + remainder - 23)  // R to Y
    }
  }

  static func isFIYtunnus(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    return digits.count == 8 && digits.sum([7, 9, 10, 5, 8, 4, 2, 1]) % 11 == 0
  }

  // MARK: - Norway

  /// Two check digits by mod 11, and a birthday. The day of a D-number counts from 41, the month of a hospital's
  /// help number from 41; made-up persons in the authorities' test data have months from 66 or 81 on.
  static func isNOFnr(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 11, digits.sum([3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) % 11 == 0,
      digits.sum([5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0
    else { return false }
    var day = digits.number(0..<2)
    var month = digits.number(2..<4)
    if day > 40 { day -= 40 }
    if month > 80 { month -= 80 } else if month > 65 { month -= 65 } else if month > 40 { month -= 40 }
    let year = digits.number(4..<6)
    // The serial number tells the century.
    let serial = digits.number(6..<9)
    let century: Int
    if serial < 500 || serial >= 900 && year >= 40 {
      century = 1900
    } else if year < 40 {
      century = 2000
    } else if serial < 750 && year >= 54 {
      century = 1800
    } else {
      return false
    }
    return isDay(year: century + year, month: month, day: day)
  }

  static func isNOOrgnr(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    return digits.count == 9 && (8...9).contains(digits[0]) && digits.sum([3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0
  }

  static func isNOKontonr(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    return digits.count == 11 && digits.number(0..<4) > 0
      && digits.sum([5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0
  }

  // MARK: - Denmark and Iceland

  /// A birthday, with the century in the seventh digit. The check by mod 11 is not looked at: since 2007 numbers are
  /// issued that fail it.
  static func isDKCPR(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 10 else { return false }
    let year = digits.number(4..<6)
    let century =
      switch digits[6] {
      case 0...3: 1900
      case 4, 9: year <= 36 ? 2000 : 1900
      default: year <= 57 ? 2000 : 1800
      }
    return isDay(year: century + year, month: digits.number(2..<4), day: digits.number(0..<2))
  }

  static func isDKCVR(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    return digits.count == 8 && digits[0] > 0 && digits.sum([2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0
  }

  /// A birthday, or a company's founding day with the day counted from 41; the last digit is the century's.
  static func isISKennitala(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 10, digits.sum([3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0 else { return false }
    let century =
      switch digits[9] {
      case 9: 1900
      case 0: 2000
      default: 0
      }
    let day = digits.number(0..<2)
    return century > 0
      && isDay(year: century + digits.number(4..<6), month: digits.number(2..<4), day: day > 40 ? day - 40 : day)
  }

  // MARK: - Estonia and Lithuania

  /// Century and sex, birthday, serial number; Estonia and Lithuania use the same code.
  static func isEEIsikukood(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 11, (1...8).contains(digits[0]) else { return false }
    let year = 1800 + (digits[0] - 1) / 2 * 100 + digits.number(1..<3)
    return isDay(year: year, month: digits.number(3..<5), day: digits.number(5..<7))
      && digits[10] == balticRemainder(digits, 10)
  }

  /// Begins with 1 for companies, 7 for the state, 8 and 9 for associations.
  static func isEERegistrikood(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    return digits.count == 8 && (digits[0] == 1 || digits[0] >= 7) && digits[7] == balticRemainder(digits, 7)
  }

  static func isEEKMKR(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    return digits.count == 9 && digits.number(0..<9) > 0 && digits.sum([3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 == 0
  }

  static func isLTCompany(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    return digits.count == 9 && digits[0] > 0 && digits[8] == balticRemainder(digits, 8)
  }

  /// Nine digits for companies, twelve for others; the last but one is 1.
  static func isLTPVM(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 9 || digits.count == 12, digits[digits.count - 2] == 1 else { return false }
    return digits[digits.count - 1] == balticRemainder(digits, digits.count - 1)
  }

  /// The remainder by 11 with weights 1, 2, 3, … (9 is followed by 1), where that is 10 with weights 3, 4, 5, …
  private static func balticRemainder(_ digits: Digits, _ count: Int) -> Int {
    for shift in [0, 2] {
      var sum = 0
      for index in 0..<count { sum += ((index + shift) % 9 + 1) * digits[index] }
      if sum % 11 < 10 { return sum % 11 }
    }
    return 0
  }

  // MARK: - Latvia

  /// A birthday with the century in the seventh digit. Codes given out since 2017 begin with 32 to 39 and have none.
  static func isLVPersonasKods(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 11, digits[0] < 4 else { return false }
    if (32...39).contains(digits.number(0..<2)) { return true }
    guard digits[6] <= 2, digits[10] == (1 + digits.sum([10, 5, 8, 4, 2, 1, 6, 3, 7, 9])) % 11 % 10 else {
      return false
    }
    let year = 1800 + digits[6] * 100 + digits.number(4..<6)
    return isDay(year: year, month: digits.number(2..<4), day: digits.number(0..<2))
  }

  /// Register and VAT number of a legal person.
  static func isLVCompany(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    return digits.count == 11 && digits[0] > 3 && digits.sum([9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1]) % 11 == 3
  }
}

extension Validator {
  /// The checks of this file.
  static let nordicsBaltics: [Validator] = [
    Validator(
      "se-personnummer",
      "Birthday (a coordination number's day from 61 on) and Luhn over the last ten digits (Skatteverket)",
      isSEPersonnummer),
    Validator("se-orgnr", "Luhn over ten digits, the third at least 2 (Bolagsverket)", isSEOrgnr),
    Validator("se-vat", "Luhn over the first ten digits, then a serial number (Skatteverket)", isSEVAT),
    Validator(
      "fi-hetu", "Birthday and the remainder of nine digits by 31 as a sign, with the separators of 2023 (DVV)",
      isFIHetu),
    Validator("fi-satu", "Remainder of eight digits by 31 as a sign (DVV)", isFISatu),
    Validator("fi-ytunnus", "Weights 7, 9, 10, 5, 8, 4, 2, mod 11 (PRH)", isFIYtunnus),
    Validator(
      "no-fnr", "Birthday (D, H and test numbers shifted) and two check digits, mod 11 (Skatteetaten)", isNOFnr),
    Validator("no-orgnr", "Weights 3, 2, 7, 6, 5, 4, 3, 2, mod 11 (Brønnøysundregistrene)", isNOOrgnr),
    Validator("no-kontonr", "Weights 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, mod 11 (Bits)", isNOKontonr),
    Validator(
      "dk-cpr", "Birthday with the century in the seventh digit; mod 11 is not required since 2007 (CPR-kontoret)",
      isDKCPR),
    Validator("dk-cvr", "Weights 2, 7, 6, 5, 4, 3, 2, 1, mod 11 (Erhvervsstyrelsen)", isDKCVR),
    Validator(
      "is-kennitala", "Birthday or founding day and weights 3, 2, 7, 6, 5, 4, 3, 2, mod 11 (Þjóðskrá)", isISKennitala),
    Validator(
      "ee-isikukood", "Birthday and weights 1 to 9 and 1, then 3 to 9 and 1 to 3, mod 11; Lithuania's code is the same",
      isEEIsikukood),
    Validator("ee-registrikood", "Weights 1 to 7, then 3 to 9, mod 11 (RIK)", isEERegistrikood),
    Validator("ee-kmkr", "Weights 3, 7, 1, mod 10 (EMTA)", isEEKMKR),
    Validator("lt-company", "Weights 1 to 8, then 3 to 9 and 1, mod 11 (Registrų centras)", isLTCompany),
    Validator("lt-pvm", "Weights 1 to 9 in turn, then from 3 on, mod 11; the last digit but one is 1 (VMI)", isLTPVM),
    Validator(
      "lv-personas-kods",
      "Birthday and weights 10, 5, 8, 4, 2, 1, 6, 3, 7, 9 plus 1, mod 11; codes from 32 on are random (PMLP)",
      isLVPersonasKods),
    Validator("lv-company", "Weights 9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1, mod 11 leaves 3 (VID)", isLVCompany),
  ]
}
