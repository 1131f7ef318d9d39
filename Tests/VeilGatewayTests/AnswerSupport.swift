import Testing
import Veil
import VeilFormats

@testable import VeilGateway

/// SplitMix64: a seed decides everything.
struct AnswerRandom: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: Int) { state = UInt64(seed) }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Values that break what is not escaped, and one that looks like a placeholder.
func answerVault(name: String = "O\"Brien \\ \n\t\u{1}😀 é") throws -> Vault {
  func entry(_ placeholder: String, _ original: String) -> Vault.Entry {
    Vault.Entry(placeholder: placeholder, original: Array(original.utf8), isIssued: true)
  }
  return try Vault(entries: [
    entry("[NAME_1]", "Jane Roe"), entry("[NAME_1_GIVEN]", "Jane"), entry("[NAME_2]", name),
    entry("[EMAIL_1]", "jane.roe@example.com"), entry("[TEXT_1]", "[NAME_1] {\"a\":"),
  ])
}

/// A whole text restored: what a stream of it has to come to.
func wholeRestored(_ text: String, _ vault: Vault, isJSON: Bool = false) -> String {
  var stream = RestoringStream(vault: vault, escaping: isJSON ? .json : .none)
  var output: [UInt8] = []
  stream.append(Array(text.utf8).span, to: &output)
  _ = stream.finish(to: &output)
  return String(decoding: output, as: UTF8.self)
}

/// A text of an answer, and how its pieces are written in a choice of a chunk.
struct AnswerText {
  var choice = 0
  /// What the client knows it by.
  var path: String
  /// Around a piece, which is a JSON string.
  var before: String
  var after: String
  var text: String
  var isJSON = false

  static func content(_ text: String, choice: Int = 0) -> AnswerText {
    AnswerText(choice: choice, path: "delta.content", before: "\"delta\":{\"content\":", after: "}", text: text)
  }

  static func member(_ name: String, _ text: String, choice: Int = 0) -> AnswerText {
    AnswerText(choice: choice, path: "delta.\(name)", before: "\"delta\":{\"\(name)\":", after: "}", text: text)
  }

  static func legacy(_ text: String, choice: Int = 0) -> AnswerText {
    AnswerText(choice: choice, path: "text", before: "\"text\":", after: "", text: text)
  }

  static func arguments(_ text: String, choice: Int = 0, tool: Int = 0) -> AnswerText {
    AnswerText(
      choice: choice, path: "delta.tool_calls[\(tool)].function.arguments",
      before: "\"delta\":{\"tool_calls\":[{\"index\":\(tool),\"function\":{\"arguments\":", after: "}}]}", text: text,
      isJSON: true)
  }

  static func function(_ text: String) -> AnswerText {
    AnswerText(
      path: "delta.function_call.arguments", before: "\"delta\":{\"function_call\":{\"arguments\":", after: "}}",
      text: text, isJSON: true)
  }

  static func details(_ text: String, element: Int = 0) -> AnswerText {
    AnswerText(
      path: "delta.reasoning_details[\(element)].text",
      before: "\"delta\":{\"reasoning_details\":[{\"type\":\"reasoning.text\",\"index\":\(element),\"text\":",
      after: "}]}",
      text: text)
  }

  static func part(_ text: String) -> AnswerText {
    AnswerText(
      path: "delta.content[0].text", before: "\"delta\":{\"content\":[{\"type\":\"text\",\"text\":", after: "}]}",
      text: text)
  }

  var units: [UInt16] { Array(text.utf16) }

  /// A chunk with a piece of it. Halves of surrogate pairs are cut apart, as JavaScript does.
  func chunk(_ piece: ArraySlice<UInt16>) -> String {
    var json = "\""
    for unit in piece {
      if unit >= 0x20, unit < 0x7F, unit != 0x22, unit != 0x5C {
        json.unicodeScalars.append(Unicode.Scalar(unit)!)
      } else {
        let digits = String(unit, radix: 16)
        json += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }
    }
    return """
      {"id":"c1","object":"chat.completion.chunk","created":7,"model":"m","system_fingerprint":"f","choices":[{"index":\
      \(choice),\(before)\(json)"\(after),"logprobs":null,"finish_reason":null}]}
      """
  }

  var key: String { "\(choice).\(path)" }
}

/// A chunk that finishes a choice.
func answerFinish(_ choice: Int = 0) -> String {
  #"{"id":"c1","object":"chat.completion.chunk","created":7,"model":"m","choices":[{"index":\#(choice),"delta":{},"logprobs":null,"finish_reason":"stop"}]}"#
}

let answerUsage =
  #"{"id":"c1","object":"chat.completion.chunk","created":7,"model":"m","choices":[],"usage":{"prompt_tokens":3,"completion_tokens":4,"total_tokens":7}}"#

/// Puts a streamed answer together as clients do, and holds it to what they rely on.
struct AnswerClient {
  /// By choice and path.
  private var bytes: [String: [UInt8]] = [:]
  var finished: [Int] = []
  var error: String?
  var isDone = false
  var hasUsage = false
  var events: [String] = []
  var mapping: String?

  /// Each text; halves of surrogate pairs joined.
  var texts: [String: String] {
    bytes.mapValues { bytes in
      var units: [UInt16] = []
      var position = 0
      while position < bytes.count {
        if bytes[position] == 0xED, bytes[position + 1] >= 0xA0 {
          units.append(0xD000 | UInt16(bytes[position + 1] & 0x3F) << 6 | UInt16(bytes[position + 2] & 0x3F))
          position += 3
        } else {
          let length = bytes[position] < 0x80 ? 1 : bytes[position] < 0xE0 ? 2 : bytes[position] < 0xF0 ? 3 : 4
          units += String(decoding: bytes[position..<position + length], as: UTF8.self).utf16
          position += length
        }
      }
      return String(decoding: units, as: UTF16.self)
    }
  }

  mutating func take(_ writes: [[UInt8]]) throws {
    for write in writes {
      var stream = EventStream()
      var received: [ServerSentEvent] = []
      try stream.append(write, to: &received)
      try #require(received.count == 1 && stream.pendingBytes == 0, "one write, one event")
      try #require(write.starts(with: "data: ".utf8) && write.suffix(2) == [10, 10] && !write.dropLast(2).contains(10))
      try #require(!isDone && error == nil, "nothing after the end")
      events.append(String(decoding: received[0].data, as: UTF8.self))
      if received[0].data == Array("[DONE]".utf8) {
        isDone = true
        continue
      }
      let tree = try JSONTree(received[0].data, admitsLoneSurrogates: true)
      if let failure = tree.root["error"] {
        for name in ["message", "type", "param", "code"] { try #require(failure[name] != nil) }
        error = tree.text(failure["code"]) ?? ""
        continue
      }
      if let mapping = tree.root["pii_mapping"] {
        try #require(self.mapping == nil)
        self.mapping = String(decoding: tree.bytes[mapping.range], as: UTF8.self)
      }
      let choices = tree.root["choices"]?.elements ?? []
      try #require(!hasUsage, "token counts come last")
      if choices.isEmpty, tree.root["usage"]?.isObject == true { hasUsage = true }
      for choice in choices {
        let index = try #require(tree.wholeNumber(choice["index"]))
        for member in choice.members where member.name == "delta" || member.name == "text" {
          gather(member.value, "\(index).\(member.name)", tree)
        }
        if choice["finish_reason"]?.isNull == false { finished.append(index) }
      }
    }
  }

  private mutating func gather(_ node: JSONNode, _ path: String, _ tree: JSONTree) {
    if case .string(let string) = node.value { bytes[path, default: []] += tree.text(string) }
    for member in node.members where member.name != "type" { gather(member.value, "\(path).\(member.name)", tree) }
    for (position, element) in node.elements.enumerated() {
      gather(element, "\(path)[\(tree.wholeNumber(element["index"]) ?? position)]", tree)
    }
  }
}

/// What the client makes of a stream of these chunks.
func answerRead(
  _ chunks: [String], _ options: AnswerOptions, ending: StreamRestorer.Ending = .clean
) throws -> AnswerClient {
  var restorer = StreamRestorer(options)
  var client = AnswerClient()
  for chunk in chunks { try client.take(restorer.append(Array("data: \(chunk)\n\n".utf8))) }
  try client.take(restorer.finish(ending))
  #expect(restorer.heldBackBytes == 0 && restorer.isDone)
  return client
}
