import Scanning

/// Which letters, by case, a piece of text has.
struct LetterCases {
  var count = 0
  var hasUpper = false
  var hasLower = false
  /// Of the first character, when it is a letter.
  var isFirstUpper = false
  /// Of the last letter.
  var isLastUpper = false
}

extension NameReader {
  func cases(_ range: Range<Int>) -> LetterCases {
    var cases = LetterCases()
    var position = range.lowerBound
    while position < range.upperBound {
      let (scalar, next) = decode(text, at: position)
      if scalar < 0x80 {
        let byte = UInt8(scalar)
        if isUpper(byte) {
          cases.hasUpper = true
          cases.isLastUpper = true
          cases.count += 1
        } else if isLower(byte) {
          cases.hasLower = true
          cases.isLastUpper = false
          cases.count += 1
        }
      } else if isLetter(at: position) {
        cases.count += 1
        if characters[scalar].lower != scalar {
          cases.hasUpper = true
          cases.isLastUpper = true
        } else if Unicode.Scalar(scalar)?.properties.isLowercase == true {
          cases.hasLower = true
          cases.isLastUpper = false
        }
      }
      if position == range.lowerBound { cases.isFirstUpper = cases.hasUpper }
      position = next
    }
    return cases
  }
}
