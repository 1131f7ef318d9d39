/// Check digits of numbers issued in France, Portugal, Greece, Cyprus and Malta; Spain and Italy have their own files.
extension Validator {
  // MARK: - France

  /// Social security number (NIR): 97 less the first thirteen digits mod 97; the Corsican departments 2A and 2B count as
  /// 19 and 18 (INSEE).
  static func isFRSocialSecurityNumber(_ text: Span<UInt8>) -> Bool {
    let characters = Characters36(text)
    guard characters.count == 15, characters.value(0) > 0 else { return false }
    var body = 0
    for index in 0..<13 {
      let value = characters.value(index)
      if characters.isDigit(index) {
        body = body * 10 + value
      } else {
        guard index == 6, characters.value(5) == 2, value == 10 || value == 11 else { return false }
        body = body * 10 + (value == 10 ? 9 : 8)
        // 2A becomes 19, 2B becomes 18.
        body -= 10
      }
    }
    guard characters.isDigit(13), characters.isDigit(14) else { return false }
    let month = characters.value(3) * 10 + characters.value(4)
    guard (1...12).contains(month) || (20...42).contains(month) || month >= 50 else { return false }
    return characters.value(13) * 10 + characters.value(14) == 97 - body % 97
  }

  /// Tax number (SPI): the last three digits are the first ten mod 511 (Direction générale des Finances publiques).
  static func isFRTaxNumber(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 13, digits[0] < 4, digits.number(0..<10) != 0 else { return false }
    return digits.number(0..<10) % 511 == digits.number(10..<13)
  }

  /// SIREN: Luhn's check over nine digits (INSEE).
  static func isFRSIREN(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    return digits.count == 9 && digits.number(0..<9) != 0 && luhn(digits, 9)
  }

  /// SIRET: Luhn's check over the SIREN and over all; of La Poste's offices the digits add up to a multiple of 5.
  static func isFRSIRET(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 14, digits.number(0..<9) != 0, luhn(digits, 9) else { return false }
    // La Poste's own seat is numbered like everybody's.
    let isPostOffice = digits.number(0..<9) == 356_000_000 && digits.number(9..<14) != 48
    guard isPostOffice else { return luhn(digits, 14) }
    var sum = 0
    for index in 0..<14 { sum += digits[index] }
    return sum % 5 == 0
  }

  /// VAT number: two characters that check the SIREN behind them: (12 + 3 × SIREN) mod 97, or the variant with a letter
  /// among the two, mod 11.
  static func isFRVAT(_ text: Span<UInt8>) -> Bool {
    let characters = Characters36(text)
    let isPrefixed = characters.count == 13 && characters[0] == UInt8(ascii: "F") && characters[1] == UInt8(ascii: "R")
    let start = isPrefixed ? 2 : 0
    guard characters.count == start + 11 else { return false }
    var company = 0
    var luhnSum = 0
    for index in 0..<9 {
      guard characters.isDigit(start + 2 + index) else { return false }
      let digit = characters.value(start + 2 + index)
      company = company * 10 + digit
      luhnSum += index % 2 == 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2
    }
    // Numbers of Monaco have no SIREN: they begin with 000.
    guard company != 0, luhnSum % 10 == 0 || company < 1_000_000 else { return false }
    if characters.isDigit(start), characters.isDigit(start + 1) {
      return characters.value(start) * 10 + characters.value(start + 1) == (12 + 3 * (company % 97)) % 97
    }
    guard let first = keyValue(characters[start]), let second = keyValue(characters[start + 1]) else { return false }
    let key = first < 10 ? first * 24 + second - 10 : first * 34 + second - 100
    return key >= 0 && (company + 1 + key / 11) % 11 == key % 11
  }

  private static func keyValue(_ character: UInt8) -> Int? { keyCharacters.firstIndex(of: character) }

  private static let keyCharacters = Array("0123456789ABCDEFGHJKLMNPQRSTUVWXYZ".utf8)

  /// Bank account in the national form: bank, branch, account, key; letters count 1 to 9 by their row on the keypad, all
  /// 23 digits together are a multiple of 97 (Comité français d'organisation et de normalisation bancaires).
  static func isFRBankAccount(_ text: Span<UInt8>) -> Bool {
    let characters = Characters36(text)
    guard characters.count == 23 else { return false }
    var remainder = 0
    var isZero = true
    for index in 0..<23 {
      let value = characters.value(index)
      let digit: Int
      switch value {
      case 0...9: digit = value
      // Letters stand in an account only: A to I and J to R are 1 to 9, S to Z are 2 to 9.
      case 10...27 where (10..<21).contains(index): digit = (value - 10) % 9 + 1
      case 28...35 where (10..<21).contains(index): digit = value - 26
      default: return false
      }
      if digit != 0 { isZero = false }
      remainder = (remainder * 10 + digit) % 97
    }
    return remainder == 0 && !isZero
  }

  // MARK: - Portugal

  /// Tax number: weights 9 to 2, mod 11, 10 and 11 becoming 0 (Autoridade Tributária).
  static func isPTTaxNumber(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 9, digits[0] != 0 else { return false }
    let check = (11 - digits.sum([9, 8, 7, 6, 5, 4, 3, 2]) % 11) % 11
    return check % 10 == digits[8]
  }

  /// Citizen card: Luhn's check over twelve characters, letters being 10 to 35 (Instituto dos Registos e do Notariado).
  static func isPTCitizenCard(_ text: Span<UInt8>) -> Bool {
    let characters = Characters36(text)
    guard characters.count == 12, characters.isDigit(11) else { return false }
    var sum = 0
    for index in 0..<12 {
      guard characters.isDigit(index) || index == 9 || index == 10 else { return false }
      let value = characters.value(index) * (index % 2 == 0 ? 2 : 1)
      sum += index % 2 == 0 && value > 9 ? value - 9 : value
    }
    return sum % 10 == 0
  }

  /// Social security number: weights 29, 23, 19, 17, 13, 11, 7, 5, 3, 2; 9 less the sum mod 10.
  static func isPTSocialSecurityNumber(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 11, digits[0] == 1 || digits[0] == 2 else { return false }
    return 9 - digits.sum([29, 23, 19, 17, 13, 11, 7, 5, 3, 2]) % 10 == digits[10]
  }

  // MARK: - Greece, Cyprus, Malta

  /// Tax number (AFM): powers of two from 256 down to 2, mod 11, mod 10.
  static func isGRTaxNumber(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 9, digits.number(0..<9) != 0 else { return false }
    return digits.sum([256, 128, 64, 32, 16, 8, 4, 2]) % 11 % 10 == digits[8]
  }

  /// Social security number (AMKA): day of birth as ddmmyy and Luhn's check.
  static func isGRSocialSecurityNumber(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 11, luhn(digits, 11) else { return false }
    return isDayOfAnyCentury(
      year: digits.number(4..<6), month: digits.number(2..<4), day: digits.number(0..<2))
  }

  /// VAT number of Cyprus: eight digits, the odd places through a table, mod 26, a letter.
  static func isCYVAT(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    let characters = Characters36(text)
    guard digits.count == 8, digits.number(0..<8) != 0, digits.number(0..<2) != 12 else { return false }
    var sum = 0
    for index in 0..<8 { sum += index % 2 == 0 ? oddValue(digits[index]) : digits[index] }
    return characters[characters.count - 1] == UInt8(0x41 + sum % 26)
  }

  /// VAT number of Malta: weights 3, 4, 6, 7, 8, 9 and 37 less the sum mod 37 as two digits.
  static func isMTVAT(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 8, digits[0] != 0 else { return false }
    return digits.sum([3, 4, 6, 7, 8, 9, 10, 1]) % 37 == 0
  }
}

extension Validator {
  /// The checks of this file.
  static let southernEurope: [Validator] = [
    Validator("fr-nir", "97 less thirteen digits mod 97, 2A as 19 and 2B as 18 (INSEE)", isFRSocialSecurityNumber),
    Validator("fr-spi", "First ten digits mod 511 (DGFiP)", isFRTaxNumber),
    Validator("fr-siren", "Luhn's check over nine digits (INSEE)", isFRSIREN),
    Validator(
      "fr-siret", "Luhn's check over SIREN and all fourteen digits; La Poste by the sum of digits (INSEE)", isFRSIRET),
    Validator("fr-tva", "Two characters that check the SIREN, mod 97 or mod 11 (DGFiP)", isFRVAT),
    Validator("fr-rib", "Bank, branch, account and key are a multiple of 97 (CFONB)", isFRBankAccount),
    Validator("pt-nif", "Weights 9 to 2, mod 11 (Autoridade Tributária)", isPTTaxNumber),
    Validator("pt-cc", "Luhn's check over twelve characters in base 36 (IRN)", isPTCitizenCard),
    Validator(
      "pt-niss", "Weights 29, 23, 19, 17, 13, 11, 7, 5, 3, 2, 9 less the sum mod 10 (Segurança Social)",
      isPTSocialSecurityNumber),
    Validator("gr-afm", "Powers of two, mod 11, mod 10 (AADE)", isGRTaxNumber),
    Validator("gr-amka", "Day of birth and Luhn's check (IDIKA)", isGRSocialSecurityNumber),
    Validator("cy-vat", "Table for odd places, mod 26, a letter (Tax Department)", isCYVAT),
    Validator("mt-vat", "Weights 3, 4, 6, 7, 8, 9, 10, 1, mod 37 (Commissioner for Revenue)", isMTVAT),
  ]
}
