/// Check digits of numbers issued in the Netherlands, Belgium and Luxembourg.
extension Validator {
  /// Weights 9 to 2 and -1, mod 11: the "elfproef" of the Belastingdienst. Eight digits are nine that lost a zero.
  static func isNLBSN(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 8 || digits.count == 9 else { return false }
    return elevenTest(digits, of: digits.count) == 0 && digits.number(0..<digits.count) != 0
  }

  /// Remainder of the eleven test over the first `count` digits, the last of which weighs -1.
  private static func elevenTest(_ digits: Digits, of count: Int) -> Int {
    var sum = -digits[count - 1]
    for index in 0..<count - 1 { sum += digits[index] * (count - index) }
    return (sum % 11 + 11) % 11
  }

  /// Education number: begins with 10, and the eleven test leaves 5, so that it is no BSN (DUO).
  static func isNLEducationNumber(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    return digits.count == 9 && digits[0] == 1 && digits[1] == 0 && elevenTest(digits, of: 9) == 5
  }

  /// VAT id: the eleven test over the nine digits, or ISO 7064 MOD 97-10 over the whole with its NL for sole traders
  /// since 2020.
  static func isNLVAT(_ text: Span<UInt8>) -> Bool {
    let characters = Characters36(text)
    let digits = Digits(text)
    let start = characters[0] == UInt8(ascii: "N") && characters[1] == UInt8(ascii: "L") ? 2 : 0
    guard characters.count == start + 12, digits.count == 11, characters[start + 9] == UInt8(ascii: "B"),
      digits.number(0..<9) != 0, digits.number(9..<11) != 0
    else { return false }
    if elevenTest(digits, of: 9) == 0 { return true }
    var remainder = 2321  // NL
    for index in 0..<12 {
      let value = characters.value(start + index)
      remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97
    }
    return remainder == 1
  }

  /// Payroll tax number: the eleven test over the nine digits before the L (Belastingdienst).
  static func isNLPayrollTaxNumber(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    return digits.count == 11 && elevenTest(digits, of: 9) == 0 && digits.number(0..<9) != 0
  }

  /// National register and bis number: 97 less the first nine digits mod 97, a 2 put in front of them for births since
  /// 2000, and a day of birth, whose month is 20 or 40 more in bis numbers and whose unknown parts are 0.
  static func isBENationalNumber(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 11 else { return false }
    let body = digits.number(0..<9)
    let check = digits.number(9..<11)
    let month = digits.number(2..<4)
    let day = digits.number(4..<6)
    guard month < 53, month % 20 <= 12, digits.number(6..<9) != 0 else { return false }
    func isBirth(in century: Int) -> Bool {
      month % 20 == 0 || day == 0 || isDay(year: century + digits.number(0..<2), month: month % 20, day: day)
    }
    if check == 97 - body % 97 { return isBirth(in: 1900) }
    // In this century nobody is born after its first half yet: half as many accidents.
    return digits[0] < 5 && check == 97 - (2_000_000_000 + body) % 97 && isBirth(in: 2000)
  }

  /// Enterprise number and the VAT number made of it: 97 less the first eight digits mod 97; nine digits are ten that
  /// lost a zero.
  static func isBEEnterpriseNumber(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 9 || digits.count == 10, digits.count == 9 || digits[0] < 2 else { return false }
    let body = digits.number(0..<digits.count - 2)
    return body != 0 && (body + digits.number(digits.count - 2..<digits.count)) % 97 == 0
  }

  /// Number of an identity card and of a structured communication: the last two digits are the ten before mod 97, 97
  /// standing for 0.
  static func isBETwelveDigits(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 12 else { return false }
    let remainder = digits.number(0..<10) % 97
    return digits.number(10..<12) == (remainder == 0 ? 97 : remainder) && !digits.isRepeated
  }

  /// National identification number: day of birth, Luhn's digit and then Verhoeff's, each over the first eleven digits
  /// (OECD, Luxembourg TIN).
  static func isLUMatricule(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 13, (1850...2099).contains(digits.number(0..<4)),
      isDay(year: digits.number(0..<4), month: digits.number(4..<6), day: digits.number(6..<8))
    else { return false }
    // Verhoeff's digit does not cover Luhn's.
    var body = InlineArray<12, UInt8>(repeating: 0)
    for index in 0..<12 { body[index] = UInt8(0x30 + digits[index < 11 ? index : 12]) }
    return luhn(digits, 12) && verhoeff(body.span)
  }

  /// VAT number: the last two digits are the first six mod 89.
  static func isLUVAT(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    return digits.count == 8 && digits.number(0..<6) != 0
      && digits.number(0..<6) % 89 == digits.number(6..<8)
  }
}

extension Validator {
  /// The checks of this file.
  static let benelux: [Validator] = [
    Validator("nl-bsn", "Weights 9 to 2 and −1, mod 11 (Belastingdienst)", isNLBSN),
    Validator("nl-onderwijsnummer", "Begins with 10, the eleven test leaves 5 (DUO)", isNLEducationNumber),
    Validator("nl-btw-id", "Eleven test, or ISO 7064 MOD 97-10 with the country (Belastingdienst)", isNLVAT),
    Validator(
      "nl-loonheffingennummer", "Eleven test over the nine digits before the L (Belastingdienst)", isNLPayrollTaxNumber),
    Validator(
      "be-nn", "97 less the first nine digits mod 97, and a day of birth; bis numbers too (Rijksregister, KSZ)",
      isBENationalNumber),
    Validator(
      "be-enterprise", "97 less the first eight digits mod 97 (Kruispuntbank van Ondernemingen)", isBEEnterpriseNumber),
    Validator("be-mod97", "Ten digits mod 97, 97 for 0 (identity cards, structured communications)", isBETwelveDigits),
    Validator(
      "lu-matricule", "Day of birth, Luhn's and Verhoeff's digit over the first eleven (OECD, Luxembourg TIN)",
      isLUMatricule),
    Validator("lu-vat", "First six digits mod 89 (Administration de l'enregistrement)", isLUVAT),
  ]
}
