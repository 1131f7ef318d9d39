/// Street addresses as they are written in the countries of the built-in languages, post-office boxes and postcodes.
///
/// A rule finds a street by what its country puts first: the number, the word for street, or a name that ends in one.
/// What follows it is the same everywhere, see ``rest``: units, and a town with its postcode, on the line or the next.
extension Catalogue {
  static let addresses = streets + places

  private static let streets = [
    // 123 Main Street; 12 rue de la Paix; 2603 Camino Ramon; 4/22 Smith St; 12/3, MG Road
    Rule(
      "address-number-first", .address, pattern: #"\#(numberFirst)\#(rest)\#(addressParts)"#,
      trigger: .digits(1, within: 6, run: 1...6, next: houseNumberEnds), score: 0.85),
    // Flat 3, 22 Baker Street; Unit 4, 12 Smith St
    Rule(
      "address-unit-first", .address,
      pattern: #"""
        (?i:flat|apartment|apt|unit|suite|level|room|shop|office|floor)\.?[ ](?i:no\.?[ ]?|number[ ]|[#])?[0-9A-Z]\#
        [0-9A-Za-z\-]{0,5}(?:,[ ]?|[ ]?/[ ]?|[ ]-[ ]|[ ])(?:\#(addressWord)(?:[ ]\#(addressWord)){0,2},[ ])?\#
        \#(numberFirst)\#(rest)\#(addressParts)
        """#,
      trigger: .phrases(["flat", "apartment", "apt", "unit", "suite", "level", "room", "shop", "office", "floor"]),
      score: 0.85),
    // Flat No. 302, Rose Residency, Plot No. 12, Sector 5, Dwarka, New Delhi 110075: parts between commas, up to a PIN
    // code or, without one, up to a part that names a road or a quarter.
    Rule(
      "address-indian", .address,
      pattern: #"""
        (?i:flat|plot|house|h|door|d|shop|survey|sy|quarter|qtr)\.?[ ]?(?i:no|number|[#])\.?[ ]?[:\-]?[ ]?[0-9A-Z]\#
        [0-9A-Za-z\-/]{0,12}(?:(?:,[ ]?+|[ ]?\r?\n|[ ])(?:\#(wholeIndianPart)(?:,[ ]?+|[ ]?\r?\n)){0,8}?(?:\#(indianPart)|)\#
        (?:[ ]?[\-–,]?[ ]?|[ ]?(?i:pin(?:[ ]?code)?)[ ]?[:\-]?[ ]?)[1-9][0-9]{2}[ ]?[0-9]{3}(?![\-0-9])\#
        |(?:,[ ]?+|[ ])(?:\#(wholeIndianPart),[ ]?+){0,4}[^\n,;|<>"@:]{0,30}\b(?:Road|Rd|Nagar|Marg|Street\#
        |Sector[ \-][0-9A-Z]{1,4}\#
        |Colony|Layout|Enclave|Vihar|Phase[ \-]?[0-9IV]{1,3}|Cross|Chowk|Bagh|Society\#
        |Salai)(?:,[ ]\#(addressWord)){0,2})
        """#,
      trigger: .phrases([
        "flat no", "plot no", "house no", "h no", "h.no", "door no", "d no", "d.no", "shop no", "survey no", "sy no",
        "quarter no", "qtr no", "flat number", "plot number", "house number",
      ]), score: 0.8),
    // Rue, calle, via, rua, … before the name, the number behind it.
    Rule(
      "address-street-word", .address,
      pattern: #"""
        (?:(?i:\#(frenchTypeAlone)|calle|c[./]{1,2}|avenida|avda?\.?|avd\.?|av\.|paseo|p(?:a?s|z|za)?(?:eo|o)?\.\#
        |plaza|pza\.?|pz\.?\#
        |carretera|ctra\.?|crta\.?|camino|cmno\.?|ronda|travesía|trv\.?|glorieta|gta\.|rambla|carrer|avinguda|passeig\#
        |urb\.|urbanización|polígono|gran[ ]vía|barrio|rua|r\.|travessa|tv\.|praça|pça\.|pc\.|alameda|estrada|rodovia\#
        |rod\.|calçada|largo|beco|quadra)|Via|VIA|Viale|V\.le|Piazza|P\.zza|P\.za|Piazzale|Corso|C\.so|Largo|Vicolo\#
        |Strada|Lungomare|Contrada|via(?=[^\n]{3,60}[0-9]{5})|[Ll]aan[ ]van)(?:[ ]|(?<=[/.]))\#
        (?:\#(romanceName),?[ ]?\#(doorWord)(?<=[ ,.°]|[Nnº]o)(?:\#(houseNumber)|[Ss][ ]?/[ ]?[Nn]|s\.n\.\#
        |[Kk]m\.?[ ]?[0-9]{1,3})\#
        |(?<=[Cc]alle |C/ |[Aa]vda\. |[Aa]venida |[Aa]v\. |[Pp]aseo \#
        |[Pp]laza )[a-záéíóúñ ]{3,40},[ ]?[0-9]{1,4}(?![0-9.,]))\#
        (?:\#(spanishDoor)){0,3}\#(rest)\#(addressParts)
        """#,
      trigger: .phrases(streetWords), score: 0.8),
    Rule(
      "address-polish", .address,
      pattern: #"""
        (?<!et[ ])(?i:ul\.?|ulica|ulicy|ulicę|ulicą|al\.|aleja|aleje|alei|aleją|pl\.|plac|placu|placem|os\.|osiedle\#
        |osiedlu\#
        |rondo|skwer)[ ](?:[0-9]{1,2}(?:[ ]?-?go)?[ ])?(?:(?:\#(addressWord)|i|im\.|gen\.|ks\.|św\.|bł\.|prof\.|dr\#
        |marsz\.|płk\#
        |abp|kpt\.|hetm\.)[ ]){0,3}\#(addressWord)[ ][0-9]{1,4}[A-Za-z]?(?:[ ]?[/\-][ ]?[0-9]{1,4}[A-Za-z]?)?\#
        (?:[ ](?:m|lok)\.?[ ]?[0-9]{1,4}[A-Za-z]?)?\#(rest)\#(addressParts)
        """#,
      trigger: .phrases([
        "ul", "ulica", "ulicy", "ulicę", "ulicą", "al.", "aleja", "aleje", "alei", "aleją", "pl.", "plac", "placu",
        "placem", "os.", "osiedle", "osiedlu", "rondo", "skwer",
      ]), score: 0.85),
    // Hauptstraße 5, Kerkstraat 12, Drottninggatan 3, Mannerheimintie 5 A 12: names that end in a word for street; and
    // Berliner Straße 5, Karl Johans gate 12: that word by itself behind a name.
    Rule(
      "address-compound", .address,
      pattern: #"""
        (?=[\#(capitals)]\#(plain){3,60}+[0-9])(?:(?:(?:Am|An[ ]der|Auf[ ]der|In[ ]der|Zur|Zum|Alte[rn]?|Neue[rn]?\#
        |Große|Kleine|Lange|Obere|Untere|Groene\#
        |Oude|Nieuwe|Korte|Eerste|Tweede|Västra|Östra|Norra|Södra|Stora|Lilla|Store|Lille|Gamle\#
        |[\#(capitals)][\#(letters)]{2,20}er|St\.|Sankt\#
        |Dr\.)[ ]){0,2}[\#(capitals)][\#(letters)'.\-]{4,40}+\#(streetEnding)\#
        |(?:[\#(capitals)][\#(letters)'.\-]{1,24}+[ ]){1,3}(?:Straße|Strasse|Str\.|Weg|Platz|Allee|Chaussee|Gasse|Damm\#
        |Ufer|straat|laan|weg|plein|kade|gracht|gate|gata|gaten|vei|veien|väg|vägen|gatan|vej|gade|allé|plads|katu\#
        |tie))\#
        [ ]{1,2}\#(houseNumber)(?!\.[0-9]|[:%]|[ ]?(?:Uhr|km|kg|Euro|EUR|mm|cm|Prozent|years\#
        |Jahre)\b)\#(rest)\#(addressParts)
        """#,
      trigger: .digits(1, within: 30), score: 0.75),
    // Am Alten Markt 3, Kurfürstendamm 12: common names without such a word.
    Rule(
      "address-known-street", .address,
      pattern: #"""
        (?:[\#(letters).'\-]{2,24}+[ ]){0,2}[\#(letters).'\-]{3,40}+[ ]\#(houseNumber)(?!\.[0-9])\#
        \#(rest)\#(addressParts)
        """#,
      trigger: .phrases(Streets.names), score: 0.75),
    // Any street, when a postcode and a town follow.
    Rule(
      "address-street-place", .address,
      pattern: #"""
        (?=[\#(capitals)]\#(plain){3,60}+,?[ ]{0,2}[0-9]{1,4}(?:[ ]?[A-Za-z])?(?:[,.]?[ ]|,|[ ]?\r?\n))\#
        (?:[\#(capitals)][\#(letters).\-]{1,30}+[ ](?:(?:de|del|la|las|los|van|der|den|do|da|dos|av)[ ]){0,2}){0,3}\#
        [\#(capitals)][\#(letters).'\-]{2,40}+,?[ ]{1,2}(?:n[ro]?\.?[ ])?\#(houseNumber)(?:(?&unit)){0,3}\#
        (?:,[ ]{0,2}(?:-[ ])?|,?[ ]{0,2}\r?\n[ \t]{0,8}|\.?[ ](?:-[ ])?(?=[0-9A-Z\-]{5,8}[ ,]))\#
        (?:(?:A|B|CH|D|DK|E|FI|I|N|NL|NO|S|SE)-|CP[ ])?(?:[0-9]{5}(?![0-9\-])|(?<![ ])(?!19|20)[1-9][0-9]{3}(?=[ ])\#
        |(?<=[,\n] |[,\n])(?!19|20)[1-9][0-9]{3}(?=[ ])|[0-9]{3}[ ][0-9]{2}\#
        |[0-9]{2}-[0-9]{3}|\#(dutchPostcode))[ ]{1,2}\#(town)(?!\w)\#(addressParts)
        """#,
      trigger: .digits(6, within: 48), score: 0.8),
  ]

  private static let places = [
    // State and ZIP code where the street is not recognised.
    Rule(
      "address-american-place", .address, pattern: #"\#(states),?[ ]{1,2}[0-9]{5}(?:-[0-9]{4})?(?![0-9])"#,
      trigger: .digits(5, within: 8), score: 0.7),
    // Post offices of the United States' forces, and what stands before them in place of a street.
    Rule(
      "address-forces", .address,
      pattern: #"""
        (?:(?i:psc|cmr|unit|uss[ ]\#(addressWord))[ ](?:[0-9]{1,5},?[ ])?(?:(?i:box)[ ][0-9]{1,5})?(?:,[ ]?\#
        |[ ]?\r?\n|[ ]))?\#
        (?:APO|FPO|DPO),?[ ]A[EPA],?[ ]{1,2}[0-9]{5}(?:-[0-9]{4})?(?![0-9])
        """#,
      trigger: .phrases(["psc", "cmr", "unit", "uss", "apo", "fpo", "dpo"]), score: 0.75),
    // Other codes have the form of these, so that something near must speak of a place.
    Rule(
      "address-postcode", .address,
      pattern: "(?:\(britishPostcode("[ ]"))|\(canadianPostcode("[ ]"))|\(irishPostcode("[ ]")))",
      trigger: .digits(2, within: 7), score: 0.4,
      context: [Rule.Context(placeWords, before: 64, after: 24, weight: 0.25)]),
    Rule(
      "address-po-box", .address,
      pattern: #"""
        (?:(?i:(?:g\.?)?p\.?[ ]?o\.?[ ]?box|post[ ]office[ ]box|locked[ ]bag|private[ ]bag|postfach|postbus\#
        |antwoordnummer|boîte postale|case postale|apartado(?: de correos| postal)?|apdo\.?(?:[ ]de[ ]correos)?\#
        |casella postale|caixa postal|skrytka pocztowa|skr\.[ ]?poczt\.|postboks|postilokero|pósthólf\#
        |psc[ ][0-9]{1,5},?[ ]box)\#
        |B\.P\.|BP(?=[ ][0-9]{1,5}[ ,\n]{1,2}[0-9]{5}[ ])|C\.P\.(?=[ ][0-9]{1,5}[ ]?[,\n])\#
        |(?<!\w )Box(?=[ ][0-9]{1,5},[ ][0-9]{3}[ ][0-9]{2}[ ])\#
        |PL(?=[ ][0-9]{1,5},[ ][0-9]{5}[ ]))[ ]{1,2}(?:(?i:no|nr\#
        |n[o°])\.?[ ])?[0-9](?:[ ]?[0-9]){0,6}\#(rest)\#(addressParts)
        """#,
      trigger: .phrases([
        "po box", "p.o. box", "p.o box", "gpo box", "post office box", "locked bag", "private bag", "postfach",
        "postbus", "antwoordnummer", "boîte postale", "case postale", "apartado", "apdo", "casella postale",
        "caixa postal", "skrytka pocztowa", "skr. poczt.", "skr.poczt.", "postboks", "postilokero", "pósthólf", "b.p.",
        "bp", "c.p.", "box", "pl", "psc",
      ]), score: 0.8),
    Rule(
      "address-postcode-labelled", .address,
      pattern: #"""
        (?i:zip(?:[ _\-]?code)?|post(?:al)?[ _\-]?code|plz|postleitzahl|code[ _]postal|c[óo]digo[ _]postal|c\.?p\#
        |cap(?=\W{1,12}[0-9]{5})|cep|pin[ _\-]?code|eircode|kod[ _]pocztowy\#
        |postnummer)\.?\#(sign)(?:\\?["'])?([0-9]{5}(?:-[0-9]{3,4})?|[1-9][0-9]{2}[ ]?[0-9]{3}\#
        |\#(irishPostcode("[ ]?"))\#
        |[0-9]{2}-[0-9]{3}|\#(dutchPostcode)|\#(britishPostcode("[ ]?"))|\#(canadianPostcode("[ ]?"))|[0-9]{4}\#
        (?:-[0-9]{3})?|[0-9]{3}[ ][0-9]{2})(?!\w)
        """#,
      trigger: .phrases([
        "zip", "zipcode", "postal code", "post code", "postcode", "postalcode", "plz", "postleitzahl", "code postal",
        "código postal", "codigo postal", "cp", "c.p", "cap", "cep", "kod pocztowy", "postnummer", "pin code",
        "pincode",
        "eircode",
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

// MARK: - Streets

extension Catalogue {
  /// Number, then the name of a street.
  /// What may stand right behind the digits of a house number.
  private static let houseNumberEnds = " ,-/ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
  private static let numberFirst =
    #"""
    [1-9][0-9]{0,5}+(?:[\-/][0-9]{1,5}[A-Za-z]?)?(?:[A-Za-z](?=[ ,])|[ ](?:1/2|bis|ter|quater\#
    |[A-D])(?=[ ,]))?,?[ ]{1,2}\#
    (?:(?:(?:[NSEW]{1,2}\.?|North|South|East|West)[ ])?(?:\#(addressWord)|[0-9]{1,3}(?:st|nd|rd|th))[ ]{1,2}\#
    (?:(?:\#(addressWord)|of|the|de|la|del)[ ]{1,2}){0,3}?\#(streetType)(?:[ ][NSEW]{1,2}(?!\w))?|(?:\#
    (?!\#(notStreetName))[a-z]{3,20}[ ]){1,2}(?:street|avenue|road|boulevard|lane)(?!\w)|Broadway|(?:\#
    (?i:\#(frenchType))|(?:El[ ])?Camino|Via|Calle|Avenida|Paseo)[ ]\#(romanceName))
    """#
  private static let indianPart = #"[^\n,;|<>"@]{1,40}"#
  /// Up to the comma or line end behind it; nothing where it would be the space after a comma. Never tried in another
  /// way, since each part that can be doubles the ways for all.
  private static let wholeIndianPart = "(?>\(indianPart)|(?<=, ))"
  private static let streetType =
    #"""
    (?:(?:Street|STREET|Avenue|AVENUE|Road|ROAD|Boulevard|BOULEVARD|Lane|LANE|Drive|DRIVE|Court|COURT|Place|PLACE\#
    |Square|SQUARE|Terrace|TERRACE|Parkway|Circle|CIRCLE|Highway|HIGHWAY|Way|WAY|Trail|Close|Crescent|Gardens|Grove\#
    |Mews|Row|Walk|Alley|Hill|Quay|Turnpike|Loop|Plaza|Crossing|Ridge|Bend|Esplanade|Parade|Rise|Vale|Wharf|Cove\#
    |Causeway|Expressway|Freeway|Nagar|Marg|Chowk|Salai|Vihar|street|avenue|road|boulevard)(?!\w)|\#
    (?:St|ST|Ave|AVE|Rd|RD|Blvd|BLVD|Ln|LN|Dr|DR|Ct|CT|Pl|PL|Sq|SQ|Ter|Pkwy|PKWY|Cir|Hwy|HWY|Trl|Cres|Tpke|Tce|Pde\#
    |Gdns|Grv|Cl|Esp)(?!\w)\.?)
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
    |passage|sentier|résidence|esplanade|promenade|faubourg|lotissement|hameau)
    """#
  private static let frenchTypeAlone =
    #"(?:rue|avenue|boulevard|bd\.?|bld\.?|allée|impasse|chemin|quai|(?:route|place)(?=[ ](?:de|du|des|d'|la|le|l')))"#
  private static let streetWords = [
    "rue", "avenue", "boulevard", "bd", "bld", "allée", "impasse", "chemin", "quai", "route", "place", "calle", "c/",
    "c./", "c/.", "avenida", "avda", "avd", "av", "paseo", "pso.", "po.", "plaza", "pza", "pz", "carretera", "ctra",
    "crta", "camino", "ronda", "travesía", "glorieta", "rambla", "carrer", "avinguda", "passeig", "urb.",
    "urbanización", "polígono", "gran vía", "rua", "r.", "travessa", "praça", "alameda", "estrada", "rodovia",
    "calçada", "via", "viale", "v.le", "piazza", "p.zza", "p.za", "piazzale", "corso", "c.so", "largo", "vicolo",
    "strada", "lungomare", "contrada", "laan van",
  ]
  /// `de la Paix`, `Gran Vía`, `XX Settembre`, `11 de Septiembre`: the last word has a capital.
  private static let romanceName =
    #"""
    (?:(?:(?:de|del|de la|de las|de los|du|des|la|le|les|los|las|el|da|do|dos|das|della|dei|degli|di|van|den|en|y|e\#
    |et|sur|aux?|[\#(capitals)][\#(letters)'.\-]{0,30}|[0-9]{1,2})[ ]|de l'|d'|l'\#
    |dell'){0,6}[\#(capitals)][\#(letters)'\-]{0,30})
    """#
  /// Between name and number: `nº`, `núm.`, `km`, or nothing.
  private static let doorWord = #"(?:(?i:n[o.r°]{0,2}|núm\.?|num\.?|n[uú]mero)[ ]?)?"#
  /// Floor and door behind the number, as they are written in Spain: `, 3o B`, `, 1D`, `- P1 2B`, `Bajo A`.
  private static let spanishDoor =
    #"""
    (?:,[ ]?|[ ]-[ ]|[ ](?=[0-9]{1,2}\.?[oa°]))(?:P\.?[ ]?)?[0-9]{1,2}(?:\.?[oa°](?!\w))?(?:[ ,]{0,2}-?[ ]?\#
    (?:[0-9][oa°](?!\w)|[0-9]{0,1}[A-Za-z](?!\w|\.\w)|(?i:izqda|izda|izq|dcha|dch)(?!\w)\.?))?(?!\w|[.,:][0-9]\#
    |[ ]?[%€])\#
    |,?[ ](?:[Bb]ajo|Ático|[Áá]tico|Entlo\.|Pral\.)(?:[ ][A-Z](?!\w))?(?!\w)
    """#
  /// How the names of streets end in German, Dutch, Swedish, Norwegian, Danish, Finnish and Icelandic. Not the names of
  /// other things.
  private static let streetEnding =
    #"""
    (?<!Bahnhof|Parkplatz|Arbeitsplatz|Spielplatz|Sportplatz)(?<=straße|strasse|str\.|weg|gasse|platz|allee\#
    |chaussee|damm|ufer|steig|stieg|straat|laan|plein|kade|gracht|singel|dijk|dreef|steeg|gatan|gata|vägen|gränd\#
    |torget\#
    |stigen|gaten|veien|vegen|vei|gade|vej|stræde|torv|plads|katu|kuja|polku|raitti|kaari|tie|vegur|braut|stígur)
    """#
  private static let placeWords = [
    "address", "adresse", "postcode", "post code", "postal code", "zip", "eircode", "street", "road", "avenue", "lane",
    "county", "located", "delivery", "resides", "residing", "london", "manchester", "birmingham", "glasgow",
    "edinburgh", "cardiff", "belfast", "toronto", "montreal", "montréal", "vancouver", "ottawa", "calgary", "dublin",
    "ontario", "quebec", "québec", "england", "scotland", "wales", "canada", "ireland", "united kingdom",
  ]
}
