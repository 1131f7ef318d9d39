import Scanning
import VeilModel

/// What the built-in word lists say of a word.
struct WordRoles: OptionSet, Sendable {
  let rawValue: UInt16

  static let given = WordRoles(rawValue: 1)
  static let family = WordRoles(rawValue: 2)
  /// A name that is also a common word, month, place or product.
  static let ambiguous = WordRoles(rawValue: 4)
  static let common = WordRoles(rawValue: 8)
  static let title = WordRoles(rawValue: 16)
  static let greeting = WordRoles(rawValue: 32)
  /// What a name follows in a sentence: `my name is`.
  static let introduction = WordRoles(rawValue: 64)
  /// A key whose value is a name.
  static let label = WordRoles(rawValue: 128)
  static let closing = WordRoles(rawValue: 256)
  static let particle = WordRoles(rawValue: 512)
  static let suffix = WordRoles(rawValue: 1024)
  /// What a name often follows, and much else: `this is`.
  static let weakIntroduction = WordRoles(rawValue: 2048)

  /// Roles that begin a search for a name.
  static let startsName: WordRoles = [
    .given, .family, .title, .greeting, .introduction, .weakIntroduction, .label, .closing,
  ]
}

/// All words and phrases that the engine itself looks for, in one index, with what each means.
struct Lexicon: Sendable {
  struct Entry: Sendable {
    var roles: WordRoles = []
    /// Rules whose matches begin with this phrase.
    var rules: [UInt16] = []
    /// Rules that find nothing without a word such as this nearby.
    var enables: [UInt16] = []
  }

  /// Looked for in all text.
  private(set) var index: PhraseIndex
  /// By phrase id of `index`.
  private(set) var entries: [Entry]
  /// Words that say something of a name but do not begin one: asked for, never looked for.
  private(set) var plain: PhraseIndex
  private(set) var plainEntries: [WordRoles]

  /// The word lists, read once in a process.
  static let builtIn: Lexicon = {
    var lexicon = Lexicon()
    for (roles, list) in lists {
      var count = 0
      let text = UnsafeBufferPointer(start: list(&count), count: count)
      for line in text.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
        lexicon.add(Array(line), roles)
      }
    }
    return lexicon
  }()

  private static let lists: [(WordRoles, @Sendable (UnsafeMutablePointer<Int>) -> UnsafePointer<UInt8>)] = [
    // What is only asked for comes first: it decides how names are looked for.
    (.ambiguous, veil_list_ambiguous), (.common, veil_list_common), (.particle, veil_list_particles),
    (.suffix, veil_list_suffixes), (.given, veil_list_given), (.family, veil_list_family),
    (.title, veil_list_titles), (.greeting, veil_list_greetings), (.introduction, veil_list_introductions),
    (.weakIntroduction, veil_list_introductions_weak),
    (.label, veil_list_labels_name), (.closing, veil_list_closings),
  ]

  private init() {
    index = PhraseIndex(capacity: 30_000)
    entries = []
    plain = PhraseIndex(capacity: 8_000)
    plainEntries = []
  }

  private mutating func add(_ phrase: [UInt8], _ roles: WordRoles) {
    if roles.isDisjoint(with: .startsName) {
      guard let id = plain.insert(phrase) else { return }
      if Int(id) == plainEntries.count { plainEntries.append([]) }
      plainEntries[Int(id)].formUnion(roles)
      return
    }
    // A name that is also a word says nothing in lower case.
    let isDoubtful =
      roles.isSubset(of: [.given, .family]) && !plainRoles(of: phrase).isDisjoint(with: [.ambiguous, .common])
    guard let id = index.insert(phrase, onlyCapital: isDoubtful) else { return }
    if Int(id) == entries.count { entries.append(Entry()) }
    entries[Int(id)].roles.formUnion(roles)
  }

  /// - Parameter phrase: folded text.
  mutating func insert(_ phrase: [UInt8]) -> UInt32? {
    guard let id = index.insert(phrase) else { return nil }
    if Int(id) == entries.count { entries.append(Entry()) }
    return id
  }

  /// Many rules share their words: each is read once.
  private var ids: [String: UInt32] = [:]

  mutating func insert(_ phrase: String) -> UInt32? {
    if let id = ids[phrase] { return id }
    guard let id = insert(matchKey(phrase.utf8)) else { return nil }
    ids[phrase] = id
    return id
  }

  mutating func add(rule: UInt16, phrase: String) -> Bool {
    guard let id = insert(phrase) else { return false }
    entries[Int(id)].rules.append(rule)
    return true
  }

  mutating func enable(rule: UInt16, near phrase: UInt32) { entries[Int(phrase)].enables.append(rule) }

  /// As `add(rule:phrase:)`, also for the words of the phrase written as one, as in `employeeId`.
  mutating func add(rule: UInt16, label: String) -> Bool {
    guard add(rule: rule, phrase: label) else { return false }
    guard label.utf8.contains(0x20) else { return true }
    return add(rule: rule, phrase: String(decoding: label.utf8.filter { $0 != 0x20 }, as: UTF8.self))
  }

  func plainRoles(of word: [UInt8]) -> WordRoles { plain.id(ofWord: word).map { plainEntries[Int($0)] } ?? [] }

  /// All that the lists say of a word; nothing when they do not have it.
  func roles(of word: Word, in reader: inout WordReader, _ views: Views) -> WordRoles {
    var roles: WordRoles = []
    if let id = views.index.id(of: word, in: &reader) { roles = entries[Int(id)].roles }
    if let id = views.plain.id(of: word, in: &reader) { roles.formUnion(plainEntries[Int(id)]) }
    return roles
  }

  /// The indexes' storage for the time of one scan.
  struct Views {
    let index: PhraseIndex.View
    let plain: PhraseIndex.View
  }

  func withViews<R>(_ body: (Views) -> R) -> R {
    index.withView { index in plain.withView { body(Views(index: index, plain: $0)) } }
  }
}
