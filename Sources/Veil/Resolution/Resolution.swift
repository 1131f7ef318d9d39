/// Chooses among overlapping candidates in one sweep from left to right.
///
/// Candidates that overlap, directly or through others, form a cluster; within it the strongest wins, then the
/// strongest that does not touch it, and so on. A cluster is decided once nothing to come can join it.
struct Resolution {
  /// Candidates whose cluster may still grow, sorted by start.
  private(set) var open: [Candidate] = []
  /// End of the last winner. What comes later and reaches back over it gives way.
  private var decidedEnd = 0

  /// Adds candidates that start before `bound` and decides every cluster that ends by then.
  ///
  /// - Parameters:
  ///   - bound: no candidate to come starts before this offset.
  ///   - limit: clusters longer than this are decided as they are; it keeps a chain of overlaps from growing for ever.
  ///   - lost: receives each loser with the winner that it overlaps.
  /// - Returns: winners, sorted, and the offset up to which all is decided.
  /// - Complexity: O(n log n) in the candidates, O(k²) within one cluster of k.
  mutating func add(
    _ candidates: [Candidate], bound: Int, limit: Int, lost: (Candidate, Candidate) -> Void = { _, _ in }
  ) -> (won: [Candidate], frontier: Int) {
    for candidate in candidates where candidate.range.upperBound > decidedEnd {
      var candidate = candidate
      candidate.range = max(candidate.range.lowerBound, decidedEnd)..<candidate.range.upperBound
      open.append(candidate)
    }
    sortOpen()
    var won: [Candidate] = []
    var start = 0
    while start < open.count {
      var end = start + 1
      var reach = open[start].range.upperBound
      while end < open.count, open[end].range.lowerBound < reach {
        reach = max(reach, open[end].range.upperBound)
        end += 1
      }
      let isComplete = reach <= bound || bound - open[start].range.lowerBound > limit
      guard isComplete else { break }
      Self.decide(open[start..<end], into: &won, lost: lost)
      start = end
    }
    open.removeSubrange(..<start)
    decidedEnd = max(decidedEnd, won.last?.range.upperBound ?? 0)
    let decided = max(decidedEnd, bound)
    return (won, min(open.first?.range.lowerBound ?? decided, decided))
  }

  /// Sorts numbers rather than candidates, which are large.
  private mutating func sortOpen() {
    guard open.count > 1 else { return }
    let unsorted = open
    var order = Array(unsorted.indices)
    order.sort { a, b in
      let (first, second) = (unsorted[a].range.lowerBound, unsorted[b].range.lowerBound)
      return first != second ? first < second : unsorted[a].isStronger(than: unsorted[b])
    }
    for (place, number) in order.enumerated() where place != number { open[place] = unsorted[number] }
  }

  private static func decide(
    _ cluster: ArraySlice<Candidate>, into won: inout [Candidate], lost: (Candidate, Candidate) -> Void
  ) {
    if cluster.count == 1 {
      won.append(cluster.first!)
      return
    }
    var accepted: [Candidate] = []
    var losers: [(Candidate, Candidate)] = []
    for candidate in cluster.sorted(by: { $0.isStronger(than: $1) }) {
      if let winner = accepted.first(where: { $0.range.overlaps(candidate.range) }) {
        losers.append((candidate, winner))
        lost(candidate, winner)
      } else {
        accepted.append(candidate)
      }
    }
    // What a stronger candidate cuts out of a weaker one does not set the rest of that one free.
    for (loser, _) in losers {
      accepted.sort { $0.range.lowerBound < $1.range.lowerBound }
      for range in remainders(of: loser.range, without: accepted) {
        var rest = loser
        rest.range = range
        rest.isPart = true
        accepted.append(rest)
      }
    }
    won.append(contentsOf: accepted.sorted { $0.range.lowerBound < $1.range.lowerBound })
  }

  /// What is left of a range without others, which are sorted and do not overlap.
  static func remainders(of range: Range<Int>, without taken: [Candidate]) -> [Range<Int>] {
    var rest: [Range<Int>] = []
    var start = range.lowerBound
    var next = taken.partitioningIndex { $0.range.upperBound > range.lowerBound }
    while next < taken.count, taken[next].range.lowerBound < range.upperBound {
      if taken[next].range.lowerBound > start { rest.append(start..<taken[next].range.lowerBound) }
      start = max(start, taken[next].range.upperBound)
      next += 1
    }
    if start < range.upperBound { rest.append(start..<range.upperBound) }
    return rest
  }
}
