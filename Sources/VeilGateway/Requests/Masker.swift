import Veil
import VeilFormats

/// A JSON text and the changes that are to be made to it.
struct Document {
  let tree: JSONTree
  var edits = JSONEdits()

  init(_ tree: JSONTree) { self.tree = tree }
}

/// Walks over a request and replaces what is found in it. Every text, key and number gets exactly one treatment, that of
/// its place in the ``FieldTable``.
struct Masker {
  let engines: EngineSet.Engines
  let vault: Vault
  let settings: Settings
  /// Whether anything may be replaced; else only the shape of the body is mended.
  let masks: Bool
  /// What was issued before the request.
  let start: Vault.Mark

  var counts: [EntityType: Int] = [:]
  var count: Int { counts.values.reduce(0, +) }
  /// Contents of which only an empty text is left, by where they began.
  private(set) var emptied: Set<Int> = []

  /// The way to where the walk is, for errors.
  var place: [Problem.Step] = ["body"]
  /// How many texts deep the walk is in JSON that stands in texts.
  var depth = 0
  /// Whether the walk is in an attachment that is forwarded.
  private var isForwarding = false
  /// Whether the text comes from a model that may have written placeholders of ours.
  var isAssistants = false
  /// Whether the caller knows the text: it is no system text and no tool.
  var isCallers = true
  /// What identifiers and keys became, so that each becomes the same in all of the request.
  var identifiers: [[UInt8]: [UInt8]] = [:]
  var keys: [[UInt8]: [UInt8]] = [:]
  /// Masked texts of the caller's, one after the other.
  var callerTexts: [UInt8] = []

  init(engines: EngineSet.Engines, vault: Vault, settings: Settings, masks: Bool) {
    self.engines = engines
    self.vault = vault
    self.settings = settings
    self.masks = masks
    start = vault.mark
  }

  /// In this order numbers are given out: what stays the same from turn to turn comes first, then the messages as the
  /// conversation grows, so that the same history gets the same placeholders.
  private static let first = ["tools", "functions", "response_format"]

  mutating func walk(_ body: RequestBody, _ document: inout Document) throws(RequestProblems) {
    let members = body.tree.root.members
    let root = body.table.root
    isCallers = false
    for name in Self.first {
      for member in members where member.name == name { try walk(member, root, &document, label: nil) }
    }
    isCallers = true
    for member in members where member.name == "messages" { try walkMessages(member, root, &document) }
    for member in members where member.name == "prompt" { try walkPrompt(member, root, &document) }
    for member in members where !Self.first.contains(member.name) && !["messages", "prompt"].contains(member.name) {
      try walk(member, root, &document, label: nil)
    }
  }

  private mutating func walkMessages(
    _ member: JSONMember, _ root: FieldTable.Field, _ document: inout Document
  ) throws(RequestProblems) {
    guard let field = root.members["messages"]?.elements, case .array(let messages) = member.value.value else {
      return try walk(member, root, &document, label: nil)
    }
    place.append("messages")
    for (index, message) in messages.enumerated() {
      let role = document.tree.text(message["role"])
      isAssistants = role == "assistant"
      isCallers = role != "system" && role != "developer"
      try walk(message, field, &document, at: .index(index), label: nil)
    }
    isAssistants = false
    isCallers = true
    place.removeLast()
  }

  /// Prompts of token ids cannot be looked into.
  private mutating func walkPrompt(
    _ member: JSONMember, _ root: FieldTable.Field, _ document: inout Document
  ) throws(RequestProblems) {
    let elements = member.value.elements
    guard root.members["prompt"] != nil, !elements.isEmpty, elements.contains(where: { !$0.isString }), masks else {
      return try walk(member, root, &document, label: nil)
    }
    switch settings.attachments {
    case .forward: break
    case .refuse:
      throw RequestProblems(Problem.attachment(place + ["prompt"], "Token ids"))
    case .strip: document.edits.replace(member.value.range, with: Array(#""""#.utf8))
    }
  }

  private mutating func walk(
    _ member: JSONMember, _ parent: FieldTable.Field, _ document: inout Document, label: FieldLabel?
  ) throws(RequestProblems) {
    if let field = parent.members[member.name] {
      let isOwn = field.kind == .labelled || field.kind == .free && label == nil
      return try walk(
        member.value, field, &document, at: .name(member.name), label: isOwn ? FieldLabel(member.name) : label)
    }
    try replaceKey(member.key, &document, isIdentifier: parent.others == nil || parent.hasIdentifiers)
    try walk(
      member.value, parent.others ?? Self.anything, &document, at: "*", label: FieldLabel(member.name))
  }

  private static let anything = FieldTable.Field(kind: .free)

  private mutating func walk(
    _ node: JSONNode, _ field: FieldTable.Field, _ document: inout Document, at step: Problem.Step, label: FieldLabel?
  ) throws(RequestProblems) {
    if field.kind == .opaque, isForwarding { return }
    place.append(step)
    switch node.value {
    case .null: break
    case .object(let members):
      switch field.kind {
      case .biases: break
      case .schema: for member in members { try walk(member, FieldTable.schema.root, &document, label: label) }
      default:
        if field.members.isEmpty, field.others == nil {
          try walkAnything(node, &document, label: label)
        } else {
          for member in members { try walk(member, field, &document, label: label) }
        }
      }
    case .array(let elements):
      if let element = field.elements, element.kind == .part {
        try walkParts(node, element, &document)
      } else if field.elements != nil || field.kind == .schema {
        for (index, node) in elements.enumerated() {
          try walk(node, field.elements ?? field, &document, at: .index(index), label: label)
        }
      } else {
        try walkAnything(node, &document, label: label)
      }
    default: try replace(node, field.kind, &document, label: label)
    }
    place.removeLast()
  }

  /// JSON of which nothing is known.
  mutating func walkAnything(
    _ node: JSONNode, _ document: inout Document, label: FieldLabel?
  ) throws(RequestProblems) {
    switch node.value {
    case .object(let members):
      for member in members {
        try replaceKey(member.key, &document, isIdentifier: false)
        place.append("*")
        try walkAnything(member.value, &document, label: FieldLabel(member.name))
        place.removeLast()
      }
    case .array(let elements):
      for (index, element) in elements.enumerated() {
        place.append(.index(index))
        try walkAnything(element, &document, label: label)
        place.removeLast()
      }
    default: try replace(node, .free, &document, label: label)
    }
  }

  private mutating func walkParts(
    _ node: JSONNode, _ field: FieldTable.Field, _ document: inout Document
  ) throws(RequestProblems) {
    var unwanted: Set<Int> = []
    for (index, part) in node.elements.enumerated() {
      let tag = document.tree.text(part["type"])
      let isAttachment = tag.map { BodyChecker.attachments.contains($0) } ?? false
      switch settings.attachments {
      case .refuse where isAttachment && masks:
        throw RequestProblems(Problem.attachment(place + [.index(index)], "Images, audio and files"))
      case .strip where isAttachment && masks: unwanted.insert(part.range.lowerBound)
      default:
        isForwarding = isAttachment
        try walk(part, field, &document, at: .index(index), label: nil)
        isForwarding = false
      }
    }
    if unwanted.isEmpty { return }
    if unwanted.count == node.elements.count {
      document.edits.replace(node.range, with: Array(#""""#.utf8))
      emptied.insert(node.range.lowerBound)
    } else {
      document.edits.removeElements(of: node) { unwanted.contains($0.range.lowerBound) }
    }
  }
}
