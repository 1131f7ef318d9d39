/// Telephone numbers: with country code, as they are dialled inside a country, and whatever a label calls one.
///
/// The patterns say what a number can look like, ``NumberingPlans`` says which ones exist.
extension Catalogue {
  static let phones = [
    Rule(
      "phone-international", .phone,
      pattern: #"""
        \(?\+[ ]?(?:1\)?\#(gap)\(?[2-9][0-9]{2}\)?\#(gap)[0-9]{3}\#(gap)[0-9]{4}|[1-9][0-9]{0,2}\)?\#(gap)\#
        \([0-9]{1,5}\)(?:\#(joint)[0-9]){3,11}|\#(NumberingPlans.world.internationalPattern(joint))\#
        |[1-9][0-9]{0,2}\)?(?:\#(joint)[0-9]){6,12})\#(`extension`)(?(DEFINE)(?<joint>\#
        (?:[ .\-/]{1,3}(?!(?:19|20)[0-9]{2}[\-/.][01][0-9][\-/.][0-3][0-9]))?))
        """#,
      trigger: .digits(8, within: 22), validator: .phone, score: 0.9),
    // Without a space or hyphen it is a number like any other, see below.
    Rule(
      "phone-00", .phone,
      pattern: #"""
        \#(notInDump)(?<![0-9][ .\-])(?:\(?00\)?[ ]?|\(?011\)?[ \-])[1-9][0-9]{0,2}[ .\-]{1,2}\(?[0-9]{1,5}\)?\#
        (?:[ .\-]?[0-9]){4,10}\#(noDumpBehind)\#(`extension`)
        """#,
      trigger: .digits(10, within: 22), validator: .phone, score: 0.8, context: phoneContext),
    Rule(
      "phone-american", .phone,
      pattern: #"""
        (?:(?:1[ .\-])?\([2-9][0-9]{2}\)[ ]?-?|(?:1-)?[2-9][0-9]{2}-|\#
        (?:1\.)?[2-9][0-9]{2}\.)[2-9][0-9]{2}[\-. ][0-9]{4}(?![.\-]?[0-9])\#(`extension`)
        """#,
      trigger: .digits(10, within: 15), validator: .phone, score: 0.85, context: phoneContext),
    // Numbers kept for examples, without their area code.
    Rule(
      "phone-example", .phone, pattern: #"(?<![0-9][ .\-/)])555[\-.]01[0-9]{2}(?![.\-]?[0-9])"#,
      trigger: .digits(7, within: 8), score: 0.7, context: phoneContext),
    // With a trunk prefix, or with an area code in brackets, in groups that are usual somewhere.
    Rule(
      "phone-trunk", .phone,
      pattern: #"""
        \#(notInDump)(?<![0-9][ .,:\-/])(?<![A-Za-z]-)(?!0[0-9]{4}-[0-9]{3}(?![0-9])\#
        |0[0-9]{3}[\-/][0-9]{4}(?![0-9]))(?:\((?:0[1-9]?[ \-]?[0-9]{0,4}|[1-9][0-9]{1,3})\)[ ]?[\-/]?[ ]?\#
        |0[1-9][0-9]{0,4}(?:[ ]?[/\-][ ]?|[ .])|(?:0|8|06|80)(?:[ ]|-|[ ]?(?=\())\(?0?[1-9][0-9]{0,4}\)?[ \-/])\#
        [0-9]{1,9}(?:(?:[ .\-]|[ ]-[ ])[0-9]{1,6}){0,5}(?![ .\-/]?[0-9]|:|-[A-Za-z])\#(noDumpBehind)\#
        \#(`extension`)
        """#,
      trigger: .digits(8, within: 18), validator: .phone, score: 0.65, context: phoneContext),
    // Groups that other numbers have too: only near a word for telephone. No date, no dotted quad.
    Rule(
      "phone-grouped", .phone,
      pattern: #"""
        (?<![0-9][ .\-/])(?!(?:1[89]|20)[0-9]{2}[.\-/][0-9]{1,2}[.\-/]|[0-9]{1,3}(?:\.[0-9]{1,3}){3}(?![.0-9]))\#
        [0-9]{1,5}(?:[ .\-/][0-9]{1,8}){1,5}(?![ .\-/:]?[0-9])
        """#,
      trigger: .digits(7, within: 14), validator: .phone, score: 0.35, context: phoneContext, requiresContext: true),
    // Digits alone: only near a word that means nothing else.
    Rule(
      "phone-plain", .phone, pattern: #"(?<![0-9][ .\-/])[0-9]{8,14}(?![ .\-/:]?[0-9])"#,
      trigger: .digits(8, within: 8), validator: .phone, score: 0.35,
      context: [
        Rule.Context(telephoneWords, before: 32, after: 16, weight: 0.3),
        Rule.Context(numberWords, before: 24, weight: -0.3),
      ], requiresContext: true),
    // Any grouping right behind a label, also seven digits.
    Rule(
      "phone-labelled", .phone,
      pattern: #"""
        (?i:\#(alternatives(labels)))[ _\-]?(?i:numbers?|no|nr|num|phone|nummer|numer|numero|número|numéro|[#])?\.?\#
        (?:[ ]?[\[(][^)\]\n0-9]{1,16}[\])])?(?:\\?["'*\])]){0,3}(?:[ \t]{0,4}(?:[:=>]|：){1,2}\#
        |[ \t]{1,4}(?i:is|at|on|ist|lautet|est|es|è|är|er|jest|to|-)?[ ]?)[ \t]{0,4}(?:\*\*[ ]?)?(?:\\?["'])?\#
        (?!(?:19|20)[0-9]{2}[\-/.][0-9]{1,2}[\-/.][0-9]{1,2}(?![0-9])|[0-9]{1,3}(?:\.[0-9]{1,3}){3}(?![.0-9]))\#
        (\+?[ ]?\(?[0-9](?:[ .\-/()]{0,3}[0-9]){6,14}\#(`extension`))
        """#,
      trigger: .phrases(labels + labels.filter { $0.contains(" ") }.map { $0.filter { $0 != " " } }),
      validator: .phoneDigits, score: 0.85),
  ]

  // MARK: Parts

  private static let gap = #"[ .\-/]{0,3}"#
  /// Between two digits: nothing, or a few marks that no year of a date follows.
  private static let joint = "(?&joint)"
  private static let `extension` = #"""
    (?:[ ]?,?[ ]?(?i:x|ext\.?|extn\.?|extension|durchwahl|dw|toestel|poste|interno|int\.|ramal|anexo|wewn\.|anknytning\#
    |lok\.|alanumero|#)[ .:]{0,2}[0-9]{1,6})?
    """#

  // MARK: Words

  /// Words that mean a telephone and nothing else, wherever they stand.
  private static let telephoneWords = [
    "phone", "telephone", "tel", "mobile", "cellphone", "fax", "sms", "whatsapp", "hotline", "landline", "telefon",
    "telefonnummer", "handy", "rufnummer", "telefoon", "telefoonnummer", "gsm", "mobiel", "téléphone",
    "mobile phone", "phone number", "teléfono", "telefono", "móvil", "celular", "tfno", "telf", "cellulare",
    "telefone", "telemóvel", "telemovel", "komórka", "numer telefonu", "nr tel", "telefonu", "puhelin",
    "puhelinnumero", "mobilnummer", "tlf", "telefonszám", "mobil", "телефон", "тел", "τηλέφωνο", "電話", "电话", "手机",
    "전화", "هاتف", "טלפון", "điện thoại", "telepon", "movil",
  ]
  /// Also those that mean other things.
  private static let phoneWords =
    telephoneWords + [
      "cell", "call", "dial", "ring", "text", "signal", "contact", "anruf", "bel", "portable", "numéro", "llamar",
      "reach me", "reached at", "line",
    ]
  private static let numberWords = [
    "order", "invoice", "ticket", "tracking", "isbn", "issn", "doi", "part", "serial", "sku", "version", "account",
    "iban", "id", "ref", "reference", "case", "order number", "invoice number", "rechnung", "bestellung", "factuur",
    "commande", "facture", "pedido", "factura", "ordine", "fattura", "faktura", "zamówienie", "konto", "siret", "siren",
    "nip", "regon", "pesel", "bsn", "kvk", "vat", "build", "timestamp", "batch", "lot",
  ]
  private static let phoneContext = [
    Rule.Context(phoneWords, before: 40, after: 16, weight: 0.3), Rule.Context(numberWords, before: 24, weight: -0.3),
  ]

  /// What a telephone number stands behind in forms, records and signatures.
  private static let labels = [
    "phone", "telephone", "tel", "telefon", "telefoon", "telefono", "telefone", "teléfono", "teléf", "telf", "tfno",
    "tfn", "tlf", "tlfn", "mobile", "mobil", "mobiel", "mob", "cell", "cellphone", "cellulare", "fax", "telefax",
    "handy", "gsm", "portable", "móvil", "movil", "celular", "telemóvel", "telemovel", "komórka", "tel kom",
    "whatsapp", "téléphone", "telephone mobile", "rufnummer", "handynummer", "puhelin", "puhelinnumero",
    "matkapuhelin", "mobilnummer", "mobiltelefon", "telefonnummer", "telefoonnummer", "numer telefonu", "nr tel",
    "nr telefonu", "phone number", "mobile number", "mobile phone", "cell phone", "home phone", "work phone",
    "contact number", "landline", "hotline", "helpline", "telefonszám", "mobilszám", "číslo telefonu",
    "telefonní číslo",
    "телефон", "тел", "моб", "τηλέφωνο", "τηλ", "電話", "電話番号", "電話號碼", "电话", "手机", "手機", "携帯", "전화", "전화번호", "휴대폰",
    "هاتف", "جوال", "טלפון", "נייד", "โทร", "โทรศัพท์", "điện thoại", "sđt", "telepon", "no hp", "nomor hp",
    "cep telefonu",
    "gsm no", "durchwahl", "msisdn",
  ]

  /// The words as alternatives of a pattern, the longest first; what is a space in them may be any separator or none.
  static func alternatives(_ words: [String]) -> String {
    words.sorted { $0.utf8.count > $1.utf8.count }.map { word in
      word.split(separator: " ").joined(separator: #"[ _\-]?"#)
    }.joined(separator: "|")
  }
}
