import CScan

/// The word list as the model holds it: hashes with evidence, and chains of words of known names.
struct WordTable {
  private(set) var evidence: [(lower: UInt64, evidence: UInt32)] = []
  private(set) var phrases: [UInt32: UInt32] = [:]

  init(_ table: EvidenceTable) {
    var seen = Set<UInt64>()
    for entry in table.sortedWords {
      let lower = tagger_lower_hash(entry.word, entry.word.count)
      if seen.insert(lower).inserted { evidence.append((lower, entry.evidence)) }
    }
    for (words, kind) in zip(table.phrases, table.phraseKinds) {
      // The last three bits of a state are what is known of it.
      var state: UInt32 = 0
      for (number, word) in words.enumerated() {
        state = tagger_chain(state, tagger_lower_hash(word, word.count))
        var known = phrases[state & ~7] ?? 0
        if number + 1 < words.count { known |= 1 } else { known |= kind == 1 ? 2 : 6 }
        phrases[state & ~7] = known
      }
    }
  }
}
