import Scanning

/// The forms in which a text goes on to speak of a person.
extension Recall {
  /// What is known of a name that is learned.
  struct Lesson {
    var type: EntityType
    var scope: Scope
    var hasCapital = false
    var lexicon: Lexicon
  }

  /// - Parameter key: as ``matchKey(_:)`` gives it.
  mutating func learn(person lesson: Lesson, _ key: [UInt8]) {
    let (type, lexicon) = (lesson.type, lesson.lexicon)
    let name = PersonName(key)
    let words = name.words.map { Self.trimmed(key[$0]) }.filter { !$0.isEmpty }
    guard words.count == name.words.count, let last = words.last, words.contains(where: { $0.count > 1 }) else {
      return
    }
    guard name.givenCount > 0 else {
      // Whether it is a given or a family name nobody said.
      if key.contains(0x20) {
        insert(key, Entry(type: type, traits: Self.isPlain([last], lexicon) ? .needsCapital : []))
      }
      // A single name says too little of who is meant to hold beyond its own text.
      if lesson.scope == .text, Self.isDistinctName(last, lexicon) {
        learn(word: last, [.given, .family], Lesson(type: type, scope: .vault, lexicon: lexicon))
      }
      return
    }
    let whole = Entry(type: type, traits: Self.isPlain(words, lexicon) ? .needsCapital : [])
    insert(key, whole)
    insert(spellings: Self.joined(words), whole)
    for (position, word) in words.enumerated() {
      let isGiven = position < name.givenCount
      if !isGiven, position < words.count - 1, PersonName.isParticle(word) { continue }
      learn(word: word, isGiven ? .given : .family, lesson)
    }
    let given = words[0]
    if given.count > 1 {
      for relative in Nicknames.relatives(of: PlainLetters.plain(given)[...]) {
        var traits: Traits = [.given, .needsCapital]
        // Short ones that are in no list are words in some language.
        let isListed = lexicon.roles(ofWord: relative.name).contains(.given) || relative.name.count > 4
        if !relative.standsAlone || !isListed || !Self.isDistinctName(relative.name, lexicon) {
          traits.insert(.needsCompany)
        }
        insert(relative.name, Entry(type: type, traits: traits))
      }
    }
    learn(family: Array(words[name.givenCount...]), given: given, type)
  }

  /// One word of a longer name.
  private mutating func learn(word: [UInt8], _ kind: Traits, _ lesson: Lesson) {
    guard word.count > 1 else { return }
    let lexicon = lesson.lexicon
    var traits = kind.union(.needsCapital)
    let roles = lexicon.roles(ofWord: word)
    if Self.isDistinctName(word, lexicon) {
      // In lower case only what the lists have as a name and as nothing else, and only where it was found.
      if lesson.scope == .text, lesson.hasCapital, !roles.isEmpty, roles.isSubset(of: [.given, .family]) {
        traits.remove(.needsCapital)
      }
      for inflected in Self.inflections(of: word) where lexicon.roles(ofWord: inflected).isEmpty {
        let ending = UInt8(inflected.count - word.count)
        insert(inflected, Entry(type: lesson.type, traits: kind.union(.needsCapital), ending: ending))
      }
    } else if lesson.scope == .text, kind == .family, word.count > 2, roles.isDisjoint(with: [.common, .particle]) {
      traits.insert(.needsSentence)
    } else {
      traits.insert(.needsCompany)
    }
    insert(spellings: word, Entry(type: lesson.type, traits: traits))
    let halves = word.split(separator: UInt8(ascii: "-"))
    guard halves.count > 1 else { return }
    for half in halves where Self.isDistinctName(Array(half), lexicon) {
      learn(word: Array(half), kind, Lesson(type: lesson.type, scope: .vault, lexicon: lexicon))
    }
  }

  /// The family name with its particles, and each name with the first letter of the other.
  private mutating func learn(family: [[UInt8]], given: [UInt8], _ type: EntityType) {
    let core = family.drop { PersonName.isParticle($0) }
    if family.count > 1 {
      insert(spellings: Self.joined(family), Entry(type: type, traits: [.family, .needsCapital]))
    }
    guard let last = family.last, given.count > 1 else { return }
    if let letter = Self.initial(given) {
      insert(spellings: Self.joined([letter] + core), Entry(type: type, traits: [.family, .needsCapital]))
    }
    if let letter = (core.first ?? last).first.flatMap({ isLower($0) ? [$0] : nil }) {
      insert(spellings: Self.joined([given, letter]), Entry(type: type, traits: [.needsCapital, .needsStop]))
    }
  }

  private mutating func insert(spellings word: [UInt8], _ entry: Entry) {
    insert(word, entry)
    for other in PlainLetters.others(of: word) { insert(other, entry) }
  }

  /// The first letter, where it is no word of its own without a full stop.
  private static func initial(_ word: [UInt8]) -> [UInt8]? {
    guard let first = word.first, isLower(first), !"aeiouy".utf8.contains(first) else { return nil }
    return [first]
  }

  private static func joined(_ words: some Sequence<[UInt8]>) -> [UInt8] {
    Array(words.joined(separator: [UInt8(ascii: " ")]))
  }

  private static func trimmed(_ word: ArraySlice<UInt8>) -> [UInt8] {
    var word = word
    while let last = word.last, ".,;:".utf8.contains(last) { word.removeLast() }
    return Array(word)
  }

  /// Whether a name reads as ordinary words in lower case: `will hope`, `j. may`.
  private static func isPlain(_ words: [[UInt8]], _ lexicon: Lexicon) -> Bool {
    words.allSatisfy { $0.count < 3 || !lexicon.roles(ofWord: $0).isDisjoint(with: [.common, .ambiguous]) }
  }

  static func isDistinctName(_ word: [UInt8], _ lexicon: Lexicon) -> Bool {
    guard word.count > 2, word.contains(where: { $0 >= 0x80 || isLower($0) }), !word.contains(UInt8(ascii: ".")) else {
      return false
    }
    return lexicon.roles(ofWord: word).isDisjoint(with: [.common, .ambiguous, .particle, .suffix, .title])
  }

  /// How the word may end where the grammar changes names: a German genitive, and Polish cases that leave it whole.
  private static func inflections(of word: [UInt8]) -> [[UInt8]] {
    guard word.count > 3, let last = word.last else { return [] }
    var endings: [String] = []
    if !"sxz".utf8.contains(last), last < 0x80 { endings.append("s") }
    for (end, others) in polish
    where word.count > end.utf8.count + 2 && word.suffix(end.utf8.count).elementsEqual(end.utf8) {
      endings += others
      break
    }
    return endings.map { word + $0.utf8 }
  }

  private static let polish: [(end: String, endings: [String])] = [
    ("ski", ["ego", "emu", "m"]), ("cki", ["ego", "emu", "m"]), ("dzki", ["ego", "emu", "m"]),
    ("czyk", ["a", "owi", "iem"]), ("wicz", ["a", "owi", "em"]), ("ak", ["a", "owi", "iem"]),
    ("iarz", ["a", "owi", "em"]),
  ]
}
