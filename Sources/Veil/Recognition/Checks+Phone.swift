import Scanning

extension Validator {
  /// A number of some country's plan (ITU-T E.164): behind `+`, `00` or `011` the country code decides; without it the
  /// digits, with or without trunk prefix, must be some country's and stand in groups that are usual there.
  static func isPhone(_ text: Span<UInt8>) -> Bool {
    var number = WrittenNumber(text)
    guard number.isComplete, number.isVaried else { return false }
    let plans = NumberingPlans.world
    if number.hasPlus { return plans.acceptInternational(number.digits) }
    if number.digits.prefix(2) == 0, number.digits.count > 8 {
      // Two digits that are no number make room for two that are.
      number = WrittenNumber(text, skipping: 2)
      return number.isComplete && plans.acceptInternational(number.digits)
    }
    if number.readsAsDate { return false }
    if plans.acceptNational(number.digits, groups: number.groups) { return true }
    guard number.digits.count > 10, number.digits.prefix(3) == 0x011 else { return false }
    number = WrittenNumber(text, skipping: 3)
    return number.isComplete && plans.acceptInternational(number.digits)
  }

  /// What a label calls a telephone number: 7 to 15 digits, not one digit repeated.
  static func isPhoneDigits(_ text: Span<UInt8>) -> Bool {
    let number = WrittenNumber(text)
    return number.isComplete && !number.isRepeated && (7...15).contains(number.digits.count)
  }
}

/// The digits of a telephone number as they are written, up to its extension.
private struct WrittenNumber {
  var digits = Digits16()
  var groups = DigitGroups()
  var hasPlus = false
  /// Whether there was room for all digits.
  var isComplete = true
  /// One digit all over.
  var isRepeated: Bool { steps.same == steps.all }
  /// Neither one digit repeated nor counting up or down.
  var isVaried: Bool { !isRepeated && steps.up < steps.all && steps.down < steps.all }

  /// A year of this or the last century and two pairs of digits, in either order.
  var readsAsDate: Bool {
    func isCentury(_ digits: UInt64) -> Bool { digits == 0x19 || digits == 0x20 }
    return groups.count == 3 && digits.count == 8
      && (groups.lengths == 0x224 && isCentury(digits.prefix(2))
        || groups.lengths == 0x422 && isCentury(digits.value >> 8 & 0xFF))
  }

  private var steps: (same: Int, up: Int, down: Int, all: Int) = (0, 0, 0, 0)

  /// - Parameter skipping: digits at the start that are not part of the number.
  init(_ text: Span<UInt8>, skipping: Int = 0) {
    var skipping = skipping
    var length = 0
    var previous: UInt8?
    for index in text.indices {
      let digit = text[index] &- 0x30
      if digit < 10 {
        if skipping > 0 {
          skipping -= 1
          continue
        }
        if let previous { count(previous, digit) }
        previous = digit
        length += 1
        if !digits.append(digit) { isComplete = false }
        continue
      }
      if length > 0, !groups.append(length) { isComplete = false }
      length = 0
      if text[index] == UInt8(ascii: "+") { hasPlus = true }
      // An extension begins with a word or a mark.
      if digits.count > 0, isASCIIWord(text[index]) || text[index] == UInt8(ascii: "#") { return }
    }
    if length > 0, !groups.append(length) { isComplete = false }
  }

  private mutating func count(_ previous: UInt8, _ digit: UInt8) {
    steps.all += 1
    if digit == previous { steps.same += 1 }
    if digit == (previous + 1) % 10 { steps.up += 1 }
    if digit == (previous + 9) % 10 { steps.down += 1 }
  }
}
