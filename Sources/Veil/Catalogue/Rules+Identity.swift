/// Identifiers that a state gives to a person. So far the United States' social security number.
extension Catalogue {
  private static let ssnWords = [
    "ssn", "ssns", "social security", "social security number", "social", "soc sec", "ss number", "ss no", "taxpayer",
    "tin", "itin",
  ]

  static let identity = [
    Rule(
      "us-ssn", .usSSN, pattern: #"(?<![0-9]-)[0-8][0-9]{2}-[0-9]{2}-[0-9]{4}(?!-?[0-9])"#,
      trigger: .digits(9, within: 11), validator: Validator(rawValue: "us-ssn"), score: 0.75,
      context: [
        Rule.Context(ssnWords, before: 48, after: 24, weight: 0.2),
        Rule.Context(
          [
            "order", "invoice", "part", "sku", "serial", "phone", "isbn", "item", "model",
          ], before: 24, weight: -0.3),
      ]),
    // What the text itself calls a social security number is masked whatever its ranges say.
    Rule(
      "us-ssn-labelled", .usSSN,
      pattern: #"""
        (?i:ssn|social[ _\-]?security(?:[ _\-]?(?:number|no|num|nr|#))?|soc[ .]{0,2}sec|ss[ ]?(?:#|no|number))\.?\#
        (?:[ \t]{1,2}(?i:\(ssn\)|on|in|file|record|records|of|for|the|provided)){0,3}\#
        (?:\\?["'*\])]){0,3}[ \t]{0,4}(?i:[:=#\-]|is|was|of)?[ \t]{0,4}(?:\\?["'])?\#
        ([0-9]{3}[ .\-]?[0-9]{2}[ .\-]?[0-9]{4})(?!-?[0-9])
        """#,
      trigger: .phrases([
        "ssn", "social security", "socialsecuritynumber", "socialsecurity", "soc sec", "soc. sec", "ss#", "ss no",
        "ss number",
      ]), score: 0.85),
  ]
}
