import Foundation

/// The evidence of one word in 32 bits: what each field means stands at the line that packs it.
struct WordEvidence {
  let packed: UInt32

  init(
    word: String, facts: NameFacts, counts: WordStatistics.Counts, statistics: WordStatistics, isListedAsCommon: Bool,
    isForeign: Bool
  ) {
    var english = statistics.englishPerMillion(counts)
    if isListedAsCommon, !facts.isCountry, !WordLists.nationalities.contains(word), !WordLists.calendar.contains(word) {
      english = max(english, 1)
    }
    let other = statistics.otherPerMillion(counts)
    let givenCountries = facts.givenCountries.nonzeroBitCount
    let familyLists = facts.familyLists.nonzeroBitCount

    var packed = Self.givenStrength(facts, countries: givenCountries)  // 0–2
    packed |= UInt32(min(3, givenCountries)) << 3
    packed |= Self.familyStrength(facts, lists: familyLists) << 5
    packed |= UInt32(min(3, familyLists)) << 8
    packed |= UInt32(min(3, facts.cities)) << 10
    packed |= Self.area(word, facts) << 12
    packed |= Self.organisation(word, facts, english: max(english, other)) << 14
    packed |= Self.bin(english, [.leastNonzeroMagnitude, 1, 5, 25, 125, 625, 3000]) << 16
    packed |= Self.bin(other, [3.5, 30, 400]) << 19
    packed |= (statistics.capitalShare(counts).map { 1 + Self.bin($0, [0.02, 0.15, 0.5, 0.85, 0.98]) } ?? 0) << 21
    packed |= Self.nameRatio(facts, common: english + other / 4, countries: givenCountries, lists: familyLists) << 24
    packed |= (facts.isTitle ? 1 : 0) << 28
    packed |= (WordLists.particles.contains(word) ? 1 : 0) << 29
    packed |= (WordLists.calendar.contains(word) || Self.plainCalendar.contains(word) ? 1 : 0) << 30
    packed |= (isForeign ? 1 : 0) << 31
    self.packed = packed
  }

  private static let plainCalendar = Set(WordLists.calendar.map(withoutDiacritics))
  private static let plainNationalities = Set(WordLists.nationalities.map(withoutDiacritics))

  /// How many of the ascending edges the value reaches.
  private static func bin(_ value: Double, _ edges: [Double]) -> UInt32 { UInt32(edges.count { value >= $0 }) }

  private static func givenStrength(_ facts: NameFacts, countries: Int) -> UInt32 {
    guard facts.usGivenPercent == 0 else { return max(1, bin(facts.usGivenPercent, [0.0001, 0.005, 0.02, 0.1, 0.4])) }
    return UInt32(min(3, countries))
  }

  private static func familyStrength(_ facts: NameFacts, lists: Int) -> UInt32 {
    guard let rank = facts.usFamilyRank else {
      return UInt32(min(3, max(facts.isFrequentDutchFamily ? 2 : 0, lists)))
    }
    return rank < 500 ? 5 : rank < 2000 ? 4 : rank < 8000 ? 3 : rank < 30000 ? 2 : 1
  }

  /// 1 a region, 2 a country or part of the world, 3 a nationality or language.
  private static func area(_ word: String, _ facts: NameFacts) -> UInt32 {
    if facts.isCountry { return 2 }
    if WordLists.nationalities.contains(word) || plainNationalities.contains(word) { return 3 }
    return facts.isRegion ? 1 : 0
  }

  /// 1 a word of many organisations' names, 2 a legal form. Forms that are frequent words (`as`, `et`) are none.
  private static func organisation(_ word: String, _ facts: NameFacts, english frequency: Double) -> UInt32 {
    if facts.isLegalForm, frequency < 150 || word == "company" { return word == "company" ? 1 : 2 }
    let isPlace = facts.isCountry || facts.isRegion || facts.cities > 0
    return facts.isOrganisationWord && !isPlace || WordLists.organisations.contains(word) ? 1 : 0
  }

  /// The logarithm of name evidence over common use, −6 … 6, as 1 … 13; 0 where nothing says that the word is a name.
  private static func nameRatio(_ facts: NameFacts, common: Double, countries: Int, lists: Int) -> UInt32 {
    guard facts.isName else { return 0 }
    var name = 0.5 + facts.usGivenPercent * 1e4
    name += 20 * Double(countries) + 10 * Double(lists)
    if let rank = facts.usFamilyRank { name += 3000 / Double(rank + 30) }
    return UInt32(max(-6, min(6, log(name / (common + 0.5)).rounded())) + 7)
  }
}
