/// Splitmix64 and nothing of the standard library's, whose algorithms may change: the same numbers everywhere and always.
struct Random {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// A generator of its own for a named purpose, so that one corpus does not change when another does.
  init(seed: UInt64, purpose: String) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in purpose.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    state = seed ^ hash
  }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.count)
  }

  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }

  /// One of the first more often than one of the last, as words are in a language.
  mutating func pickSkewed<Element>(_ elements: [Element]) -> Element {
    let place = below(1 << 20)
    return elements[(((place * place) >> 20) * elements.count) >> 20]
  }

  /// A frequent word mostly, as in a language; one in twelve is rare.
  mutating func pick(_ words: Vocabulary.Words) -> [UInt8] {
    chance(8) ? pick(words.rare) : pick(words.common)
  }
}
