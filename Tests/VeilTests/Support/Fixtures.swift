import Testing
import Foundation

/// The repository's `Fixtures` folder.
let fixtures = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures")

/// One labelled text of a `Fixtures/detect` file.
struct LabelledText: Decodable, Sendable, CustomTestStringConvertible {
  struct Span: Decodable, Sendable {
    var start: Int
    var end: Int
    var type: String
  }

  var id: String
  var text: String
  var spans: [Span]
  var testDescription: String { id }
}

/// One disguised identifier of `Fixtures/disguise`.
struct DisguisedText: Decodable, Sendable, CustomTestStringConvertible {
  var id: String
  var text: String
  var kind: String
  var type: String
  var spans: [LabelledText.Span]
  var expected: Bool?
  var testDescription: String { "\(id) (\(kind) \(type))" }
}

func jsonLines<T: Decodable>(_ folder: String, prefix: String) throws -> [T] {
  let folder = fixtures.appending(path: folder)
  let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
    $0.hasPrefix(prefix) && $0.hasSuffix(".jsonl")
  }
  return try files.sorted().flatMap { file in
    try Data(contentsOf: folder.appending(path: file)).split(separator: UInt8(ascii: "\n")).map {
      try JSONDecoder().decode(T.self, from: $0)
    }
  }
}

/// Every text under `Fixtures`, as bytes: whole files, and the texts in JSON Lines.
func allFixtureTexts() throws -> [(name: String, bytes: [UInt8])] {
  var texts: [(String, [UInt8])] = []
  let files = FileManager.default.enumerator(at: fixtures, includingPropertiesForKeys: [.isRegularFileKey])!
  for case let file as URL in files where (try file.resourceValues(forKeys: [.isRegularFileKey])).isRegularFile == true
  {
    let data = try Data(contentsOf: file)
    texts.append((file.lastPathComponent, Array(data)))
    guard file.pathExtension == "jsonl" else { continue }
    for (number, line) in data.split(separator: UInt8(ascii: "\n")).enumerated() {
      if let row = try JSONSerialization.jsonObject(with: line) as? [String: Any], let text = row["text"] as? String {
        texts.append(("\(file.lastPathComponent):\(number + 1)", Array(text.utf8)))
      }
    }
  }
  return texts.sorted { $0.0 < $1.0 }
}
