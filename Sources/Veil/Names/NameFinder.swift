import Scanning

/// Finds people's names by what surrounds them and by lists of names.
///
/// Works on the hits of the lexicon's names: a word that is a name, a title, a greeting, a label, … starts a search around it.
/// Everything else in the text is never looked at.
struct NameFinder {
  enum Evidence: String, CaseIterable {
    case title, greeting, introduction, label, closing, list, inverted, initials

    private static let rules = Dictionary(
      uniqueKeysWithValues: allCases.map { ($0, RuleName("name-\($0.rawValue)")) })
    var rule: RuleName { Self.rules[self]! }
  }

  struct Name {
    var range: Range<Int>
    var score: Double
    var evidence: Evidence
  }

  private(set) var found: [Name] = []
  private let hits: [PhraseHit]
  private let views: Lexicon.Views
  let text: UnsafeBufferPointer<UInt8>
  var reader: NameReader

  init(text: UnsafeBufferPointer<UInt8>, hits: [PhraseHit], views: Lexicon.Views) {
    self.text = text
    self.hits = hits
    self.views = views
    reader = NameReader(text: text, views: views)
  }

  /// Fills `found` with names that start in `core`; the same words may be found more than once.
  mutating func find(in core: Range<Int>) {
    for hit in hits {
      let roles = views.roles(ofName: hit)
      let range = Int(hit.start)..<Int(hit.end)
      if roles.contains(.title) { afterTitle(range) }
      if roles.contains(.greeting) { afterGreeting(range) }
      if roles.contains(.introduction) { afterIntroduction(range) }
      if roles.contains(.weakIntroduction) { afterWeakIntroduction(range) }
      if roles.contains(.label) { afterLabel(range) }
      if roles.contains(.closing) { afterClosing(range) }
      guard !roles.isDisjoint(with: [.given, .family]), let word = reader.token(at: range.lowerBound) else { continue }
      if roles.contains(.given) { from(given: word) }
      if roles.contains(.family) { from(family: word) }
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
    // One letter with a stop, and no space behind it, is as often part of something else.
    let isOneLetter = title.count == 1 || title.count == 2 && text[title.lowerBound + 1] == UInt8(ascii: ".")
    if isOneLetter, position == afterStop || position == title.upperBound { return }
    guard !name.head.isPlainWord else { return }
    let isCapitalTitle = isUpper(text[title.lowerBound]) || text[title.lowerBound] >= 0x80
    if isCapitalTitle {
      add(name, 0.9, .title)
    } else if name.hasName {
      add(name, 0.6, .title)
    }
  }

  private static let greetingEnds = ByteSet(",.!:;\n\r-".utf8)

  private mutating func afterGreeting(_ greeting: Range<Int>) {
    guard isClauseStart(greeting.lowerBound) else { return }
    var position = skipSpaces(greeting.upperBound)
    if byte(position) == UInt8(ascii: ",") { position = skipSpaces(position + 1) }
    guard position > greeting.upperBound else { return }
    if let name = parse(position), !name.head.isPlainWord {
      if name.head.isName {
        add(name, 0.85, .greeting)
      } else if let next = byte(name.range.upperBound), Self.greetingEnds.contains(next) {
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
    if let name = parse(from: first), !first.isPlainWord || first.isName {
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
    if let name = parse(from: first) {
      guard !first.isPlainWord || name.hasUncommonName else {
        return
      }
      let isListed = name.hasName
      add(name, isListed ? 0.9 : name.count > 1 ? 0.65 : isQuoted ? 0.45 : 0.5, .label)
    } else if first.letters == .none {
      add(Parsed(first), 0.6, .label)
    } else if first.letters == .lower, first.isName, !first.roles.contains(.common) {
      var name = Parsed(first)
      if let next = reader.token(at: skipSpaces(first.end)), next.start > first.end, next.isName { name.append(next) }
      add(name, 0.7, .label)
    }
  }

  private static let closingMarks = ByteSet(",!.;-".utf8)
  private static let signatureEnds = ByteSet("\n\r,|(".utf8)

  private mutating func afterClosing(_ closing: Range<Int>) {
    guard isClauseStart(closing.lowerBound) else { return }
    var position = closing.upperBound
    if let mark = byte(position), Self.closingMarks.contains(mark) { position += 1 }
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
      guard end == nil || Self.signatureEnds.contains(end!) || name.first.isName else { return }
      add(name, name.first.isName ? 0.85 : 0.65, .closing)
    } else if name.first.isName {
      add(name, 0.75, .closing)
    }
  }
}

// MARK: - Listed names

extension NameFinder {
  private mutating func from(given first: NameToken) {
    guard first.isName, !touchesWord(before: first.start) else { return }
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
    guard let name = parse(from: first) else { return }
    let isDoubtful = !first.roles.isDisjoint(with: [.ambiguous, .common])
    if name.count > 1 {
      if name.hasFurtherName {
        add(name, isDoubtful ? 0.65 : 0.9, .list)
      } else if first.letters != .upper, name.hasFurther {
        add(name, isDoubtful ? 0.45 : 0.75, .list)
      } else if !name.hasFurther, !isDoubtful {
        add(name, 0.6, .list)
      }
    } else if first.letters == .capital, !isDoubtful, first.end - first.start > 2 {
      // A capitalised word before it makes it part of something else: San Jose, Lake Victoria.
      if let before = reader.token(before: first.start) {
        if before.isCapital, !before.isPlainWord { return }
        // In Austin, at Georgia: places.
        let place = before.start..<before.end
        if reader.reads("in", place) || reader.reads("at", place) || reader.reads("near", place) { return }
      }
      add(name, 0.55, .list)
    }
  }

  private mutating func from(family: NameToken) {
    guard family.isCapital else { return }
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
      !isClauseStart(before.start), let name = parse(from: before)
    {
      add(name, 0.6, .list)
    }
  }
}
