import Scanning

/// Finding what is known again.
extension Recall {
  /// A place where something known stands, in the folded text.
  struct Match {
    var type: EntityType
    var range: Range<Int>
    /// The known words alone, where `range` has more of the name.
    var known: Range<Int>
  }

  /// How far behind the end of what is looked at a name may begin that reaches back before it.
  private static let reach = 64

  /// What begins in `range`, in no order; it may reach beyond its end, and matches may overlap.
  func matches(in range: Range<Int>, of analysis: Analysis, _ lexicon: Lexicon) -> [Match] {
    guard let index else { return [] }
    return analysis.folded.bytes.withUnsafeBufferPointer { text in
      index.withView { view in
        let words = (range.lowerBound..<range.upperBound + Self.reach).clamped(to: analysis.wordRange)
        var surroundings = NameSurroundings(text, floor: range.lowerBound, view)
        var matches: [Match] = []
        func add(_ phrase: UInt32, _ place: Range<Int>) {
          let found = match(phrase, place, text, &surroundings, lexicon)
          if let found, found.range.lowerBound < range.upperBound { matches.append(found) }
        }
        for hit in Scanner.hits(of: view, beginningWith: beginnings, in: text, words) {
          add(hit.phrase, Int(hit.start)..<Int(hit.end))
        }
        guard !analysis.runs.isEmpty else { return matches }
        let others = Scanner.hits(
          of: index, inRuns: analysis.runs, range: words, seesUnmarked: hasPartsOfNames, of: text)
        for hit in others.phrases { add(hit.phrase, Int(hit.start)..<Int(hit.end)) }
        for word in others.unmarked where range.contains(word.lowerBound) {
          if let phrase = unmarked(Array(text[word]), index) { add(phrase, word) }
        }
        return matches
      }
    }
  }

  /// `José` where `Jose` is known.
  private func unmarked(_ word: [UInt8], _ index: PhraseIndex) -> UInt32? {
    guard PlainLetters.mayHaveMarks(word) else { return nil }
    let key = matchKey(word)
    guard index.id(ofWord: key) == nil else { return nil }
    for other in PlainLetters.others(of: key) {
      guard let id = index.id(ofWord: other) else { continue }
      if !entries[Int(id)].traits.isDisjoint(with: [.given, .family]) { return id }
    }
    return nil
  }

  private func match(
    _ phrase: UInt32, _ place: Range<Int>, _ text: UnsafeBufferPointer<UInt8>, _ around: inout NameSurroundings,
    _ lexicon: Lexicon
  ) -> Match? {
    let entry = entries[Int(phrase)]
    let traits = entry.traits
    var range = place.lowerBound..<place.upperBound - Int(entry.ending)
    if traits.contains(.needsCapitals), text[range].contains(where: isLower) { return nil }
    if traits.contains(.needsCapital) {
      let isOrganisation = entry.type == .organisation
      guard around.isCapital(isOrganisation ? range.lowerBound : around.lastWord(of: range)) else { return nil }
    }
    if traits.contains(.needsStop) {
      if text[range.upperBound - 1] != UInt8(ascii: ".") {
        guard range.upperBound < text.count, text[range.upperBound] == UInt8(ascii: ".") else { return nil }
        range = range.lowerBound..<range.upperBound + 1
      }
    }
    let isPerson = entry.type.isPersonName
    let isCapital = around.isCapital(around.lastWord(of: range))
    if isPerson, !isCapital {
      // A part in lower case that is joined to something else is of an address or a path; `Will hope` is no name.
      let isPart = !traits.isDisjoint(with: [.given, .family])
      if isPart && around.isJoined(range) || around.isCapital(range.lowerBound) { return nil }
    }
    var match = Match(type: entry.type, range: range, known: range)
    if isPerson, isCapital, entry.ending == 0, !traits.contains(.needsStop) {
      let isFamily = traits.contains(.family)
      if isFamily { match.range = around.start(before: range.lowerBound, self)..<range.upperBound }
      if match.range == range {
        let end = around.end(
          behind: range, isFamily: isFamily, isGiven: traits.contains(.given), self, lexicon)
        match.range = range.lowerBound..<end
      }
    }
    guard match.range == match.known else {
      if !traits.isDisjoint(with: [.needsCompany, .needsSentence]) { match.known = match.range }
      return match
    }
    if traits.contains(.needsCompany) || traits.contains(.needsSentence) && !around.isInSentence(range) { return nil }
    return match
  }
}

/// Reads what stands around a family name and belongs to it: initials, and given names that are known.
private struct NameSurroundings {
  private let text: UnsafeBufferPointer<UInt8>
  /// Nothing before this place can be part of a name any more.
  private let floor: Int
  /// The names that are known.
  private let view: PhraseIndex.View
  private var reader: WordReader

  init(_ text: UnsafeBufferPointer<UInt8>, floor: Int, _ view: PhraseIndex.View) {
    self.text = text
    self.floor = floor
    self.view = view
    reader = WordReader(text)
  }

  private static let most = 4

  /// Where the name begins whose family name begins here: `J.R. Doe`, `Johnny Q. Doe`.
  mutating func start(before family: Int, _ recall: Recall) -> Int {
    var start = family
    guard !isInsideWord(start) else { return start }
    for _ in 0..<Self.most {
      var end = start
      while end > floor, start - end < 2, text[end - 1] == 0x20 { end -= 1 }
      if end > floor, text[end - 1] == UInt8(ascii: ".") {
        guard let initial = initial(endingAt: end - 1) else { break }
        start = initial
      } else {
        guard end < start, let word = word(endingAt: end), isCapital(word.start), isGiven(word, recall) else {
          break
        }
        start = word.start
      }
    }
    return start
  }

  /// Where the name ends of which a part ends here: `Doe, John Q.`, `Doe J.` A name of the lists right behind it is
  /// taken for one of the same person: by itself it would be found only once the first is a placeholder.
  mutating func end(
    behind part: Range<Int>, isFamily: Bool, isGiven: Bool, _ recall: Recall, _ lexicon: Lexicon
  ) -> Int {
    let family = part.upperBound
    var end = family
    var next = family
    let hasComma = isFamily && !isGiven && next < text.count && text[next] == UInt8(ascii: ",")
    if hasComma { next += 1 }
    for _ in 0..<Self.most {
      let first = skipSpaces(next)
      guard first > next || end > family && text[end - 1] == UInt8(ascii: "."), first - next <= 2, first < text.count,
        isCapital(first), let word = reader.word(at: first)
      else { break }
      let hasStop = word.end < text.count && text[word.end] == UInt8(ascii: ".")
      if isFamily, hasStop, isOneCharacter(word) {
        end = word.end + 1
      } else if hasComma, end == family {
        // Of a list of people: `Doe, Anna and Jim`.
        guard isKnown(word, before: part, recall) else { break }
        end = word.end
      } else if self.isGiven(word, recall) || !hasComma && isListed(word, lexicon) {
        end = word.end
      } else {
        break
      }
      next = end
    }
    // Of a list, it is the next one's: `Doe, J. Smith`.
    guard end > family else { return end }
    let first = skipSpaces(end)
    guard first > end, first - end <= 2, let word = reader.word(at: first), isCapital(first) else { return end }
    let isPlain = !lexicon.roles(of: word, in: reader).isDisjoint(with: [.common, .particle])
    return isPlain ? end : family
  }

  /// Whether a capital begins here, or a letter of a script that has none.
  func isCapital(_ place: Int) -> Bool {
    let byte = text[place]
    if byte < 0x80 { return isUpper(byte) }
    let scalar = decode(text, at: place).scalar
    return CharacterTable.shared[scalar].lower != scalar || Unicode.Scalar(scalar)?.properties.isLowercase != true
  }

  /// Whether it is part of something that is written without spaces.
  func isJoined(_ range: Range<Int>) -> Bool {
    if range.lowerBound > 0, "@._-/\\".utf8.contains(text[range.lowerBound - 1]) { return true }
    let next = range.upperBound
    guard next + 1 < text.count else { return false }
    return "@_-/\\".utf8.contains(text[next]) || text[next] == UInt8(ascii: ".") && isWordByte(next + 1)
  }

  func lastWord(of range: Range<Int>) -> Int {
    var start = range.upperBound
    while start > range.lowerBound, !isWordByte(start - 1) { start -= 1 }
    while start > range.lowerBound, isWordByte(start - 1) { start -= 1 }
    return start
  }

  /// Whether a word before it makes its capital tell, and is no article.
  mutating func isInSentence(_ range: Range<Int>) -> Bool {
    var end = range.lowerBound
    while end > 0, text[end - 1] == 0x20 { end -= 1 }
    if end > 0, text[end - 1] == UInt8(ascii: ",") { end -= 1 }
    var start = end
    while start > 0, end - start < 64, isWordByte(start - 1) { start -= 1 }
    guard start < end, end < range.lowerBound, text[start] & 0xC0 != 0x80, let word = reader.word(at: start) else {
      return false
    }
    // Where all words have a capital it tells nothing: Fox News.
    let next = skipSpaces(range.upperBound)
    if next > range.upperBound, next < text.count, isWordByte(next), isCapital(next) { return false }
    return !isCapital(start) && !Self.articles.contains(Array(text[word.start..<word.end]))
  }

  private static let articles = Set(
    """
    a an the this that these those my our your his her its their no every each some any der die das dem den des ein eine \
    einen einem einer eines kein keine im am zum zur vom beim le la les l un une des du el los las unos unas il lo gli i \
    uno una o os as um uma de het een den det en et ett
    """.split(separator: " ").map { Array($0.utf8) })

  private func isWordByte(_ place: Int) -> Bool { isASCIIWord(text[place]) || text[place] >= 0x80 }

  private func skipSpaces(_ place: Int) -> Int {
    var place = place
    while place < text.count, text[place] == 0x20 { place += 1 }
    return place
  }

  /// Whether a hyphen or the like before it makes this the rest of something else.
  private func isInsideWord(_ place: Int) -> Bool {
    place > 0 && (isWordByte(place - 1) || "-_@/'".utf8.contains(text[place - 1]))
  }

  /// Start of the capital letter before a full stop, where no more than that stands there.
  private func initial(endingAt end: Int) -> Int? {
    var start = end
    while start > floor, end - start < 4, isWordByte(start - 1) {
      start -= 1
      if text[start] & 0xC0 != 0x80 { break }
    }
    guard start < end, text[start] & 0xC0 != 0x80, !isDigit(text[start]), isCapital(start), !isInsideWord(start) else {
      return nil
    }
    return start
  }

  private mutating func word(endingAt end: Int) -> Word? {
    var start = end
    while start > floor, end - start < 64, isWordByte(start - 1) { start -= 1 }
    guard start < end, text[start] & 0xC0 != 0x80, !isInsideWord(start), let word = reader.word(at: start),
      word.end == end
    else { return nil }
    return word
  }

  /// Whether it is a given name that is known.
  private mutating func isGiven(_ word: Word, _ recall: Recall) -> Bool {
    view.id(of: word, in: &reader).map { recall.entries[Int($0)].traits.contains(.given) } ?? false
  }

  /// Whether the two together are a name that is known.
  private func isKnown(_ given: Word, before family: Range<Int>, _ recall: Recall) -> Bool {
    recall.index?.matches(exactly: matchKey(text[given.start..<given.end] + [0x20] + text[family])) ?? false
  }

  /// Whether it is found by itself, see `NameFinder`.
  private func isListed(_ word: Word, _ lexicon: Lexicon) -> Bool {
    let roles = lexicon.roles(of: word, in: reader)
    return roles.contains(.given) && roles.isDisjoint(with: [.common, .ambiguous]) && word.end - word.start > 2
  }

  private func isOneCharacter(_ word: Word) -> Bool {
    !isDigit(text[word.start]) && text[word.start..<word.end].count { $0 & 0xC0 != 0x80 } == 1
  }
}
