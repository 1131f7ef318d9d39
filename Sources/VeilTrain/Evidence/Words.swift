import Foundation

/// One word of a text: letters, with an apostrophe between them.
struct TextWord {
  /// UTF-8 byte offsets.
  var start: Int
  var end: Int
  /// The word as it stands.
  var text: String
  /// Only one space or a comma and a space stands between this and the word before.
  var followsWord: Bool

  var isLowercase: Bool { text.unicodeScalars.allSatisfy { !$0.properties.isUppercase } }
  var isCapitalised: Bool { text.unicodeScalars.first?.properties.isUppercase == true }
}

/// The words of a text. `'s` is no part of a word; French and Italian elided articles are words by themselves.
func words(of text: String, splitsElisions: Bool = false) -> [TextWord] {
  var all: [TextWord] = []
  let scalars = Array(text.unicodeScalars)
  var offset = 0
  var index = 0
  var gap: [Unicode.Scalar] = []
  func isLetter(_ place: Int) -> Bool {
    guard place < scalars.count else { return false }
    let scalar = scalars[place]
    if scalar.isASCII { return (0x61...0x7A).contains(scalar.value | 0x20) }
    return scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
  }
  while index < scalars.count {
    guard isLetter(index) else {
      gap.append(scalars[index])
      offset += scalars[index].utf8Width
      index += 1
      continue
    }
    let start = offset
    var word = String.UnicodeScalarView()
    while index < scalars.count {
      if !isLetter(index) {
        let isApostrophe = scalars[index] == "'" || scalars[index] == "’"
        guard isApostrophe, !splitsElisions, isLetter(index + 1) else { break }
        if scalars[index + 1] == "s" || scalars[index + 1] == "S", !isLetter(index + 2) { break }
      }
      word.append(scalars[index])
      offset += scalars[index].utf8Width
      index += 1
    }
    let isSpace = gap == [" "] || gap == [",", " "]
    all.append(TextWord(start: start, end: offset, text: String(word), followsWord: isSpace && !all.isEmpty))
    gap = []
    // The possessive's `'s` after a word.
    if index + 1 < scalars.count, scalars[index] == "'" || scalars[index] == "’", !splitsElisions, isLetter(index + 1),
      !isLetter(index + 2)
    {
      offset += scalars[index].utf8Width + scalars[index + 1].utf8Width
      index += 2
    }
  }
  return all
}

extension Unicode.Scalar {
  var utf8Width: Int { value < 0x80 ? 1 : value < 0x800 ? 2 : value < 0x10000 ? 3 : 4 }
}

/// A word without its diacritics, as people without the keyboard for them write it.
func withoutDiacritics(_ word: String) -> String {
  guard !word.utf8.allSatisfy({ $0 < 0x80 }) else { return word }
  var plain = String.UnicodeScalarView()
  for scalar in word.decomposedStringWithCanonicalMapping.unicodeScalars
  where scalar.properties.generalCategory != .nonspacingMark {
    switch scalar {
    case "ł": plain.append("l")
    case "ø": plain.append("o")
    case "Ł": plain.append("L")
    case "Ø": plain.append("O")
    case "Đ", "Ð": plain.append("D")
    case "đ", "ð": plain.append("d")
    case "ı": plain.append("i")
    case "ß": plain.append(contentsOf: "ss".unicodeScalars)
    case "æ": plain.append(contentsOf: "ae".unicodeScalars)
    case "œ": plain.append(contentsOf: "oe".unicodeScalars)
    case "þ": plain.append(contentsOf: "th".unicodeScalars)
    default: plain.append(scalar)
    }
  }
  return String(plain)
}
