import Scanning

/// Which rules have one of their context words near a place. Many rules may begin at a number and only few have a word
/// that speaks for them: the others need not be tried.
struct NearbyContext {
  /// Words behind a value longer than this are not seen, if the value is nothing without them.
  private static let longestValue = 128

  /// By rule: the last place that has a word for it.
  private var stamps: [UInt32] = []
  private var generation: UInt32 = 0
  private var place = -1

  /// Forgets the last text.
  mutating func begin(ruleCount: Int) {
    if stamps.count != ruleCount || generation > .max / 2 {
      stamps = Array(repeating: 0, count: ruleCount)
      generation = 0
    }
    place = -1
  }

  /// Whether a word near `position` can make a finding of what the rule matches there. May say yes where the match turns
  /// out to be too far from it.
  mutating func enables(_ rule: UInt16, at position: Int, _ hits: [PhraseHit], _ pass: Pass) -> Bool {
    if place != position {
      place = position
      generation += 1
      let end = position + Self.longestValue + pass.program.enablingReach
      let near = hits.partitioningIndex { Int($0.start) >= position - pass.program.enablingReach }
      for hit in hits[near...] {
        guard Int(hit.start) < end else { break }
        note(hit, pass.program)
      }
      for hit in hits[..<near] {
        guard Int(hit.end) <= pass.label else { break }
        note(hit, pass.program)
      }
    }
    return stamps[Int(rule)] == generation
  }

  private mutating func note(_ hit: PhraseHit, _ program: Program) {
    guard hit.index == 0 else { return }
    for rule in program.lexicon.entries[Int(hit.phrase)].enables { stamps[Int(rule)] = generation }
  }
}
