import Foundation
import Testing
import Veil

/// One line of a `Fixtures/catalogue` file: a text, and what is found in it as one type.
struct CatalogueFixture: Sendable {
  /// What a text without a finding of the type is: a value with a character changed, another type's value, or neither.
  enum Kind: String, Decodable { case corrupted, lookalike, plain }

  /// File and line, for messages.
  var place: String
  var type: EntityType
  var text: String
  /// What is found as the type, in any order; empty for negatives.
  var find: [String]
  /// Other types that may be found in a positive.
  var also: Set<String> = []
  /// Nil for positives.
  var kind: Kind?

  /// Where a value stands, in bytes, when it stands in the text once.
  func range(of value: String) -> Range<Int>? {
    let text = Array(text.utf8)
    let value = Array(value.utf8)
    guard !value.isEmpty, value.count <= text.count else { return nil }
    let starts = (0...text.count - value.count).filter { text[$0..<$0 + value.count].elementsEqual(value) }
    return starts.count == 1 ? starts[0]..<starts[0] + value.count : nil
  }

  private struct Line: Decodable {
    var type: String
    var text: String
    var find: [String]?
    var also: [String]?
    var kind: Kind?
  }

  /// What is wrong with a line.
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  private init(_ line: Line, place: String) throws {
    func require(_ condition: Bool, _ reason: String) throws {
      if !condition { throw Failure(description: "\(place): \(reason)") }
    }
    try require((line.find == nil) != (line.kind == nil), "needs either `find` or `kind`")
    try require(line.find?.isEmpty != true, "`find` is empty")
    try require(line.also == nil || line.find != nil, "`also` is for positives")
    for value in line.find ?? [] { try require(line.text.utf8.contains(value.utf8), "\(value) is not in the text") }
    guard let type = EntityType(line.type), Catalogue.description(of: type) != nil else {
      throw Failure(description: "\(place): \(line.type) is no type of the catalogue")
    }
    self.place = place
    self.type = type
    text = line.text
    find = line.find ?? []
    also = Set(line.also ?? [])
    kind = line.kind
  }

  /// The files with fixtures.
  static let files: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter { $0.hasSuffix(".jsonl") }
    .sorted()

  static func read(_ file: String) throws -> [CatalogueFixture] {
    let lines = try Data(contentsOf: folder.appending(path: file))
      .split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    var fixtures: [CatalogueFixture] = []
    for (number, line) in lines.enumerated() where !line.isEmpty {
      let place = "\(file):\(number + 1)"
      do {
        fixtures.append(try CatalogueFixture(JSONDecoder().decode(Line.self, from: line), place: place))
      } catch let error as DecodingError {
        throw Failure(description: "\(place): \(error)")
      }
    }
    return fixtures
  }

  /// The labelled texts of `Fixtures/detect`, a positive for each type that a text has.
  static func detected() throws -> [CatalogueFixture] {
    let texts: [LabelledText] = try jsonLines("detect", prefix: "positive")
    return texts.flatMap { text in
      Dictionary(grouping: text.spans, by: \.type).compactMap { name, spans in
        EntityType(name).map { type in
          CatalogueFixture(
            place: text.id, type: type, text: text.text,
            find: spans.map { String(decoding: Array(text.text.utf8)[$0.start..<$0.end], as: UTF8.self) })
        }
      }
    }
  }

  private init(place: String, type: EntityType, text: String, find: [String]) {
    (self.place, self.type, self.text, self.find) = (place, type, text, find)
  }

  private static let folder = fixtures.appending(path: "catalogue")
}
