/// Endings and beginnings by which names of the US census are recognised as coming from a language: the lists of single
/// countries hold a few dozen of names only.
enum FamilyPatterns {
  static func matches(_ name: String, _ language: Language) -> Bool {
    guard name.count > 4, let patterns = lists[language] else { return false }
    return patterns.endings.contains { name.hasSuffix($0) } || patterns.beginnings.contains { name.hasPrefix($0) }
  }

  private static let lists: [Language: (beginnings: [String], endings: [String])] = [
    .de: (
      ["schw", "schm", "schl", "schn", "schr"],
      [
        "mann", "meyer", "meier", "maier", "berger", "bauer", "stein", "bach", "hofer", "huber", "hauser", "müller",
        "macher",
        "schmidt", "schneider", "wald", "holz", "haus", "feldt", "brandt", "hardt", "richter", "vogel", "lein",
        "brecht",
      ]
    ),
    .fr: (
      ["beau", "bonn", "lefe", "leb", "duc", "dub", "dup"],
      [
        "eau", "eaux", "ault", "aud", "oux", "ière", "iere", "chamb", "dieu", "mont", "ette", "eux", "igny", "gnon",
        "rand",
      ]
    ),
    .es: ([], ["rez", "nez", "guez", "mez", "dez", "varez", "ejo", "illo", "ales", "uela", "ueno", "dia", "endez"]),
    .it: (
      ["dell", "dall", "degl"],
      [
        "ini", "elli", "etti", "ucci", "acci", "ello", "etto", "oni", "aro", "iano", "otti", "ella", "azzo", "uzzi",
        "ardi",
      ]
    ),
    .pt: ([], ["eira", "eiro", "inho", "ares", "alho", "ões", "aes", "eixo", "iros"]),
    .pl: (
      [], ["owski", "ewski", "inski", "ynski", "icki", "ecki", "czyk", "czak", "wicz", "iak", "arek", "szek", "inska"]
    ),
  ]
}
