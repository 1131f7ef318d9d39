import Scanning
import VeilModel

/// What the built-in word lists say of a word.
struct WordRoles: OptionSet, Sendable {
  let rawValue: UInt32

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
  /// A company's legal form behind its name: `GmbH`.
  static let legalForm = WordRoles(rawValue: 4096)
  /// A company's legal form before its name: `UAB`.
  static let legalFormBefore = WordRoles(rawValue: 8192)
  /// A legal form only where all its letters are capitals.
  static let inCapitals = WordRoles(rawValue: 16384)
  /// A legal form only where its first letter is a capital.
  static let withCapital = WordRoles(rawValue: 32768)
  /// A legal form only where its last letter is a capital, so that `Spa` is none.
  static let withCapitalEnd = WordRoles(rawValue: 524_288)
  /// A key whose value is an organisation.
  static let organisationLabel = WordRoles(rawValue: 65536)
  /// Never part of a company's name, even with a capital.
  static let organisationStop = WordRoles(rawValue: 131_072)
  /// Ends a company's name where it has a capital: `Industries`.
  static let organisationEnding = WordRoles(rawValue: 1_048_576)
  /// Part of many companies' names.
  static let organisationGeneric = WordRoles(rawValue: 262_144)

  /// Roles that begin a search for a name.
  static let startsName: WordRoles = [
    .given, .family, .title, .greeting, .introduction, .weakIntroduction, .label, .closing,
  ]

  /// Roles that begin a search for an organisation.
  static let startsOrganisation: WordRoles = [.legalForm, .legalFormBefore, .organisationEnding, .organisationLabel]

  static let startsSearch = startsName.union(startsOrganisation)
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
    (.organisationStop, veil_list_organisation_stops), (.organisationGeneric, veil_list_organisation_generic),
    (.organisationLabel, veil_list_labels_organisation),
    ([.organisationEnding, .withCapital], veil_list_organisation_endings),
    (.legalForm, veil_list_legal_forms), (.legalFormBefore, veil_list_legal_forms_before),
  ]

  private init() {
    index = PhraseIndex(capacity: 30_000)
    entries = []
    plain = PhraseIndex(capacity: 8_000)
    plainEntries = []
  }

  private mutating func add(_ line: [UInt8], _ list: WordRoles) {
    var (phrase, roles) = (line, list)
    if !list.isDisjoint(with: [.legalForm, .legalFormBefore]) {
      roles.formUnion(Self.capitals(of: line))
      phrase = matchKey(line)
    }
    if roles.isDisjoint(with: .startsSearch) {
      guard let id = plain.insert(phrase) else { return }
      if Int(id) == plainEntries.count { plainEntries.append([]) }
      plainEntries[Int(id)].formUnion(roles)
      return
    }
    // A name that is also a word says nothing in lower case.
    let isDoubtful =
      roles.isSubset(of: [.given, .family]) && !plainRoles(of: phrase).isDisjoint(with: [.ambiguous, .common])
    let isCapital = !roles.isDisjoint(with: [.inCapitals, .withCapital])
    guard let id = index.insert(phrase, onlyCapital: isDoubtful || isCapital) else { return }
    if Int(id) == entries.count { entries.append(Entry()) }
    entries[Int(id)].roles.formUnion(roles)
  }

  /// What the capitals of a legal form in a list ask of those in a text.
  private static func capitals(of form: [UInt8]) -> WordRoles {
    let text = String(decoding: form, as: UTF8.self)
    let letters = text.unicodeScalars.filter { $0.properties.isCased }
    if letters.allSatisfy(\.properties.isUppercase) { return .inCapitals }
    guard letters.first?.properties.isUppercase == true else { return [] }
    let isOneWord = !text.contains { $0 == " " || $0 == "." }
    return isOneWord && letters.last?.properties.isUppercase == true ? [.withCapital, .withCapitalEnd] : .withCapital
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
