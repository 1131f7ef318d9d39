import Scanning

extension Pass {
  /// People's names by their surroundings and, if the policy wants it, names by the tagger: each is asked about the
  /// other's finds.
  func findNames(
    _ text: UnsafeBufferPointer<UInt8>, _ lexicon: Lexicon.Views, _ found: inout [Candidate]
  ) {
    var surrounded: [NameFinder.Name] = []
    if program.findsNames {
      var finder = NameFinder(text: text, hits: nameHits(text, found), views: lexicon)
      finder.find(in: core)
      surrounded = finder.found
    }
    if program.usesTagger {
      surrounded.sort { $0.range.lowerBound < $1.range.lowerBound }
      var beliefs: [Double] = []
      var tagged: [Tagger.Name] = []
      scratch.tagger.find(
        in: text, Tagger.start(of: core, in: text)..<core.upperBound, outside: program.outsideWeight,
        keepsSegments: isFirst, asking: surrounded.map(\.range), answers: &beliefs, to: &tagged)
      add(tagged, reserve: Self.reserve, &found)
      for place in surrounded.indices { surrounded[place].score = surrounded[place].score(taggerSays: beliefs[place]) }
      // Which of the words are the name, the tagger knows better than lists.
      var next = 0
      surrounded.removeAll { name in
        // Both are in order, and no two of the tagger's overlap.
        while next < tagged.count, tagged[next].range.upperBound <= name.range.lowerBound { next += 1 }
        return name.evidence == .list && next < tagged.count && tagged[next].range.overlaps(name.range)
      }
    }
    for name in surrounded { add(.name, name.range, name.evidence.rule, name.score, isGuess: true, &found) }
  }

  /// Furthest that what a name is found by stands from it, in bytes.
  private static let reach = 512

  /// Where names may be looked for. The name of a placeholder that the text has is no word of it.
  private func nameHits(_ text: UnsafeBufferPointer<UInt8>, _ found: [Candidate]) -> [PhraseHit] {
    let near = core.lowerBound - Self.reach..<core.upperBound + Self.reach
    let hits = program.lexicon.names.hits(in: text, near.clamped(to: phrases.clamped(to: 0..<text.count)))
    var literals: [Range<Int>] = []
    for candidate in found where candidate.source == .literal { literals.append(foldedRange(candidate.range)) }
    return hits.outside(literals)
  }

  /// Names that the tagger finds beside placeholders in the segments of some ranges, which are in order.
  func namesBesidePlaceholders(around ranges: [Range<Int>]) -> [Candidate] {
    var found: [Candidate] = []
    folded.bytes.withUnsafeBufferPointer { text in
      var tagged: [Tagger.Name] = []
      scratch.tagger.findAgain(in: text, around: ranges, outside: program.outsideWeight, to: &tagged)
      add(tagged, reserve: 0, &found)
    }
    return found
  }

  /// How much more than elsewhere it takes for a name beside a placeholder that the text came with. Such a text went
  /// through before: what was no name then hardly is one now, only because a placeholder moved the odds.
  private static let reserve = 0.15

  private func add(_ names: [Tagger.Name], reserve: Double, _ found: inout [Candidate]) {
    // Asked once rather than for each name.
    let thresholds = Tagger.Label.all.map { program.policy.admits($0.type) ? program.policy.threshold($0.type) : nil }
    for name in names where core.contains(name.range.lowerBound) {
      guard let least = thresholds[Int(name.label.rawValue)] else { continue }
      if name.isBesidePlaceholder, name.score < min(least + reserve, (1 + least) / 2) { continue }
      if name.score < 0.8, isInPath(name.range) { continue }
      // A place's name is often a word elsewhere, and what is not quite sure here is no reason to look for it there.
      let isRecalled = name.label != .place && name.score >= 0.8
      add(name.label.type, name.range, name.label.rule, name.score, isGuess: true, isRecalled: isRecalled, &found)
    }
  }

  /// Whether it is a whole part of a path, `/var/lib/nova/instances`: folders are called like people all the time.
  private func isInPath(_ range: Range<Int>) -> Bool {
    let slash = UInt8(ascii: "/")
    return range.lowerBound > 0 && folded.bytes[range.lowerBound - 1] == slash
      && range.upperBound < folded.bytes.count && folded.bytes[range.upperBound] == slash
  }
}

extension [PhraseHit] {
  /// Those that share nothing with any of some ranges.
  func outside(_ ranges: [Range<Int>]) -> [PhraseHit] {
    guard !ranges.isEmpty else { return self }
    let ranges = ranges.sorted { $0.lowerBound < $1.lowerBound }
    var next = 0
    return filter { hit in
      while next < ranges.count, ranges[next].upperBound <= Int(hit.start) { next += 1 }
      return next == ranges.count || ranges[next].lowerBound >= Int(hit.end)
    }
  }
}
