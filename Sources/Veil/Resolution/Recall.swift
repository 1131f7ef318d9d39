import Scanning
import Synchronization

/// Values that were found by what surrounds them, to be found again where nothing does: `John Doe` after
/// `Dear John Doe`, and then `Doe`, a password after `password: …`. Grows while a text is read.
struct Recall: Sendable {
  struct Entry: Sendable {
    var type: EntityType
    var traits: Traits
    /// Bytes at the end of the phrase that are not the value's: the `s` of `Brzenks Haus`.
    var ending: UInt8 = 0
  }

  /// What a phrase is, and what it must look like to count.
  struct Traits: OptionSet, Sendable {
    let rawValue: UInt8

    /// A person's given name, or one that it may be called by.
    static let given = Traits(rawValue: 1)
    /// A person's family name.
    static let family = Traits(rawValue: 2)
    /// Only with a capital: it also reads as a word. Of several words the last must have it.
    static let needsCapital = Traits(rawValue: 4)
    /// Only beside another part of the name: `Brown` in `J. Brown`.
    static let needsCompany = Traits(rawValue: 8)
    /// Only before a full stop, which then belongs to it: `John D.`
    static let needsStop = Traits(rawValue: 16)
    /// Only in capitals.
    static let needsCapitals = Traits(rawValue: 32)

    /// Beside another part of the name, or inside a sentence and without an article: `met Berg`, not `the Berg`.
    static let needsSentence = Traits(rawValue: 64)

    static let needs: Traits = [.needsCapital, .needsCompany, .needsStop, .needsCapitals, .needsSentence]
  }

  /// Where a value is looked for.
  enum Scope {
    /// In the text that it was found in.
    case text
    /// In the other texts of its vault, where nothing is certain about what else its words mean.
    case vault
  }

  /// Longer values are found by their own rule or not at all; it also bounds how far a match can reach.
  static let longestValue = 200
  /// What is met beyond this many phrases is not remembered, so that endless text takes no endless memory.
  static let mostPhrases = 400_000

  /// Whether values of this type are remembered whatever found them, also by a saved vault: people's names, secrets, and
  /// types that only a label gives away, or that the catalogue does not know.
  static func holds(for type: EntityType) -> Bool { !selfEvident.contains(type) }

  /// The same for what this rule finds.
  static func holds(for rule: Rule) -> Bool {
    holds(for: rule.type) || rule.isLabelled && !everyday.contains(rule.type)
  }

  private static let selfEvident: Set<EntityType> = {
    // What is a place by one text is often a word in the next.
    var types = everyday.union([.text, .location])
    for rule in Catalogue.rules where !rule.isLabelled { types.insert(rule.type) }
    return types.subtracting([.name, .secret])
  }()

  /// What a label says of a person in an everyday word: to remember it would mask that word everywhere.
  private static let everyday = Catalogue.types(tagged: .special)

  /// Nil as long as there is nothing in it.
  private(set) var index: PhraseIndex?
  private(set) var entries: [Entry] = []
  /// Whether any of them is a part of a person's name, which may stand elsewhere with other marks on its letters.
  private(set) var hasPartsOfNames = false
  /// Whether any of them is a name of one word: given or family name, nobody knows. The other texts of a vault are not told
  /// of them, so that they may read what stands around another name in another way.
  var hasSingleNames = false
  /// What the phrases may begin with, as far as that is a plain word.
  private(set) var beginnings = ByteSet()
  /// Hashes of what was learned stand for it.
  private var learned = HashIndex()

  var isEmpty: Bool { entries.isEmpty }

  /// Notes a value and the shorter forms in which a text goes on to speak of it, unless they are too plain to be told from
  /// ordinary words.
  ///
  /// - Parameter isDefined: the text itself gave it as the short name of something.
  /// - Returns: false when it was learned before.
  @discardableResult
  mutating func learn(
    _ value: [UInt8], type: EntityType, lexicon: Lexicon, scope: Scope = .text, isDefined: Bool = false
  ) -> Bool {
    guard value.count <= Self.longestValue, entries.count < Self.mostPhrases else { return true }
    // Most names come again and again.
    guard note(value, type, isDefined) else { return false }
    let key = matchKey(value)
    if type == .organisation {
      learn(organisation: key, isDefined: isDefined, lexicon)
    } else if type.isPersonName {
      // A name that was itself found in lower case is too little sure.
      let hasCapital = value.first.map { isUpper($0) || $0 >= 0x80 } ?? false
      learn(person: key, Lesson(type: type, scope: scope, hasCapital: hasCapital), lexicon)
    } else if key.contains(0x20) || Self.isDistinct(key, lexicon) {
      insert(key, Entry(type: type, traits: []))
    }
    return true
  }

  /// - Returns: false when it was learned before.
  private mutating func note(_ value: [UInt8], _ type: EntityType, _ isDefined: Bool) -> Bool {
    let hash = KeyedHash.shared(value.span, tag: type.keyedHash &+ (isDefined ? 1 : 0))
    if learned.find(hash) != nil { return false }
    learned.insert(hash, 0)
    return true
  }

  /// Adds a phrase; of one that is there already, what is known of both.
  mutating func insert(_ key: [UInt8], _ entry: Entry) {
    // What must begin with a capital is not even looked at elsewhere; particles need none.
    let onlyCapital = entry.traits.contains(.needsCapital) && !(entry.traits.contains(.family) && key.contains(0x20))
    if let first = key.first(where: { isASCIIWord($0) || $0 >= 0x80 }) {
      if !onlyCapital { beginnings.insert(first) }
      beginnings.insert(isLower(first) ? first & 0xDF : first)
    }
    if index == nil { index = PhraseIndex() }
    guard let id = index?.insert(key, onlyCapital: onlyCapital) else { return }
    if !entry.traits.isDisjoint(with: [.given, .family]) { hasPartsOfNames = true }
    guard Int(id) < entries.count else {
      entries.append(entry)
      return
    }
    let known = entries[Int(id)].traits
    entries[Int(id)].traits = known.union(entry.traits)
      .subtracting(.needs.subtracting(known.intersection(entry.traits)))
    entries[Int(id)].ending = min(entries[Int(id)].ending, entry.ending)
  }

  private static func isDistinct(_ key: [UInt8], _ lexicon: Lexicon) -> Bool {
    let letters = key.count { $0 >= 0x80 || isLower($0) }
    let digits = key.count { isDigit($0) }
    guard letters + digits >= 4, letters > 0 || digits >= 6 else { return false }
    return !lexicon.roles(ofWord: key).contains(.common)
  }
}
