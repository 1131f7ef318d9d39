/// Checks of the numbers by which organisations, securities, goods and payments go.
extension Validator {
  /// ISO 17442: 18 letters and digits and two check digits, ISO 7064 MOD 97-10 over all of them.
  static func isLEI(_ text: Span<UInt8>) -> Bool {
    let number = Characters36(text)
    guard number.count == 20, number.isDigit(18), number.isDigit(19) else { return false }
    return mod97(text)
  }

  /// ISO 6166: country or agency prefix, nine characters, and Luhn's check over the digits that letters stand for.
  static func isISIN(_ text: Span<UInt8>) -> Bool {
    let number = Characters36(text)
    guard number.count == 12, number.isDigit(11) else { return false }
    guard isCountry(number[0], number[1]) || isSecuritiesAgency(number[0], number[1]) else { return false }
    var sum = 0
    var doubles = false
    func add(_ digit: Int) {
      let value = doubles ? digit * 2 : digit
      sum += value > 9 ? value - 9 : value
      doubles.toggle()
    }
    for index in (0..<12).reversed() {
      let value = number.value(index)
      add(value % 10)
      if value > 9 { add(value / 10) }
    }
    return sum % 10 == 0
  }

  /// Prefixes in use beside those of countries: EU, QS, QT, XA to XD, XF, XS of numbering agencies, and AN, which shares
  /// issued before the Netherlands Antilles were dissolved still have.
  private static func isSecuritiesAgency(_ first: UInt8, _ second: UInt8) -> Bool {
    switch (first, second) {
    case (UInt8(ascii: "E"), UInt8(ascii: "U")), (UInt8(ascii: "Q"), UInt8(ascii: "S")),
      (UInt8(ascii: "Q"), UInt8(ascii: "T")), (UInt8(ascii: "A"), UInt8(ascii: "N")):
      true
    case (UInt8(ascii: "X"), UInt8(ascii: "A")...UInt8(ascii: "D")), (UInt8(ascii: "X"), UInt8(ascii: "F")),
      (UInt8(ascii: "X"), UInt8(ascii: "S")):
      true
    default: false
    }
  }

  /// ANSI X9.6: every second of eight characters doubled, cross-sums, mod 10; `*`, `@` and `#` count 36 to 38.
  static func isCUSIP(_ text: Span<UInt8>) -> Bool {
    var sum = 0
    var count = 0
    var check = -1
    for i in text.indices {
      let value: Int
      switch text[i] {
      case UInt8(ascii: "*"): value = 36
      case UInt8(ascii: "@"): value = 37
      case UInt8(ascii: "#"): value = 38
      default:
        guard let other = alphanumericValue(text[i]) else { continue }
        value = other
      }
      if count == 8 {
        check = value
      } else if count < 8 {
        let weighted = count % 2 == 1 ? value * 2 : value
        sum += weighted / 10 + weighted % 10
      }
      count += 1
    }
    return count == 9 && check == (10 - sum % 10) % 10
  }

  /// London Stock Exchange: no vowels, weights 1, 3, 1, 7, 3, 9, 1, mod 10. Since 2004 they begin with a letter; older
  /// ones are all digits.
  static func isSEDOL(_ text: Span<UInt8>) -> Bool {
    let number = Characters36(text)
    guard number.count == 7, number.isDigit(6) else { return false }
    var sum = 0
    for index in 0..<7 {
      if isVowel(number[index]) || number[0] < UInt8(ascii: "A") && !number.isDigit(index) { return false }
      let weight =
        switch index {
        case 1, 4: 3
        case 3: 7
        case 5: 9
        default: 1
        }
      sum += number.value(index) * weight
    }
    return sum % 10 == 0
  }

  /// ANSI X9.145: no vowels, two letters, `G`, and the cross-sums of all, every second doubled, mod 10.
  static func isFIGI(_ text: Span<UInt8>) -> Bool {
    let number = Characters36(text)
    guard number.count == 12, number.isLetter(0), number.isLetter(1), number[2] == UInt8(ascii: "G"),
      number.isDigit(11)
    else { return false }
    // Those would read as the beginning of an ISIN.
    switch (number[0], number[1]) {
    case (UInt8(ascii: "B"), UInt8(ascii: "S")), (UInt8(ascii: "B"), UInt8(ascii: "M")),
      (UInt8(ascii: "G"), UInt8(ascii: "G")), (UInt8(ascii: "G"), UInt8(ascii: "B")),
      (UInt8(ascii: "V"), UInt8(ascii: "G")):
      return false
    default: break
    }
    var sum = 0
    for index in 0..<11 {
      if isVowel(number[index]) { return false }
      let weighted = index % 2 == 1 ? number.value(index) * 2 : number.value(index)
      sum += weighted / 10 + weighted % 10
    }
    return number.value(11) == (10 - sum % 10) % 10
  }

  private static func isVowel(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A"), UInt8(ascii: "E"), UInt8(ascii: "I"), UInt8(ascii: "O"), UInt8(ascii: "U"): true
    default: false
    }
  }

  /// ISO 9362: eight or eleven characters with a country's code as the fifth and sixth.
  static func isBIC(_ text: Span<UInt8>) -> Bool {
    let code = Characters36(text)
    guard code.count == 8 || code.count == 11 else { return false }
    for index in 0..<6 where !code.isLetter(index) { return false }
    return isCountry(code[4], code[5])
  }

  /// GS1 General Specifications: weights 3 and 1 in turns from the right, mod 10; for GTIN, GLN, EAN, UPC and SSCC.
  static func isGS1(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    switch digits.count {
    case 8, 12, 13, 14, 17, 18: break
    default: return false
    }
    var sum = 0
    for index in 0..<digits.count { sum += digits[index] * ((digits.count - index) % 2 == 0 ? 3 : 1) }
    return sum % 10 == 0 && !digits.isRepeated
  }

  /// European Payments Council, AT-02: ISO 7064 MOD 97-10 with the first four characters moved to the end and the three
  /// of the business code left out.
  static func isSEPACreditor(_ text: Span<UInt8>) -> Bool {
    let number = Characters36(text)
    guard (9...35).contains(number.count), number.isDigit(2), number.isDigit(3), isCountry(number[0], number[1]) else {
      return false
    }
    return remainder97(number, 7..<number.count, then: 0..<4) == 1
  }

  /// ISO 11649: `RF`, and ISO 7064 MOD 97-10 with the first four characters moved to the end.
  static func isCreditorReference(_ text: Span<UInt8>) -> Bool {
    let number = Characters36(text)
    guard (5...25).contains(number.count), number[0] == UInt8(ascii: "R"), number[1] == UInt8(ascii: "F"),
      number.isDigit(2), number.isDigit(3)
    else { return false }
    return remainder97(number, 4..<number.count, then: 0..<4) == 1
  }

  private static func remainder97(_ number: Characters36, _ first: Range<Int>, then second: Range<Int>) -> Int {
    var remainder = 0
    for index in first { remainder = pushed(number.value(index), remainder) }
    for index in second { remainder = pushed(number.value(index), remainder) }
    return remainder
  }

  private static func pushed(_ value: Int, _ remainder: Int) -> Int {
    (remainder * (value > 9 ? 100 : 10) + value) % 97
  }

  /// ENTSO-E's energy identification code: 15 letters, digits and hyphens, weights 16 to 2, mod 37.
  static func isEIC(_ text: Span<UInt8>) -> Bool {
    var sum = 0
    var count = 0
    var check = -1
    for i in text.indices {
      let value: Int
      if text[i] == UInt8(ascii: "-") {
        value = 36
      } else if let other = alphanumericValue(text[i]) {
        value = other
      } else {
        return false
      }
      if count < 15 { sum += (16 - count) * value } else { check = value }
      count += 1
    }
    return count == 16 && check < 36 && check == 36 - (sum + 36) % 37
  }
}

// MARK: - Countries

extension Validator {
  /// Whether two capitals are an officially assigned code of ISO 3166-1, or `XK`, which banks use for Kosovo.
  private static func isCountry(_ first: UInt8, _ second: UInt8) -> Bool {
    let row = Int(first) - 0x41
    let column = Int(second) - 0x41
    guard (0..<26).contains(row), (0..<26).contains(column) else { return false }
    return countries[row] >> UInt32(column) & 1 == 1
  }

  /// By first letter: a bit for each second letter.
  private static let countries: [UInt32] = {
    var rows = [UInt32](repeating: 0, count: 26)
    for (row, seconds) in secondLetters.enumerated() {
      for letter in seconds.utf8 { rows[row] |= 1 << UInt32(letter - 0x41) }
    }
    return rows
  }()

  private static let secondLetters = [
    "DEFGILMOQRSTUWXZ", "ABDEFGHIJLMNOQRSTVWYZ", "ACDFGHIKLMNORUVWXYZ", "EJKMOZ", "CEGHRST", "IJKMOR",
    "ABDEFGHILMNPQRSTUWY", "KMNRTU", "DELMNOQRST", "EMOP", "EGHIMNPRWYZ", "ABCIKRSTUVY", "ACDEFGHKLMNOPQRSTUVWXYZ",
    "ACEFGILOPRUZ", "M", "AEFGHKLMNRSTWY", "A", "EOSUW", "ABCDEGHIJKLMNORSTVXYZ", "CDFGHJKLMNORTVWZ", "AGMSYZ",
    "ACEGINU", "FS", "K", "ET", "AMW",
  ]
}

extension Validator {
  /// The checks of this file.
  static let organisations: [Validator] = [
    Validator("lei", "18 letters and digits and two check digits, ISO 7064 MOD 97-10 (ISO 17442)", isLEI),
    Validator("isin", "Country or agency prefix and Luhn over the digits that letters stand for (ISO 6166)", isISIN),
    Validator("cusip", "Every second character doubled, cross-sums, mod 10 (ANSI X9.6)", isCUSIP),
    Validator("sedol", "Weights 1, 3, 1, 7, 3, 9, 1, mod 10, no vowels (London Stock Exchange)", isSEDOL),
    Validator(
      "figi", "Two letters, G, no vowels; every second character doubled, cross-sums, mod 10 (ANSI X9.145)", isFIGI),
    Validator(
      "bic", "Eight or eleven characters with a country of ISO 3166-1 as the fifth and sixth (ISO 9362)", isBIC),
    Validator("gs1", "Weights 3 and 1 in turns from the right, mod 10 (GS1 General Specifications)", isGS1),
    Validator(
      "sepa-creditor", "ISO 7064 MOD 97-10 without the business code (European Payments Council, AT-02)", isSEPACreditor
    ),
    Validator(
      "creditor-reference", "RF and ISO 7064 MOD 97-10 with the first four characters at the end (ISO 11649)",
      isCreditorReference),
    Validator("eic", "Weights 16 to 2, mod 37 (ENTSO-E energy identification code)", isEIC),
  ]
}
