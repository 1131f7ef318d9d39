/// Dates, time stamps and dates of birth.
extension Catalogue {
  private static let day = #"(?:0?[1-9]|[12][0-9]|3[01])"#
  private static let twoDigitDay = #"(?:0[1-9]|[12][0-9]|3[01])"#
  private static let year = #"(?:1[5-9]|20|21)[0-9]{2}"#
  /// The time of day and zone that make a date a time stamp.
  private static let time =
    #"(?:(?:T|,?[ ])(?:[01]?[0-9]|2[0-4]):[0-5][0-9](?::[0-6][0-9](?:[.,][0-9]{1,9})?)?(?:[ ]?(?:[AaPp]\.?[Mm]\b\.?))?"#
    + #"(?:[ ]?(?:Z|UTC|GMT)\b|[ ]?[+\-](?:0[0-9]|1[0-4]):?[0-5][0-9])?)?"#
  private static let start = #"(?<![0-9][\-/.])(?<![0-9]:)"#
  private static let end = #"(?![\-/:]?[0-9]|\.[0-9])"#
  private static let ordinal = #"(?:st|nd|rd|th|\.|er|re|e|o|a|ª|º)?"#
  private static let anyMonth = #"(?:\#(months)|\#(shortMonths)\.?)"#

  /// Year first, then day or month first; the parts are told by the validator.
  private static let numeric =
    #"\#(year)(?:-(?:0[1-9]|1[0-2])-\#(twoDigitDay)|/\#(day)/\#(day)|\.(?:0[1-9]|1[0-2])\.\#(twoDigitDay))"#
    + #"|\#(day)(?:/\#(day)/|\.[ ]?\#(day)\.[ ]?|-\#(day)-)\#(year)"#

  /// With the month in words: `1 April 1980`, `1. April 1980`, `1 de abril de 1980`, `April 1st, 1980`, `1-Apr-80`.
  private static let worded =
    #"\#(day)\#(ordinal)(?:[ ](?:of[ ]|de[ ]|d'|do[ ])?\#(anyMonth)(?:,?[ ](?:de[ ]|del[ ])?\#(year))|[\-/ ]?\#(shortMonths)[\-/ ]?(?:\#(year)|[0-9]{2}))"#
    + #"|\#(anyMonth)[ ]{1,2}\#(day)\#(ordinal),?[ ]\#(year)"#

  static let dates = [
    Rule(
      "date", .date,
      pattern: #"\#(start)(?:(?:\#(numeric))\#(time)|\#(year)(?:0[1-9]|1[0-2])\#(twoDigitDay)T[0-9]{4,6}Z?)\#(end)"#,
      trigger: .digits(6, within: 10), validator: .date, score: 0.6),
    // Two digits for the year only between slashes, and only with all six digits.
    Rule(
      "date-short", .date, pattern: #"\#(start)\#(twoDigitDay)/\#(twoDigitDay)/[0-9]{2}\#(time)\#(end)(?!/)"#,
      trigger: .digits(6, within: 8), validator: .date, score: 0.55),
    // 1 April, 1 April 1980, 1. April, 1 de abril de 1980, 10/Oct/2000:13:55:36 +0000, 2024年1月15日
    Rule(
      "date-day-month", .date,
      pattern: #"\#(start)(\#(day)\#(ordinal)[ ](?:of[ ]|de[ ]|d'|do[ ])?\#(months)(?:,?[ ](?:de[ ]|del[ ])?\#(year))?"#
        + #"|\#(day)\#(ordinal)[ ]\#(shortMonths)\.?(?:,?[ ]\#(year))?|\#(day)([\-/ ]?)\#(shortMonths)\2(?:\#(year)(?::[0-2][0-9]:[0-5][0-9]:[0-6][0-9](?:[ ][+\-][0-9]{4})?)?|[0-9]{2})"#
        + #"|\#(year)年[ ]?\#(day)月[ ]?\#(day)日\#(time))(?![0-9])"#,
      trigger: .digits(1, within: 2), validator: .date, score: 0.6),
    // April 1, 1980; April 1; April 1980; Apr 1 13:55:36 1980
    Rule(
      "date-month-day", .date,
      pattern: #"(?:\#(months)[ ]{1,2}\#(day)(?:st|nd|rd|th)?(?:,?[ ]\#(year))?|\#(shortMonths)\.?[ ]{1,2}\#(day)(?:st|nd|rd|th)?(?:,?[ ]\#(year)|[ ](?:[0-2][0-9]:[0-5][0-9]:[0-6][0-9])(?:[ ]\#(year))?)?"#
        + #"|\#(months)(?:,?[ ](?:de[ ]|del[ ]|of[ ])?\#(year)))\#(time)(?![0-9%]|[.,][0-9])"#,
      trigger: .phrases(monthWords), validator: .date, score: 0.6),
    Rule(
      "date-of-birth", .dateOfBirth,
      pattern: #"(?i:d\.?o\.?b|(?:date|day)[ _\-]?of[ _\-]?birth|dateofbirth|birth[ _\-]?(?:date|day)|born|geb(?:oren|urtsdatum|urtstag|oortedatum)?"#
        + #"|né|née|(?:date|lieu)[ _\-]?de[ _\-]?naissance|naissance|fecha[ _\-]?de[ _\-]?(?:nacimiento|nac)|f\.?[ ]?nac(?:imiento)?|nacid[oa]|nacimiento"#
        + #"|data[ _\-]?de[ _\-]?nasc(?:imento)?|nascid[oa]|nascimento|data[ _\-]?di[ _\-]?nascita|nat[oa]|data[ _\-]?urodzenia|urodzon[yaeą]|ur"#
        + #"|födelsedatum|född|fødselsdato|født|syntymäaika|syntynyt|doğum[ _\-]?tarihi|datum[ _\-]?narození|narozena?|dátum[ _\-]?narodenia"#
        + #"|datum[ _\-]?rođenja|rođena?|születési[ _\-]?idő|data[ _\-]?nașterii|дата[ _\-]?рождения|дата[ _\-]?народження)\.?"#
        + #"(?:[ \t]{1,2}\([^)\n]{1,16}\))?(?:\\?["'*\])]){0,3}[ \t]{0,8}[:=|>,]?[ \t]{0,8}(?:\*\*[ \t]?)?(?:\\?["'])?"#
        + #"(?:(?i:(?:is|was|am|on|the|op|den|le|el|em|il|in|w|dnia|d\.)[ \t]{1,2})){0,2}"#
        + #"((?:\#(numeric))|\#(worded)|\#(twoDigitDay)([/.\- ])\#(twoDigitDay)\2[0-9]{2}|[0-9]{1,2}[. ]{1,2}[0-9]{1,2}[. ]{1,2}\#(year)|(?:19|20)[0-9]{6})(?![\-/.]?[0-9])"#,
      trigger: .phrases([
        "dob", "d.o.b", "date of birth", "day of birth", "dateofbirth", "birth date", "birthdate", "birthday", "birth day",
        "born", "geb", "geboren", "geburtsdatum", "geburtstag", "geboortedatum", "né", "née", "date de naissance",
        "naissance", "fecha de nacimiento", "fecha de nac", "f nac", "f. nac", "nacido", "nacida", "nacimiento",
        "data de nascimento", "data de nasc", "nascido", "nascida", "nascimento", "data di nascita", "nato", "nata",
        "data urodzenia", "urodzony", "urodzona", "ur", "födelsedatum", "född", "fødselsdato", "født", "syntymäaika",
        "syntynyt", "doğum tarihi", "datum narození", "narozen", "narozena", "dátum narodenia", "datum rođenja", "rođen",
        "rođena", "születési idő", "data nașterii", "дата рождения", "дата народження",
      ]), validator: .date, score: 0.95),
  ]

  private static let monthWords = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "januar", "jänner",
    "februar", "märz", "mai", "juni", "juli", "oktober", "dezember", "januari", "februari", "maart", "mei", "augustus",
    "janvier", "février", "mars", "avril", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre",
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre",
    "diciembre", "janeiro", "fevereiro", "março", "maio", "junho", "julho", "setembro", "outubro", "novembro", "dezembro",
    "gennaio", "febbraio", "aprile", "maggio", "giugno", "luglio", "settembre", "ottobre", "dicembre", "styczeń", "luty",
    "marzec", "kwiecień", "maj", "czerwiec", "lipiec", "sierpień", "wrzesień", "październik", "listopad", "grudzień",
    "stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia", "września", "października",
    "listopada", "grudnia",
  ]
}
