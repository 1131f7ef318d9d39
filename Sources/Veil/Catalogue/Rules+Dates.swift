/// Dates, time stamps and dates of birth.
extension Catalogue {
  static let dates = [
    Rule(
      "date", .date,
      pattern: #"""
        \#(start)(?:(?:\#(numeric)|\#(twoDigitDay)/\#(twoDigitDay)/[0-9]{2}(?![/0-9]))\#(time)|\#(year)(?:0[1-9]\#
        |1[0-2])\#(twoDigitDay)T[0-9]{4,6}Z?)\#(end)
        """#,
      trigger: .digits(6, within: 10), validator: .date, score: 0.6),
    // 1 April; 1. April 1980; 1 de abril de 1980; 1st of Apr. 1980; 10/Oct/2000:13:55:36 +0000; 2024年1月15日
    Rule(
      "date-day-month", .date,
      pattern: #"""
        \#(start)(\#(day)(?:\#(ordinal)[ ](?:of[ ]|de[ ])?(?:\#(months)|\#(shortMonths)\.?)(?:,?[ ](?:de[ ]\#
        |del[ ])?\#(year))?\#(time)|([\-/ ])(?:\#(shortMonths)|\#(months))\2\#(year)\#
        (?::[0-2][0-9]:[0-5][0-9]:[0-6][0-9](?:[ ][+\-][0-9]{4})?|\#(time))|-\#(shortMonths)-[0-9]{2})\#
        |\#(year)年[ ]?\#(day)月[ ]?\#(day)日\#(time))(?![0-9])
        """#,
      trigger: .phrases(dayMonthPhrases), validator: .date, score: 0.6),
    // April 1, 1980; April 1; April 1980; Apr 1 13:55:36 1980
    Rule(
      "date-month-day", .date,
      pattern: #"""
        (?:\#(englishMonths)[ ]{1,2}\#(day)(?:st|nd|rd|th)?(?:,?[ ]\#(year))?|\#(shortMonths)\.?[ ]{1,2}\#(day)(?:st\#
        |nd|rd|th)?(?:,?[ ]\#(year)|[ ](?:[0-2][0-9]:[0-5][0-9]:[0-6][0-9])(?:[ ]\#(year))?)?|(?!Mars)\#(months)\#
        (?:,?[ ](?:de[ ]|del[ ]|of[ ])?\#(year)))\#(time)(?![0-9%]|[.,][0-9])
        """#,
      trigger: .phrases(monthNames + shortMonthNames), validator: .date, score: 0.6),
    Rule(
      "date-of-birth", .dateOfBirth,
      pattern: #"""
        (?i:d\.?o\.?b|(?:date|day)[ _\-]?of[ _\-]?birth|birth[ _\-]?(?:date|day)|born|geb(?:oren|urtsdatum|urtstag\#
        |oortedatum)?|né|née|date[ _\-]?de[ _\-]?naissance|naissance|fecha[ _\-]?de[ _\-]?nac(?:imiento)?\#
        |f\.?[ ]?nac(?:imiento)?|nacid[oa]|nacimiento|data[ _\-]?de[ _\-]?nasc(?:imento)?|nascid[oa]|nascimento\#
        |data[ _\-]?di[ _\-]?nascita|nat[oa]|data[ _\-]?urodzenia|urodzon[ya]|ur|födelsedatum|född|fødselsdato|født\#
        |syntymäaika|syntynyt|doğum[ _\-]?tarihi|datum[ _\-]?narození|narozena?|dátum[ _\-]?narodenia\#
        |datum[ _\-]?rođenja|rođena?|születési[ _\-]?idő|data[ _\-]?nașterii|дата[ _\-]?рождения\#
        |дата[ _\-]?народження)\.?(?:[ \t]{1,2}\([^)\n]{1,16}\))?(?:\\?["'*\])]){0,3}[ \t]{0,8}[:=|>,]?[ \t]{0,8}\#
        (?:\*\*[ \t]?)?(?:\\?["'])?(?:(?i:(?:is|was|am|on|the|op|den|le|el|em|il|in|w|dnia|d\.)[ \t]{1,2})){0,2}(\#
        (?:\#(numeric))|\#(worded)|\#(twoDigitDay)([/.\- ])\#(twoDigitDay)\2[0-9]{2}\#
        |[0-9]{1,2}[. ]{1,2}[0-9]{1,2}[. ]{1,2}\#(year)|(?:19|20)[0-9]{6})(?![\-/.]?[0-9])
        """#,
      trigger: .phrases([
        "dob", "d.o.b", "date of birth", "day of birth", "dateofbirth", "birth date", "birthdate", "birthday",
        "birth day", "born", "geb", "geboren", "geburtsdatum", "geburtstag", "geboortedatum", "né", "née",
        "date de naissance", "naissance", "fecha de nacimiento", "fecha de nac", "f nac", "f. nac", "nacido", "nacida",
        "nacimiento", "data de nascimento", "data de nasc", "nascido", "nascida", "nascimento", "data di nascita",
        "nato", "nata", "data urodzenia", "urodzony", "urodzona", "ur", "födelsedatum", "född", "fødselsdato", "født",
        "syntymäaika", "syntynyt", "doğum tarihi", "datum narození", "narozen", "narozena", "dátum narodenia",
        "datum rođenja", "rođen", "rođena", "születési idő", "data nașterii", "дата рождения", "дата народження",
      ]), validator: .date, score: 0.95),
  ]
}

// MARK: - Parts

extension Catalogue {
  private static let day = #"(?:0?[1-9]|[12][0-9]|3[01])"#
  private static let twoDigitDay = #"(?:0[1-9]|[12][0-9]|3[01])"#
  private static let year = #"(?:1[5-9]|20|21)[0-9]{2}"#
  /// The time of day and zone that make a date a time stamp.
  private static let time =
    #"""
    (?:(?:T|,?[ ])(?:[01]?[0-9]|2[0-4]):[0-5][0-9](?::[0-6][0-9](?:[.,][0-9]{1,9})?)?(?:[ ]?\#
    (?:[AaPp]\.?[Mm]\b\.?))?(?:[ ]?(?:Z|UTC|GMT)\b|[ ]?[+\-](?:0[0-9]|1[0-4]):?[0-5][0-9])?)?
    """#
  /// Not inside another number.
  private static let start = #"(?<![0-9][\-/.])(?<![0-9]:)"#
  private static let end = #"(?![\-/:]?[0-9]|\.[0-9])"#
  private static let ordinal = #"(?:st|nd|rd|th|\.|er|o|a)?"#

  /// Year first, or day or month first; which is which the validator tries.
  private static let numeric =
    #"""
    \#(year)(?:-(?:0[1-9]|1[0-2])-\#(twoDigitDay)|/\#(day)/\#(day)|\.(?:0[1-9]|1[0-2])\.\#(twoDigitDay))|\#(day)\#
    (?:/\#(day)/|\.[ ]?\#(day)\.[ ]?|-\#(day)-)\#(year)
    """#

  /// With the month in words: `1 April 1980`, `1 de abril de 1980`, `April 1st, 1980`, `1-Apr-80`.
  private static let worded =
    #"""
    \#(day)\#(ordinal)(?:[ ](?:of[ ]|de[ ])?(?:\#(months)|\#(shortMonths)\.?),?[ ](?:de[ ]|del[ ])?\#(year)\#
    |[\-/ ]?\#(shortMonths)[\-/ ]?(?:\#(year)|[0-9]{2}))|(?:\#(englishMonths)|\#(shortMonths)\.?)[ ]{1,2}\#(day)\#
    (?:st|nd|rd|th)?,?[ ]\#(year)
    """#

  private static let english = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]
  /// Only with a capital those that are also words.
  private static let englishMonths =
    #"(?:(?i:january|february|april|june|july|august|september|october|november|december)|March|MARCH|May|MAY)"#
  private static let iberian = [
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "setiembre", "octubre",
    "noviembre", "diciembre", "janeiro", "fevereiro", "março", "maio", "junho", "julho", "setembro", "outubro",
    "novembro", "dezembro",
  ]
  /// Languages that put a full stop behind the day.
  private static let stopped = [
    "januar", "jänner", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober", "november",
    "dezember", "marts", "maj", "december", "desember",
  ]
  private static let otherMonths = [
    "maerz", "januari", "februari", "maart", "mei", "augustus", "janvier", "février", "fevrier", "mars", "avril",
    "juin", "juillet", "août", "aout", "septembre", "octobre", "novembre", "décembre", "decembre", "gennaio",
    "febbraio", "aprile", "maggio", "giugno", "luglio", "settembre", "ottobre", "dicembre", "stycznia", "lutego",
    "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia", "września", "wrzesnia", "października",
    "pazdziernika", "listopada", "grudnia",
  ]
  /// Polish months that stand alone, without a day.
  private static let nominative = [
    "styczeń", "luty", "marzec", "kwiecień", "czerwiec", "lipiec", "sierpień", "wrzesień", "październik", "listopad",
    "grudzień",
  ]
  private static let shortMonthNames = [
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "okt", "dez",
  ]
  private static let dayMonths = Array(Set(english + iberian + stopped + otherMonths)).sorted()
  private static let monthNames = dayMonths + nominative

  /// A day and a month as one phrase each, so that a number alone starts nothing.
  private static let dayMonthPhrases: [String] = {
    var phrases: [String] = []
    for day in 1...31 {
      let ordinal = "\(day)" + ((11...13).contains(day) ? "th" : ["th", "st", "nd", "rd"][day % 10 < 4 ? day % 10 : 0])
      let padded = day < 10 ? "0\(day)" : "\(day)"
      for month in english {
        phrases += ["\(ordinal) \(month)", "\(ordinal) of \(month)", "\(day) of \(month)"]
        if day < 10 { phrases.append("\(padded) \(month)") }
      }
      for month in shortMonthNames {
        phrases += ["\(ordinal) \(month)", "\(padded)/\(month)"]
        if day < 10 { phrases.append("\(padded) \(month)") }
      }
      for month in dayMonths + shortMonthNames { phrases.append("\(day) \(month)") }
      for month in iberian { phrases.append("\(day) de \(month)") }
      for month in stopped { phrases.append("\(day). \(month)") }
      if day == 1 { phrases += otherMonths.map { "1er \($0)" } }
    }
    return phrases + (1900...2099).map { "\($0)年" }
  }()
}
