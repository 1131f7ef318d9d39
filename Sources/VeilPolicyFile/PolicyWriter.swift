import Veil

extension PolicyFile {
  /// The policy as a file that stands by itself: reading it gives the same policy.
  ///
  /// Everything that has a single value is written out, so that the file also says what the defaults are.
  public static func yaml(_ policy: Policy) -> String {
    let base = Policy.default
    var lines: [String] = []
    if let types = policy.types { lines += YAMLText.lines("types", names(types)) }
    let included = base.excludedTypes.subtracting(policy.excludedTypes)
    let excluded = policy.excludedTypes.subtracting(base.excludedTypes)
    // With a list of types the two would change that list, and mean nothing else.
    if policy.types == nil {
      if !included.isEmpty { lines += YAMLText.lines("include", names(included)) }
      if !excluded.isEmpty { lines += YAMLText.lines("exclude", names(excluded)) }
    }
    lines.append("classes: \(YAMLText.list(EntityClass.allCases.filter(policy.classes.contains).map(\.rawValue)))")
    lines += byType("type_classes", policy.customClasses) { $0.rawValue }
    lines.append("minimum_score: \(policy.minimumScore)")
    lines += byType("minimum_scores", policy.minimumScores) { "\($0)" }
    if !policy.allow.isEmpty { lines += YAMLText.lines("allow", policy.allow) }
    lines += deny(policy.deny)
    if !policy.domains.isEmpty { lines += YAMLText.lines("domains", policy.domains) }
    lines.append("names: \(YAMLText.scalar(policy.names.rawValue))")
    lines.append("operators:")
    lines.append("  default: \(name(policy.defaultOperator))")
    for (type, operation) in policy.operators.sorted(by: { $0.key < $1.key }) {
      lines.append("  \(type): \(name(operation))")
    }
    lines.append("brackets: \(YAMLText.scalar(policy.brackets.rawValue))")
    let limits = policy.limits
    lines.append(
      "limits: {window: \(limits.window), block: \(limits.block), match: \(limits.match), depth: \(limits.depth), "
        + "heap: \(limits.heap)}")
    lines.append("limit_action: \(policy.limitAction.rawValue)")
    lines.append("invalid_utf8: \(policy.invalidUTF8 == .reject ? "reject" : "opaque")")
    lines += rules(policy)
    return lines.joined(separator: "\n") + "\n"
  }

  /// What ``Policy/operators`` are called in a file.
  public static func name(_ operation: Policy.Operator) -> String {
    PolicyReader.operators.first { $0.value == operation }!.key
  }

  /// How the built-in rules differ, and the others in full.
  private static func rules(_ policy: Policy) -> [String] {
    let builtIn = Set(Catalogue.rules)
    let own = policy.rules.filter { !builtIn.contains($0) }
    let kept = Set(policy.rules).intersection(builtIn)
    var lines: [String] = []
    if kept.isEmpty {
      lines.append("catalogue: false")
    } else if kept.count < builtIn.count {
      lines += YAMLText.lines("disable", builtIn.subtracting(kept).map(\.name).sorted())
    }
    if !own.isEmpty { lines += ["rules:"] + own.flatMap(yaml) }
    return lines
  }

  private static func names(_ types: Set<EntityType>) -> [String] { types.sorted().map(\.name) }

  private static func byType<T>(_ key: String, _ values: [EntityType: T], _ text: (T) -> String) -> [String] {
    if values.isEmpty { return [] }
    return ["\(key):"] + values.sorted { $0.key < $1.key }.map { "  \($0.key): \(text($0.value))" }
  }

  private static func deny(_ entries: [Policy.DenyEntry]) -> [String] {
    var phrases: [EntityType: [String]] = [:]
    for entry in entries { phrases[entry.type, default: []].append(entry.phrase) }
    return byType("deny", phrases) { YAMLText.list($0) }
  }
}

extension PolicyFile {
  /// A rule as an element of `rules`, its values that are not the default ones.
  static func yaml(_ rule: Rule) -> [String] {
    var lines = ["  - name: \(YAMLText.scalar(rule.name))", "    type: \(rule.type)"]
    lines.append("    pattern: \(YAMLText.scalar(rule.pattern))")
    if rule.trigger != .derived { lines.append("    trigger: \(yaml(rule.trigger))") }
    if rule.isCaseless { lines.append("    caseless: true") }
    if rule.boundary != .word { lines.append("    boundary: \(key(of: rule.boundary, in: PolicyReader.boundaries))") }
    if let validator = rule.validator { lines.append("    validator: \(validator.rawValue)") }
    lines.append("    score: \(rule.score)")
    if !rule.context.isEmpty {
      lines.append("    context:")
      for context in rule.context {
        lines.append(
          "      - {words: \(YAMLText.list(context.words)), before: \(context.before), after: \(context.after), "
            + "weight: \(context.weight)}")
      }
    }
    if rule.requiresContext { lines.append("    requires_context: true") }
    if rule.priority != 0 { lines.append("    priority: \(rule.priority)") }
    return lines
  }

  private static func yaml(_ trigger: Rule.Trigger) -> String {
    switch trigger {
    case .derived: "derived"
    case .digits(let count, let within, _, _, _): "{digits: \(count), within: \(within)}"
    case .literals(let texts): "{literals: \(YAMLText.list(texts))}"
    case .phrases(let phrases): "{phrases: \(YAMLText.list(phrases))}"
    case .labels(let labels, .adjacent): "{labels: \(YAMLText.list(labels))}"
    case .labels(let labels, let reach): "{labels: \(YAMLText.list(labels)), reach: \(reach.rawValue)}"
    case .shape(let letters, let digits): "{shape: '\(shape(letters, digits))'}"
    case .run(let lengths, let digits): "{run: '\(counts(lengths))', digits: \(digits)}"
    case .around(let byte, let over, let count, let next):
      "{around: \(YAMLText.scalar(String(UnicodeScalar(byte)))), over: \(key(of: over, in: PolicyReader.byteClasses)), "
        + "count: [\(count.lowerBound), \(count.upperBound)]"
        + (next.map { ", next: \(key(of: $0, in: PolicyReader.byteClasses))" } ?? "") + "}"
    }
  }

  private static func shape(_ letters: ClosedRange<Int>, _ digits: Set<Int>) -> String {
    (letters == 0...0 ? "" : text(letters) + "+") + counts(digits)
  }

  /// Neighbours are written as one range.
  private static func counts(_ counts: Set<Int>) -> String {
    let ranges = counts.sorted().reduce(into: [ClosedRange<Int>]()) { ranges, count in
      if let last = ranges.last, last.upperBound + 1 == count {
        ranges[ranges.count - 1] = last.lowerBound...count
      } else {
        ranges.append(count...count)
      }
    }
    return ranges.map(text).joined(separator: ",")
  }

  private static func text(_ range: ClosedRange<Int>) -> String {
    range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)-\(range.upperBound)"
  }

  private static func key<T: Equatable>(of value: T, in names: [String: T]) -> String {
    names.first { $0.value == value }!.key
  }
}
