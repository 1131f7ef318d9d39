import Veil
import VeilFormats

/// The body of a request that was understood and found valid.
struct RequestBody: Sendable {
  enum Kind: Sendable {
    case chat
    /// Legacy: a prompt instead of messages.
    case completion
  }

  let kind: Kind
  let tree: JSONTree
  /// The body's `model`; `X-Model` wins over it.
  let model: String?
  let isStream: Bool
  /// Whether the caller asked for the chunk with the usage at the end of a stream.
  let includesUsage: Bool

  /// - Parameter model: `X-Model`, with which the body needs none.
  /// - Throws: ``RequestProblems``; nothing of such a body may be forwarded.
  init(_ bytes: [UInt8], kind: Kind, model: String? = nil) throws(RequestProblems) {
    var tree = try Self.parse(bytes)
    guard case .object = tree.root.value else { throw RequestProblems(Problem.notObject(["body"])) }
    if kind == .chat { tree = try Self.withMessages(tree) }
    var checker = BodyChecker(tree: tree)
    checker.check(kind, hasModel: model != nil)
    if !checker.problems.isEmpty { throw RequestProblems(checker.problems) }
    self.kind = kind
    self.tree = tree
    self.model = tree.text(tree.root["model"])
    isStream = Coercion(.flag, tree.root["stream"], tree)?.flag ?? false
    includesUsage = Coercion(.flag, tree.root["stream_options"]?["include_usage"], tree)?.flag ?? false
  }

  /// The most tokens that an answer may take, where the caller says so.
  var maximumTokens: Int? { number("max_completion_tokens") ?? number("max_tokens") }

  /// How many answers are asked for.
  var choiceCount: Int { number("n") ?? 1 }

  private func number(_ name: String) -> Int? {
    Coercion(.integer(nil, nil), tree.root[name], tree)?.number.flatMap { Int(exactly: $0) }
  }

  /// Whether the answer's content is to be JSON.
  var asksForJSON: Bool {
    ["json_object", "json_schema"].contains(tree.text(tree.root["response_format"]?["type"]))
  }

  var table: FieldTable { kind == .chat ? .chat : .completions }

  /// Requests like `{"request": {…}}` hold a body of either kind.
  static func kind(of root: JSONNode) -> Kind {
    root["prompt"] != nil && root["messages"] == nil ? .completion : .chat
  }

  static func parse(_ bytes: [UInt8]) throws(RequestProblems) -> JSONTree {
    // A byte order mark is no part of the text.
    let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    guard String(validating: bytes, as: UTF8.self) != nil else { throw .unreadable }
    guard bytes.contains(where: { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }) else {
      throw RequestProblems(Problem.missing(["body"]))
    }
    do { return try JSONTree(bytes) } catch { throw RequestProblems(Problem.notJSON(error, bytes)) }
  }

  /// `{"input": …}` instead of messages: a text is one message of the user's, an array is the messages.
  private static func withMessages(_ tree: JSONTree) throws(RequestProblems) -> JSONTree {
    guard tree.root["messages"] == nil, let member = tree.root.members.last(where: { $0.name == "input" }) else {
      return tree
    }
    var edits = JSONEdits()
    switch member.value.value {
    case .array:
      edits.replace(member.key.range, with: Array("messages".utf8))
    case .string:
      let text = tree.bytes[member.value.range]
      let messages = Array(#""messages":[{"role":"user","content":"#.utf8) + text + Array("}]".utf8)
      edits.replace(member.range, with: messages)
    default:
      throw RequestProblems([
        Problem.notString(["body", "input", "str"]), Problem.notList(["body", "input", "list"]),
      ])
    }
    return try parse(edits.applied(to: tree.bytes))
  }
}

extension Problem {
  /// JSON that is none, in the words that Python's reader has for it, with the place in characters.
  static func notJSON(_ error: JSONError, _ bytes: [UInt8]) -> Problem {
    let words =
      switch error.reason {
      case "expected a value": "Expecting value"
      case "expected a string": "Expecting property name enclosed in double quotes"
      case "expected ':'": "Expecting ':' delimiter"
      case "expected ',' or '}'", "expected ',' or ']'": "Expecting ',' delimiter"
      case "string without an end": "Unterminated string starting at"
      case "control character in a string": "Invalid control character at"
      case "unknown escape": "Invalid \\escape"
      case "\\u without four hexadecimal digits": "Invalid \\uXXXX escape"
      case "something follows the JSON value": "Extra data"
      default: error.reason
      }
    let characters = bytes.prefix(error.offset).count { $0 & 0xC0 != 0x80 }
    return Problem("json_invalid", ["body", .index(characters)], "JSON decode error", ["error": .text(words)])
  }
}
