import Scanning

/// A word as a part of a name: letters with single hyphens and apostrophes inside.
struct NameToken {
  enum Case {
    case lower
    case capital
    case upper
    /// Of a script without capitals.
    case none
  }

  var start: Int
  var end: Int
  var letters: Case
  /// One letter, with or without a full stop behind it.
  var isInitial: Bool
  var roles: WordRoles

  var isName: Bool { !roles.isDisjoint(with: [.given, .family]) }
  var isSmallParticle: Bool { letters == .lower && roles.contains(.particle) }
  var isCapital: Bool { letters == .capital || letters == .upper }
  /// A word that is not a name although it begins with a capital: at the start of a sentence, a month, a heading.
  var isPlainWord: Bool { roles.contains(.common) && !(isName && !roles.contains(.ambiguous)) }
}

/// Reads name tokens forwards and backwards.
struct NameReader {
  let text: UnsafeBufferPointer<UInt8>
  private let views: Lexicon.Views
  let characters = CharacterTable.shared
  private var reader: WordReader

  init(text: UnsafeBufferPointer<UInt8>, views: Lexicon.Views) {
    self.text = text
    self.views = views
    reader = WordReader(text)
  }

  @inline(__always)
  func byte(_ position: Int) -> UInt8? { position >= 0 && position < text.count ? text[position] : nil }

  /// The token that starts at `start`, or nil when no letter stands there.
  mutating func token(at start: Int) -> NameToken? {
    guard start >= 0, start < text.count else { return nil }
    return plainToken(at: start) ?? (isLetter(at: start) ? otherToken(at: start) : nil)
  }

  /// A token of ASCII letters without marks inside, as nearly all are.
  @inline(__always)
  private func plainToken(at start: Int) -> NameToken? {
    guard let (word, capitals) = reader.letters(at: start) else { return nil }
    let count = word.end - start
    let letters: NameToken.Case = capitals == 1 << count - 1 ? .upper : capitals & 1 != 0 ? .capital : .lower
    return NameToken(
      start: start, end: word.end, letters: letters, isInitial: count == 1 && letters == .upper, roles: roles(of: word))
  }

  private func roles(of word: Word) -> WordRoles { WordRoles(rawValue: views.words.bits(of: word, in: reader)) }

  private mutating func otherToken(at start: Int) -> NameToken? {
    var roles: WordRoles = []
    var position = start
    var parts = 0
    while let word = reader.word(at: position), parts < 4 {
      roles.formUnion(self.roles(of: word))
      position = word.end
      parts += 1
      // `Jean-Luc`, `O'Brien`; not the `s` of a possessive.
      guard let mark = byte(position), mark == UInt8(ascii: "-") || mark == UInt8(ascii: "'"),
        isLetter(at: position + 1), !(mark == UInt8(ascii: "'") && isPossessive(at: position + 1))
      else { break }
      position += 1
    }
    if parts > 1 {
      let joined = position
      if let word = reader.word(at: start) {
        var hits: [PhraseHit] = []
        views.names.matches(from: word, in: &reader, to: &hits)
        for hit in hits where Int(hit.end) == joined { roles.formUnion(views.roles(ofName: hit)) }
      }
      // A part may be a common word where the whole is a name.
      roles.remove(.common)
    }
    guard position > start else { return nil }
    let letters = letterCase(start..<position)
    let isInitial = characterCount(start..<position) == 1 && letters != .lower && letters != .none
    return NameToken(start: start, end: position, letters: letters, isInitial: isInitial, roles: roles)
  }

  /// The token before `position` on the same line with one or two spaces, or initials' full stops, between.
  mutating func token(before position: Int) -> NameToken? {
    var end = position
    while let byte = byte(end - 1), byte == 0x20, position - end < 2 { end -= 1 }
    if byte(end - 1) == UInt8(ascii: "."), end - 2 >= 0, isUpper(text[end - 2]) { end -= 1 }
    var start = end
    while start > 0, position - start < 64 {
      let byte = text[start - 1]
      guard isASCIIWord(byte) || byte >= 0x80 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "'") else { break }
      start -= 1
    }
    // `COM` of an address and `AA` of a postcode are no words of the sentence.
    switch byte(start - 1) {
    case UInt8(ascii: "."), UInt8(ascii: "@"), UInt8(ascii: "/"), UInt8(ascii: "_"): return nil
    default: break
    }
    guard start < end, let token = token(at: start), token.end == end else { return nil }
    return token
  }

  /// Whether a piece of the text is this word of ASCII.
  func reads(_ word: StaticString, _ range: Range<Int>) -> Bool {
    range.count == word.utf8CodeUnitCount
      && word.withUTF8Buffer { $0.elementsEqual(text[range]) }
  }

  func isLetter(at position: Int) -> Bool {
    guard let byte = byte(position) else { return false }
    if byte < 0x80 { return isASCIIWord(byte) && !isDigit(byte) }
    guard byte & 0xC0 != 0x80 else { return false }
    switch characters[decode(text, at: position).scalar].kind {
    case .letter, .ideograph: return true
    default: return false
    }
  }

  private func isPossessive(at position: Int) -> Bool {
    guard let byte = byte(position), byte | 0x20 == UInt8(ascii: "s") else { return false }
    return !isLetter(at: position + 1)
  }

  private func characterCount(_ range: Range<Int>) -> Int { range.count { text[$0] & 0xC0 != 0x80 } }

  private func letterCase(_ range: Range<Int>) -> NameToken.Case {
    var upper = 0
    var lower = 0
    var isFirstUpper = false
    var position = range.lowerBound
    while position < range.upperBound {
      let (scalar, next) = decode(text, at: position)
      if scalar < 0x80 {
        if isUpper(UInt8(scalar)) { upper += 1 } else if isLower(UInt8(scalar)) { lower += 1 }
      } else if characters[scalar].lower != scalar {
        upper += 1
      } else if Unicode.Scalar(scalar)?.properties.isLowercase == true {
        lower += 1
      }
      if position == range.lowerBound { isFirstUpper = upper == 1 }
      position = next
    }
    if upper + lower == 0 { return .none }
    if lower == 0 { return .upper }
    return isFirstUpper ? .capital : .lower
  }
}
