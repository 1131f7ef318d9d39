import Corpora
import Veil

extension Case {
  /// The kinds that are not made to be slow.
  private static var ordinary: [Corpus] { [.clean, .chat, .dense, .multilingual, .logs, .code] }

  /// Kinds at one length, and one kind at every length.
  private static var texts: [(Corpus, Size)] {
    ordinary.map { ($0, .document) } + Size.allCases.map { (.prose, $0) }
  }

  static var pseudonymizing: [Case] {
    (texts + [(.worstBrackets, .document)]).map { corpus, size in
      Case("pseudonymize \(corpus.rawValue) \(size.name)", isHeavy: size.isHeavy) {
        let engine = try engine()
        let text = corpus.bytes(size.rawValue)
        return { try engine.pseudonymize(text, vault: Vault()).count }
      }
    }
  }

  static var roundTrips: [Case] {
    [
      Case("there and back, prose 2 KB") {
        let engine = try engine()
        let text = Corpus.prose.bytes(2_048)
        return { try Passes.roundTrip(text, engine) }
      }
    ]
  }

  /// Restoring what pseudonymizing gave, in one piece.
  static var restoring: [Case] {
    (texts + [(.worstBrackets, .document)]).map { corpus, size in
      Case("restore \(corpus.rawValue) \(size.name)", isHeavy: size.isHeavy) {
        let vault = try Vault()
        let text = try engine().pseudonymize(corpus.bytes(size.rawValue), vault: vault)
        var output: [UInt8] = []
        return { Passes.restore(text, chunk: text.count, vault, output: &output) }
      }
    }
  }
}
