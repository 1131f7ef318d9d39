import Testing

@testable import Scanning

@Suite struct PatternTests {
  private func match(
    _ source: String, _ text: String, options: Pattern.Options = .init(), from start: Int = 0, isEnd: Bool = true,
    limits: MatchLimits = MatchLimits()
  ) throws -> MatchResult {
    let pattern = try Pattern(source, options: options)
    let scratch = MatchScratch(limits: limits)
    return Array(text.utf8).withUnsafeBufferPointer { pattern.match($0, from: start, scratch: scratch, isEnd: isEnd) }
  }

  @Test func searchesOrMatchesAtTheStart() throws {
    #expect(try match("[0-9]+", "ab 123 c") == .found(whole: 3..<6, group1: nil))
    #expect(try match("[0-9]+", "ab 123 c", options: .init(isAnchored: true)) == .none)
    #expect(
      try match("[0-9]+", "ab 123 c", options: .init(isAnchored: true), from: 4) == .found(whole: 4..<6, group1: nil))
    #expect(try match("ABC", "xabc", options: .init(isCaseless: true)) == .found(whole: 1..<4, group1: nil))
  }

  @Test func tellsGroupOne() throws {
    #expect(try match("id: ([0-9]+)", "id: 42.") == .found(whole: 0..<6, group1: 4..<6))
    #expect(try match("(a)|b", "b") == .found(whole: 0..<1, group1: nil))
    #expect(try match("(a)?(b)(c)(d)", "bcd") == .found(whole: 0..<3, group1: nil))
    #expect(try match("(a)(b)(c)(d)", "abcd") == .found(whole: 0..<4, group1: 0..<1))
  }

  @Test func scratchForgetsTheMatchBefore() throws {
    let scratch = MatchScratch()
    let with = try Pattern("(a)b")
    let without = try Pattern("ab")
    Array("ab".utf8).withUnsafeBufferPointer { text in
      #expect(with.match(text, from: 0, scratch: scratch, isEnd: true) == .found(whole: 0..<2, group1: 0..<1))
      #expect(without.match(text, from: 0, scratch: scratch, isEnd: true) == .found(whole: 0..<2, group1: nil))
    }
  }

  @Test func matchesCharactersAndLooksBehind() throws {
    #expect(try match("^.{3}$", "äöü") == .found(whole: 0..<6, group1: nil))
    #expect(try match("É", "é", options: .init(isCaseless: true)) == .found(whole: 0..<2, group1: nil))
    #expect(try match("(?<=ä)b", "äb", options: .init(isAnchored: true), from: 2) == .found(whole: 2..<3, group1: nil))
    #expect(try match("\\w", "é") == .none)
    #expect(try match("(*UCP)\\w", "é") == .found(whole: 0..<2, group1: nil))
    #expect(try match("a$", "a\r\nb") == .none)
    #expect(try match("(?m)a$", "a\r\nb") == .found(whole: 0..<1, group1: nil))
  }

  @Test func matchesNothingInNothing() throws {
    #expect(try match("a*", "") == .found(whole: 0..<0, group1: nil))
    #expect(try match("a", "") == .none)
    #expect(try match("", "x", from: 1) == .found(whole: 1..<1, group1: nil))
    let pattern = try Pattern("a*")
    #expect(
      pattern.match(UnsafeBufferPointer(start: nil, count: 0), from: 0, scratch: MatchScratch(), isEnd: true)
        == .found(whole: 0..<0, group1: nil))
  }

  /// Whatever more text could change is not decided.
  @Test func asksForMoreWhenTheEndWasSeen() throws {
    for (source, text) in [
      ("[0-9]+", "12"), ("abc", "ab"), ("ab(?!c)", "ab"), ("ab(cd)?", "abc"), ("ab\\b", "ab"), ("ab$", "ab"),
      ("a(?=b)", "a"),
    ] {
      #expect(try match(source, text, options: .init(isAnchored: true), isEnd: false) == .needsMore, "\(source)")
      #expect(try match(source, text, isEnd: false) == .needsMore, "\(source)")
    }
    #expect(
      try match("[0-9]+", "12 ", options: .init(isAnchored: true), isEnd: false) == .found(whole: 0..<2, group1: nil))
    #expect(
      try match("[0-9]{2}", "12", options: .init(isAnchored: true), isEnd: false) == .found(whole: 0..<2, group1: nil))
    #expect(try match("abc", "abx", options: .init(isAnchored: true), isEnd: false) == .none)
  }

  @Test func limitsAreHit() throws {
    let text = String(repeating: "a", count: 40)
    let low = MatchLimits(match: 1_000, depth: 100, heap: 64)
    #expect(try match("(a+)+b", text, limits: low) == .none)  // told by its last letter at once
    #expect(try match("(a+)+[bc]", text, options: .init(isAnchored: true), limits: low) == .limit)
    #expect(try match("(*NO_JIT)(a+)+[bc]", text, options: .init(isAnchored: true), limits: low) == .limit)
    // More than the machine code's stack holds.
    let long = String(repeating: "ab", count: 200_000)
    #expect(try match("(?:(a|b)(?1)?)*(?:(.)(?2)*)*$x", long, options: .init(isAnchored: true)) == .limit)
  }

  @Test func workWithoutMachineCode() throws {
    #expect(try match("(*NO_JIT)b(c)", "abcd") == .found(whole: 1..<3, group1: 2..<3))
    #expect(try match("(*NO_JIT)bcx?", "abc", isEnd: false) == .needsMore)
  }

  @Test func saysWhatIsWrong() {
    #expect(throws: PatternError(offset: 3, message: "missing closing parenthesis")) { try Pattern("(ab") }
    #expect(throws: PatternError.self) { try Pattern("a\\Cb") }
    #expect(throws: PatternError.self) { try Pattern("(?=a\\K)b") }
  }

  @Test(arguments: [
    ("abc", "a", "A"), ("[0-9]{3}", "0123456789", ""), ("(?:foo|bar)", "fb", ""), ("(?<![a-z])x", "x", "X"),
    ("(?=[ab])[bc]x", "b", "ac"),
    ("(?i)k", "kK\u{212A}", ""), ("é", "é", ""), ("(?i)й", "йЙ", ""), ("[a-c]?x", "abcx", ""), ("+?", "", ""),
  ])
  func firstBytesHoldWhatCanBegin(source: String, begins: String, may: String) throws {
    guard let pattern = try? PatternStart(of: source) else { return }
    let allowed = ByteSet((begins + may).unicodeScalars.map { Array(String($0).utf8)[0] })
    let needed = ByteSet(begins.unicodeScalars.map { Array(String($0).utf8)[0] })
    for byte in UInt8.min...UInt8.max {
      if needed[byte] { #expect(pattern.firstBytes[byte], "\(source) \(byte)") }
      if !allowed[byte], pattern.firstBytes != .all { #expect(!pattern.firstBytes[byte], "\(source) \(byte)") }
    }
  }

  /// Against the matcher itself: what it matches begins with a first byte and has the least length.
  @Test func firstBytesNeverLose() throws {
    let sources = [
      "a|b|\\d", "(?i)straße|[k-m]", "[^a]", "(?i)s", "(?:x?y){2}", "\\bfoo", "^a", "(?m)^b", ".", "\\R",
      "[[:alpha:]]+1", "a*", "",
      "(a)\\1", "(?|a|b)c?", "\\p{L}x", "(?<=a)b", "\\x{20AC}?z",
    ]
    var generator = SeededGenerator(4)
    let letters = Array("abcfklmxyz019 \n\rsSkK\u{17F}\u{212A}ßé€Z").map(String.init)
    let scratch = MatchScratch()
    for source in sources {
      for isCaseless in [false, true] {
        let pattern = try Pattern(source, options: .init(isCaseless: isCaseless, isAnchored: true))
        let known = try PatternStart(of: source, isCaseless: isCaseless)
        for _ in 0..<300 {
          let text = (0..<6).map { _ in letters.randomElement(using: &generator)! }.joined()
          for start in Array(text.utf8).indices where Array(text.utf8)[start] & 0xC0 != 0x80 {
            Array(text.utf8).withUnsafeBufferPointer { bytes in
              guard case .found(let whole, _) = pattern.match(bytes, from: start, scratch: scratch, isEnd: true) else {
                return
              }
              if whole.isEmpty { #expect(known.canBeEmpty) }
              #expect(whole.count >= known.minimumLength)
              #expect(known.firstBytes[bytes[start]], "\(source) on \(text) at \(start)")
            }
          }
        }
      }
    }
  }
}
