/// A part of what samples have in common.
enum FormPart: Hashable {
  /// The same in all samples.
  case literal(String)
  /// One of a few texts; the empty one when it may be missing.
  case oneOf([String])
  case characters(CharacterClass, ClosedRange<Int>)
  /// Letters and digits without order: at least one digit, and a letter, where all samples have them.
  case mixed(CharacterClass, ClosedRange<Int>, hasDigit: Bool, hasLetter: Bool)
  /// A year from 1900 to 2099: next year's numbers are of the same kind.
  case year
}

/// Characters that a part is made of.
enum CharacterClass: String {
  case digits = "0-9"
  case capitals = "A-Z"
  case small = "a-z"
  case letters = "A-Za-z"
  case anyLetters = #"\p{L}"#
  case hexadecimal = "0-9a-f"
  case capitalHexadecimal = "0-9A-F"
  case capitalsAndDigits = "0-9A-Z"
  case smallAndDigits = "0-9a-z"
  case lettersAndDigits = "0-9A-Za-z"
  case anyLettersAndDigits = #"0-9\p{L}"#

  /// The narrowest that holds all texts.
  init(of texts: [String], among classes: [CharacterClass]) {
    let scalars = Set(texts.joined().unicodeScalars)
    self = classes.first { kind in scalars.allSatisfy(kind.contains) } ?? classes.last!
  }

  static let ofLetters: [CharacterClass] = [.capitals, .small, .letters, .anyLetters]
  static let ofMixtures: [CharacterClass] = [
    .hexadecimal, .capitalHexadecimal, .capitalsAndDigits, .smallAndDigits, .lettersAndDigits, .anyLettersAndDigits,
  ]

  private func contains(_ scalar: Unicode.Scalar) -> Bool {
    let isCapital = ("A"..."Z").contains(scalar)
    let isSmall = ("a"..."z").contains(scalar)
    return switch self {
    case .digits: isDigit(scalar)
    case .capitals: isCapital
    case .small: isSmall
    case .letters: isCapital || isSmall
    case .anyLetters: !isDigit(scalar)
    case .hexadecimal: isDigit(scalar) || ("a"..."f").contains(scalar)
    case .capitalHexadecimal: isDigit(scalar) || ("A"..."F").contains(scalar)
    case .capitalsAndDigits: isDigit(scalar) || isCapital
    case .smallAndDigits: isDigit(scalar) || isSmall
    case .lettersAndDigits: isDigit(scalar) || isCapital || isSmall
    case .anyLettersAndDigits: true
    }
  }

  var hasSmallLetters: Bool { contains("x") || contains("a") }

  /// How many characters there are, for the alphabets that people use.
  var size: Double {
    switch self {
    case .digits: 10
    case .capitals, .small: 26
    case .letters: 52
    case .anyLetters: 100
    case .hexadecimal, .capitalHexadecimal: 16
    case .capitalsAndDigits, .smallAndDigits: 36
    case .lettersAndDigits: 62
    case .anyLettersAndDigits: 110
    }
  }

  var words: String {
    switch self {
    case .digits: "digits"
    case .capitals: "capital letters"
    case .small: "small letters"
    case .letters, .anyLetters: "letters"
    case .hexadecimal, .capitalHexadecimal: "hexadecimal digits"
    case .capitalsAndDigits: "capital letters and digits, mixed"
    case .smallAndDigits: "small letters and digits, mixed"
    case .lettersAndDigits, .anyLettersAndDigits: "letters and digits, mixed"
    }
  }
}

extension FormPart {
  var pattern: String {
    switch self {
    case .literal(let text): Self.escaped(text)
    case .oneOf(let texts):
      texts.contains("")
        ? "(?:\(texts.filter { !$0.isEmpty }.map(Self.escaped).joined(separator: "|")))?"
        : "(?:\(texts.map(Self.escaped).joined(separator: "|")))"
    case .characters(let kind, let count): "[\(kind.rawValue)]\(Self.repetition(count))"
    case .mixed(let kind, let count, let hasDigit, let hasLetter):
      (hasDigit ? #"(?=\p{L}{0,\#(count.upperBound - 1)}[0-9])"# : "")
        + (hasLetter ? #"(?=[0-9]{0,\#(count.upperBound - 1)}\p{L})"# : "")
        + "[\(kind.rawValue)]\(Self.repetition(count))"
    case .year: "(?:19|20)[0-9]{2}"
    }
  }

  /// How many texts it stands for.
  var size: Double {
    switch self {
    case .literal: 1
    case .oneOf(let texts): Double(texts.count)
    case .characters(let kind, let count), .mixed(let kind, let count, _, _):
      count.reduce(0) { sum, length in sum + repeatElement(kind.size, count: length).reduce(1, *) }
    case .year: 200
    }
  }

  /// For people.
  var words: String {
    switch self {
    case .literal(let text): "\"\(text)\""
    case .oneOf(let texts) where texts.contains(""):
      "perhaps " + texts.filter { !$0.isEmpty }.map { "\"\($0)\"" }.joined(separator: " or ")
    case .oneOf(let texts): texts.map { "\"\($0)\"" }.joined(separator: " or ")
    case .characters(let kind, let count), .mixed(let kind, let count, _, _):
      "\(count.count == 1 ? "\(count.lowerBound)" : "\(count.lowerBound) to \(count.upperBound)") \(kind.words)"
    case .year: "a year"
    }
  }

  /// Lengths in characters.
  var length: ClosedRange<Int> {
    switch self {
    case .literal(let text): text.unicodeScalars.count...text.unicodeScalars.count
    case .oneOf(let texts):
      texts.map(\.unicodeScalars.count).min()!...texts.map(\.unicodeScalars.count).max()!
    case .characters(_, let count), .mixed(_, let count, _, _): count
    case .year: 4...4
    }
  }

  /// Bytes at most.
  var longest: Int {
    switch self {
    case .literal(let text): text.utf8.count
    case .oneOf(let texts): texts.map(\.utf8.count).max()!
    case .characters(let kind, let count), .mixed(let kind, let count, _, _):
      count.upperBound * (kind == .anyLetters || kind == .anyLettersAndDigits ? 4 : 1)
    case .year: 4
    }
  }

  /// How many of its characters are sure to be digits.
  var digitCount: Int {
    switch self {
    case .literal(let text): text.unicodeScalars.count(where: isDigit)
    case .oneOf(let texts): texts.map { $0.unicodeScalars.count(where: isDigit) }.min()!
    case .characters(.digits, let count): count.lowerBound
    case .mixed(_, _, let hasDigit, _): hasDigit ? 1 : 0
    case .characters: 0
    case .year: 4
    }
  }

  /// How many letters it says exactly.
  var fixedLetterCount: Int {
    func letters(_ text: String) -> Int { text.unicodeScalars.count { isPartOfWord($0) && !isDigit($0) } }
    return switch self {
    case .literal(let text): letters(text)
    case .oneOf(let texts): texts.map(letters).min()!
    case .characters, .mixed, .year: 0
    }
  }

  /// Whether there is no letter in it, whatever it stands for.
  var hasNoLetter: Bool {
    switch self {
    case .literal(let text): !text.unicodeScalars.contains { isPartOfWord($0) && !isDigit($0) }
    case .oneOf(let texts): texts.allSatisfy { FormPart.literal($0).hasNoLetter }
    case .characters(let kind, _): kind == .digits
    case .mixed(_, _, _, let hasLetter): !hasLetter
    case .year: true
    }
  }

  private static func repetition(_ count: ClosedRange<Int>) -> String {
    if count == 1...1 { return "" }
    return count.count == 1 ? "{\(count.lowerBound)}" : "{\(count.lowerBound),\(count.upperBound)}"
  }

  private static func escaped(_ text: String) -> String {
    var output = ""
    for scalar in text.unicodeScalars {
      if scalar.isASCII, !isPartOfWord(scalar), !"_-/:,;@ \"'%&=<>~!".unicodeScalars.contains(scalar) { output += "\\" }
      output.unicodeScalars.append(scalar)
    }
    return output
  }
}
