/// Which countries' names, cities and legal forms belong to a language.
enum Countries {
  /// ISO 3166 codes of countries where the language is spoken; one that stands twice is drawn twice as often.
  static func codes(of language: Language) -> [String] {
    switch language {
    case .en: ["US", "GB", "GB", "CA", "AU", "NZ", "IE", "ZA", "JM", "IN"]
    case .de: ["DE", "DE", "DE", "AT", "CH", "LI", "LU"]
    case .nl: ["NL", "NL", "NL", "BE", "SR"]
    case .fr: ["FR", "FR", "FR", "BE", "CA", "LU", "MC", "HT", "ML"]
    case .es:
      ["ES", "ES", "ES", "MX", "AR", "CL", "CO", "PE", "VE", "EC", "BO", "CU", "DO", "GT", "UY", "PY", "SV", "CR"]
    case .it: ["IT", "IT", "IT", "SM"]
    case .pt: ["PT", "BR"]
    case .pl: ["PL"]
    }
  }

  /// The same as the list of cities calls them.
  static func names(of language: Language) -> [String] {
    switch language {
    case .en: ["United States", "United Kingdom", "Canada", "Australia", "New Zealand", "Ireland"]
    case .de: ["Germany", "Austria", "Switzerland", "Liechtenstein"]
    case .nl: ["Netherlands", "Belgium"]
    case .fr: ["France", "Belgium", "Luxembourg"]
    case .es: ["Spain", "Mexico", "Argentina", "Chile", "Colombia", "Peru"]
    case .it: ["Italy"]
    case .pt: ["Portugal", "Brazil"]
    case .pl: ["Poland"]
    }
  }

  /// Where a family name stands before the given one.
  static let familyFirst: Set<String> = ["CN", "TW", "KR", "JP", "VN", "HU", "KH"]
  /// Where people have two family names.
  static let twoFamilies: Set<String> = [
    "ES", "MX", "AR", "CL", "CO", "PE", "VE", "EC", "BO", "CU", "DO", "GT", "PY", "SV", "CR", "UY", "PH", "PR", "PA",
  ]

  /// Short and other names of countries that people write.
  static func aliases(_ language: Language) -> [String] {
    switch language {
    case .en:
      [
        "USA", "US", "UK", "U.S.", "U.K.", "England", "Scotland", "Wales", "Europe", "Africa", "Asia", "EU", "Holland",
        "UAE",
      ]
    case .de:
      ["USA", "Europa", "Afrika", "Asien", "Amerika", "England", "Schottland", "Holland", "EU", "Großbritannien"]
    case .nl:
      ["VS", "Europa", "Afrika", "Azië", "Amerika", "Engeland", "Schotland", "Holland", "EU", "Groot-Brittannië"]
    case .fr:
      ["USA", "Europe", "Afrique", "Asie", "Amérique", "Angleterre", "Écosse", "Hollande", "UE", "Grande-Bretagne"]
    case .es:
      [
        "EE. UU.", "EEUU", "Europa", "África", "Asia", "América", "Inglaterra", "Escocia", "Holanda", "UE",
        "Gran Bretaña",
      ]
    case .it: ["USA", "Europa", "Africa", "Asia", "America", "Inghilterra", "Scozia", "Olanda", "UE", "Gran Bretagna"]
    case .pt: ["EUA", "Europa", "África", "Ásia", "América", "Inglaterra", "Escócia", "Holanda", "UE", "Grã-Bretanha"]
    case .pl: ["USA", "Europa", "Afryka", "Azja", "Ameryka", "Anglia", "Szkocja", "Holandia", "UE", "Wielka Brytania"]
    }
  }
}
