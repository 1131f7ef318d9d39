import Scanning
import Testing

/// Where rules are tried that are built around a byte.
@Suite struct WalkTests {
  private struct Rule {
    var byte: UInt8
    var over: ByteSet
    var count: ClosedRange<Int>
    var next: ByteSet

    /// Where the rule is to be tried, each place once.
    func starts(_ text: [UInt8]) -> Set<Int> {
      var starts: Set<Int> = []
      for place in text.indices where text[place] == byte {
        guard next.contains(place + 1 < text.count ? text[place + 1] : 0) else { continue }
        var start = place
        while start > 0, place - start < count.upperBound, over.contains(text[start - 1]) { start -= 1 }
        while text[start] & 0xC0 == 0x80 { start += 1 }
        if start <= place, place - start >= count.lowerBound { starts.insert(start) }
      }
      return starts
    }
  }

  private static let host = ByteSet(Array("ab.".utf8))
  private static let rules = [
    Rule(byte: UInt8(ascii: "."), over: host, count: 1...128, next: ByteSet(Array("ab".utf8))),
    Rule(byte: UInt8(ascii: "."), over: host, count: 0...3, next: .all),
    Rule(byte: UInt8(ascii: "."), over: ByteSet(Array("ab:".utf8) + (0x80...0xFF)), count: 2...40, next: .all),
    Rule(byte: UInt8(ascii: ":"), over: host, count: 4...4, next: .all),
    Rule(byte: UInt8(ascii: ":"), over: ByteSet(Array("b".utf8)), count: 1...100, next: ByteSet(Array("a".utf8))),
  ]

  /// Walks that lead over the same bytes are made once; the outcome is that of each by itself.
  @Test(arguments: 0..<40) func walksLeadToTheSamePlaces(_ seed: UInt64) {
    var generator = SeededGenerator(seed)
    var text: [UInt8] = []
    while text.count < 9000 {
      let piece = ["a", "b", ".", ":", "é", " ", ".a", ":b", "ab"].randomElement(using: &generator)!
      let count = Int.random(in: 1...(seed % 4 == 0 ? 200 : 4), using: &generator)
      for _ in 0..<count { text += Array(piece.utf8) }
    }
    var builder = DispatchBuilder()
    for (number, rule) in Self.rules.enumerated() {
      builder.addAround(rule.byte, rule: UInt16(number), over: rule.over, count: rule.count, next: rule.next)
    }
    let found = ShapeTests.starts(String(decoding: text, as: UTF8.self), Dispatch(builder))
    for (number, rule) in Self.rules.enumerated() {
      let places = Set(found.filter { $0.rule == number }.map(\.position))
      #expect(places == rule.starts(text), "rule \(number)")
    }
  }

  @Test func aPlaceIsTriedOnce() {
    var builder = DispatchBuilder()
    builder.addAround(UInt8(ascii: "."), rule: 0, over: Self.host, count: 1...128, next: .all)
    #expect(ShapeTests.starts("a.b.a.b", Dispatch(builder)).map(\.position) == [0])
  }
}
