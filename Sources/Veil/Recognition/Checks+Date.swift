extension Validator {
  /// A calendar day. Reads up to three numbers in the order year-month-day, day-month-year or month-day-year; a month
  /// written as a word, or parts that are missing, leave only the day or the year to be checked.
  static func isDate(_ text: Span<UInt8>) -> Bool {
    let date = WrittenDate(text)
    if date.widths.0 == 8 {
      let number = date.numbers.0
      return isDay(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    }
    switch (date.count, date.hasWord) {
    case (1, false): return date.widths.0 == 4 && (1500...2199).contains(date.numbers.0)
    case (2, false): return true
    case (3, false) where date.widths.0 == 4:
      return isDay(year: date.numbers.0, month: date.numbers.1, day: date.numbers.2)
    case (3, false):
      let year = date.widths.2 == 2 ? 2000 + date.numbers.2 : date.numbers.2
      return isDay(year: year, month: date.numbers.1, day: date.numbers.0)
        || isDay(year: year, month: date.numbers.0, day: date.numbers.1)
    case (0, let hasWord): return hasWord
    default:
      return isDayOrYear(date.numbers.0) || date.count > 1 && isDayOrYear(date.numbers.1)
        || date.count > 2 && isDayOrYear(date.numbers.2)
    }
  }

  private static func isDayOrYear(_ number: Int) -> Bool {
    (1...31).contains(number) || (1000...2999).contains(number)
  }
}

/// The first three numbers of a date as it is written, how many digits they have, and whether letters are among them.
private struct WrittenDate {
  var numbers = (0, 0, 0)
  var widths = (0, 0, 0)
  var count = 0
  var hasWord = false

  init(_ text: Span<UInt8>) {
    var inNumber = false
    for index in text.indices {
      let byte = text[index]
      let digit = Int(byte &- 0x30)
      if digit < 10 {
        if !inNumber {
          // What follows a date is a time of day.
          if count == 3 { return }
          count += 1
        }
        inNumber = true
        switch count {
        case 1: (numbers.0, widths.0) = (Self.append(digit, to: numbers.0), widths.0 + 1)
        case 2: (numbers.1, widths.1) = (Self.append(digit, to: numbers.1), widths.1 + 1)
        default: (numbers.2, widths.2) = (Self.append(digit, to: numbers.2), widths.2 + 1)
        }
      } else {
        // The T of a time stamp is no word.
        if byte | 0x20 &- 0x61 < 26, byte | 0x20 != UInt8(ascii: "t") || count < 3 { hasWord = true }
        inNumber = false
      }
    }
  }

  private static func append(_ digit: Int, to number: Int) -> Int { (number * 10 + digit) % 100_000_000 }
}
