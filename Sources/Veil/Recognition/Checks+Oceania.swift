/// Checks of identifiers that Australia and New Zealand issue.
extension Validator {
  /// Weights 1, 4, 3, 7, 5, 8, 6, 9, 10, mod 11 is 0.
  static func isAUTFN(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    return digits.count == 9 && digits.number(0..<9) != 0 && digits.sum([1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 == 0
  }

  /// One less than the first digit, weights 10, 1, 3 … 19, mod 89 is 0.
  static func isAUABN(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 11, digits[0] > 0 else { return false }
    return (digits.sum([10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19]) - 10) % 89 == 0
  }

  /// Weights 8 to 1, mod 10.
  static func isAUACN(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 9, digits.number(0..<9) != 0 else { return false }
    return (10 - digits.sum([8, 7, 6, 5, 4, 3, 2, 1]) % 10) % 10 == digits[8]
  }

  /// First digit 2 to 6, ninth digit by weights 1, 3, 7, 9 mod 10, then the card's issue and perhaps the person.
  static func isAUMedicare(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 10 || digits.count == 11, (2...6).contains(digits[0]), digits[9] > 0 else { return false }
    return digits.sum([1, 3, 7, 9, 1, 3, 7, 9]) % 10 == digits[8]
  }

  /// Six digits, a place of practice and a check letter: weights 3, 5, 8, 4, 2, 1 and 6, mod 11.
  static func isAUProvider(_ text: Span<UInt8>) -> Bool {
    let code = Characters36(text)
    guard code.count == 8 else { return false }
    var sum = 0
    for (index, weight) in [3, 5, 8, 4, 2, 1].enumerated() {
      guard code.isDigit(index) else { return false }
      sum += code.value(index) * weight
    }
    // Places are counted without I, O, S and Z.
    var place = code.value(6)
    if code.isLetter(6) {
      switch code[6] {
      case UInt8(ascii: "I"), UInt8(ascii: "O"), UInt8(ascii: "S"), UInt8(ascii: "Z"): return false
      case UInt8(ascii: "J")...UInt8(ascii: "N"): place -= 1
      case UInt8(ascii: "P")...UInt8(ascii: "R"): place -= 2
      case UInt8(ascii: "T")...UInt8(ascii: "Y"): place -= 3
      default: break
      }
    }
    return code[7] == providerLetters[(sum + place * 6) % 11]
  }

  private static let providerLetters = Array("YXWTLKJHFBA".utf8)

  /// 10 to 150 million; weights 3, 2, 7 to 2, or where these leave 10 the weights 7, 4, 3, 2, 5, 2, 7, 6, mod 11.
  static func isNZIRD(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    let number = digits.number(0..<digits.count)
    guard digits.count == 8 || digits.count == 9, number > 10_000_000, number < 150_000_000 else { return false }
    // A number of eight digits counts as if a 0 stood before it.
    let isLong = digits.count == 9
    let first = isLong ? digits.sum([3, 2, 7, 6, 5, 4, 3, 2]) : digits.sum([2, 7, 6, 5, 4, 3, 2])
    var check = (11 - first % 11) % 11
    if check == 10 {
      let second = isLong ? digits.sum([7, 4, 3, 2, 5, 2, 7, 6]) : digits.sum([4, 3, 2, 5, 2, 7, 6])
      check = (11 - second % 11) % 11
    }
    return check == digits[digits.count - 1]
  }

  /// Three letters and four digits, mod 11; or three letters, two digits and two letters, mod 24, in later ones mod 23.
  static func isNZNHI(_ text: Span<UInt8>) -> Bool {
    let code = Characters36(text)
    guard code.count == 7 else { return false }
    var sum = 0
    for index in 0..<6 {
      guard code.isDigit(index) || index != 3 && index != 4, let value = healthIndexValue(code[index]) else {
        return false
      }
      if index < 3, code.isDigit(index) { return false }
      sum += value * (7 - index)
    }
    if code.isDigit(5) {
      // A remainder of 0 is never issued.
      return sum % 11 != 0 && code.isDigit(6) && (11 - sum % 11) % 10 == code.value(6)
    }
    guard code.isLetter(6), let check = healthIndexValue(code[6]) else { return false }
    return 24 - sum % 24 == check || 23 - sum % 23 == check
  }

  /// Letters count from 1 on without I and O.
  private static func healthIndexValue(_ byte: UInt8) -> Int? {
    switch byte {
    case 0x30...0x39: Int(byte) - 0x30
    case 0x41...0x48: Int(byte) - 0x40
    case 0x4A...0x4E: Int(byte) - 0x41
    case 0x50...0x5A: Int(byte) - 0x42
    default: nil
    }
  }

  /// Bank, branch, base and suffix; the bank says which weights and modulus the Inland Revenue's table has for it.
  static func isNZBank(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 15 || digits.count == 16 else { return false }
    let base = digits.number(6..<13)
    // A suffix of two digits counts as if a 0 stood before it.
    let isShort = digits.count == 15
    switch digits.number(0..<2) {
    case 1...4, 6, 10...24, 27, 30, 35, 38:
      let branch = base < 990_000 ? digits.sum([0, 0, 6, 3, 7, 9]) : 0
      return (branch + digits.sum([0, 0, 0, 0, 0, 0, 0, 10, 5, 8, 4, 2, 1])) % 11 == 0
    case 8: return digits.sum([0, 0, 0, 0, 0, 0, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0
    case 9:
      var sum = digitalSum(digits[digits.count - 1])
      for index in 9..<13 { sum += digitalSum(digits[index] * (14 - index)) }
      return sum % 11 == 0
    case 25, 33: return digits.sum([0, 0, 0, 0, 0, 0, 1, 7, 3, 1, 7, 3, 1]) % 10 == 0
    case 26, 28, 29:
      var sum = 0
      for (index, weight) in [1, 3, 7, 1, 3, 7, 1].enumerated() { sum += digitalSum(digits[6 + index] * weight) }
      let suffix = isShort ? [7, 1] : [3, 7, 1]
      for (index, weight) in suffix.enumerated() { sum += digitalSum(digits[13 + index] * weight) }
      return sum % 10 == 0
    case 31: return true
    default: return false
    }
  }

  /// The sum of a product's two digits, summed again if need be.
  private static func digitalSum(_ product: Int) -> Int {
    let sum = product / 10 + product % 10
    return sum > 9 ? sum - 9 : sum
  }

  /// A GS1 number under New Zealand's prefix 9429.
  static func isNZBN(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 13, digits.number(0..<4) == 9429 else { return false }
    return digits.sum([1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]) % 10 == 0
  }
}

extension Validator {
  /// The checks of this file.
  static let oceania: [Validator] = [
    Validator("au-tfn", "Weights 1, 4, 3, 7, 5, 8, 6, 9, 10, mod 11 (Australian Taxation Office)", isAUTFN),
    Validator("au-abn", "First digit less 1, weights 10, 1, 3 … 19, mod 89 (Australian Business Register)", isAUABN),
    Validator("au-acn", "Weights 8 to 1, mod 10 (Australian Securities and Investments Commission)", isAUACN),
    Validator("au-medicare", "First digit 2–6 and weights 1, 3, 7, 9, mod 10 (Services Australia)", isAUMedicare),
    Validator(
      "au-provider", "Weights 3, 5, 8, 4, 2, 1 and 6 for the place, mod 11 to a letter (Services Australia)",
      isAUProvider),
    Validator("nz-ird", "Two sets of weights, mod 11 (Inland Revenue)", isNZIRD),
    Validator("nz-nhi", "Letters without I and O; mod 11, in the form of 2019 mod 24 or 23 (HISO 10046)", isNZNHI),
    Validator(
      "nz-bank", "Weights and modulus by the bank (Inland Revenue, resident withholding tax specification)",
      isNZBank),
    Validator("nz-nzbn", "Prefix 9429 and the GS1 check digit (New Zealand Business Number)", isNZBN),
  ]
}
