import Veil

/// Learns a rule from samples of an identifier.
///
/// What comes out is text for a policy file, see ``proposal(against:)``; nothing is switched on by it.
///
///     let lesson = try Lesson(type, samples: bytes)
///     var specificity = try lesson.makeSpecificity()
///     try specificity.add(text)
///     print(try lesson.proposal(against: specificity))
public struct Lesson {
  let type: EntityType
  let samples: Samples
  let pattern: LearnedPattern
  /// Words before the identifier; those that the type's name suggests when the user gave none.
  let labels: [String]
  let hasOwnLabels: Bool

  /// - Parameters:
  ///   - samples: one a line.
  ///   - labels: words that stand before the identifier.
  public init(_ type: EntityType, samples bytes: [UInt8], labels: [String] = []) throws(LearningError) {
    self.type = type
    samples = try Samples(bytes)
    pattern = try LearnedPattern(samples)
    hasOwnLabels = !labels.isEmpty
    self.labels = hasOwnLabels ? labels : [type.name.split(separator: "_").joined(separator: " ").lowercased()]
    if pattern.strength == .word, !hasOwnLabels {
      throw LearningError(
        "ordinary words look like the samples; give a label, so that only what stands behind it counts")
    }
  }

  /// Counts findings of the bare pattern, without label and context.
  public func makeSpecificity() throws(PolicyError) -> Specificity {
    try Specificity(rule(pattern.trigger, score: 1), known: Set(samples.texts))
  }

  /// Before a built-in rule of the same form and belief: whoever teaches a type wants it.
  private func rule(_ trigger: Rule.Trigger, score: Double, context: [Rule.Context] = []) -> Rule {
    Rule(
      name, type, pattern: pattern.text, trigger: trigger, isCaseless: pattern.isCaseless, score: score,
      context: context, priority: 1)
  }

  /// Not one that is taken.
  private var name: String {
    let name = "own-" + type.name.lowercased().split(separator: "_").joined(separator: "-")
    return Catalogue.rules.contains { $0.name == name } ? name + "-learned" : name
  }

  // MARK: - What comes out

  /// Text for a policy file: the rule, and as comments what was seen.
  ///
  /// - Throws: ``LearningError`` when the rule does not find the samples.
  public func proposal(against specificity: Specificity? = nil) throws(LearningError) -> String {
    let (rule, reason) = proposedRule(specificity)
    try check(rule)
    var comments = ["\(type), learned from \(samples.count) samples. Put it under `rules` of a policy file."]
    for form in pattern.forms {
      let share = pattern.forms.count > 1 ? "\(form.count) of \(samples.count): " : ""
      comments.append("Seen: \(share)\(form.words)\(pattern.isCaseless ? "; in capitals and small letters" : "").")
    }
    comments.append("The pattern matches \(Self.rounded(pattern.size)) different texts.")
    if let specificity { comments.append(Self.words(specificity)) }
    comments += reason
    comments += checksums
    return (comments.map { "# \($0)" } + ["rules:"] + PolicyFile.yaml(rule)).joined(separator: "\n") + "\n"
  }

  private func proposedRule(_ specificity: Specificity?) -> (Rule, reason: [String]) {
    let isCommon = specificity.map { $0.findingsPerMegabyte > 1 } ?? false
    let isRare = specificity.map { $0.isTelling && !isCommon } ?? false
    switch pattern.strength {
    case .word, .number:
      let what = pattern.strength == .word ? "Ordinary words look" : "Any number of this length looks"
      return (
        rule(.labels(labels), score: 0.8),
        ["\(what) the same: the rule is tried only right behind a label."] + labelRemark
      )
    case .strong where !isCommon: return (rule(pattern.trigger, score: 0.85, context: []), [])
    case .fair where isRare: return (rule(pattern.trigger, score: 0.6, context: context), [])
    default:
      let reason =
        isCommon ? "Found too often in other text" : "Other identifiers may look the same"
      return (
        rule(pattern.trigger, score: 0.4, context: context),
        ["\(reason): counts only near a label, unless the minimum score is below 0.4."] + labelRemark
      )
    }
  }

  private var context: [Rule.Context] { [Rule.Context(labels, before: 48, after: 24, weight: 0.4)] }

  private var labelRemark: [String] {
    hasOwnLabels ? [] : ["The label is the type's name; put the words there that your texts have before it."]
  }

  /// Nothing is proposed that does not do what it is for.
  private func check(_ rule: Rule) throws(LearningError) {
    let engine: Engine
    do {
      engine = try Engine(Policy(rules: [rule], types: [type], names: .off))
    } catch {
      throw LearningError("no rule comes of the samples: \(error.reason)")
    }
    for (sample, line) in zip(samples.texts, samples.lines) {
      let text = "\(labels[0]): \(sample)\n"
      let start = text.utf8.count - 1 - sample.utf8.count
      let findings = (try? engine.findings(in: text)) ?? []
      guard findings.contains(where: { $0.type == type && $0.range == start..<start + sample.utf8.count }) else {
        throw LearningError(line: line, "the rule that the samples come to does not find this one")
      }
    }
  }

  /// Which checks all samples pass that hardly anything else does.
  private var checksums: [String] {
    guard samples.count >= 4 else { return [] }
    return Validator.allCases.filter { validator in
      samples.texts.allSatisfy({ validator.accepts(Array($0.utf8).span) })
        && Self.isChecksum(validator, samples.texts.prefix(8))
    }.prefix(3).map {
      "All samples pass the check \($0.rawValue): \($0.scheme). If it is theirs, add `validator: \($0.rawValue)`."
    }
  }

  /// Whether the check notices a digit that is changed, nearly always.
  private static func isChecksum(_ validator: Validator, _ texts: ArraySlice<String>) -> Bool {
    var tries = 0
    var passes = 0
    for text in texts {
      let bytes = Array(text.utf8)
      for (position, byte) in bytes.enumerated() where UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte {
        for digit in UInt8(ascii: "0")...UInt8(ascii: "9") where digit != byte {
          var changed = bytes
          changed[position] = digit
          tries += 1
          if validator.accepts(changed.span) { passes += 1 }
        }
      }
    }
    return tries > 0 && passes * 10 <= tries
  }

  private static func words(_ specificity: Specificity) -> String {
    let others = specificity.findings - specificity.samples
    let size = "\(tenths(Double(specificity.bytes) / 1e6)) MB"
    let rate = "\(tenths(specificity.findingsPerMegabyte)) per MB"
    let samples = specificity.samples > 0 ? ", and \(specificity.samples) that are samples" : ""
    return "In \(size) of other text the bare pattern has \(others) findings, \(rate)\(samples)."
  }

  private static func tenths(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// `17576`, `about 7 × 10^9`.
  private static func rounded(_ value: Double) -> String {
    if value < 1e6 { return "\(Int(value))" }
    var exponent = 0
    var rest = value
    while rest >= 9.5 {
      rest /= 10
      exponent += 1
    }
    return "about \(Int(rest.rounded())) × 10^\(exponent)"
  }
}
