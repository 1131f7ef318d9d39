import CScan

/// How a match begins, as far as the number of its letters and digits tells: the rules that can begin at a number are
/// looked up by it, so that a number costs only the rules that ask for as many digits as it has.
package struct Shape: Sendable, Hashable {
  package static let mostLetters = Int(CSCAN_MOST_LETTERS)
  package static let mostDigits = Int(CSCAN_MOST_DIGITS)
  package static let longestRun = Int(CSCAN_LONGEST_RUN)

  /// Bit n: the match begins with n ASCII letters, perhaps a separator, and then digits.
  package private(set) var letters: UInt16 = 0
  /// Bit n: n digits follow in groups, with at most three separators between two groups.
  package private(set) var digits: UInt64 = 0
  /// Bit n: the match begins with an unbroken run of n ASCII letters and digits.
  package private(set) var runs: SIMD2<UInt64> = [0, 0]
  /// How many of a run must be digits.
  package private(set) var runDigits = 0

  /// - Parameters:
  ///   - letters: at most ``mostLetters``.
  ///   - digits: each from 1 to ``mostDigits``.
  package init(letters: ClosedRange<Int>, digits: Set<Int>) {
    for count in letters { self.letters |= 1 << UInt16(count) }
    for count in digits { self.digits |= 1 << UInt64(count) }
  }

  /// - Parameter runs: each from 1 to ``longestRun``.
  package init(runs: Set<Int>, digits: Int) {
    for length in runs { self.runs[length / 64] |= 1 << UInt64(length % 64) }
    runDigits = digits
  }

  /// Whether a match may begin with this byte.
  func begins(with byte: UInt8, isCaseless: Bool) -> Bool {
    if isDigit(byte) { return letters & 1 != 0 || runs != [0, 0] }
    return (isUpper(byte) || isCaseless && isLower(byte)) && (letters > 1 || runs != [0, 0])
  }

  /// Whether a match may begin with so many letters, perhaps a separator, and so many digits.
  func begins(_ letters: Int, _ digits: Int) -> Bool {
    self.letters >> UInt16(letters) & 1 != 0 && self.digits >> UInt64(digits) & 1 != 0
  }

  /// Whether a match may begin with an unbroken run of this length, if enough of it are digits.
  func isRun(_ length: Int) -> Bool { runs[length / 64] >> UInt64(length % 64) & 1 != 0 }
}

/// Rules that need context and may begin at a number.
///
/// Laid out as `cscan_number`.
package struct NumberStart: Sendable {
  /// Bits of ``NumberRules``, from ``word`` times 64 on.
  package var rules: UInt64
  package var position: Int32
  package var word: Int32
}
