/// Check digits of numbers issued in Germany, Austria, Switzerland and Liechtenstein.
extension Validator {
  // MARK: - Germany

  /// Tax identification number: ISO 7064 MOD 11,10; among the first ten digits exactly one stands twice or three times,
  /// the others once at most (Bundeszentralamt für Steuern).
  static func isDETaxID(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 11, digits[0] != 0 else { return false }
    // Four bits for the count of each digit.
    var counts: UInt64 = 0
    for index in 0..<10 { counts += 1 << UInt64(digits[index] * 4) }
    var repeated = 0
    for digit in 0..<10 {
      let count = counts >> UInt64(digit * 4) & 15
      if count > 3 { return false }
      if count > 1 { repeated += 1 }
    }
    return repeated == 1 && mod11_10(text)
  }

  /// VAT id and economy id (DE and nine digits, the latter with -00001): ISO 7064 MOD 11,10 over the nine digits.
  static func isDEVAT(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 9 || digits.count == 14, digits[0] != 0 else { return false }
    var product = 10
    for index in 0..<8 {
      let sum = (product + digits[index]) % 10
      product = (sum == 0 ? 10 : sum) * 2 % 11
    }
    return (product + digits[8]) % 10 == 1
  }

  /// Pension insurance number: area, day of birth (the day may be 50 more), letter as two digits, serial; products with
  /// 2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1, their digits added, mod 10 (VKVV § 4).
  static func isDEPensionNumber(_ text: Span<UInt8>) -> Bool {
    let characters = Characters36(text)
    guard characters.count == 12, characters.isLetter(8) else { return false }
    for index in 0..<12 where index != 8 && !characters.isDigit(index) { return false }
    func number(_ index: Int) -> Int { characters.value(index) * 10 + characters.value(index + 1) }
    let day = number(2) > 50 ? number(2) - 50 : number(2)
    guard (2...89).contains(number(0)), isDayOfAnyCentury(year: number(6), month: number(4), day: day) else {
      return false
    }
    let letter = characters.value(8) - 9
    var sum = crossSum(letter / 10 * 2) + crossSum(letter % 10)
    for index in 0..<8 {
      let weight = index == 3 ? 5 : index == 4 ? 7 : index == 0 || index == 2 || index == 6 ? 2 : 1
      sum += crossSum(characters.value(index) * weight)
    }
    sum += crossSum(characters.value(9) * 2) + characters.value(10)
    return sum % 10 == characters.value(11)
  }

  /// Digits of a product of two digits added.
  private static func crossSum(_ product: Int) -> Int { product / 10 + product % 10 }

  /// Health insurance number: letter as two digits and eight digits, products with 1, 2, 1, 2 …, their digits added,
  /// mod 10 (SGB V § 290).
  static func isDEHealthInsuranceNumber(_ text: Span<UInt8>) -> Bool {
    let characters = Characters36(text)
    guard characters.count == 10, characters.isLetter(0) else { return false }
    let letter = characters.value(0) - 9
    var sum = letter / 10 + crossSum(letter % 10 * 2)
    for index in 1..<10 {
      guard characters.isDigit(index) else { return false }
      if index < 9 { sum += crossSum(characters.value(index) * (index % 2 == 1 ? 1 : 2)) }
    }
    return sum % 10 == characters.value(9)
  }

  /// Number of an identity card, passport or residence permit with its check digit: weights 7, 3, 1, letters being 10 to
  /// 35, mod 10 (ICAO 9303). No vowels, and none of B, D, Q, S.
  static func isDEDocument(_ text: Span<UInt8>) -> Bool {
    let characters = Characters36(text)
    guard characters.count == 10, characters.isDigit(9) else { return false }
    var sum = 0
    for index in 0..<9 {
      guard !refusedDocumentLetters.contains(characters[index]) else { return false }
      sum += characters.value(index) * (index % 3 == 0 ? 7 : index % 3 == 1 ? 3 : 1)
    }
    return sum % 10 == characters.value(9)
  }

  private static let refusedDocumentLetters = Array("ABDEIOQSU".utf8)

  /// Driving licence: weights 9 to 1 over authority and serial, letters being 10 to 35, mod 11, X for 10; the first
  /// letter names one of sixteen states (Fahrerlaubnis-Verordnung).
  static func isDEDrivingLicence(_ text: Span<UInt8>) -> Bool {
    let characters = Characters36(text)
    guard characters.count == 11, (UInt8(ascii: "A")...UInt8(ascii: "P")).contains(characters[0]) else { return false }
    var sum = 0
    for index in 0..<9 { sum += characters.value(index) * (9 - index) }
    return sum % 11 == 10 ? characters[9] == UInt8(ascii: "X") : characters[9] == UInt8(0x30 + sum % 11)
  }

  /// Physician's number: weights 4, 9 over the first six digits, mod 10, 10 less that is the seventh; two digits of the
  /// field follow (Kassenärztliche Bundesvereinigung).
  static func isDEPhysicianNumber(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 9, digits.number(0..<6) != 0 else { return false }
    return (10 - digits.sum([4, 9, 4, 9, 4, 9]) % 10) % 10 == digits[6]
  }

  /// Institution mark: digits three to eight times 2, 1, 2, 1, 2, 1, digits of the products added, mod 10
  /// (Arbeitsgemeinschaft Institutionskennzeichen).
  static func isDEInstitutionMark(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 9, digits[0] != 0, digits.number(2..<8) != 0 else { return false }
    var sum = 0
    for index in 2..<8 { sum += crossSum(digits[index] * (index % 2 == 0 ? 2 : 1)) }
    return sum % 10 == digits[8]
  }

  /// Routing id of electronic invoices: ISO 7064 MOD 97-10 over all parts; the first is a state's or the federation's.
  static func isDELeitwegID(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    let state = digits.number(0..<2)
    guard digits.count > 3, (1...16).contains(state) || state == 99 else { return false }
    return mod97(text)
  }

  // MARK: - Austria

  /// Social insurance number: weights 3, 7, 9, 5, 8, 4, 2, 1, 6 around the check digit in fourth place, mod 11, and a
  /// day of birth, whose month is above 12 when the numbers of a day ran out.
  static func isATSocialInsuranceNumber(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 10, digits[0] != 0 else { return false }
    guard digits.sum([3, 7, 9, 0, 5, 8, 4, 2, 1, 6]) % 11 == digits[3] else { return false }
    let month = digits.number(6..<8)
    let day = digits.number(4..<6)
    if (13...15).contains(month) { return (1...31).contains(day) }
    return isDayOfAnyCentury(year: digits.number(8..<10), month: month, day: day)
  }

  /// VAT id: weights 1, 2, 1, 2 …, digits of the products added, 96 less the sum, mod 10.
  static func isATVAT(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 8, digits.number(0..<7) != 0 else { return false }
    var sum = 0
    for index in 0..<7 { sum += crossSum(digits[index] * (index % 2 == 0 ? 1 : 2)) }
    return (96 - sum) % 10 == digits[7]
  }

  /// Company register number: weights 6, 4, 14, 15, 10, 1 over six digits, mod 17, a letter from a b d f g h i k m p s t
  /// v w x y z (Firmenbuch).
  static func isATCompanyNumber(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    let characters = Characters36(text)
    guard (1...6).contains(digits.count), digits.number(0..<digits.count) != 0 else { return false }
    var number = digits.number(0..<digits.count)
    let one = number % 10
    number /= 10
    var sum = one + number % 10 * 10 + number / 10 % 10 * 15 + number / 100 % 10 * 14
    sum += number / 1000 % 10 * 4 + number / 10000 % 10 * 6
    return characters[characters.count - 1] == companyLetters[sum % 17]
  }

  private static let companyLetters = Array("ABDFGHIKMPSTVWXYZ".utf8)

  /// Tax account number: Luhn's check over tax office, number and check digit.
  static func isATTaxNumber(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    return digits.count == 9 && digits.number(2..<8) != 0 && luhn(digits, 9)
  }

  // MARK: - Switzerland and Liechtenstein

  /// Old-age insurance number: 756 and the check digit of EAN-13 (Zentrale Ausgleichsstelle).
  static func isCHSocialInsuranceNumber(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 13, digits.number(0..<3) == 756 else { return false }
    return digits.sum([1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]) % 10 == 0
  }

  /// Enterprise id: weights 5, 4, 3, 2, 7, 6, 5, 4, mod 11; a check digit of 10 is not issued (Bundesamt für Statistik).
  static func isCHEnterpriseID(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 9, digits.number(0..<8) != 0 else { return false }
    return (11 - digits.sum([5, 4, 3, 2, 7, 6, 5, 4]) % 11) % 11 == digits[8]
  }

  /// Payment reference of 27 digits: recursive mod 10 (SIX, Swiss Implementation Guidelines QR-bill).
  static func isCHPaymentReference(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 27, !digits.isRepeated else { return false }
    var carry = 0
    for index in 0..<26 {
      carry =
        switch (carry + digits[index]) % 10 {
        case 0: 0
        case 1: 9
        case 2: 4
        case 3: 6
        case 4: 8
        case 5: 2
        case 6: 7
        case 7: 1
        case 8: 3
        default: 5
        }
    }
    return (10 - carry) % 10 == digits[26]
  }
}

extension Validator {
  /// The checks of this file.
  static let dach: [Validator] = [
    Validator(
      "de-steuer-id", "ISO 7064 MOD 11,10, and exactly one digit twice or three times (Bundeszentralamt für Steuern)",
      isDETaxID),
    Validator(
      "de-ust-id", "ISO 7064 MOD 11,10 over nine digits, of the economy id too (Bundeszentralamt für Steuern)", isDEVAT),
    Validator(
      "de-rvnr", "Weights 2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1, digit sums mod 10, and a day of birth (VKVV § 4)",
      isDEPensionNumber),
    Validator(
      "de-kvnr", "Letter as two digits, weights 1, 2, digit sums mod 10 (SGB V § 290)", isDEHealthInsuranceNumber),
    Validator("de-ausweis", "Weights 7, 3, 1 over nine characters, mod 10 (ICAO 9303)", isDEDocument),
    Validator(
      "de-fuehrerschein", "Weights 9 to 1 over nine characters, mod 11, X for 10 (Fahrerlaubnis-Verordnung)",
      isDEDrivingLicence),
    Validator(
      "de-lanr", "Weights 4, 9, mod 10, in seventh place (Kassenärztliche Bundesvereinigung)", isDEPhysicianNumber),
    Validator("de-ik", "Weights 2, 1 over digits three to eight, digit sums mod 10 (Arge IK)", isDEInstitutionMark),
    Validator("de-leitweg-id", "ISO 7064 MOD 97-10 over all parts, and a state's key in front (KoSIT)", isDELeitwegID),
    Validator(
      "at-svnr", "Weights 3, 7, 9, 5, 8, 4, 2, 1, 6, mod 11, and a day of birth (Sozialversicherung)",
      isATSocialInsuranceNumber),
    Validator("at-uid", "Weights 1, 2, digit sums, 96 less the sum, mod 10 (BMF)", isATVAT),
    Validator("at-fn", "Weights 6, 4, 14, 15, 10, 1, mod 17, a letter (Firmenbuch)", isATCompanyNumber),
    Validator("at-abgabenkonto", "Luhn's check over nine digits (Finanzamt)", isATTaxNumber),
    Validator("ch-ahv", "756 and EAN-13's check digit (Zentrale Ausgleichsstelle)", isCHSocialInsuranceNumber),
    Validator("ch-uid", "Weights 5, 4, 3, 2, 7, 6, 5, 4, mod 11 (Bundesamt für Statistik)", isCHEnterpriseID),
    Validator("ch-qr-reference", "Recursive mod 10 over 27 digits (SIX)", isCHPaymentReference),
  ]
}
