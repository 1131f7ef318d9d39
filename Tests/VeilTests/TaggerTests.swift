import Testing

@testable import Scanning
@testable import Veil

@Suite struct TaggerTests {
  private static let texts = [
    "Yesterday Maria Lopez of Brightwater Foods met J.R. O'Neil, Anne-Marie van der Berg and dr. Smith jr. in Porto",
    "USER: is anna kowalska there? SYSTEM: No, that's John's phone; ask \"Lee\" (in New York) at 11:30",
    "the iPhone of McDonald, HANS MEIER and [NAME_1]s NASA::Class.method http://example.org/Anna @tom #Berlin 3rd",
    "Bundeskanzlerin Łucja Żółć aus Åarhus, Дарья Иванова, Γιώργος Παπάς und O\u{2019}Brien in São Paulo",
    "class-name-of-a-thing word-with-hyphen Co. Ltd. Inc. e.g. a.b.example.com supercalifragilisticexpialidocious",
  ]

  private func names(_ text: String, _ tagger: Tagger) -> [String] {
    let bytes = Array(text.utf8)
    var names: [Tagger.Name] = []
    var answers: [Double] = []
    bytes.withUnsafeBufferPointer {
      tagger.find(in: $0, 0..<$0.count, outside: -1, keepsSegments: false, asking: [], answers: &answers, to: &names)
    }
    return names.map { "\($0.label) \($0.range) \($0.score)" }
  }

  /// Words are read many bytes at once only where the text goes on far enough.
  @Test func theEndOfTheTextChangesNothing() {
    for text in Self.texts {
      for end in text.indices {
        let piece = String(text[..<end])
        let spaces = String(repeating: " ", count: 40)
        #expect(names(piece, Tagger(.builtIn)) == names(piece + spaces, Tagger(.builtIn)), "\(piece)")
      }
    }
  }

  /// What is remembered of words saves time and changes nothing.
  @Test func whatWasReadBeforeChangesNothing() {
    var random = SystemRandomNumberGenerator()
    let used = Tagger(.builtIn)
    for _ in 0..<300 {
      let text = Self.texts.flatMap { $0.split(separator: " ") }.shuffled(using: &random).joined(separator: " ")
      #expect(names(text, used) == names(text, Tagger(.builtIn)), "\(text)")
    }
  }
}
