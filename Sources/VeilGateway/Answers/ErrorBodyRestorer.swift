import Veil
import VeilFormats

/// Makes of an upstream's error one that the client may see: originals put back, the gateway's key taken out, and both
/// `error` and `detail`, for clients look at the one or the other.
struct ErrorBodyRestorer {
  private let options: AnswerOptions

  init(_ options: AnswerOptions) { self.options = options }

  /// The body that answers the client. What is no JSON object is not handed on, nor what the upstream says of the key.
  func restore(_ body: [UInt8], status: Int) -> [UInt8] {
    if status == 401 || status == 403 {
      return Self.body("The model's provider refused the key that it was called with.", code: "upstream_denied")
    }
    guard body.count <= options.limits.answer, let tree = try? JSONTree(body, admitsLoneSurrogates: true),
      tree.root.isObject
    else { return Self.body("The model's provider answered with status \(status).", code: "upstream_error") }
    var leaves = LeafRestorer(options)
    guard let tree = cleaned(tree, &leaves) else {
      return Self.body("The model's provider answered with status \(status).", code: "upstream_error")
    }
    let error = error(in: tree, status: status)
    var members: [(name: String, value: [UInt8])] = [("error", Self.object(error))]
    members.append(
      ("detail", tree.root["detail"].map { Array(tree.bytes[$0.range]) } ?? error.first { $0.name == "message" }!.value)
    )
    for member in tree.root.members where member.name != "error" && member.name != "detail" {
      members.append((member.name, Array(tree.bytes[member.value.range])))
    }
    return Self.object(members)
  }

  /// The data of an event for an error in the middle of a stream.
  func event(_ tree: JSONTree, _ leaves: inout LeafRestorer) -> [UInt8] {
    guard let tree = cleaned(tree, &leaves) else { return StreamFailure.error.json }
    var members: [(name: String, value: [UInt8])] = [("error", Self.object(error(in: tree, status: 500)))]
    for member in tree.root.members where ["id", "object", "created", "model", "choices"].contains(member.name) {
      members.append((member.name, Array(tree.bytes[member.value.range])))
    }
    return Self.object(members)
  }

  /// Without keys and without `input`, in which validators repeat the request; restored.
  private func cleaned(_ tree: JSONTree, _ leaves: inout LeafRestorer) -> JSONTree? {
    var edits = JSONEdits()
    removeInputs(tree.root, &edits)
    let scrubber = SecretScrubber(secrets: options.secrets)
    guard let bare = try? JSONTree(edits.applied(to: tree.bytes), admitsLoneSurrogates: true) else { return nil }
    edits = JSONEdits()
    rewrite(bare.root, named: "", in: bare, scrubber, &leaves, &edits)
    return try? JSONTree(edits.applied(to: bare.bytes), admitsLoneSurrogates: true)
  }

  private func removeInputs(_ node: JSONNode, _ edits: inout JSONEdits) {
    edits.removeMembers(of: node) { $0.name == "input" }
    for member in node.members where member.name != "input" { removeInputs(member.value, &edits) }
    for element in node.elements { removeInputs(element, &edits) }
  }

  private func rewrite(
    _ node: JSONNode, named name: String, in tree: JSONTree, _ scrubber: SecretScrubber,
    _ leaves: inout LeafRestorer, _ edits: inout JSONEdits
  ) {
    if case .string(let string) = node.value {
      let text = tree.text(string)
      let new = leaves.restored(scrubber.scrubbed(text), isJSON: AnswerLeaf(name) == .json)
      if new != text { edits.replace(node.range, with: jsonString(new)) }
    }
    for member in node.members {
      let name = tree.text(member.key)
      let scrubbed = scrubber.scrubbed(name)
      if scrubbed != name {
        edits.replace(member.key.range.lowerBound - 1..<member.key.range.upperBound + 1, with: jsonString(scrubbed))
      }
      rewrite(member.value, named: member.name, in: tree, scrubber, &leaves, &edits)
    }
    for element in node.elements { rewrite(element, named: name, in: tree, scrubber, &leaves, &edits) }
  }

  /// The members of `error`: the four that clients rely on, then what else it had.
  private func error(in tree: JSONTree, status: Int) -> [(name: String, value: [UInt8])] {
    let root = tree.root
    let node = root["error"]
    // Some providers have no `error`, or say in it no more than the text.
    let fields = node?.isObject == true ? node : node == nil ? root : nil
    func raw(_ name: String) -> [UInt8]? {
      fields?[name].flatMap { $0.isNull ? nil : Array(tree.bytes[$0.range]) }
    }
    func string(_ node: JSONNode?) -> [UInt8]? {
      guard case .string? = node?.value, let range = node?.range else { return nil }
      return Array(tree.bytes[range])
    }
    let detail = root["detail"]
    let message =
      string(node) ?? string(fields?["message"]) ?? string(detail) ?? string(detail?.elements.first?["msg"])
      ?? jsonString("The model's provider answered with status \(status).")
    let type = string(fields?["type"]) ?? jsonString(status < 500 ? "invalid_request_error" : "upstream_error")
    var members = [
      ("message", message), ("type", type), ("param", raw("param") ?? Array("null".utf8)),
      ("code", raw("code") ?? Array("null".utf8)),
    ]
    for member in node?.members ?? [] where !["message", "type", "param", "code"].contains(member.name) {
      members.append((member.name, Array(tree.bytes[member.value.range])))
    }
    return members.map { (name: $0.0, value: $0.1) }
  }

  /// An error of the gateway's own.
  private static func body(_ message: String, code: String) -> [UInt8] {
    object([
      ("detail", jsonString(message)),
      (
        "error",
        object([
          ("message", jsonString(message)), ("type", jsonString("upstream_error")), ("param", Array("null".utf8)),
          ("code", jsonString(code)),
        ])
      ),
    ])
  }

  private static func object(_ members: [(name: String, value: [UInt8])]) -> [UInt8] {
    var output = Array("{".utf8)
    for (index, member) in members.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      output += jsonString(member.name)
      output.append(UInt8(ascii: ":"))
      output += member.value
    }
    output.append(UInt8(ascii: "}"))
    return output
  }
}
