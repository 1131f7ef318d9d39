/// Checks of identifiers of South and South-East Asia. Those of East Asia have their own
/// file.
extension Validator {
  /// Twelve digits, the first 2 to 9, no palindrome, Verhoeff.
  static func isINAadhaar(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 12, digits[0] > 1, verhoeff(text) else { return false }
    for index in 0..<6 where digits[index] != digits[11 - index] { return true }
    return false
  }

  /// State, a PAN, its count, Z (other letters for special taxpayers) and Luhn over base 36.
  static func isINGSTIN(_ text: Span<UInt8>) -> Bool {
    let code = Characters36(text)
    guard code.count == 15, code.isDigit(0), code.isDigit(1) else { return false }
    switch code.value(0) * 10 + code.value(1) {
    case 1...38, 97, 99: break
    default: return false
    }
    var sum = 0
    for index in 0..<15 {
      let product = code.value(index) * (index % 2 == 0 ? 1 : 2)
      sum += product / 36 + product % 36
    }
    return sum % 36 == 0
  }

  /// Weights 2, 7 to 2; T and G add 4, M adds 3; each pair of first letters has its table of last ones.
  static func isSGNRIC(_ text: Span<UInt8>) -> Bool {
    let code = Characters36(text)
    guard code.count == 9, code.isLetter(0), code.isLetter(8) else { return false }
    var sum = 0
    for (index, weight) in [2, 7, 6, 5, 4, 3, 2].enumerated() {
      guard code.isDigit(index + 1) else { return false }
      sum += code.value(index + 1) * weight
    }
    switch code[0] {
    case UInt8(ascii: "S"): return code[8] == citizenLetters[sum % 11]
    case UInt8(ascii: "T"): return code[8] == citizenLetters[(sum + 4) % 11]
    case UInt8(ascii: "F"): return code[8] == foreignerLetters[sum % 11]
    case UInt8(ascii: "G"): return code[8] == foreignerLetters[(sum + 4) % 11]
    case UInt8(ascii: "M"): return code[8] == foreignerLettersOf2022[(sum + 3) % 11]
    default: return false
    }
  }

  private static let citizenLetters = Array("JZIHGFEDCBA".utf8)
  private static let foreignerLetters = Array("XWUTRQPNMLK".utf8)
  private static let foreignerLettersOf2022 = Array("XWUTRQPNJLK".utf8)

  /// A business (8 digits and a letter), a local company (year, five digits and a letter) or another entity (R, S or T,
  /// year, kind, four digits and a letter): weights of their own, mod 11, and tables of letters.
  static func isSGUEN(_ text: Span<UInt8>) -> Bool {
    let code = Characters36(text)
    if code.count == 9 { return isSGUEN(code, weights: [10, 4, 9, 3, 8, 2, 7, 1], letters: businessLetters) }
    guard code.count == 10 else { return false }
    if code.isDigit(0) {
      let year = code.value(0) * 10 + code.value(1)
      return (18...20).contains(year)
        && isSGUEN(code, weights: [10, 8, 6, 4, 9, 7, 5, 3, 1], letters: companyLetters)
    }
    guard (0x52...0x54).contains(code[0]), code.isDigit(1), code.isDigit(2), code.isLetter(3), code.isLetter(4)
    else { return false }
    var sum = 0
    for (index, weight) in [4, 3, 5, 3, 10, 2, 2, 5, 7].enumerated() {
      guard index < 5 || code.isDigit(index), let value = entityNumberValue(code[index]) else { return false }
      sum += value * weight
    }
    // 6 stands for −5.
    return code[9] == UInt8(ascii: "A") + UInt8((sum + 6) % 11) + ((sum + 6) % 11 > 7 ? 1 : 0)
  }

  private static let businessLetters = Array("XMKECAWLJDB".utf8)
  private static let companyLetters = Array("ZKCMDNERGWH".utf8)

  private static func isSGUEN(_ code: Characters36, weights: [Int], letters: [UInt8]) -> Bool {
    var sum = 0
    for (index, weight) in weights.enumerated() {
      guard code.isDigit(index) else { return false }
      sum += code.value(index) * weight
    }
    return code[weights.count] == letters[sum % 11]
  }

  /// A to X without I and O are 0 to 21, digits follow.
  private static func entityNumberValue(_ byte: UInt8) -> Int? {
    switch byte {
    case 0x41...0x48: Int(byte) - 0x41
    case 0x4A...0x4E: Int(byte) - 0x42
    case 0x50...0x58: Int(byte) - 0x43
    case 0x30...0x39: Int(byte) - 0x30 + 22
    default: nil
    }
  }

  /// Weights 13 to 2, mod 11.
  private static func isThai(_ digits: Digits) -> Bool {
    digits.count == 13 && (11 - digits.sum([13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11) % 10 == digits[12]
  }

  /// A person's number: the first digit 1 to 8.
  static func isTHPIN(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    return (1...8).contains(digits[0]) && isThai(digits)
  }

  /// An organisation's number: the first digit 0.
  static func isTHTIN(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    return digits[0] == 0 && digits.number(0..<12) != 0 && isThai(digits)
  }

  /// Birth date and a code of the place of birth that is in use.
  static func isMYNRIC(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 12 else { return false }
    switch digits.number(6..<8) {
    case 1...16, 21...59, 60...68, 71, 72, 74...79, 82...93, 98, 99: break
    default: return false
    }
    // The century is not told: a leap year accepts every 29 February.
    return isDay(year: 2000, month: digits.number(2..<4), day: digits.number(4..<6))
  }

  /// Province, then the birth date with 40 added to a woman's day.
  static func isIDNIK(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 16 else { return false }
    switch digits.number(0..<2) {
    case 11...19, 21, 31...36, 51...53, 61...65, 71...76, 81, 82, 91...97: break
    default: return false
    }
    let day = digits.number(6..<8)
    return isDay(year: 2000, month: digits.number(8..<10), day: day > 40 ? day - 40 : day)
  }

  /// Luhn over the first nine of 15 digits, over ten of 16 that begin with 0; others of 16 are a person's NIK.
  static func isIDNPWP(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    if digits.count == 15 { return digits.number(0..<9) != 0 && luhn(digits, 9) }
    guard digits.count == 16 else { return false }
    return digits[0] == 0 ? digits.number(0..<10) != 0 && luhn(digits, 10) : isIDNIK(text)
  }

  /// Weights 31, 29, 23, 19, 17, 13, 7, 5, 3, mod 11; three digits of a branch may follow.
  static func isVNMST(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 10 || digits.count == 13, digits.number(2..<9) != 0 else { return false }
    if digits.count == 13, digits.number(10..<13) == 0 { return false }
    return 10 - digits.sum([31, 29, 23, 19, 17, 13, 7, 5, 3]) % 11 == digits[9]
  }

  /// Province of birth, and a digit for century and sex.
  static func isVNCCCD(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 12, digits[3] < 4 else { return false }
    switch digits.number(0..<3) {
    case 1, 2, 4, 6, 8, 10...12, 14, 15, 17, 19, 20, 22, 24...27, 30, 31, 33...38, 40, 42, 44...46, 48, 49, 51, 52,
      54, 56, 58, 60, 62, 64, 66...68, 70, 72, 74, 75, 77, 79, 80, 82...84, 86, 87, 89, 91...96:
      return true
    default: return false
    }
  }

  /// Year and day of the year of birth, 500 added to a woman's day: nine digits with V or X, or twelve.
  static func isLKNIC(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    let day: Int
    if digits.count == 9 {
      day = digits.number(2..<5)
    } else {
      guard digits.count == 12, (1900...2099).contains(digits.number(0..<4)) else { return false }
      day = digits.number(4..<7)
    }
    return (1...366).contains(day) || (501...866).contains(day)
  }
}

extension Validator {
  /// The checks of this file.
  static let asiaPacific: [Validator] = [
    Validator("in-aadhaar", "First digit 2–9, no palindrome, Verhoeff (UIDAI)", isINAadhaar),
    Validator("in-gstin", "State code and Luhn over base 36 (GSTN)", isINGSTIN),
    Validator("sg-nric", "Weights 2, 7 to 2, mod 11, tables of letters by the first letter (ICA)", isSGNRIC),
    Validator("sg-uen", "Three forms with weights and letters of their own, mod 11 (ACRA)", isSGUEN),
    Validator("th-pin", "First digit 1–8, weights 13 to 2, mod 11 (Department of Provincial Administration)", isTHPIN),
    Validator("th-tin", "First digit 0, weights 13 to 2, mod 11 (Department of Business Development)", isTHTIN),
    Validator("my-nric", "Birth date and place of birth (Jabatan Pendaftaran Negara)", isMYNRIC),
    Validator("id-nik", "Province and birth date, a woman's day plus 40 (Dukcapil)", isIDNIK),
    Validator("id-npwp", "Luhn over the first nine digits, or a NIK (Direktorat Jenderal Pajak)", isIDNPWP),
    Validator("vn-mst", "Weights 31, 29, 23, 19, 17, 13, 7, 5, 3, mod 11 (General Department of Taxation)", isVNMST),
    Validator("vn-cccd", "Province of birth and a digit for century and sex (circular 59/2021/TT-BCA)", isVNCCCD),
    Validator(
      "lk-nic", "Day of the year of birth, a woman's plus 500 (Department for Registration of Persons)",
      isLKNIC),
  ]
}
