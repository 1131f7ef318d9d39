/// What may stand between a label and its value.
extension Catalogue {
  static func gap(_ reach: Rule.Reach) -> String {
    switch reach {
    case .marked: "(?:\(qualifier)\\.?\(remark)\(end)\(mark)?|\(remark)\(end)\(mark))\(opening)"
    case .adjacent: adjacentGap
    case .near: "(?:\(adjacentGap)|[^\\n0-9]{1,40}?)"
    }
  }

  private static let adjacentGap = #"(?:\#(qualifier))?\.?\#(remark)\#(end)\#(mark)?\#(opening)"#

  /// `number` and the like.
  private static let qualifier =
    #"""
    [ _\-]{0,2}(?i:numbers?|nos?|nr|num|nummer|numer|numeru|numero|número|numéro|n[°o]|code|código|codigo|id|ref|value\#
    |field)(?![\#(letters)0-9])
    """#
  private static let remark = #"(?:[ \t]{0,2}\([^()\n]{1,32}\))?"#
  /// What closes a quoted or emphasised key.
  private static let end = #"(?:\\?["'`*\])]){0,3}[ \t]{0,8}"#
  private static let mark =
    #"""
    (?:#?[ \t]{0,2}(?::=|=>|[:=])\s{0,4}|[#>|\-][ \t]{0,8}|(?i:is|was|are|of|ist|sind|lautet|luidt|est|es|son|è|é|jest|to\#
    |är|er|on)(?![\#(letters)0-9])[ \t]{0,3}:?[ \t]{0,3})
    """#
  /// Markup of table cells, an opening quote.
  private static let opening = #"(?:[ \t]{0,4}<[^<>\n]{1,60}>){0,4}(?:\*\*[ \t]?)?(?:\\?["'`(\[])?"#
}
