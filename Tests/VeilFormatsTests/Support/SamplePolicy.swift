import Foundation
import Testing
import VeilPolicyFile

/// A file of `Fixtures/policies`.
struct SamplePolicy: CustomTestStringConvertible {
  var path: String
  var bytes: [UInt8]

  static let valid = (try? files("")) ?? []
  static let invalid = (try? files("invalid")) ?? []

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures/policies")

  private static func files(_ name: String) throws -> [SamplePolicy] {
    let folder = name.isEmpty ? folder : folder.appending(path: name)
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".yaml") }.sorted()
      .map {
        let path = folder.appending(path: $0).path
        return SamplePolicy(path: path, bytes: try load(path))
      }
  }

  static func load(_ path: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(filePath: path))) }

  var text: String { String(decoding: bytes, as: UTF8.self) }
  var testDescription: String { path.split(separator: "/").last.map(String.init) ?? path }

  func read() throws -> PolicyFile { try PolicyFile(yaml: bytes, path: path, load: Self.load) }

  /// What the first line says is wrong: `# problems: 3:1 base.yaml:5:7`.
  var expectedProblems: [String] {
    text.prefix { $0 != "\n" }.split(separator: " ").dropFirst(2).map(String.init)
  }
}
