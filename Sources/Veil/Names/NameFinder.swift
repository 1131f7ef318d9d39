import Scanning

/// Finds people's names by what surrounds them and by lists of names.
///
/// Works on the hits of the lexicon: a word that is a name, a title, a greeting, a label, … starts a search around it.
/// Everything else in the text is never looked at.
struct NameFinder {
  enum Evidence: String {
    case title, greeting, introduction, label, closing, list, inverted, initials

    var rule: String { "name-\(rawValue)" }
  }

  struct Name {
    var range: Range<Int>
    var score: Double
    var evidence: Evidence
  }

  private(set) var found: [Name] = []
  private let hits: [PhraseHit]
  private let text: UnsafeBufferPointer<UInt8>
  private var reader: NameReader

  init(text: UnsafeBufferPointer<UInt8>, hits: [PhraseHit], lexicon: Lexicon, views: Lexicon.Views) {
    self.text = text
    self.hits = hits
    reader = NameReader(text: text, lexicon: lexicon, views: views)
  }

  /// Fills `found` with names that start in `core`; the same words may be found more than once.
  mutating func find(in core: Range<Int>) {
    for hit in hits where hit.index == 0 {
      let roles = reader.lexicon.entries[Int(hit.phrase)].roles
      guard !roles.isDisjoint(with: .startsName) else { continue }
      let range = Int(hit.start)..<Int(hit.end)
      if roles.contains(.title) { afterTitle(range) }
      if roles.contains(.greeting) { afterGreeting(range) }
      if roles.contains(.introduction) { afterIntroduction(range) }
      if roles.contains(.weakIntroduction) { afterWeakIntroduction(range) }
      if roles.contains(.label) { afterLabel(range) }
      if roles.contains(.closing) { afterClosing(range) }
      if roles.contains(.given) { fromGiven(range) }
      if roles.contains(.family) { fromFamily(range) }
    }
    found.removeAll { !core.contains($0.range.lowerBound) }
  }

  private mutating func add(_ name: Parsed, _ score: Double, _ evidence: Evidence) {
    found.append(Name(range: name.range, score: score, evidence: evidence))
  }
}

// MARK: - What a name follows

extension NameFinder {
  private mutating func afterTitle(_ title: Range<Int>) {
    guard !touchesWord(before: title.lowerBound) else { return }
    var position = title.upperBound
    if byte(position) == UInt8(ascii: ".") { position += 1 }
    let afterStop = position
    position = skipSpaces(position)
    guard position > title.upperBound, position - afterStop <= 2, let name = parse(position) else { return }
    guard !name.head.isPlainWord else { return }
    let isCapitalTitle = isUpper(text[title.lowerBound]) || text[title.lowerBound] >= 0x80
    if isCapitalTitle {
      add(name, 0.9, .title)
    } else if name.tokens.contains(where: \.isName) {
      add(name, 0.6, .title)
    }
  }

  private mutating func afterGreeting(_ greeting: Range<Int>) {
    guard isClauseStart(greeting.lowerBound) else { return }
    var position = skipSpaces(greeting.upperBound)
    if byte(position) == UInt8(ascii: ",") { position = skipSpaces(position + 1) }
    guard position > greeting.upperBound else { return }
    if let name = parse(position), !name.head.isPlainWord {
      if name.head.isName {
        add(name, 0.85, .greeting)
      } else if let next = byte(name.range.upperBound), ",.!:;\n\r-".utf8.contains(next) {
        add(name, 0.65, .greeting)
      }
    } else if let token = reader.token(at: position), token.letters == .lower, token.roles.contains(.given),
      token.roles.isDisjoint(with: [.ambiguous, .common])
    {
      add(Parsed(token), 0.65, .greeting)
    }
  }

  private mutating func afterIntroduction(_ phrase: Range<Int>) {
    let position = skipSpaces(phrase.upperBound)
    guard position > phrase.upperBound, let first = reader.token(at: position) else { return }
    if let name = parse(position), !first.isPlainWord || first.isName {
      add(name, 0.9, .introduction)
      return
    }
    guard first.letters == .lower || first.letters == .none, !first.isPlainWord else { return }
    guard first.isName || first.letters == .none || first.end - first.start >= 3 else { return }
    var name = Parsed(first)
    while let next = reader.token(at: skipSpaces(name.range.upperBound)), name.count < 4,
      next.start > name.range.upperBound,
      next.isName || next.roles.contains(.particle), !next.roles.contains(.common) || next.roles.contains(.particle)
    {
      name.append(next)
    }
    add(name, first.isName || first.letters == .none ? 0.85 : 0.6, .introduction)
  }

  /// `this is`, `ask for`: a name only where the lists say so.
  private mutating func afterWeakIntroduction(_ phrase: Range<Int>) {
    let position = skipSpaces(phrase.upperBound)
    guard position > phrase.upperBound, let name = parse(position), name.first.isName else { return }
    guard name.first.roles.isDisjoint(with: [.common, .ambiguous]) || name.count > 1 else { return }
    add(name, 0.6, .introduction)
  }

  private mutating func afterLabel(_ label: Range<Int>) {
    guard !touchesWord(before: label.lowerBound) else { return }
    let isQuoted = byte(label.lowerBound - 1) == UInt8(ascii: "\"") || byte(label.lowerBound - 1) == UInt8(ascii: "'")
    guard let position = valueStart(label.upperBound), let first = reader.token(at: position) else { return }
    if let name = parse(position) {
      guard !first.isPlainWord || name.tokens.contains(where: { $0.isName && !$0.roles.contains(.common) }) else {
        return
      }
      let isListed = name.tokens.contains { $0.isName }
      add(name, isListed ? 0.9 : name.count > 1 ? 0.65 : isQuoted ? 0.45 : 0.5, .label)
    } else if first.letters == .none {
      add(Parsed(first), 0.6, .label)
    } else if first.letters == .lower, first.isName, !first.roles.contains(.common) {
      var name = Parsed(first)
      if let next = reader.token(at: skipSpaces(first.end)), next.start > first.end, next.isName { name.append(next) }
      add(name, 0.7, .label)
    }
  }

  private mutating func afterClosing(_ closing: Range<Int>) {
    guard isClauseStart(closing.lowerBound) else { return }
    var position = closing.upperBound
    if let mark = byte(position), ",!.;-".utf8.contains(mark) { position += 1 }
    var isNewLine = false
    while let next = byte(position), next == 0x20 || next == 0x0A || next == 0x0D || next == 0x09,
      position - closing.upperBound < 12
    {
      if next == 0x0A { isNewLine = true }
      position += 1
    }
    while let next = byte(position), next == UInt8(ascii: "-") || next == 0x20, isNewLine { position += 1 }
    guard position > closing.upperBound, let name = parse(position), !name.first.isPlainWord else { return }
    if isNewLine {
      let end = byte(name.range.upperBound)
      guard end == nil || "\n\r,|(".utf8.contains(end!) || name.first.isName else { return }
      add(name, name.first.isName ? 0.85 : 0.65, .closing)
    } else if name.first.isName {
      add(name, 0.75, .closing)
    }
  }
}

// MARK: - Listed names

extension NameFinder {
  private mutating func fromGiven(_ word: Range<Int>) {
    guard !touchesWord(before: word.lowerBound), let first = reader.token(at: word.lowerBound), first.isName else {
      return
    }
    if first.letters == .lower {
      guard first.roles.isDisjoint(with: [.ambiguous, .common]),
        let second = reader.token(at: skipSpaces(first.end)), second.start > first.end, second.letters == .lower,
        second.roles.contains(.family), second.roles.isDisjoint(with: [.ambiguous, .common])
      else { return }
      var name = Parsed(first)
      name.append(second)
      add(name, 0.6, .list)
      return
    }
    guard let name = parse(word.lowerBound) else { return }
    let isDoubtful = !first.roles.isDisjoint(with: [.ambiguous, .common])
    if name.count > 1 {
      let others = name.tokens.dropFirst().filter { !$0.isInitial && !$0.roles.contains(.particle) }
      if others.contains(where: { $0.isName && !$0.isPlainWord }) {
        add(name, isDoubtful ? 0.65 : 0.9, .list)
      } else if first.letters != .upper, !others.isEmpty {
        add(name, isDoubtful ? 0.45 : 0.75, .list)
      } else if others.isEmpty, !isDoubtful {
        add(name, 0.6, .list)
      }
    } else if first.letters == .capital, !isDoubtful, first.end - first.start > 2 {
      // A capitalised word before it makes it part of something else: San Jose, Lake Victoria.
      if let before = reader.token(before: first.start) {
        if before.isCapital, !before.isPlainWord { return }
        // In Austin, at Georgia: places.
        if ["in", "at", "near"].contains(where: { $0.utf8.elementsEqual(text[before.start..<before.end]) }) { return }
      }
      add(name, 0.55, .list)
    }
  }

  private mutating func fromFamily(_ word: Range<Int>) {
    guard let family = reader.token(at: word.lowerBound), family.isCapital, family.start == word.lowerBound else {
      return
    }
    // Doe, John
    if byte(family.end) == UInt8(ascii: ","), let given = reader.token(at: skipSpaces(family.end + 1)),
      given.start > family.end + 1, given.roles.contains(.given), given.isCapital, !touchesWord(before: family.start)
    {
      var name = Parsed(family)
      name.append(given)
      if let initial = reader.token(at: skipSpaces(given.end)), initial.isInitial, initial.start > given.end {
        name.append(initial, end: byte(initial.end) == UInt8(ascii: ".") ? initial.end + 1 : initial.end)
      }
      let isDoubtful =
        !family.roles.isDisjoint(with: [.ambiguous, .common]) || !given.roles.isDisjoint(with: [.ambiguous, .common])
      add(name, isDoubtful ? 0.5 : 0.8, .inverted)
    }
    guard !family.roles.contains(.common), let before = reader.token(before: family.start) else { return }
    if before.isInitial {
      var start = before.start
      while let earlier = reader.token(before: start), earlier.isInitial { start = earlier.start }
      guard !touchesWord(before: start), var name = parse(start) else { return }
      name.range = start..<max(name.range.upperBound, family.end)
      add(name, 0.75, .initials)
    } else if before.letters == .capital, !before.isPlainWord, !before.isName, before.roles.isEmpty,
      family.letters == .capital, !family.roles.contains(.ambiguous), !touchesWord(before: before.start),
      !isClauseStart(before.start), let name = parse(before.start)
    {
      add(name, 0.6, .list)
    }
  }
}

// MARK: - Reading a name

extension NameFinder {
  /// The words of a name, one after the other.
  struct Parsed {
    var range: Range<Int>
    var tokens: [NameToken]

    init(_ first: NameToken) {
      range = first.start..<first.end
      tokens = [first]
    }

    var first: NameToken { tokens[0] }
    /// The first word that is not a particle in lower case.
    var head: NameToken { tokens.first { $0.letters != .lower || !$0.roles.contains(.particle) } ?? tokens[0] }
    var count: Int { tokens.count }

    mutating func append(_ token: NameToken, end: Int? = nil) {
      tokens.append(token)
      range = range.lowerBound..<(end ?? token.end)
    }
  }

  /// A name of capitalised words from `start` on: given and family names, initials, particles, a suffix.
  mutating func parse(_ start: Int) -> Parsed? {
    guard let first = reader.token(at: start) else { return nil }
    if first.letters == .lower, first.roles.contains(.particle), let tokens = particleEnd(first) {
      // Behind a title or a label also `de Jong`.
      var name = Parsed(first)
      for token in tokens.dropFirst() { accept(token, &name) }
      return name
    }
    guard first.isCapital, first.isName || !first.roles.contains(.title) else { return nil }
    // `Robert Brown`, although brown is a word, but not `Will Brown`.
    let isReliable = first.isName && first.roles.isDisjoint(with: [.ambiguous, .common])
    var name = Parsed(first)
    if first.isInitial {
      guard byte(first.end) == UInt8(ascii: ".") else { return nil }
      name.range = start..<first.end + 1
    }
    while name.count < 6 {
      var position = name.range.upperBound
      if name.tokens.last!.isInitial, let next = reader.token(at: position), next.isCapital {
        // J.R. Smith
        accept(next, &name)
        continue
      }
      position = skipSpaces(position)
      guard position > name.range.upperBound, position - name.range.upperBound <= 2,
        let next = reader.token(at: position)
      else { break }
      if next.roles.contains(.suffix), next.isCapital || name.count > 1 {
        accept(next, &name)
        break
      }
      if next.roles.contains(.particle), let family = particleEnd(next), name.count < 4 {
        for token in family { accept(token, &name) }
        continue
      }
      let isFamily = isReliable && name.count == 1 && next.roles.contains(.family)
      guard next.isCapital, !next.isPlainWord || isFamily, next.roles.isDisjoint(with: [.greeting, .closing]) else {
        break
      }
      // JOHN DOE, John DOE; not John CEO, nor JOHN Doe's.
      if next.letters == .upper, !next.isInitial, name.first.letters == .capital, next.end - next.start < 3 { break }
      if next.isInitial, byte(next.end) != UInt8(ascii: "."), !isFollowedByName(next) { break }
      accept(next, &name)
    }
    // A trailing initial belongs to the name only with its full stop, a trailing common word never.
    while name.count > 1, let last = name.tokens.last, last.roles.contains(.particle), last.letters == .lower {
      name.tokens.removeLast()
      name.range = name.range.lowerBound..<name.tokens.last!.end
    }
    if first.isInitial, !name.tokens.contains(where: { !$0.isInitial }) { return nil }
    return name
  }

  private mutating func accept(_ token: NameToken, _ name: inout Parsed) {
    let hasStop =
      byte(token.end) == UInt8(ascii: ".")
      && (token.isInitial && !isSentenceEnd(token.end)
        || token.roles.contains(.suffix) && !isSentenceEnd(token.end))
    name.append(token, end: hasStop ? token.end + 1 : token.end)
  }

  /// Whether a full stop after an initial ends the sentence rather than the initial.
  private mutating func isSentenceEnd(_ stop: Int) -> Bool {
    let next = skipSpaces(stop + 1)
    guard let following = byte(next) else { return true }
    return following == 0x0A || following == 0x0D
  }

  private mutating func isFollowedByName(_ token: NameToken) -> Bool {
    let position = skipSpaces(token.end)
    guard position > token.end, let next = reader.token(at: position) else { return false }
    return next.isCapital && !next.isPlainWord
  }

  /// `van der` and the like with the capitalised word that must follow them.
  private mutating func particleEnd(_ first: NameToken) -> [NameToken]? {
    var tokens = [first]
    while tokens.count < 4 {
      let position = skipSpaces(tokens.last!.end)
      guard position > tokens.last!.end, let next = reader.token(at: position) else { return nil }
      tokens.append(next)
      if next.isCapital, !next.roles.contains(.particle) { return next.isPlainWord ? nil : tokens }
      guard next.roles.contains(.particle) else { return nil }
    }
    return nil
  }
}

// MARK: - Surroundings

extension NameFinder {
  private func byte(_ position: Int) -> UInt8? { reader.byte(position) }

  private func skipSpaces(_ position: Int) -> Int {
    var position = position
    while let byte = byte(position), byte == 0x20 || byte == 0x09 { position += 1 }
    return position
  }

  /// Whether a letter, digit, `_`, hyphen or apostrophe directly before makes this the middle of a word.
  private func touchesWord(before position: Int) -> Bool {
    guard let byte = byte(position - 1) else { return false }
    return isASCIIWord(byte) || byte >= 0x80 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "@")
  }

  private static let clauseMarks = ByteSet("\n\r.!?:;>\"'(,-*|".utf8)

  /// Whether nothing of the same clause stands before: the text's or line's start, or punctuation.
  private func isClauseStart(_ position: Int) -> Bool {
    var before = position
    while let byte = byte(before - 1), byte == 0x20 || byte == 0x09 { before -= 1 }
    guard let byte = byte(before - 1) else { return true }
    return Self.clauseMarks.contains(byte)
  }

  /// Where the value after a label begins: behind `:`, `=`, `>`, `|` or a tab, and quotes; nil without such a mark.
  private func valueStart(_ end: Int) -> Int? {
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
