/// Identifiers of Central and Eastern Europe.
extension Validator {
  // MARK: - Poland

  /// A birthday whose month tells the century: 81 to 92 for 1800, 1 to 12 for 1900, 21 to 32 for 2000 and so on.
  static func isPLPesel(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 11, digits.sum([1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 == 0 else { return false }
    return isBirthday(digits, centuries: [1900, 2000, 2100, 2200, 1800])
  }

  static func isPLNIP(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    return digits.count == 10 && digits.number(0..<10) > 0
      && digits.sum([6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 == digits[9]
  }

  /// Nine digits, or fourteen for a branch whose first nine are its head office's.
  static func isPLRegon(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 9 || digits.count == 14, digits.number(0..<9) > 0,
      digits.sum([8, 9, 2, 3, 4, 5, 6, 7]) % 11 % 10 == digits[8]
    else { return false }
    return digits.count == 9 || digits.sum([2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8]) % 11 % 10 == digits[13]
  }

  /// Three letters, A being 10, and six digits, the first of which is the check digit.
  static func isPLDowod(_ text: Span<UInt8>) -> Bool {
    let characters = Characters36(text)
    guard characters.count == 9 else { return false }
    var sum = 0
    for (index, weight) in [7, 3, 1, 9, 7, 3, 1, 7, 3].enumerated() {
      guard index < 3 ? characters.isLetter(index) : characters.isDigit(index) else { return false }
      sum += weight * characters.value(index)
    }
    return sum % 10 == 0
  }

  /// An IBAN without its country: two check digits, then the bank's eight and the account's sixteen.
  static func isPLNRB(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 26 else { return false }
    // P is 25 and L is 21.
    let remainder = (digits.remainder(2..<26, 97) * 10_000 + 2521) % 97
    return (remainder * 100 + digits.number(0..<2)) % 97 == 1
  }

  /// The court's two letters, digit and letter, eight digits and a check digit, as letters count in court registers.
  static func isPLKsiegaWieczysta(_ text: Span<UInt8>) -> Bool {
    let characters = Characters36(text)
    guard characters.count == 13 else { return false }
    var sum = 0
    for (index, weight) in [1, 3, 7, 1, 3, 7, 1, 3, 7, 1, 3, 7].enumerated() {
      guard let value = landRegisterValue(characters[index]) else { return false }
      sum += weight * value
    }
    return characters.isDigit(12) && sum % 10 == characters.value(12)
  }

  /// X is 10, A 11 and so on; Q and V are not used.
  private static func landRegisterValue(_ byte: UInt8) -> Int? {
    switch byte {
    case 0x30...0x39: Int(byte) - 0x30
    case 0x58: 10
    case 0x41...0x50: Int(byte) - 0x41 + 11  // A to P
    case 0x52...0x55: Int(byte) - 0x52 + 27  // R to U
    case 0x57: 31
    case 0x59: 32
    case 0x5A: 33
    default: nil
    }
  }

  // MARK: - Czechia and Slovakia

  /// A birthday and a serial number; 50 is added to a woman's month, since 2004 also 20 to either. Numbers of nine
  /// digits, given out until 1953, have no check digit; the others divide by 11, a few until 1985 leave 10.
  static func isCZRodneCislo(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 9 || digits.count == 10 else { return false }
    var year = digits.number(0..<2)
    if digits.count == 9 {
      guard year < 54 else { return false }
      year += 1900
    } else {
      year += year < 54 ? 2000 : 1900
    }
    var month = digits.number(2..<4)
    if month > 50 { month -= 50 }
    if month > 20, year >= 2004 { month -= 20 }
    guard isDay(year: year, month: month, day: digits.number(4..<6)) else { return false }
    if digits.count == 9 { return digits.number(6..<9) > 0 }
    let remainder = digits.number(0..<9) % 11
    return remainder == digits[9] || remainder == 10 && digits[9] == 0 && year < 1985
  }

  /// Czech and Slovak organisations.
  static func isCZICO(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 8, digits.number(0..<8) > 0 else { return false }
    return digits[7] == (11 - digits.sum([8, 7, 6, 5, 4, 3, 2]) % 11) % 10
  }

  /// The number of an organisation, of a person, or nine digits from 6 on for other natural persons.
  static func isCZDIC(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    if digits.count == 8 { return digits[0] < 9 && isCZICO(text) }
    guard digits.count == 9, digits[0] == 6 else { return isCZRodneCislo(text) }
    var sum = 0
    for index in 1..<8 { sum += digits[index] * (9 - index) }
    return digits[8] == (8 - (10 - sum % 11) % 11 + 10) % 10
  }

  /// Divides by 11; the third digit tells the kind of tax payer.
  static func isSKDPH(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 10, digits[0] > 0, digits.number(0..<10) % 11 == 0 else { return false }
    return (2...4).contains(digits[2]) || digits[2] >= 7
  }

  // MARK: - Hungary

  /// Health insurance.
  static func isHUTAJ(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    return digits.count == 9 && digits.number(0..<9) > 0 && digits.sum([3, 7, 3, 7, 3, 7, 3, 7]) % 10 == digits[8]
  }

  /// A person's tax number: 8, the days since 1867, a serial number, the check digit.
  static func isHUAdoazonosito(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    return digits.count == 10 && digits[0] == 8 && digits.sum([1, 2, 3, 4, 5, 6, 7, 8, 9]) % 11 == digits[9]
  }

  /// A company's tax number: eight digits, which are its VAT number too, then the kind of taxation and the county.
  static func isHUAdoszam(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 8 || digits.count == 11, digits[0] > 0,
      digits.sum([9, 7, 3, 1, 9, 7, 3, 1]) % 10 == 0
    else { return false }
    guard digits.count == 11 else { return true }
    let county = digits.number(9..<11)
    return (1...5).contains(digits[8]) && ((2...20).contains(county) || (22...44).contains(county) || county == 51)
  }

  /// Sex and century, birthday, serial number; the weights were turned round for those born since 1997.
  static func isHUSzemelyi(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 11, (1...8).contains(digits[0]) else { return false }
    let century =
      switch digits[0] {
      case 1, 2, 5, 6: 1900
      case 3, 4: 2000
      default: 1800
      }
    let year = century + digits.number(1..<3)
    guard isDay(year: year, month: digits.number(3..<5), day: digits.number(5..<7)) else { return false }
    let sum =
      year < 1997
      ? digits.sum([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) : digits.sum([10, 9, 8, 7, 6, 5, 4, 3, 2, 1])
    return sum % 11 == digits[10]
  }

  // MARK: - Romania and Bulgaria

  /// Sex and century, birthday, county, serial number.
  static func isROCNP(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 13, digits[0] > 0 else { return false }
    let remainder = digits.sum([2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11
    guard digits[12] == (remainder == 10 ? 1 : remainder) else { return false }
    let century =
      switch digits[0] {
      case 3, 4: 1800
      case 5, 6: 2000
      default: 1900
      }
    // 41 to 46 are the sectors of Bucharest, 51 and 52 the counties made in 1981; 47, 48, 70 and 80 to 83 are for
    // people without a county.
    let county = digits.number(7..<9)
    guard (1...48).contains(county) || county == 51 || county == 52 || county == 70 || (80...83).contains(county)
    else { return false }
    let month = digits.number(3..<5)
    let day = digits.number(5..<7)
    let year = digits.number(1..<3)
    // Residents' numbers do not tell the century.
    if digits[0] >= 7 { return isDay(year: 2000 + year, month: month, day: day) }
    return isDay(year: century + year, month: month, day: day)
  }

  /// Two to ten digits, read from the right.
  static func isROCUI(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard (2...10).contains(digits.count), digits[0] > 0 else { return false }
    let weights = [2, 3, 5, 7, 1, 2, 3, 5, 7]
    var sum = 0
    for index in 0..<digits.count - 1 { sum += digits[digits.count - 2 - index] * weights[index] }
    return sum * 10 % 11 % 10 == digits[digits.count - 1]
  }

  /// A birthday whose month tells the century: 21 to 32 for 1800, 41 to 52 for 2000.
  static func isBGEGN(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 10, digits.sum([2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11 % 10 == digits[9] else { return false }
    return isBirthday(digits, centuries: [1900, 1800, 2000])
  }

  /// Personal number of a foreigner.
  static func isBGLNCh(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    return digits.count == 10 && digits.number(0..<10) > 0
      && digits.sum([21, 19, 17, 13, 11, 9, 7, 3, 1]) % 10 == digits[9]
  }

  /// Nine digits of a company, or thirteen of its branch.
  static func isBGEIK(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 9 || digits.count == 13, digits.number(0..<9) > 0 else { return false }
    var remainder = digits.sum([1, 2, 3, 4, 5, 6, 7, 8]) % 11
    if remainder == 10 { remainder = digits.sum([3, 4, 5, 6, 7, 8, 9, 10]) % 11 % 10 }
    guard digits[8] == remainder else { return false }
    guard digits.count == 13 else { return true }
    remainder = digits.sum([0, 0, 0, 0, 0, 0, 0, 0, 2, 7, 3, 5]) % 11
    if remainder == 10 { remainder = digits.sum([0, 0, 0, 0, 0, 0, 0, 0, 4, 9, 5, 7]) % 11 % 10 }
    return digits[12] == remainder
  }

  /// A company's nine digits; or ten: a citizen's, a foreigner's, or another tax payer's with weights of its own.
  static func isBGVAT(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    if digits.count == 9 { return isBGEIK(text) }
    guard digits.count == 10, digits.number(0..<10) > 0 else { return false }
    return isBGEGN(text) || isBGLNCh(text)
      || (11 - digits.sum([4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11) % 11 == digits[9]
  }

  // MARK: - What was Yugoslavia

  /// A birthday with three digits of the year, region, serial number; used in all successor states.
  static func isJMBG(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 13, isMod11Of13(digits) else { return false }
    let year = digits.number(4..<7)
    return isDay(year: year < 800 ? 2000 + year : 1000 + year, month: digits.number(2..<4), day: digits.number(0..<2))
  }

  /// North Macedonian tax payers.
  static func isMKEDB(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    return digits.count == 13 && digits.number(0..<13) > 0 && isMod11Of13(digits)
  }

  private static func isMod11Of13(_ digits: Digits) -> Bool {
    digits[12] == (11 - digits.sum([7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11) % 11 % 10
  }

  static func isHROIB(_ text: Span<UInt8>) -> Bool { digitCount(text) == 11 && mod11_10(text) }

  static func isSIDDV(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 8, digits[0] > 0 else { return false }
    let check = 11 - digits.sum([8, 7, 6, 5, 4, 3, 2]) % 11
    return check < 11 && digits[7] == check % 10
  }

  /// Seven digits of a company, three more for its parts.
  static func isSIMaticna(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 7 || digits.count == 10, digits[0] > 0 else { return false }
    let remainder = digits.sum([7, 6, 5, 4, 3, 2]) % 11
    return remainder > 0 && digits[6] == (11 - remainder) % 10
  }

  static func isRSPIB(_ text: Span<UInt8>) -> Bool { digitCount(text) == 9 && mod11_10(text) }

  static func isMEPIB(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 8, digits.number(0..<8) > 0 else { return false }
    return digits[7] == (11 - digits.sum([8, 7, 6, 5, 4, 3, 2]) % 11) % 11 % 10
  }
}

extension Validator {
  /// The checks of this file.
  static let easternEurope: [Validator] = [
    Validator(
      "pl-pesel", "Birthday with the century in the month and weights 1, 3, 7, 9, mod 10 (Ministerstwo Cyfryzacji)",
      isPLPesel),
    Validator("pl-nip", "Weights 6, 5, 7, 2, 3, 4, 5, 6, 7, mod 11 (Ministerstwo Finansów)", isPLNIP),
    Validator(
      "pl-regon", "Weights 8, 9, 2, 3, 4, 5, 6, 7; for 14 digits 2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8; mod 11 (GUS)",
      isPLRegon),
    Validator("pl-dowod", "Weights 7, 3, 1, 9, 7, 3, 1, 7, 3 with A as 10, mod 10 (identity card)", isPLDowod),
    Validator("pl-nrb", "ISO 7064 MOD 97-10 as an IBAN with PL (NBP)", isPLNRB),
    Validator(
      "pl-ksiega-wieczysta", "Weights 1, 3, 7 with X as 10 and A as 11, mod 10 (land registers)", isPLKsiegaWieczysta),
    Validator(
      "cz-rodne-cislo", "Birthday with shifted months; ten digits divide by 11 (Czechia, Slovakia)", isCZRodneCislo),
    Validator("cz-ico", "Weights 8 to 2, mod 11 (Czechia, Slovakia)", isCZICO),
    Validator("cz-dic", "An organisation's number, a person's, or nine digits from 6 on (Finanční správa)", isCZDIC),
    Validator("sk-dph", "Divides by 11, third digit 2 to 4 or 7 to 9 (Finančná správa)", isSKDPH),
    Validator("hu-taj", "Weights 3 and 7, mod 10 (NEAK)", isHUTAJ),
    Validator("hu-adoazonosito", "Begins with 8; weights 1 to 9, mod 11 (NAV)", isHUAdoazonosito),
    Validator(
      "hu-adoszam", "Weights 9, 7, 3, 1 over eight digits, mod 10; kind of taxation and county (NAV)", isHUAdoszam),
    Validator(
      "hu-szemelyi", "Birthday and weights 1 to 10, or 10 to 1 for those born since 1997, mod 11", isHUSzemelyi),
    Validator("ro-cnp", "Birthday, county and weights 2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9, mod 11 (DGEP)", isROCNP),
    Validator("ro-cui", "Weights 7, 5, 3, 2, 1, 7, 5, 3, 2 from the right, ten times the sum mod 11 (ANAF)", isROCUI),
    Validator(
      "bg-egn", "Birthday with the century in the month and weights 2, 4, 8, 5, 10, 9, 7, 3, 6, mod 11 (GRAO)", isBGEGN),
    Validator("bg-lnch", "Weights 21, 19, 17, 13, 11, 9, 7, 3, 1, mod 10 (foreigners)", isBGLNCh),
    Validator(
      "bg-eik",
      "Weights 1 to 8, then 3 to 10, mod 11; for 13 digits also 2, 7, 3, 5, then 4, 9, 5, 7 (registry agency)", isBGEIK),
    Validator("bg-vat", "A company's nine digits, or ten of a person or another tax payer (NRA)", isBGVAT),
    Validator("jmbg", "Birthday and weights 7 to 2 twice, mod 11 (EMŠO, JMBG, ЕМБГ)", isJMBG),
    Validator("mk-edb", "Weights 7 to 2 twice, mod 11 (UJP)", isMKEDB),
    Validator("hr-oib", "ISO 7064 MOD 11,10 over 11 digits (Porezna uprava)", isHROIB),
    Validator("si-ddv", "Weights 8 to 2, mod 11 (FURS)", isSIDDV),
    Validator("si-maticna", "Weights 7 to 2, mod 11 (AJPES)", isSIMaticna),
    Validator("rs-pib", "ISO 7064 MOD 11,10 over nine digits (Poreska uprava)", isRSPIB),
    Validator("me-pib", "Weights 8 to 2, mod 11 (Poreska uprava Crne Gore)", isMEPIB),
  ]
}
