/// Numbers, dates and codes for slots that are no names.
enum Figures {
  static func text(_ kind: Template.Kind, _ language: Language, _ random: inout Random) -> String {
    switch kind {
    case .number: number(&random)
    case .amount: amount(language, &random)
    case .date: date(language, &random)
    case .time: time(language, &random)
    case .month: random.pick(months[language] ?? [])
    case .weekday: random.pick(weekdays[language] ?? [])
    case .code: code(&random)
    default: version(&random)
    }
  }

  private static func number(_ random: inout Random) -> String {
    switch random.below(10) {
    case 0: String(random.within(1...9))
    case 1...6: String(random.within(10...99))
    case 7, 8: String(random.within(100...999))
    default: String(random.within(1000...9999))
    }
  }

  private static func amount(_ language: Language, _ random: inout Random) -> String {
    let whole = random.pick([
      random.within(2...99), random.within(100...999), random.within(1...99) * 1000 + random.below(1000),
    ])
    let cents = two(random.below(100))
    if language == .en {
      let text = whole >= 1000 ? "\(whole / 1000),\(three(whole % 1000))" : "\(whole)"
      switch random.below(6) {
      case 0: return "$\(text)"
      case 1: return "$\(text).\(cents)"
      case 2: return "£\(text)"
      case 3: return "€\(text).\(cents)"
      case 4: return "USD \(text)"
      default: return "\(text) dollars"
      }
    }
    let text = whole >= 1000 ? "\(whole / 1000).\(three(whole % 1000))" : "\(whole)"
    let unit =
      language == .pl ? "zł" : language == .pt && random.chance(0.4) ? "reais" : random.pick(["€", "Euro", "EUR"])
    return random.chance(0.5) ? "\(text) \(unit)" : "\(text),\(cents) \(unit)"
  }

  private static func date(_ language: Language, _ random: inout Random) -> String {
    let (day, month, year) = (random.within(1...28), random.within(1...12), random.within(1948...2026))
    let name = (months[language] ?? [])[month - 1]
    switch random.below(5) {
    case 0: return "\(year)-\(two(month))-\(two(day))"
    case 1: return language == .en ? "\(two(month))/\(two(day))/\(year)" : "\(two(day)).\(two(month)).\(year)"
    case 2:
      return language == .en || language == .fr || language == .es
        ? "\(day)/\(month)/\(year)" : "\(day).\(month).\(year % 100)"
    default: break
    }
    switch language {
    case .en:
      return random.pick([
        "\(name) \(day), \(year)", "\(day) \(name) \(year)", "\(name) \(day)", "\(name.prefix(3)) \(day), \(year)",
      ])
    case .de: return random.chance(0.7) ? "\(day). \(name) \(year)" : "\(day). \(name)"
    case .es, .pt: return "\(day) de \(name) de \(year)"
    case .pl: return "\(day) \(genitiveMonths[month - 1]) \(year)"
    default: return random.chance(0.7) ? "\(day) \(name) \(year)" : "\(day) \(name)"
    }
  }

  private static func time(_ language: Language, _ random: inout Random) -> String {
    let (hour, minute) = (random.within(6...22), random.pick([0, 15, 30, 45, random.below(60)]))
    guard language == .en else { return random.chance(0.8) ? "\(hour):\(two(minute))" : "\(hour).\(two(minute))" }
    let half = hour < 12 ? "am" : "pm"
    let short = hour > 12 ? hour - 12 : hour
    return random.pick([
      "\(hour):\(two(minute))", "\(short):\(two(minute)) \(half)", "\(short)\(half)", "\(short) \(half.uppercased())",
    ])
  }

  private static func code(_ random: inout Random) -> String {
    let digits = String(random.within(1000...999_999))
    let head = random.pick(["INC", "REQ", "PRJ", "ORD", "TKT", "CASE", "SO", "INV", "CR", "A", "BX", "PO"])
    switch random.below(6) {
    case 0: return "\(head)\(digits)"
    case 1: return "#\(digits)"
    case 2: return "\(digits)/\(random.within(10...26))"
    case 3: return "\(random.within(10...99))-\(digits)"
    default: return "\(head)-\(digits)"
    }
  }

  private static func version(_ random: inout Random) -> String {
    let parts = (0..<random.within(2...3)).map { _ in String(random.below(20)) }
    return (random.chance(0.25) ? "v" : "") + parts.joined(separator: ".")
  }

  private static func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
  private static func three(_ value: Int) -> String {
    value < 10 ? "00\(value)" : value < 100 ? "0\(value)" : "\(value)"
  }

  private static func table(_ lists: [Language: String]) -> [Language: [String]] {
    lists.mapValues { $0.split(separator: " ").map(String.init) }
  }

  private static let months = table([
    .en: "January February March April May June July August September October November December",
    .de: "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    .nl: "januari februari maart april mei juni juli augustus september oktober november december",
    .fr: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    .es: "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    .it: "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    .pt: "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    .pl: "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień",
  ])
  private static let genitiveMonths =
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia"
    .split(separator: " ").map(String.init)
  private static let weekdays = table([
    .en: "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    .de: "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
    .nl: "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    .fr: "lundi mardi mercredi jeudi vendredi samedi dimanche",
    .es: "lunes martes miércoles jueves viernes sábado domingo",
    .it: "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    .pt: "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
    .pl: "poniedziałek wtorek środa czwartek piątek sobota niedziela",
  ])
}
