import Testing

@testable import Veil

/// The laws of restoring on random text around known placeholders.
@Suite struct RestoringStreamLawTests {
  static let seeds = Array(0..<40)
  static let documentsPerSeed = 300

  /// Whatever surrounds the findings, in whatever brackets, cut however: the text comes back byte for byte.
  @Test(arguments: seeds)
  func roundTrip(seed: Int) throws {
    var random = Seeded(seed)
    for _ in 0..<Self.documentsPerSeed {
      let document = KnownDocument(&random)
      let brackets = Policy.Brackets.allCases.randomElement(using: &random)!
      let vault = try Vault()
      let text = try document.pseudonymized(vault, brackets: brackets)
      let whole = restore(text, vault)
      try #require(whole.bytes == document.text, "\(String(decoding: text, as: UTF8.self))")

      let otherVault = try Vault()
      let cut = try document.pseudonymized(otherVault, brackets: brackets) { _ in 1 }
      try #require(cut == text && otherVault.entries == vault.entries)
      let bytewise = restore(text, vault) { _ in 1 }
      try #require(bytewise == whole)
      let random = restore(text, vault) { Int.random(in: 1...min($0, 7), using: &random) }
      try #require(random == whole)
      let reloaded = try Vault(entries: vault.entries)
      try #require(reloaded.entries == vault.entries && restore(text, reloaded) == whole)
    }
  }

  /// All cuts into two.
  @Test(arguments: seeds)
  func anyTwoChunks(seed: Int) throws {
    var random = Seeded(1_000 + seed)
    for _ in 0..<20 {
      let document = KnownDocument(&random)
      let vault = try Vault()
      let text = try document.pseudonymized(vault)
      let whole = restore(text, vault)
      for first in 0...text.count {
        var isFirst = true
        let parts = restore(text, vault) { rest in
          defer { isFirst = false }
          return isFirst ? max(first, 1) : rest
        }
        try #require(parts == whole)
      }
    }
  }

  /// Several documents in one vault, one after the other: each comes back, also with the vault of the end.
  @Test(arguments: seeds)
  func severalDocuments(seed: Int) throws {
    var random = Seeded(2_000 + seed)
    for _ in 0..<60 {
      let vault = try Vault()
      var documents: [(text: [UInt8], pseudonymized: [UInt8])] = []
      for _ in 0..<4 {
        let document = KnownDocument(&random)
        documents.append((document.text, try document.pseudonymized(vault)))
      }
      for document in documents { try #require(restore(document.pseudonymized, vault).bytes == document.text) }
    }
  }

  /// Pseudonymized text stays as it is when it comes again.
  @Test(arguments: seeds)
  func idempotence(seed: Int) throws {
    var random = Seeded(3_000 + seed)
    for _ in 0..<Self.documentsPerSeed {
      let vault = try Vault()
      let text = try KnownDocument(&random).pseudonymized(vault)
      var again = KnownDocument()
      again.pieces = [.text(text)]
      let entries = vault.entries
      try #require(try again.pseudonymized(vault, since: vault.mark) == text)
      try #require(vault.entries == entries)
    }
  }

  /// What is held back never is more than the stream says, and that is the longest placeholder and a constant.
  @Test(arguments: seeds)
  func holdBack(seed: Int) throws {
    var random = Seeded(4_000 + seed)
    for _ in 0..<60 {
      let vault = try Vault()
      let text = try KnownDocument(&random, upTo: 40).pseudonymized(vault)
      var stream = RestoringStream(vault: vault)
      let bound = stream.holdBack
      var output: [UInt8] = []
      for (index, byte) in text.enumerated() {
        let chunk = [byte]
        stream.append(chunk.span, to: &output)
        // What was written stands for at least the bytes before those that are held back.
        try #require(stream.heldBack <= bound)
        var settled = RestoringStream(vault: vault)
        var expected: [UInt8] = []
        let seen = Array(text[...index].dropLast(stream.heldBack))
        settled.append(seen.span, to: &expected)
        _ = settled.finish(to: &expected)
        try #require(output == expected)
      }
      _ = stream.finish(to: &output)
    }
  }
}
