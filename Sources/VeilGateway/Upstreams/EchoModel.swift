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
      var answer: [UInt8] = []
      write(text, isLegacy: isLegacy, isStream: false, finish: "stop", to: &answer)
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
    var bytes = Array("data: ".utf8)
    write(piece, isLegacy: isLegacy, isStream: true, isFirst: isFirst, finish: finish, to: &bytes)
    bytes += "\n\n".utf8
    return ByteBuffer(bytes: bytes)
  }

  private static func write(
    _ text: String, isLegacy: Bool, isStream: Bool, isFirst: Bool = false, finish: String?, to output: inout [UInt8]
  ) {
    let object = isLegacy ? "text_completion" : isStream ? "chat.completion.chunk" : "chat.completion"
    output += #"{"id":"echo-1","object":"\#(object)","created":0,"model":"\#(name)","choices":[{"index":0,"#.utf8
    let style = JSONStyle()
    switch (isLegacy, isStream) {
    case (true, _):
      output += #""text":"#.utf8
      style.append(Array(text.utf8), to: &output)
      output += #","logprobs":null,"#.utf8
    case (false, true) where finish != nil: output += #""delta":{},"#.utf8
    case (false, let isStream):
      output += (isStream ? #""delta":{"# : #""message":{"refusal":null,"#).utf8
      // As providers do: who speaks is said once.
      if !isStream || isFirst { output += #""role":"assistant","#.utf8 }
      output += #""content":"#.utf8
      style.append(Array(text.utf8), to: &output)
      output += "},".utf8
    }
    output += #""finish_reason":\#(finish.map { "\"\($0)\"" } ?? "null")}]"#.utf8
    if !isStream {
      // One token a piece.
      let count = pieces(of: text).count
      output += #","usage":{"prompt_tokens":\#(count),"completion_tokens":\#(count),"total_tokens":\#(2 * count)}"#.utf8
    }
    output += "}".utf8
  }
}
