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
    let pool = pool(with: candidates)
    let order = Self.order(of: pool)
    var won: [Candidate] = []
    won.reserveCapacity(order.count)
    var start = 0
    while start < order.count {
      let first = pool[order[start]].range
      var end = start + 1
      var reach = first.upperBound
      while end < order.count, pool[order[end]].range.lowerBound < reach {
        reach = max(reach, pool[order[end]].range.upperBound)
        end += 1
      }
      let isComplete = reach <= bound || bound - first.lowerBound > limit
      guard isComplete else { break }
      if end == start + 1 {
        won.append(pool[order[start]])
      } else {
        Self.decide(order[start..<end], of: pool, into: &won, lost: lost)
      }
      start = end
    }
    open = order[start...].map { pool[$0] }
    decidedEnd = max(decidedEnd, won.last?.range.upperBound ?? 0)
    let decided = max(decidedEnd, bound)
    return (won, min(open.first?.range.lowerBound ?? decided, decided))
  }

  /// What is open and what has come, as far as it is not decided yet.
  private func pool(with candidates: [Candidate]) -> [Candidate] {
    // Nearly always there is nothing to cut or to add, and nothing is copied.
    if open.isEmpty, !candidates.contains(where: { $0.range.lowerBound < decidedEnd }) { return candidates }
    var pool = open
    for var candidate in candidates where candidate.range.upperBound > decidedEnd {
      candidate.range = max(candidate.range.lowerBound, decidedEnd)..<candidate.range.upperBound
      pool.append(candidate)
    }
    return pool
  }

  /// Places in the pool, sorted by where the candidates start: numbers are sorted, because candidates are large.
  private static func order(of pool: [Candidate]) -> [Int] {
    var order = Array(pool.indices)
    guard pool.count > 1 else { return order }
    order.sort { a, b in
      let (first, second) = (pool[a].range.lowerBound, pool[b].range.lowerBound)
      return first != second ? first < second : pool[a].isStronger(than: pool[b])
    }
    return order
  }

  /// - Parameter cluster: places in the pool.
  private static func decide(
    _ cluster: ArraySlice<Int>, of pool: [Candidate], into won: inout [Candidate], lost: (Candidate, Candidate) -> Void
  ) {
    let ranked = cluster.sorted { pool[$0].isStronger(than: pool[$1]) }
    // In their order in the text; none overlaps another.
    var taken: [Taken] = []
    var losers: [Int] = []
    for (rank, number) in ranked.enumerated() {
      let range = pool[number].range
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
        lost(pool[number], pool[ranked[winner]])
      }
    }
    // What a stronger candidate cuts out of a weaker one does not set the rest of that one free.
    for rank in losers {
      for range in remainders(of: pool[ranked[rank]].range, without: taken, at: { $0.range }) {
        let place = taken.partitioningIndex { $0.range.lowerBound > range.lowerBound }
        taken.insert(Taken(range: range, rank: rank, isPart: true), at: place)
      }
    }
    for piece in taken {
      var candidate = pool[ranked[piece.rank]]
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
