import Foundation
import Testing
import VeilFuzz

/// Runs what the fuzzers start from, and the inputs with which they once broke something.
@Suite(.serialized) struct CorpusTests {
  @Test(arguments: try names("pseudonymize")) func pseudonymizing(_ name: String) throws {
    try checkPseudonymizing(Self.bytes("pseudonymize", name))
  }

  @Test(arguments: try names("restore")) func restoring(_ name: String) throws {
    try checkRestoring(Self.bytes("restore", name))
  }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures/fuzz")

  private static func names(_ kind: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: kind).path).sorted()
  }

  private static func bytes(_ kind: String, _ name: String) throws -> Data {
    try Data(contentsOf: folder.appending(path: kind).appending(path: name))
  }
}
