import Scanning

/// What may become a finding: a range of the original text with all that decides between it and others.
struct Candidate: Sendable {
  /// Who proposed it, weakest first: what a user listed beats what was computed.
  enum Source: Int, Sendable, Comparable {
    case recall
    case pattern
    case deny
    case mapping
    /// Input text that reads as a placeholder.
    case literal

    static func < (a: Source, b: Source) -> Bool { a.rawValue < b.rawValue }
  }

  var type: EntityType
  /// Offsets into the whole text.
  var range: Range<Int>
  var source: Source
  var isValidated: Bool
  var score: Double
  var priority: Int
  var rule: RuleName
  /// Rule's number for `pattern`, entry's for `mapping`, else -1.
  var number: Int
  /// Which of the rule's context groups were there, a bit each.
  var contexts: UInt64
  var baseScore: Double
  var disguise: Disguise
  /// Whether the same text is to be found elsewhere although nothing there gives it away.
  var isRecalled: Bool
  /// What a stronger candidate left over of this one.
  var isPart = false

  /// Whether the text names its type, by a label before or near it, or the user does, by a rule of the policy's own.
  var isNamed = false

  /// Whether it was judged by the words around it alone, as names are; what has a form of its own comes before.
  var isGuess = false

  /// A check says something only of what is believed anyway: many numbers pass one by chance. What is called by its name
  /// needs no check.
  var isCertain: Bool { isValidated && score >= 0.5 || isNamed && score >= 0.7 }

  var finding: Finding { Finding(type: type, range: range, score: score, rule: rule.text) }

  /// A total order that depends on nothing but the candidates themselves, so that the order of rules cannot matter.
  func isStronger(than other: Candidate) -> Bool {
    if source != other.source { return source > other.source }
    if isCertain != other.isCertain { return isCertain }
    if isGuess != other.isGuess { return other.isGuess }
    if range.count != other.range.count { return range.count > other.range.count }
    if score != other.score { return score > other.score }
    if priority != other.priority { return priority > other.priority }
    if range.lowerBound != other.range.lowerBound { return range.lowerBound < other.range.lowerBound }
    if type != other.type { return type < other.type }
    return rule.precedes(other.rule)
  }
}
