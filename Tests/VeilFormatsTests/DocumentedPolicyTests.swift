import Foundation
import TestSupport
import Testing
import VeilPolicyFile

/// What the documentation shows as a policy is one.
@Suite struct DocumentedPolicyTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static let examples: [(place: String, yaml: String)] = [
    "README.md", "Sources/Veil/Veil.docc/Policies.md", "Sources/Veil/Veil.docc/WritingRules.md",
  ].flatMap { page in
    let text = (try? String(contentsOf: root.appending(path: page), encoding: .utf8)) ?? ""
    return text.components(separatedBy: "```yaml\n").dropFirst().enumerated().map {
      ("\(page) \($0 + 1)", $1.components(separatedBy: "```")[0])
    }
  }

  @Test func thereAreSome() { #expect(Self.examples.count >= 4) }

  @Test(arguments: examples) func isValid(_ place: String, _ yaml: String) throws {
    let file = try PolicyFile(yaml: Array(yaml.utf8))
    try file.check()
    #expect(file.remarks == [])
    #expect(try JSONSchema(PolicyFile.schema).problems(JSON(yaml: yaml)) == [])
  }
}
