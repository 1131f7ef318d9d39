extension Validator {
  /// Track 1 or 2 of a magnetic stripe (ISO/IEC 7813): the card number up to `^` or `=` passes Luhn's check.
  static func isCardTrack(_ text: Span<UInt8>) -> Bool {
    var end = 0
    while end < text.count, text[end] != UInt8(ascii: "^"), text[end] != UInt8(ascii: "=") { end += 1 }
    let digits = Digits(text.extracting(0..<end))
    return end < text.count && (12...19).contains(digits.count) && !digits.isRepeated && luhn(digits, digits.count)
  }
}

extension Validator {
  /// The checks of this file.
  static let payment: [Validator] = [
    Validator("card-track", "Luhn's mod 10 over the card number of a magnetic stripe (ISO/IEC 7813)", isCardTrack)
  ]
}
