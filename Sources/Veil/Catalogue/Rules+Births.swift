/// Dates of birth, told from other dates by what stands before them, and ages.
extension Catalogue {
  static let births = [
    // A label or a verb, then nothing with a digit in it, then the date; or the year alone.
    Rule(
      "date-of-birth", .dateOfBirth,
      pattern: #"""
        (?:(?i:\#(alternatives(birthLabels)))\.?(?:[^0-9\n]{0,40}?|[^0-9\n|]{0,24}?\r?\n[ \t|*"']{0,8})\#
        |(?i:\#(alternatives(birthVerbs)))\.?[^0-9\n;]{0,40}?)(?<![\w\-/.+])(?|(\#(fullDate)\#
        |\#(twoDigitDay)([/.\- ])\#(twoDigitDay)\g{-1}[0-9]{2}\#
        |[0-9]{1,2}[. ]{1,2}[0-9]{1,2}[. ]{1,2}\#(year)|(?:19|20)[0-9]{6})\#
        |(?<=[ :=|(.])((?:19|20)[0-9]{2}))(?![\-/.:]?[0-9]|[ ]?%)
        """#,
      trigger: .phrases(birthLabels + birthVerbs), validator: .date, score: 0.95),
    // (*12.03.1980), Jane Roe, * 12 March 1980, °12.3.1980. A star at the start of a line is a list.
    Rule(
      "date-of-birth-star", .dateOfBirth,
      pattern: #"""
        (?:(?<=[^\s*][ ,(\[][*°])|(?<=[^\s*][ ,(\[][*°][ ])|(?<=[*°])(?<![\w*][*°]))\#
        (\#(fullDate)|(?:19|20)[0-9]{2}(?=[,)\];]))(?![\-/.]?[0-9])
        """#,
      trigger: .digits(4, within: 20, behind: "*°"), validator: .date, score: 0.8),
  ]

  static let ages = [
    // 42 years old, 42-year-old, 42-jährige, 42 ans: what is said of people, not how long something takes.
    Rule(
      "age", .age,
      pattern: #"""
        (?=[1-9][0-9]{0,2}[ \-]?(?i:y|ja|jä|an|añ|la|le|år|vuo|mo|me|we|ma))\#
        (?<![0-9][.,:\-/])(?<![$€£+])(?:\#(ageNumber)[ \-]?(?i:\#(ageCertain))\#
        |(?:(?<=\#(ageBefore))|(?<=[(,] )(?=[0-9]{1,3}[ ]\w{2,6}[,)])|(?<=\())\#(ageNumber)[ ](?i:\#(ageUnits))\#
        (?![ ](?i:de (?!edad)|d'|di |da |later|ago|fa\b|atrás|zurück|geleden|temu|sedan|siden|sitten|lang\b)))
        """#,
      trigger: .digits(1, within: 3, run: 1...3, next: " -yYjJaAäÄlLåÅvVmMwW"), score: 0.75),
    // Forty-two years old
    Rule(
      "age-worded", .age,
      pattern: #"(?i:[a-z]{3,9}(?:[ -][a-z]{3,5})?[ -]years?(?:[ -]olds?|[ ]of[ ]age))"#,
      trigger: .phrases(wordedAges), score: 0.7),
    Rule(
      "age-labelled", .age,
      pattern: #"""
        (?<!max-)(?<!max_)(?<!min-)(?i:(?:(?:aged|age|âgée?|edad|leeftijd|idade|età|âge|ålder|ikä|wieku|возраст|ages)\#
        (?:\\?["'*\])]){0,3}(?:[ ](?i:of|is|was|de|di|d'|ca\.?|about|around|circa))?|(?:alter|wiek|alder|years old)\#
        (?:\\?["'*\])]){0,3}(?=[ ]?[:=|>]))(?:[ ]?\([^)\n0-9]{1,12}\))?[ \t]{0,4}[:=|>]{0,2}[ \t]{0,4}(?:\*\*[ ]?)?\#
        (?:\\?["'])?)((?:1[01])?[0-9]{1,2}(?:[ \-]?(?i:\#(ageCertain)|\#(ageUnits)|years?|yrs?|months?|weeks?|meses\#
        |mois|monate?|maanden|mesi|miesięcy))?)\#
        (?![\w%]|[.,:/\-][0-9]|[ ]?(?:-|–|to|and|or|bis|à|a|y)[ ]?[0-9]|[ ]?(?:days?|hours?|minutes?|seconds?|min\b\#
        |sec\b\#
        |ms\b|s\b))
        """#,
      trigger: .phrases([
        "aged", "age", "ages", "âgé", "âgée", "edad", "leeftijd", "idade", "età", "âge", "ålder", "ikä", "wieku",
        "возраст", "alter", "wiek", "alder",
      ]), score: 0.7),
  ]

  // MARK: Words

  /// What only a date of birth follows, also on the next line.
  private static let birthLabels = [
    "dob", "d.o.b", "date of birth", "day of birth", "dateofbirth", "birth date", "birthdate", "birthday", "birth day",
    "geburtsdatum", "geburtstag", "geb datum", "geboortedatum", "date de naissance", "naissance",
    "fecha de nacimiento", "fecha nacimiento", "fecha de nac", "f nac", "f. nac", "nacimiento",
    "data de nascimento", "data de nasc", "data nascimento", "nascimento", "data di nascita", "data urodzenia",
    "födelsedatum", "födelsetid", "fødselsdato", "fødselsdag", "syntymäaika", "syntymäpäivä", "fæðingardagur",
    "doğum tarihi", "datum narození", "dátum narodenia", "datum rođenja", "születési idő", "születési dátum",
    "data nașterii", "дата рождения", "дата народження", "дата на раждане", "ημερομηνία γέννησης", "生年月日", "出生日期",
    "생년월일", "תאריך לידה", "تاريخ الميلاد",
  ]
  /// Verbs: the place may stand between.
  private static let birthVerbs = [
    "born", "geb", "geboren", "geborene", "geborener", "né", "née", "nacido", "nacida", "nació", "nascido", "nascida",
    "nasceu", "nato", "nata", "ur", "urodzony", "urodzona", "urodził", "urodziła", "född", "født", "syntynyt",
    "narozen",
    "narozena", "rođen", "rođena", "fæddur", "fædd", "родился", "родилась",
  ]

  /// Behind a number these make it an age.
  private static let ageCertain =
    #"""
    years?[ \-]olds?|yrs?\.?[ \-]olds?|y/o|y\.o\.?|yo|years?[ ]of[ ]age|years?[ ]young|months?[ \-]olds?\#
    |weeks?[ \-]olds?|jahre[ ]alt|jährig(?:e[rnms]?)?|monate[ ]alt|jaar[ ]oud|jarige?n?|maanden[ ]oud|ans[ ]révolus\#
    |años[ ]de[ ]edad|meses[ ]de[ ]edad|anos[ ]de[ ]idade|anni[ ]d'età|anni[ ]di[ ]età|letni(?:ego|emu|m|a|ej|ą|e)?\#
    |latek|letek|år[ ]gam(?:mal|mel|le|la)|åri(?:g|ga|ge|ng|ngen)|vuotta[ ]vanha|vuotia(?:s|an|sta|at)\#
    |vuoden[ ]ikäi(?:nen|sen|stä)
    """#
  private static let ageUnits = #"jahren?|jahre|jaar|ans|años|anos|anni|lata?|år|vuotta"#
  private static let ageNumber = "(?:1[01])?[0-9]{1,2}"
  /// What an age in years follows, for a lookbehind.
  private static let ageBefore =
    #"""
    âgé de |âgée de |[Hh]omme de |[Ff]emme de |[Ff]ille de |[Gg]arçon de |[Pp]atient de |[Pp]atiente de |il a |elle a \#
    |j'ai |[Vv]arón de |[Mm]ujer de |[Pp]aciente de |[Nn]iño de |[Nn]iña de |[Hh]ombre de |[Tt]iene |[Tt]engo \#
    |cumplió \#
    |edad de |[Mm]ulher de |[Hh]omem de |[Tt]em |[Tt]enho |[Uu]omo di |[Dd]onna di |\bha |\bho |\bam |\bist |\bbin \#
    |\bben |\bär |wieku |\bma |\bmam |\bMam |\bis[ ]
    """#

  private static let wordedAges: [String] = {
    let ones = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    let teens = [
      "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ]
    let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    return (ones + teens + tens + tens.flatMap { ten in ones.map { "\(ten) \($0)" } }).flatMap { number in
      ["\(number) year old", "\(number) years old", "\(number) years of age"]
    }
  }()
}
