import Foundation

/// What the two tables of the model learn from, and how much of it. The shares are those that did best; the decision
/// record of the tagger has what else was tried.
struct Recipe {
  /// Copies of each labelled sentence in other cases, as shares.
  var lowered = 0.3
  var capitals = 0.05
  var titled = 0.05
  /// Share of sentences with persons that are repeated with other names.
  var replaced = 0.3
  /// Sentences made of each template with names, and of each without.
  var perTemplate = 24
  var perNegative = 6
  /// Share of template sentences in lower case.
  var loweredTemplates = 0.2
  var upperTemplates = 0.05
  /// Share of sentences that are repeated with placeholders in the place of names and numbers.
  var masked = 0.08
  var maskedTemplates = 0.1
  /// Lines made of each label of an identifier, and of a name.
  var perIdentifierLabel = 0.5
  var perNameLabel = 4.0
  /// Lines of code, logs and dumps.
  var machineLines = 12_000
  /// Trainings whose weights are averaged.
  var seeds = 2

  /// Files of `train` for the English table, then for the other one. Not the rulings that the tagger is measured on.
  static let corpora: [[(name: String, language: Language)]] = [
    [
      ("en_btc_train", .en), ("en_crossner5", .en), ("en_gum_A", .en), ("en_litbank_prop", .en),
      ("en_wikigold", .en), ("en_wnut17_train", .en),
    ],
    [
      ("de_europeana_lft", .de), ("de_germeval_dev", .de), ("de_mobie", .de), ("nl_europeana", .nl),
      ("nl_multiconer_recased", .nl), ("fr_europeana", .fr), ("es_meddocan", .es),
      ("es_multiconer_recased", .es),
    ],
  ]

  static let measured: [(name: String, language: Int, isLowered: Bool)] = [
    ("uner_ewt_dev_en.iob2", 0, false), ("uner_ewt_dev_en.iob2", 0, true), ("wnut17_dev.conll", 0, false),
    ("btc_dev.conll", 0, false), ("pt_bosque-ud-dev.iob2", 1, false),
  ]
}

/// Makes the samples of a recipe.
struct SampleMaker {
  let recipe: Recipe
  let data: URL
  let templates: [Template]
  let filler: TemplateFiller
  let replacement: NameReplacement
  let labels: Labels
  let machine: MachineText
  let reader: TaggerReader

  /// Samples of one of the model's tables.
  func samples(of table: Int, seed: UInt64) throws -> Samples {
    var random = Random(seed: seed &* 2 &+ UInt64(table))
    var samples = Samples()
    for (name, language) in Recipe.corpora[table] {
      let corpus = try Corpus(contentsOf: data.appendingPathComponent("train/\(name).iob2"), language: language)
      for (natural, spaced) in zip(corpus.sentences(spaced: false), corpus.sentences(spaced: true)) {
        let sentence = random.chance(0.5) ? natural : spaced
        samples.add(sentence, reader)
        addCopies(of: sentence, to: &samples, &random)
        if random.chance(recipe.masked) { samples.add(sentence.withPlaceholders(0.5, &random), reader) }
        guard random.chance(recipe.replaced), let other = replacement.replaced(sentence, language, &random) else {
          continue
        }
        samples.add(random.chance(0.2) ? other.inCase(.lower) : other, reader)
      }
    }
    for template in templates where (template.language == .en) == (table == 0) {
      for _ in 0..<(template.isNegative ? recipe.perNegative : recipe.perTemplate) {
        var sentence = filler.fill(template, &random)
        if random.chance(recipe.maskedTemplates) { sentence = sentence.withPlaceholders(0.5, &random) }
        let chance = random.unit()
        if chance < recipe.loweredTemplates {
          samples.add(sentence.inCase(.lower), reader)
        } else if chance < recipe.loweredTemplates + recipe.upperTemplates {
          samples.add(sentence.inCase(.upper), reader)
        } else {
          samples.add(sentence, reader)
        }
      }
    }
    for sentence in labels.sentences(recipe, filler, isEnglish: table == 0, &random) { samples.add(sentence, reader) }
    for line in machine.sentences(recipe.machineLines, &random) { samples.add(line, reader) }
    return samples
  }

  private func addCopies(of sentence: Sentence, to samples: inout Samples, _ random: inout Random) {
    for (letterCase, share) in [(LetterCase.lower, recipe.lowered), (.upper, recipe.capitals), (.title, recipe.titled)]
    where random.chance(share) {
      samples.add(sentence.inCase(letterCase), reader)
    }
  }
}
