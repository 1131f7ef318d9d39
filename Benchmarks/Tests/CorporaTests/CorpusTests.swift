import Corpora
import Testing
import Veil

@Suite struct CorpusTests {
  /// What is measured must not change unseen: whoever changes a generator writes down the new value, and measures anew.
  static let hashes: [Corpus: UInt64] = [
    .prose: 0x6edbfdc0dfbf3d28,
    .clean: 0x086fea8bbca8b611,
    .multilingual: 0x441c936f46307ef0,
    .logs: 0x119d0551554d09f1,
    .dense: 0x8bd879ee118c7261,
    .code: 0xf16450275303b7d0,
    .worstDigits: 0xa15c0b15fefce0ef,
    .worstSeparators: 0x56e4220067e3a403,
    .chat: 0x88a8c7dc3a530ba9,
    .worstAt: 0x6c56ea47d3e20eda,
    .worstDots: 0x0f5129191ea436f4,
    .worstBrackets: 0xe16b4084245b86b3,
    .worstHexadecimal: 0xe336066b3c47f5df,
    .worstCapitals: 0x2ec0c3351aecfb34,
    .worstSlashes: 0xedeb86773fec09e1,
  ]

  @Test(arguments: Corpus.allCases) func sameSeedSameBytes(_ corpus: Corpus) {
    #expect(hash(corpus.bytes(65_536)) == Self.hashes[corpus], "\(corpus): \(hash(corpus.bytes(65_536)))")
    #expect(corpus.bytes(65_536, seed: 2) != corpus.bytes(65_536))
  }

  @Test(arguments: Corpus.allCases) func lengthOnlyCuts(_ corpus: Corpus) {
    let long = corpus.bytes(40_000)
    for size in [0, 1, 200, 1_021, 1_022, 1_023, 1_024, 16_384] {
      let text = corpus.bytes(size)
      #expect(size - 3...size ~= text.count)
      #expect(text == Array(long[..<text.count]))
      #expect(String(validating: text, as: UTF8.self) != nil)
    }
  }

  @Test func cleanIsLikeProse() throws {
    let text = Corpus.clean.bytes(1 << 20)
    #expect(try findings(text) == 0)
    let words = String(decoding: text, as: UTF8.self).split { !$0.isLetter && $0 != "'" }
    #expect(Set(words.map { $0.lowercased() }).count > 4_000)
    #expect(5...15 ~= share(words.count { $0.first?.isUppercase == true }, of: words.count))
    #expect(0.5...2 ~= share(text.count { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }, of: text.count))
    #expect(14...19 ~= share(text.count { $0 == UInt8(ascii: " ") }, of: text.count))
  }

  @Test func proseHasOneIdentifierIn300Bytes() throws {
    let text = Corpus.prose.bytes(1 << 20)
    #expect(280...330 ~= Double(text.count) / Double(try findings(text)))
  }

  @Test func denseHasAnIdentifierInEveryLine() throws {
    let text = Corpus.dense.bytes(1 << 18)
    #expect(Double(text.count) / Double(try findings(text)) < 50)
  }

  @Test func multilingualIsHardToMatch() throws {
    let text = String(decoding: Corpus.multilingual.bytes(1 << 18), as: UTF8.self)
    let scalars = Set(text.unicodeScalars)
    #expect(scalars.contains { ("\u{ff10}"..."\u{ff19}").contains($0) })
    #expect(scalars.contains("\u{200b}") && scalars.contains("\u{2060}"))
    for letter in "дλמلकน的の집ğ".unicodeScalars {
      #expect(scalars.contains(letter), "\(letter)")
    }
    #expect(try findings(Array(text.utf8)) > 300)
  }

  @Test func chatNamesPeople() throws {
    let text = Corpus.chat.bytes(1 << 16)
    var policy = Policy.default
    policy.names = .fast
    let names = try Engine(policy).findings(in: text).count { $0.type == .name }
    #expect(names > 200)
  }

  @Test func worstCasesAreOfWhatStartsASearch() {
    for (corpus, bytes, least) in [
      (Corpus.worstDigits, "0123456789", 90.0), (.worstSeparators, "0123456789 -./:", 100), (.worstAt, "@", 25),
      (.worstDots, ".", 40), (.worstBrackets, "[]<{(«", 30), (.worstCapitals, "ABCDEFGHIJKLMNOPQRSTUVWXYZ", 70),
      (.worstHexadecimal, "0123456789abcdef", 95), (.worstSlashes, "/:\\=", 40),
    ] {
      let text = corpus.bytes(65_536)
      #expect(share(text.count { bytes.utf8.contains($0) }, of: text.count) >= least, "\(corpus)")
    }
  }

  private func findings(_ text: [UInt8]) throws -> Int {
    var policy = Policy.default
    policy.names = .off
    return try Engine(policy).findings(in: text).count
  }

  private func share(_ part: Int, of whole: Int) -> Double { 100 * Double(part) / Double(whole) }

  private func hash(_ bytes: [UInt8]) -> UInt64 {
    bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}
