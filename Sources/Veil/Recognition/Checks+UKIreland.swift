/// Check digits and structures of numbers issued in the United Kingdom and Ireland.
extension Validator {
  /// NHS and Health and Care numbers: weights 10 to 2, mod 11; a check digit of 10 is not issued (NHS Data Dictionary).
  static func isUKNHSNumber(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 10, !digits.isRepeated else { return false }
    let check = (11 - digits.sum([10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11) % 11
    return check == digits[9]
  }

  /// Community Health Index of Scotland: an NHS number that begins with the day of birth as ddmmyy.
  static func isUKCHINumber(_ text: Span<UInt8>) -> Bool {
    guard isUKNHSNumber(text) else { return false }
    let digits = Digits(text)
    return isDayOfAnyCentury(
      year: digits.number(4..<6), month: digits.number(2..<4), day: digits.number(0..<2))
  }

  /// National Insurance number: prefixes that HMRC issues, six digits and a suffix from A to D. There is no check
  /// digit.
  static func isUKNINO(_ text: Span<UInt8>) -> Bool {
    let characters = Characters36(text)
    guard characters.count == 9 else { return false }
    for index in 2..<8 where !characters.isDigit(index) { return false }
    guard (UInt8(ascii: "A")...UInt8(ascii: "D")).contains(characters[8]) else { return false }
    return isIssuedNINOPrefix(characters[0], characters[1])
  }

  private static func isIssuedNINOPrefix(_ first: UInt8, _ second: UInt8) -> Bool {
    guard first &- 0x41 < 26, second &- 0x41 < 26, second != UInt8(ascii: "O") else { return false }
    guard !refusedNINOLetters.contains(first), !refusedNINOLetters.contains(second) else { return false }
    switch (Unicode.Scalar(first), Unicode.Scalar(second)) {
    case ("B", "G"), ("G", "B"), ("K", "N"), ("N", "K"), ("N", "T"), ("T", "N"), ("Z", "Z"): return false
    default: return true
    }
  }

  private static let refusedNINOLetters = Array("DFIQUV".utf8)

  /// Unique Taxpayer Reference: the first digit checks the nine others by weights 6, 7, 8, 9, 10, 5, 4, 3, 2, mod 11.
  static func isUKUTR(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    guard digits.count == 10, digits.number(1..<10) != 0 else { return false }
    let remainder = digits.sum([0, 6, 7, 8, 9, 10, 5, 4, 3, 2]) % 11
    let check = remainder < 2 ? 2 - remainder : remainder == 2 ? 9 : 11 - remainder
    return check == digits[0]
  }

  /// VAT number: weights 8 to 2 and the last two digits add up to a multiple of 97; in numbers from 100 on, issued since
  /// 2010, to 42 or 55 more than one. Three more digits name a branch. GD and HA numbers of authorities have three digits
  /// in ranges.
  static func isUKVAT(_ text: Span<UInt8>) -> Bool {
    let digits = Digits(text)
    if digits.count == 3 {
      let characters = Characters36(text)
      guard characters.count >= 5 else { return false }
      let number = digits.number(0..<3)
      let letters = (characters[characters.count - 5], characters[characters.count - 4])
      switch (Unicode.Scalar(letters.0), Unicode.Scalar(letters.1)) {
      case ("G", "D"): return number < 500
      case ("H", "A"): return number >= 500
      default: return false
      }
    }
    guard digits.count == 9 || digits.count == 12, digits.number(0..<7) != 0 else { return false }
    let remainder = (digits.sum([8, 7, 6, 5, 4, 3, 2]) + digits.number(7..<9)) % 97
    return remainder == 0 || digits[0] > 0 && (remainder == 42 || remainder == 55)
  }

  /// Driver number of Great Britain: five letters of the surname filled with 9, a day of birth (the month of women is
  /// 50 more) spread as y mm dd y, two initials or 9, three characters of the DVLA.
  static func isUKDrivingLicence(_ text: Span<UInt8>) -> Bool {
    let characters = Characters36(text)
    // The number of the issue may follow on the card.
    let isIssue = characters.count == 18 && characters.isDigit(16) && characters.isDigit(17)
    guard characters.count == 16 || isIssue, characters.isLetter(0) else { return false }
    let nine = UInt8(ascii: "9")
    for index in 1..<5 where !characters.isLetter(index) {
      guard characters[index] == nine else { return false }
    }
    for index in 1..<4 where characters[index] == nine && characters[index + 1] != nine { return false }
    for index in 5..<11 where !characters.isDigit(index) { return false }
    for index in 11..<13 where !characters.isLetter(index) && characters[index] != nine { return false }
    guard characters.isLetter(12) || characters[12] == nine, characters.isLetter(14), characters.isLetter(15) else {
      return false
    }
    let month = (characters.value(6) * 10 + characters.value(7)) % 50
    return isDayOfAnyCentury(
      year: characters.value(5) * 10 + characters.value(10), month: month,
      day: characters.value(8) * 10 + characters.value(9))
  }

  /// Unique Pupil Number: the letter in front checks the twelve characters behind it by weights 2 to 13, mod 23, in an
  /// alphabet without I, O and S (Department for Education).
  static func isUKUPN(_ text: Span<UInt8>) -> Bool {
    let characters = Characters36(text)
    guard characters.count == 13, let check = pupilLetter(characters[0]) else { return false }
    var sum = 0
    for index in 1..<13 {
      if characters.isDigit(index) {
        sum += characters.value(index) * (index + 1)
      } else {
        // Only the last character of a temporary number is a letter.
        guard index == 12, let value = pupilLetter(characters[index]) else { return false }
        sum += value * (index + 1)
      }
    }
    return sum % 23 == check
  }

  private static func pupilLetter(_ letter: UInt8) -> Int? { pupilLetters.firstIndex(of: letter) }

  private static let pupilLetters = Array("ABCDEFGHJKLMNPQRTUVWXYZ".utf8)

  /// Personal Public Service number: weights 8 to 2 over the digits, 9 for a second letter A, B or H; mod 23 gives the
  /// first letter, W being 0. The older second letters T, W and X count nothing (Revenue Commissioners).
  static func isIEPPSN(_ text: Span<UInt8>) -> Bool {
    let characters = Characters36(text)
    switch Unicode.Scalar(characters[8]) {
    case "A", "B", "H":
      return characters.count == 9 && isIrishNumber(characters, from: 0, second: characters.value(8) - 9)
    case "T", "W", "X": return characters.count == 9 && isIrishNumber(characters, from: 0, second: 0)
    default: return characters.count == 8 && isIrishNumber(characters, from: 0, second: 0)
    }
  }

  /// VAT number: as a PPS number, or of the old form: digit, sign, five digits, check letter, where the leading digit
  /// moves behind the five others.
  static func isIEVAT(_ text: Span<UInt8>) -> Bool {
    let characters = Characters36(text)
    var start = 0
    if characters[0] == UInt8(ascii: "I"), characters[1] == UInt8(ascii: "E") { start = 2 }
    let count = characters.count - start
    if characters.isDigit(start + 1), characters.isDigit(start + 6) {
      guard count == 9 else { return count == 8 && isIrishNumber(characters, from: start, second: 0) }
      let second = characters.value(start + 8) - 9
      // W, the 23rd letter, is 0 here as well.
      return (1...23).contains(second) && isIrishNumber(characters, from: start, second: second % 23)
    }
    // The sign may be a letter, + or *; only a letter is among the characters.
    let rest = start + (characters.isLetter(start + 1) ? 2 : 1)
    guard characters.isDigit(start), characters.count == rest + 6 else { return false }
    var sum = characters.value(start) * 2
    for index in 0..<5 {
      guard characters.isDigit(rest + index) else { return false }
      sum += characters.value(rest + index) * (7 - index)
    }
    return characters[rest + 5] == irishLetter(sum)
  }

  /// Seven digits and the letter that checks them and a second letter's value.
  private static func isIrishNumber(_ characters: Characters36, from start: Int, second: Int) -> Bool {
    var sum = second * 9
    for index in 0..<7 {
      guard characters.isDigit(start + index) else { return false }
      sum += characters.value(start + index) * (8 - index)
    }
    return characters[start + 7] == irishLetter(sum)
  }

  private static func irishLetter(_ sum: Int) -> UInt8 {
    sum % 23 == 0 ? UInt8(ascii: "W") : UInt8(0x40 + sum % 23)
  }
}

extension Validator {
  /// The checks of this file.
  static let ukIreland: [Validator] = [
    Validator("uk-nhs", "Weights 10 to 2, mod 11, no check digit 10 (NHS Data Dictionary)", isUKNHSNumber),
    Validator(
      "uk-chi", "An NHS number that begins with a day of birth (Community Health Index, Scotland)", isUKCHINumber),
    Validator("uk-nino", "Prefixes that HMRC issues and a suffix from A to D; there is no check digit", isUKNINO),
    Validator("uk-utr", "First digit by weights 6, 7, 8, 9, 10, 5, 4, 3, 2, mod 11 (HMRC)", isUKUTR),
    Validator("uk-vat", "Weights 8 to 2, mod 97 or 9755 (HMRC); ranges of GD and HA numbers", isUKVAT),
    Validator("uk-driving-licence", "Surname, day of birth and initials as the DVLA writes them", isUKDrivingLicence),
    Validator("uk-upn", "Check letter by weights 2 to 13, mod 23 (Department for Education)", isUKUPN),
    Validator("ie-ppsn", "Weights 8 to 2, 9 for a second letter, mod 23 (Revenue Commissioners)", isIEPPSN),
    Validator(
      "ie-vat", "As a PPS number, or the old form with a sign in second place (Revenue Commissioners)", isIEVAT),
  ]
}
