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
  var all: [Template] = []
  for file in try Template.files(in: templates) { all += try Template.all(of: file) { print("   ", $0) } }
  report("templates: \(all.count), of them \(all.count(where: \.isNegative)) without names")
  let statistics = try WordStatistics(data: data, templates: all)
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
  let filler = try TemplateFiller(lexicon: lexicon, lists: lists, statistics: statistics)
  report("pools: \(filler.persons.pools.commonGiven[.en]?.suffix(40).joined(separator: " ") ?? "")")
  print("   ", filler.persons.pools.commonFamily[.en]?.suffix(60).joined(separator: " ") ?? "")
  var random = Random(seed: 1)
  for _ in 0..<40 { print("   ", filler.fill(random.pick(all), &random).marked) }
  for language in Language.allCases {
    print(language)
    print(
      "    PER",
      (0..<16).map { _ in filler.persons.name(of: filler.persons.person(language, &random), language, &random) })
    print("    ORG", (0..<16).map { _ in filler.organisations.organisation(language, &random) })
    print("    COM", (0..<16).map { _ in filler.organisations.company(language, &random) })
    print("    LOC", (0..<16).map { _ in filler.places.place(language, &random) })
  }
  let replacement = NameReplacement(persons: filler.persons)
  let corpus = try Corpus(contentsOf: data.appendingPathComponent("train/en_wikigold.iob2"), language: .en)
  let replaced = corpus.sentences(spaced: true).compactMap { replacement.replaced($0, .en, &random) }
  for sentence in replaced.prefix(6) { print("   ", sentence.marked, "\n   ", sentence.inCase(.title).marked) }
  let begun = Date()
  var digest: UInt64 = 14_695_981_039_346_656_037
  for template in all {
    for _ in 0..<10 {
      let sentence = filler.fill(template, &random)
      for byte in sentence.text { digest = (digest ^ UInt64(byte)) &* 1_099_511_628_211 }
      sentence.check()
    }
  }
  for word in table.sortedWords { digest = (digest ^ UInt64(word.evidence)) &* 1_099_511_628_211 }
  report("filled \(all.count * 10) in \(Date().timeIntervalSince(begun)) s, digest \(digest)")
}

extension Sentence {
  /// Spans ascend, lie in the text, and neither begin nor end with a space or amid a character.
  func check() {
    var position = 0
    for span in spans {
      precondition(span.start >= position && span.end > span.start && span.end <= text.count)
      precondition(text[span.start] != 0x20 && text[span.end - 1] != 0x20)
      precondition(text[span.start] & 0xC0 != 0x80 && (span.end == text.count || text[span.end] & 0xC0 != 0x80))
      position = span.end
    }
  }

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
