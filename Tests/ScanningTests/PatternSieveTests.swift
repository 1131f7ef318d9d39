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
        for _ in 0..<400 {
          let text = Array((0..<6).map { _ in letters.randomElement(using: &generator)! }.joined().utf8)
          for start in text.indices where text[start] & 0xC0 != 0x80 {
            text.withUnsafeBufferPointer { bytes in
              guard case .found = pattern.match(bytes, from: start, scratch: scratch, isEnd: true) else { return }
              let isAdmitted = bytes[start...].prefix(PatternSieve.reach).enumerated().allSatisfy { place, byte in
                sieve.places[Int(byte)] >> UInt16(place) & 1 == 1
              }
              #expect(isAdmitted, "\(source) on \(text) at \(start)")
            }
          }
        }
      }
    }
  }
}
