import Foundation

/// Labels as they stand before values in forms, tables, logs and letters: those of identifiers, whose values the tagger
/// shall leave alone, and those of names.
struct Labels {
  private let identifiers: [String]
  private let persons: [String]
  private let organisations: [String]

  /// - Parameters:
  ///   - catalogue: folder of the catalogue of identifiers, whose stanzas name their labels.
  ///   - lists: folder of the library's word lists.
  init(catalogue: URL, lists: URL) throws {
    var found: Set<String> = []
    for file in try FileManager.default.contentsOfDirectory(at: catalogue, includingPropertiesForKeys: nil) {
      for line in try lines(of: file) {
        let words = line.split(separator: " ", maxSplits: 1)
        guard line.hasPrefix(" "), words.count == 2, words[0] == "labels" else { continue }
        for label in words[1].split(separator: "|") { found.insert(label.trimmingCharacters(in: .whitespaces)) }
      }
    }
    identifiers = found.sorted(by: byBytes)
    persons = try listEntries(of: lists.appendingPathComponent("labels_name.txt"))
    organisations = try listEntries(of: lists.appendingPathComponent("labels_organisation.txt"))
  }

  /// How many there are.
  var count: Int { identifiers.count + persons.count + organisations.count }

  /// Lines of labels with values; those of names with names of `filler`.
  func sentences(
    _ recipe: Recipe, _ filler: TemplateFiller, isEnglish: Bool, _ random: inout Random
  ) -> [Sentence] {
    var all: [Sentence] = []
    func add(_ labels: [String], _ kind: Label?, _ count: Double) {
      for label in labels {
        for _ in 0..<Int(count) + (random.chance(count - count.rounded(.down)) ? 1 : 0) {
          let language = isEnglish ? .en : random.pick(Language.allCases.filter { $0 != .en })
          all.append(line(label, kind, filler, language, &random))
        }
      }
    }
    add(identifiers, nil, recipe.perIdentifierLabel)
    add(persons, .person, recipe.perNameLabel)
    add(organisations, .organisation, recipe.perNameLabel * 2)
    return all
  }

  private static let separators = [
    ": ", ": ", " ", " ", "=", " = ", ":", "\t", " | ", "\": \"", ", ", " - ", "> ", " no. ", " is ",
  ]

  private func line(
    _ label: String, _ kind: Label?, _ filler: TemplateFiller, _ language: Language, _ random: inout Random
  ) -> Sentence {
    var builder = SentenceBuilder()
    let opening = random.unit()
    if opening < 0.15 {
      builder.append(random.pick(["Your ", "the ", "My ", "Please check ", "(", "- ", "\"", "<", "| "]))
    }
    builder.append(Self.written(label, &random))
    builder.append(random.pick(Self.separators))
    switch kind {
    case .person:
      let person = filler.persons.person(language, &random)
      builder.append(
        random.chance(0.7)
          ? filler.persons.name(of: person, language, &random) : filler.persons.given(of: person, language, &random),
        as: .person)
    case .organisation: builder.append(filler.organisations.organisation(language, &random), as: .organisation)
    default: builder.append(Self.value(&random))
    }
    if random.chance(0.3) { builder.append(random.pick([".", ";", ",", "\"", " |", ")", " (verified)", " / ok"])) }
    return builder.sentence(document: 0)
  }

  private static func written(_ label: String, _ random: inout Random) -> String {
    switch random.below(5) {
    case 0: label
    case 1: label.uppercased()
    case 2: LetterCase.title.applied(to: label)
    default: label.prefix(1).uppercased() + label.dropFirst()
    }
  }

  /// A placeholder or something with digits.
  private static func value(_ random: inout Random) -> String {
    if random.chance(0.5) { return placeholder(&random) }
    let letters = Array("ABCDEFGHJKLMNPRSTUVWXYZ")
    return String(
      (0..<random.within(4...14)).map { _ in
        random.chance(0.15) ? random.pick(letters) : random.pick(Array("0123456789"))
      })
  }

  static func placeholder(_ random: inout Random) -> String {
    "[\(random.pick(["NAME", "EMAIL", "ID_NUMBER", "PHONE", "DATE", "ORG", "ADDRESS", "URL"]))_\(random.within(1...30))]"
  }
}

extension Sentence {
  /// A copy in which some names and words with digits have become placeholders, as in a text that went through before.
  func withPlaceholders(_ share: Double, _ random: inout Random) -> Sentence {
    var builder = SentenceBuilder()
    var position = 0
    func appendPlain(to end: Int) {
      for part in text[position..<end].split(separator: 0x20, maxSplits: .max, omittingEmptySubsequences: false)
        .enumerated()
      {
        if part.offset > 0 { builder.append(" ") }
        let hasDigit = part.element.contains { $0 >= 0x30 && $0 <= 0x39 }
        builder.append(
          hasDigit && random.chance(share) ? Labels.placeholder(&random) : String(decoding: part.element, as: UTF8.self)
        )
      }
      position = end
    }
    for span in spans {
      appendPlain(to: span.start)
      if random.chance(share) {
        builder.append(Labels.placeholder(&random))
      } else {
        builder.append(String(decoding: text[span.start..<span.end], as: UTF8.self), as: span.label)
      }
      position = span.end
    }
    appendPlain(to: text.count)
    return builder.sentence(document: document)
  }
}
