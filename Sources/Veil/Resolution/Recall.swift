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
  /// Hashes of what was learned stand for it.
  private var learned = HashIndex()

  var isEmpty: Bool { entries.isEmpty }

  /// Notes a value and the shorter forms in which a text goes on to speak of it, unless they are too plain to be told from
  /// ordinary words.
  ///
  /// - Parameter isDefined: the text itself gave it as the short name of something.
  mutating func learn(
    _ value: [UInt8], type: EntityType, lexicon: Lexicon, scope: Scope = .text, isDefined: Bool = false
  ) {
    var shortNames: [[UInt8]]?
    learn(value, type: type, lexicon: lexicon, scope: scope, isDefined: isDefined, &shortNames)
  }

  /// - Parameter shortNames: of an organisation, once somebody made them: it takes a while.
  mutating func learn(
    _ value: [UInt8], type: EntityType, lexicon: Lexicon, scope: Scope, isDefined: Bool,
    _ shortNames: inout [[UInt8]]?
  ) {
    guard value.count <= Self.longestValue, entries.count < Self.mostPhrases else { return }
    // Most names come again and again.
    guard note(value, type, isDefined) else { return }
    let key = matchKey(value)
    if type == .organisation {
      let names = shortNames ?? Self.shortNames(ofOrganisation: key, lexicon).shorter
      shortNames = names
      learn(organisation: key, names, isDefined: isDefined, lexicon)
    } else if type.isPersonName {
      // A name that was itself found in lower case is too little sure.
      let hasCapital = value.first.map { isUpper($0) || $0 >= 0x80 } ?? false
      learn(person: Lesson(type: type, scope: scope, hasCapital: hasCapital, lexicon: lexicon), key)
    } else if key.contains(0x20) || Self.isDistinct(key, lexicon) {
      insert(key, Entry(type: type, traits: []))
    }
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

/// Values that the texts of one vault have in common.
final class SharedRecall: Sendable {
  private struct State: Sendable {
    var recall = Recall()
    /// What was known beforehand, until somebody looks.
    var pending: [(value: [UInt8], type: EntityType, isDefined: Bool)] = []

    mutating func add(_ entries: [Mapping.Entry]) {
      for entry in entries where NamesAhead.holds(for: entry.type) {
        pending.append((Array(entry.original.utf8), entry.type, false))
      }
    }
  }

  private let state: Mutex<State>

  /// Takes over what a saved vault knows of values that nothing but their surroundings gave away, and the names of people
  /// and organisations in a mapping.
  init(_ entries: [Vault.Entry], _ mapping: Mapping?) {
    var state = State()
    for entry in entries {
      guard let original = entry.original, let placeholder = Placeholder.read(entry.placeholder)?.placeholder,
        Recall.holds(for: placeholder.type) || NamesAhead.holds(for: placeholder.type)
      else { continue }
      // Other spellings of a name follow from the first; the short name of a company does not.
      let isDefined = placeholder.type == .organisation && placeholder.suffix != nil
      if NamesAhead.holds(for: placeholder.type), placeholder.suffix != nil, !isDefined { continue }
      state.pending.append((original, placeholder.type, isDefined))
    }
    state.add(mapping?.entries ?? [])
    self.state = Mutex(state)
  }

  init(_ entries: [Mapping.Entry]) {
    var state = State()
    state.add(entries)
    self.state = Mutex(state)
  }

  /// - Parameter shortNames: of an organisation, if they are known.
  func learn(_ value: [UInt8], type: EntityType, lexicon: Lexicon, isDefined: Bool, shortNames: [[UInt8]]?) {
    withRecall {
      var shortNames = shortNames
      $0.learn(value, type: type, lexicon: lexicon, scope: .vault, isDefined: isDefined, &shortNames)
    }
  }

  func withRecall<R: Sendable>(_ body: (inout Recall) -> R) -> R {
    state.withLock { state in
      for lesson in state.pending {
        state.recall.learn(
          lesson.value, type: lesson.type, lexicon: .builtIn, scope: .vault, isDefined: lesson.isDefined)
      }
      state.pending = []
      return body(&state.recall)
    }
  }
}
