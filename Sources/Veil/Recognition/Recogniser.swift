import Scanning

/// What analysing a block came to: everything that depends on the block alone.
public struct Analysis: Sendable {
  var block: Block
  /// Unordered; all start in the block's core.
  var candidates: [Candidate]
  var folded: FoldedText
  /// Where in the folded text words count.
  var wordRange: Range<Int>
  /// Where runs begin in it that are long or not plain ASCII, in order.
  var runs: [UInt32]

  /// Gives up what takes much memory, to be used for the next block.
  consuming func giveUp(to cutter: inout BlockCutter, _ folded: inout FoldedText) {
    // Text that is its own fold shares the block's bytes.
    if !self.folded.isOwnFold { folded = self.folded }
    cutter.reuse(block.bytes)
  }
}

/// Working memory of one analysis at a time.
///
/// Unchecked, because it is handed from task to task but only ever used by the one that took it from the pool.
final class Scratch: @unchecked Sendable {
  var folder = Folder()
  var scanner = Scanner()
  let match: MatchScratch
  /// Made when a policy first asks for it.
  lazy var tagger = Tagger(.builtIn)
  var nearby: NearbyContext?

  init(_ limits: Policy.Limits) {
    match = MatchScratch(limits: MatchLimits(match: limits.match, depth: limits.depth, heap: limits.heap))
  }
}

/// Turns a block into candidates: fold, scan, confirm by pattern, validate, weigh by context.
struct Recogniser {
  let program: Program
  let scratch: Scratch

  /// - Parameter storage: used for the folded text.
  func analyze(
    _ block: consuming Block, mapping: Mapping?, using storage: inout FoldedText
  ) throws(EngineError) -> Analysis {
    // Near a block's end a longer entry could not be seen as a whole.
    if let mapping, mapping.longest > program.policy.limits.window / 2 {
      throw .windowExceeded(rule: "mapping", offset: block.offset)
    }
    var folded = FoldedText()
    swap(&folded, &storage)
    do {
      try scratch.folder.fold(block.bytes, admitInvalid: program.policy.invalidUTF8 == .opaque, into: &folded)
    } catch {
      throw .invalidUTF8(offset: block.offset + error.offset)
    }
    var candidates: [Candidate] = []
    var wordRange = 0..<0
    var runs: [UInt32] = []
    if !block.core.isEmpty {
      // A label begins what is found behind it.
      let core =
        folded.position(
          atOriginal: block.core.lowerBound - block.label)..<folded.position(atOriginal: block.core.upperBound)
      let pass = Pass(
        program: program, scratch: scratch, mapping: mapping, folded: folded, offset: block.offset,
        endsText: block.endsText, label: folded.position(atOriginal: block.label), core: core,
        phrases: 0..<core.upperBound + program.contextReach)
      candidates = try pass.run()
      wordRange = pass.phrases.clamped(to: 0..<folded.bytes.count)
      runs = scratch.scanner.runs
      var fresh = candidates
      for _ in 0..<Self.mostLooks where !fresh.isEmpty {
        let won = try lookAgain(&candidates, around: fresh, pass)
        fresh = program.usesTagger ? tagAgain(candidates, won, around: fresh, pass) : []
        candidates += fresh
      }
      if block.label > 0 {
        candidates = candidates.compactMap { Self.withoutLabel($0, textStart: block.range.lowerBound) }
      }
    }
    return Analysis(block: block, candidates: candidates, folded: folded, wordRange: wordRange, runs: runs)
  }
}

extension Recogniser {
  /// Nothing is found in a label, but what begins there and reaches into the text is found in the text. A user's own
  /// value is found whole or not at all.
  private static func withoutLabel(_ candidate: Candidate, textStart: Int) -> Candidate? {
    guard candidate.range.lowerBound < textStart else { return candidate }
    guard candidate.range.upperBound > textStart, candidate.source < .mapping else { return nil }
    var rest = candidate
    rest.range = textStart..<candidate.range.upperBound
    rest.isPart = true
    return rest
  }

  /// Looks for what a finding hid by touching it: a number right behind a number is no word of its own until the first
  /// has become a placeholder. Without this, pseudonymizing the output would find more.
  ///
  /// - Returns: the winners among all candidates, where they came to be known.
  private func lookAgain(
    _ candidates: inout [Candidate], around fresh: [Candidate], _ first: Pass
  ) throws(EngineError) -> [Candidate]? {
    var touched = first.surroundings(of: fresh.filter(first.isTouched))
    for _ in 0..<Self.mostLooks where !touched.isEmpty {
      let won = Self.winners(of: candidates)
      var pass = first
      pass.isFirst = false
      pass.folded = first.folded.masking(won.indices.map { first.foldedRange(won[$0].range) })
      var more: [Candidate] = []
      for range in touched {
        pass.core = range
        pass.phrases = max(0, range.lowerBound - program.contextReach)..<range.upperBound + program.contextReach
        for candidate in try pass.run() where candidate.source != .literal {
          for range in Resolution.remainders(of: candidate.range, without: won) where first.hasContent(range) {
            var rest = candidate
            rest.isPart = candidate.range != range
            rest.range = range
            more.append(rest)
          }
        }
      }
      if more.isEmpty { return won }
      candidates += more
      touched = first.surroundings(of: more)
    }
    return nil
  }

  private static func winners(of candidates: [Candidate]) -> [Candidate] {
    var resolution = Resolution()
    return resolution.add(candidates, bound: .max, limit: .max).won
  }

  /// Chains of values that hide one another are short; each look is a whole scan of the block.
  private static let mostLooks = 4

  /// Lets the tagger read the text as it will be once the findings are placeholders: a word beside one of them may look
  /// more like a name than beside what stood there. Without this, pseudonymizing the output would find more.
  ///
  /// - Parameter won: the winners among the candidates, if they are known.
  /// - Returns: what is found only then.
  private func tagAgain(
    _ candidates: [Candidate], _ won: [Candidate]?, around fresh: [Candidate], _ first: Pass
  ) -> [Candidate] {
    let won = won ?? Self.winners(of: candidates)
    var pass = first
    // What is a placeholder already stays as it is.
    let masked = won.indices.filter { won[$0].source != .literal }
    pass.folded = first.folded.masking(masked.map { first.foldedRange(won[$0].range) })
    let places = fresh.indices.map { first.foldedRange(fresh[$0].range) }.sorted { $0.lowerBound < $1.lowerBound }
    return pass.namesBesidePlaceholders(around: places).filter { candidate in
      Resolution.remainders(of: candidate.range, without: won) == [candidate.range]
    }
  }
}

extension Policy {
  func threshold(_ type: EntityType) -> Double { minimumScores[type] ?? minimumScore }
}

extension Array where Element: Equatable {
  /// Leaves one of each row of equal elements.
  mutating func removeRepeated() {
    var count = 0
    for index in indices where count == 0 || self[index] != self[count - 1] {
      self[count] = self[index]
      count += 1
    }
    removeSubrange(count...)
  }
}

extension Array {
  /// Index of the first element of the second half, for an array whose elements are split by `belongsToSecond`.
  func partitioningIndex(_ belongsToSecond: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if belongsToSecond(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
