import Scanning

/// Values of keys such as `company` and `Arbeitgeber`.
extension OrganisationFinder {
  mutating func afterLabel(_ label: Range<Int>) {
    guard !touchesWord(before: label.lowerBound), byte(label.lowerBound - 1) != UInt8(ascii: "."),
      let position = valueStart(label.upperBound), let opening = byte(position - 1), !isDeclared(label)
    else { return }
    // `company: "Acme"`: the quote says where the value ends.
    if opening == UInt8(ascii: "\"") || opening == UInt8(ascii: "'") {
      guard let end = quoteEnd(position - 1) else { return }
      quotedValue(position..<end - 1)
      return
    }
    guard let walk = nameStarting(at: position, mostWords: Self.mostWords) else { return }
    // A call, a member, a generic type: code.
    if let next = byte(walk.range.upperBound), "(.<[_=?!*@/\\".utf8.contains(next) {
      let after = walk.range.upperBound + 1
      let isClosingTag = next == UInt8(ascii: "<") && byte(after) == UInt8(ascii: "/")
      guard isClosingTag || next == UInt8(ascii: ".") && !isLetterOrDigit(after) else { return }
    }
    // `company = Company.example`
    guard isTelling(walk.words), !lowered(walk.range).hasPrefix(lowered(label)) else { return }
    // `Company: Acme announced`: a sentence, not a value.
    let next = skipSpaces(walk.range.upperBound)
    let endsValue = next == walk.range.upperBound || byte(next).map { "\n\r|".utf8.contains($0) } ?? true
    add(walk.range, walk.words.count > 1 ? (endsValue ? 0.75 : 0.65) : endsValue ? 0.65 : 0.5, .label)
  }

  private mutating func quotedValue(_ value: Range<Int>) {
    guard (2...72).contains(value.count), let first = pieceStarting(at: value.lowerBound) else { return }
    var words: [Piece] = []
    var position = value.lowerBound
    while position < value.upperBound, let range = pieceStarting(at: position) {
      var word = piece(range)
      word.roles = roles(of: word)
      words.append(word)
      position = skipSpaces(range.upperBound)
      while let next = byte(position), position < value.upperBound, ",()".utf8.contains(next) {
        position = skipSpaces(position + 1)
      }
    }
    // Anything else in there makes it a template, a path or a sentence.
    guard position >= value.upperBound, words.count <= 8 else { return }
    guard piece(first).cases.hasUpper || !piece(first).cases.hasLower, isTelling(words) else { return }
    add(value, words.count > 1 ? 0.8 : 0.7, .label)
  }

  /// Whether the label is a name in code: `struct Company: Codable`, `let company = Company()`.
  private mutating func isDeclared(_ label: Range<Int>) -> Bool {
    let before = skipSpacesBack(label.lowerBound)
    guard before < label.lowerBound, let word = pieceEnding(at: before) else { return false }
    return Self.declarators.contains(lowered(word.range))
  }

  private static let declarators: Set<String> = [
    "struct", "class", "enum", "protocol", "interface", "type", "typealias", "extension", "let", "var", "const", "val",
    "private", "public", "internal", "protected", "static", "final", "readonly", "case", "def", "func", "function",
    "lazy", "weak", "some", "any", "select",
  ]

  private func isLetterOrDigit(_ position: Int) -> Bool {
    guard let byte = byte(position) else { return false }
    return isASCIIWord(byte) || byte >= 0x80
  }

  /// Whether a word is there that is not just any: `None`, `String`, `Company Name` are no values.
  private func isTelling(_ words: [Piece]) -> Bool {
    let plain: WordRoles = [.common, .organisationGeneric, .organisationStop, .organisationLabel, .label]
    let telling = words.filter { $0.isWord && $0.cases.count > 1 && $0.roles.isDisjoint(with: plain) }
    if telling.isEmpty {
      // `General Motors`, `Blue Books`: two words may tell what neither does.
      let words = words.filter { $0.isWord }
      return words.count > 1 && words.contains { $0.roles.isDisjoint(with: [.organisationStop, .organisationLabel]) }
        && words.contains { $0.roles.contains(.organisationGeneric) } && words.allSatisfy(\.cases.isFirstUpper)
        && !words.contains { $0.roles.contains(.organisationStop) }
    }
    return !telling.allSatisfy { Self.codeWords.contains(lowered($0.range)) }
  }

  private static let codeWords: Set<String> = [
    "string", "int", "bool", "boolean", "null", "nil", "none", "undefined", "true", "false", "optional", "varchar",
    "integer", "number", "object", "array", "any", "unknown", "enum", "uuid", "guid", "foreignkey", "charfield",
    "textfield", "str", "self-employed", "unemployed", "tbd", "n/a", "null)", "void",
  ]
}
