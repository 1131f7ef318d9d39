/// Puts what was found late between the winners.
enum Merging {
  struct Found {
    var candidate: Candidate
    /// What is found at least, where the whole touches something else.
    var core: Range<Int>
  }

  /// - Parameters:
  ///   - won: sorted, never overlapping.
  ///   - open: what is not decided yet, which nothing may touch. Sorted, behind all of `won`.
  ///   - end: up to which all is decided; what reaches over it moves it back to its own start.
  /// - Returns: what was added.
  static func merge(_ found: [Found], into won: inout [Candidate], open: [Candidate], end: inout Int) -> [Candidate] {
    guard !found.isEmpty else { return [] }
    let taken = Taken(won: won, open: open)
    var found = found
    // Numbers are sorted, which are smaller than what they stand for.
    let byPlace = found.indices.filter { found[$0].candidate.range.lowerBound < end }
      .sorted { found[$0].candidate.range.lowerBound < found[$1].candidate.range.lowerBound }
    var fitting: [(number: Int, next: Int)] = []
    var next = 0
    for number in byPlace {
      let (range, core) = (found[number].candidate.range, found[number].core)
      while next < taken.count, taken.range(next).upperBound <= range.lowerBound { next += 1 }
      if !fits(found[number].candidate, taken, from: next, end) {
        guard core != range, core.lowerBound < end else { continue }
        found[number].candidate.range = core
        guard fits(found[number].candidate, taken, from: next, end) else { continue }
      }
      fitting.append((number, next))
    }
    fitting.sort { found[$0.number].candidate.isStronger(than: found[$1.number].candidate) }
    // Sorted by place.
    var accepted: [Candidate] = []
    for (number, next) in fitting {
      var candidate = found[number].candidate
      let core = found[number].core
      if let place = gap(for: candidate.range, in: accepted) {
        accepted.insert(candidate, at: place)
        continue
      }
      guard core != candidate.range, core.lowerBound < end else { continue }
      candidate.range = core
      if let place = gap(for: core, in: accepted), fits(candidate, taken, from: next, end) {
        accepted.insert(candidate, at: place)
      }
    }
    if let crossing = accepted.first(where: { $0.range.upperBound > end }) { end = crossing.range.lowerBound }
    accepted.removeAll { $0.range.upperBound > end }
    guard !accepted.isEmpty else { return [] }
    var merged: [Candidate] = []
    merged.reserveCapacity(won.count + accepted.count)
    var rest = accepted[...]
    for winner in won {
      while let first = rest.first, first.range.lowerBound <= winner.range.lowerBound {
        merged.append(rest.removeFirst())
      }
      // A shorter name is part of the longer one.
      if let last = merged.last, last.range.overlaps(winner.range) { continue }
      if let first = rest.first, first.range.overlaps(winner.range) { continue }
      merged.append(winner)
    }
    won = merged + rest
    return accepted
  }

  /// What stands there already, sorted.
  private struct Taken {
    let won: [Candidate]
    let open: [Candidate]

    var count: Int { won.count + open.count }
    subscript(number: Int) -> Candidate { number < won.count ? won[number] : open[number - won.count] }
    func range(_ number: Int) -> Range<Int> {
      number < won.count ? won[number].range : open[number - won.count].range
    }
  }

  /// Where among others, which are sorted, a range has its place; nil when it touches one.
  private static func gap(for range: Range<Int>, in others: [Candidate]) -> Int? {
    let place = others.partitioningIndex { $0.range.upperBound > range.lowerBound }
    return place < others.count && others[place].range.overlaps(range) ? nil : place
  }

  /// Whether nothing stands there yet but shorter names, which are part of this one.
  private static func fits(_ candidate: Candidate, _ taken: Taken, from next: Int, _ end: Int) -> Bool {
    for number in next..<taken.count {
      if taken.range(number).lowerBound >= candidate.range.upperBound { break }
      guard taken.range(number).overlaps(candidate.range) else { continue }
      let other = taken[number]
      // What is known to be a person's name is no company because a guess says so, be it with an `'s`.
      let isOverruled = other.isGuess && other.type != candidate.type && candidate.type.isPersonName
      let isPart =
        candidate.range.lowerBound <= other.range.lowerBound
        && other.range.upperBound <= candidate.range.upperBound + (isOverruled ? 2 : 0)
      // A mapping may call people by another type.
      let isName = other.type == candidate.type || other.type.isPersonName && candidate.type.isPersonName
      guard isPart, isName || isOverruled, other.source == .pattern, candidate.range.upperBound <= end,
        other.range.count < candidate.range.count || other.type != candidate.type
      else {
        return false
      }
    }
    return true
  }
}

extension Merging.Found {
  /// What is known from elsewhere.
  init(_ match: Recall.Match, _ analysis: Analysis) {
    self.init(match.range, core: match.known, match.type, rule: .seenBefore, score: 0.8, analysis)
  }

  /// The original of a range of the folded text.
  static func original(_ range: Range<Int>, _ analysis: Analysis) -> Range<Int> {
    let offset = analysis.block.offset
    let range = analysis.folded.original(range)
    return offset + range.lowerBound..<offset + range.upperBound
  }

  /// - Parameters:
  ///   - range: in the folded text.
  ///   - core: in the folded text, within `range`.
  init(
    _ range: Range<Int>, core: Range<Int>, _ type: EntityType, rule: RuleName, score: Double, _ analysis: Analysis
  ) {
    candidate = Candidate(
      type: type, range: Self.original(range, analysis), source: .recall, isValidated: false, score: score, priority: 0,
      rule: rule, number: -1, contexts: 0, baseScore: score, disguise: analysis.folded.disguises(in: range),
      isRecalled: false)
    self.core = core == range ? candidate.range : Self.original(core, analysis)
  }
}
