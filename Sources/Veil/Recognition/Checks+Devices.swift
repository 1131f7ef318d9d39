/// Check digits of things that people own, ship and read.
extension Validator {
  // MARK: Vehicles and vessels

  /// A vehicle identification number: 17 characters without I, O and Q; the ninth is the weighted sum mod 11 (49 CFR
  /// 565.15), as North America and China demand it.
  static func isVIN(_ text: Span<UInt8>) -> Bool {
    let characters = Characters36(text)
    guard characters.count == 17, text.count == 17 else { return false }
    var sum = 0
    var letters = 0
    for i in 0..<17 {
      guard let value = vinValue(characters[i]) else { return false }
      if characters.isLetter(i) { letters += 1 }
      let weight = i < 7 ? 8 - i : i == 7 ? 10 : i == 8 ? 0 : 18 - i
      sum += value * weight
    }
    let check = sum % 11
    return letters > 0 && characters[8] == (check == 10 ? UInt8(ascii: "X") : UInt8(check) + 0x30)
  }

  private static func vinValue(_ byte: UInt8) -> Int? {
    switch byte {
    case 0x30...0x39: Int(byte) - 0x30
    case UInt8(ascii: "A")...UInt8(ascii: "H"): Int(byte) - 0x40
    case UInt8(ascii: "J")...UInt8(ascii: "N"): Int(byte) - 0x49
    case UInt8(ascii: "P"): 7
    case UInt8(ascii: "R"): 9
    case UInt8(ascii: "S")...UInt8(ascii: "Z"): Int(byte) - 0x51
    default: nil
    }
  }

  /// A freight container: owner, category and serial number under powers of two, mod 11 (ISO 6346). Letters count from
  /// ten on and leave out the multiples of eleven.
  static func isContainer(_ text: Span<UInt8>) -> Bool {
    let characters = Characters36(text)
    guard characters.count == 11, characters.isDigit(10) else { return false }
    var sum = 0
    for i in 0..<10 {
      guard i < 4 ? characters.isLetter(i) : characters.isDigit(i) else { return false }
      let value = characters.value(i)
      sum += (value < 11 ? value : value < 21 ? value + 1 : value < 31 ? value + 2 : value + 3) << i
    }
    return sum % 11 % 10 == characters.value(10)
  }

  /// A ship: six digits under the weights 7 to 2, mod 10, then the check digit (IMO resolution A.1117(30)).
  static func isShip(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    return digits.count == 7 && !digits.isRepeated && digits.sum([7, 6, 5, 4, 3, 2]) % 10 == digits[6]
  }

  // MARK: Telephones

  /// An IMEI: 15 digits under Luhn's check (3GPP TS 23.003).
  static func isIMEI(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    return digits.count == 15 && !digits.isRepeated && luhn(digits, 15)
  }

  /// A SIM card: 89 for telecommunications, 18 to 20 digits in all under Luhn's check (ITU-T E.118).
  static func isICCID(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    return (18...20).contains(digits.count) && digits.number(0..<2) == 89 && luhn(digits, digits.count)
  }

  // MARK: Parcels

  /// UPS: behind `1Z` fifteen characters, every second one doubled, and what completes them to tens. Letters count as
  /// their place in the alphabet and one, mod 10.
  static func isUPS(_ text: Span<UInt8>) -> Bool {
    let characters = Characters36(text)
    guard characters.count == 18, characters[0] == UInt8(ascii: "1"), characters[1] == UInt8(ascii: "Z") else {
      return false
    }
    var sum = 0
    for i in 2..<17 {
      let value = characters.isDigit(i) ? characters.value(i) : (characters.value(i) - 8) % 10
      sum += i % 2 == 0 ? value : 2 * value
    }
    return characters.isDigit(17) && (10 - sum % 10) % 10 == characters.value(17)
  }

  /// Universal Postal Union S10: two letters, eight digits under 8, 6, 4, 2, 3, 5, 9, 7 mod 11, check digit, country.
  static func isS10(_ text: Span<UInt8>) -> Bool {
    let characters = Characters36(text)
    let digits = Digits(text)
    guard characters.count == 13, digits.count == 9 else { return false }
    for i in [0, 1, 11, 12] where !characters.isLetter(i) { return false }
    let rest = 11 - digits.sum([8, 6, 4, 2, 3, 5, 9, 7]) % 11
    return digits[8] == (rest == 10 ? 0 : rest == 11 ? 5 : rest)
  }

  /// United States Postal Service: 20, 22 or 26 digits of which the last is the mod 10 check digit with the weights 3 and
  /// 1 from the right; `420` and a ZIP code of five or nine digits may stand in front and do not count.
  static func isUSPS(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    var start = 0
    if digits.number(0..<3) == 420, digits.count >= 30 { start = digits.count == 34 && digits[12] == 9 ? 12 : 8 }
    let count = digits.count - start
    guard count == 20 || count == 22 || count == 26, count == 20 || digits[start] == 9 else { return false }
    return !digits.isRepeated && endsInGS1Digit(digits, from: start)
  }

  /// FedEx: 12 digits with the weights 3, 1, 7 mod 11 mod 10, or 15 digits with the weights 3 and 1 from the right.
  static func isFedEx(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard !digits.isRepeated else { return false }
    switch digits.count {
    case 12: return digits.sum([3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1]) % 11 % 10 == digits[11]
    case 15: return endsInGS1Digit(digits, from: 0)
    default: return false
    }
  }

  /// DHL Express: nine digits and their remainder mod 7.
  static func isDHL(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    return digits.count == 10 && !digits.isRepeated && digits.number(0..<9) % 7 == digits[9]
  }

  private static func endsInGS1Digit(_ digits: Digits, from start: Int) -> Bool {
    var sum = 0
    for i in start..<digits.count - 1 { sum += digits[i] * ((digits.count - i) % 2 == 0 ? 3 : 1) }
    return (10 - sum % 10) % 10 == digits[digits.count - 1]
  }

  // MARK: Books, journals and their authors

  /// ISBN-10 with the weights 10 to 1 mod 11, the last may be X; or ISBN-13, an EAN that begins with 978 or 979
  /// (ISO 2108).
  static func isISBN(_ text: Span<UInt8>) -> Bool {
    let characters = Characters36(text)
    switch characters.count {
    case 10: return endsInMod11(characters)
    case 13:
      let digits = Digits(text)
      let prefix = digits.number(0..<3)
      return digits.count == 13 && (prefix == 978 || prefix == 979) && endsInGS1Digit(digits, from: 0)
    default: return false
    }
  }

  /// ISSN: eight characters with the weights 8 to 1 mod 11, the last may be X (ISO 3297).
  static func isISSN(_ text: Span<UInt8>) -> Bool {
    let characters = Characters36(text)
    return characters.count == 8 && endsInMod11(characters)
  }

  /// Weights from the count down to 1, mod 11; the last character may be X for ten. Not all zeros.
  private static func endsInMod11(_ characters: Characters36) -> Bool {
    var sum = 0
    for i in 0..<characters.count {
      let isTen = i == characters.count - 1 && characters[i] == UInt8(ascii: "X")
      guard isTen || characters.isDigit(i) else { return false }
      sum += (isTen ? 10 : characters.value(i)) * (characters.count - i)
    }
    return sum > 0 && sum % 11 == 0
  }

  /// ISNI and ORCID: 16 characters under ISO 7064 MOD 11-2, the last may be X (ISO 27729).
  static func isISNI(_ text: Span<UInt8>) -> Bool {
    let characters = Characters36(text)
    guard characters.count == 16 else { return false }
    var total = 0
    for i in 0..<15 {
      guard characters.isDigit(i) else { return false }
      total = (total + characters.value(i)) * 2 % 11
    }
    let check = (12 - total) % 11
    return characters[15] == (check == 10 ? UInt8(ascii: "X") : UInt8(check) + 0x30)
  }
}

extension Validator {
  /// The checks of this file.
  static let devices: [Validator] = [
    Validator(
      "vin", "Weights 8 to 2, 10, 0, 9 to 2 over transliterated letters, mod 11 in the ninth place (49 CFR 565.15)",
      isVIN),
    Validator("container", "Powers of two, letters without multiples of eleven, mod 11 mod 10 (ISO 6346)", isContainer),
    Validator("ship", "Weights 7 to 2 mod 10 (IMO resolution A.1117(30))", isShip),
    Validator("imei", "15 digits under Luhn's mod 10 (3GPP TS 23.003)", isIMEI),
    Validator("iccid", "18 to 20 digits from 89 on under Luhn's mod 10 (ITU-T E.118)", isICCID),
    Validator("ups", "Every second character doubled, letters by their place, mod 10 (UPS)", isUPS),
    Validator("s10", "Weights 8, 6, 4, 2, 3, 5, 9, 7 mod 11 (Universal Postal Union S10)", isS10),
    Validator("usps", "Weights 3 and 1 from the right, mod 10 (USPS Publication 199)", isUSPS),
    Validator("fedex", "12 digits: weights 3, 1, 7 mod 11 mod 10; 15 digits: weights 3 and 1 mod 10 (FedEx)", isFedEx),
    Validator("dhl", "Nine digits mod 7 (DHL Express)", isDHL),
    Validator("isbn", "Ten characters mod 11, or an EAN-13 from 978 or 979 on (ISO 2108)", isISBN),
    Validator("issn", "Weights 8 to 1 mod 11, X for ten (ISO 3297)", isISSN),
    Validator("isni", "ISO 7064 MOD 11-2 over 16 characters (ISO 27729; also ORCID)", isISNI),
  ]
}
