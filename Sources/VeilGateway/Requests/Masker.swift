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
  private let engines: EngineSet.Engines
  private let vault: Vault
  private let settings: Settings
  /// Whether anything may be replaced; else only the shape of the body is mended.
  private let masks: Bool
  /// What was issued before the request.
  private let start: Vault.Mark

  private(set) var counts: [EntityType: Int] = [:]
  var count: Int { counts.values.reduce(0, +) }
  /// Contents of which only an empty text is left, by where they began.
  private(set) var emptied: Set<Int> = []

  /// The way to where the walk is, for errors.
  private var place: [Problem.Step] = ["body"]
  /// How many texts deep the walk is in JSON that stands in texts.
  private var depth = 0
  /// Whether the text comes from a model that may have written placeholders of ours.
  private var isAssistants = false
  /// Whether the caller knows the text: it is no system text and no tool.
  private var isCallers = true
  /// What identifiers and keys became, so that each becomes the same in all of the request.
  private var identifiers: [[UInt8]: [UInt8]] = [:]
  private var keys: [[UInt8]: [UInt8]] = [:]
  /// Masked texts of the caller's, one after the other.
  private var callerTexts: [UInt8] = []

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
      throw RequestProblems(
        Problem.notSupported(
          place + ["prompt"], "Token ids cannot be looked into and are not allowed with pseudonymization"))
    case .strip: document.edits.replace(member.value.range, with: Array(#""""#.utf8))
    }
  }

  // MARK: Structure

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
  private mutating func walkAnything(
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
      if !masks || part.isString || tag.map({ BodyChecker.textParts.contains($0) }) ?? false {
        try walk(part, field, &document, at: .index(index), label: nil)
      } else if settings.attachments == .refuse {
        throw RequestProblems(
          Problem.notSupported(
            place + [.index(index)],
            "Images, audio and files cannot be looked into and are not allowed with pseudonymization"))
      } else if settings.attachments == .strip {
        unwanted.insert(part.range.lowerBound)
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

  // MARK: Values

  private mutating func replace(
    _ node: JSONNode, _ kind: FieldTable.Kind, _ document: inout Document, label: FieldLabel?
  ) throws(RequestProblems) {
    if let coerced = Coercion(kind, node, document.tree) {
      if let json = coerced.json { document.edits.replace(node.range, with: json) }
      return
    }
    switch node.value {
    case .string(let string):
      switch kind {
      case .model: return
      case .words(let words) where words.contains(document.tree.text(node) ?? ""): return
      case .identifier:
        try replace(string, &document) { (masker, text) throws(RequestProblems) in try masker.identifier(text) }
      case .labelled:
        try replace(string, &document) { (masker, text) throws(RequestProblems) in
          try masker.handle(text, label: label)
        }
      case .text, .words:
        try replace(string, &document) { (masker, text) throws(RequestProblems) in try masker.text(text, label: nil) }
      default:
        try replace(string, &document) { (masker, text) throws(RequestProblems) in try masker.text(text, label: label) }
      }
    case .number:
      let digits = Array(document.tree.bytes[node.range])
      let masked = try number(digits, label: label)
      guard masked != digits else { return }
      var json: [UInt8] = []
      JSONStyle().append(masked, to: &json)
      document.edits.replace(node.range, with: json)
    default: break
    }
  }

  private mutating func replaceKey(
    _ key: JSONString, _ document: inout Document, isIdentifier: Bool
  ) throws(RequestProblems) {
    try replace(key, &document) { (masker, text) throws(RequestProblems) in
      isIdentifier ? try masker.identifier(text) : try masker.key(text)
    }
  }

  /// What stands between a string's quotation marks, in the style in which it was written.
  private mutating func replace(
    _ string: JSONString, _ document: inout Document,
    _ change: (inout Masker, [UInt8]) throws(RequestProblems) -> [UInt8]
  ) throws(RequestProblems) {
    guard masks, !string.range.isEmpty else { return }
    var style = JSONStyle()
    let text = (try? string.decoded(from: document.tree.bytes, noting: &style)) ?? []
    let masked = try change(&self, text)
    guard masked != text else { return }
    var json: [UInt8] = []
    style.append(masked, to: &json)
    document.edits.replace(string.range, with: Array(json.dropFirst().dropLast()))
  }

  // MARK: Texts

  private mutating func text(_ text: [UInt8], label: FieldLabel?) throws(RequestProblems) -> [UInt8] {
    guard let nested = NestedJSON(text) else { return try plain(text, engines.texts, label: label) }
    guard depth < NestedJSON.maximumDepth else {
      throw RequestProblems(
        Problem.notSupported(place, "JSON inside of JSON is followed \(NestedJSON.maximumDepth) levels deep"))
    }
    depth += 1
    defer { depth -= 1 }
    var edits = JSONEdits()
    for (range, tree) in nested.trees {
      var document = Document(tree)
      try walkAnything(tree.root, &document, label: label)
      if !document.edits.isEmpty { edits.replace(range, with: document.edits.applied(to: tree.bytes)) }
    }
    return edits.applied(to: text)
  }

  private mutating func plain(
    _ text: [UInt8], _ engine: Engine, label: FieldLabel?
  ) throws(RequestProblems) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(text.count + 64)
    do {
      var stream = engine.makePseudonymizingStream(
        vault: vault, since: isAssistants ? vault.mark : start, label: label)
      try stream.append(text.span, to: &output)
      counts.merge(try stream.finish(to: &output), uniquingKeysWith: +)
    } catch {
      throw RequestProblems(Problem.notChecked(place, error))
    }
    note(output)
    return output
  }

  /// What people are called by programs, which often have no spaces: `Jane_Roe`. Where the words are a find, all of it is.
  private mutating func handle(_ name: [UInt8], label: FieldLabel?) throws(RequestProblems) -> [UInt8] {
    let masked = try text(name, label: label)
    let underscore = UInt8(ascii: "_")
    guard masked == name, name.contains(underscore), !name.contains(UInt8(ascii: "[")) else { return masked }
    let policy = engines.texts.policy
    var output: [UInt8] = []
    do {
      let words = name.map { $0 == underscore ? 0x20 : $0 }
      let finding = try engines.texts.findings(in: words, label: label, mapping: vault.mapping).first
      guard let type = finding?.type, policy.operators[type] ?? policy.defaultOperator != .keep else { return masked }
      var ahead = NamesAhead()
      try vault.appendPlaceholder(
        for: name.span, type: type, ahead: &ahead, brackets: policy.brackets, to: &output)
      counts[type, default: 0] += 1
    } catch {
      throw RequestProblems.notAnswered(error, place)
    }
    note(output)
    return output
  }

  private mutating func note(_ masked: [UInt8]) {
    guard isCallers, settings.answers.keepsSystemValues else { return }
    callerTexts += masked
    // No placeholder reaches across.
    callerTexts += "\n\n".utf8
  }

  private mutating func number(_ digits: [UInt8], label: FieldLabel?) throws(RequestProblems) -> [UInt8] {
    guard masks, try finds(in: digits, engines.texts, label: label) else { return digits }
    return try plain(digits, engines.texts, label: label)
  }

  /// A key of JSON of which nothing is known. Where it is also an identifier, it becomes the same.
  private mutating func key(_ key: [UInt8]) throws(RequestProblems) -> [UInt8] {
    if let known = identifiers[key] ?? keys[key] {
      note(known)
      return known
    }
    let masked = try plain(key, engines.texts, label: nil)
    keys[key] = masked
    return masked
  }

  /// Only looked at more closely where there is something in it: names met elsewhere mean nothing here.
  private mutating func identifier(_ name: [UInt8]) throws(RequestProblems) -> [UInt8] {
    if let known = identifiers[name] {
      note(known)
      return known
    }
    let mayHold = Self.mayBePlaceholder(name)
    let holds = try mayHold ? true : finds(in: name, engines.identifiers, label: nil)
    let masked = holds ? try plain(name, engines.identifiers, label: nil) : name
    identifiers[name] = masked
    return masked
  }

  private func finds(in text: [UInt8], _ engine: Engine, label: FieldLabel?) throws(RequestProblems) -> Bool {
    do { return try !engine.findings(in: text, label: label, mapping: vault.mapping).isEmpty } catch {
      throw RequestProblems(Problem.notChecked(place, error))
    }
  }

  /// Whether restoring could take some of it for a placeholder: brackets and their escapes, or a number behind a capital.
  private static func mayBePlaceholder(_ name: [UInt8]) -> Bool {
    var hasCapital = false
    for byte in name {
      if byte >= 0x80 || "[<{&%\\".utf8.contains(byte) { return true }
      if byte &- 0x41 < 26 { hasCapital = true }
      if hasCapital, byte &- 0x30 < 10 { return true }
    }
    return false
  }

  // MARK: What the caller knows

  /// Placeholders that stand in the caller's own texts, and those of what it told beforehand.
  func known(_ options: RequestOptions, _ positions: PositionPairs) -> Set<Placeholder> {
    var stream = RestoringStream(vault: vault)
    var restored: [UInt8] = []
    stream.append(callerTexts.span, to: &restored)
    var known = Set(stream.finish(to: &restored).restored.keys)
    let told = Set((options.mapping + positions.pairs).flatMap { [Array($0.0.utf8), Array($0.1.utf8)] })
    let earlier = Set(options.history.map(\.placeholder))
    for entry in vault.entries where earlier.contains(entry.placeholder) || entry.original.map(told.contains) ?? false {
      if let placeholder = Placeholder.read(entry.placeholder)?.placeholder { known.insert(placeholder) }
    }
    return known
  }
}
