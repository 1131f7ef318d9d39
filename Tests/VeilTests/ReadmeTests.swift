import Foundation
import Testing
import Veil

/// The library example of `README.md` is the code of this test.
@Suite struct ReadmeTests {
  @Test func exampleRuns() throws {
    // README.md from here
    let engine = try Engine()
    let vault = try Vault()

    let question = "Jane Roe (jane.roe@example.com) wants a refund; Ms Roe's phone is +1 415 555 0100."
    let safe = try engine.pseudonymize(question, vault: vault)
    // [NAME_1] ([EMAIL_1]) wants a refund; Ms [NAME_1_FAMILY]'s phone is [PHONE_1].

    let answer = "Call Ms **[name_1_family]** at \\[PHONE\\_1\\]."
    let restored = engine.restore(answer, vault: vault).text
    // Call Ms **Roe** at +1 415 555 0100.
    // README.md to here

    // What the example says of its results is true.
    let comments = try Self.example(in: #filePath, from: "    // README.md from here", to: "    // README.md to here")
      .filter { $0.hasPrefix("// ") }
    #expect(comments == ["// \(safe)", "// \(restored)"])
    #expect(engine.restore(safe, vault: vault).text == question)
  }

  @Test func exampleIsTheReadmes() throws {
    let readme = fixtures.deletingLastPathComponent().appending(path: "README.md").path
    let written = try Self.example(in: readme, from: "```swift", to: "```")
    let run = try Self.example(in: #filePath, from: "    // README.md from here", to: "    // README.md to here")
    #expect(!written.isEmpty)
    #expect(written == run)
  }

  @Test func readmeIsShort() throws {
    let readme = fixtures.deletingLastPathComponent().appending(path: "README.md")
    let lines = try String(contentsOf: readme, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count < 150)
  }

  /// The lines between the first line that is `start` and the next that is `end`, without the indentation that the
  /// first of them has.
  private static func example(in path: String, from start: String, to end: String) throws -> [String] {
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
    let first = try #require(lines.firstIndex { $0 == start }) + 1
    let last = try #require(lines[first...].firstIndex { $0 == end })
    let indentation = lines[first].prefix { $0 == " " }
    return lines[first..<last].map { String($0.hasPrefix(indentation) ? $0.dropFirst(indentation.count) : $0) }
  }
}
