import Testing

@testable import Veil

/// The laws of restoring on random text around known placeholders.
@Suite struct RestoringStreamLawTests {
  static let seeds = Array(0..<20)

  /// Whatever surrounds the findings, in whatever brackets, cut however: the text comes back byte for byte.
  @Test(arguments: seeds)
  func roundTrip(seed: Int) throws {
    var random = SeededGenerator(UInt64(seed))
    for _ in 0..<250 {
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
      let cuts = restore(text, vault) { Int.random(in: 1...min($0, 7), using: &random) }
      try #require(cuts == whole)
      let reloaded = try Vault(entries: vault.entries)
      try #require(reloaded.entries == vault.entries && restore(text, reloaded) == whole)
      var point = Vault.SavePoint()
      try #require(try Vault(entries: vault.changes(since: &point)).entries == vault.entries)
    }
  }

  /// All cuts into two.
  @Test(arguments: seeds)
  func anyTwoChunks(seed: Int) throws {
    var random = SeededGenerator(UInt64(1_000 + seed))
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
    var random = SeededGenerator(UInt64(2_000 + seed))
    for _ in 0..<30 {
      let vault = try Vault()
      var documents: [(text: [UInt8], pseudonymized: [UInt8])] = []
      for _ in 0..<4 {
        let document = KnownDocument(&random)
        documents.append((document.text, try document.pseudonymized(vault)))
      }
      for document in documents { try #require(restore(document.pseudonymized, vault).bytes == document.text) }
    }
  }

  /// Two documents that are written at the same time into one vault.
  @Test(arguments: seeds)
  func interleavedDocuments(seed: Int) throws {
    var random = SeededGenerator(UInt64(5_000 + seed))
    for _ in 0..<60 {
      let vault = try Vault()
      let documents = [KnownDocument(&random), KnownDocument(&random)]
      var first = documents[0].makeWriter(vault)
      var second = documents[1].makeWriter(vault)
      var outputs: [[UInt8]] = [[], []]
      for index in 0..<14 {
        if index < documents[0].pieces.count { try documents[0].write(index, &first, &outputs[0]) }
        if index < documents[1].pieces.count { try documents[1].write(index, &second, &outputs[1]) }
      }
      try first.finish(to: &outputs[0])
      try second.finish(to: &outputs[1])
      for index in 0...1 { try #require(restore(outputs[index], vault).bytes == documents[index].text) }
    }
  }

  /// With a mapping whose placeholders the documents have as text, too.
  @Test(arguments: seeds)
  func mappedDocuments(seed: Int) throws {
    var random = SeededGenerator(UInt64(6_000 + seed))
    let mapping = try Mapping([
      ("John Doe", "[NAME_2]"), ("<NAME_1>", "Doe"), ("jane@example.com", "EMAIL"), ("Ann", "{{NAME_3}}"),
      ("Annie", "{{NAME_3_B}}"),
    ])
    for _ in 0..<80 {
      let vault = try Vault(mapping: mapping)
      let document = KnownDocument(&random)
      let text = try document.pseudonymized(vault)
      try #require(restore(text, vault).bytes == document.text)
      let reloaded = try Vault(entries: vault.entries, mapping: mapping)
      try #require(restore(text, reloaded).bytes == document.text)
      let next = KnownDocument(&random)
      let nextText = try next.pseudonymized(reloaded)
      try #require(restore(nextText, reloaded).bytes == next.text && restore(text, reloaded).bytes == document.text)
    }
  }

  /// Whatever a model makes of it: chunks change neither text nor report.
  @Test(arguments: seeds)
  func anyText(seed: Int) throws {
    var random = SeededGenerator(UInt64(7_000 + seed))
    for _ in 0..<100 {
      let vault = try Vault()
      _ = try KnownDocument(&random).pseudonymized(vault)
      let text = KnownDocument(&random, upTo: 40).text
      let whole = restore(text, vault)
      try #require(restore(text, vault) { _ in 1 } == whole)
      let cuts = restore(text, vault) { Int.random(in: 1...min($0, 9), using: &random) }
      try #require(cuts == whole)
    }
  }

  /// Pseudonymized text stays as it is when it comes again.
  @Test(arguments: seeds)
  func idempotence(seed: Int) throws {
    var random = SeededGenerator(UInt64(3_000 + seed))
    for _ in 0..<80 {
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
    var random = SeededGenerator(UInt64(4_000 + seed))
    for _ in 0..<10 {
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
