/// What may stand between a label and its value.
extension Catalogue {
  static func gap(_ reach: Rule.Reach) -> String {
    switch reach {
    case .adjacent: adjacentGap
    case .near: "(?:\(adjacentGap)|[^\\n0-9]{1,40}?)"
    }
  }

  /// `number` and the like, a remark in brackets, the mark that ends a key, markup of table cells, an opening quote.
  private static let adjacentGap =
    #"""
    (?:[ _\-]{0,2}(?i:numbers?|nos?|nr|num|nummer|numer|numeru|numero|número|numéro|n[°o]|code|código|codigo|id|ref\#
    |value|field)(?![\#(letters)0-9]))?\.?(?:[ \t]{0,2}\([^()\n]{1,32}\))?(?:\\?["'`*\])]){0,3}[ \t]{0,8}\#
    (?:(?::=|=>|[:=])\s{0,4}|[#>|\-][ \t]{0,8}|(?i:is|was|are|of|ist|sind|lautet|luidt|est|es|son|è|é|jest|to|är|er\#
    |on)(?![\#(letters)0-9])[ \t]{0,3}:?[ \t]{0,3})?(?:[ \t]{0,4}<[^<>\n]{1,60}>){0,4}(?:\*\*[ \t]?)?\#
    (?:\\?["'`(\[])?
    """#
}
