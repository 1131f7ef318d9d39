/// Invents names of organisations in the many ways in which they are made.
struct Organisations: Sendable {
  let persons: Persons
  let places: Places
  private let legalForms: [Language: [String]]
  private let patterns: [Language: [String]]
  private let trades: [Language: [String]]
  private let ministries: [Language: [String]]

  init(persons: Persons, places: Places) {
    self.persons = persons
    self.places = places
    func table(_ list: (Language) -> [String]) -> [Language: [String]] {
      Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, list($0)) })
    }
    legalForms = table(OrganisationLists.legalForms)
    patterns = table(OrganisationLists.patterns)
    trades = table(OrganisationLists.trades)
    ministries = table(OrganisationLists.ministries)
  }

  /// A company or institution, with or without a legal form.
  func organisation(_ language: Language, _ random: inout Random) -> String {
    let aim = random.unit()
    if aim < 0.34 { return withLegalForm(company(language, &random), language, &random) }
    if aim < 0.58 { return company(language, &random) }
    let own = random.chance(0.85) ? language : .en
    return fill(random.pick(patterns[own] ?? []), own, &random)
  }

  /// A company without its legal form.
  func company(_ language: Language, _ random: inout Random) -> String {
    let aim = random.unit()
    switch aim {
    case ..<0.12: return family(language, &random)
    case ..<0.25: return "\(family(language, &random)) \(trade(language, &random))"
    case ..<0.48: return BrandNames.brand(&random)
    case ..<0.55: return "\(BrandNames.brand(&random)) \(trade(language, &random))"
    case ..<0.63: return BrandNames.acronym(&random)
    case ..<0.66: return "\(BrandNames.acronym(&random)) \(trade(language, &random))"
    case ..<0.71: return "\(word(language, &random)) \(trade(language, &random))"
    case ..<0.75: return "\(word(.en, &random)) \(word(.en, &random))"
    case ..<0.79: return BrandNames.compound(word(.en, &random), word(.en, &random), &random)
    case ..<0.84: return "\(family(language, &random)) & \(family(language, &random))"
    case ..<0.89: return "\(places.city(language, &random)) \(trade(language, &random))"
    case ..<0.91: return fill("{given}'s", .en, &random)
    case ..<0.93: return word(language, &random)
    case ..<0.95: return BrandNames.brand(&random).lowercased()
    case ..<0.97: return random.pick(["The ", "La ", "El ", "Casa ", "Le "]) + word(language, &random)
    default: return "\(family(language, &random)) \(trade(.en, &random))"
    }
  }

  /// A firm that is called by names of people.
  func firm(_ language: Language, _ random: inout Random) -> String {
    fill(random.pick(FirmLists.firms[language] ?? []), language, &random)
  }

  /// A shop or restaurant; three of four have a name of the language's own kind of firm where it is not English.
  func shop(_ language: Language, _ random: inout Random) -> String {
    if language != .en, random.chance(0.75) { return firm(language, &random) }
    return fill(random.pick(FirmLists.shops), .en, &random)
  }

  func agency(_ random: inout Random) -> String {
    random.chance(0.6) ? random.pick(FirmLists.agencies) : BrandNames.acronym(&random)
  }

  func street(_ language: Language, _ random: inout Random) -> String {
    fill(random.pick(FirmLists.streets[language] ?? []), language, &random)
  }

  /// A pattern's slots, filled.
  func fill(_ pattern: String, _ language: Language, _ random: inout Random) -> String {
    var text = ""
    var rest = pattern[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      text += rest[..<open]
      text += slot(rest[rest.index(after: open)..<close], language, &random)
      rest = rest[rest.index(after: close)...]
    }
    return text + rest
  }

  private func slot(_ name: Substring, _ language: Language, _ random: inout Random) -> String {
    switch name {
    case "family": family(language, &random)
    case "given": persons.given(of: persons.person(language, &random), language, &random)
    case "city": places.city(language, &random)
    case "region": places.region(language, &random)
    case "country": places.country(language, &random)
    case "place": places.place(language, &random)
    case "trade": trade(language, &random)
    case "ministry": random.pick(ministries[language] ?? ["Health"])
    case "nationality": random.pick(OrganisationLists.nationalities)
    case "animals": random.pick(OrganisationLists.animals)
    case "animal": random.pick(OrganisationLists.animal)
    case "word": word(language, &random)
    case "initial": persons.initial(&random)
    case "number": String(random.within(1...300))
    default: ""
    }
  }

  private func family(_ language: Language, _ random: inout Random) -> String {
    persons.family(of: persons.person(language, &random), language, &random)
  }

  private func trade(_ language: Language, _ random: inout Random) -> String {
    random.pick(trades[random.chance(0.8) ? language : .en] ?? [])
  }

  private func word(_ language: Language, _ random: inout Random) -> String {
    random.pick(OrganisationLists.words[language] ?? [])
  }

  private func withLegalForm(_ name: String, _ language: Language, _ random: inout Random) -> String {
    let own = random.chance(0.8) ? language : random.pick(Language.allCases)
    let form = random.pick(legalForms[own] ?? [])
    if ["Stichting", "Groupe", "Grupo", "Gruppo", "Grupa"].contains(form) { return "\(form) \(name)" }
    return form.hasPrefix(",") ? name + form : "\(name) \(form)"
  }
}

/// Invented words that sound like brands.
enum BrandNames {
  static func brand(_ random: inout Random) -> String {
    let aim = random.unit()
    switch aim {
    case ..<0.4: return random.pick(beginnings) + random.pick(endings)
    case ..<0.72: return syllables(&random)
    case ..<0.8:
      let ending = random.pick(endings)
      return random.pick(beginnings) + ending.prefix(1).uppercased() + ending.dropFirst()
    case ..<0.86:
      return syllables(&random) + random.pick(["ly", "ify", "io", "eo", "hub", "lab", "bot", "base", "pay", "go"])
    case ..<0.9: return random.pick(["Go", "My", "We", "Up", "In", "Be", "Ez", "Re"]) + syllables(&random)
    case ..<0.94: return syllables(&random) + random.pick([".io", ".ai", ".com", " AI", "24", "360", "365", "X", "+"])
    case ..<0.97: return random.pick(["e", "i", "x", "m"]) + syllables(&random)
    default: return syllables(&random).uppercased()
    }
  }

  static func compound(_ first: String, _ second: String, _ random: inout Random) -> String {
    random.chance(0.6) ? first + second.lowercased() : first + second
  }

  static func acronym(_ random: inout Random) -> String {
    let length = random.pick([2, 3, 3, 3, 3, 4, 4])
    return String((0..<length).map { _ in random.pick(letters) })
  }

  private static let letters = Array("AABBBCCCDDEEFFGGHHIIKKLLMMMNNOPPPRRRSSSSTTTUVVWXZ")

  private static func syllables(_ random: inout Random) -> String {
    var text = ""
    for _ in 0..<random.pick([1, 2, 2, 2, 2, 3]) {
      text += random.pick(onsets) + random.pick(vowels)
    }
    text += random.pick(codas)
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  private static func list(_ text: String) -> [String] { text.split(whereSeparator: \.isWhitespace).map(String.init) }

  private static let onsets = list(
    "b br c ch d dr f fl g gr h j k kr l m n p pl pr qu r s sh sk sp st t tr v w z v l m n r t b d f k l m n p s t")
  private static let vowels = list("a e i o u a e i o a e o i a e i o u y ai oo ia")
  private static let codas =
    list("n x r s t l m ra na ta va lia nia xo ro no ix ex ax on en us um ell ett ist and ent") + ["", "", ""]
  private static let beginnings = list(
    """
    Nor Alt Zen Cap Veri Syn Omni Blue Del Ver Tri Lumi Aero Quant Medi Fin Cyber Nova Accu Agri Astra Audi Axi Bio Bright Cala Cargo
    Cele Centri Ceri Clari Cogni Core Cred Data Digi Dura Eco Edu Ener Equi Eve Exo Flexi Flow Forti Fresh Gala Geo Giga Green Helio
    Hexa Hydro Ideo Info Inno Inter Juno Kine Kona Lexi Logi Luxo Magna Maxi Mega Meri Meta Micro Mira Mono Multi Nano Neo Net Nimb Octo
    Opti Orbi Paci Para Petro Phar Pico Poly Prima Pro Proto Pulse Rapi Robo Sana Sela Senso Sig Sola Soni Spectra Star Stella Strat Swift
    Tele Terra Thermo Titan Trans Ultra Uni Val Vega Velo Vita Viva Vox Wave Xeno Zeta
    """)
  private static let endings = list(
    """
    tek soft via corp lytics dyne gen star bank pay med wave cloud tron bit byte care cast chain com con core cove craft data desk drive
    edge fit flex flow force form forge fund gate graph grid guard health house ica ify ion ix jet kit labs land leaf lex line link log
    logic loop mart matic max mind net nexa next nova one onix ora pact path plex point port prime pulse quest ria rise scape sense shift
    sight space spark sphere stack stream sync tech tel tera term tex thera tix trade track trust tura vance vault vera verse vest view
    vision vista vue ware works xa xis yard zen zone
    """)
}
