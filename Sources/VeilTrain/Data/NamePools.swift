import Foundation

/// Names to draw from, sorted by country and language.
struct NamePools: Sendable {
  struct Country: Sendable {
    let code: String
    var female: [String] = []
    var male: [String] = []
    var family: [String] = []

    func given(isFemale: Bool) -> [String] { isFemale ? female : male }
  }

  let usFemale: WeightedPool<String>
  let usMale: WeightedPool<String>
  let usFamily: WeightedPool<String>
  let dutchFrequent: WeightedPool<String>
  let dutchFamily: [String]
  /// By their codes' order.
  let countries: [Country]
  /// Numbers of the language's countries in `countries`, of those that have given names.
  let ownCountries: [Language: [Int]]
  let anyCountries: [Int]
  /// Family names that have a language's shape.
  let patterned: [Language: WeightedPool<String>]
  let commonGiven: [Language: [String]]
  let commonFamily: [Language: [String]]

  /// The code of the pool of names of many cultures, the repository's own lists.
  static let world = "~"

  /// `lists` is the folder of the repository's own. With `statistics`, names that are frequent words are found among the census's too.
  init(lexicon: Lexicon, lists: URL, statistics: WordStatistics? = nil) throws {
    usFemale = WeightedPool(lexicon.usFemale.map { (Self.cased($0.name), Self.weight($0.percent)) })
    usMale = WeightedPool(lexicon.usMale.map { (Self.cased($0.name), Self.weight($0.percent)) })
    let families = Set(lexicon.usFamily.map(\.name))
    let ranked = lexicon.usFamily.enumerated().map { rank, entry in
      (name: entry.name, cased: Self.casedFamily(entry.name, families), weight: Self.power(Double(rank) + 50))
    }
    usFamily = WeightedPool(ranked.map { ($0.cased, $0.weight) })
    dutchFrequent = WeightedPool(lexicon.dutchFrequent.map { ($0.name, Self.weight($0.count)) })
    dutchFamily = lexicon.dutchFamily.filter { $0.allSatisfy { $0.isLetter || " '-".contains($0) } }
    countries = try Self.countries(lexicon) + [Self.worldPool(lists)]
    let codes = countries.map(\.code)
    let named = countries.indices.filter { [countries] in !countries[$0].female.isEmpty && !countries[$0].male.isEmpty }
    anyCountries = named
    var own: [Language: [Int]] = [:]
    var patterned: [Language: WeightedPool<String>] = [:]
    var given: [Language: [String]] = [:]
    var family: [Language: [String]] = [:]
    for language in Language.allCases {
      own[language] = Countries.codes(of: language).compactMap { codes.firstIndex(of: $0) }.filter(named.contains)
      patterned[language] = WeightedPool(
        ranked.filter { FamilyPatterns.matches($0.name, language) }.map { ($0.cased, $0.weight) })
      given[language] = CommonNames.given(language)
      family[language] = CommonNames.family(language)
    }
    if let statistics {
      given[.en]? += Self.frequentWords(
        (lexicon.usMale + lexicon.usFemale).filter { $0.percent >= 0.004 }.map(\.name), perMillion: 10, statistics)
      family[.en]? += Self.frequentWords(lexicon.usFamily.prefix(3000).map(\.name), perMillion: 15, statistics)
    }
    ownCountries = own
    self.patterned = patterned
    commonGiven = given
    commonFamily = family
  }

  private static func weight(_ share: Double) -> Double { pow(share, 0.6) }
  private static func power(_ rank: Double) -> Double { pow(rank, -0.6) }

  private static func cased(_ name: String) -> String { name.prefix(1).uppercased() + name.dropFirst() }

  /// The census writes MCDONALD, OBRIEN.
  private static func casedFamily(_ name: String, _ all: Set<String>) -> String {
    if name.hasPrefix("mc"), name.count > 4 { return "Mc" + cased(String(name.dropFirst(2))) }
    let rest = name.dropFirst()
    if name.hasPrefix("o"), rest.count > 3, rest.first.map({ !"aeiouhln".contains($0) }) == true,
      all.contains(String(rest))
    {
      return "O'" + cased(String(rest))
    }
    return cased(name)
  }

  private static func countries(_ lexicon: Lexicon) -> [Country] {
    var table: [String: Country] = [:]
    for entry in lexicon.given {
      for name in entry.romanised where isLatin(name) {
        if entry.isFemale == true {
          table[entry.country, default: Country(code: entry.country)].female.append(name)
        } else {
          table[entry.country, default: Country(code: entry.country)].male.append(name)
        }
      }
    }
    for entry in lexicon.family {
      for name in entry.romanised where isLatin(name) {
        table[entry.country, default: Country(code: entry.country)].family.append(name)
      }
    }
    return table.sorted { byBytes($0.key, $1.key) }.map(\.value)
  }

  private static func worldPool(_ lists: URL) throws -> Country {
    func names(_ file: String) throws -> [String] {
      try listEntries(of: lists.appendingPathComponent(file)).filter { isLatin($0) && $0.count > 2 }.map { name in
        name.split(separator: " ").map { cased(String($0)) }.joined(separator: " ")
      }
    }
    let given = try names("given.txt")
    return Country(code: world, female: given, male: given, family: try names("family.txt"))
  }

  static func isLatin(_ name: String) -> Bool {
    name.unicodeScalars.allSatisfy { scalar in
      scalar.value < 0x250 || (0x1E00...0x1EFF).contains(scalar.value) || (0x2B0...0x36F).contains(scalar.value)
        || scalar == "’"
    } && name.contains(where: \.isLetter)
  }

  private static func frequentWords(_ names: [String], perMillion edge: Double, _ statistics: WordStatistics)
    -> [String]
  {
    let functionWords = Set(FunctionWords.of(.en))
    return names.filter { name in
      guard name.count > 2, !functionWords.contains(name), let counts = statistics[name] else { return false }
      return statistics.englishPerMillion(counts) >= edge && (statistics.capitalShare(counts) ?? 1) < 0.85
    }.map(cased)
  }
}
