import Veil
import VeilFormats

/// Restores a whole answer, chat or legacy.
struct BodyRestorer {
  private let options: AnswerOptions

  init(_ options: AnswerOptions) { self.options = options }

  /// - Throws: ``AnswerError`` for what is no completion; nothing of it may be handed on then.
  func restore(_ body: [UInt8]) throws(AnswerError) -> RestoredBody {
    if body.count > options.limits.answer { throw .tooLong }
    guard let tree = try? JSONTree(body, admitsLoneSurrogates: true) else { throw .notJSON }
    guard case .array? = tree.root["choices"]?.value, !tree.isTruthy(tree.root["error"]) else { throw .notCompletion }
    var leaves = LeafRestorer(options)
    var edits = JSONEdits()
    var usage: TokenUsage?
    for member in tree.root.members {
      switch member.name {
      case "choices": for choice in member.value.elements { rewrite(choice, in: tree, &leaves, &edits) }
      case "usage": if member.value.isObject { usage = tree.usage(member.value) }
      default: leaves.rewrite(member.value, named: member.name, in: tree, &edits)
      }
    }
    if let mapping = options.returnedMapping { edits.insert("pii_mapping", mapping, into: tree.root) }
    return RestoredBody(bytes: edits.applied(to: body), report: leaves.report, usage: usage)
  }

  private func rewrite(
    _ choice: JSONNode, in tree: JSONTree, _ leaves: inout LeafRestorer, _ edits: inout JSONEdits
  ) {
    for member in choice.members {
      switch member.name {
      case "message": rewrite(message: member.value, in: tree, &leaves, &edits)
      case "logprobs":
        if options.dropsLogprobs, !member.value.isNull {
          edits.replace(member.value.range, with: Array("null".utf8))
        }
      default: leaves.rewrite(member.value, named: member.name, in: tree, &edits)
      }
    }
  }

  private func rewrite(
    message: JSONNode, in tree: JSONTree, _ leaves: inout LeafRestorer, _ edits: inout JSONEdits
  ) {
    var indices: IndexMap?
    // The text that annotations speak of.
    var content: JSONNode?
    if message["annotations"]?.holdsSomething == true, let node = message["content"],
      case .string(let string) = node.value
    {
      var map = IndexMap()
      let text = tree.text(string)
      let new = leaves.restored(text, isJSON: options.contentIsJSON, noting: &map)
      if new != text { edits.replace(node.range, with: jsonString(new)) }
      indices = map
      content = node
    }
    for member in message.members where member.value.range != content?.range {
      switch member.name {
      case "annotations": leaves.rewrite(annotations: member.value, indices, in: tree, &edits)
      default:
        let isJSON = member.name == "content" && options.contentIsJSON
        leaves.rewrite(member.value, named: member.name, isJSON: isJSON, in: tree, &edits)
      }
    }
  }
}

/// A whole answer as the client gets it.
struct RestoredBody {
  var bytes: [UInt8]
  var report: AnswerReport
  var usage: TokenUsage?
}
