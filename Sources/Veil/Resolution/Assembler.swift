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
  /// The number by which they know this text.
  private var teller: Int?
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
    let lexicon = program.lexicon
    learn(won, block, lexicon)
    if program.findsNames {
      let named = wanted(NamesByAddress.find(won, from: frontier, analysis, lexicon), analysis)
      learn(Merging.merge(named, into: &won, open: resolution.open, end: &end), block, lexicon)
    }
    recallMore(analysis, lexicon, &won, &end)
    defer { frontier = end }
    return Region(range: frontier..<end, won: won)
  }

  /// Notes what is to be found again.
  private mutating func learn(_ won: [Candidate], _ block: Block, _ lexicon: Lexicon) {
    let lessons = won.indices.filter { number in
      won[number].isRecalled || won[number].source == .deny && NamesAhead.holds(for: won[number].type)
    }
    // Of a word that is in a person's name and guessed to be a company, the person says more.
    for number in lessons where won[number].type.isPersonName { learn(won[number], block, lexicon) }
    for number in lessons where !won[number].type.isPersonName { learn(won[number], block, lexicon) }
  }

  private mutating func learn(_ candidate: Candidate, _ block: Block, _ lexicon: Lexicon) {
    let range = candidate.range.lowerBound - block.offset..<candidate.range.upperBound - block.offset
    let value = Array(block.bytes[range])
    let isDefined = candidate.rule == OrganisationFinder.aliasRule
    guard recall.learn(value, type: candidate.type, lexicon: lexicon, isDefined: isDefined) else { return }
    known?.learn(value, type: candidate.type, isDefined: isDefined, from: &teller)
  }

  /// Adds what is known by now and stands between the winners.
  private func recallMore(_ analysis: Analysis, _ lexicon: Lexicon, _ won: inout [Candidate], _ end: inout Int) {
    let offset = analysis.block.offset
    let folded = analysis.folded
    let range = folded.position(atOriginal: frontier - offset)..<folded.position(atOriginal: end - offset)
    guard !range.isEmpty else { return }
    var matches = recall.matches(in: range, of: analysis, lexicon)
    let teller = recall.hasSingleNames ? nil : teller
    if let others = known?.withRecall(for: teller, { $0.matches(in: range, of: analysis, lexicon) }) {
      matches += others
    }
    // Most stand where they were learned.
    var found: [Merging.Found] = []
    for match in matches where !Self.isWithin(won, Merging.Found.original(match.range, analysis), match.type) {
      found.append(Merging.Found(match, analysis))
    }
    _ = Merging.merge(wanted(found, analysis), into: &won, open: resolution.open, end: &end)
  }

  /// Whether something found is part of a winner, or is one.
  private static func isWithin(_ won: [Candidate], _ range: Range<Int>, _ type: EntityType) -> Bool {
    let place = won.partitioningIndex { $0.range.upperBound > range.lowerBound }
    guard place < won.count else { return false }
    let winner = won[place].range
    if winner == range { return won[place].type == type }
    // A person's name replaces a guess that has an `'s` behind it.
    return winner.lowerBound < range.lowerBound && range.upperBound <= winner.upperBound
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
