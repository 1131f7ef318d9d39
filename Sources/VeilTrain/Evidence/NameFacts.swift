import Foundation

/// What the lists of names, places and organisations say of one lower-case word.
struct NameFacts: Sendable {
  var usGivenPercent = 0.0
  var usFamilyRank: Int?
  /// Countries whose lists have the word, a bit for each.
  var givenCountries: UInt128 = 0
  var familyLists: UInt128 = 0
  var isFrequentDutchFamily = false
  var cities = 0
  var isRegion = false
  var isCountry = false
  var isLegalForm = false
  var isOrganisationWord = false
  var isTitle = false

  var isName: Bool { usGivenPercent > 0 || usFamilyRank != nil || givenCountries != 0 || familyLists != 0 }
}

/// The facts of all words, and the places of several words.
struct NameFactsTable {
  private(set) var facts: [String: NameFacts] = [:]
  /// Lower-case words of a place's name, two to five, with 1 for a city, 2 for a region, 3 for a country.
  private(set) var phrases: [[String]: UInt8] = [:]
  private var countries: [String: Int] = [:]

  init(lexicon: Lexicon, lists: URL) throws {
    addCensus(lexicon)
    for entry in lexicon.given {
      for name in entry.romanised + entry.local { addName(name, country: entry.country, to: \.givenCountries) }
    }
    for entry in lexicon.family {
      for name in entry.romanised + entry.local { addName(name, country: entry.country, to: \.familyLists) }
    }
    for name in lexicon.dutchFamily { addName(lastWord(name), country: "nl-all", to: \.familyLists) }
    for name in lexicon.dutchFrequent {
      addName(lastWord(name.name), country: "nl-top", to: \.familyLists)
      for form in forms(lastWord(name.name)) { facts[form]?.isFrequentDutchFamily = true }
    }
    try addLists(lists)
    addPlaces(lexicon)
    for form in lexicon.legalForms { addLegalForm(form.form) }
  }

  private func lastWord(_ name: String) -> String { name.split(separator: " ").last.map(String.init) ?? name }

  /// A word in lower case, as it is and without diacritics.
  private func forms(_ word: String) -> [String] {
    let low = word.lowercased().replacingOccurrences(of: "’", with: "'")
    let plain = withoutDiacritics(low)
    return low == plain ? [low] : [low, plain]
  }

  private mutating func addCensus(_ lexicon: Lexicon) {
    for (name, percent) in lexicon.usMale + lexicon.usFemale {
      facts[name, default: NameFacts()].usGivenPercent = max(facts[name]?.usGivenPercent ?? 0, percent)
    }
    let ranks = Dictionary(uniqueKeysWithValues: lexicon.usFamily.enumerated().map { ($1.name, $0) })
    for (rank, entry) in lexicon.usFamily.enumerated() {
      var spellings = [entry.name]
      // The census writes OBRIEN and DANGELO.
      for prefix in ["o", "d"] where entry.name.hasPrefix(prefix) && ranks[String(entry.name.dropFirst())] != nil {
        let rest = String(entry.name.dropFirst())
        let startsWithVowel = rest.first.map { "aeiou".contains($0) } ?? true
        if rest.count > 3, startsWithVowel == (prefix == "d") { spellings.append("\(prefix)'\(rest)") }
      }
      for name in spellings where facts[name]?.usFamilyRank == nil {
        facts[name, default: NameFacts()].usFamilyRank = rank
      }
    }
  }

  private mutating func addName(_ name: String, country: String, to list: WritableKeyPath<NameFacts, UInt128>) {
    let place = countries[country] ?? countries.count
    countries[country] = place
    let parts = name.split(separator: " ").map(String.init)
    for part in parts where parts.count == 1 || part.count > 2 && !WordLists.particles.contains(part.lowercased()) {
      for form in forms(part) { facts[form, default: NameFacts()][keyPath: list] |= 1 << UInt128(min(place, 127)) }
    }
  }

  /// The repository's own lists count as one country's.
  private mutating func addLists(_ lists: URL) throws {
    for name in try listEntries(of: lists.appendingPathComponent("given.txt")) {
      addName(name, country: "lists", to: \.givenCountries)
    }
    for name in try listEntries(of: lists.appendingPathComponent("family.txt")) {
      addName(name, country: "lists", to: \.familyLists)
    }
    for title in try listEntries(of: lists.appendingPathComponent("titles.txt"))
    where !title.contains(" ") && !["m", "d.", "pan"].contains(title) {
      for form in forms(title) {
        facts[form, default: NameFacts()].isTitle = true
        if form.hasSuffix(".") { facts[String(form.dropLast()), default: NameFacts()].isTitle = true }
      }
    }
    let generic = try listEntries(of: lists.appendingPathComponent("organisation_generic.txt"))
    let endings = try listEntries(of: lists.appendingPathComponent("organisation_endings.txt"))
    for word in generic + endings + WordLists.organisations.sorted(by: byBytes) where !word.contains(" ") {
      for form in forms(word) { facts[form, default: NameFacts()].isOrganisationWord = true }
    }
    for form in try listEntries(of: lists.appendingPathComponent("legal_forms.txt")) { addLegalForm(form) }
  }

  /// A form's words stand alone in text: `GmbH & Co. KG` is three.
  private mutating func addLegalForm(_ form: String) {
    let words = form.lowercased().split(whereSeparator: { $0 == " " || $0 == "," || $0 == "&" }).map(String.init)
    guard words.count == 1 || form.utf8.count < 16, form.utf8.allSatisfy({ $0 < 0x80 }) || words.count == 1 else {
      return
    }
    for word in words where word.count > 1 && word.contains(where: \.isLetter) {
      let bare = word.hasSuffix(".") ? String(word.dropLast()) : word
      for spelling in Set([word, bare, bare.replacingOccurrences(of: ".", with: "")]).sorted(by: byBytes)
      where spelling.count > 1 {
        facts[spelling, default: NameFacts()].isLegalForm = true
      }
    }
  }

  private mutating func addPlaces(_ lexicon: Lexicon) {
    for city in lexicon.cities { addPlace(city.name, kind: 1) }
    for city in lexicon.capitals { addPlace(city, kind: 1) }
    for (_, names) in Exonyms.all { for name in names { addPlace(name, kind: 1) } }
    for name in Exonyms.inflected { addPlace(name, kind: 1) }
    for region in lexicon.regions { addPlace(region.name, kind: 2) }
    for city in lexicon.cities { addPlace(city.region, kind: 2) }
    for language in Language.allCases {
      for country in lexicon.countries[language] ?? [] { addPlace(country, kind: 3) }
    }
    for place in WordLists.places.sorted(by: byBytes) { addPlace(place, kind: 3) }
  }

  private mutating func addPlace(_ name: String, kind: UInt8) {
    let bare = name.split(separator: "(").first.map { $0.trimmingCharacters(in: .whitespaces) } ?? name
    for form in forms(bare.split(separator: ",").first.map(String.init) ?? bare) {
      let parts = form.split(separator: " ").map(String.init)
      if parts.count == 1 {
        switch kind {
        case 1: facts[form, default: NameFacts()].cities += 1
        case 2: facts[form, default: NameFacts()].isRegion = true
        default: facts[form, default: NameFacts()].isCountry = true
        }
      } else if (2...5).contains(parts.count) {
        phrases[parts] = max(phrases[parts] ?? 0, kind)
      }
    }
  }
}
