import VeilFormats

/// What the model is told of placeholders.
enum Hint {
  /// Puts the text in front of a leading system or developer message, else a system message in front of all.
  ///
  /// - Parameter emptied: contents of which nothing is left, by where they began.
  static func insert(_ text: String, into document: inout Document, emptied: Set<Int>) {
    guard let messages = document.tree.root["messages"], messages.isArray else { return }
    if let first = messages.elements.first, ["system", "developer"].contains(document.tree.text(first["role"])),
      let content = first["content"]
    {
      switch content.value {
      case .string(let string):
        let isEmpty = string.range.isEmpty
        let json = JSONWriter.string(isEmpty ? text : text + "\n\n")
        document.edits.replace(
          string.range.lowerBound..<string.range.lowerBound, with: Array(json.dropFirst().dropLast()))
        return
      case .array where !emptied.contains(content.range.lowerBound):
        document.edits.insert(part(text), into: content)
        return
      default: break
      }
    }
    document.edits.insert(message(text), into: messages)
  }

  private static func part(_ text: String) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("type", "text")
      json.member("text", text)
    }
    return json.bytes
  }

  private static func message(_ text: String) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("role", "system")
      json.member("content", text)
    }
    return json.bytes
  }
}
