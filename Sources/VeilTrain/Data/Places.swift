/// Draws names of places as a language's people write them.
struct Places: Sendable {
  private let ownCities: [Language: [String]]
  private let cities: [String]
  private let famous: [Language: [String]]
  private let ownRegions: [Language: [String]]
  private let regions: [String]
  private let countries: [Language: [String]]

  init(lexicon: Lexicon) {
    func usable(_ name: String) -> Bool {
      NamePools.isLatin(name) && name.split(separator: " ").count < 4
        && !name.contains { $0 == "(" || $0 == "/" || $0 == "," || $0.isNumber }
    }
    cities = lexicon.cities.map(\.name).filter(usable)
    regions = lexicon.regions.map(\.name).filter(usable)
    var ownCities: [Language: [String]] = [:]
    var ownRegions: [Language: [String]] = [:]
    var famous: [Language: [String]] = [:]
    var countries: [Language: [String]] = [:]
    let capitals = lexicon.capitals.filter(usable)
    for language in Language.allCases {
      let names = Set(Countries.names(of: language))
      let codes = Set(Countries.codes(of: language).prefix(language == .en ? 7 : 99))
      ownCities[language] = lexicon.cities.filter { names.contains($0.country) }.map(\.name).filter(usable)
      ownRegions[language] = lexicon.regions.filter { codes.contains($0.country) }.map(\.name).filter(usable)
      let own = Exonyms.all.filter { $0.language == language }.flatMap(\.names)
      famous[language] = own + own + capitals
      let all = (lexicon.countries[language] ?? []).filter { name in
        !name.contains("(") && name.split(separator: " ").count < 5
      }
      // Groups of islands have long names; the countries that people write of have one word mostly.
      let frequent = all.filter { !$0.contains(" ") && !$0.contains("-") }
      countries[language] = all + frequent + frequent + Countries.aliases(language)
    }
    self.ownCities = ownCities
    self.ownRegions = ownRegions
    self.famous = famous
    self.countries = countries
  }

  func city(_ language: Language, _ random: inout Random) -> String {
    let aim = random.unit()
    if aim < 0.3, let own = famous[language] { return random.pick(own) }
    if aim < 0.68, let own = ownCities[language], !own.isEmpty { return random.pick(own) }
    let name = random.pick(cities)
    return random.chance(0.6) ? withoutDiacritics(name) : name
  }

  func region(_ language: Language, _ random: inout Random) -> String {
    if random.chance(0.65), let own = ownRegions[language], !own.isEmpty { return random.pick(own) }
    let name = random.pick(regions)
    return random.chance(0.5) ? withoutDiacritics(name) : name
  }

  func country(_ language: Language, _ random: inout Random) -> String {
    random.pick(countries[language] ?? countries[.en] ?? ["Canada"])
  }

  func place(_ language: Language, _ random: inout Random) -> String {
    let aim = random.unit()
    return aim < 0.55
      ? city(language, &random) : aim < 0.82 ? country(language, &random) : region(language, &random)
  }
}
