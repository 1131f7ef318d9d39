/// Street addresses as they are written in the countries of the built-in languages, post-office boxes and postcodes.
///
/// Each pattern covers as much of an address as stands together: street and number, then unit, town and postcode on the
/// same line or the next.
extension Catalogue {
  static let addresses = [
    // 123 Main Street; 12 rue de la Paix; 2603 Camino Ramon
    Rule(
      "address-number-first", .address,
      pattern: #"""
        [1-9][0-9]{0,5}+(?:-[0-9]{1,5})?(?:[A-Za-z](?=[ ,])|[ ](?:1/2|bis|ter|quater|[A-D])(?=[ ,]))?,?[ ]{1,2}(?:\#
        (?:(?:[NSEW]{1,2}\.?|North|South|East|West)[ ])?(?:\#(word)|[0-9]{1,3}(?:st|nd|rd|th))[ ]{1,2}(?:(?:\#(word)\#
        |of|the|de|la|del)[ ]{1,2}){0,3}?\#(streetType)(?:[ ][NSEW]{1,2}(?!\w))?|(?:\#
        (?!\#(notStreetName))[a-z]{3,20}[ ]){1,2}(?:street|avenue|road|boulevard|lane)(?!\w)|Broadway|(?:\#
        (?i:\#(frenchType))|(?:El[ ])?Camino|Via|Calle|Avenida|Paseo)[ ]\#(romanceName))(?:\#(unit)){0,2}\#
        (?:\#(american)|\#(commonwealth)|\#(continental)(?:[ ](?i:cedex)(?:[ ][0-9]{1,2})?)?)?(?!\w)\#(definitions)
        """#,
      trigger: .digits(1, within: 6), score: 0.85),
    // Rue, calle, via, rua, … before the name, the number behind it.
    Rule(
      "address-street-word", .address,
      pattern: #"""
        (?:(?i:\#(frenchTypeAlone)|calle|c/|avenida|avda?\.?|av\.|paseo|plaza|pza\.?|carretera|ctra\.?|camino|ronda\#
        |travesía|glorieta|rambla|carrer|avinguda|passeig|rua|travessa|praça|alameda|estrada|rodovia|calçada)|Via|VIA\#
        |Viale|V\.le|Piazza|P\.zza|P\.za|Piazzale|Corso|C\.so|Largo|Vicolo|Strada|Lungomare|via\#
        (?=[^\n]{3,60}[0-9]{5})|[Ll]aan[ ]van)(?:[ ]|(?<=/))\#(romanceName),?[ ](?:(?i:n[o.r]{0,2}|núm\.?|num\.?\#
        |km)[ ]?)?(?:\#(number)|s/n)(?:,[ ][0-9]{1,2}[o°]?[ ]?[A-Za-z]?(?![\w.]))?(?:\#(unit)){0,3}(?:\#(continental)\#
        |[ ]?-[ ]\#(town))?(?!\w)\#(definitions)
        """#,
      trigger: .phrases([
        "rue", "avenue", "boulevard", "bd", "bld", "allée", "impasse", "chemin", "quai", "route", "place", "calle",
        "c/", "avenida", "avda", "avd", "av", "paseo", "plaza", "pza", "carretera", "ctra", "camino", "ronda",
        "travesía", "glorieta", "rambla", "carrer", "avinguda", "passeig", "rua", "travessa", "praça", "alameda",
        "estrada", "rodovia", "calçada", "via", "viale", "v.le", "piazza", "p.zza", "p.za", "piazzale", "corso",
        "c.so", "largo", "vicolo", "strada", "lungomare", "laan van",
      ]), score: 0.8),
    Rule(
      "address-polish", .address,
      pattern: #"""
        (?<!et[ ])(?i:ul\.?|ulica|ulicy|ulicę|al\.|aleja|aleje|alei|pl\.|plac|placu|os\.|osiedle|osiedlu)[ ]\#
        (?:[0-9]{1,2}[ ])?(?:(?:\#(word)|i|im\.|gen\.|ks\.|św\.|bł\.|prof\.|dr|marsz\.|płk\#
        |abp)[ ]){0,3}\#(word)[ ][0-9]{1,4}[A-Za-z]?(?:[ ]?[/\-][ ]?[0-9]{1,4}[A-Za-z]?)?(?:[ ](?:m\#
        |lok)\.?[ ]?[0-9]{1,4})?(?:\#(continental))?(?!\w)\#(definitions)
        """#,
      trigger: .phrases([
        "ul", "ulica", "ulicy", "ulicę", "al.", "aleja", "aleje", "alei", "pl.", "plac", "placu", "os.", "osiedle",
        "osiedlu",
      ]), score: 0.85),
    // Hauptstraße 5, Am Alten Markt 3, Kerkstraat 12: common names without more.
    Rule(
      "address-germanic", .address,
      pattern: #"""
        (?:[\#(letters).'\-]{2,24}+[ ]){0,2}[\#(letters).'\-]{3,40}+[ ]\#(number)(?:\#(unit))?(?:\#(continental))?\#
        (?!\w)\#(definitions)
        """#,
      trigger: .phrases(Streets.names), score: 0.75),
    // Any street, when a postcode and a town follow.
    Rule(
      "address-germanic-place", .address,
      pattern: #"""
        (?=[\#(capitals)]\#(plain){3,60}+[0-9]{1,4}(?:[ ]?[A-Za-z])?(?:,|[ ]?\r?\n))\#
        (?:[\#(capitals)][\#(letters).\-]{1,30}+[ ]){0,2}[\#(capitals)][\#(letters).\-]{2,40}+[ ]{1,2}\#(number)\#
        (?:\#(unit))?(?:,[ ]{0,2}|,?[ ]{0,2}\r?\n[ \t]{0,8})(?:(?:A|B|CH|D|NL)-)?(?:[0-9]{5}|(?!19|20)[1-9][0-9]{3}\#
        |[1-9][0-9]{3}[ ]?(?!S[ADS])[A-Z]{2})[ ]{1,2}\#(town)(?!\w)\#(definitions)
        """#,
      trigger: .digits(6, within: 32), score: 0.8),
    // State and ZIP code where the street is not recognised.
    Rule(
      "address-american-place", .address, pattern: #"\#(states),?[ ]{1,2}[0-9]{5}(?:-[0-9]{4})?(?![0-9])"#,
      trigger: .digits(5, within: 8), score: 0.7),
    Rule(
      "address-postcode", .address, pattern: "(?:\(britishPostcode("[ ]"))|\(canadianPostcode("[ ]")))",
      trigger: .digits(2, within: 6), score: 0.6),
    Rule(
      "address-po-box", .address,
      pattern: #"""
        (?:(?i:p\.?[ ]?o\.?[ ]?box|post[ ]office[ ]box|postfach|postbus|boîte postale|apartado(?: de correos\#
        | postal)?|apdo\.?|casella postale|caixa postal|skrytka pocztowa|postboks)|B\.P\.)[ ]{1,2}(?:(?i:no\#
        |nr)\.?[ ])?[0-9](?:[ ]?[0-9]){0,6}(?:\#(american)|\#(commonwealth)|\#(continental))?(?!\w)\#(definitions)
        """#,
      trigger: .phrases([
        "po box", "p.o. box", "p.o box", "post office box", "postfach", "postbus", "boîte postale", "apartado", "apdo",
        "casella postale", "caixa postal", "skrytka pocztowa", "postboks", "b.p.",
      ]), score: 0.8),
    Rule(
      "address-postcode-labelled", .address,
      pattern: #"""
        (?i:zip(?:[ _\-]?code)?|post(?:al)?[ _\-]?code|plz|postleitzahl|code[ _]postal|c[óo]digo[ _]postal|c\.?p\#
        |cap(?=\W{1,12}[0-9]{5})|cep|kod[ _]pocztowy|postnummer)\.?\#(sign)(?:\\?["'])?([0-9]{5}(?:-[0-9]{3,4})?\#
        |[0-9]{2}-[0-9]{3}|\#(dutchPostcode)|\#(britishPostcode("[ ]?"))|\#(canadianPostcode("[ ]?"))|[0-9]{4}\#
        (?:-[0-9]{3})?|[0-9]{3}[ ][0-9]{2})(?!\w)
        """#,
      trigger: .phrases([
        "zip", "zipcode", "postal code", "post code", "postcode", "postalcode", "plz", "postleitzahl", "code postal",
        "código postal", "codigo postal", "cp", "c.p", "cap", "cep", "kod pocztowy", "postnummer",
      ]), score: 0.65),
    // All that follows a label, as long as it has a number and words, up to the end of the sentence. Not the address of
    // a mailbox, a machine or a wallet.
    Rule(
      "address-labelled", .address,
      pattern: #"""
        (?<!mail[ _\-])(?<![Ii][Pp][ _\-])(?<![Aa][Cc][ _\-])(?<!web[ ])(?<!wallet[ _\-])(?<!network[ ])(?i:address\#
        |adresse|anschrift|adres|dirección|direccion|domicilio|endereço|morada|indirizzo|residenza|wohnanschrift\#
        |woonadres|ship to|bill to|deliver to)(?:[ _](?i:postale?|zamieszkania|fiscal|line))?(?:[ _]?[12])?\#(sign)\#
        (?:\\?["'])?((?=[^\n"|<>;]{0,120}[0-9])(?=[^\n"|<>;]{0,120}[\#(letters)]{3})[\#(letters)0-9]\#
        (?:[^\n"|<>;@\t.\\]|\.(?![ ]{1,3}[\#(capitals)][\#(letters)]{1,20}[ ,:]|[ ]{0,3}\r?(?:\n|$)\#
        |["'\\])){5,140}(?<![ ,]))
        """#,
      trigger: .phrases([
        "address", "adresse", "anschrift", "adres", "dirección", "direccion", "domicilio", "endereço", "morada",
        "indirizzo", "residenza", "wohnanschrift", "woonadres", "ship to", "bill to", "deliver to",
      ]), boundary: .none, score: 0.7),
  ]
}

// MARK: - Parts

extension Catalogue {
  /// A word with a capital, with hyphens, apostrophes and abbreviations: `Saint-Denis`, `St.`, `O'Hara`.
  private static let word = #"[\#(capitals)][\#(letters)'.\-]{0,30}"#
  /// A comma, a line end or both between the parts of an address, and a town: used so often that ``definitions`` has
  /// them once for each pattern.
  private static let gap = "(?&gap)"
  private static let town = "(?&town)"
  private static let definitions =
    #"""
    (?(DEFINE)(?<gap>,?[ ]{0,2}\r?\n[ \t]{0,8}|,[ ]{0,2}|[ ]{1,2}(?:-[ ])?)\#
    (?<town>[\#(capitals)][\#(letters)'.\-]{1,30}(?<![.'\-])(?:(?:[ ](?:de|del|la|le|les|sur|am|an|der|im|bei|aan\#
    |den|in|di|do|da|dos|y|upon|on|ob)){0,3}[ ][\#(capitals)][\#(letters)'\-]{1,30}(?<!['\-])){0,2}))
    """#
  /// Letters, spaces, apostrophes, hyphens and full stops: what the words before a house number consist of. All beyond
  /// ASCII counts, since a class of few bytes is matched far faster.
  private static let plain = #"[^\x00-\x1F!-&(-,/-@\[-`{-~]"#
  private static let number =
    #"[0-9]{1,5}(?:[ ]?[A-Za-z](?![\w\#(letters)]))?(?:[ ]?[\-/][ ]?[0-9]{1,4}[A-Za-z]?(?!\w))?"#

  /// Apartment, floor, …: `Apt 4B`, `#12`, `2. OG` is left out.
  private static let unit =
    #"""
    (?:,?[ ]{1,2}(?:#[ ]?|(?i:apt|apartment|suite|ste|unit|floor|fl|room|rm|flat|bldg|building|wohnung|bus|boîte\#
    |bte|piso|pta|puerta|esc|escalera|bloque|portal|planta|andar|apto|interno|int|scala|m|lok|lokal|étage\#
    |appt)\.?[ ]?(?:#|no\.?)?[ ]?)[0-9A-Za-z][0-9A-Za-z\-]{0,5}(?!\w))
    """#

  private static let states =
    #"""
    (?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[AT]\#
    |W[AIVY]|Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho\#
    |Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi\#
    |Missouri|Montana|Nebraska|Nevada|New[ ](?:Hampshire|Jersey|Mexico|York)|(?:North|South)[ ](?:Carolina|Dakota)\#
    |Ohio|Oklahoma|Oregon|Pennsylvania|Rhode[ ]Island|Tennessee|Texas|Utah|Vermont|Virginia|Washington\#
    |West[ ]Virginia|Wisconsin|Wyoming)
    """#
  private static func britishPostcode(_ space: String) -> String {
    #"""
    (?:A[BL]|B[ABDHLNRST]?|C[ABFHMORTVW]|D[ADEGHLNTY]|E[CHNX]?|F[KY]|G[LUY]?|H[ADGPRSUX]|I[GMPV]|JE|K[ATWY]\#
    |L[ADELNSU]?|M[EKL]?|N[EGNPRW]?|O[LX]|P[AEHLOR]|R[GHM]|S[AEGKLMNOPRSTWY]?|T[ADFNQRSW]|UB|W[ACDFNRSV]?|YO\#
    |ZE)[0-9][0-9A-Z]?\#(space)[0-9][ABD-HJLNP-UW-Z]{2}(?!\w)
    """#
  }
  private static func canadianPostcode(_ space: String) -> String {
    #"[ABCEGHJ-NPRSTVXY][0-9][A-Z]"# + space + #"[0-9][A-Z][0-9](?!\w)"#
  }
  private static let dutchPostcode = #"[1-9][0-9]{3}[ ]?(?!S[ADS])[A-Z]{2}(?!\w)"#

  /// What follows a street in the United States: town, state and ZIP code.
  private static let american =
    #"""
    (?:(?:\#(gap)\#(town))?,?[ ]{0,2}\r?\n?[ ]{0,2}(?<=[ ,\n])\#(states)\.?,?[ ]{1,2}[0-9]{5}(?:-[0-9]{4})?\#
    (?![0-9])(?:,[ ](?:USA|United States)(?:[ ]of[ ]America)?)?)
    """#
  /// In the United Kingdom, Canada and Australia.
  private static let commonwealth =
    #"""
    (?:(?:\#(gap)\#(town)){0,3}?\#(gap)(?:\#(britishPostcode("[ ]?"))|(?:\#(town)[ ,]{1,2})?\#
    (?:[A-Z]{2},?[ ])?\#(canadianPostcode("[ ]?"))|\#(town)[ ,]{1,2}(?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT)[ ][0-9]{4}\#
    (?![0-9])))
    """#
  /// On the continent, where the postcode stands before the town.
  private static let continental =
    #"""
    (?:\#(gap)(?:\#(town)\#(gap))?(?:(?:A|B|CH|D|DK|E|F|FIN|I|L|N|NL|P|PL|S)-)?(?:(?:\#(dutchPostcode)\#
    |[0-9]{2}-[0-9]{3}|[0-9]{4}-[0-9]{3}|[0-9]{5}-[0-9]{3}|[0-9]{3}[ ][0-9]{2}|[0-9]{5})(?![\w\-])(?:(?:[ ]{1,2}\#
    |,[ ])(?:-[ ])?\#(town)(?:[ ]\([A-Z]{2}\)|[ ][A-Z]{2}(?!\w))?)?|[1-9][0-9]{3}[ ]{1,2}\#(town)))
    """#

  private static let streetType =
    #"""
    (?:(?:Street|STREET|Avenue|AVENUE|Road|ROAD|Boulevard|BOULEVARD|Lane|LANE|Drive|DRIVE|Court|COURT|Place|PLACE\#
    |Square|SQUARE|Terrace|TERRACE|Parkway|Circle|CIRCLE|Highway|HIGHWAY|Way|WAY|Trail|Close|Crescent|Gardens|Grove\#
    |Mews|Row|Walk|Alley|Hill|Quay|Turnpike|Loop|Plaza|Crossing|Ridge|Bend|street|avenue|road|boulevard)(?!\w)|\#
    (?:St|ST|Ave|AVE|Rd|RD|Blvd|BLVD|Ln|LN|Dr|DR|Ct|CT|Pl|PL|Sq|SQ|Ter|Pkwy|PKWY|Cir|Hwy|HWY|Trl|Cres|Tpke)\#
    (?!\w)\.?)
    """#
  /// Words before `street` and `road` in lower case that are no name: `two blocks down the road`.
  private static let notStreetName =
    #"""
    (?:the|an|this|that|of|on|in|for|per|down|up|along|off|to|from|and|or|more|miles?|blocks?|minutes?|hours?|days?\#
    |meters?|feet|lanes?|way|cars?|persons?|people|man|year|old|dirt|gravel|busy|quiet|side|cross|single|double|new\#
    |main roads?|long|other|different|across|by|at|with|high|open)(?!\w)
    """#
  private static let frenchType =
    #"""
    (?:rue|avenue|av\.?|boulevard|bd\.?|bld\.?|place|pl\.|allée|allee|impasse|chemin|quai|cours|route|square\#
    |passage|sentier|résidence|esplanade|promenade|faubourg)
    """#
  private static let frenchTypeAlone =
    #"(?:rue|avenue|boulevard|bd\.?|bld\.?|allée|impasse|chemin|quai|(?:route|place)(?=[ ](?:de|du|des|d'|la|le|l')))"#
  /// `de la Paix`, `Gran Vía`, `XX Settembre`: the last word has a capital.
  private static let romanceName =
    #"""
    (?:(?:(?:de|del|de la|de las|de los|du|des|la|le|les|los|las|el|da|do|dos|das|della|dei|degli|di|van|den|en|y|e\#
    |et|sur|aux?|[\#(capitals)][\#(letters)'.\-]{0,30}|[0-9]{1,2})[ ]|de l'|d'|l'\#
    |dell'){0,6}[\#(capitals)][\#(letters)'\-]{0,30})
    """#
}
