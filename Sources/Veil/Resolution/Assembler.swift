import Scanning

/// Puts analysed blocks, in their order, into one sequence of resolved findings.
///
/// The only stage that knows more than one block: it decides clusters that cross a cut, and finds again what earlier
/// text gave away.
struct Assembler {
  /// A stretch of the text about which all is decided.
  struct Region {
    var range: Range<Int>
    /// Sorted, never overlapping, all within `range`.
    var won: [Candidate]
  }

  private let program: Program
  /// Values known to the vault, shared with the other texts of the same vault.
  private let known: SharedRecall?
  private var resolution = Resolution()
  private var recall = Recall()
  private var frontier = 0

  init(_ program: Program, known: SharedRecall?) {
    self.program = program
    self.known = known
  }

  /// Takes the next block and says what is decided with it; the regions of all blocks cover the text without gaps.
  mutating func take(_ analysis: Analysis, lost: (Candidate, Candidate) -> Void = { _, _ in }) -> Region {
    let block = analysis.block
    let bound = block.isLast ? Int.max : block.range.upperBound
    // Half a window leaves the other half for what is held back below: both lie within the next block's look-behind.
    var (won, end) = resolution.add(
      analysis.candidates, bound: bound, limit: program.policy.limits.window / 2, lost: lost)
    end = min(end, block.offset + block.bytes.count)
    if won.contains(where: \.isPart) { won = won.compactMap { $0.isPart ? Self.trimmed($0, block) : $0 } }
    // Of a word that is in a person's name and guessed to be a company, the person says more.
    for candidate in won where candidate.type.isPersonName { learn(candidate, block) }
    for candidate in won where !candidate.type.isPersonName { learn(candidate, block) }
    if program.findsNames {
      let named = wanted(NamesByAddress.find(won, from: frontier, analysis, program.lexicon), analysis)
      for candidate in Merging.merge(named, into: &won, open: resolution.open, end: &end) { learn(candidate, block) }
    }
    recallMore(analysis, &won, &end)
    defer { frontier = end }
    return Region(range: frontier..<end, won: won)
  }

  /// Notes what is to be found again.
  private mutating func learn(_ candidate: Candidate, _ block: Block) {
    let type = candidate.type
    guard candidate.isRecalled || candidate.source == .deny && NamesAhead.holds(for: type) else { return }
    let isDefined = candidate.rule == OrganisationFinder.aliasRule
    let value = Array(
      block.bytes[candidate.range.lowerBound - block.offset..<candidate.range.upperBound - block.offset])
    let lexicon = program.lexicon
    var shortNames: [[UInt8]]?
    recall.learn(value, type: type, lexicon: lexicon, scope: .text, isDefined: isDefined, &shortNames)
    known?.learn(value, type: type, lexicon: lexicon, isDefined: isDefined, shortNames: shortNames)
  }

  /// Adds what is known by now and stands between the winners.
  private func recallMore(_ analysis: Analysis, _ won: inout [Candidate], _ end: inout Int) {
    let offset = analysis.block.offset
    let folded = analysis.folded
    let range = folded.position(atOriginal: frontier - offset)..<folded.position(atOriginal: end - offset)
    guard !range.isEmpty else { return }
    let lexicon = program.lexicon
    let matches =
      if let known {
        known.withRecall { recall.matches(in: range, of: analysis, lexicon, and: $0) }
      } else {
        recall.matches(in: range, of: analysis, lexicon)
      }
    let found = matches.map { Merging.Found($0, analysis) }
    _ = Merging.merge(wanted(found, analysis), into: &won, open: resolution.open, end: &end)
  }

  private func wanted(_ found: [Merging.Found], _ analysis: Analysis) -> [Merging.Found] {
    let policy = program.policy
    let offset = analysis.block.offset
    return found.filter { found in
      let candidate = found.candidate
      // Stretched by invisible characters beyond what the next block looks back on, it could not be held back.
      guard candidate.range.count <= policy.limits.window / 4 else { return false }
      guard candidate.score >= policy.threshold(candidate.type) else { return false }
      guard let allow = program.allow else { return true }
      let value = analysis.block.bytes[candidate.range.lowerBound - offset..<candidate.range.upperBound - offset]
      return !allow.matches(exactly: matchKey(value))
    }
  }

  /// What is left of a finding without the spaces and marks at its ends; nil when that is nothing.
  private static func trimmed(_ candidate: Candidate, _ block: Block) -> Candidate? {
    var range = candidate.range
    func isContent(_ place: Int) -> Bool {
      let byte = block.bytes[place - block.offset]
      return isASCIIWord(byte) || byte >= 0x80
    }
    while let first = range.first, !isContent(first) { range = first + 1..<range.upperBound }
    while let last = range.last, !isContent(last) { range = range.lowerBound..<last }
    guard !range.isEmpty else { return nil }
    var candidate = candidate
    candidate.range = range
    return candidate
  }
}

extension OrganisationFinder {
  /// The name of what finds the short names that a text defines.
  static let aliasRule = Evidence.alias.rule
}
