/// What to look for: a pattern, what starts it, how to check it and what surrounds it. Rules are data.
public struct Rule: Sendable, Hashable {
  /// Unique in a policy; lower case with hyphens. Appears in findings as `rule`.
  public var name: String
  public var type: EntityType
  /// PCRE2 pattern, matched on the folded text with `UTF`, anchored where a trigger says. Capture group 1, when it
  /// takes part in the match, is the finding; otherwise the whole match is.
  public var pattern: String
  public var trigger: Trigger
  public var isCaseless: Bool
  /// What may stand directly before and after the match.
  public var boundary: Boundary
  public var validator: Validator?
  /// Base belief from 0 to 1 when pattern and validator agree.
  public var score: Double
  /// Raises or lowers the score by words nearby.
  public var context: [Context]
  /// Only a finding when one of the positive `context` groups is present.
  public var requiresContext: Bool
  /// Higher wins between otherwise equal candidates.
  public var priority: Int

  public init(
    _ name: String, _ type: EntityType, pattern: String, trigger: Trigger = .derived, isCaseless: Bool = false,
    boundary: Boundary = .word, validator: Validator? = nil, score: Double, context: [Context] = [],
    requiresContext: Bool = false, priority: Int = 0
  ) {
    self.name = name
    self.type = type
    self.pattern = pattern
    self.trigger = trigger
    self.isCaseless = isCaseless
    self.boundary = boundary
    self.validator = validator
    self.score = score
    self.context = context
    self.requiresContext = requiresContext
    self.priority = priority
  }
}

extension Rule {
  /// Whether it finds values that nothing but their label or surroundings gives away.
  var isLabelled: Bool {
    // A day is named by its words wherever it stands, and 42 years elsewhere are another's.
    if type == .date || type == .age { return false }
    switch trigger {
    case .phrases, .labels: return true
    default: return requiresContext || score < 0.5
    }
  }

  /// Where a match may begin: what keeps the pattern from being tried at every byte.
  public enum Trigger: Sendable, Hashable {
    /// At the first bytes that `pcre2_pattern_info` reports for the pattern; word starts only when the boundary is a
    /// word's. Right for any pattern, fast for patterns with few possible first bytes.
    case derived
    /// As `derived`, and at least `count` ASCII digits stand within the first `within` bytes (at most 64).
    ///
    /// A match that begins with a digit can say more: `run`, how many digits stand before the first other byte (at most
    /// 15), and `next`, what that byte is, one of these ASCII characters. `behind`: the match begins right behind one of
    /// these characters, or with one byte between.
    case digits(Int, within: Int, run: ClosedRange<Int>? = nil, next: String? = nil, behind: String? = nil)
    /// The match begins with one of these texts, at least three bytes each, at the start of a word, in any case.
    case literals([String])
    /// The match contains `byte`; its start is reached from there by walking back over `over`, `count` bytes. When
    /// `next` is given, one of its bytes must follow `byte`.
    case around(UInt8, over: ByteClass, count: ClosedRange<Int>, next: ByteClass? = nil)
    /// The match begins at one of these words or phrases, in any case and with any usual separator.
    case phrases([String])
    /// The match begins behind one of these words or phrases, as a value does behind its label: the pattern describes
    /// the value alone, the boundary is put around it. Phrases of several words count in one piece too: `employeeId`
    /// for `employee id`.
    case labels([String], reach: Reach = .adjacent)
    /// The match begins with `letters` ASCII letters (at most 15, perhaps a separator behind them) and then digits, so
    /// many in all as one of `digits` says (at most 63), in groups with at most three of ` .-/()` between. One of the
    /// groups must end with the last of them. The cheapest trigger for numbers: its cost does not depend on how many
    /// rules ask for other numbers of digits. Boundaries other than ``Boundary/word`` make no difference to the start.
    case shape(letters: ClosedRange<Int> = 0...0, digits: Set<Int>)
    /// The match begins with an unbroken run of ASCII letters and digits of one of these lengths (at most 127), at least
    /// `digits` of them digits, one at least within the first 64 bytes. As cheap as `shape`, for identifiers that mix both.
    case run(Set<Int>, digits: Int)
  }

  /// How far behind its label a value may stand.
  public enum Reach: String, Sendable, Hashable, CaseIterable {
    /// Directly, with a mark between that says so: `:`, `=`, `#`, `|`, `>`, or a word such as `number` or `is`.
    case marked
    /// Directly: only `number` and the like, punctuation, quotes, markup and words such as `is` between.
    case adjacent
    /// Up to 40 bytes without digits on the same line.
    case near
  }

  /// A class of bytes in folded text.
  public enum ByteClass: Sendable, Hashable {
    /// Letters, digits and `.!#$%&'*+/=?^_{|}~-` of an e-mail local part, and all non-ASCII.
    case addressLocal
    /// ASCII letters, digits and `._-` of a host's name.
    case host
    case hexadecimal
    case hexadecimalOrColon
    /// `A`–`Z`, digits and `_`.
    case capitals
    case letters
    case dashes
    /// What a sign of an e-mail address begins with where it is spelled out in brackets: `(at)`, `[ dot ]`, `(@)`.
    case spelledSigns
  }

  public enum Boundary: Sendable, Hashable {
    /// No letter, digit or `_` may touch the match on either side. Scripts written without spaces do not count.
    case word
    /// No digit may touch the match.
    case digit
    case none
  }

  /// A group of words that changes the belief in a candidate.
  public struct Context: Sendable, Hashable {
    /// Words or phrases, in any case.
    public var words: [String]
    /// How many bytes of folded text before and after the candidate are looked at. Behind candidates of more than 128
    /// bytes, words do not count that the candidate would be nothing without.
    public var before: Int
    public var after: Int
    /// Added to the score once when any of the words is there; negative weights lower it.
    public var weight: Double

    public init(_ words: [String], before: Int = 48, after: Int = 0, weight: Double) {
      self.words = words
      self.before = before
      self.after = after
      self.weight = weight
    }
  }
}

extension Rule.Trigger {
  /// Whether the first bytes of the pattern decide where it is tried.
  var readsFirstBytes: Bool {
    switch self {
    case .derived, .digits: true
    case .literals, .around, .phrases, .labels, .shape, .run: false
    }
  }
}
