import Veil
import VeilFormats

/// Rewriting one chunk of a stream.
extension StreamRestorer {
  private struct Chunk {
    let tree: JSONTree
    var edits = JSONEdits()
    /// From the choice to where the walk is.
    var path: [Lane.Step] = []
    /// `type` of the element that the walk is in.
    var elementType: Range<Int>?
    /// Whether the choice that the walk is in ends with this chunk.
    var isEnd = false
    /// Whether all of a text is held back.
    var isWithheld = false
    /// Whether it says anything else than what is held back.
    var saysSomething = false
  }

  mutating func take(chunk tree: JSONTree, to output: inout [[UInt8]]) throws(StreamFailure) {
    var chunk = Chunk(tree: tree)
    if let choices = tree.root["choices"], !choices.isArray, !choices.isNull { throw .notChunk }
    let hasChoices = tree.root["choices"]?.holdsSomething == true
    let usage = tree.root["usage"].flatMap { $0.isObject ? $0 : nil }
    if hasChoices { latest = tree }
    if let usage {
      self.usage = tree.usage(usage)
      if !hasChoices, options.hidesUsage { return }
    }
    for member in tree.root.members {
      switch member.name {
      case "choices":
        for (position, choice) in member.value.elements.enumerated() {
          try take(choice: choice, at: position, &chunk, to: &output)
        }
        if case .array = member.value.value { break }
        rewrite(member, &chunk)
      case "id", "object", "created", "model", "system_fingerprint", "service_tier", "provider", "obfuscation": break
      case "usage": if usage != nil, !options.hidesUsage { chunk.saysSomething = true }
      default: rewrite(member, &chunk)
      }
    }
    if chunk.isWithheld, !chunk.saysSomething { return }
    let removesObfuscation = options.changesTexts
    let removesUsage = options.hidesUsage && usage != nil
    chunk.edits.removeMembers(of: tree.root) {
      $0.name == "obfuscation" && removesObfuscation || $0.name == "usage" && removesUsage
    }
    if hasChoices, let mapping = unsentMapping {
      chunk.edits.insert("pii_mapping", mapping, into: tree.root)
      unsentMapping = nil
    }
    let json = chunk.edits.applied(to: tree.bytes)
    if usage != nil, !hasChoices, !choices.values.allSatisfy(\.hasFinished) {
      // Clients take it for the end of all texts, so it waits for that.
      early.append(json)
    } else {
      if usage != nil, !hasChoices { flush(to: &output) }
      send(json, to: &output)
    }
  }

  private mutating func take(
    choice node: JSONNode, at position: Int, _ chunk: inout Chunk, to output: inout [[UInt8]]
  ) throws(StreamFailure) {
    guard node.isObject else { throw .notChunk }
    let given = node["index"].map { chunk.tree.wholeNumber($0) }
    guard let index = given ?? position else { throw .notChunk }
    let choice: AnswerChoice
    if let known = choices[index] {
      choice = known
    } else {
      try countLane()
      choice = AnswerChoice(index: index)
      choices[index] = choice
      // Clients count choices as they begin, so that beginnings stay in the provider's order, also empty ones.
      chunk.saysSomething = true
    }
    chunk.isEnd = node["finish_reason"]?.holdsSomething == true
    for member in node.members {
      switch member.name {
      case "delta", "text":
        chunk.path = [.member(member.name)]
        try walk(member.value, named: member.name, isJSON: false, choice, &chunk)
      case "index": break
      case "finish_reason" where chunk.isEnd && choice.hasFinished:
        // Clients put pieces together, of this too: `stopstop`.
        chunk.edits.replace(member.value.range, with: Array("null".utf8))
        chunk.saysSomething = true
      case "logprobs":
        if member.value.isNull { break }
        if options.dropsLogprobs {
          chunk.edits.replace(member.value.range, with: Array("null".utf8))
        } else {
          chunk.saysSomething = true
        }
      default: rewrite(member, &chunk)
      }
    }
    if chunk.isEnd {
      choice.hasFinished = true
      flush(choice, to: &output)
    }
  }

  /// What is no piece of a text.
  private mutating func rewrite(_ member: JSONMember, _ chunk: inout Chunk) {
    if member.value.holdsSomething { chunk.saysSomething = true }
    leaves.rewrite(member.value, named: member.name, in: chunk.tree, &chunk.edits)
  }

  private mutating func walk(
    _ node: JSONNode, named name: String, isJSON: Bool, _ choice: AnswerChoice, _ chunk: inout Chunk
  ) throws(StreamFailure) {
    switch node.value {
    case .null: break
    case .bool: chunk.saysSomething = true
    case .number: if name != "index" { chunk.saysSomething = true }
    case .string(let string):
      if string.range.isEmpty { return }
      switch AnswerLeaf(name) {
      case .text: try take(string, node.range, isJSON: isJSON, choice, &chunk)
      case .json: try take(string, node.range, isJSON: true, choice, &chunk)
      case .whole, .opaque:
        chunk.saysSomething = true
        leaves.rewrite(node, named: name, in: chunk.tree, &chunk.edits)
      }
    case .object(let members):
      for member in members {
        if member.name == "annotations" {
          if member.value.holdsSomething { chunk.saysSomething = true }
          let content = choice.lane(at: [.member("delta"), .member("content")])
          leaves.rewrite(annotations: member.value, content?.indices, in: chunk.tree, &chunk.edits)
          continue
        }
        let isContent = member.name == "content" && chunk.path.count == 1
        chunk.path.append(.member(member.name))
        try walk(
          member.value, named: member.name, isJSON: isJSON || isContent && options.contentIsJSON, choice, &chunk)
        chunk.path.removeLast()
      }
    case .array(let elements):
      let type = chunk.elementType
      for (position, element) in elements.enumerated() {
        let index = chunk.tree.wholeNumber(element["index"])
        // Clients put the pieces of a tool call together: what comes twice would be there twice.
        chunk.elementType = name == "tool_calls" ? nil : element["type"]?.range
        chunk.path.append(.element(index ?? position, isIndexed: index != nil))
        try walk(element, named: name, isJSON: isJSON, choice, &chunk)
        chunk.path.removeLast()
      }
      chunk.elementType = type
    }
  }

  /// Takes a piece of a text.
  private mutating func take(
    _ string: JSONString, _ range: Range<Int>, isJSON: Bool, _ choice: AnswerChoice, _ chunk: inout Chunk
  ) throws(StreamFailure) {
    let lane: Lane
    if let known = choice.lane(at: chunk.path) {
      lane = known
    } else {
      try countLane()
      lane = Lane(path: chunk.path, isJSON: isJSON, options)
      choice.add(lane)
    }
    if let type = chunk.elementType { lane.elementType = Array(chunk.tree.bytes[type]) }
    let text = chunk.tree.text(string)
    let new = lane.append(text, isEnd: chunk.isEnd)
    if new.isEmpty { chunk.isWithheld = true } else { chunk.saysSomething = true }
    if new != text { chunk.edits.replace(range, with: jsonString(new)) }
  }

  private mutating func countLane() throws(StreamFailure) {
    guard laneCount < options.limits.lanes else { throw .tooManyLanes }
    laneCount += 1
  }
}

/// Chunks that the upstream did not send, with what was held back.
extension StreamRestorer {
  /// Sends all that is held back.
  mutating func flush(to output: inout [[UInt8]]) {
    for choice in choices.values.sorted(by: { $0.index < $1.index }) { flush(choice, to: &output) }
  }

  mutating func flush(_ choice: AnswerChoice, to output: inout [[UInt8]]) {
    for lane in choice.lanes where lane.heldBack > 0 {
      let text = lane.append([], isEnd: true)
      if !text.isEmpty { send(chunk(text, of: lane, choice), to: &output) }
    }
  }

  private mutating func chunk(_ text: [UInt8], of lane: Lane, _ choice: AnswerChoice) -> [UInt8] {
    var output = Array("{".utf8)
    if let mapping = unsentMapping {
      output += "\"pii_mapping\":".utf8 + mapping + ",".utf8
      unsentMapping = nil
    }
    for name in ["id", "object", "created", "model", "system_fingerprint"] {
      guard let latest, let node = latest.root[name] else { continue }
      output += "\"\(name)\":".utf8 + latest.bytes[node.range] + ",".utf8
    }
    output += "\"choices\":[{\"index\":\(choice.index),".utf8
    // The first step is a member of the choice itself.
    Self.append(lane.path[...], text, elementType: lane.elementType, header: nil, to: &output)
    output += ",\"logprobs\":null,\"finish_reason\":null}]}".utf8
    return output
  }

  /// Appends the value that `path` leads into; for a first member without the braces.
  ///
  /// - Parameter header: Members that stand before it; nil for no braces.
  private static func append(
    _ path: ArraySlice<Lane.Step>, _ text: [UInt8], elementType: [UInt8]?, header: [UInt8]?, to output: inout [UInt8]
  ) {
    switch path.first {
    case nil: output += jsonString(text)
    case .member(let name):
      if let header { output += "{".utf8 + header }
      output += jsonString(name) + ":".utf8
      append(path.dropFirst(), text, elementType: elementType, header: [], to: &output)
      if header != nil { output.append(UInt8(ascii: "}")) }
    case .element(let index, let isIndexed):
      let isInnermost = !path.dropFirst().contains { if case .element = $0 { true } else { false } }
      var header: [UInt8] = []
      if isIndexed { header += "\"index\":\(index),".utf8 }
      if isInnermost, let elementType { header += "\"type\":".utf8 + elementType + ",".utf8 }
      output.append(UInt8(ascii: "["))
      // An element without an index is known by its position.
      if !isIndexed {
        for _ in 0..<index { output += (path.count == 1 ? "\"\"," : "{},").utf8 }
      }
      append(path.dropFirst(), text, elementType: elementType, header: header, to: &output)
      output.append(UInt8(ascii: "]"))
    }
  }
}
