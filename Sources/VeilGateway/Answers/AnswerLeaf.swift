/// What a string in an answer is, by the name of the member that it is the value of, or whose value it is an element of.
enum AnswerLeaf {
  /// Text that comes in pieces.
  case text
  /// Text that comes in pieces and is JSON: the arguments of a tool.
  case json
  /// Comes as a whole.
  case whole
  /// Structure, and what is encoded or signed: left as it is.
  case opaque

  init(_ name: String) {
    switch name {
    case "arguments": self = .json
    case "role", "type", "object", "index", "finish_reason", "native_finish_reason", "stop_reason", "status", "format",
      "model", "created", "system_fingerprint", "service_tier", "provider", "obfuscation",
      "signature", "thought_signature", "encrypted", "encrypted_content", "data", "b64_json", "blob":
      self = .opaque
    case "id", "call_id", "tool_call_id", "file_id", "name", "filename", "title", "url": self = .whole
    default: self = .text
    }
  }
}
