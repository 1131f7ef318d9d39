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
    won = won.compactMap { $0.isPart ? Self.trimmed($0, block) : $0 }
    for candidate in won where candidate.isRecalled {
      let value = Array(
        block.bytes[candidate.range.lowerBound - block.offset..<candidate.range.upperBound - block.offset])
      recall.learn(value, type: candidate.type, lexicon: program.lexicon)
      known?.recall.withLock { $0.learn(value, type: candidate.type, lexicon: program.lexicon, parts: false) }
    }
    recallMore(analysis, &won, &end)
    defer { frontier = end }
    return Region(range: frontier..<end, won: won)
  }

  /// Adds what is known by now and stands between the winners.
  private mutating func recallMore(_ analysis: Analysis, _ won: inout [Candidate], _ end: inout Int) {
    let block = analysis.block
    let folded = analysis.folded
    let range = folded.position(atOriginal: frontier - block.offset)..<folded.position(atOriginal: end - block.offset)
    guard !range.isEmpty else { return }
    var found = Self.find(in: range, of: analysis, recall)
    if let known { found += known.recall.withLock { Self.find(in: range, of: analysis, $0) } }
    found = Self.wanted(found, analysis, program)
    guard !found.isEmpty else { return }
    found.sort {
      $0.range.lowerBound != $1.range.lowerBound ? $0.range.lowerBound < $1.range.lowerBound : $0.isStronger(than: $1)
    }
    var accepted: [Candidate] = []
    let taken = won + resolution.open
    var next = 0
    for candidate in found {
      while next < taken.count, taken[next].range.upperBound <= candidate.range.lowerBound { next += 1 }
      if next < taken.count, taken[next].range.overlaps(candidate.range) { continue }
      if let last = accepted.last, last.range.overlaps(candidate.range) {
        if candidate.isStronger(than: last) { accepted[accepted.count - 1] = candidate }
      } else {
        accepted.append(candidate)
      }
    }
    if let crossing = accepted.first(where: { $0.range.upperBound > end }) { end = crossing.range.lowerBound }
    won = (won + accepted.filter { $0.range.upperBound <= end }).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private static func wanted(_ found: [Candidate], _ analysis: Analysis, _ program: Program) -> [Candidate] {
    let policy = program.policy
    let offset = analysis.block.offset
    return found.filter { candidate in
      // Stretched by invisible characters beyond what the next block looks back on, it could not be held back.
      guard candidate.range.count <= policy.limits.window / 4 else { return false }
      guard candidate.score >= policy.threshold(candidate.type) else { return false }
      guard let allow = program.allow else { return true }
      let value = analysis.block.bytes[candidate.range.lowerBound - offset..<candidate.range.upperBound - offset]
      return !allow.matches(exactly: matchKey(value))
    }
  }

  private static func find(in range: Range<Int>, of analysis: Analysis, _ recall: Recall) -> [Candidate] {
    guard !recall.isEmpty else { return [] }
    let folded = analysis.folded
    let offset = analysis.block.offset
    let hits = analysis.words.flatMap { words in
      let first = words.partitioningIndex { $0.start >= range.lowerBound }
      let end = words.partitioningIndex { $0.start >= range.upperBound }
      return folded.bytes.withUnsafeBufferPointer { Scanner.hits(of: recall.index, among: words[first..<end], in: $0) }
    }
    var found: [Candidate] = []
    for hit in hits {
      let entry = recall.entries[Int(hit.phrase)]
      let first = folded.bytes[Int(hit.start)]
      if entry.needsCapital, isLower(first) { continue }
      let place = folded.original(Int(hit.start)..<Int(hit.end))
      found.append(
        Candidate(
          type: entry.type, range: offset + place.lowerBound..<offset + place.upperBound, source: .recall,
          isValidated: false, score: 0.8, priority: 0, rule: "seen-before", number: -1, contexts: 0, baseScore: 0.8,
          disguise: folded.disguises(in: Int(hit.start)..<Int(hit.end)), isRecalled: false))
    }
    return found
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
