import Foundation
import Testing

@testable import VeilGateway

/// A file of `Fixtures/gateway/settings`.
struct SettingsSample: CustomTestStringConvertible {
  var path: String
  var bytes: [UInt8]

  static let valid = (try? files("")) ?? []
  static let invalid = (try? files("invalid")) ?? []

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures/gateway/settings")

  private static func files(_ name: String) throws -> [SettingsSample] {
    let folder = folder.appending(path: name)
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".yaml") }.sorted()
      .map { try SettingsSample(path: folder.appending(path: $0).path) }
  }

  init(path: String) throws {
    self.path = path
    bytes = Array(try Data(contentsOf: URL(filePath: path)))
  }

  init(_ name: String) throws { try self.init(path: Self.folder.appending(path: name).path) }

  var text: String { String(decoding: bytes, as: UTF8.self) }
  var testDescription: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// As if it stood beside the folder of policies.
  func read(_ overrides: [SettingsOverride] = []) throws -> SettingsFile {
    let path = Self.folder.appending(path: testDescription).path
    return try SettingsFile(yaml: bytes, path: path, overrides: overrides) { try readFile($0) }
  }

  /// What the first line says is wrong: `# problems: 3:1 base.yaml:5:7`.
  var expectedProblems: [String] {
    text.prefix { $0 != "\n" }.split(separator: " ").dropFirst(2).map(String.init)
  }
}
