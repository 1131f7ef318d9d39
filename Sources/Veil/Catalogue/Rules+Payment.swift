/// Payment cards and bank accounts.
extension Catalogue {
  /// Countries by the length of their IBANs, from the SWIFT registry.
  private static let ibanCountries: [(length: Int, codes: String)] = [
    (15, "NO"), (16, "BE"), (18, "DK|FI|FK|FO|GL|NL|SD"), (19, "MK|SI"), (20, "AT|BA|EE|KZ|LT|LU|MN|XK"),
    (21, "CH|HR|LI|LV"), (22, "BG|BH|CR|DE|GB|GE|IE|ME|RS|VA"), (23, "AE|GI|IL|IQ|OM|SO|TL"),
    (24, "AD|CZ|ES|MD|PK|RO|SA|SE|SK|TN|VG"), (25, "LY|PT|ST"), (26, "IS|TR"), (27, "BI|DJ|FR|GR|IT|MC|MR|SM"),
    (28, "AL|AZ|BY|CY|DO|GT|HN|HU|LB|NI|PL|SV"), (29, "BR|EG|PS|QA|UA"), (30, "JO|KW|MU|YE"), (31, "MT|SC"),
    (32, "LC"), (33, "RU"),
  ]

  /// Each country with exactly its length, so that the word after an IBAN is never taken for a part of it.
  private static var iban: String {
    let byLength = ibanCountries.map { country in
      let (groups, rest) = (country.length - 4).quotientAndRemainder(dividingBy: 4)
      let tail = rest > 0 ? #"[ .\-]?[A-Z0-9]{\#(rest)}"# : ""
      return #"(?:\#(country.codes))[ ]?[0-9]{2}(?:[ .\-]?[A-Z0-9]{4}){\#(groups)}\#(tail)"#
    }
    return notInDump + "(?:" + byLength.joined(separator: "|") + ")" + noDumpBehind
  }

  private static let cardWords = [
    "card", "credit card", "debit card", "visa", "mastercard", "amex", "american express", "maestro", "discover",
    "pan", "cc", "card number", "cardnumber", "ccnum", "cvv", "cvc", "expiry", "exp", "kreditkarte", "kartennummer",
    "karte", "kaart", "kaartnummer", "creditcard", "carte", "carte bancaire", "tarjeta", "carta", "cartão", "cartao",
    "karta", "karty", "numer karty", "payment", "betaalkaart",
  ]
  private static let otherNumbers = [
    "order", "invoice", "tracking", "isbn", "ean", "gtin", "upc", "barcode", "imei", "iccid", "timestamp", "id", "uid",
    "transaction", "reference", "ref", "ticket", "serial", "hash", "sku", "shipment", "parcel", "bestellung",
    "rechnung",
  ]
  private static let cardContext = [
    Rule.Context(cardWords, before: 48, after: 24, weight: 0.2), Rule.Context(otherNumbers, before: 24, weight: -0.35),
  ]

  static let payment = [
    Rule(
      "payment-card", .paymentCard,
      pattern: #"""
        \#(notInDump)(?<![0-9][\-.])(?<!(?<![0-9])[0-9]{4}[ ])([2-68][0-9]{3}([ \-.])[0-9]{4}\2[0-9]{4}\2[0-9]{4}\#
        |3[47][0-9]{2}[ \-.]?[0-9]{6}[ \-.]?[0-9]{5}|3[0689][0-9]{2}[ \-.][0-9]{6}[ \-.][0-9]{4})(?![\-.][0-9])\#(noDumpBehind)
        """#,
      trigger: .digits(14, within: 17), validator: .paymentCard, score: 0.95, context: cardContext),
    Rule(
      "payment-card-long", .paymentCard,
      pattern: #"""
        (?<![0-9][ \-.])(?:[4-6][0-9]{3}(?:[ \-][0-9]{4}){3}[ \-][0-9]{3}|[56][0-9]{5}[ \-][0-9]{13})(?![ \-.]?[0-9])
        """#,
      trigger: .digits(15, within: 19), validator: .paymentCard, score: 0.85, context: cardContext),
    Rule(
      "payment-card-plain", .paymentCard, pattern: #"(?<![\w][\-.])[2-6][0-9]{13,18}(?![\-.][0-9])"#,
      trigger: .digits(14, within: 14), validator: .paymentCard, score: 0.8, context: cardContext),
    // Behind a label also in odd groups, also of 12 and 13 digits.
    Rule(
      "payment-card-labelled", .paymentCard,
      pattern: #"""
        (?i:(?:credit|debit|payment|bank)?[ _\-]?card|visa|master ?card|amex|american express|maestro|pan|cc\#
        |kreditkarte|kartennummer|kaartnummer|creditcard|carte|tarjeta|cartão|karta|ccnum|cardnumber)[ _\-]?\#
        (?i:number|no|num|nr|#|bancaire)?\.?(?:\\?["'\])]){0,2}[ \t]{0,4}(?i:[:=#]|is)?[ \t]{0,4}(?:\\?["'])?\#
        ([2-68](?:[ .\-_]{0,3}[0-9]){11,18})(?![0-9])
        """#,
      trigger: .phrases([
        "card", "credit card", "debit card", "payment card", "bank card", "visa", "mastercard", "amex",
        "american express", "maestro", "pan", "cc", "kreditkarte", "kartennummer", "kaartnummer", "creditcard",
        "carte", "tarjeta", "cartão", "karta", "ccnum", "cardnumber",
      ]), validator: .paymentCard, score: 0.95),
    Rule(
      "payment-card-mistyped", .paymentCard,
      pattern: #"""
        (?i:(?:credit|debit|payment|bank)?[ _\-]?card|visa|master ?card|amex)[ _\-]?(?i:number|no|nr|#|on file)?\.?\#
        (?:\\?["'\])]){0,2}[ \t]{0,4}(?i:[:=#]|is)?[ \t]{0,4}(?:\\?["'])?([2-68][0-9]{3}\#
        ([ \-])[0-9]{4}\2[0-9]{4}\2[0-9]{4})(?![ \-]?[0-9])
        """#,
      trigger: .phrases([
        "card", "credit card", "debit card", "payment card", "bank card", "visa", "mastercard", "amex",
      ]), score: 0.6),
    Rule(
      "iban", .iban, pattern: iban, trigger: .digits(9, within: 19), isCaseless: true, validator: .iban, score: 0.97),
    // Mistyped, it is an account number all the same.
    Rule(
      "iban-labelled", .iban,
      pattern: #"""
        (?i:iban)(?:[ \t]{1,2}(?i:number|no|nr|nummer|code|is|destination|account|of|from\#
        |to)\.?){0,2}\#(sign)?[ \t]{0,4}(?:\\?["'])?([A-Z]{2}[0-9]{2}(?:[A-Z0-9]{10,30}|(?:[ \-][A-Z0-9]{4}){2,7}\#
        (?:[ \-][A-Z0-9]{1,3})?))
        """#,
      trigger: .phrases(["iban"]), score: 0.6),
  ]
}
