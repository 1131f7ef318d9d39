import Scanning

/// The forms in which a text goes on to speak of a person.
extension Recall {
  /// What is known of a name that is learned.
  struct Lesson {
    var type: EntityType
    var scope: Scope
    var hasCapital = false
  }

  /// - Parameter key: as ``matchKey(_:)`` gives it.
  mutating func learn(person key: [UInt8], _ lesson: Lesson, _ lexicon: Lexicon) {
    let type = lesson.type
    let name = PersonName(key)
    var words: [[UInt8]] = []
    words.reserveCapacity(name.words.count)
    for range in name.words {
      let word = Self.trimmed(key[range])
      if !word.isEmpty { words.append(word) }
    }
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
        hasSingleNames = true
        learn(word: last, [.given, .family], Lesson(type: type, scope: .vault), lexicon)
      }
      return
    }
    let whole = Entry(type: type, traits: Self.isPlain(words, lexicon) ? .needsCapital : [])
    insert(key, whole)
    let joined = Self.joined(words[...])
    if joined != key { insert(joined, whole) }
    insert(othersOf: joined, whole)
    for (position, word) in words.enumerated() {
      let isGiven = position < name.givenCount
      if !isGiven, position < words.count - 1, PersonName.isParticle(word) { continue }
      learn(word: word, isGiven ? .given : .family, lesson, lexicon)
    }
    let given = words[0]
    if given.count > 1 {
      for relative in Nicknames.relatives(of: PlainLetters.plain(given)[...]) {
        var traits: Traits = [.given, .needsCapital]
        // Short ones that are in no list are words in some language.
        let isListed = relative.name.count > 4 || lexicon.roles(ofWord: relative.name).contains(.given)
        if !relative.standsAlone || !isListed || !Self.isDistinctName(relative.name, lexicon) {
          traits.insert(.needsCompany)
        }
        insert(relative.name, Entry(type: type, traits: traits))
      }
    }
    learn(family: words[name.givenCount...], given: given, type)
  }

  /// One word of a longer name.
  private mutating func learn(word: [UInt8], _ kind: Traits, _ lesson: Lesson, _ lexicon: Lexicon) {
    guard word.count > 1 else { return }
    var traits = kind.union(.needsCapital)
    let roles = lexicon.roles(ofWord: word)
    if Self.isDistinctName(word, roles) {
      // In lower case only what the lists have as a name and as nothing else, and only where it was found.
      if lesson.scope == .text, lesson.hasCapital, !roles.isEmpty, roles.isSubset(of: [.given, .family]) {
        traits.remove(.needsCapital)
      }
      learn(inflectionsOf: word, kind, lesson.type, lexicon)
    } else if lesson.scope == .text, kind == .family, word.count > 2, roles.isDisjoint(with: [.common, .particle]) {
      traits.insert(.needsSentence)
    } else {
      traits.insert(.needsCompany)
    }
    insert(spellings: word, Entry(type: lesson.type, traits: traits))
    guard word.contains(UInt8(ascii: "-")) else { return }
    let halves = word.split(separator: UInt8(ascii: "-"))
    guard halves.count > 1 else { return }
    for half in halves where Self.isDistinctName(Array(half), lexicon) {
      learn(word: Array(half), kind, Lesson(type: lesson.type, scope: .vault), lexicon)
    }
  }

  /// How the word may end where the grammar changes names: a German genitive, and Polish cases that leave it whole.
  private mutating func learn(inflectionsOf word: [UInt8], _ kind: Traits, _ type: EntityType, _ lexicon: Lexicon) {
    guard word.count > 3, let last = word.last else { return }
    func learn(_ ending: some Collection<UInt8>) {
      let inflected = word + ending
      guard lexicon.roles(ofWord: inflected).isEmpty else { return }
      insert(inflected, Entry(type: type, traits: kind.union(.needsCapital), ending: UInt8(ending.count)))
    }
    switch last {
    case UInt8(ascii: "s"), UInt8(ascii: "x"): return
    case UInt8(ascii: "z"), UInt8(ascii: "i"), UInt8(ascii: "k"):
      if last != UInt8(ascii: "z") { learn(CollectionOfOne(UInt8(ascii: "s"))) }
      for (end, others) in Self.polish
      where word.count > end.utf8.count + 2 && word.suffix(end.utf8.count).elementsEqual(end.utf8) {
        for other in others { learn(other.utf8) }
        break
      }
    default: if last < 0x80 { learn(CollectionOfOne(UInt8(ascii: "s"))) }
    }
  }

  private static let polish: [(end: String, endings: [String])] = [
    ("ski", ["ego", "emu", "m"]), ("cki", ["ego", "emu", "m"]), ("dzki", ["ego", "emu", "m"]),
    ("czyk", ["a", "owi", "iem"]), ("wicz", ["a", "owi", "em"]), ("ak", ["a", "owi", "iem"]),
    ("iarz", ["a", "owi", "em"]),
  ]

  /// The family name with its particles, and each name with the first letter of the other.
  private mutating func learn(family: ArraySlice<[UInt8]>, given: [UInt8], _ type: EntityType) {
    let core = family.drop { PersonName.isParticle($0) }
    if family.count > 1 {
      insert(spellings: Self.joined(family), Entry(type: type, traits: [.family, .needsCapital]))
    }
    guard let last = family.last, given.count > 1 else { return }
    if let letter = Self.initial(given) {
      insert(
        spellings: [letter, UInt8(ascii: " ")] + Self.joined(core), Entry(type: type, traits: [.family, .needsCapital]))
    }
    if let letter = (core.first ?? last).first, isLower(letter) {
      insert(spellings: given + [UInt8(ascii: " "), letter], Entry(type: type, traits: [.needsCapital, .needsStop]))
    }
  }

  private mutating func insert(spellings word: [UInt8], _ entry: Entry) {
    insert(word, entry)
    insert(othersOf: word, entry)
  }

  private mutating func insert(othersOf word: [UInt8], _ entry: Entry) {
    for other in PlainLetters.others(of: word) { insert(other, entry) }
  }

  /// The first letter, where it is no word of its own without a full stop.
  private static func initial(_ word: [UInt8]) -> UInt8? {
    guard let first = word.first, isLower(first), !"aeiouy".utf8.contains(first) else { return nil }
    return first
  }

  private static func joined(_ words: ArraySlice<[UInt8]>) -> [UInt8] {
    var joined: [UInt8] = []
    for word in words {
      if !joined.isEmpty { joined.append(UInt8(ascii: " ")) }
      joined += word
    }
    return joined
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
    isDistinctName(word, lexicon.roles(ofWord: word))
  }

  private static func isDistinctName(_ word: [UInt8], _ roles: WordRoles) -> Bool {
    guard word.count > 2, word.contains(where: { $0 >= 0x80 || isLower($0) }), !word.contains(UInt8(ascii: ".")) else {
      return false
    }
    return roles.isDisjoint(with: [.common, .ambiguous, .particle, .suffix, .title])
  }
}
