/// Check digits and letters of numbers issued in Spain.
extension Validator {
  private static let controlLetters = Array("TRWAGMYFPDXBNJZSQVHLCKE".utf8)

  /// Identity number (DNI): the eight digits mod 23 pick the letter (Real Decreto 1553/2005).
  static func isESIdentityNumber(_ text: Span<UInt8>) -> Bool {
    let characters = Characters36(text)
    return characters.count == 9 && isSpanishPerson(characters, from: 0)
  }

  /// Foreigner's identity number (NIE): as the DNI, X, Y, Z in front standing for 0, 1, 2.
  static func isESForeignerNumber(_ text: Span<UInt8>) -> Bool {
    let characters = Characters36(text)
    guard characters.count == 9, characters.isLetter(0) else { return false }
    return isSpanishPerson(characters, from: 0)
  }

  /// Digits, or a first letter X, Y, Z, then digits and the control letter.
  private static func isSpanishPerson(_ characters: Characters36, from start: Int) -> Bool {
    var number = 0
    for index in 0..<8 {
      var value = characters.value(start + index)
      if !characters.isDigit(start + index) {
        guard index == 0, (33...35).contains(value) else { return false }
        value -= 33
      }
      number = number * 10 + value
    }
    return number != 0 && characters[start + 8] == controlLetters[number % 23]
  }

  /// Tax number of organisations (CIF): Luhn-like sum of seven digits; the control is a digit or a letter of JABCDEFGHI.
  /// Which of the two is a matter of the kind of organisation, but not all issuers kept to it: both pass.
  static func isESCompanyNumber(_ text: Span<UInt8>) -> Bool {
    let characters = Characters36(text)
    return characters.count == 9 && isSpanishCompany(characters, from: 0)
  }

  private static func isSpanishCompany(_ characters: Characters36, from start: Int) -> Bool {
    var sum = 0
    for index in 1...7 {
      guard characters.isDigit(start + index) else { return false }
      let digit = characters.value(start + index)
      sum += index % 2 == 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2
    }
    let control = (10 - sum % 10) % 10
    let digit = UInt8(0x30 + control)
    let letter = control == 0 ? UInt8(ascii: "J") : UInt8(0x40 + control)
    let found = characters[start + 8]
    return companyKinds.contains(characters[start]) && (found == digit || found == letter)
  }

  private static let companyKinds = Array("ABCDEFGHJNPQRSUVW".utf8)

  /// Tax number (NIF) of a person or an organisation, as a VAT number with ES in front. Persons without a DNI have K, L
  /// or M and a letter over the seven digits.
  static func isESTaxNumber(_ text: Span<UInt8>) -> Bool {
    let characters = Characters36(text)
    let isPrefixed =
      characters.count == 11 && characters[0] == UInt8(ascii: "E") && characters[1] == UInt8(ascii: "S")
    let start = isPrefixed ? 2 : 0
    guard characters.count == start + 9 else { return false }
    switch Unicode.Scalar(characters[start]) {
    case "K", "L", "M":
      var number = 0
      for index in 1...7 {
        guard characters.isDigit(start + index) else { return false }
        number = number * 10 + characters.value(start + index)
      }
      return characters[start + 8] == controlLetters[number % 23]
    default: return isSpanishPerson(characters, from: start) || isSpanishCompany(characters, from: start)
    }
  }

  /// Social security number: province and number mod 97; a number below ten million is taken as eight digits without its
  /// leading zero (Seguridad Social).
  static func isESSocialSecurityNumber(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 12 else { return false }
    let province = digits.number(0..<2)
    let number = digits.number(2..<10)
    guard (1...53).contains(province) || province == 66, number != 0 else { return false }
    let body = number < 10_000_000 ? province * 10_000_000 + number : province * 100_000_000 + number
    return body % 97 == digits.number(10..<12)
  }

  /// Bank account in the national form (CCC): two check digits by powers of two mod 11, over bank and branch and over the
  /// account (Consejo Superior Bancario).
  static func isESBankAccount(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 20, digits.number(0..<8) != 0 else { return false }
    func check(_ sum: Int) -> Int {
      let check = 11 - sum % 11
      return check == 10 ? 1 : check == 11 ? 0 : check
    }
    let account = digits.sum([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 4, 8, 5, 10, 9, 7, 3, 6])
    return check(digits.sum([4, 8, 5, 10, 9, 7, 3, 6])) == digits[8] && check(account) == digits[9]
  }

  /// Cadastral reference: weights 13, 15, 12, 5, 4, 17, 9, 21, 3, 7, 1 over each half of the parcel with the number of
  /// the unit, letters by their place in the Spanish alphabet, mod 23, two letters (Dirección General del Catastro).
  static func isESCadastralReference(_ text: Span<UInt8>) -> Bool {
    let characters = Characters36(text)
    guard characters.count == 20 else { return false }
    func value(_ index: Int) -> Int {
      let value = characters.value(index)
      // Ñ stands between N and O.
      return characters.isDigit(index) ? value : value < 24 ? value - 9 : value - 8
    }
    func letter(_ start: Int) -> UInt8 {
      var sum = 0
      for index in 0..<11 { sum += value(index < 7 ? start + index : 7 + index) * cadastralWeights[index] }
      return cadastralLetters[sum % 23]
    }
    for index in 14..<18 where !characters.isDigit(index) { return false }
    return characters[18] == letter(0) && characters[19] == letter(7)
  }

  private static let cadastralWeights = [13, 15, 12, 5, 4, 17, 9, 21, 3, 7, 1]
  private static let cadastralLetters = Array("MQWERTYUIOPASDFGHJKLBZX".utf8)

  /// Supply point of electricity or gas (CUPS): sixteen digits mod 529, its quotient and remainder by 23 as the letters
  /// of the DNI; a digit and a letter for a part of it may follow.
  static func isESSupplyPoint(_ text: Span<UInt8>) -> Bool {
    let characters = Characters36(text)
    guard characters.count == 20 || characters.count == 22 else { return false }
    guard characters[0] == UInt8(ascii: "E"), characters[1] == UInt8(ascii: "S") else { return false }
    var remainder = 0
    for index in 2..<18 {
      guard characters.isDigit(index) else { return false }
      remainder = (remainder * 10 + characters.value(index)) % 529
    }
    guard characters.count == 20 || characters.isDigit(20) && characters.isLetter(21) else { return false }
    return characters[18] == controlLetters[remainder / 23] && characters[19] == controlLetters[remainder % 23]
  }
}

extension Validator {
  /// The checks of this file.
  static let spain: [Validator] = [
    Validator("es-dni", "Eight digits mod 23 pick a letter (Real Decreto 1553/2005)", isESIdentityNumber),
    Validator("es-nie", "As the DNI, X, Y, Z standing for 0, 1, 2 (Orden INT/2058/2008)", isESForeignerNumber),
    Validator(
      "es-cif", "Luhn-like sum, a digit or a letter by the kind of organisation (Agencia Tributaria)", isESCompanyNumber
    ),
    Validator(
      "es-nif", "Tax number of a person or an organisation, ES in front or not (Agencia Tributaria)", isESTaxNumber),
    Validator("es-nuss", "Province and number mod 97 (Seguridad Social)", isESSocialSecurityNumber),
    Validator("es-ccc", "Two check digits by powers of two, mod 11 (Consejo Superior Bancario)", isESBankAccount),
    Validator(
      "es-catastral", "Two letters by weights over the halves, mod 23 (Dirección General del Catastro)",
      isESCadastralReference),
    Validator("es-cups", "Sixteen digits mod 529 as two letters (CNMC)", isESSupplyPoint),
  ]
}
