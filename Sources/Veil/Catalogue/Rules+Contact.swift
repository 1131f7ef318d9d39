/// E-mail addresses, telephone numbers and URLs.
extension Catalogue {
  static let contact = emails + phones + urls

  // MARK: E-mail

  /// From the first letter or digit on; what precedes it back to the walk's start may be a key or a quote. A local
  /// part may hold an apostrophe between letters. Not `git@host:path`, which is no one's address.
  private static let local = #"(?!git@)[\w\#(letters)](?:[\w\#(letters).%+~\-]|(?<=[A-Za-z])'(?=[A-Za-z])){0,63}+"#
  private static let notInLocal = #"(?<![\w\#(letters).%+~@\-])"#
  private static let host = #"(?:[A-Za-z0-9\#(letters)][A-Za-z0-9\#(letters)\-]{0,62}+\.){1,8}"#
  private static let top = #"(?:xn--[A-Za-z0-9\-]{2,59}|[\#(letters)]{2,24})(?![\w\#(letters)]|-[A-Za-z0-9])"#

  private static let emails = [
    Rule(
      "email", .email, pattern: #"[^\s@]{0,64}?\#(notInLocal)(\#(local)@\#(host)\#(top))"#,
      trigger: .around(UInt8(ascii: "@"), over: .addressLocal, count: 1...64), boundary: .none, validator: .email,
      score: 0.95),
    // name[at]example[dot]com: the sign and the stop in words, in brackets. With spaces only behind a label, see below.
    Rule(
      "email-bracketed", .email, pattern: #"[^\s\[]{0,64}?\#(notInLocal)(\#(spelled))"#,
      trigger: .around(UInt8(ascii: "["), over: .addressLocal, count: 1...64), boundary: .none, validator: .email,
      score: 0.9),
    Rule(
      "email-parenthesised", .email, pattern: #"[^\s(]{0,64}?\#(notInLocal)(\#(spelled))"#,
      trigger: .around(UInt8(ascii: "("), over: .addressLocal, count: 1...64), boundary: .none, validator: .email,
      score: 0.9),
    Rule(
      "email-spelled", .email,
      pattern: #"""
        (?i:e-?mail|mail|contact|reach|write|email me|reach me|write to|send to|kontakt|correo|courriel|posta)\#
        (?:[ \t]{1,2}(?:is|me|us|at|to|address|adresse|him|her|via|under|unter)){0,3}[ \t]{0,2}[:=]?[ \t]{0,2}\#
        (\#(spelled))
        """#,
      trigger: .phrases([
        "email", "e-mail", "mail", "contact", "reach", "write", "send to", "kontakt", "correo", "courriel",
      ]),
      validator: .email, score: 0.85),
  ]

  /// `name [at] host [dot] com`, `name (at) host.com`, `name at host dot com`; at least one of the two in words.
  private static let spelled =
    #"""
    [A-Za-z0-9](?:[\w.+\-]|[ ]?[\[({]\s?(?i:dot|punkt|punto|point)\s?[\])}][ ]?| (?i:dot) ){0,40}?\#
    (?:[ ]?[\[({<]\s?(?i:at|@|arroba|chez|bei)\s?[\])}>][ ]?| (?i:at) (?=[\w\-]{1,40} (?i:dot) ))(?:[\w\-]{1,63}\#
    (?:\.|[ ]?[\[({<]\s?(?i:dot|punkt|punto|point|\.)\s?[\])}>][ ]?| (?i:dot) )){1,4}[A-Za-z]{2,24}(?!\w)
    """#

  // MARK: Telephone

  private static let phoneWords = [
    "phone", "telephone", "tel", "mobile", "cell", "cellphone", "fax", "call", "dial", "ring", "text", "sms",
    "whatsapp", "signal", "hotline", "landline", "contact", "telefon", "telefonnummer", "handy", "mobil", "rufnummer",
    "anruf", "telefoon", "telefoonnummer", "gsm", "mobiel", "bel", "téléphone", "portable", "mobile phone", "numéro",
    "teléfono", "telefono", "móvil", "movil", "celular", "llamar", "tfno", "telf", "cellulare", "telefone",
    "telemóvel", "komórka", "numer telefonu", "nr tel", "telefonu", "puhelin", "mobilnummer", "tlf",
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
  private static let `extension` = #"""
    (?:[ ]?,?[ ]?(?i:x|ext\.?|extension|durchwahl|toestel|poste)[ .:]{0,2}[0-9]{1,6})?
    """#

  private static let phones = [
    // After a space no year that begins a date: two numbers in a row are not one.
    Rule(
      "phone-international", .phone,
      pattern: #"""
        \(?\+(?:1\)?[ .\-/]{0,2}\(?[2-9][0-9]{2}\)?[ .\-/]{0,3}[0-9]{3}[ .\-]{0,2}[0-9]{4}|[1-9][0-9]{0,2}\)?\#
        (?:[ .\-/]{0,2}\([0-9]{1,4}\))?(?:(?:[ .\-/]{1,3}(?!(?:19|20)[0-9]{2}[\-/.][0-9]))?[0-9]){6,12}\#
        |[1-9][0-9]{9,14})\#(`extension`)
        """#,
      trigger: .digits(8, within: 22), validator: .phone, score: 0.9),
    Rule(
      "phone-00", .phone,
      pattern: #"""
        (?<![0-9][ .\-])00[ ]?(?:1|7|2[07]|3[0-469]|3[578][0-9]|4[013-9]|42[013]|5[1-8]|6[0-6]|8[1246]|9[0-58]\#
        |9[679][0-9])[ .\-]\(?[0-9]{1,4}\)?(?:[ .\-]?[0-9]){5,10}
        """#,
      trigger: .digits(10, within: 22), validator: .phone, score: 0.8, context: phoneContext),
    Rule(
      "phone-american", .phone,
      pattern: #"""
        (?:(?:1[ .\-])?\([2-9][0-9]{2}\)[ ]?-?|(?:1-)?[2-9][0-9]{2}-|\#
        (?:1\.)?[2-9][0-9]{2}\.)[2-9][0-9]{2}[\-. ][0-9]{4}(?![.\-]?[0-9])\#(`extension`)|\([1-9][0-9]\)[ ]?\#
        (?:9[ ]?)?[0-9]{4}-[0-9]{4}(?![\-.]?[0-9])
        """#,
      trigger: .digits(10, within: 15), validator: .phone, score: 0.85, context: phoneContext),
    // With a trunk 0 and groups as they are written in the United Kingdom, Germany, Austria, Switzerland, France,
    // Belgium, the Netherlands, Sweden and Australia.
    Rule(
      "phone-trunk", .phone,
      pattern: #"""
        (?<![0-9][ .,\-/])(?:0[1-9](?:[ .\-][0-9]{2}){4}|0[1-9][0-9]{1,2}[ /\-][0-9]{3}[ ][0-9]{2}[ ][0-9]{2}\#
        |0[1-9][0-9]{1,2}(?:[ ][0-9]{3,4}){2}|07[0-9]{3}[ ][0-9]{6}|01[0-9]{3}[ ][0-9]{5,6}|06[ \-][0-9]{8}\#
        |0[1-9][0-9]{1,3}[ ]?[/\-][ ]?[1-9][0-9]{5,8}|\(0[1-9][0-9]{1,4}\)[ ]?[0-9]{2,9}(?:[ \-][0-9]{2,6}){0,3}\#
        |01[5-7][0-9]{1,2}[ ][0-9]{7,8}|0[1-9][0-9]{2}[ ][0-9]{2}[ ][0-9]{2}[ ][0-9]{2}\#
        |04[0-9]{2}[ ][0-9]{3}[ ][0-9]{3})(?![ .\-/]?[0-9]|:)
        """#,
      trigger: .digits(9, within: 17), validator: .phone, score: 0.65, context: phoneContext),
    // Groups that other numbers have too: only near a word for telephone.
    Rule(
      "phone-grouped", .phone,
      pattern: #"""
        (?<![0-9][ .\-/])(?:[2-9][0-9]{2}(?:[ .\-][0-9]{3}){2}|[6-9][0-9]{4}[ \-][0-9]{5}\#
        |[2-9][0-9]{2}[ ][0-9]{3}[ ][0-9]{4}|3[0-9]{2}[ ][0-9]{6,7}|[6-9][0-9]{8,9})(?![ .\-/]?[0-9])
        """#,
      trigger: .digits(9, within: 11), validator: .phone, score: 0.35, context: phoneContext, requiresContext: true),
    // Any grouping right behind a label, also seven digits.
    Rule(
      "phone-labelled", .phone,
      pattern: #"""
        (?i:phone|telephone|tel(?:efon|efoon|efono|efone|éfono|f|fno)?|tfno|mobile?|mobil(?:e|nummer|iel)?|cell\#
        (?:phone|ulare)?|fax|handy|gsm|portable|móvil|movil|celular|telemóvel|komórka|whatsapp|t[ée]l[ée]phone\#
        |rufnummer|tlf|puhelin|telefonnummer|telefoonnummer|phone ?number|mobile ?number|phonenumber\#
        |mobilenumber)[ _\-]?(?i:number|numbers|no|nr|num|phone|nummer)?\.?(?:\\?["'\])]){0,2}(?:[ \t]{0,4}[:=>]\#
        |[ \t]{1,4}(?:is|at|on|-)?)[ \t]{0,4}(?:\\?["'])?(\+?\(?[0-9](?:[ .\-/()]{0,3}[0-9]){6,14})
        """#,
      trigger: .phrases([
        "phone", "telephone", "tel", "telefon", "telefoon", "telefono", "telefone", "teléfono", "telf", "tfno",
        "mobile", "mobil", "mobiel", "cell", "cellphone", "cellulare", "fax", "handy", "gsm", "portable", "móvil",
        "movil", "celular", "telemóvel", "komórka", "whatsapp", "téléphone", "rufnummer", "tlf", "puhelin",
        "mobilnummer", "telefonnummer", "telefoonnummer", "phonenumber", "mobilenumber",
      ]), validator: .phone, score: 0.85),
  ]

  // MARK: URL

  private static let urlText = #"[^\s<>"'`{}|\\^\[\]()\x{2E80}-\x{D7FF}]"#
  /// No quotes, brackets or spaces, round brackets only in pairs, and no punctuation of the sentence at the end.
  private static let urlBody = #"\#(urlText){0,2048}(?:\(\#(urlText){0,256}\)\#(urlText){0,512}){0,4}(?<![.,;:!?*_~])"#

  private static let urls = [
    Rule(
      "url", .url,
      pattern: #"""
        (?i:https?|ftps?|sftp|wss?|ssh|git\+ssh|ldaps?|smb|file|rediss?|amqps?|mongodb(?:\+srv)?|postgres(?:ql)?|mysql\#
        |mariadb|mssql|oracle|jdbc:[a-z0-9:]{2,24}|s3|gs|rtsp|rtmp|nats|kafka)://(?:[^\s<>"'`/]{0,256}@)?\#
        (?:\[[0-9A-Fa-f:.%]{2,45}\])?(?!/)\#(urlText)\#(urlBody)
        """#,
      trigger: .literals([
        "http", "ftp", "sftp", "ws:", "wss", "ssh:", "git+ssh", "ldap", "smb:", "file:", "redis", "amqp", "mongodb",
        "postgres", "mysql", "mariadb", "mssql", "oracle", "jdbc:", "s3:", "gs:", "rtsp", "rtmp", "nats:", "kafka:",
      ]), boundary: .none, validator: .url, score: 0.9),
    Rule(
      "url-www", .url,
      pattern: #"""
        (?i:www)\.(?:[A-Za-z0-9\#(letters)][A-Za-z0-9\#(letters)\-]{0,62}+\.){1,6}[\#(letters)]{2,24}+(?![\w@])\#
        (?::[0-9]{1,5})?(?:[/?#]\#(urlBody)|/)?
        """#,
      trigger: .literals(["www."]), boundary: .none, validator: .url, score: 0.85),
  ]
}
