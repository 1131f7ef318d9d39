import Corpora
import Testing
import Veil

@Suite struct ListTests {
  @Test func noTwoEntriesAreAlike() throws {
    let entries = Lists.entries(1_000_000)
    #expect(Set(entries.map(\.original)).count == entries.count)
    // Nor are they to Veil, to which case, spacing and folding make no difference.
    let mapping = try Mapping(entries.prefix(50_000).map { ($0.original, $0.type) })
    #expect(mapping.entries.count == 50_000)
  }

  @Test func placeholdersStandInTheText() throws {
    let text = PlaceholderText(Corpus.clean.bytes(100_000), count: 100)
    let vault = try Vault(
      entries: text.entries.map { Vault.Entry(placeholder: $0.placeholder, original: Array($0.original.utf8)) })
    var stream = RestoringStream(vault: vault)
    var output: [UInt8] = []
    stream.append(text.bytes.span, to: &output)
    #expect(stream.finish(to: &output).restoredCount == text.occurrences)
    #expect(400...600 ~= text.occurrences)
  }
}
