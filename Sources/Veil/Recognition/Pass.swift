import Scanning

/// One block's way through the recogniser. Positions are folded ones until a candidate is made.
struct Pass {
  let program: Program
  let scratch: Scratch
  let mapping: Mapping?
  var folded: FoldedText
  let offset: Int
  let endsText: Bool
  /// Where the text begins behind its field's label.
  let label: Int
  /// Where candidates start.
  var core: Range<Int>
  /// Where words count, as context or for what begins before the core.
  var phrases: Range<Int>
  /// Whether it looks at the whole block, before anything is found.
  var isFirst = true

  func run() throws(EngineError) -> [Candidate] {
    var found: [Candidate] = []
    let failure = folded.bytes.withUnsafeBufferPointer { text in
      program.lexicon.withViews { lexicon -> EngineError? in
        Self.withViews([lexicon.index], [program.deny, mapping?.index, program.allow]) { views -> EngineError? in
          scratch.scanner.scan(
            text, dispatch: program.dispatch, indexes: views, ruleRange: core,
            phraseRange: phrases.clamped(to: 0..<text.count))
          do throws(EngineError) {
            try collect(text, lexicon, &found)
            return nil
          } catch {
            return error
          }
        }
      }
    }
    if let failure { throw failure }
    return found
  }

  func foldedRange(_ range: Range<Int>) -> Range<Int> {
    folded.position(atOriginal: range.lowerBound - offset)..<folded.position(atOriginal: range.upperBound - offset)
  }

  func hasContent(_ range: Range<Int>) -> Bool {
    folded.bytes[foldedRange(range)].contains { isASCIIWord($0) || $0 >= 0x80 }
  }

  /// Where another look is due: around each candidate, those that lie close taken together.
  func surroundings(of candidates: [Candidate]) -> [Range<Int>] {
    let reach = 128
    var ranges: [Range<Int>] = []
    for range in candidates.map({ foldedRange($0.range) }).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      let around = (range.lowerBound - reach..<range.upperBound + reach).clamped(to: core)
      if let last = ranges.last, around.lowerBound <= last.upperBound {
        ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, around.upperBound)
      } else if !around.isEmpty {
        ranges.append(around)
      }
    }
    return ranges
  }

  private static let joints = ByteSet(".-/:,".utf8)
  private static let active = ByteSet((0...255).filter { isASCIIWord($0) || $0 >= 0x80 } + Array("_@+(".utf8))

  /// Whether something that may be part of another finding stands right before or behind a candidate.
  func isTouched(_ candidate: Candidate) -> Bool {
    let range = foldedRange(candidate.range)
    return folded.bytes.withUnsafeBufferPointer { Self.isTouched(range, in: $0) }
  }

  private static func isTouched(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    func byte(_ position: Int) -> UInt8 { bytes.indices.contains(position) ? bytes[position] : 0x20 }
    func isActive(_ byte: UInt8) -> Bool { Self.active.contains(byte) }
    if isActive(byte(range.upperBound)) || isActive(byte(range.lowerBound - 1)) { return true }
    if byte(range.lowerBound - 1) == UInt8(ascii: ":"), byte(range.lowerBound - 2) == UInt8(ascii: ":") { return true }
    // Numbers with one character between them may read as one, and words with a mark between them.
    if isDigit(byte(range.upperBound - 1)), isDigit(byte(range.upperBound + 1)) { return true }
    if isDigit(byte(range.lowerBound)), isDigit(byte(range.lowerBound - 2)) { return true }
    // So do a number and what begins with letters and goes on with digits: an account number behind a telephone number.
    if isDigit(byte(range.upperBound - 1)), byte(range.upperBound) == 0x20 {
      let word = (1...4).map { byte(range.upperBound + $0) }
      if isASCIIWord(word[0]), let digit = word.firstIndex(where: isDigit), word[..<digit].allSatisfy(isASCIIWord) {
        return true
      }
    }
    return Self.joints.contains(byte(range.upperBound)) && Self.active.contains(byte(range.upperBound + 1))
  }

  /// Opens the views of those indexes that exist.
  private static func withViews<R>(
    _ open: [PhraseIndex.View], _ rest: [PhraseIndex?], _ body: ([PhraseIndex.View]) -> R
  ) -> R {
    guard let first = rest.first else { return body(open) }
    let others = Array(rest.dropFirst())
    guard let first else { return withViews(open, others, body) }
    return first.withView { withViews(open + [$0], others, body) }
  }

  private func collect(
    _ text: UnsafeBufferPointer<UInt8>, _ lexicon: Lexicon.Views, _ found: inout [Candidate]
  ) throws(EngineError) {
    let (starts, hits) = try setLiteralsApart(text, &found)
    var nearby = scratch.nearby.take() ?? NearbyContext(program)
    defer { scratch.nearby = nearby }
    nearby.begin()
    for start in starts {
      let position = Int(start.position)
      if program.rules[Int(start.rule)].needsContext {
        nearby.move(to: position, hits, self)
        guard nearby.enables(start.rule) else { continue }
      }
      try attempt(start.rule, at: position, text, hits, &found, isAdmitted: true)
    }
    for number in scratch.scanner.numbers {
      nearby.move(to: Int(number.position), hits, self)
      let word = Int(number.word)
      var rules = number.rules & nearby.numberRules[word]
      while rules != 0 {
        let rule = program.dispatch.numbers.rules[word * 64 + rules.trailingZeroBitCount]
        try attempt(rule, at: Int(number.position), text, hits, &found)
        rules &= rules - 1
      }
    }
    let indexOfAllow = program.allow == nil ? nil : 1 + (program.deny == nil ? 0 : 1) + (mapping == nil ? 0 : 1)
    var allowed: [Range<Int>] = []
    for hit in hits where Int(hit.index) == indexOfAllow { allowed.append(Int(hit.start)..<Int(hit.end)) }
    for hit in hits where core.contains(Int(hit.start)) && Int(hit.index) != indexOfAllow {
      let range = Int(hit.start)..<Int(hit.end)
      switch (hit.index, program.deny) {
      case (0, _):
        for rule in program.lexicon.starts[Int(hit.phrase)] {
          let start = program.rules[Int(rule)].followsPhrase ? range.upperBound : range.lowerBound
          try attempt(rule, at: start, text, hits, &found)
        }
      case (1, .some):
        add(program.denyTypes[Int(hit.phrase)], range, .deny, rule: .denyList, number: -1, score: 1, &found)
      default:
        let entry = mapping!.entries[Int(hit.phrase)]
        add(entry.type, range, .mapping, rule: .mapping, number: Int(hit.phrase), score: 1, &found)
      }
    }
    findNames(text, lexicon, &found)
    if program.findsOrganisations {
      var finder = OrganisationFinder(text: text, hits: hits, views: lexicon)
      finder.find(in: core)
      for name in finder.found { add(.organisation, name.range, name.evidence.rule, name.score, &found) }
    }
    drop(from: &found, inside: allowed)
  }

  /// Part of what is never masked is not masked either: `New York` in an allowed `New York Times`.
  private func drop(from found: inout [Candidate], inside allowed: [Range<Int>]) {
    guard !allowed.isEmpty else { return }
    let allowed = allowed.map(original)
    found.removeAll { candidate in
      candidate.source == .pattern
        && allowed.contains {
          $0.lowerBound <= candidate.range.lowerBound && candidate.range.upperBound <= $0.upperBound
        }
    }
  }

  /// Takes placeholders that the text has out of the way: their names are no context for what stands around them.
  private func setLiteralsApart(
    _ text: UnsafeBufferPointer<UInt8>, _ found: inout [Candidate]
  ) throws(EngineError) -> (starts: [RuleStart], hits: [PhraseHit]) {
    let (starts, hits) = (scratch.scanner.starts, scratch.scanner.hits)
    guard starts.contains(where: { $0.rule == program.literalRule }) else { return (starts, hits) }
    for start in starts where start.rule == program.literalRule {
      try attempt(start.rule, at: Int(start.position), text, [], &found)
    }
    return (starts.filter { $0.rule != program.literalRule }, hits.outside(found.map { foldedRange($0.range) }))
  }

  private func attempt(
    _ number: UInt16, at start: Int, _ text: UnsafeBufferPointer<UInt8>, _ hits: [PhraseHit],
    _ found: inout [Candidate],
    isAdmitted: Bool = false
  ) throws(EngineError) {
    guard isAdmitted || program.dispatch.sieves.admits(number, text, at: start) else { return }
    let compiled = program.rules[Int(number)]
    var end = min(text.count, start + program.policy.limits.window)
    while end < text.count, text[end] & 0xC0 == 0x80 { end -= 1 }
    let window = UnsafeBufferPointer(rebasing: text[..<end])
    switch compiled.pattern.match(
      window, from: start, scratch: scratch.match, isEnd: endsText && end == text.count)
    {
    case .none: return
    // What cannot match comes to no limit, whether that was known beforehand or not.
    case .limit where !mayMatch(number, text, start), .needsMore where !mayMatch(number, text, start): return
    case .limit: try exceed(compiled, start..<end, isLimit: true, &found)
    case .needsMore: try exceed(compiled, start..<end, isLimit: false, &found)
    case .found(let whole, let group):
      let range = group ?? whole
      if !range.isEmpty { accept(number, compiled, range, isBehindLabel: start < label, text, hits, &found) }
    }
  }

  private func mayMatch(_ number: UInt16, _ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    program.dispatch.sieves.admitsSurely(number, text, at: start)
  }

  /// What the pattern has found, if validator, context and threshold agree.
  private func accept(
    _ number: UInt16, _ compiled: Program.CompiledRule, _ range: Range<Int>, isBehindLabel: Bool,
    _ text: UnsafeBufferPointer<UInt8>, _ hits: [PhraseHit], _ found: inout [Candidate]
  ) {
    let rule = compiled.rule
    if number == program.literalRule {
      if isKnownType(text[range]) {
        found.append(make(.text, range, .literal, rule: compiled.name, number: -1, score: 1))
      }
      return
    }
    if let validator = rule.validator {
      guard validator.accepts(UnsafeBufferPointer(rebasing: text[range]).span) else { return }
    }
    let (belief, contexts) = weigh(compiled, range, hits)
    guard var score = belief else { return }
    if isBehindLabel { score = min(score + FieldLabel.weight, 1) }
    guard score >= compiled.threshold else { return }
    var candidate = make(rule.type, range, .pattern, rule: compiled.name, number: Int(number), score: score)
    candidate.isValidated = rule.validator != nil
    candidate.isNamed =
      compiled.isOwn || compiled.followsPhrase
      || rule.context.indices.contains { contexts >> UInt64($0) & 1 == 1 && rule.context[$0].weight > 0 }
    candidate.priority = rule.priority
    candidate.baseScore = rule.score
    candidate.contexts = contexts
    candidate.isRecalled = compiled.isRecalled
    keep(candidate, range, &found)
  }

  /// Whether what reads as a placeholder is of a type that can be issued here.
  private func isKnownType(_ placeholder: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    // Up to the group that is a number.
    let groups = placeholder.split(separator: UInt8(ascii: "_"))
    let name = groups.prefix { !isDigit($0.first!) }.joined(separator: [UInt8(ascii: "_")])
    guard let type = EntityType(String(decoding: Array(name), as: UTF8.self)) else { return false }
    return program.knownTypes.contains(type) || mapping?.types.contains(type) == true
  }

  /// The score with what the words nearby add, or nil when a context that is required is missing.
  private func weigh(
    _ compiled: Program.CompiledRule, _ range: Range<Int>, _ hits: [PhraseHit]
  ) -> (score: Double?, contexts: UInt64) {
    var score = compiled.rule.score
    guard !compiled.rule.context.isEmpty else { return (score, 0) }
    var present: UInt64 = 0
    var hasPositive = false
    for (number, group) in compiled.rule.context.enumerated() {
      let ids = compiled.contexts[number]
      let reach = range.lowerBound - group.before..<range.upperBound + group.after
      var position = hits.partitioningIndex { Int($0.start) >= reach.lowerBound }
      // The words of a field's label count at any distance.
      var inLabel = label > 0 ? 0 : Int.max
      while true {
        let hit: PhraseHit
        if inLabel < hits.count, Int(hits[inLabel].end) <= label {
          hit = hits[inLabel]
          inLabel += 1
        } else if position < hits.count, Int(hits[position].start) < reach.upperBound {
          hit = hits[position]
          position += 1
        } else {
          break
        }
        let isBefore = Int(hit.end) <= range.lowerBound
        let isAfter = Int(hit.start) >= range.upperBound && Int(hit.end) <= reach.upperBound
        guard hit.index == 0, isBefore || isAfter else { continue }
        let place = ids.partitioningIndex { $0 >= hit.phrase }
        guard place < ids.count, ids[place] == hit.phrase else { continue }
        score += group.weight + (Int(hit.end) <= label && group.weight > 0 ? FieldLabel.weight : 0)
        present |= 1 << UInt64(number)
        if group.weight > 0 { hasPositive = true }
        break
      }
    }
    if compiled.rule.requiresContext, !hasPositive { return (nil, present) }
    return (min(max(score, 0), 1), present)
  }

  /// Nobody knows whether the rule matches: refuse, or mask all that it might have matched.
  private func exceed(
    _ compiled: Program.CompiledRule, _ range: Range<Int>, isLimit: Bool, _ found: inout [Candidate]
  ) throws(EngineError) {
    guard program.policy.limitAction == .mask else {
      let place = original(range.lowerBound..<range.lowerBound).lowerBound
      throw isLimit
        ? .limitExceeded(rule: compiled.rule.name, offset: place)
        : .windowExceeded(rule: compiled.rule.name, offset: place)
    }
    found.append(make(compiled.rule.type, range, .deny, rule: compiled.name, number: -1, score: 1))
  }

  private func add(
    _ type: EntityType, _ range: Range<Int>, _ source: Candidate.Source, rule: RuleName, number: Int, score: Double,
    _ found: inout [Candidate]
  ) {
    let candidate = make(type, range, source, rule: rule, number: number, score: score)
    if source == .mapping { found.append(candidate) } else { keep(candidate, range, &found) }
  }

  /// What a finder has found by surroundings, to be found again where they are missing.
  func add(
    _ type: EntityType, _ range: Range<Int>, _ rule: RuleName, _ score: Double, isGuess: Bool = false,
    isRecalled: Bool = true, _ found: inout [Candidate]
  ) {
    guard score >= program.policy.threshold(type) else { return }
    var candidate = make(type, range, .pattern, rule: rule, number: -1, score: score)
    candidate.isRecalled = isRecalled
    candidate.isGuess = isGuess
    keep(candidate, range, &found)
  }

  /// Keeps a candidate unless the user said that its text is never masked.
  private func keep(_ candidate: Candidate, _ range: Range<Int>, _ found: inout [Candidate]) {
    if let allow = program.allow, allow.matches(exactly: Array(folded.bytes[range])) { return }
    found.append(candidate)
  }

  private func make(
    _ type: EntityType, _ range: Range<Int>, _ source: Candidate.Source, rule: RuleName, number: Int, score: Double
  ) -> Candidate {
    Candidate(
      type: type, range: original(range), source: source, isValidated: false, score: score, priority: 0, rule: rule,
      number: number, contexts: 0, baseScore: score, disguise: folded.disguises(in: range), isRecalled: false)
  }

  private func original(_ range: Range<Int>) -> Range<Int> {
    let range = folded.original(range)
    return offset + range.lowerBound..<offset + range.upperBound
  }
}
