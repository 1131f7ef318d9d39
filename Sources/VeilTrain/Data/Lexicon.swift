import Foundation

/// The public lists of names, places and legal forms, as they are read: nothing is weighed or joined here.
struct Lexicon {
  /// One name of a country's list. `romanised` and `local` hold its spellings in Latin letters and in the country's own.
  struct CountryName: Sendable {
    let country: String
    let isFemale: Bool?
    let romanised: [String]
    let local: [String]
  }
  struct City: Sendable {
    let name: String
    let country: String
    let region: String
  }
  struct Region: Sendable {
    let country: String
    let name: String
  }

  /// Lower-case names of the US census of 1990 with their per cent of the population, most frequent first.
  var usMale: [(name: String, percent: Double)]
  var usFemale: [(name: String, percent: Double)]
  var usFamily: [(name: String, percent: Double)]
  var given: [CountryName]
  var family: [CountryName]
  var dutchFamily: [String]
  var dutchFrequent: [(name: String, count: Double)]
  var cities: [City]
  var regions: [Region]
  /// Names of countries, by their codes' order.
  var countries: [Language: [String]]
  var capitals: [String]
  var legalForms: [(country: String, form: String)]

  init(directory: URL) throws {
    func census(_ name: String) throws -> [(name: String, percent: Double)] {
      try Self.pairs(of: directory.appendingPathComponent("us_census1990.\(name).tsv")).map { ($0.lowercased(), $1) }
    }
    usMale = try census("male.first")
    usFemale = try census("female.first")
    usFamily = try census("all.last")
    given = try columns(
      ["Country", "Gender", "Localized Name", "Romanized Name"],
      of: directory.appendingPathComponent("common-forenames-by-country.csv")
    ).map {
      CountryName(
        country: $0[0], isFemale: $0[1] == "F", romanised: Self.spellings($0[3]), local: Self.spellings($0[2]))
    }
    family = try columns(
      ["Country", "Localized Name", "Romanized Name"],
      of: directory.appendingPathComponent("common-surnames-by-country.csv")
    ).map {
      CountryName(country: $0[0], isFemale: nil, romanised: Self.spellings($0[2]), local: Self.spellings($0[1]))
    }
    dutchFamily = try lines(of: directory.appendingPathComponent("nl_family_names.txt")).filter { !$0.isEmpty }
    dutchFrequent = try Self.pairs(of: directory.appendingPathComponent("nl_family_top1000.tsv")).map { ($0, $1) }
    cities = try columns(
      ["name", "country", "subcountry"], of: directory.appendingPathComponent("geonames_cities15000.csv")
    ).map { City(name: $0[0], country: $0[1], region: $0[2]) }
    regions = try Self.regions(of: directory.appendingPathComponent("geonames_admin1.json"))
    countries = [:]
    for language in Language.allCases {
      countries[language] = try Self.countries(
        of: directory.appendingPathComponent("countries/\(language.rawValue).json"))
    }
    capitals = try columns(["Capital"], of: directory.appendingPathComponent("country_codes.csv"))
      .map { $0[0].trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    legalForms = try lines(of: directory.appendingPathComponent("legal_forms_by_country.tsv")).compactMap {
      let parts = $0.split(separator: "\t")
      return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
    }
  }

  private static func pairs(of url: URL) throws -> [(String, Double)] {
    try lines(of: url).enumerated().map { number, line in
      let parts = line.split(separator: "\t")
      guard parts.count >= 2, let value = Double(parts[1].trimmingCharacters(in: .whitespaces)) else {
        throw DataError(file: url.lastPathComponent, line: number + 1, problem: "is no name with a number")
      }
      return (parts[0].trimmingCharacters(in: .whitespaces), value)
    }
  }

  /// `Huỳnh/Hoàng` are two.
  private static func spellings(_ field: String) -> [String] {
    field.split(whereSeparator: { $0 == "/" || $0 == "," }).map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { name in !name.isEmpty && !name.contains { $0 == "(" || $0.isNumber } }
  }

  private static func regions(of url: URL) throws -> [Region] {
    let entries = try JSONDecoder().decode([[String: String]].self, from: Data(contentsOf: url))
    return try entries.map { entry in
      guard let code = entry["code"], let name = entry["name"] else {
        throw DataError(file: url.lastPathComponent, line: nil, problem: "has an entry without code or name")
      }
      return Region(country: String(code.prefix(2)), name: name)
    }
  }

  private static func countries(of url: URL) throws -> [String] {
    let entries = try JSONDecoder().decode([String: String].self, from: Data(contentsOf: url))
    return entries.sorted { byBytes($0.key, $1.key) }.map(\.value)
  }
}
