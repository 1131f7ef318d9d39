import VeilFormats

extension JSONNode {
  /// Whether there is something in it: not null, nor empty.
  var holdsSomething: Bool {
    switch value {
    case .null: false
    case .string(let string): !string.range.isEmpty
    case .array(let elements): !elements.isEmpty
    case .object(let members): !members.isEmpty
    case .bool, .number: true
    }
  }
}

extension JSONTree {
  /// A number without fraction; nil for everything else.
  func wholeNumber(_ node: JSONNode?) -> Int? {
    guard let node, case .number = node.value, node.range.count < 19 else { return nil }
    var number = 0
    for byte in bytes[node.range] {
      let digit = byte &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      number = number * 10 + Int(digit)
    }
    return number
  }

  /// What Python takes for true: clients look at errors so.
  func isTruthy(_ node: JSONNode?) -> Bool {
    guard let node else { return false }
    switch node.value {
    case .bool(let value): return value
    case .number: return bytes[node.range].contains { (UInt8(ascii: "1")...UInt8(ascii: "9")).contains($0) }
    default: return node.holdsSomething
    }
  }

  /// The token counts of an answer.
  func usage(_ node: JSONNode) -> TokenUsage {
    let prompt = wholeNumber(node["prompt_tokens"]) ?? 0
    let completion = wholeNumber(node["completion_tokens"]) ?? 0
    return TokenUsage(
      prompt: prompt, completion: completion, total: wholeNumber(node["total_tokens"]) ?? prompt + completion)
  }
}

/// A text as a JSON string, with its quotation marks. Halves of surrogate pairs are written as they came.
func jsonString(_ text: [UInt8]) -> [UInt8] {
  var style = JSONStyle()
  style.escapesLoneSurrogates = true
  var output: [UInt8] = []
  output.reserveCapacity(text.count + 16)
  style.append(text, to: &output)
  return output
}

func jsonString(_ text: String) -> [UInt8] { jsonString(Array(text.utf8)) }
