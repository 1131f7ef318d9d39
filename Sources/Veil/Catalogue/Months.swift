/// Names of months, weekdays and days of a month in the languages in which dates are read.
enum Months {
  static let english = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]
  /// Spanish and Portuguese.
  private static let iberian = [
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "setiembre", "octubre",
    "noviembre", "diciembre", "janeiro", "fevereiro", "março", "maio", "junho", "julho", "setembro", "outubro",
    "novembro", "dezembro",
  ]
  /// German, Norwegian, Danish, Finnish, Czech.
  private static let northern =
    [
      "januar", "jänner", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober",
      "november", "dezember", "marts", "mars", "maj", "december", "desember", "ledna", "února", "března", "dubna",
      "května", "června", "července", "srpna", "září", "října", "listopadu", "prosince",
    ] + finnish
  /// In the case that follows a day. Without it the month of a year: `tammikuussa 1980`.
  private static let finnish = [
    "tammikuuta", "helmikuuta", "maaliskuuta", "huhtikuuta", "toukokuuta", "kesäkuuta", "heinäkuuta", "elokuuta",
    "syyskuuta", "lokakuuta", "marraskuuta", "joulukuuta",
  ]
  /// Dutch, French, Italian, Polish, Swedish, Turkish and Russian.
  private static let others = [
    "maerz", "januari", "februari", "maart", "mei", "augustus", "janvier", "février", "fevrier", "avril", "juin",
    "juillet", "août", "aout", "septembre", "octobre", "novembre", "décembre", "decembre", "gennaio", "febbraio",
    "aprile", "maggio", "giugno", "luglio", "settembre", "ottobre", "dicembre", "stycznia", "lutego", "marca",
    "kwietnia", "maja", "czerwca", "lipca", "sierpnia", "września", "wrzesnia", "października", "pazdziernika",
    "listopada", "grudnia", "augusti", "ocak", "şubat", "nisan", "mayıs", "haziran", "temmuz", "ağustos", "eylül",
    "ekim", "kasım", "aralık", "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября",
    "октября", "ноября", "декабря",
  ]
  /// Forms that stand alone, without a day.
  static let nominative = [
    "styczeń", "luty", "marzec", "kwiecień", "czerwiec", "lipiec", "sierpień", "wrzesień", "październik", "listopad",
    "grudzień", "tammikuu", "helmikuu", "maaliskuu", "huhtikuu", "toukokuu", "kesäkuu", "heinäkuu", "elokuu",
    "syyskuu", "lokakuu", "marraskuu", "joulukuu", "tammikuussa", "helmikuussa", "maaliskuussa", "huhtikuussa",
    "toukokuussa", "kesäkuussa", "heinäkuussa", "elokuussa", "syyskuussa", "lokakuussa", "marraskuussa",
    "joulukuussa",
  ]
  static let short = [
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "okt", "dez",
  ]
  /// Abbreviations that are words elsewhere: months only where a year follows.
  static let shortWithYear = [
    "may", "jän", "mär", "mai", "mei", "mrt", "maj", "des", "janv", "févr", "fevr", "avr", "juil", "déc", "ene", "abr",
    "ago", "dic", "gen", "mag", "giu", "lug", "set", "ott", "fev", "out", "sty", "lut", "kwi", "cze", "lip", "sie",
    "wrz", "paź", "lis", "gru", "mars", "juni", "juli",
  ]

  static let all = Array(Set(english + iberian + northern + others)).sorted()

  /// Those that are also words of English and other languages count only with a capital.
  static let pattern = {
    let doubtful: Set = ["march", "may", "mars", "mei", "mai", "maj"]
    let certain = (all + nominative).filter { !doubtful.contains($0) }
    return "(?:(?i:\(alternatives(certain)))|March|MARCH|May|MAY|[Mm]ars|[Mm]ei|[Mm]ai|MAI|[Mm]aj)"
  }()
  /// The same for English alone.
  static let englishPattern =
    "(?:(?i:\(alternatives(english.filter { !["march", "may"].contains($0) })))|March|MARCH|May|MAY)"
  /// With a capital, since many are words; not `May`, which is no abbreviation.
  static let shortPattern =
    #"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Okt|Dez|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC)"#
  static let shortWithYearPattern = "(?i:\(alternatives(short + shortWithYear)))"

  private static func alternatives(_ words: [String]) -> String {
    words.sorted { $0.utf8.count > $1.utf8.count }.joined(separator: "|")
  }
}

// MARK: - Weekdays and ordinals

extension Months {
  static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "montag", "dienstag", "mittwoch",
    "donnerstag", "freitag", "samstag", "sonnabend", "sonntag", "maandag", "dinsdag", "woensdag", "donderdag",
    "vrijdag", "zaterdag", "zondag", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "lunes",
    "martes", "miércoles", "miercoles", "jueves", "viernes", "sábado", "sabado", "domingo", "lunedì", "martedì",
    "mercoledì", "giovedì", "venerdì", "sabato", "domenica", "segunda-feira", "terça-feira", "quarta-feira",
    "quinta-feira", "sexta-feira", "poniedziałek", "wtorek", "środa", "środę", "czwartek", "piątek", "sobota",
    "sobotę", "niedziela", "niedzielę", "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag",
    "mandag", "tirsdag", "lørdag", "søndag", "maanantai", "maanantaina", "tiistai", "tiistaina", "keskiviikko",
    "keskiviikkona", "torstai", "torstaina", "perjantai", "perjantaina", "lauantai", "lauantaina", "sunnuntai",
    "sunnuntaina",
  ]
  /// With their comma, without which some are words.
  static let shortWeekdays = ["mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun"]
  static let weekdayPattern =
    "(?:(?i:\(alternatives(weekdays)))|(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)(?=,))"

  /// First to thirty-first.
  static let englishOrdinals: [String] = {
    let ones = [
      "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
      "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    ]
    return ones + ["twentieth"] + ones[..<9].map { "twenty \($0)" } + ["thirtieth", "thirty first"]
  }()
  /// The first day of a month, which has a word of its own where other days are plain numbers.
  static let firstDays = [
    "premier", "primero de", "primeiro de", "primo", "ersten", "erster", "zweiten", "dritten", "eerste", "første",
    "första",
  ]
  static let ordinalPhrases: [String] =
    englishOrdinals.flatMap { day in
      english.flatMap { month in ["\(day) of \(month)", "\(day) \(month)", "\(month) \(day)", "\(month) the \(day)"] }
    } + firstDays.flatMap { day in all.map { "\(day) \($0)" } }
  static let ordinalPattern = {
    let words = englishOrdinals.map { $0.split(separator: " ").joined(separator: "[ -]") }
    return "(?i:\(alternatives(words + firstDays.map { String($0.split(separator: " ")[0]) })))"
  }()
}
