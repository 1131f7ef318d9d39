import Foundation

/// What is known of single words and of places' names before any text is read, packed for the model.
struct EvidenceTable {
  /// Lower-case words in the order of their bytes.
  private(set) var sortedWords: [(word: [UInt8], evidence: UInt32)] = []
  /// Lower-case words of places' names of two to five words, in the order of their bytes.
  private(set) var phrases: [[[UInt8]]] = []
  /// For each of `phrases`: 1 a city, 2 a region, 3 a country.
  private(set) var phraseKinds: [UInt8] = []
  /// The most telling frequent words of each language, most frequent first.
  private(set) var languageWords: [Language: [[UInt8]]] = [:]

  private var table: [[UInt8]: UInt32] = [:]

  func evidence(ofLowerCase word: [UInt8]) -> UInt32 { table[word] ?? 0 }

  /// `lists`: the folder of the repository's own lists.
  init(lexicon: Lexicon, statistics: WordStatistics, lists: URL) throws {
    let names = try NameFactsTable(lexicon: lexicon, lists: lists)
    let common = Set(try listEntries(of: lists.appendingPathComponent("common.txt")))
    let telling = Self.tellingWords(statistics)
    for (language, words) in telling { languageWords[language] = words.map { Array($0.utf8) } }
    let foreign = Self.foreignWords(telling, statistics)

    var all = Set(names.facts.keys)
    for (word, counts) in statistics.counts where Self.isInformative(counts, statistics) { all.insert(word) }
    for list in [common, foreign, WordLists.calendar, WordLists.nationalities, WordLists.particles] {
      all.formUnion(list)
    }
    for word in WordLists.calendar.union(WordLists.nationalities) { all.insert(withoutDiacritics(word)) }
    for word in all.sorted(by: byBytes) where !word.contains(" ") {
      let evidence = WordEvidence(
        word: word, facts: names.facts[word] ?? NameFacts(), counts: statistics[word] ?? WordStatistics.Counts(),
        statistics: statistics, isListedAsCommon: common.contains(word), isForeign: foreign.contains(word))
      guard evidence.packed != 0 else { continue }
      sortedWords.append((Array(word.utf8), evidence.packed))
      table[Array(word.utf8)] = evidence.packed
    }
    let places = names.phrases.map { (words: $0.key, kind: $0.value) }
      .sorted { byBytes($0.words.joined(separator: " "), $1.words.joined(separator: " ")) }
    phrases = places.map { $0.words.map { Array($0.utf8) } }
    phraseKinds = places.map(\.kind)
  }

  /// A word of plain text is worth its entry if it was seen often enough to say something.
  private static func isInformative(_ counts: WordStatistics.Counts, _ statistics: WordStatistics) -> Bool {
    if statistics.capitalShare(counts) != nil { return true }
    return Language.allCases.contains { counts.low[$0] >= 3 }
  }

  /// The written lists, then what the corpora show to be frequent in one language and rare in English.
  private static func tellingWords(_ statistics: WordStatistics) -> [Language: [String]] {
    var telling: [Language: [String]] = [:]
    for language in Language.allCases {
      var words = FunctionWords.of(language)
      var known = Set(words)
      let frequent = statistics.counts.filter { entry in
        let count = entry.counts.low[language]
        guard count >= 60, entry.word.count > 1, !WordLists.calendar.contains(entry.word) else { return false }
        if entry.counts.sources.nonzeroBitCount < 2, language != .fr { return false }
        let own = statistics.perMillion(entry.counts, language)
        let other =
          language == .en ? statistics.otherPerMillion(entry.counts) : statistics.englishPerMillion(entry.counts)
        return own >= 200 && own > other * 10
      }
      for entry in frequent.sorted(by: {
        ($1.counts.low[language], $0.word) < ($0.counts.low[language], $1.word)
      }) where words.count < 300 && known.insert(entry.word).inserted {
        words.append(entry.word)
      }
      telling[language] = Array(words.prefix(300))
    }
    return telling
  }

  /// Frequent words of other languages that English hardly has: `die`, `man` and `was` tell nothing.
  private static func foreignWords(_ telling: [Language: [String]], _ statistics: WordStatistics) -> Set<String> {
    let english = Set(telling[.en] ?? [])
    var foreign: Set<String> = []
    for language in Language.allCases where language != .en {
      for word in telling[language] ?? [] where !english.contains(word) && word.count > 1 {
        let counts = statistics[word] ?? WordStatistics.Counts()
        if statistics.englishPerMillion(counts) < 60 { foreign.insert(word) }
      }
    }
    return foreign
  }
}
