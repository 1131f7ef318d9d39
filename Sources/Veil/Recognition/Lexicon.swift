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

/// All words and phrases that the engine itself looks for, with what each means: in one index, but for those that only
/// people's names are found by.
struct Lexicon: Sendable {
  struct Entry: Sendable {
    var roles: WordRoles = []
  }

  /// Looked for in all text.
  private(set) var index: PhraseIndex
  /// By phrase id of `index`.
  private(set) var entries: [Entry]
  private(set) var names = NameLexicon()
  /// What the lists say of single words, also of those that are only asked for and never looked for.
  private(set) var words: WordTable
  /// By phrase id of `index`: rules whose matches begin with the phrase.
  private(set) var starts = Table<UInt16>([])
  /// By phrase id of `index`: rules that find nothing without such a word nearby.
  private(set) var enables = Table<UInt16>([])

  /// The word lists, read once in a process.
  static let builtIn: Lexicon = {
    var lexicon = Lexicon()
    for (roles, list) in lists {
      var count = 0
      let text = UnsafeBufferPointer(start: list(&count), count: count)
      var start = 0
      while start < text.count {
        let end = text[start...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
        if end > start, text[start] != UInt8(ascii: "#") {
          lexicon.add(UnsafeBufferPointer(rebasing: text[start..<end]), roles)
        }
        start = end + 1
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
    index = PhraseIndex(capacity: 14_000)
    entries = []
    words = WordTable(capacity: 24_000)
  }

  private mutating func add(_ line: UnsafeBufferPointer<UInt8>, _ list: WordRoles) {
    if !list.isDisjoint(with: .startsName) {
      // A name that is also a word says nothing in lower case.
      let isDoubtful =
        list.isSubset(of: [.given, .family]) && !roles(ofWord: Array(line)).isDisjoint(with: [.ambiguous, .common])
      names.insert(line, list, isDoubtful: isDoubtful)
    } else if list.contains(.particle) {
      names.insert(particle: line)
    }
    guard !list.isDisjoint(with: .startsOrganisation) else { return words.insert(line, list.rawValue) }
    guard !list.isDisjoint(with: [.legalForm, .legalFormBefore]) else { return insert(line, list) }
    let roles = list.union(Self.capitals(of: line))
    matchKey(line).withUnsafeBufferPointer { insert($0, roles) }
  }

  private mutating func insert(_ phrase: UnsafeBufferPointer<UInt8>, _ roles: WordRoles) {
    let onlyCapital = !roles.isDisjoint(with: [.inCapitals, .withCapital])
    guard let id = index.insert(phrase, onlyCapital: onlyCapital) else { return }
    if Int(id) == entries.count { entries.append(Entry()) }
    entries[Int(id)].roles.formUnion(roles)
    words.insert(phrase, roles.rawValue)
  }

  /// What the capitals of a legal form in a list ask of those in a text.
  private static func capitals(of form: UnsafeBufferPointer<UInt8>) -> WordRoles {
    let text = String(decoding: form, as: UTF8.self)
    let letters = text.unicodeScalars.filter { $0.properties.isCased }
    if letters.allSatisfy(\.properties.isUppercase) { return .inCapitals }
    guard letters.first?.properties.isUppercase == true else { return [] }
    let isOneWord = !text.contains { $0 == " " || $0 == "." }
    return isOneWord && letters.last?.properties.isUppercase == true ? [.withCapital, .withCapitalEnd] : .withCapital
  }

  /// What rules ask of phrases, in the order of the rules, until ``finish()``.
  private var startPairs: [(row: UInt32, element: UInt16)] = []
  private var enablePairs: [(row: UInt32, element: UInt16)] = []

  private mutating func insert(_ phrase: UnsafeBufferPointer<UInt8>) -> UInt32? {
    guard let id = index.insert(key: phrase) else { return nil }
    if Int(id) == entries.count { entries.append(Entry()) }
    return id
  }

  /// Words with their ids, as they were last asked for: the rules of a type have them in common.
  private struct Known: Sendable {
    var words: [String] = []
    var ids: [UInt32] = []
  }

  private var knownWords = Known()
  private var knownLabels = Known()

  /// Ids of words or phrases of any form, sorted; nil when one holds no letter or digit.
  mutating func ids(of words: [String]) -> [UInt32]? {
    if words == knownWords.words { return knownWords.ids }
    var ids: [UInt32] = []
    ids.reserveCapacity(words.count)
    for var word in words {
      guard let id = word.withUTF8({ insert($0) }) else { return nil }
      ids.append(id)
    }
    ids.sort()
    ids.removeRepeated()
    knownWords = Known(words: words, ids: ids)
    return ids
  }

  /// As ``ids(of:)``, also of the words of each label written as one, as in `employeeId`.
  mutating func ids(ofLabels labels: [String]) -> [UInt32]? {
    if labels == knownLabels.words { return knownLabels.ids }
    guard var ids = ids(of: labels) else { return nil }
    for var label in labels where label.utf8.contains(0x20) {
      let joined = label.withUTF8 { label in
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: label.count) { joined in
          let count = joined.initialize(fromContentsOf: label.lazy.filter { $0 != 0x20 })
          return insert(UnsafeBufferPointer(rebasing: joined[..<count]))
        }
      }
      guard let joined else { return nil }
      ids.append(joined)
    }
    ids.sort()
    ids.removeRepeated()
    knownLabels = Known(words: labels, ids: ids)
    return ids
  }

  /// The rule's matches begin with these phrases.
  mutating func add(rule: UInt16, startingWith phrases: [UInt32]) {
    for phrase in phrases { startPairs.append((phrase, rule)) }
  }

  /// The rule finds something where one of these phrases is near.
  mutating func enable(rule: UInt16, near phrases: [UInt32]) {
    for phrase in phrases { enablePairs.append((phrase, rule)) }
  }

  /// All rules have been added: from now on they can be asked for.
  mutating func finish() {
    starts = Table(rowCount: entries.count, startPairs)
    enables = Table(rowCount: entries.count, enablePairs)
    (startPairs, enablePairs) = ([], [])
    (knownWords, knownLabels) = (Known(), Known())
  }

  /// Roles of a word given in lower case; none when the lists do not have it.
  func roles(ofWord word: [UInt8]) -> WordRoles { WordRoles(rawValue: words.bits(ofWord: word)) }

  /// The same of a word of folded text.
  func roles(of word: Word, in reader: WordReader) -> WordRoles {
    words.withView { WordRoles(rawValue: $0.bits(of: word, in: reader)) }
  }

  /// The storage for the time of one scan.
  struct Views {
    let index: PhraseIndex.View
    let names: PhraseIndex.View
    let words: WordTable.View
    /// By phrase id of the index.
    let entries: UnsafePointer<Entry>
    /// By phrase id of the index of names.
    let nameRoles: UnsafePointer<WordRoles>

    func roles(of hit: PhraseHit) -> WordRoles { entries[Int(hit.phrase)].roles }
    func roles(ofName hit: PhraseHit) -> WordRoles { nameRoles[Int(hit.phrase)] }
  }

  func withViews<R>(_ body: (Views) -> R) -> R {
    index.withView { index in
      names.index.withView { nameIndex in
        words.withView { words in
          entries.withUnsafeBufferPointer { entries in
            names.roles.withUnsafeBufferPointer { nameRoles in
              body(
                Views(
                  index: index, names: nameIndex, words: words, entries: entries.baseAddress!,
                  nameRoles: nameRoles.baseAddress!))
            }
          }
        }
      }
    }
  }
}
