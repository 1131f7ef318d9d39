import AsyncHTTPClient
import NIOCore
import VeilFormats

/// A model that answers with what it was told last. It is part of the gateway, so that trying it needs no key, no account
/// and no network, and it cuts its answer as real models' tokens do: through the middle of placeholders.
enum EchoModel {
  static let name = "echo"
  /// Pause between two pieces of a stream, so that one sees it stream.
  private static let pause = Duration.milliseconds(8)

  /// - Parameter body: what a provider would receive.
  static func answer(_ body: [UInt8], isLegacy: Bool, isStream: Bool) -> HTTPClientResponse {
    guard let tree = try? JSONTree(body) else {
      return HTTPClientResponse(status: .badRequest, body: .bytes(ByteBuffer(string: "{}")))
    }
    let text = isLegacy ? prompt(tree) : lastMessage(tree)
    guard isStream else {
      let answer = completion(text, isLegacy: isLegacy, isStream: false, finish: "stop")
      return HTTPClientResponse(
        status: .ok, headers: ["content-type": "application/json"], body: .bytes(ByteBuffer(bytes: answer)))
    }
    let events = AsyncStream<ByteBuffer> { continuation in
      let task = Task {
        for (index, piece) in pieces(of: text).enumerated() {
          continuation.yield(event(piece, isLegacy: isLegacy, isFirst: index == 0, finish: nil))
          try? await Task.sleep(for: pause)
          if Task.isCancelled { break }
        }
        continuation.yield(event("", isLegacy: isLegacy, finish: "stop"))
        continuation.yield(ByteBuffer(string: "data: [DONE]\n\n"))
        continuation.finish()
      }
      continuation.onTermination = { _ in task.cancel() }
    }
    return HTTPClientResponse(
      status: .ok, headers: ["content-type": "text/event-stream"], body: .stream(events))
  }

  /// The text of the last message that the user wrote.
  private static func lastMessage(_ tree: JSONTree) -> String {
    let messages = tree.root["messages"]?.elements ?? []
    let last = messages.last { tree.text($0["role"]) == "user" } ?? messages.last
    guard let content = last?["content"] else { return "" }
    return tree.text(content) ?? content.elements.compactMap { tree.text($0["text"]) }.joined(separator: "\n")
  }

  private static func prompt(_ tree: JSONTree) -> String {
    let prompt = tree.root["prompt"]
    return tree.text(prompt) ?? prompt?.elements.first.flatMap { tree.text($0) } ?? ""
  }

  /// Words with the space before them, digits and signs by themselves: about what tokenizers make of text.
  static func pieces(of text: String) -> [String] {
    var pieces: [String] = []
    var kind = 0
    for character in text {
      let new = character.isLetter ? 1 : character.isNumber ? 2 : character == " " ? 3 : 0
      if new != 0, new == kind || kind == 3 && new == 1, !pieces.isEmpty {
        pieces[pieces.count - 1].append(character)
      } else {
        pieces.append(String(character))
      }
      kind = new
    }
    return pieces
  }

  private static func event(_ piece: String, isLegacy: Bool, isFirst: Bool = false, finish: String?) -> ByteBuffer {
    let chunk = completion(piece, isLegacy: isLegacy, isStream: true, isFirst: isFirst, finish: finish)
    return ByteBuffer(bytes: ServerSentEvent.encoded(chunk))
  }

  private static func completion(
    _ text: String, isLegacy: Bool, isStream: Bool, isFirst: Bool = false, finish: String?
  ) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("id", "echo-1")
      json.member("object", isLegacy ? "text_completion" : isStream ? "chat.completion.chunk" : "chat.completion")
      json.member("created", 0)
      json.member("model", name)
      json.array("choices") { json in
        json.object { json in
          json.member("index", 0)
          if isLegacy {
            json.member("text", text)
            json.member("logprobs", nil)
          } else {
            json.object(isStream ? "delta" : "message") { json in
              if isStream, finish != nil { return }
              // As providers do: who speaks is said once.
              if !isStream || isFirst { json.member("role", "assistant") }
              json.member("content", text)
              if !isStream { json.member("refusal", nil) }
            }
          }
          json.member("finish_reason", finish)
        }
      }
      if !isStream {
        // One token a piece.
        let count = pieces(of: text).count
        json.object("usage") { json in
          json.member("prompt_tokens", count)
          json.member("completion_tokens", count)
          json.member("total_tokens", 2 * count)
        }
      }
    }
    return json.bytes
  }
}
