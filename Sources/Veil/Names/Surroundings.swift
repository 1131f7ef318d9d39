import Scanning

/// What stands around a place of a text.
protocol Surroundings {
  /// nil outside the text.
  func byte(_ position: Int) -> UInt8?
}

private let clauseMarks = ByteSet("\n\r.!?:;>\"'(,-*|".utf8)

extension Surroundings {
  func skipSpaces(_ position: Int) -> Int {
    var position = position
    while let byte = byte(position), byte == 0x20 || byte == 0x09 { position += 1 }
    return position
  }

  /// Whether a letter, digit, `_`, hyphen or apostrophe directly before makes this the middle of a word.
  func touchesWord(before position: Int) -> Bool {
    guard let byte = byte(position - 1) else { return false }
    return isASCIIWord(byte) || byte >= 0x80 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "@")
  }

  /// Whether nothing of the same clause stands before: the text's or line's start, or punctuation.
  func isClauseStart(_ position: Int) -> Bool {
    var before = position
    while let byte = byte(before - 1), byte == 0x20 || byte == 0x09 { before -= 1 }
    guard let byte = byte(before - 1) else { return true }
    return clauseMarks.contains(byte)
  }

  /// Where the value after a label begins: behind `:`, `=`, `>`, `|` or a tab, and quotes; nil without such a mark.
  func valueStart(_ end: Int) -> Int? {
    var position = end
    var hasMark = false
    while let next = byte(position), position - end < 8 {
      switch next {
      case UInt8(ascii: ":"), UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "|"), 0x09: hasMark = true
      case 0x20, UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "\\"), UInt8(ascii: "*"), UInt8(ascii: "["): break
      default: return hasMark ? position : nil
      }
      position += 1
    }
    return nil
  }
}
