import Testing

@testable import Scanning

@Suite struct PatternSieveTests {
  private static func admits(_ source: String, _ text: String, isCaseless: Bool = false) -> Bool {
    let sieve = PatternSieve(source, isCaseless: isCaseless)
    return Array(text.utf8).prefix(PatternSieve.reach).enumerated().allSatisfy { place, byte in
      sieve.places[Int(byte)] >> UInt16(place) & 1 == 1
    }
  }

  @Test(arguments: [
    ("[0-9]{3}-x", "12-x"), ("[0-9]{3}-x", "123 x"), ("(?:a|bc)d", "cd"), ("(?:ab?){2}c", "aca"), ("a\\d{2,4}z", "a1z"),
    ("(?<![0-9])(?:[A-Z]{2}[0-9]{4})(?![0-9])", "AB12X"), ("(?i:ab)c", "aBC"), ("a(?=b)", "ba"),
    ("(?=[ab])[a-z]1", "c1"),
    ("(?=[A-Z][a-z]{3})[A-Z][a-z0-9]+", "Ab1x"), ("(?<p>ab)(?&p)c", "abac"), ("\\$[0-9]", "$x"), ("[^a-c]d", "ad"),
    ("[a\\-c]d", "bd"), ("[\\]x]y", "ay"), ("\\x{41}b", "Bb"), ("(?(DEFINE)(?<d>[0-9]))x(?&d)", "xx"),
    ("é[0-9]", "e1"), ("a++b", "ac"), ("a{3}+b", "aaac"),
  ])
  func holdsBack(source: String, text: String) {
    #expect(!Self.admits(source, text), "\(source) on \(text)")
  }

  @Test(arguments: [
    ("(?:ab|cd)+e", "abad"), ("(?:may|june)[ ][0-9]", "june x"), ("a[0-9]{1,30}b", "a00000000000000000000000c"),
    ("(?<=[*])a", "a"), ("(?<![0-9])[0-9]{2}x", "12y"), ("a(?![b-d])[a-z]", "ab"), ("a(?=[bc])[a-z]", "ad"),
    ("(?:a|b(?!c))[a-z]", "bc"), ("(?<d>[0-9]x)(?&d)", "1x12"), ("[^a]{2}é", "bbe"),
  ])
  func automataHoldBack(source: String, text: String) {
    let sieves = PatternSieves([LazyPattern({ source }, options: Pattern.Options(isAnchored: true))])
    let isAdmitted = Array(text.utf8).withUnsafeBufferPointer { sieves.admitsSurely(0, $0, at: 0) }
    #expect(!isAdmitted, "\(source) on \(text)")
  }

  @Test(arguments: [
    ("(?<=[*])a", "*a", true), ("(?<=[*])a", "xa", false), ("(?<=[*] )a", "x a", false), ("(?<![0-9])a", "1a", false),
    ("(?<![0-9])a", "éa", true), ("(?<![0-9][./])a", "1.a", false), ("(?<![0-9][./])a", "..a", true),
    ("(?:(?<=x)|(?<=y))a", "za", false), ("(?:(?<=x)|(?<=y))a", "ya", true), ("(?<=é)a", "éa", true),
    ("(?<=é)a", "ea", false),
  ])
  func automataLookBack(source: String, text: String, isAdmitted: Bool) {
    let sieves = PatternSieves([LazyPattern({ source }, options: Pattern.Options(isAnchored: true))])
    let bytes = Array(text.utf8)
    #expect(bytes.withUnsafeBufferPointer { sieves.admitsSurely(0, $0, at: bytes.count - 1) } == isAdmitted)
  }

  /// What may end early, or is not understood, is let through.
  @Test(arguments: [
    ("a*", "zzz"), ("ab?", "azz"), ("(?x)a b", "ab"), ("(a)b\\1", "aba"), ("(*UCP)\\w", "é"), ("(?R)?a", "zz"),
    ("[[:alpha:]]x", "1x"), ("(?<n>a)(?(n)b|c)", "zz"), ("a{,3}b", "zz"), ("(", "zz"), ("a(?i)b|c", "C"),
  ])
  func letsThrough(source: String, text: String) {
    #expect(Self.admits(source, text), "\(source) on \(text)")
  }

  /// Against the matcher itself: what it matches at a place is let through there.
  @Test func neverLoses() throws {
    let sources = [
      "a|b|\\d", "(?i)straße|[k-m]", "[^a]", "(?i)s", "(?:x?y){2}", "\\bfoo", "^a", "(?m)^b", ".", "\\R", "a{2,3}b?",
      "(?:ab|a)(?:bc|c)?1", "(?i:k)[0-9]", "[^\\d\\s]{2}", "(?:a(?i)b|c)x", "(?i)b|c(?-i)a|k", "(?>ab|a)c?", "a{0}b",
      "(?<n>a|bc)(?&n)?0", "(?:(?:a|b){1,2}c){2}", "\\p{L}x", "(?<=a)b", "\\x{20AC}?z", "[\\w.-]+1", "[a-c\\x{E9}]{3}",
      "(?|(a)|(b))c", "[]a]b?", "[^]a]", "[a-]b", "\\Qa", "a\\Kb", "(?=a.?b)a?b*", "(?=ab|b)[a-z]{2}",
      "[ .\\-/]{0,2}[0-9]{2}(?:[ ]?[a-z])*", "(?:é|e)[a-z]?", "(?s:.)a", "\\h?a\\H", "\\N1",
      "(?<![0-9])(?:a|b)", "(?<=[ab]|c )[ab]", "(?:(?<=a)b|(?<=b|c)0)", "(?<!a[bc])b", "(?i)(?<!k)[ax]", "(?<!é)a",
      "a(?![bc]|0a)", "a(?=[bc])[a-c]?", "(?<!a|bc)(?=b|x)[bxy]", "(?<=^|a)b", "(?i)(?<!ſ)b", "a(?![^b])", "(?!a)[ab]",
      "(?<=a{2})(?<!b)a{1,3}(?![b-k])", "(?:a(?!b)|b(?=0)|[a-c](?![0a])x)+", "(?<!é|a)[bé](?!é)", "[a-c]{1,50}(?=x)x",
    ]
    var generator = SeededGenerator(7)
    let letters = Array("aabbcfkxyz0019 .-\n\r]sSkKABC\u{17F}\u{212A}ßé€").map(String.init)
    let scratch = MatchScratch()
    for source in sources {
      for isCaseless in [false, true] {
        let options = Pattern.Options(isCaseless: isCaseless, isAnchored: true)
        // Some are no patterns at all: nothing to compare with.
        guard let pattern = try? Pattern(source, options: options) else { continue }
        let sieve = PatternSieve(source, isCaseless: isCaseless)
        let sieves = PatternSieves([LazyPattern({ source }, options: options)])
        for _ in 0..<400 {
          let text = Array((0..<6).map { _ in letters.randomElement(using: &generator)! }.joined().utf8)
          for start in text.indices where text[start] & 0xC0 != 0x80 {
            text.withUnsafeBufferPointer { bytes in
              guard case .found = pattern.match(bytes, from: start, scratch: scratch, isEnd: true) else { return }
              let isAdmitted = bytes[start...].prefix(PatternSieve.reach).enumerated().allSatisfy { place, byte in
                sieve.places[Int(byte)] >> UInt16(place) & 1 == 1
              }
              #expect(isAdmitted, "\(source) on \(text) at \(start)")
              #expect(sieves.admitsSurely(0, bytes, at: start), "\(source) on \(text) at \(start)")
            }
          }
        }
      }
    }
  }
}
