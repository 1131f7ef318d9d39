/// Other persons' names in place of a sentence's own, so that the surroundings are learned and not the names.
struct NameReplacement {
  let persons: Persons
  private let given: Set<String>

  init(persons: Persons) {
    self.persons = persons
    var given: Set<String> = []
    for country in persons.pools.countries { given.formUnion(country.female + country.male) }
    given.formUnion(persons.pools.usFemale.items + persons.pools.usMale.items)
    self.given = given
  }

  /// A copy with other names; nothing where no name could be replaced.
  func replaced(_ sentence: Sentence, _ language: Language, _ random: inout Random) -> Sentence? {
    var builder = SentenceBuilder()
    var position = 0
    var hasChanged = false
    func piece(_ range: Range<Int>) -> String { String(decoding: sentence.text[range], as: UTF8.self) }
    for span in sentence.spans {
      let before = piece(position..<span.start)
      builder.append(before)
      let old = piece(span.start..<span.end)
      let new = span.label == .person ? other(old, after: before, language, &random) : nil
      builder.append(new ?? old, as: span.label)
      hasChanged = hasChanged || new != nil
      position = span.end
    }
    builder.append(piece(position..<sentence.text.count))
    return hasChanged ? builder.sentence(document: sentence.document) : nil
  }

  /// A name of the same form: one word stays one part, initials stay, capitals stay.
  private func other(_ name: String, after before: String, _ language: Language, _ random: inout Random) -> String? {
    let parts = name.split(separator: " ").map(String.init)
    guard (1...3).contains(parts.count), parts.allSatisfy(Self.isNamePart) else { return nil }
    let person = persons.person(language, &random)
    var new: String
    if parts.count == 1 {
      let isGiven = given.contains(name.prefix(1).uppercased() + name.dropFirst().lowercased()) || random.chance(0.3)
      new =
        isGiven && !Self.endsWithTitle(before)
        ? persons.given(of: person, language, &random) : persons.family(of: person, language, &random)
    } else if Self.isInitial(parts[0]) {
      new = (parts.dropLast() + [persons.family(of: person, language, &random)]).joined(separator: " ")
    } else {
      new = "\(persons.given(of: person, language, &random)) \(persons.family(of: person, language, &random))"
      if parts.count == 3, Self.isInitial(parts[1]) {
        new =
          "\(persons.given(of: person, language, &random)) \(parts[1]) \(persons.family(of: person, language, &random))"
      } else if parts.count == 3 {
        new = persons.name(of: person, language, &random)
      }
    }
    if parts.allSatisfy({ $0.count > 1 && $0 == $0.uppercased() }) { new = new.uppercased() }
    if parts.allSatisfy({ $0 == $0.lowercased() }) { new = new.lowercased() }
    return new
  }

  private static func isNamePart(_ word: String) -> Bool {
    word.first?.isLetter == true && word.allSatisfy { $0.isLetter || ".'’-".contains($0) }
  }

  private static func isInitial(_ word: String) -> Bool { word.count <= 2 && word.hasSuffix(".") || word.count == 1 }

  private static func endsWithTitle(_ text: String) -> Bool {
    guard let word = text.split(whereSeparator: { $0 == " " || $0 == "." }).last else { return false }
    return ["mr", "mrs", "ms", "dr", "prof", "herr", "frau", "mme", "sr", "sra", "mevrouw", "pan", "pani"].contains(
      word.lowercased())
  }
}
