import Scanning

/// How a finding came about. Holds no text of the input.
public struct Explanation: Sendable {
  /// A group of context words of the rule that was there.
  public struct ContextMatch: Sendable, Hashable {
    /// The group's words, as the rule has them.
    public var words: [String]
    public var weight: Double
  }

  /// What the finding won against.
  public struct Loser: Sendable, Hashable {
    public var finding: Finding
    /// What decided.
    public var reason: Reason
  }

  public enum Reason: String, Sendable {
    /// A mapping or a list of the user's beats what was recognised.
    case list
    case validated
    /// What has a form of its own beats what only its surroundings speak for.
    case form
    case longer
    case score
    case priority
    /// Alike in everything: the earlier, or the first by name.
    case order
  }

  public var finding: Finding
  /// The rule's own score, before context.
  public var baseScore: Double
  public var validator: Validator?
  public var context: [ContextMatch]
  /// Why its words were taken for a name; empty for what rules and lists find.
  public var evidence: [Evidence]
  /// Ways in which the text was disguised, empty when it stood there plainly: `invisible`, `lookalike`, `width`, …
  public var disguises: [String]
  public var lost: [Loser]
  public var `operator`: Policy.Operator
  /// Whether restoring brings the text back.
  public var isReversible: Bool { `operator` == .placeholder || `operator` == .keep }
}

extension Engine {
  /// As `findings(in:mapping:)`, each with its reasons. Slower, and keeps all losers in memory.
  public func explain(_ text: [UInt8], mapping: Mapping? = nil) throws(EngineError) -> [Explanation] {
    try explain(text, mapping: mapping, known: mapping?.known)
  }

  /// What would be replaced with this vault. It learns the text's names, as if the text had been pseudonymized.
  public func explain(_ text: [UInt8], vault: Vault) throws(EngineError) -> [Explanation] {
    try explain(text, mapping: vault.mapping, known: vault.known)
  }

  private func explain(
    _ text: [UInt8], mapping: Mapping?, known: SharedRecall?
  ) throws(EngineError) -> [Explanation] {
    var cutter = makeBlockCutter()
    var assembler = Assembler(program, known: known)
    var won: [Candidate] = []
    var lost: [Finding: [Explanation.Loser]] = [:]
    func take(_ block: Block) throws(EngineError) {
      let region = assembler.take(try analyze(block, mapping: mapping)) { loser, winner in
        lost[winner.finding, default: []].append(
          Explanation.Loser(finding: loser.finding, reason: Self.reason(winner, loser)))
      }
      won += region.won.filter { $0.source != .literal }
    }
    var position = 0
    while let block = cutter.next(from: text.span, at: &position) { try take(block) }
    while let block = cutter.nextAtEnd() { try take(block) }
    return won.map { explanation($0, lost: lost[$0.finding] ?? [], in: text) }
  }

  private func explanation(_ candidate: Candidate, lost: [Explanation.Loser], in text: [UInt8]) -> Explanation {
    let rule = candidate.source == .pattern && candidate.number >= 0 ? program.rules[candidate.number].rule : nil
    let groups = rule?.context.enumerated().filter { candidate.contexts >> UInt64($0.offset) & 1 == 1 } ?? []
    let agreeing = lost.map(\.finding).filter { $0.type == candidate.type && $0.range == candidate.range }
    return Explanation(
      finding: candidate.finding, baseScore: candidate.baseScore, validator: rule?.validator,
      context: groups.map { Explanation.ContextMatch(words: $0.element.words, weight: $0.element.weight) },
      evidence: evidence(for: candidate, foundBy: [candidate.rule.text] + agreeing.map(\.rule).sorted(), in: text),
      disguises: candidate.disguise.names, lost: lost,
      operator: policy.operators[candidate.type] ?? policy.defaultOperator)
  }

  private static func reason(_ winner: Candidate, _ loser: Candidate) -> Explanation.Reason {
    if winner.source != loser.source { return .list }
    if winner.isCertain != loser.isCertain { return .validated }
    if winner.isGuess != loser.isGuess { return .form }
    if winner.range.count != loser.range.count { return .longer }
    if winner.score != loser.score { return .score }
    return winner.priority != loser.priority ? .priority : .order
  }
}

extension Disguise {
  fileprivate var names: [String] {
    let all: [(Disguise, String)] = [
      (.invisible, "invisible"), (.lookalike, "lookalike"), (.width, "width"), (.digit, "digit"),
      (.punctuation, "punctuation"), (.entity, "entity"), (.percent, "percent"), (.composition, "composition"),
      (.escape, "escape"),
    ]
    return all.filter { contains($0.0) }.map(\.1)
  }
}
