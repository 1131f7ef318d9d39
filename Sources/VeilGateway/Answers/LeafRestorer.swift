import Veil
import VeilFormats

/// Restores strings that are there as a whole.
struct LeafRestorer {
  let options: AnswerOptions
  private(set) var report = AnswerReport()

  init(_ options: AnswerOptions) { self.options = options }

  mutating func restored(_ text: [UInt8], isJSON: Bool = false) -> [UInt8] {
    var stream = options.makeStream(isJSON: isJSON)
    return restored(text, &stream)
  }

  /// Restores a text whose positions are spoken of elsewhere.
  mutating func restored(_ text: [UInt8], isJSON: Bool, noting indices: inout IndexMap) -> [UInt8] {
    var stream = options.makeStream(isJSON: isJSON, recordsPlaces: true)
    let output = restored(text, &stream)
    indices.append(output, stream.takePlaces())
    return output
  }

  private mutating func restored(_ text: [UInt8], _ stream: inout RestoringStream) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(text.count)
    stream.append(text.span, to: &output)
    stream.flush(to: &output)
    report.restored += stream.restoredCount
    report.unknown += stream.unknownCount
    return output
  }

  /// Restores all strings of a value that are not structure.
  ///
  /// - Parameters:
  ///   - name: The member that the value is of.
  ///   - isJSON: Whether its texts are JSON.
  mutating func rewrite(
    _ node: JSONNode, named name: String, isJSON: Bool = false, in tree: JSONTree, _ edits: inout JSONEdits
  ) {
    switch node.value {
    case .string(let string):
      let leaf = AnswerLeaf(name)
      guard leaf != .opaque, !string.range.isEmpty else { return }
      let text = tree.text(string)
      let new = restored(text, isJSON: leaf == .json || leaf == .text && isJSON)
      if new != text { edits.replace(node.range, with: jsonString(new)) }
    case .object(let members):
      for member in members { rewrite(member.value, named: member.name, isJSON: isJSON, in: tree, &edits) }
    case .array(let elements):
      for element in elements { rewrite(element, named: name, isJSON: isJSON, in: tree, &edits) }
    case .number, .bool, .null: break
    }
  }

  /// Restores annotations, and moves the positions that they name.
  ///
  /// - Parameter indices: Of the text that they speak of; nil when there is none.
  mutating func rewrite(annotations node: JSONNode, _ indices: IndexMap?, in tree: JSONTree, _ edits: inout JSONEdits) {
    for member in node.members {
      if let indices, let index = tree.wholeNumber(member.value) {
        let moved =
          switch member.name {
          case "start_index": indices.start(index)
          case "end_index": indices.end(index)
          default: index
          }
        if moved != index { edits.replace(member.value.range, with: Array(String(moved).utf8)) }
      } else if case .string = member.value.value {
        rewrite(member.value, named: member.name, in: tree, &edits)
      } else {
        rewrite(annotations: member.value, indices, in: tree, &edits)
      }
    }
    for element in node.elements { rewrite(annotations: element, indices, in: tree, &edits) }
  }
}
