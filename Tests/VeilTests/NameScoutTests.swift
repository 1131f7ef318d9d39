import Scanning
import Testing

@testable import Veil

/// Names by the words that the scout finds worth a look, against names by all words.
@Suite struct NameScoutTests {
  private static let pieces = [
    "to", "To", "from", "for", "with", "For", "mr", "Mr", "dr.", "Dr.", "d.", "hello", "Hi", "thanks", "Thanks",
    "my name is",
    "My", "name", "is", "this is", "This", "I", "I'm", "anna", "Anna", "ANNA", "jean", "Jean", "jean-luc", "luc",
    "smith",
    "Smith", "garcia-lopez", "Garcia", "Will", "will", "van", "de", "der", "d'Arc", "O'Brien", "john", "John", "doe",
    "Doe",
    "Best", "best regards", "Regards", "contact", "Contact", "passenger", "the", "The", "J.", "R", "José", "müller",
    "Müller",
    "41", "x9", "said", "Said", "averyveryverylongword", "Mary", "mary", "jones", "de la", "von",
  ]
  private static let gaps = [
    " ", " ", " ", " ", "  ", "\t", "\n", ", ", ". ", ".", ": ", ":", " : ", "='", "-", "'s ", "\", \"",
  ]

  @Test func whatTheScoutPassesOverNamesNobody() {
    var generator = SeededGenerator(23)
    let lexicon = Lexicon.builtIn
    var found = 0
    for _ in 0..<3_000 {
      var string = ""
      for _ in 0..<Int.random(in: 1...24, using: &generator) {
        string += Self.pieces.randomElement(using: &generator)! + Self.gaps.randomElement(using: &generator)!
      }
      let bytes = Array(string.utf8)
      bytes.withUnsafeBufferPointer { text in
        lexicon.withViews { views in
          let range = 0..<text.count
          let expected = Self.names(in: text, views.names.allMatches(in: text), views)
          let names = Self.names(in: text, lexicon.names.hits(in: text, range), views)
          #expect(names == expected, "\(string)")
          found += names.count
        }
      }
    }
    #expect(found > 1_000)
  }

  private static func names(
    in text: UnsafeBufferPointer<UInt8>, _ hits: [PhraseHit], _ views: Lexicon.Views
  ) -> [String] {
    var finder = NameFinder(text: text, hits: hits, views: views)
    finder.find(in: 0..<text.count)
    return finder.found.map { "\($0.range) \($0.score) \($0.evidence)" }
  }
}
