import Foundation

/// `veil-train data`: what the data holds, to look at.
func checkData(data: URL, lists: URL, templates: URL) throws {
  let start = Date()
  func report(_ text: String) { print("\(String(format: "%6.1f", Date().timeIntervalSince(start))) s  \(text)") }
  let lexicon = try Lexicon(directory: data.appendingPathComponent("lexicon"))
  report(
    "lexicon: \(lexicon.usFamily.count) US family, \(lexicon.given.count) given, \(lexicon.family.count) family, "
      + "\(lexicon.cities.count) cities, \(lexicon.regions.count) regions")
  for name in [
    "en_gum_A", "en_wikigold", "en_btc_train", "en_wnut17_train", "en_crossner5", "en_sec_fin5", "de_mobie",
    "de_germeval_dev",
    "es_meddocan", "nl_europeana", "fr_europeana",
  ] {
    let corpus = try Corpus(
      contentsOf: data.appendingPathComponent("train/\(name).iob2"),
      language: Language(rawValue: String(name.prefix(2))) ?? .en)
    let sentences = corpus.sentences(spaced: false)
    report("\(name): \(sentences.count) sentences, splits hyphens: \(corpus.splitsHyphens)")
    for sentence in sentences.dropFirst(100).prefix(3) { print("   ", sentence.marked) }
  }
  let statistics = try WordStatistics(data: data)
  report(
    "statistics: \(statistics.counts.count) words, books \(statistics.totalBooks), other \(statistics.totalEnglish)")
  let table = try EvidenceTable(lexicon: lexicon, statistics: statistics, lists: lists)
  report("evidence: \(table.sortedWords.count) words, \(table.phrases.count) phrases")
  for word in [
    "mary", "will", "smith", "long", "kowalski", "müller", "muller", "paris", "germany", "german", "bank", "gmbh",
    "the", "der",
    "monday", "mr", "van", "o'brien", "texas", "table", "niet", "de", "jong", "rosa", "april", "nguyen", "zürich",
    "microsoft",
  ] {
    print("   ", word, EvidenceTable.describe(table.evidence(ofLowerCase: Array(word.utf8))))
  }
  for language in Language.allCases {
    let words = table.languageWords[language] ?? []
    print(
      "   ", language, words.count, words.suffix(12).map { String(decoding: $0, as: UTF8.self) }.joined(separator: " "))
  }
}

extension Sentence {
  /// The text with its spans in brackets, for reading.
  var marked: String {
    var bytes: [UInt8] = []
    var position = 0
    for span in spans {
      bytes += text[position..<span.start]
      bytes += Array("[\(["PER", "ORG", "LOC"][Int(span.label.rawValue)]) ".utf8) + text[span.start..<span.end] + [0x5D]
      position = span.end
    }
    return String(decoding: bytes + text[position...], as: UTF8.self).replacingOccurrences(of: "\n", with: "⏎")
  }
}

extension EvidenceTable {
  static func describe(_ evidence: UInt32) -> String {
    let fields: [(String, UInt32, UInt32)] = [
      ("given", 0, 7), ("countries", 3, 3), ("family", 5, 7), ("lists", 8, 3), ("cities", 10, 3), ("area", 12, 3),
      ("org", 14, 3), ("english", 16, 7), ("other", 19, 3), ("capitals", 21, 7), ("ratio", 24, 15), ("title", 28, 1),
      ("particle", 29, 1), ("calendar", 30, 1), ("foreign", 31, 1),
    ]
    return fields.compactMap { name, shift, mask in
      let value = (evidence >> shift) & mask
      return value == 0 ? nil : "\(name) \(value)"
    }.joined(separator: ", ")
  }
}
