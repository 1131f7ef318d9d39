/// Everything an engine is compiled from. A value: start from ``default`` and change what differs.
public struct Policy: Sendable {
  public var rules: [Rule]
  /// Types that are looked for; nil means all that `classes` admits.
  public var types: Set<EntityType>?
  /// Types that are not looked for, unless ``types`` names them. See ``Catalogue/quietTypes``.
  public var excludedTypes: Set<EntityType>
  /// Whether personal, organisational or both kinds are looked for.
  public var classes: Set<EntityClass>
  /// Class of types that the catalogue does not know; types not named here count as `.pii`.
  public var customClasses: [EntityType: EntityClass]
  /// Findings below this are dropped, unless ``minimumScores`` says otherwise for their type.
  public var minimumScore: Double
  public var minimumScores: [EntityType: Double]
  /// Words and phrases that are never masked, matched across case, spacing and folding.
  public var allow: [String]
  /// Words and phrases that are always masked.
  public var deny: [DenyEntry]
  /// Own domains, like `acme.example`: they and all hosts below them are findings of type `HOSTNAME`.
  public var domains: [String]
  /// How names of people are looked for, and of organisations and places beyond what rules find.
  public var names: NameDetection
  /// What stands in place of a finding, by type; types not named get ``defaultOperator``.
  public var operators: [EntityType: Operator]
  public var defaultOperator: Operator
  public var brackets: Brackets
  public var limits: Limits
  public var invalidUTF8: InvalidUTF8
  public var limitAction: LimitAction

  public init(
    rules: [Rule] = Catalogue.rules, types: Set<EntityType>? = nil,
    excludedTypes: Set<EntityType> = Catalogue.quietTypes, classes: Set<EntityClass> = [.pii, .oii],
    customClasses: [EntityType: EntityClass] = [:], minimumScore: Double = 0.5,
    minimumScores: [EntityType: Double] = [:], allow: [String] = [], deny: [DenyEntry] = [], domains: [String] = [],
    names: NameDetection = .full, operators: [EntityType: Operator] = [:], defaultOperator: Operator = .placeholder,
    brackets: Brackets = .square,
    limits: Limits = Limits(), invalidUTF8: InvalidUTF8 = .reject, limitAction: LimitAction = .refuse
  ) {
    self.rules = rules
    self.types = types
    self.excludedTypes = excludedTypes
    self.classes = classes
    self.customClasses = customClasses
    self.minimumScore = minimumScore
    self.minimumScores = minimumScores
    self.allow = allow
    self.deny = deny
    self.domains = domains
    self.names = names
    self.operators = operators
    self.defaultOperator = defaultOperator
    self.brackets = brackets
    self.limits = limits
    self.invalidUTF8 = invalidUTF8
    self.limitAction = limitAction
  }

  public static let `default` = Policy()
}

extension Policy {
  public struct DenyEntry: Sendable, Hashable {
    public var phrase: String
    public var type: EntityType

    public init(_ phrase: String, _ type: EntityType) {
      self.phrase = phrase
      self.type = type
    }
  }

  /// How much is done to find names, from nothing to everything. More finds more and takes longer.
  public enum NameDetection: String, Sendable, CaseIterable {
    /// No search for people's names, and nothing by the tagger. Rules and lists of the user's still find theirs.
    case off
    /// By what surrounds them (titles, greetings, labels, signatures) and by what is known of their words.
    case fast
    /// Also by the trained tagger, which reads whole sentences, and finds organisations without a legal form, and places.
    case full
  }

  /// What stands in place of a finding. Only `placeholder` can be restored.
  public enum Operator: Sendable, Hashable {
    /// `[NAME_1]`, restored from the vault.
    case placeholder
    /// `[NAME]`; not reversible.
    case redact
    /// `•` for each character but the last four letters or digits; not reversible.
    case maskAllButLastFour
    /// The text itself: found and reported, not changed.
    case keep
  }

  /// How placeholders are set off from the text around them.
  public enum Brackets: String, Sendable, CaseIterable {
    case square = "[ ]"
    case angle = "< >"
    case curly = "{{ }}"
    case guillemet = "« »"

    public var opening: String {
      switch self {
      case .square: "["
      case .angle: "<"
      case .curly: "{{"
      case .guillemet: "«"
      }
    }

    public var closing: String {
      switch self {
      case .square: "]"
      case .angle: ">"
      case .curly: "}}"
      case .guillemet: "»"
      }
    }
  }

  /// Bounds that keep memory and time finite. Hitting one is an error that names the rule and the place.
  public struct Limits: Sendable, Hashable {
    /// Longest finding with its context, in bytes; also how far a stream looks ahead and behind. 1 KiB to 1 MiB.
    public var window: Int
    /// Bytes that a stream treats at once; a document up to this size is seen as a whole. At least `window`.
    public var block: Int
    /// PCRE2's match limit for one attempt.
    public var match: UInt32
    /// PCRE2's depth limit for one attempt.
    public var depth: UInt32
    /// PCRE2's heap limit for one attempt, in KiB.
    public var heap: UInt32

    public init(
      window: Int = 8 << 10, block: Int = 64 << 10, match: UInt32 = 200_000, depth: UInt32 = 10_000,
      heap: UInt32 = 4_096
    ) {
      self.window = window
      self.block = block
      self.match = match
      self.depth = depth
      self.heap = heap
    }
  }

  /// What happens to bytes that are not UTF-8.
  public enum InvalidUTF8: Sendable, Hashable {
    /// The text is refused with the offset of the first such byte.
    case reject
    /// They are passed through unchanged; patterns see the control character U+001A in the place of each.
    case opaque
  }

  /// What happens where a limit leaves open whether a rule matches. Neither lets the text through.
  public enum LimitAction: String, Sendable, CaseIterable {
    /// The text is refused with an error that names rule and place.
    case refuse
    /// A whole window from that place on is masked as a finding of the rule.
    case mask
  }
}
