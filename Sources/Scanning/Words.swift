import CScan

/// Words as the phrase index sees them: maximal runs of ASCII letters and digits and of non-ASCII letters, digits and
/// marks; in scripts written without spaces each character is a word of its own. Compared in lower case.
///
/// Laid out as `cscan_word`.
package struct Word: Sendable {
  /// Hash of the word's lower-case UTF-8, multiplied and folded over eight bytes at a time. Not keyed: whoever looks a
  /// word up compares the word itself.
  package let hash: UInt64
  private let from: UInt32
  private let to: UInt32

  @inline(__always)
  package init(start: Int, end: Int, hash: UInt64) {
    self.hash = hash
    from = UInt32(truncatingIfNeeded: start)
    to = UInt32(truncatingIfNeeded: end)
  }

  @inline(__always) package var start: Int { Int(truncatingIfNeeded: from) }
  @inline(__always) package var end: Int { Int(truncatingIfNeeded: to) }
}

/// Reads words and the separators between them out of folded text.
///
/// The pointers are borrowed for the time of one scan.
package struct WordReader {
  package let text: UnsafeBufferPointer<UInt8>
  let characters = CharacterTable.shared

  package init(_ text: UnsafeBufferPointer<UInt8>) {
    self.text = text
  }

  /// The word that starts exactly at `start`, or nil when no word character stands there.
  package mutating func word(at start: Int) -> Word? {
    var end = start
    while end < text.count, isASCIIWord(text[end]) { end += 1 }
    let isPlain = end == text.count || text[end] < 0x80
    if isPlain, end == start { return nil }
    if isPlain, end - start <= 16, start + 16 <= text.count {
      return Word(start: start, end: end, hash: cscan_word_hash(text.baseAddress! + start, end - start))
    }
    return anyWord(at: start)
  }

  /// A word of a few ASCII letters with nothing behind it that may make more of it, with a bit for each capital. nil where
  /// anything else stands, or the text ends too soon.
  @inline(__always)
  package func letters(at start: Int) -> (word: Word, capitals: Int)? {
    var letters = cscan_letters()
    guard cscan_letters_at(text.baseAddress!, text.count, start, &letters) != 0 else { return nil }
    return (Word(start: start, end: Int(letters.end), hash: letters.hash), Int(letters.capitals))
  }

  /// A word that is not plain, or stands where the kernel for plain ones would read beyond the text.
  private func anyWord(at start: Int) -> Word? {
    var word = cscan_word()
    let isWord = withUnsafePointer(to: CharacterTable.scan) {
      cscan_word_at(text.baseAddress!, text.count, start, $0, &word)
    }
    return isWord != 0 ? Word(start: start, end: Int(word.end), hash: word.hash) : nil
  }

  /// The first word of the text.
  mutating func firstWord() -> Word? {
    var position = 0
    while position < text.count {
      if let word = word(at: position) { return word }
      position = decode(text, at: position).next
    }
    return nil
  }

  /// The separator after a word: where the next word starts and what stands between, as a number that ignores white
  /// space. A gap (white space, one `-` or one `_`, or nothing between characters of scripts without spaces) is 0.
  package mutating func gap(after end: Int) -> (next: Int, separator: UInt32)? {
    var position = end
    var separator: UInt32 = 0
    var kept = 0
    while position < text.count, position - end <= Self.longestGap {
      let byte = text[position]
      if isASCIIWord(byte) || byte >= 0x80 { break }
      switch byte {
      case 0x20, 0x09, 0x0A, 0x0D: break
      default:
        kept += 1
        if kept > 4 { return nil }
        separator = separator << 8 | UInt32(byte)
      }
      position += 1
    }
    guard position < text.count, position - end <= Self.longestGap else { return nil }
    if separator == UInt32(UInt8(ascii: "-")) || separator == UInt32(UInt8(ascii: "_")) { separator = 0 }
    return (position, separator)
  }

  /// Most bytes that may stand between two words of one phrase.
  static let longestGap = 6

  /// Whether the word in the text equals another, which is lower-case UTF-8 with a zero behind it.
  func equals(_ word: Word, _ lowercase: UnsafePointer<UInt8>) -> Bool {
    var other = lowercase
    var position = word.start
    // Alike byte for byte but for case, as long as both are ASCII.
    while position < word.end {
      let byte = text[position]
      guard byte < 0x80 else { return equalsMixed(word, lowercase) }
      if (isUpper(byte) ? byte | 0x20 : byte) != other.pointee { return false }
      position += 1
      other += 1
    }
    return other.pointee == 0
  }

  @inline(never)
  private func equalsMixed(_ word: Word, _ lowercase: UnsafePointer<UInt8>) -> Bool {
    var other = lowercase
    var position = word.start
    while position < word.end {
      let (scalar, next) = decode(text, at: position)
      let isEqual = withUTF8(characters[scalar].lower) { bytes in
        for byte in bytes {
          guard other.pointee == byte else { return false }
          other += 1
        }
        return true
      }
      if !isEqual { return false }
      position = next
    }
    return other.pointee == 0
  }
}

@inline(__always)
package func isASCIIWord(_ byte: UInt8) -> Bool {
  (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
}

@inline(__always)
package func isUpper(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "A") < 26 }

@inline(__always)
package func isLower(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "a") < 26 }

@inline(__always)
package func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

/// Decodes one code point of valid UTF-8.
@inline(__always)
package func decode(_ text: UnsafeBufferPointer<UInt8>, at position: Int) -> (scalar: UInt32, next: Int) {
  let first = UInt32(text[position])
  if first < 0x80 { return (first, position + 1) }
  let second = UInt32(text[position + 1]) & 0x3F
  if first < 0xE0 { return ((first & 0x1F) << 6 | second, position + 2) }
  let third = UInt32(text[position + 2]) & 0x3F
  if first < 0xF0 { return ((first & 0x0F) << 12 | second << 6 | third, position + 3) }
  return ((first & 0x07) << 18 | second << 12 | third << 6 | UInt32(text[position + 3]) & 0x3F, position + 4)
}

package func appendUTF8(_ scalar: UInt32, to bytes: inout [UInt8]) {
  if scalar < 0x80 { return bytes.append(UInt8(scalar)) }
  withUTF8(scalar) { bytes.append(contentsOf: $0) }
}

/// Calls `body` with the one to four bytes of a code point.
@inline(__always)
func withUTF8<R>(_ scalar: UInt32, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
  // The lowest byte is the first.
  var bytes: UInt32
  let count: Int
  switch scalar {
  case 0..<0x80: (bytes, count) = (scalar, 1)
  case 0x80..<0x800: (bytes, count) = (0x80C0 | scalar >> 6 | (scalar & 0x3F) << 8, 2)
  case 0x800..<0x10000:
    (bytes, count) = (0x8080E0 | scalar >> 12 | (scalar >> 6 & 0x3F) << 8 | (scalar & 0x3F) << 16, 3)
  default:
    let middle = (scalar >> 12 & 0x3F) << 8 | (scalar >> 6 & 0x3F) << 16
    (bytes, count) = (0x8080_80F0 | scalar >> 18 | middle | (scalar & 0x3F) << 24, 4)
  }
  bytes = bytes.littleEndian
  return withUnsafeBytes(of: &bytes) {
    body(UnsafeBufferPointer(start: $0.baseAddress!.assumingMemoryBound(to: UInt8.self), count: count))
  }
}

@inline(__always)
func foldMultiply(_ value: UInt64) -> UInt64 {
  let product = value.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
  return product.high ^ product.low
}
