import Scanning
import Testing

/// Rows of words are read another way than words one by one; both ways find the same.
@Suite struct ScannerTests {
  static let dispatch: Dispatch = {
    var builder = DispatchBuilder()
    let letters = ByteSet(Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8))
    let digits = ByteSet(UInt8(ascii: "0")...UInt8(ascii: "9"))
    builder.addDigits(0, firstBytes: digits, count: 7, within: 14, needsContext: false, edge: .word)
    builder.addDigits(1, firstBytes: letters, count: 2, within: 30, needsContext: false, edge: .word)
    builder.addDigits(
      2, firstBytes: digits, count: 1, within: 3, run: 1...2, next: ByteSet(Array(" -".utf8)), needsContext: true,
      edge: .word)
    builder.addShape(3, Shape(letters: 0...2, digits: [3, 9]), isCaseless: true, needsContext: false)
    builder.addShape(4, Shape(runs: [2, 5, 17], digits: 1), isCaseless: false, needsContext: true)
    builder.addAround(UInt8(ascii: "@"), rule: 5, over: letters, count: 1...64, next: .all)
    builder.addAround(UInt8(ascii: "."), rule: 6, over: letters.union(digits), count: 0...4, next: letters)
    for literal in ["ghp_", "http", "eyJ", "-----BEGIN"] { builder.addLiteral(7, Array(literal.utf8)) }
    return Dispatch(builder)
  }()

  static let phrases: PhraseIndex = {
    var index = PhraseIndex(capacity: 8)
    for phrase in ["born", "Straße", "date of birth", "a", "the number is", "42", "3 rooms", "internationalization"] {
      #expect(index.insert(matchKey(Array(phrase.utf8))) != nil)
    }
    return index
  }()

  /// A list of a user, of which plurals count as well.
  static let terms: PhraseIndex = {
    var index = PhraseIndex(matchesPlurals: true, capacity: 8, isGateLate: true)
    for phrase in ["room", "box", "Project Falcon", "born", "bus"] {
      #expect(index.insert(matchKey(Array(phrase.utf8))) != nil)
    }
    index.fitGate()
    return index
  }()

  /// Words, numbers and marks as they occur, with what is not ASCII now and then.
  static func text(_ random: inout SeededGenerator, isASCII: Bool) -> [UInt8] {
    let words = [
      "born", "Born", "date of birth", "date", "of", "birth", "a", "A", "the number is", "Straße", "STRASSE", "42",
      "3 rooms",
      "internationalization", "x", "ghp_abc", "https://x", "eyJ", "-----BEGIN", "1", "12-", "123", "415 555 0100",
      "AB123",
      "jane@example", "a.b", "1.2.3", "über", "日本", "é", "\u{200B}", String(repeating: "w", count: 70), "_", "\n",
      "12345678901234567", "Boxes", "rooms", "roomes", "project falcons", "bus", "buses", "boxs",
    ].filter { !isASCII || $0.utf8.allSatisfy { $0 < 0x80 } }
    var text: [UInt8] = []
    while text.count < 3000 {
      for _ in 0..<Int.random(in: 0..<20, using: &random) { text += "lorem ".utf8 }
      text += words[Int.random(in: 0..<words.count, using: &random)].utf8
      if Int.random(in: 0..<4, using: &random) > 0 { text.append(UInt8(ascii: " ")) }
    }
    return text
  }

  struct Found: Equatable {
    var starts: [String] = []
    var numbers: [String] = []
    var hits: [String] = []
    var runs: [UInt32] = []
  }

  static func found(_ text: [UInt8], _ indexes: [PhraseIndex.View], rules: Range<Int>, phrases: Range<Int>) -> Found {
    var scanner = Scanner()
    text.withUnsafeBufferPointer {
      scanner.scan($0, dispatch: dispatch, indexes: indexes, ruleRange: rules, phraseRange: phrases)
    }
    return Found(
      starts: scanner.starts.map { "\($0.position) \($0.rule)" }.sorted(),
      numbers: scanner.numbers.map { "\($0.position) \($0.word) \($0.rules)" }.sorted(),
      hits: scanner.hits.map { "\($0.start) \($0.end) \($0.phrase) of \($0.index)" }, runs: scanner.runs)
  }

  /// The same, looked for apart and phrases in less than a block at a time: neither is read in rows then.
  static func foundApart(
    _ text: [UInt8], _ indexes: [PhraseIndex.View], rules: Range<Int>, phrases: Range<Int>
  ) -> Found {
    var apart = found(text, indexes, rules: rules, phrases: 0..<0)
    for start in stride(from: phrases.lowerBound, to: phrases.upperBound, by: 40) {
      let piece = start..<min(phrases.upperBound, start + 40)
      let part = found(text, indexes, rules: 0..<0, phrases: piece)
      apart.hits += part.hits
      apart.runs += part.runs
    }
    return apart
  }

  @Test(arguments: [true, false]) func rowsAndWordsAreTheSame(isASCII: Bool) {
    var random = SeededGenerator(isASCII ? 11 : 12)
    for round in 0..<60 {
      let text = Self.text(&random, isASCII: isASCII)
      let from = round % 3 == 0 ? 0 : Int.random(in: 0..<500, using: &random)
      let rules = from..<text.count - Int.random(in: 0..<700, using: &random)
      let phrases = Int.random(in: 0..<300, using: &random)..<text.count - Int.random(in: 0..<300, using: &random)
      Self.phrases.withView { index in
        Self.terms.withView { terms in
          for indexes in [[index], [index, terms], [index, terms, index]] {
            let rows = Self.found(text, indexes, rules: rules, phrases: phrases)
            #expect(rows == Self.foundApart(text, indexes, rules: rules, phrases: phrases))
            #expect(!rows.starts.isEmpty && !rows.hits.isEmpty && !rows.numbers.isEmpty)
          }
        }
      }
    }
  }

  /// Places in a long text are those in its pieces.
  @Test func tilesDoNotMatter() {
    var random = SeededGenerator(13)
    let piece = Self.text(&random, isASCII: true) + Array(" . ".utf8)
    let text = piece + piece + piece + piece
    Self.phrases.withView { index in
      let all = Self.found(text, [index], rules: 0..<text.count, phrases: 0..<text.count)
      var joined = Found()
      for start in stride(from: 0, to: text.count, by: 777) {
        let range = start..<min(text.count, start + 777)
        let part = Self.found(text, [index], rules: range, phrases: range)
        joined.starts += part.starts
        joined.numbers += part.numbers
        joined.hits += part.hits
        joined.runs += part.runs
      }
      joined.starts.sort()
      joined.numbers.sort()
      #expect(all == joined)
    }
  }
}
