import Testing

@testable import Scanning

/// Looking again for a few phrases, against reading every word.
@Suite struct PhraseTests {
  @Test func plainWordsAreFoundAgain() {
    var generator = SeededGenerator(17)
    let pieces = [
      "a", "Anna", "anna", "doe", "Doe", "DOE", "x9", "42", "b", " ", "  ", "-", ".", "\n", "é",
      "longerthansixteenbytes",
    ]
    for _ in 0..<2_000 {
      var index = PhraseIndex()
      var beginnings = ByteSet()
      for _ in 0..<4 {
        let phrase = Array(WordTests.randomText(&generator, pieces: pieces).lowercased().prefix(12).utf8)
        guard index.insert(phrase, onlyCapital: Bool.random(using: &generator)) != nil else { continue }
        guard let first = phrase.first(where: { isASCIIWord($0) || $0 >= 0x80 }) else { continue }
        beginnings.insert(first)
        beginnings.insert(isLower(first) ? first & 0xDF : first)
      }
      let text = Array((0..<4).map { _ in WordTests.randomText(&generator, pieces: pieces) }.joined().utf8)
      let start = Int.random(in: 0...text.count, using: &generator)
      let range = start..<Int.random(in: start...text.count, using: &generator)
      text.withUnsafeBufferPointer { text in
        index.withView { view in
          var reader = WordReader(text)
          var expected: [PhraseHit] = []
          for place in range where Self.isPlainWordStart(text, place) {
            if let word = reader.word(at: place) { view.matches(from: word, in: &reader, to: &expected) }
          }
          let found = Scanner.hits(of: view, beginningWith: beginnings, in: text, range)
          #expect(found.map(WordTests.Place.init) == expected.map(WordTests.Place.init))
        }
      }
    }
  }

  /// Whether a run begins here that the kernel reads by itself.
  private static func isPlainWordStart(_ text: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
    func isPart(_ byte: UInt8) -> Bool { isASCIIWord(byte) || byte >= 0x80 }
    guard isPart(text[place]), place == 0 || !isPart(text[place - 1]), place + 16 <= text.count else { return false }
    let run = text[place...].prefix(while: isPart)
    return run.count <= 16 && run.allSatisfy { $0 < 0x80 }
  }
}
