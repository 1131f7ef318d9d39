/// Words and terms for slots that are no names though many look like some: illnesses, drugs, peoples, courts, codes.
enum Vocabulary {
  static func text(
    _ kind: Template.Kind, _ language: Language, _ persons: Persons, _ random: inout Random
  ) -> String {
    switch kind {
    case .hex: hex(&random)
    case .identifier: identifier(&random)
    case .title: title(language, persons, &random)
    case .pet: random.chance(0.7) ? random.pick(pets) : given(language, persons, &random)
    case .storm: random.chance(0.6) ? random.pick(storms) : given(language, persons, &random)
    default: random.pick(lists[kind]?[language] ?? lists[kind]?[.en] ?? ["-"])
    }
  }

  private static func given(_ language: Language, _ persons: Persons, _ random: inout Random) -> String {
    persons.given(of: persons.person(language, &random), language, &random)
  }

  /// A digest, an address, a UUID, bytes of a dump or base64.
  private static func hex(_ random: inout Random) -> String {
    func digits(_ count: Int, _ random: inout Random) -> String { string(count, of: hexDigits, &random) }
    switch random.below(7) {
    case 0: return "0x" + digits(random.pick([4, 8, 12, 16]), &random)
    case 1: return [8, 4, 4, 4, 12].map { digits($0, &random) }.joined(separator: "-")
    case 2: return (0..<8).map { _ in digits(2, &random) }.joined(separator: " ")
    case 3: return (0..<6).map { _ in digits(2, &random) }.joined(separator: ":")
    case 4: return string(random.within(16...44), of: base64, &random) + random.pick(["", "=", "=="])
    case 5: return digits(random.pick([7, 8, 12]), &random)
    default: return digits(random.pick([32, 40]), &random)
    }
  }

  /// What programs call their classes, methods and variables.
  private static func identifier(_ random: inout Random) -> String {
    let parts = (0..<random.within(2...3)).map { _ in random.pick(codeWords) }
    let capital = parts.map { $0.prefix(1).uppercased() + $0.dropFirst() }
    switch random.below(6) {
    case 0, 1: return capital.joined()
    case 2: return parts[0] + capital.dropFirst().joined()
    case 3: return parts.joined(separator: "_")
    case 4: return parts.joined(separator: "_").uppercased()
    default: return capital.joined() + random.pick(["Exception", "Factory", "Test", "Impl", "Service", "Error"])
    }
  }

  private static func string(_ count: Int, of characters: [Character], _ random: inout Random) -> String {
    String((0..<count).map { _ in random.pick(characters) })
  }

  /// A film, series, game, song or book, invented; many have a person's name.
  private static func title(_ language: Language, _ persons: Persons, _ random: inout Random) -> String {
    var text = ""
    var rest = random.pick(titles)[...]
    while let slot = rest.firstIndex(of: "*") {
      text += rest[..<slot]
      rest = rest[rest.index(after: slot)...]
      text += given(.en, persons, &random)
    }
    return text + rest
  }

  /// Entries between semicolons or at a line's end.
  static func entries(_ text: String) -> [String] {
    text.split(separator: "\n").flatMap { $0.split(separator: ";") }.map { $0.trimmingPrefix(" ").description }
      .filter { !$0.isEmpty }
  }

  private static let lists: [Template.Kind: [Language: [String]]] = VocabularyLists.all.mapValues {
    $0.mapValues(entries)
  }
  private static let pets = VocabularyLists.pets.split(whereSeparator: \.isWhitespace).map(String.init)
  private static let storms = VocabularyLists.storms.split(whereSeparator: \.isWhitespace).map(String.init)
  private static let codeWords = VocabularyLists.codeWords.split(whereSeparator: \.isWhitespace).map(String.init)
  private static let titles = entries(VocabularyLists.titles)
  private static let hexDigits = Array("0123456789abcdef")
  private static let base64 = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
}
