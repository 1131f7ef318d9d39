/// Draws persons' names in the forms in which people write them.
struct Persons: Sendable {
  /// Where a person's names come from: one person's parts fit together.
  struct Person: Sendable {
    /// Number among the pools' countries; none for the US census.
    let country: Int?
    let isFemale: Bool
    /// The name is written without its diacritics throughout.
    let isPlain: Bool
  }

  let pools: NamePools
  private let givenNames: [Language: [[String]]]

  init(pools: NamePools) {
    self.pools = pools
    var names: [Language: [[String]]] = [:]
    for language in Language.allCases {
      names[language] = [false, true].map { GivenNames.of(language, isFemale: $0) }
    }
    givenNames = names
  }

  func person(_ language: Language, _ random: inout Random) -> Person {
    let isFemale = random.chance(0.5)
    let isPlain = random.chance(0.12)
    let own = pools.ownCountries[language] ?? []
    let aim = random.unit()
    let country: Int? =
      if aim < (language == .en ? 0.45 : 0.12) {
        nil
      } else if aim < (language == .en ? 0.8 : 0.72), !own.isEmpty {
        random.pick(own)
      } else {
        random.pick(pools.anyCountries)
      }
    return Person(country: country, isFemale: isFemale, isPlain: isPlain)
  }

  func given(of person: Person, _ language: Language, _ random: inout Random) -> String {
    var name = oneGiven(of: person, &random)
    let code = person.country.map { pools.countries[$0].code } ?? "US"
    if name.contains(" ") { return written(name, person) }
    switch code {
    case "FR", "BE", "LU", "MC":
      if random.chance(0.1) {
        name = random.pick(person.isFemale ? ["Marie", "Anne"] : ["Jean", "Pierre", "Paul"]) + "-" + name
      }
    case "DE", "AT", "CH": if random.chance(0.05) { name += "-" + second(name, person, &random) }
    case "ES", "MX", "AR", "CO", "CL", "PE", "VE", "PT", "BR":
      if random.chance(0.12) { name += " " + second(name, person, &random) }
    case "US", "GB": if random.chance(0.015) { name += "-" + second(name, person, &random) }
    default: break
    }
    return written(name, person)
  }

  func family(of person: Person, _ language: Language, _ random: inout Random) -> String {
    let country = person.country.map { pools.countries[$0] }
    let code = country?.code ?? "US"
    var name = oneFamily(country, code, &random)
    if person.isFemale, code == "PL" || code == "RU" || code == "UA" || code == "BG" || code == "BY" {
      name = Self.feminine(name, code)
    }
    let hyphenated = code == "PL" && person.isFemale ? 0.1 : 0.03
    if !name.contains("-"), !name.contains(" "), random.chance(hyphenated) {
      let second = oneFamily(country, code, &random)
      if !second.contains(" ") {
        name += "-" + (code == "PL" && person.isFemale ? Self.feminine(second, code) : second)
      }
    }
    if let particle = particle(code, &random), !name.contains(" ") { name = particle + name }
    return written(name, person)
  }

  /// Another given name of the same person.
  private func second(_ first: String, _ person: Person, _ random: inout Random) -> String {
    for _ in 0..<4 {
      let other = oneGiven(of: person, &random)
      if other != first { return other }
    }
    return "Maria"
  }

  /// A full name.
  func name(of person: Person, _ language: Language, _ random: inout Random) -> String {
    let code = person.country.map { pools.countries[$0].code } ?? "US"
    let given = given(of: person, language, &random)
    var family = family(of: person, language, &random)
    if Countries.twoFamilies.contains(code), random.chance(0.45) {
      family += " " + self.family(of: person, language, &random)
    } else if code == "PT" || code == "BR", random.chance(0.5) {
      family += random.pick([" ", " ", " da ", " de ", " dos ", " e "]) + self.family(of: person, language, &random)
    }
    let aim = random.unit()
    switch aim {
    case ..<0.08 where language == .en || person.country == nil:
      return "\(given) \(initial(&random))\(random.chance(0.7) ? "." : "") \(family)"
    case ..<0.13: return "\(given) \(written(second(given, person, &random), person)) \(family)"
    case ..<0.15: return "\(given.prefix(1)). \(family)"
    case ..<0.165: return "\(given.prefix(1)).\(random.chance(0.5) ? " " : "")\(initial(&random)). \(family)"
    case ..<0.17: return "\(given.prefix(1)) \(family)"
    case ..<0.178 where language == .en:
      return "\(given) \(family)\(random.pick([" Jr.", " Jr", " III", " II", ", Jr.", " Sr."]))"
    case ..<0.188: return "\(family), \(given)"
    case ..<0.34 where Countries.familyFirst.contains(code): return "\(family) \(given)"
    default: return "\(given) \(family)"
    }
  }

  func initial(_ random: inout Random) -> String { random.pick(Self.initials) }

  func nick(_ language: Language, _ random: inout Random) -> String {
    let own = ShortNames.of(language)
    return random.pick(language == .en || random.chance(0.8) ? own : ShortNames.of(.en))
  }

  func common(_ part: WritableKeyPath<CommonParts, [Language: [String]]>, _ language: Language, _ random: inout Random)
    -> String
  {
    let lists = CommonParts(given: pools.commonGiven, family: pools.commonFamily)[keyPath: part]
    let own = lists[language] ?? []
    return random.pick(own.isEmpty ? lists[.en] ?? ["Will"] : own)
  }

  struct CommonParts {
    var given: [Language: [String]]
    var family: [Language: [String]]
  }

  private static let initials = "AAABBCCCDDEEFFGGHHIJJJJKKKLLLMMMMNNOPPPRRRSSSTTTVWWYZ".map(String.init)

  private func oneGiven(of person: Person, _ random: inout Random) -> String {
    guard let country = person.country, !isUnlisted(country, &random) else {
      return (person.isFemale ? pools.usFemale : pools.usMale).draw(&random)
    }
    if let language = Self.language(of: pools.countries[country].code), random.chance(0.65),
      let own = givenNames[language]?[person.isFemale ? 1 : 0], !own.isEmpty
    {
      return random.pick(own)
    }
    return random.pick(pools.countries[country].given(isFemale: person.isFemale))
  }

  /// The short lists of English-speaking countries stand for all of the census.
  private func isUnlisted(_ country: Int, _ random: inout Random) -> Bool {
    Self.language(of: pools.countries[country].code) == .en && pools.countries[country].code != "IN"
      && random.chance(0.6)
  }

  private func oneFamily(_ country: NamePools.Country?, _ code: String, _ random: inout Random) -> String {
    guard let country else { return pools.usFamily.draw(&random) }
    if code == "NL" || code == "BE" && random.chance(0.4) {
      return random.chance(0.75) ? pools.dutchFrequent.draw(&random) : random.pick(pools.dutchFamily)
    }
    if let language = Self.language(of: code) {
      if language == .en {
        return country.family.isEmpty || random.chance(0.6) ? pools.usFamily.draw(&random) : random.pick(country.family)
      }
      if let pool = pools.patterned[language], !pool.isEmpty, country.family.isEmpty || random.chance(0.5) {
        return pool.draw(&random)
      }
    }
    if country.family.isEmpty || random.chance(0.15) {
      return random.chance(0.6) ? pools.usFamily.draw(&random) : otherFamily(&random)
    }
    return random.pick(country.family)
  }

  private func otherFamily(_ random: inout Random) -> String {
    let country = random.pick(pools.countries)
    return country.family.isEmpty ? pools.usFamily.draw(&random) : random.pick(country.family)
  }

  private static func language(of code: String) -> Language? {
    Language.allCases.first { Countries.codes(of: $0).contains(code) }
  }

  private func particle(_ code: String, _ random: inout Random) -> String? {
    switch code {
    case "DE", "AT": random.chance(0.03) ? random.pick(["von ", "von der ", "zu ", "von "]) : nil
    case "FR": random.chance(0.04) ? random.pick(["de ", "Le ", "du ", "de la ", "d'", "La "]) : nil
    case "ES", "MX", "CO", "AR", "PE": random.chance(0.03) ? random.pick(["de la ", "del ", "de ", "de los "]) : nil
    case "IT": random.chance(0.04) ? random.pick(["De ", "Di ", "Della ", "D'", "Lo ", "La "]) : nil
    case "PT", "BR": random.chance(0.08) ? random.pick(["da ", "de ", "dos ", "do "]) : nil
    case "AE", "SA", "EG", "IQ", "JO", "KW", "LY", "MA":
      random.chance(0.3) ? random.pick(["Al-", "al-", "El ", "Al ", "bin ", "Ben "]) : nil
    case "US", "GB": random.chance(0.012) ? random.pick(["De ", "Van ", "St. ", "Le ", "Mac", "von "]) : nil
    default: nil
    }
  }

  private static func feminine(_ name: String, _ code: String) -> String {
    for (ending, feminine) in [("ski", "ska"), ("cki", "cka"), ("dzki", "dzka"), ("zki", "zka")]
    where name.hasSuffix(ending) {
      return name.dropLast(ending.count) + feminine
    }
    guard code != "PL" else { return name }
    return ["ov", "ev", "in"].contains { name.hasSuffix($0) } ? name + "a" : name
  }

  private func written(_ name: String, _ person: Person) -> String { person.isPlain ? withoutDiacritics(name) : name }
}
