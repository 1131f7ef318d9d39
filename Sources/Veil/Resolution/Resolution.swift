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
  /// - Complexity: O(n log n) in the candidates; within one cluster, a few bytes are moved for each pair of them.
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
    let ranked = cluster.indices.sorted { cluster[$0].isStronger(than: cluster[$1]) }
    // In their order in the text; none overlaps another.
    var taken: [Taken] = []
    var losers: [Int] = []
    for (rank, number) in ranked.enumerated() {
      let range = cluster[number].range
      let place = taken.partitioningIndex { $0.range.upperBound > range.lowerBound }
      var next = place
      var winner = Int.max
      while next < taken.count, taken[next].range.lowerBound < range.upperBound {
        winner = min(winner, taken[next].rank)
        next += 1
      }
      if winner == .max {
        taken.insert(Taken(range: range, rank: rank), at: place)
      } else {
        losers.append(rank)
        lost(cluster[number], cluster[ranked[winner]])
      }
    }
    // What a stronger candidate cuts out of a weaker one does not set the rest of that one free.
    for rank in losers {
      for range in remainders(of: cluster[ranked[rank]].range, without: taken, at: { $0.range }) {
        let place = taken.partitioningIndex { $0.range.lowerBound > range.lowerBound }
        taken.insert(Taken(range: range, rank: rank, isPart: true), at: place)
      }
    }
    for piece in taken {
      var candidate = cluster[ranked[piece.rank]]
      candidate.range = piece.range
      candidate.isPart = candidate.isPart || piece.isPart
      won.append(candidate)
    }
  }

  /// A stretch that a candidate of a cluster has, small enough to be moved about.
  private struct Taken {
    var range: Range<Int>
    /// The candidate's place among those of its cluster, the strongest first.
    var rank: Int
    var isPart = false
  }

  /// What is left of a range without others, which are sorted and do not overlap.
  static func remainders(of range: Range<Int>, without taken: [Candidate]) -> [Range<Int>] {
    remainders(of: range, without: taken, at: { $0.range })
  }

  @inline(__always)
  private static func remainders<T>(
    of range: Range<Int>, without taken: [T], at place: (T) -> Range<Int>
  ) -> [Range<Int>] {
    var rest: [Range<Int>] = []
    var start = range.lowerBound
    var next = taken.partitioningIndex { place($0).upperBound > range.lowerBound }
    while next < taken.count, place(taken[next]).lowerBound < range.upperBound {
      if place(taken[next]).lowerBound > start { rest.append(start..<place(taken[next]).lowerBound) }
      start = max(start, place(taken[next]).upperBound)
      next += 1
    }
    if start < range.upperBound { rest.append(start..<range.upperBound) }
    return rest
  }
}
