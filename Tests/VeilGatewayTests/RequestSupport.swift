import Foundation
import Veil
import VeilFormats

@testable import VeilGateway

/// What the tests of the request side share.
enum RequestSupport {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures/gateway/requests")

  /// An article of the documentation.
  static func article(_ name: String) throws -> String {
    let root = folder.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return try String(contentsOf: root.appending(path: "Sources/Veil/Veil.docc/\(name).md"), encoding: .utf8)
  }

  static func fixture(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appending(path: name)))
  }

  /// Compiled once for all tests.
  static let engines = Result { try EngineSet(Settings()) }

  static func options(
    _ headers: [String: String] = [:], settings: Settings = Settings()
  ) throws -> RequestOptions {
    let lower = Dictionary(uniqueKeysWithValues: headers.map { ($0.key.lowercased(), [$0.value]) })
    return try RequestOptions(lower, settings: settings, engines: try engines.get())
  }

  static func masked(
    _ body: [UInt8], kind: RequestBody.Kind = .chat, _ headers: [String: String] = [:], settings: Settings = Settings(),
    vault: Vault? = nil, upstreamModel: String? = nil, wantsUsage: Bool = false
  ) throws -> MaskedRequest {
    let options = try options(headers, settings: settings)
    let request = try RequestBody(body, kind: kind, model: options.model)
    return try MaskedRequest(
      request, options, settings: settings, engines: try engines.get(), upstreamModel: upstreamModel, vault: vault,
      wantsUsage: wantsUsage)
  }

  static func masked(
    _ body: String, kind: RequestBody.Kind = .chat, _ headers: [String: String] = [:], settings: Settings = Settings()
  ) throws -> MaskedRequest {
    try masked(Array(body.utf8), kind: kind, headers, settings: settings)
  }

  /// Without the hint, which the tests of other things need not mention.
  static var plain: Settings {
    var settings = Settings()
    settings.hint.isOn = false
    return settings
  }

  static func problems(_ body: () throws -> Void) -> RequestProblems? {
    do {
      try body()
      return nil
    } catch {
      return error as? RequestProblems
    }
  }
}

extension MaskedRequest {
  var text: String { String(decoding: body, as: UTF8.self) }
}

/// JSON with all JSON that stands in its texts taken apart as well.
indirect enum Deep: Equatable {
  case object([Pair])
  case array([Deep])
  /// A text or a number.
  case scalar(String)
  case word(String)

  struct Pair: Equatable {
    var key: String
    var value: Deep
  }

  init(_ bytes: [UInt8]) throws {
    let tree = try JSONTree(bytes)
    self.init(tree.root, tree)
  }

  init(_ node: JSONNode, _ tree: JSONTree) {
    switch node.value {
    case .object(let members):
      self = .object(members.map { Pair(key: $0.name, value: Deep($0.value, tree)) })
    case .array(let elements): self = .array(elements.map { Deep($0, tree) })
    case .string(let string):
      let text = tree.text(string)
      if let nested = try? JSONTree(text), !nested.root.isNumber, nested.root.isContainer || nested.root.isString {
        self = Deep(nested.root, nested)
      } else {
        self = .scalar(String(decoding: text, as: UTF8.self))
      }
    case .number: self = .scalar(String(decoding: tree.bytes[node.range], as: UTF8.self))
    case .bool(let value): self = .word("\(value)")
    case .null: self = .word("null")
    }
  }

  /// Every text, number and key.
  var texts: [String] {
    switch self {
    case .object(let pairs): pairs.flatMap { [$0.key] + $0.value.texts }
    case .array(let elements): elements.flatMap(\.texts)
    case .scalar(let text), .word(let text): [text]
    }
  }

  func mapped(_ change: (String) -> String) -> Deep {
    switch self {
    case .object(let pairs): .object(pairs.map { Pair(key: change($0.key), value: $0.value.mapped(change)) })
    case .array(let elements): .array(elements.map { $0.mapped(change) })
    case .scalar(let text): .scalar(change(text))
    case .word: self
    }
  }

  subscript(name: String) -> Deep? {
    if case .object(let pairs) = self { pairs.last { $0.key == name }?.value } else { nil }
  }

  subscript(index: Int) -> Deep? {
    if case .array(let elements) = self, elements.indices.contains(index) { elements[index] } else { nil }
  }

  var text: String? { if case .scalar(let text) = self { text } else { nil } }
}
