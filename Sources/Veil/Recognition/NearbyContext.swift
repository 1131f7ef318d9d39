import Scanning

/// Which rules have one of their context words near a place. Many rules may begin at a number and only few have a word
/// that speaks for them: the others need not be tried.
struct NearbyContext {
  /// Words behind a value longer than this are not seen, if the value is nothing without them.
  private static let longestValue = 128

  /// Those of ``NumberRules`` with a word near the place.
  private(set) var numberRules: [UInt64]
  /// By rule: its bit among them, or -1.
  private let bits: [Int32]
  /// By rule: the last place that has a word for it.
  private var stamps: [UInt32]
  private var generation: UInt32 = 0
  private var place = -1
  private var near: Range<Int>?

  init(_ program: Program) {
    stamps = Array(repeating: 0, count: program.rules.count)
    bits = program.dispatch.numbers.bits(ruleCount: program.rules.count)
    numberRules = Array(repeating: 0, count: program.dispatch.numbers.rules.count / 64 + 1)
  }

  /// Another text, or other hits.
  mutating func begin() {
    place = -1
    near = nil
  }

  /// Whether a word near the place can make a finding of what the rule matches there. May say yes where the match turns
  /// out to be too far from it.
  func enables(_ rule: UInt16) -> Bool { stamps[Int(rule)] == generation }

  mutating func move(to position: Int, _ hits: [PhraseHit], _ pass: Pass) {
    guard place != position else { return }
    place = position
    let reach = pass.program.enablingReach
    let first = hits.partitioningIndex { Int($0.start) >= position - reach }
    var end = first
    while end < hits.count, Int(hits[end].start) < position + Self.longestValue + reach { end += 1 }
    // The same words as for the place before: places come close together.
    guard first..<end != near else { return }
    near = first..<end
    if generation == .max {
      generation = 0
      for rule in stamps.indices { stamps[rule] = 0 }
    }
    generation += 1
    for word in numberRules.indices { numberRules[word] = 0 }
    for hit in hits[first..<end] { note(hit, pass.program) }
    for hit in hits[..<first] {
      guard Int(hit.end) <= pass.label else { break }
      note(hit, pass.program)
    }
  }

  private mutating func note(_ hit: PhraseHit, _ program: Program) {
    guard hit.index == 0 else { return }
    for rule in program.lexicon.enables[Int(hit.phrase)] where stamps[Int(rule)] != generation {
      stamps[Int(rule)] = generation
      let bit = Int(bits[Int(rule)])
      if bit >= 0 { numberRules[bit / 64] |= 1 << UInt64(bit % 64) }
    }
  }
}
