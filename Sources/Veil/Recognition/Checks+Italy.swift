/// Check characters of numbers issued in Italy.
extension Validator {
  /// Tax code: letters of the names, year, letter of the month, day (40 more for women), place and a control letter by
  /// tables for odd and even places, mod 26. L to V may stand for digits where two people would share a code (omocodia;
  /// Decreto ministeriale 23/12/1976).
  static func isITTaxCode(_ text: Span<UInt8>) -> Bool {
    let characters = Characters36(text)
    guard characters.count == 16, characters.isLetter(15) else { return false }
    for index in 0..<6 where !characters.isLetter(index) { return false }
    guard characters.isLetter(8), characters.isLetter(11),
      let month = taxCodeMonths.firstIndex(of: characters[8]),
      let year = taxCodeNumber(characters, 6), let day = taxCodeNumber(characters, 9),
      taxCodeDigit(characters[12]) != nil, taxCodeNumber(characters, 13) != nil,
      isDayOfAnyCentury(year: year, month: month + 1, day: day > 40 ? day - 40 : day)
    else { return false }
    var sum = 0
    for index in 0..<15 {
      // A letter counts as its place in the alphabet, so A and 0 count alike.
      let value = characters.isDigit(index) ? characters.value(index) : characters.value(index) - 10
      sum += index % 2 == 0 ? oddValue(value) : value
    }
    return characters[15] == UInt8(0x41 + sum % 26)
  }

  private static let taxCodeMonths = Array("ABCDEHLMPRST".utf8)
  private static let taxCodeLetters = Array("LMNPQRSTUV".utf8)

  private static func taxCodeDigit(_ character: UInt8) -> Int? {
    character &- 0x30 < 10 ? Int(character) - 0x30 : taxCodeLetters.firstIndex(of: character)
  }

  private static func taxCodeNumber(_ characters: Characters36, _ index: Int) -> Int? {
    guard let tens = taxCodeDigit(characters[index]), let ones = taxCodeDigit(characters[index + 1]) else { return nil }
    return tens * 10 + ones
  }

  /// What a digit or letter in an odd place counts, by its value; Cyprus uses the same table.
  static func oddValue(_ value: Int) -> Int { value < oddValues.count ? oddValues[value] : 0 }

  private static let oddValues = [
    1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
  ]

  /// VAT number: Luhn's check over eleven digits; the three before the last name the issuing office.
  static func isITVAT(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 11, digits.number(0..<7) != 0 else { return false }
    let office = digits.number(7..<10)
    guard (1...201).contains(office) || office == 888 || office == 999 else { return false }
    return luhn(digits, 11)
  }
}

extension Validator {
  /// The checks of this file.
  static let italy: [Validator] = [
    Validator("it-codice-fiscale", "Day of birth and control letter by tables, mod 26 (DM 23/12/1976)", isITTaxCode),
    Validator("it-piva", "Luhn's check and an issuing office (Agenzia delle Entrate)", isITVAT),
  ]
}
