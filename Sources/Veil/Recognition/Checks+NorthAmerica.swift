/// Checks of identifiers of the United States, Canada and Mexico.
extension Validator {
  /// Two digits that a campus of the Internal Revenue Service put or puts first.
  private static func isEINPrefix(_ prefix: Int) -> Bool {
    switch prefix {
    case 1...6, 10...16, 20...27, 30...48, 50...68, 71...77, 80...88, 90...95, 98, 99: true
    default: false
    }
  }

  /// Nine digits that begin with a prefix in use.
  static func isUSEIN(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    return digits.count == 9 && isEINPrefix(digits.number(0..<2)) && digits.number(2..<9) != 0
  }

  /// Begins with 9; the two digits in the middle are 50 to 65, 70 to 88, 90 to 92 or 94 to 99.
  static func isUSITIN(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 9, digits[0] == 9 else { return false }
    switch digits.number(3..<5) {
    case 50...65, 70...88, 90...92, 94...99: return true
    default: return false
    }
  }

  /// Begins with 9; the two digits in the middle are 93.
  static func isUSATIN(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    return digits.count == 9 && digits[0] == 9 && digits.number(3..<5) == 93
  }

  /// A Federal Reserve prefix, then weights 3, 7, 1 repeated, mod 10.
  static func isUSABA(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 9, !digits.isRepeated else { return false }
    switch digits.number(0..<2) {
    case 1...12, 21...32, 61...72, 80: break
    // Government numbers begin with 00 and are not all zeros.
    case 0: guard digits.number(2..<9) != 0 else { return false }
    default: return false
    }
    return digits.sum([3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 == 0
  }

  /// Ten digits, the first 1 or 2; Luhn as if 80840 stood before them.
  static func isUSNPI(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 10, digits[0] == 1 || digits[0] == 2 else { return false }
    // 80840 adds 24 to the sum.
    var sum = 24
    for index in 0..<10 {
      let digit = digits[index]
      let doubled = index % 2 == 0 ? digit * 2 : digit
      sum += doubled > 9 ? doubled - 9 : doubled
    }
    return sum % 10 == 0
  }

  /// Two letters and seven digits; digits one, three, five plus twice two, four, six end in the seventh.
  static func isUSDEA(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    return digits.count == 7 && !digits.isRepeated && digits.sum([1, 2, 1, 2, 1, 2]) % 10 == digits[6]
  }

  /// Luhn over the first nine digits; a programme account may follow.
  static func isCABN(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    return (digits.count == 9 || digits.count == 13) && luhn(digits, 9) && !isFirstNineZero(digits)
  }

  private static func isFirstNineZero(_ digits: Digits) -> Bool { digits.number(0..<9) == 0 }

  /// Four letters, then year, month (plus 50 for women) and day of birth, then two digits.
  static func isCARAMQ(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 8 else { return false }
    let month = digits.number(2..<4)
    // The century is not told: a leap year accepts every 29 February.
    return isDay(year: 2000, month: month > 50 ? month - 50 : month, day: digits.number(4..<6))
  }

  /// Ten digits, the first 9; weights 2, 4, 8, 5, 10, 9, 7, 3 on the next eight, each product mod 11, sum mod 11.
  static func isCABCPHN(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 10, digits[0] == 9 else { return false }
    let check = (11 - digits.sum([0, 2, 4, 8, 5, 10, 9, 7, 3]) % 11) % 11
    return check == digits[9]
  }

  /// Birth date, state and the check digit over base 37, Ñ standing between N and O.
  static func isMXCURP(_ text: Span<UInt8>) -> Bool {
    let code = Characters36(text)
    guard code.count == 18, code.isDigit(17), isMexicanState(code[11], code[12]) else { return false }
    for index in 0..<16 where code.isDigit(index) != (4..<10).contains(index) { return false }
    // H for a man, M for a woman, X for neither.
    guard code[10] == 0x48 || code[10] == 0x4D || code[10] == 0x58 else { return false }
    // A letter in place 17 says that the birth was in 2000 or later.
    let year = (code.isLetter(16) ? 2000 : 1900) + code.value(4) * 10 + code.value(5)
    let month = code.value(6) * 10 + code.value(7)
    guard isDay(year: year, month: month, day: code.value(8) * 10 + code.value(9)) else { return false }
    var sum = 0
    for index in 0..<17 {
      let value = code.value(index)
      sum += (value > 23 ? value + 1 : value) * (18 - index)
    }
    return (10 - sum % 10) % 10 == code.value(17)
  }

  /// The 32 states and NE, born abroad.
  private static func isMexicanState(_ first: UInt8, _ second: UInt8) -> Bool {
    switch (first, second) {
    case (0x41, 0x53), (0x42, 0x43), (0x42, 0x53), (0x43, 0x43), (0x43, 0x48), (0x43, 0x4C), (0x43, 0x4D),
      (0x43, 0x53), (0x44, 0x46), (0x44, 0x47), (0x47, 0x52), (0x47, 0x54), (0x48, 0x47), (0x4A, 0x43),
      (0x4D, 0x43), (0x4D, 0x4E), (0x4D, 0x53), (0x4E, 0x45), (0x4E, 0x4C), (0x4E, 0x54), (0x4F, 0x43),
      (0x50, 0x4C), (0x51, 0x52), (0x51, 0x54), (0x53, 0x4C), (0x53, 0x50), (0x53, 0x52), (0x54, 0x43),
      (0x54, 0x4C), (0x54, 0x53), (0x56, 0x5A), (0x59, 0x4E), (0x5A, 0x53):
      true
    default: false
    }
  }

  /// Date, then the check character: weights 13 to 2 over an alphabet of 39 characters, mod 11. A company's number
  /// has three letters and counts as if a blank stood before it.
  static func isMXRFC(_ text: Span<UInt8>) -> Bool {
    var values = InlineArray<13, Int>(repeating: 0)
    var count = 0
    var index = 0
    while index < text.count {
      var value = rfcValue(text[index])
      // Ñ is two bytes.
      if text[index] == 0xC3, index + 1 < text.count, text[index + 1] == 0x91 || text[index + 1] == 0xB1 {
        value = 38
        index += 1
      }
      index += 1
      guard let value else { continue }
      guard count < 13 else { return false }
      values[count] = value
      count += 1
    }
    guard count == 12 || count == 13 else { return false }
    let date = count - 9
    for place in 0..<date where values[place] < 10 { return false }
    var numbers = (year: 0, month: 0, day: 0)
    for place in date..<date + 6 where values[place] > 9 { return false }
    numbers.year = 2000 + values[date] * 10 + values[date + 1]
    numbers.month = values[date + 2] * 10 + values[date + 3]
    numbers.day = values[date + 4] * 10 + values[date + 5]
    guard isDay(year: numbers.year, month: numbers.month, day: numbers.day) else { return false }
    var sum = count == 12 ? 37 * 13 : 0
    for place in 0..<count - 1 { sum += values[place] * (count - place) }
    return (11 - sum % 11) % 11 == values[count - 1]
  }

  private static func rfcValue(_ byte: UInt8) -> Int? {
    // & stands between N and O.
    if byte == 0x26 { return 24 }
    guard let value = alphanumericValue(byte) else { return nil }
    return value > 23 ? value + 1 : value
  }

  /// Bank, place, account and a check digit: weights 3, 7, 1 repeated, each product mod 10.
  static func isMXCLABE(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 18, digits.number(0..<3) != 0 else { return false }
    let sum = digits.sum([3, 7, 1, 3, 7, 1, 3, 7, 1, 3, 7, 1, 3, 7, 1, 3, 7])
    return (10 - sum % 10) % 10 == digits[17]
  }
}

extension Validator {
  /// The checks of this file.
  static let northAmerica: [Validator] = [
    Validator("us-ein", "A campus prefix in use (Internal Revenue Service, \"How EINs are assigned\")", isUSEIN),
    Validator(
      "us-itin", "First digit 9 and a group that the Internal Revenue Service issues: 50–65, 70–88, 90–92, 94–99",
      isUSITIN),
    Validator("us-atin", "First digit 9 and group 93 (Internal Revenue Service)", isUSATIN),
    Validator("us-aba", "Federal Reserve prefix and weights 3, 7, 1, mod 10 (American Bankers Association)", isUSABA),
    Validator("us-npi", "Luhn as if 80840 stood before the ten digits (45 CFR 162.408)", isUSNPI),
    Validator(
      "us-dea",
      "Digits one, three, five plus twice two, four, six end in the seventh (Drug Enforcement Administration)",
      isUSDEA),
    Validator("ca-bn", "Luhn over nine digits, four of a programme account may follow (Canada Revenue Agency)", isCABN),
    Validator("ca-ramq", "A birth date, a woman's month plus 50 (Régie de l'assurance maladie du Québec)", isCARAMQ),
    Validator(
      "ca-bc-phn", "First digit 9, weights 2, 4, 8, 5, 10, 9, 7, 3, mod 11 (British Columbia Ministry of Health)",
      isCABCPHN),
    Validator("mx-curp", "Birth date, state and a sum over base 37, mod 10 (Registro Nacional de Población)", isMXCURP),
    Validator("mx-rfc", "Date and a sum over 39 characters, mod 11 (Servicio de Administración Tributaria)", isMXRFC),
    Validator("mx-clabe", "Weights 3, 7, 1, each product mod 10 (Asociación de Bancos de México)", isMXCLABE),
  ]
}
