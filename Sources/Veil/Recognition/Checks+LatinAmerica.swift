/// Checks of identifiers of Brazil and its Spanish-speaking neighbours up to Guatemala and the Caribbean.
extension Validator {
  /// 11 less the sum mod 11; what would be 10 or 11 is 0.
  private static func brazilianDigit(_ sum: Int) -> Int { sum % 11 < 2 ? 0 : 11 - sum % 11 }

  /// Two check digits: weights 10 to 2, then 11 to 2 with the first of them.
  static func isBRCPF(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 11, !digits.isRepeated else { return false }
    return brazilianDigit(digits.sum([10, 9, 8, 7, 6, 5, 4, 3, 2])) == digits[9]
      && brazilianDigit(digits.sum([11, 10, 9, 8, 7, 6, 5, 4, 3, 2])) == digits[10]
  }

  /// Two check digits over twelve digits or letters, a letter being its ASCII code less 48.
  static func isBRCNPJ(_ text: Span<UInt8>) -> Bool {
    let code = Characters36(text)
    guard code.count == 14, code.isDigit(12), code.isDigit(13) else { return false }
    var sums = (first: 0, second: 0)
    var isRepeated = true
    for index in 0..<12 {
      let value = Int(code[index]) - 48
      // 5 to 2, then 9 to 2; one place later for the second digit.
      sums.first += value * (index < 4 ? 5 - index : 13 - index)
      sums.second += value * (index < 5 ? 6 - index : 14 - index)
      if code[index] != code[0] { isRepeated = false }
    }
    let first = brazilianDigit(sums.first)
    return !isRepeated && first == code.value(12) && brazilianDigit(sums.second + 2 * first) == code.value(13)
  }

  /// Driving licence: weights 9 to 1, then 1 to 9; a first remainder of 10 takes 2 from the second digit.
  static func isBRCNH(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 11, !digits.isRepeated else { return false }
    let first = digits.sum([9, 8, 7, 6, 5, 4, 3, 2, 1]) % 11
    var second = digits.sum([1, 2, 3, 4, 5, 6, 7, 8, 9]) % 11 - (first == 10 ? 2 : 0)
    if second < 0 { second += 11 }
    return (first == 10 ? 0 : first) == digits[9] && (second == 10 ? 0 : second) == digits[10]
  }

  /// PIS, PASEP, NIS and RENAVAM: weights 3, 2, 9 to 2, mod 11.
  static func isBRPIS(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    return digits.count == 11 && !digits.isRepeated
      && brazilianDigit(digits.sum([3, 2, 9, 8, 7, 6, 5, 4, 3, 2])) == digits[10]
  }

  /// Health card: begins with 1, 2, 7, 8 or 9; weights 15 to 1, mod 11 is 0.
  static func isBRCNS(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 15, !digits.isRepeated, (1...2).contains(digits[0]) || digits[0] > 6 else { return false }
    return digits.sum([15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0
  }

  /// Voter's title: eight digits, the state 01 to 28 and two check digits, mod 11.
  static func isBRTitulo(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    let state = digits.number(8..<10)
    guard digits.count == 12, (1...28).contains(state) else { return false }
    let first = titleDigit(digits.sum([2, 3, 4, 5, 6, 7, 8, 9]), state)
    let second = titleDigit(digits[8] * 7 + digits[9] * 8 + first * 9, state)
    return first == digits[10] && second == digits[11]
  }

  /// São Paulo and Minas Gerais write 1 for a remainder of 0.
  private static func titleDigit(_ sum: Int, _ state: Int) -> Int {
    let remainder = sum % 11
    return remainder == 10 ? 0 : remainder == 0 && state < 3 ? 1 : remainder
  }

  /// Number of a lawsuit: ISO 7064 MOD 97-10 with the check digits, in eighth and ninth place, moved to the end.
  static func isBRCNJ(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 20 else { return false }
    let head = digits.remainder(0..<7, 97)
    let tail = digits.number(9..<20) % 97
    // 10^11 mod 97 is 5: the tail is eleven digits long.
    return ((head * 5 + tail) * 100 + digits.number(7..<9)) % 97 == 1
  }

  /// CUIT and CUIL: prefix in use, weights 5, 4, 3, 2, 7 to 2, mod 11.
  static func isARCUIT(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 11 else { return false }
    switch digits.number(0..<2) {
    case 20, 23, 24, 27, 30, 33, 34, 50, 51, 55: break
    default: return false
    }
    let remainder = digits.sum([5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11
    let check = remainder == 0 ? 0 : remainder == 1 ? 9 : 11 - remainder
    return check == digits[10]
  }

  /// Bank and branch with a check digit, account with another: weights 3, 1, 7, 9 from the right, mod 10.
  static func isARCBU(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 22, !digits.isRepeated else { return false }
    let bank = digits.sum([7, 1, 3, 9, 7, 1, 3])
    let account = digits.sum([0, 0, 0, 0, 0, 0, 0, 0, 3, 9, 7, 1, 3, 9, 7, 1, 3, 9, 7, 1, 3])
    return (10 - bank % 10) % 10 == digits[7] && (10 - account % 10) % 10 == digits[21]
  }

  /// Six to eight digits and a check character: weights 2 to 7 from the right, mod 11, 10 being K.
  static func isCLRUT(_ text: Span<UInt8>) -> Bool {
    let code = Characters36(text)
    guard (7...9).contains(code.count) else { return false }
    var sum = 0
    for index in 0..<code.count - 1 {
      guard code.isDigit(index) else { return false }
      sum += code.value(index) * ((code.count - 2 - index) % 6 + 2)
    }
    let check = (11 - sum % 11) % 11
    return code[code.count - 1] == (check == 10 ? UInt8(ascii: "K") : UInt8(0x30 + check))
  }

  /// Up to ten digits and a check digit: prime weights 3, 7, 13, … from the right, mod 11.
  static func isCONIT(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard (8...11).contains(digits.count), !digits.isRepeated else { return false }
    let last = digits.count - 1
    var sum = 0
    for (index, weight) in [3, 7, 13, 17, 19, 23, 29, 37, 41, 43].enumerated() where index < last {
      sum += digits[last - 1 - index] * weight
    }
    return (sum % 11 < 2 ? sum % 11 : 11 - sum % 11) == digits[last]
  }

  /// Identity number with its check character, a digit or a letter: weights 3, 2, 7 to 2, mod 11.
  static func isPEDNI(_ text: Span<UInt8>) -> Bool {
    let code = Characters36(text)
    guard code.count == 9 else { return false }
    var sum = 0
    for (index, weight) in [3, 2, 7, 6, 5, 4, 3, 2].enumerated() {
      guard code.isDigit(index) else { return false }
      sum += code.value(index) * weight
    }
    // A remainder of 0 is 6 or K, 1 is 5 or J, … 10 is 7 or A.
    let remainder = sum % 11
    let digit = remainder < 6 ? 6 - remainder : remainder == 6 ? 1 : 17 - remainder
    return code[8] == UInt8(0x30 + digit % 10) || code[8] == UInt8(ascii: "K") - UInt8(remainder)
  }

  /// Eleven digits, the first two the kind of taxpayer; weights 5, 4, 3, 2, 7 to 2, mod 11.
  static func isPERUC(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 11 else { return false }
    switch digits.number(0..<2) {
    case 10, 15, 17, 20: break
    default: return false
    }
    return (11 - digits.sum([5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11) % 10 == digits[10]
  }

  /// Province, a third digit up to 6 and Luhn over ten digits.
  static func isECCI(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    return digits.count == 10 && isECPerson(digits)
  }

  private static func isECProvince(_ digits: Digits) -> Bool {
    let province = digits.number(0..<2)
    return (1...24).contains(province) || province == 30 || province == 50
  }

  private static func isECPerson(_ digits: Digits) -> Bool {
    isECProvince(digits) && digits[2] < 7 && luhn(digits, 10)
  }

  /// A person's number and 001 to 999; a company's (third digit 9) or an authority's (6) with mod 11.
  static func isECRUC(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 13, isECProvince(digits) else { return false }
    let isPerson = isECPerson(digits) && digits.number(10..<13) != 0
    let isPublic = digits.sum([3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0 && digits.number(9..<13) != 0
    let isCompany = digits.sum([4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0 && digits.number(10..<13) != 0
    switch digits[2] {
    case 0..<6: return isPerson
    // Some persons were given a 6 as well, some authorities a 9.
    case 6: return isPublic || isPerson
    case 9: return isPublic || isCompany
    default: return false
    }
  }

  /// Seven digits, or six in old ones, and a check digit: weights 2, 9, 8, 7, 6, 3, 4, mod 10.
  static func isUYCI(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 7 || digits.count == 8, !digits.isRepeated else { return false }
    let sum = digits.count == 8 ? digits.sum([2, 9, 8, 7, 6, 3, 4]) : digits.sum([9, 8, 7, 6, 3, 4])
    return (10 - sum % 10) % 10 == digits[digits.count - 1]
  }

  /// Registration 01 to 22, six digits that are not all zero, 001 and a check digit, mod 11.
  static func isUYRUT(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 12, (1...22).contains(digits.number(0..<2)), digits.number(2..<8) != 0,
      digits.number(8..<11) == 1
    else { return false }
    return (11 - digits.sum([4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]) % 11) % 11 == digits[11]
  }

  /// Up to eight digits and a check digit: weights 2, 3, 4 … from the right, mod 11, 10 being 0.
  static func isPYRUC(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard (5...9).contains(digits.count) else { return false }
    let last = digits.count - 1
    var sum = 0
    for index in 0..<last { sum += digits[index] * (last - index + 1) }
    return (11 - sum % 11) % 11 % 10 == digits[last]
  }

  /// Kind of taxpayer as 4, 8, 12, 16 or 20, then weights 3, 2, 7 to 2, mod 11.
  static func isVERIF(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    let code = Characters36(text)
    guard digits.count == 9, code.count == 10 else { return false }
    let kind: Int
    switch code[0] {
    case UInt8(ascii: "V"): kind = 4
    case UInt8(ascii: "E"): kind = 8
    case UInt8(ascii: "J"): kind = 12
    case UInt8(ascii: "P"): kind = 16
    case UInt8(ascii: "G"): kind = 20
    default: return false
    }
    return brazilianDigit(kind + digits.sum([3, 2, 7, 6, 5, 4, 3, 2])) == digits[8]
  }

  /// Tax register: weights 7, 9, 8, 6, 5, 4, 3, 2, mod 11, brought into 1 to 9.
  static func isDORNC(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    return digits.count == 9 && (10 - digits.sum([7, 9, 8, 6, 5, 4, 3, 2]) % 11) % 9 + 1 == digits[8]
  }

  /// Up to eleven digits and a check character: weights 2, 3, 4 … from the right, mod 11, 10 being K.
  static func isGTNIT(_ text: Span<UInt8>) -> Bool {
    let code = Characters36(text)
    guard (4...12).contains(code.count) else { return false }
    let last = code.count - 1
    var sum = 0
    for index in 0..<last {
      guard code.isDigit(index) else { return false }
      sum += code.value(index) * (last - index + 1)
    }
    let check = (11 - sum % 11) % 11
    return code[last] == (check == 10 ? UInt8(ascii: "K") : UInt8(0x30 + check))
  }

  /// Eight digits, their sum with weights 2 to 9 mod 11, and a department with one of its municipalities.
  static func isGTCUI(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 13, digits.sum([2, 3, 4, 5, 6, 7, 8, 9]) % 11 == digits[8] else { return false }
    let municipalities =
      switch digits.number(9..<11) {
      case 1, 16, 22: 17
      case 2, 8, 15: 8
      case 3, 4: 16
      case 5, 6, 17: 14
      case 7: 19
      case 9: 24
      case 10, 14: 21
      case 11: 9
      case 12: 30
      case 13: 33
      case 18: 5
      case 19, 20: 11
      case 21: 7
      default: 0
      }
    return (1...max(1, municipalities)).contains(digits.number(11..<13)) && municipalities > 0
  }

  /// Place, date and serial number, then a check digit, mod 11; serial numbers up to 100 follow the older weights.
  static func isSVNIT(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 14, digits[0] < 2 || digits[0] == 9 else { return false }
    if digits.number(10..<13) <= 100 {
      return digits.sum([14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11 % 10 == digits[13]
    }
    return (11 - digits.sum([2, 7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11) % 11 % 10 == digits[13]
  }

  /// Eight digits and a check digit: weights 9 to 2, mod 10.
  static func isSVDUI(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 9, digits.number(0..<9) != 0 else { return false }
    return (10 - digits.sum([9, 8, 7, 6, 5, 4, 3, 2]) % 10) % 10 == digits[8]
  }

  /// Birth date and, in the seventh digit, its century.
  static func isCUNI(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 11 else { return false }
    let century = digits[6] == 9 ? 1800 : digits[6] < 6 ? 1900 : 2000
    return isDay(
      year: century + digits.number(0..<2), month: digits.number(2..<4), day: digits.number(4..<6))
  }
}

extension Validator {
  /// The checks of this file.
  static let latinAmerica: [Validator] = [
    Validator("br-cpf", "Two check digits, weights 10 to 2 and 11 to 2, mod 11 (Receita Federal)", isBRCPF),
    Validator(
      "br-cnpj", "Two check digits, letters as ASCII less 48 since July 2026, mod 11 (Receita Federal)",
      isBRCNPJ),
    Validator("br-cnh", "Two check digits, weights 9 to 1 and 1 to 9, mod 11 (Senatran)", isBRCNH),
    Validator("br-pis", "Weights 3, 2, 9 to 2, mod 11: PIS, PASEP, NIS and RENAVAM (Caixa, Senatran)", isBRPIS),
    Validator("br-cns", "Weights 15 to 1, mod 11 (DATASUS)", isBRCNS),
    Validator("br-titulo", "State and two check digits, mod 11 (Tribunal Superior Eleitoral)", isBRTitulo),
    Validator(
      "br-cnj",
      "ISO 7064 MOD 97-10 with the check digits in place 8 and 9 (Conselho Nacional de Justiça, resolution 65)",
      isBRCNJ),
    Validator("ar-cuit", "Prefix in use and weights 5, 4, 3, 2, 7 to 2, mod 11 (AFIP, ARCA)", isARCUIT),
    Validator(
      "ar-cbu", "Two blocks, weights 3, 1, 7, 9 from the right, mod 10 (Banco Central de la República Argentina)",
      isARCBU),
    Validator("cl-rut", "Weights 2 to 7 from the right, mod 11, K for 10 (Servicio de Impuestos Internos)", isCLRUT),
    Validator("co-nit", "Prime weights 3, 7, 13 … from the right, mod 11 (DIAN)", isCONIT),
    Validator("pe-dni", "Weights 3, 2, 7 to 2, mod 11, a digit or a letter (RENIEC)", isPEDNI),
    Validator("pe-ruc", "Kind of taxpayer and weights 5, 4, 3, 2, 7 to 2, mod 11 (SUNAT)", isPERUC),
    Validator("ec-ci", "Province, third digit and Luhn over ten digits (Registro Civil)", isECCI),
    Validator("ec-ruc", "A person's number, or weights mod 11 of companies and authorities (SRI)", isECRUC),
    Validator("uy-ci", "Weights 2, 9, 8, 7, 6, 3, 4, mod 10 (Dirección Nacional de Identificación Civil)", isUYCI),
    Validator("uy-rut", "Registration 01–22, 001 and weights 4, 3, 2, 9 to 2, mod 11 (DGI)", isUYRUT),
    Validator("py-ruc", "Weights 2, 3, 4 … from the right, mod 11 (SET, DNIT)", isPYRUC),
    Validator("ve-rif", "Kind of taxpayer and weights 3, 2, 7 to 2, mod 11 (SENIAT)", isVERIF),
    Validator("do-rnc", "Weights 7, 9, 8, 6, 5, 4, 3, 2, mod 11 (DGII)", isDORNC),
    Validator("gt-nit", "Weights 2, 3, 4 … from the right, mod 11, K for 10 (SAT)", isGTNIT),
    Validator("gt-cui", "Weights 2 to 9, mod 11, and a municipality that exists (RENAP)", isGTCUI),
    Validator("sv-nit", "Weights of the older or newer scheme, mod 11 (Ministerio de Hacienda)", isSVNIT),
    Validator("sv-dui", "Weights 9 to 2, mod 10 (Registro Nacional de las Personas Naturales)", isSVDUI),
    Validator("cu-ni", "A birth date, its century in the seventh digit (Cuban identity card)", isCUNI),
  ]
}
