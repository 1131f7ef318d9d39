import VeilFormats

extension BodyChecker {
  static let roles = ["system", "developer", "user", "assistant", "tool", "function"]
  /// Parts of a content that are read as text.
  static let textParts = ["text", "input_text", "output_text", "refusal"]
  /// Parts that cannot be looked into.
  static let attachments = [
    "image_url", "input_image", "input_audio", "audio_url", "video_url", "file", "input_file",
  ]

  mutating func checkMessages(_ node: JSONNode?, _ place: [Problem.Step]) {
    guard let node else { return fail(Problem.missing(place)) }
    guard case .array(let messages) = node.value else { return fail(Problem.notList(place)) }
    guard !messages.isEmpty else {
      return fail(
        Problem(
          "too_short", place, "List should have at least 1 item after validation, not 0",
          ["field_type": .text("List"), "min_length": .integer(1), "actual_length": .integer(0)]))
    }
    for (index, message) in messages.enumerated() { checkMessage(message, place + [.index(index)]) }
  }

  private mutating func checkMessage(_ message: JSONNode, _ place: [Problem.Step]) {
    guard case .object(let members) = message.value else { return fail(Problem.notObject(place)) }
    let role = tree.text(message["role"])
    if message["role"] == nil {
      fail(Problem.missing(place + ["role"]))
    } else if role.map({ !Self.roles.contains($0) }) ?? true {
      fail(Problem.notOneOf(Self.roles, place + ["role"]))
    }
    let content = message["content"]
    // What an assistant says may be a call, or a refusal.
    let isOptional = role == "assistant" || role == "function"
    if content == nil, !isOptional { fail(Problem.missing(place + ["content"])) }
    if let content, !(content.isNull && isOptional) { checkContent(content, place + ["content"]) }
    guard let field = FieldTable.chat.root.members["messages"]?.elements else { return }
    for member in members where member.name != "content" && member.name != "role" {
      if let field = field.members[member.name] { check(member.value, field, place + [.name(member.name)]) }
    }
  }

  mutating func checkContent(_ content: JSONNode, _ place: [Problem.Step]) {
    switch content.value {
    case .string: break
    case .array(let parts):
      for (index, part) in parts.enumerated() { checkPart(part, place + [.index(index)]) }
    default:
      fail(Problem.notString(place + ["str"]))
      fail(Problem.notList(place + ["list[part]"]))
    }
  }

  private mutating func checkPart(_ part: JSONNode, _ place: [Problem.Step]) {
    guard part.isObject else { return fail(Problem.notObject(place)) }
    guard let tag = tree.text(part["type"]) else {
      return fail(
        Problem(
          "union_tag_not_found", place, "Unable to extract tag using discriminator 'type'",
          ["discriminator": .text("'type'")]))
    }
    let known = Self.textParts + Self.attachments
    guard known.contains(tag) else {
      // The tag itself is not told.
      let list = known.map { "'\($0)'" }.joined(separator: ", ")
      return fail(
        Problem(
          "union_tag_invalid", place,
          "Input tag found using 'type' does not match any of the expected tags: \(list)",
          ["discriminator": .text("'type'"), "expected_tags": .text(list)]))
    }
    guard Self.textParts.contains(tag) else { return }
    let name = tag == "refusal" ? "refusal" : "text"
    if let text = part[name] {
      if !text.isString { fail(Problem.notString(place + [.name(name)])) }
    } else {
      fail(Problem.missing(place + [.name(name)]))
    }
  }

  /// A text, texts, token ids, or several prompts of token ids.
  mutating func checkPrompt(_ node: JSONNode?, _ place: [Problem.Step]) {
    guard let node else { return fail(Problem.missing(place)) }
    func isTokens(_ node: JSONNode) -> Bool {
      guard case .array(let ids) = node.value else { return false }
      return ids.allSatisfy { Coercion(.integer(0, nil), $0, tree)?.number != nil && $0.isNumber }
    }
    switch node.value {
    case .string: return
    case .array(let elements)
    where elements.allSatisfy(\.isString) || isTokens(node) || elements.allSatisfy(isTokens):
      return
    case .array:
      fail(Problem.notString(place + ["str"]))
      fail(Problem("string_type", place + ["list[str]"], "Input should be a list of valid strings"))
      fail(Problem("int_type", place + ["list[int]"], "Input should be a list of valid integers"))
      fail(Problem.notList(place + ["list[list[int]]"]))
    default:
      fail(Problem.notString(place + ["str"]))
      for name in ["list[str]", "list[int]", "list[list[int]]"] { fail(Problem.notList(place + [.name(name)])) }
    }
  }
}
