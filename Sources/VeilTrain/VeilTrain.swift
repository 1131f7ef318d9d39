import ArgumentParser
import Foundation

@main
struct VeilTrain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "veil-train", abstract: "Trains the name tagger and writes the model that the library embeds.")

  @Option(help: "Folder with train, lexicon, throughput and dev.")
  var data: String
  @Option(help: "Folder of the library's own word lists.")
  var lists = "Sources/VeilModel/lists"
  @Option(help: "Folder of the template files.")
  var templates = "Sources/VeilTrain/templates"
  @Option(help: "File to write the model to.")
  var output: String?
  @Option(help: "Where all chance begins.")
  var seed: UInt64 = 1
  @Option(help: "Passes over the samples.")
  var epochs = 4
  @Option(help: "Rows of a language's weight table, as a power of two.")
  var rowBits = 19
  @Option var outside: Float = 0

  func run() throws {
    let start = Date()
    func report(_ text: String) {
      FileHandle.standardError.write(
        Data("\(String(format: "%6.1f", Date().timeIntervalSince(start))) s  \(text)\n".utf8))
    }
    let data = URL(fileURLWithPath: data)
    let lexicon = try Lexicon(directory: data.appendingPathComponent("lexicon"))
    let statistics = try WordStatistics(data: data)
    let table = try EvidenceTable(lexicon: lexicon, statistics: statistics, lists: URL(fileURLWithPath: lists))
    report("evidence: \(table.sortedWords.count) words, \(table.phrases.count) places of several words")
    let words = WordTable(table)
    let blank = Weights(rowBits: rowBits)
    let reader = TaggerReader(
      image: ModelImage(weights: [blank, blank], rowBits: rowBits, evidence: words.evidence, phrases: words.phrases))

    var trainer = Trainer()
    trainer.rowBits = rowBits
    trainer.epochs = epochs
    var random = Random(seed: seed)
    var weights: [Weights] = []
    for (number, corpora) in Recipe.corpora.enumerated() {
      var samples = Samples()
      for (name, language) in corpora {
        let corpus = try Corpus(contentsOf: data.appendingPathComponent("train/\(name).iob2"), language: language)
        let natural = corpus.sentences(spaced: false)
        let spaced = corpus.sentences(spaced: true)
        for (natural, spaced) in zip(natural, spaced) {
          samples.add(random.chance(0.5) ? natural : spaced, reader)
          if random.chance(0.3) { samples.add(natural.lowered, reader) }
        }
      }
      report(
        "samples \(number): \(samples.pieceCount) pieces, \(samples.labels.count) of them learned, "
          + "\(samples.spanCount) names, \(samples.lostCount) out of reach")
      weights.append(trainer.train(samples, seed: seed &+ UInt64(number)) { report($0) })
    }
    let image = ModelImage(weights: weights, rowBits: rowBits, evidence: words.evidence, phrases: words.phrases)
    if let output { try image.write(to: URL(fileURLWithPath: output)) }
    report("model: \(image.bytes.count) bytes")
    let trained = TaggerReader(image: image)
    for (name, language, isLowered) in Recipe.measured {
      let corpus = try Corpus(contentsOf: data.appendingPathComponent("dev/\(name)"), language: language == 0 ? .en : .pt)
      var evaluation = Evaluation()
      for sentence in corpus.sentences(spaced: true) {
        evaluation.add(isLowered ? sentence.lowered : sentence, trained, language: language, outside: outside)
      }
      report("\(name)\(isLowered ? ", lower case" : ""): \(evaluation.line)")
    }
  }
}

/// What is learned from, and what the result is measured on.
enum Recipe {
  static let corpora: [[(name: String, language: Language)]] = [
    [
      ("en_btc_train", .en), ("en_crossner5", .en), ("en_gum_A", .en), ("en_litbank_prop", .en), ("en_wikigold", .en),
      ("en_wnut17_train", .en),
    ],
    [
      ("de_europeana_lft", .de), ("de_germeval_dev", .de), ("de_mobie", .de), ("nl_europeana", .nl),
      ("nl_multiconer_recased", .nl), ("fr_europeana", .fr), ("es_meddocan", .es), ("es_multiconer_recased", .es),
    ],
  ]
  static let measured: [(name: String, language: Int, isLowered: Bool)] = [
    ("uner_ewt_dev_en.iob2", 0, false), ("uner_ewt_dev_en.iob2", 0, true), ("wnut17_dev.conll", 0, false),
    ("btc_dev.conll", 0, false), ("pt_bosque-ud-dev.iob2", 1, false),
  ]
}

extension Sentence {
  var lowered: Sentence {
    var copy = self
    let lower = String(decoding: text, as: UTF8.self).lowercased()
    if lower.utf8.count == text.count { copy.text = Array(lower.utf8) }
    return copy
  }
}
