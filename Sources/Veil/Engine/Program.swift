import Scanning

/// A policy compiled: patterns, dispatch tables and indexes. Immutable, shared by every thread.
final class Program: Sendable {
  final class CompiledRule: Sendable {
    let rule: Rule
    let name: RuleName
    let pattern: LazyPattern
    /// Phrase ids of each context group, sorted.
    let contexts: [[UInt32]]
    /// Whether its findings are also found where their label or context is missing.
    let isRecalled: Bool
    let threshold: Double
    /// Whether the pattern begins behind the phrase that triggers it.
    let followsPhrase: Bool
    /// Whether it finds nothing unless one of its context words is near.
    let needsContext: Bool
    /// Whether it is the policy's own, not one of the catalogue.
    let isOwn: Bool

    init(
      rule: Rule, pattern: LazyPattern, contexts: [[UInt32]], isRecalled: Bool, threshold: Double, needsContext: Bool,
      isOwn: Bool
    ) {
      self.threshold = threshold
      self.needsContext = needsContext
      self.isOwn = isOwn
      self.rule = rule
      name = RuleName(rule.name)
      self.pattern = pattern
      self.contexts = contexts
      self.isRecalled = isRecalled
      if case .labels = rule.trigger { followsPhrase = true } else { followsPhrase = false }
    }
  }

  let policy: Policy
  let rules: [CompiledRule]
  let dispatch: Dispatch
  let lexicon: Lexicon
  let allow: PhraseIndex?
  let deny: PhraseIndex?
  /// By phrase id of `deny`.
  let denyTypes: [EntityType]
  let findsNames: Bool
  let findsOrganisations: Bool
  /// Whether the trained tagger looks for names.
  let usesTagger: Bool
  /// See ``Policy/outsideWeight``.
  let outsideWeight: Float
  /// The last rule: placeholders that the text already has.
  let literalRule: UInt16
  /// Types that placeholders can be of, whatever this policy looks for.
  let knownTypes: Set<EntityType>
  /// The same, for finding placeholders in what is written.
  let issuable: LiteralGuard.Issuable
  /// How far before and after a block's core phrases are looked for, in bytes.
  let contextReach: Int
  /// The same for rules that find nothing without context, which is less.
  let enablingReach: Int

  init(_ policy: Policy) throws(PolicyError) {
    try Self.check(policy)
    self.policy = policy
    var rules: [CompiledRule] = []
    var dispatch = DispatchBuilder()
    findsNames = policy.names != .off && policy.admits(.name)
    var lexicon = Lexicon.builtIn
    var reach = 256
    var enablingReach = 0
    var types: Set<EntityType> = [.text, .name]
    for description in Catalogue.types { types.insert(description.type) }
    // The rules of a type stand together.
    var type = EntityType.text
    var isAdmitted = true
    for (position, rule) in (policy.rules + (try policy.domainRules()) + [Self.literals]).enumerated() {
      if rule.type != type {
        type = rule.type
        isAdmitted = policy.admits(type) || type == .text
        types.insert(type)
      }
      guard isAdmitted else { continue }
      func error(_ reason: String) -> PolicyError {
        PolicyError(place: "rules[\(position)] '\(rule.name)'", reason: reason)
      }
      let number = UInt16(rules.count)
      let isOwn = rule != Self.literals && !Catalogue.has(rule, at: position)
      let pattern: LazyPattern
      let start: PatternStart?
      do {
        (pattern, start) = try Self.compile(rule, isOwn: isOwn)
      } catch let failure {
        throw error(failure.message)
      }
      let threshold = policy.threshold(type)
      let needsContext = rule.requiresContext || rule.score < threshold
      do {
        try Self.addTrigger(rule, number, start, needsContext, &dispatch, &lexicon)
      } catch let failure {
        throw error(failure.text)
      }
      var contexts: [[UInt32]] = []
      for group in rule.context {
        guard let ids = lexicon.ids(of: group.words) else { throw error("a context word has no letter or digit") }
        if needsContext, group.weight > 0 { lexicon.enable(rule: number, near: ids) }
        contexts.append(ids)
        reach = max(reach, group.before, group.after)
        if needsContext { enablingReach = max(enablingReach, group.before, group.after) }
      }
      rules.append(
        CompiledRule(
          rule: rule, pattern: pattern, contexts: contexts, isRecalled: Recall.holds(for: rule),
          threshold: threshold, needsContext: needsContext, isOwn: isOwn))
    }
    lexicon.finish()
    self.rules = rules
    literalRule = UInt16(rules.count - 1)
    for entry in policy.deny { types.insert(entry.type) }
    knownTypes = types
    issuable = LiteralGuard.Issuable(types)
    self.dispatch = Dispatch(dispatch, patterns: rules.map(\.pattern))
    self.lexicon = lexicon
    contextReach = min(reach, policy.limits.window / 2)
    self.enablingReach = enablingReach
    findsOrganisations = policy.admits(.organisation)
    usesTagger = policy.names == .full && [EntityType.name, .organisation, .location].contains(where: policy.admits)
    outsideWeight = policy.outsideWeight
    allow = try Self.index(policy.allow, place: "allow")
    for (position, entry) in policy.deny.enumerated() where entry.phrase.utf8.count > policy.limits.window / 2 {
      throw PolicyError(place: "deny[\(position)]", reason: "the entry is longer than half of limits.window")
    }
    var deny = PhraseIndex(matchesPlurals: true, capacity: policy.deny.count)
    var denyTypes: [EntityType] = []
    for (position, entry) in policy.deny.enumerated() {
      guard let id = deny.insert(matchKey(Array(entry.phrase.utf8))) else {
        throw PolicyError(place: "deny[\(position)]", reason: "the entry has no letter or digit")
      }
      if Int(id) == denyTypes.count {
        denyTypes.append(entry.type)
      } else if denyTypes[Int(id)] != entry.type {
        throw PolicyError(place: "deny[\(position)]", reason: "an earlier entry gives the same words another type")
      }
    }
    self.deny = policy.deny.isEmpty ? nil : deny
    self.denyTypes = denyTypes
  }

  private static func index(_ phrases: [String], place: String) throws(PolicyError) -> PhraseIndex? {
    guard !phrases.isEmpty else { return nil }
    var index = PhraseIndex(capacity: phrases.count)
    for (position, phrase) in phrases.enumerated() where index.insert(matchKey(Array(phrase.utf8))) == nil {
      throw PolicyError(place: "\(place)[\(position)]", reason: "the entry has no letter or digit")
    }
    return index
  }

  private static func check(_ policy: Policy) throws(PolicyError) {
    let limits = policy.limits
    guard (1 << 10...1 << 20).contains(limits.window) else {
      throw PolicyError(place: "limits.window", reason: "must be from 1024 to 1048576 bytes")
    }
    guard limits.block >= limits.window, limits.block <= 1 << 26 else {
      throw PolicyError(place: "limits.block", reason: "must be from limits.window to 67108864 bytes")
    }
    guard limits.match > 0, limits.depth > 0, limits.heap > 0 else {
      throw PolicyError(place: "limits", reason: "match, depth and heap must be above 0")
    }
    guard (0...1).contains(policy.minimumScore), policy.minimumScores.values.allSatisfy((0...1).contains) else {
      throw PolicyError(place: "minimumScore", reason: "must be from 0 to 1")
    }
    guard policy.rules.count < 60_000 else { throw PolicyError(place: "rules", reason: "more than 60000 rules") }
    var names: Set<String> = []
    for (position, rule) in policy.rules.enumerated() {
      func error(_ reason: String) -> PolicyError {
        PolicyError(place: "rules[\(position)] '\(rule.name)'", reason: reason)
      }
      guard !rule.name.isEmpty else { throw error("the name is empty") }
      guard names.insert(rule.name).inserted else { throw error("the name is taken") }
      guard (0...1).contains(rule.score) else { throw error("score must be from 0 to 1") }
      guard rule.context.count <= 64 else { throw error("more than 64 context groups") }
      guard !rule.requiresContext || rule.context.contains(where: { $0.weight > 0 }) else {
        throw error("requires context but has no group with a positive weight")
      }
      for group in rule.context where !(0...limits.window / 2).contains(max(group.before, group.after)) {
        throw error("context reaches further than half of limits.window")
      }
    }
  }
}

extension Program {
  /// `NAME_1`, `US_SSN_12_B`: text that reads as a placeholder and must not be taken for a value.
  private static let literals = Rule(
    "placeholder", .text, pattern: "[A-Z][A-Z0-9]{0,47}+(?:_[A-Z][A-Z0-9]{0,47}+){0,23}+_[0-9]{1,10}(?:_[A-Z]{1,8})?",
    trigger: .around(UInt8(ascii: "_"), over: .capitals, count: 1...64), boundary: .none, score: 1)

  /// Characters that extend a word, besides ASCII: letters of scripts that put spaces between words.
  private static let wordCharacters =
    #"A-Za-z0-9_\x{AA}\x{B5}\x{BA}\x{C0}-\x{D6}\x{D8}-\x{F6}\x{F8}-\x{2FF}\x{370}-\x{DFF}\x{10A0}-\x{10FF}"#
    + #"\x{1E00}-\x{1FFF}"#

  /// The rule's pattern, and how its matches begin where that decides at which places it is tried.
  private static func compile(
    _ rule: Rule, isOwn: Bool
  ) throws(PatternError) -> (pattern: LazyPattern, start: PatternStart?) {
    let options = Pattern.Options(isCaseless: rule.isCaseless, isAnchored: true)
    if isOwn {
      // By itself first: what is put around it must not complete it.
      _ = try Pattern(rule.pattern)
      _ = try Pattern(bounded(rule), options: options)
    }
    let start = rule.trigger.readsFirstBytes ? try PatternStart(of: bounded(rule), isCaseless: rule.isCaseless) : nil
    return (LazyPattern({ bounded(rule) }, options: options), start)
  }

  /// The rule's pattern within its boundary, so that the matcher tries its alternatives until one fits.
  private static func bounded(_ rule: Rule) -> String {
    var body = Substring(rule.pattern)
    var verbs = ""
    // Settings such as `(*UCP)` must stay in front.
    while body.utf8.starts(with: "(*".utf8), let end = body.utf8.firstIndex(of: UInt8(ascii: ")")) {
      let verb = body[...end]
      guard verb.dropFirst(2).dropLast().allSatisfy({ $0.isUppercase || $0.isNumber || $0 == "_" || $0 == "=" }) else {
        break
      }
      verbs += verb
      body = body[verb.endIndex...]
    }
    // A comment of an extended pattern runs to the end of its line.
    let end = isExtended(body) ? "\n)" : ")"
    // What is matched begins behind the gap.
    if case .labels(_, let reach) = rule.trigger { verbs += Catalogue.gap(reach) + #"\K"# }
    switch rule.boundary {
    case .word: return "\(verbs)(?<![\(wordCharacters)])(?:\(body)\(end)(?![\(wordCharacters)])"
    case .digit: return "\(verbs)(?<![0-9])(?:\(body)\(end)(?![0-9])"
    case .none: return "\(verbs)(?:\(body)\(end)"
    }
  }

  /// Whether `(?x` stands anywhere in a pattern.
  private static func isExtended(_ pattern: Substring) -> Bool {
    var rest = pattern.utf8
    while let open = rest.firstIndex(of: UInt8(ascii: "(")) {
      rest = rest[open...]
      if rest.starts(with: "(?x".utf8) { return true }
      rest.removeFirst()
    }
    return false
  }
}
