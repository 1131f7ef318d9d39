/// Ways to write a value so that it reads the same and has other bytes. Found values must be found in each of them.
enum Disguise: String, CaseIterable {
  case fullWidthDigits = "full-width digits"
  case zeroWidthSpace = "a zero-width space inside"
  case noBreakSpaces = "no-break spaces"

  /// Nil when there is nothing in the value to disguise.
  func apply(to value: String) -> String? {
    var scalars = Array(value.unicodeScalars)
    switch self {
    case .fullWidthDigits:
      scalars = scalars.map { ("0"..."9").contains($0) ? Unicode.Scalar($0.value - 0x30 + 0xFF10)! : $0 }
    case .noBreakSpaces:
      scalars = scalars.map { $0 == " " ? "\u{A0}" : $0 }
    case .zeroWidthSpace:
      // Between digits, where values are broken on purpose or by a line's layout; else in the middle.
      guard scalars.count > 1 else { return nil }
      let isDigit = scalars.map { ("0"..."9").contains($0) }
      let place = (1..<scalars.count).first { isDigit[$0 - 1] && isDigit[$0] } ?? scalars.count / 2
      scalars.insert("\u{200B}", at: place)
    }
    let disguised = String(String.UnicodeScalarView(scalars))
    return disguised.utf8.elementsEqual(value.utf8) ? nil : disguised
  }
}
