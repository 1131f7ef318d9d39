import Foundation

/// How often each word occurs in lower case and with a capital amid a sentence, and as what in labelled text.
struct WordStatistics {
  struct Counts: Sendable {
    /// In lower case: English of books, other English, and each language of `Language.allCases`.
    var lowBooks: UInt32 = 0
    var lowEnglish: UInt32 = 0
    var low = InlineCounts()
    /// For the share of capitals: amid sentences, English and all other languages but German.
    var capitalEnglish: UInt32 = 0
    var plainEnglish: UInt32 = 0
    var capitalOther: UInt32 = 0
    var plainOther: UInt32 = 0
    /// Sources that the word was seen in, a bit for each.
    var sources: UInt32 = 0
    /// Labelled sentences with the word, and in how many of them it belongs to a name of each kind.
    var sentences: UInt32 = 0
    var uses: (person: UInt32, organisation: UInt32, place: UInt32) = (0, 0, 0)
  }

  /// One count for each language.
  struct InlineCounts: Sendable {
    private var counts = SIMD8<UInt32>(repeating: 0)
    subscript(language: Language) -> UInt32 {
      get { counts[Self.place(language)] }
      set { counts[Self.place(language)] = newValue }
    }

    private static func place(_ language: Language) -> Int {
      switch language {
      case .en: 0
      case .de: 1
      case .nl: 2
      case .fr: 3
      case .es: 4
      case .it: 5
      case .pt: 6
      case .pl: 7
      }
    }
  }

  /// What a text is good for.
  enum Kind {
    case books, plain
    /// Capitals stand where they belong, labels are to be counted.
    case labelled
    /// The case of letters says little: only lower-case words outside of names are counted, and no capitals.
    case caseless
  }

  private var places: [String: Int] = [:]
  private(set) var counts: [(word: String, counts: Counts)] = []
  private var sources: UInt32 = 0
  private(set) var totalBooks = 0
  private(set) var totalEnglish = 0
  private(set) var totals = InlineCounts()

  subscript(word: String) -> Counts? { places[word].map { counts[$0].counts } }

  /// Begins a new source: a word that one source alone has is known less well than one that two have.
  mutating func beginSource() { sources += 1 }

  mutating func count(_ sentence: Sentence, language: Language, kind: Kind) {
    let text = String(decoding: sentence.text, as: UTF8.self)
    var previous: TextWord?
    var seen: [(place: Int, label: Label?)] = []
    for word in words(of: text, splitsElisions: language == .fr || language == .it) {
      let label = sentence.spans.first { $0.start <= word.start && word.start < $0.end }?.label
      let place = place(of: word.text.lowercased())
      if kind != .caseless || label == nil && word.isLowercase {
        note(word, after: previous, at: place, language: language, kind: kind)
      }
      if kind == .labelled || kind == .caseless, !seen.contains(where: { $0.place == place && $0.label == label }) {
        seen.append((place, label))
      }
      previous = word
    }
    for (index, entry) in seen.enumerated() {
      if !seen[..<index].contains(where: { $0.place == entry.place }) { counts[entry.place].counts.sentences += 1 }
      switch entry.label {
      case .person: counts[entry.place].counts.uses.person += 1
      case .organisation: counts[entry.place].counts.uses.organisation += 1
      case .place: counts[entry.place].counts.uses.place += 1
      case nil: break
      }
    }
  }

  private mutating func place(of word: String) -> Int {
    if let place = places[word] { return place }
    places[word] = counts.count
    counts.append((word, Counts()))
    return counts.count - 1
  }

  private mutating func note(
    _ word: TextWord, after previous: TextWord?, at place: Int, language: Language, kind: Kind
  ) {
    let isEnglish = language == .en
    totals[language] += 1
    if isEnglish {
      if kind == .books { totalBooks += 1 } else { totalEnglish += 1 }
    }
    counts[place].counts.sources |= 1 << min(sources, 31)
    if word.isLowercase || kind == .caseless {
      counts[place].counts.low[language] += 1
      if isEnglish {
        if kind == .books { counts[place].counts.lowBooks += 1 } else { counts[place].counts.lowEnglish += 1 }
      }
      guard kind != .caseless, language != .de else { return }
      if isEnglish { counts[place].counts.plainEnglish += 1 } else { counts[place].counts.plainOther += 1 }
    } else if kind != .caseless, language != .de, word.isCapitalised, word.followsWord, previous?.isLowercase == true {
      if isEnglish { counts[place].counts.capitalEnglish += 1 } else { counts[place].counts.capitalOther += 1 }
    }
  }

  /// Occurrences in lower case per million words of English: the mean of books and of all else.
  func englishPerMillion(_ counts: Counts) -> Double {
    (Double(counts.lowBooks) / Double(max(1, totalBooks)) + Double(counts.lowEnglish) / Double(max(1, totalEnglish)))
      * 5e5
  }

  /// Occurrences in lower case per million words of the language, other than English, that has most.
  func otherPerMillion(_ counts: Counts) -> Double {
    var most = 0.0
    for language in Language.allCases where language != .en && counts.low[language] > 0 {
      most = max(most, perMillion(counts, language))
    }
    return most
  }

  /// A word seen once in a small text is no evidence of its frequency: totals count as half a million at least.
  func perMillion(_ counts: Counts, _ language: Language) -> Double {
    Double(counts.low[language]) / Double(max(500_000, totals[language])) * 1e6
  }

  /// The share of capitals amid sentences, where it is known: English decides if it knows the word.
  func capitalShare(_ counts: Counts) -> Double? {
    func share(_ capital: UInt32, _ plain: UInt32) -> Double? {
      let total = capital + plain
      guard total >= 5 || total >= 2 && counts.sources.nonzeroBitCount > 1 else { return nil }
      return Double(capital) / Double(total)
    }
    return share(counts.capitalEnglish, counts.plainEnglish) ?? share(counts.capitalOther, counts.plainOther)
  }
}

extension WordStatistics {
  /// The texts that may be counted, at `data`, and the repository's own templates.
  init(data: URL, templates: [Template] = []) throws {
    let train = data.appendingPathComponent("train")
    for (name, language, kind) in Self.corpora {
      beginSource()
      let corpus = try Corpus(contentsOf: train.appendingPathComponent(name), language: language)
      for sentence in corpus.sentences(spaced: true) { count(sentence, language: language, kind: kind) }
    }
    for (name, kind) in [("novels_en.txt", Kind.books), ("chat_taskmaster_en.txt", .plain)] {
      beginSource()
      let text = try lines(of: data.appendingPathComponent("throughput/\(name)"))
      for sentence in Self.sentences(of: text, areParagraphs: kind == .books) {
        count(sentence, language: .en, kind: kind)
      }
    }
    beginSource()
    for template in templates {
      for line in Self.sentences(of: template.plainText.split(separator: "\n").map(String.init), areParagraphs: false) {
        count(line, language: template.language, kind: .plain)
      }
    }
  }

  /// Not the court rulings that the tagger is measured on, and not the novels again that litbank labels.
  private static let corpora: [(String, Language, Kind)] = [
    ("en_btc_train.iob2", .en, .labelled), ("en_crossner5.iob2", .en, .labelled), ("en_gum_A.iob2", .en, .labelled),
    ("en_sec_fin5.iob2", .en, .labelled), ("en_wikigold.iob2", .en, .labelled),
    ("en_wnut17_train.iob2", .en, .labelled), ("en_multiconer_recased.iob2", .en, .caseless),
    ("de_europeana_lft.iob2", .de, .labelled), ("de_germeval_dev.iob2", .de, .labelled),
    ("de_mobie.iob2", .de, .labelled), ("de_multiconer_lower.iob2", .de, .caseless),
    ("es_meddocan.iob2", .es, .labelled), ("es_multiconer_recased.iob2", .es, .caseless),
    ("fr_europeana.iob2", .fr, .labelled), ("nl_europeana.iob2", .nl, .labelled),
    ("nl_multiconer_recased.iob2", .nl, .caseless),
  ]

  /// Plain text in sentences, well enough to know a sentence's first word. Lines of a paragraph belong together in books.
  static func sentences(of lines: [String], areParagraphs: Bool) -> [Sentence] {
    var all: [Sentence] = []
    var paragraph = ""
    func finish() {
      let bytes = Array(paragraph.utf8)
      var from = 0
      for index in bytes.indices
      where [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":")].contains(bytes[index])
        && index + 1 < bytes.count && [0x20, 0x22].contains(bytes[index + 1])
      {
        all.append(Sentence(text: Array(bytes[from...index]), spans: [], document: 0))
        from = index + 1
      }
      if from < bytes.count { all.append(Sentence(text: Array(bytes[from...]), spans: [], document: 0)) }
      paragraph = ""
    }
    for line in lines {
      let text =
        line.hasPrefix("user: ") ? line.dropFirst(6) : line.hasPrefix("assistant: ") ? line.dropFirst(11) : line[...]
      if areParagraphs, !text.isEmpty {
        paragraph += paragraph.isEmpty ? String(text) : " " + text
        continue
      }
      finish()
      if !areParagraphs {
        paragraph = String(text)
        finish()
      }
    }
    finish()
    return all
  }
}
