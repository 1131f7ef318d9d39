import Veil
import VeilFormats

/// What becomes of single values.
extension Masker {
  mutating func replace(
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

  mutating func replaceKey(
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
}

/// What becomes of texts, without their quotation marks.
extension Masker {
  private mutating func text(_ text: [UInt8], label: FieldLabel?) throws(RequestProblems) -> [UInt8] {
    guard let nested = NestedJSON(text) else { return try plain(text, engines.texts, label: label) }
    guard depth < NestedJSON.maximumDepth else {
      throw RequestProblems(
        Problem.notSupported(place, "JSON inside of JSON is followed \(NestedJSON.maximumDepth) levels deep"))
    }
    depth += 1
    defer { depth -= 1 }
    var output: [UInt8] = []
    for piece in nested.pieces {
      guard let tree = piece.tree else {
        output += try plain(Array(text[piece.range]), engines.texts, label: label)
        continue
      }
      var document = Document(tree)
      try walkAnything(tree.root, &document, label: label)
      output += document.edits.applied(to: tree.bytes)
    }
    return output
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
