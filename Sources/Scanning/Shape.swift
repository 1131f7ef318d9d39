/// How a match begins, as far as the number of its letters and digits tells: the rules that can begin at a number are
/// looked up by it, so that a number costs only the rules that ask for as many digits as it has.
package struct Shape: Sendable, Hashable {
  package static let mostLetters = 15
  package static let mostDigits = 63
  package static let longestRun = 127

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

  /// The fewest digits within 64 bytes from where a text of this shape begins, which is as far as they are counted at a
  /// glance. Letters and separators take room, three before each digit at most, and long runs go on behind it.
  var fewestDigits: Int {
    if digits != 0 { return min(digits.trailingZeroBitCount, (64 - Self.mostLetters - 1) / 4) }
    let longest = runs[1] != 0 ? 127 - runs[1].leadingZeroBitCount : 63
    return max(1, runDigits - max(0, longest - 64))
  }

  @inline(__always)
  package func matches(_ number: NumberStart) -> Bool {
    if letters >> UInt16(number.letters) & 1 != 0, digits & number.totals != 0 { return true }
    return number.run < 128 && runs[Int(number.run) / 64] >> UInt64(number.run % 64) & 1 != 0
      && Int(number.runDigits) >= runDigits
  }
}

/// A place where a number begins, perhaps with letters in front.
package struct NumberStart: Sendable {
  package var position: Int32
  /// ASCII letters that it begins with; 255 when there are too many.
  package var letters: UInt8 = 0
  /// Length of the unbroken run of letters and digits; 255 when it is too long.
  package var run: UInt8 = 0
  package var runDigits: UInt8 = 0
  /// Bit n: a group of digits ends with the nth digit.
  package var totals: UInt64 = 0

  /// What may stand between groups of digits.
  private static let separators = ByteSet(" .-/()".utf8)

  init(_ text: UnsafeBufferPointer<UInt8>, at start: Int) {
    position = Int32(truncatingIfNeeded: start)
    var end = start
    while end < text.count, isLower(text[end] | 0x20) { end += 1 }
    let letterCount = end - start
    var runEnd = end
    var digitCount = 0
    while runEnd < text.count, isASCIIWord(text[runEnd]), runEnd - start <= Shape.longestRun {
      if isDigit(text[runEnd]) { digitCount += 1 }
      runEnd += 1
    }
    run = UInt8(runEnd - start <= Shape.longestRun ? runEnd - start : 255)
    runDigits = UInt8(digitCount)
    guard letterCount <= Shape.mostLetters else {
      letters = 255
      return
    }
    letters = UInt8(letterCount)
    if letterCount > 0, end < text.count, Self.separators.contains(text[end]) { end += 1 }
    var total = 0
    while end < text.count, isDigit(text[end]) {
      while end < text.count, isDigit(text[end]) {
        total += 1
        end += 1
      }
      guard total <= Shape.mostDigits else { return }
      totals |= 1 << UInt64(total)
      var next = end
      while next < text.count, next - end < 3, Self.separators.contains(text[next]) { next += 1 }
      guard next < text.count, isDigit(text[next]) else { return }
      end = next
    }
  }
}
