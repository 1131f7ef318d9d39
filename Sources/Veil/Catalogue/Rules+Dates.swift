/// Dates and time stamps. Dates of birth and ages have a file of their own.
extension Catalogue {
  static let dates = plainDates + births + ages

  private static let plainDates = [
    Rule(
      "date", .date,
      pattern: #"""
        \#(start)(?:(?:\#(numericDate)|\#(twoDigitDay)/\#(twoDigitDay)/[0-9]{2}(?![/0-9]))\#(time)|\#(year)(?:0[1-9]\#
        |1[0-2])\#(twoDigitDay)T[0-9]{4,6}Z?)\#(end)
        """#,
      trigger: .digits(6, within: 10, run: 1...8, next: "-/.T "), validator: .date, score: 0.6),
    // Two digits of a year: 4.9.06 and 24-9-10 are versions and parts too, unless a word says that a day follows.
    Rule(
      "date-short-year", .date,
      pattern: #"""
        (?=[0-9]{1,2}[./\-][0-9]{1,2}[./\-][0-9]{2}(?![0-9]))(?<=\bon |\bam |\bvom |\bbis |\bden |\bder |\ble |\bdu \#
        |\bau |\bel |\bdía |\bdel |\bal |\bil |\bdal |\bop \#
        |\bvan |\bdia |\bdnia |\bem |\bdated |\bsince |\buntil |\bfrom |[Dd]ate: |[Dd]atum: |[Ff]echa: |[Dd]ata: )\#
        (?<!v )(\#(day)([./\-])(?:0?[1-9]|1[0-2])\g{-1}[0-9]{2}\#(time)\#(end))
        """#,
      trigger: .digits(4, within: 8, run: 1...2, next: "./-"), validator: .date, score: 0.55),
    // 1 April; 1. April 1980; 1 de abril de 1980; 1st of Apr. 1980; 10/Oct/2000:13:55:36 +0000; 2024年1月15日
    Rule(
      "date-day-month", .date,
      pattern: #"""
        (?=[0-9]{1,2}[a-zo.º°]{0,2}[ \-/][^\x00-\x40]\#
        |[12][0-9]{3}[^\x00-\x7F])\#(start)\#(noStreet)(\#(dayMonth)\#(time)\#
        |\#(day)(?:([\-/ ])(?:\#(Months.shortPattern)|\#(Months.pattern))\g{-1}\#(year)\#
        (?::[0-2][0-9]:[0-5][0-9]:[0-6][0-9](?:[ ][+\-][0-9]{4})?|\#(time))|-\#(Months.shortPattern)-[0-9]{2})\#
        |\#(eastern)\#(time))(?![0-9])
        """#,
      trigger: .digits(1, within: 2, run: 1...4, next: "abcdefghijklmnopqrstuvwxyz. -/º°年년"), validator: .date,
      score: 0.6),
    // April 1, 1980; April 1; April 1980; Apr 1 13:55:36 1980
    Rule(
      "date-month-day", .date, pattern: #"(?:\#(monthDay)|\#(monthYear))\#(time)(?![0-9%]|[.,][0-9])"#,
      trigger: .phrases(Months.all + Months.nominative + Months.short), validator: .date, score: 0.6),
    // Monday, 5 May 2024; Mittwoch, den 5.5.2024; Sat, 05 Apr 2024 10:00:00 +0000
    Rule(
      "date-weekday", .date,
      pattern: #"""
        \#(Months.weekdayPattern),?[ ](?:(?i:the|den|der|dem|le|el|il|op|dia|día)[ ])?(?:\#(numericDate)\#
        |\#(twoDigitDay)[./]\#(twoDigitDay)[./][0-9]{2}|\#(dayMonth)|\#(monthDay))\#(time)(?![0-9%]|[.,][0-9])
        """#,
      trigger: .phrases(Months.weekdays + Months.shortWeekdays.map { $0 + "," }), validator: .date, score: 0.65),
    // The first of May 1980; May the fourth; premier mai 1980
    Rule(
      "date-ordinal", .date,
      pattern: #"""
        (?:\#(Months.ordinalPattern)[ ](?:of[ ]|de[ ])?\#(Months.pattern)|\#(Months.englishPattern)[ ](?:the[ ])?\#
        \#(Months.ordinalPattern))(?:,?[ ](?:de[ ]|del[ ])?\#(year))?(?![0-9])
        """#,
      trigger: .phrases(Months.ordinalPhrases), validator: .date, score: 0.6),
    // 令和6年1月15日
    Rule(
      "date-era", .date,
      pattern: #"(?:令和|平成|昭和|大正)(?:元|[0-9]{1,2})年[ ]?(?:\#(day)月(?:[ ]?\#(day)日)?)?"#,
      trigger: .phrases(["令和", "平成", "昭和", "大正"]), boundary: .none, score: 0.7),
    // A year that a word makes one, at the end of what it belongs to: in 1974, and no 2000 patients. It names no one, so
    // that only a strict policy takes it.
    Rule(
      "date-year", .date,
      pattern: #"""
        (?=(?:19|20)[0-9]{2}[,;:)\]. \r\n])(?<=[Ii]n |[Ss]ince |[Uu]ntil |[Dd]uring |year |[Ee]n |[Dd]esde |hasta \#
        |año |ano |[Dd]epuis |année |[Ss]eit \#
        |Jahr |Jahre |Jahren |[Ss]inds |jaar |nel |[Dd]al |anno |roku |från |år |siden |vuonna |[0-9]{4} and \#
        |[0-9]{4} to \#
        |[0-9]{4} y |[0-9]{4} et |[0-9]{4} und )(?:19[0-9]{2}|20[0-4][0-9])(?=[,;:)\]]|\.(?![0-9])|[ ]?\r?\n|\z\#
        |[ ](?i:and|to|the|he|she|it|they|we|at|in|on|by|under|when|while|as|was|were|with|because|y|a|el|la|se|por|et\#
        |à|le|il|elle|und|bis|wurde|war|en|werd|w|i|och)[ ])
        """#,
      trigger: .digits(4, within: 4), score: 0.4),
  ]
}

// MARK: - Parts

extension Catalogue {
  static let day = #"(?:0?[1-9]|[12][0-9]|3[01])"#
  static let twoDigitDay = #"(?:0[1-9]|[12][0-9]|3[01])"#
  static let year = #"(?:1[5-9]|20|21)[0-9]{2}"#
  /// The time of day and zone that make a date a time stamp.
  private static let time =
    #"""
    (?:(?:T|,?[ ])(?:[01]?[0-9]|2[0-4]):[0-5][0-9](?::[0-6][0-9](?:[.,][0-9]{1,9})?)?(?:[ ]?\#
    (?:[AaPp]\.?[Mm]\b\.?))?(?:[ ]?(?:Z|UTC|GMT)\b|[ ]?[+\-](?:0[0-9]|1[0-4]):?[0-5][0-9])?)?
    """#
  /// Not inside another number.
  private static let start = #"(?<![0-9][\-/.])(?<![0-9]:)"#
  /// Streets are named after days.
  private static let noStreet =
    #"""
    (?<![Uu]l\. |[Aa]l\. |[Pp]l\. |[Oo]s\. |ulica |ulicy |Rua |Calle |[Rr]ue du |Via |Avenida |Av\. |Avda\. |Plaza \#
    |Piazza )
    """#
  private static let end = #"(?![\-/:]?[0-9]|\.[0-9])"#
  private static let ordinal = #"(?:st|nd|rd|th|\.|er|º|°|o|a)?"#

  /// Year first, or day or month first; which is which the validator tries.
  static let numericDate =
    #"""
    (?:\#(year)(?:-(?:0[1-9]|1[0-2])-\#(twoDigitDay)|/\#(day)/\#(day)|\.(?:0[1-9]|1[0-2])\.\#(twoDigitDay)|\#
    \.[ ]\#(day)\.[ ]\#(day)\b)|\#(day)(?:/\#(day)/|[ ]/[ ]\#(day)[ ]/[ ]|\.[ ]?\#(day)\.[ ]?|-\#(day)-)\#(year))
    """#
  /// A year behind a month, in full or `'98`.
  private static let yearAfter = #"(?:,?[ ](?:de[ ]|del[ ](?:año[ ])?|do[ ]ano[ ]de[ ])?\#(year)|,?[ ]'[0-9]{2})"#
  private static let dayMonth =
    #"""
    (?:\#(day)(?:st|nd|rd|th)[ ](?:of[ ])?(?:march|may)(?!\w)|\#(day)\#(ordinal)[ ](?:of[ ]\#
    |de[ ])?(?:(?:\#(Months.pattern)|\#(Months.shortPattern)\.?)\#(yearAfter)?\#
    |\#(Months.shortWithYearPattern)\.?[ ](?:de[ ])?\#(year)))
    """#
  private static let monthDay =
    #"""
    (?:\#(Months.englishPattern)[ ]{1,2}(?:the[ ])?\#(day)(?:st|nd|rd|th)?\#(yearAfter)?\#
    |(?:march|may)[ ](?:the[ ])?\#(day)(?:st|nd|rd|th)|(?<=\bon |\bby |from |until )(?:march\#
    |may)[ ]\#(day)(?![ ][a-z])\#
    |\#(Months.shortPattern)\.?[ ]{1,2}\#(day)(?:st|nd|rd|th)?\#
    (?:\#(yearAfter)|[ ](?:[0-2][0-9]:[0-5][0-9]:[0-6][0-9])(?:[ ]\#(year))?)?)
    """#
  private static let monthYear = #"(?!Mars)\#(Months.pattern)(?:,?[ ](?:de[ ]|del[ ](?:año[ ])?|of[ ])?\#(year))"#
  /// 2024年1月15日; 2024년 1월 15일
  private static let eastern = #"(?:\#(year)年[ ]?\#(day)月[ ]?\#(day)日|\#(year)년[ ]?\#(day)월[ ]?\#(day)일)"#

  /// All that has a day, a month and a year.
  static let fullDate =
    #"""
    (?:\#(numericDate)|\#(day)\#(ordinal)(?:[ ](?:of[ ]|de[ ])?(?:\#(Months.pattern)\#
    |\#(Months.shortWithYearPattern)\.?)\#(yearAfter)|[\-/ ]?\#(Months.shortPattern)[\-/ ]?(?:\#(year)|[0-9]{2}))\#
    |(?:\#(Months.englishPattern)|\#(Months.shortPattern)\.?)[ ]{1,2}\#(day)(?:st|nd|rd|th)?,?[ ]\#(year)|\#(eastern)\#
    |\#(Months.ordinalPattern)[ ](?:of[ ]|de[ ])?\#(Months.pattern)\#(yearAfter))
    """#
}
