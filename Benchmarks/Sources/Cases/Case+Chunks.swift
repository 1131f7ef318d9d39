import Corpora
import Veil

extension Case {
  private static let sizes = [1, 4, 16, 64, 4_096]

  /// Streams in chunks, both ways, and answers with few and many different placeholders.
  static var chunks: [Case] {
    sizes.map { size in
      Case("pseudonymize stream, chunks of \(size)") {
        let engine = try engine()
        let text = Corpus.prose.bytes(Size.document.rawValue)
        var output: [UInt8] = []
        return { try Passes.pseudonymize(text, chunk: size, engine, output: &output) }
      }
    } + sizes.map { restore(chunk: $0, placeholders: 1_000) }
      + [0, 10, 100].map { restore(chunk: 16, placeholders: $0) }
  }

  private static func restore(chunk size: Int, placeholders: Int) -> Case {
    Case("restore stream, chunks of \(size), \(placeholders) placeholders") {
      let text = PlaceholderText(Corpus.clean.bytes(Size.document.rawValue), count: placeholders)
      let vault = try Vault(
        entries: text.entries.map { Vault.Entry(placeholder: $0.placeholder, original: Array($0.original.utf8)) })
      let bytes = text.bytes
      var output: [UInt8] = []
      return { Passes.restore(bytes, chunk: size, vault, output: &output) }
    }
  }
}
