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
  @Option(help: "Folder of the library's catalogue of identifiers.")
  var catalogue = "Sources/VeilModel/catalogue"
  @Option(help: "File of lines of code, for what is no name.")
  var code = "Sources/VeilTrain/code/lines.txt"
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
  @Option(help: "Sentences of each template with names.")
  var perTemplate = Recipe().perTemplate
  @Option(help: "Lines of each label of an identifier.")
  var perIdentifierLabel = Recipe().perIdentifierLabel
  @Option(help: "Share of template sentences with placeholders.")
  var maskedTemplates = Recipe().maskedTemplates
  @Option(help: "Share of corpus sentences repeated with placeholders.")
  var masked = Recipe().masked
  @Option(help: "Sentences of each template without names.")
  var perNegative = Recipe().perNegative
  @Option(help: "Trainings whose weights are averaged.")
  var seeds = Recipe().seeds
  @Option(help: "Added to the score of no name when measuring.")
  var outside: Float = 0

  func run() throws {
    let start = Date()
    func report(_ text: String) {
      FileHandle.standardError.write(
        Data("\(String(format: "%6.1f", Date().timeIntervalSince(start))) s  \(text)\n".utf8))
    }
    let data = URL(fileURLWithPath: data)
    let lists = URL(fileURLWithPath: lists)
    let lexicon = try Lexicon(directory: data.appendingPathComponent("lexicon"))
    var templates: [Template] = []
    for file in try Template.files(in: URL(fileURLWithPath: self.templates)) {
      templates += try Template.all(of: file) { report("\($0)") }
    }
    let statistics = try WordStatistics(data: data, templates: templates)
    let table = try EvidenceTable(lexicon: lexicon, statistics: statistics, lists: lists)
    report("evidence: \(table.sortedWords.count) words, \(table.phrases.count) places of several words")
    let words = WordTable(table)
    let blank = Weights(rowBits: rowBits)
    let filler = try TemplateFiller(lexicon: lexicon, lists: lists, statistics: statistics)
    var recipe = Recipe()
    recipe.perTemplate = perTemplate
    recipe.perNegative = perNegative
    recipe.perIdentifierLabel = perIdentifierLabel
    recipe.maskedTemplates = maskedTemplates
    recipe.masked = masked
    recipe.seeds = seeds
    let maker = SampleMaker(
      recipe: recipe, data: data, templates: templates, filler: filler,
      replacement: NameReplacement(persons: filler.persons),
      labels: try Labels(catalogue: URL(fileURLWithPath: catalogue), lists: lists),
      machine: try MachineText(
        lines: URL(fileURLWithPath: code), names: filler.persons.pools.commonGiven[.en] ?? []),
      reader: TaggerReader(
        image: ModelImage(weights: [blank, blank], rowBits: rowBits, evidence: words.evidence, phrases: words.phrases)))
    var trainer = Trainer()
    trainer.rowBits = rowBits
    trainer.epochs = epochs
    var weights: [Weights] = []
    for number in Recipe.corpora.indices {
      var sum: Weights?
      for round in 0..<recipe.seeds {
        let seed = seed &+ UInt64(round)
        let samples = try maker.samples(of: number, seed: seed)
        report(
          "table \(number): \(samples.pieceCount) pieces, \(samples.labels.count) of them learned, "
            + "\(samples.spanCount) names, \(samples.lostCount) out of reach")
        let learned = trainer.train(samples, seed: seed) { report($0) }
        sum = sum.map { $0 + learned } ?? learned
      }
      sum!.scale(by: 1 / Float(recipe.seeds))
      weights.append(sum!)
    }
    let image = ModelImage(weights: weights, rowBits: rowBits, evidence: words.evidence, phrases: words.phrases)
    if let output { try image.write(to: URL(fileURLWithPath: output)) }
    report("model: \(image.bytes.count) bytes")
    let trained = TaggerReader(image: image)
    for (name, language, isLowered) in Recipe.measured {
      let corpus = try Corpus(
        contentsOf: data.appendingPathComponent("dev/\(name)"), language: language == 0 ? .en : .pt)
      var evaluation = Evaluation()
      for sentence in corpus.sentences(spaced: true) {
        evaluation.add(isLowered ? sentence.inCase(.lower) : sentence, trained, language: language, outside: outside)
      }
      report("\(name)\(isLowered ? ", lower case" : ""): \(evaluation.line)")
    }
  }
}
