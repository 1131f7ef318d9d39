import Scanning

/// Short names that a text defines for a company: `Acme Holdings LLC ("Acme")`, `Blue Heron B.V. (BHB)`.
extension OrganisationFinder {
  /// What is quoted or in brackets behind a name and is part of it or short for it. Roles such as `the "Buyer"` are
  /// neither.
  mutating func aliases(of organisation: Range<Int>) {
    let words = nameWords(organisation)
    guard !words.isEmpty else { return }
    let initials = nameWords(organisation, withEndings: true)
    let end = organisation.upperBound
    var position = end
    var isFirstBracket = true
    while position - end < Self.reach, let next = byte(position), next != 0x0A || byte(position + 1) != 0x0A {
      if next == UInt8(ascii: "\""), let close = quoteEnd(position) {
        define(position + 1..<close - 1, words, initials)
        position = close
        continue
      }
      if next == UInt8(ascii: "("), isFirstBracket, position - end <= 2 {
        isFirstBracket = false
        if let close = bracketEnd(position) { define(position + 1..<close - 1, words, initials) }
      }
      // The next sentence, or the next company.
      if next == UInt8(ascii: "."), byte(position + 1) == 0x20, position > end, isNewSentence(position) { return }
      if form(at: position) != nil { return }
      position += 1
    }
  }

  private mutating func isNewSentence(_ stop: Int) -> Bool {
    guard let token = reader.token(at: skipSpaces(stop + 1)), token.isCapital else { return false }
    guard let before = pieceEnding(at: stop) else { return true }
    return before.cases.count > 2
  }

  private func bracketEnd(_ position: Int) -> Int? {
    var end = position + 1
    while end - position < 48, let next = byte(end), next != 0x0A, next != UInt8(ascii: "(") {
      if next == UInt8(ascii: ")") { return end + 1 }
      end += 1
    }
    return nil
  }

  /// The words of the name without form and connectors.
  ///
  /// - Parameter withEndings: whether `Holdings` is one of them: no short name by itself, but its letter is in one.
  private mutating func nameWords(_ range: Range<Int>, withEndings: Bool = false) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var position = range.lowerBound
    while position < range.upperBound {
      if let form = form(at: position) {
        if withEndings, form.roles.contains(.organisationEnding) { words.append(form.range) }
        position = form.range.upperBound
      } else if let word = pieceStarting(at: position) {
        if reader.cases(word).count > 0 { words.append(word) }
        position = word.upperBound
      } else {
        position += 1
      }
    }
    return words
  }

  private mutating func define(_ alias: Range<Int>, _ name: [Range<Int>], _ initials: [Range<Int>]) {
    guard (2...40).contains(alias.count), let first = pieceStarting(at: alias.lowerBound) else { return }
    var words: [Piece] = []
    var position = alias.lowerBound
    while position < alias.upperBound, let range = pieceStarting(at: position), range.upperBound <= alias.upperBound {
      var word = piece(range)
      word.roles = roles(of: word)
      words.append(word)
      position = skipSpaces(range.upperBound)
    }
    guard position >= alias.upperBound, !words.isEmpty, words.count <= 4, piece(first).cases.hasUpper else { return }
    // Of a word that is anything else as well, the capital says too little later on.
    if words.count == 1, words[0].cases.hasLower, !words[0].roles.isDisjoint(with: [.common, .organisationStop]) {
      return
    }
    if isPart(words, of: name) || words.count == 1 && isShort(lowered(alias), initials) { add(alias, 0.85, .alias) }
  }

  private func isPart(_ words: [Piece], of name: [Range<Int>]) -> Bool {
    let names = name.map(lowered)
    return words.allSatisfy { names.contains(lowered($0.range)) }
  }

  /// `BHB` for `Blue Heron Boats`, `AcmeCo` for `Acme Trading`.
  private func isShort(_ alias: String, _ name: [Range<Int>]) -> Bool {
    let names = name.map(lowered)
    let letters = alias.filter(\.isLetter)
    guard letters.count >= 2, let first = names.first else { return false }
    if letters.count >= 4, first.count >= 4, letters.hasPrefix(first.prefix(4)) { return true }
    // The letters in order, each the first of a word or right behind one that was taken.
    guard letters.count <= 8, letters.first == first.first else { return false }
    var initials = names.compactMap(\.first)[...]
    var taken = 0
    for letter in letters {
      guard let place = initials.firstIndex(of: letter) else { break }
      initials = initials[(place + 1)...]
      taken += 1
    }
    // The form may have given the last letters.
    return taken >= 2 && taken + 2 >= letters.count && taken >= names.count - 2
  }
}
