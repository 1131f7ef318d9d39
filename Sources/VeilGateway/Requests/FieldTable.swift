/// What is done to each field of a request. Read from lines, so that the code, its test and the documentation's table
/// are one.
struct FieldTable: Sendable {
  /// What a field holds, and with it what becomes of it.
  enum Kind: Sendable, Hashable {
    /// Known members, each with its own line; what is not among them counts as ``free``.
    case structure
    /// Pseudonymized. JSON in it is taken apart.
    case text
    /// Pseudonymized, with the field's name as the label.
    case labelled
    /// Anything: texts are pseudonymized with their key as the label, so are keys and numbers.
    case free
    /// A name that programs go by: only what has a form of its own, mappings and lists are replaced.
    case identifier
    /// The model's name.
    case model
    /// One of these words, as it is; anything else is text.
    case words(Set<String>)
    case integer(Int?, Int?)
    case number(Double?, Double?)
    case flag
    /// A part of a message's content: text or an attachment.
    case part
    /// What an attachment holds: only reached where attachments are forwarded.
    case opaque
    /// Token ids with their weights.
    case biases
    /// A JSON Schema.
    case schema
    /// Nothing here could apply it: refused unless there is nothing in it.
    case refused
  }

  /// A place in the tree of fields.
  final class Field: Sendable {
    let kind: Kind
    let members: [String: Field]
    /// For members that are not listed.
    let others: Field?
    /// Whether the keys of `others` are identifiers instead of text.
    let hasIdentifiers: Bool
    let elements: Field?

    init(
      kind: Kind, members: [String: Field] = [:], others: Field? = nil, hasIdentifiers: Bool = false,
      elements: Field? = nil
    ) {
      self.kind = kind
      self.members = members
      self.others = others
      self.hasIdentifiers = hasIdentifiers
      self.elements = elements
    }
  }

  /// A line of the table.
  struct Row: Sendable, Hashable {
    var path: String
    var kind: Kind
  }

  let rows: [Row]
  let root: Field

  /// - Parameter lines: Each a path and a kind with its arguments. In a path, `.name` is a member, `[]` stands for the
  ///   elements, `.*` for members with any name, which is text, and `.#` for members with any name that is an identifier.
  init(_ lines: String) {
    rows = lines.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      let words = line.split(separator: " ").map(String.init)
      return Row(path: words[0], kind: Kind(words[1], Array(words.dropFirst(2))))
    }
    root = Self.field(rows.map { (Self.steps($0.path)[...], $0.kind) })
  }

  private static func steps(_ path: String) -> [String] {
    path.replacing("[]", with: ".[]").split(separator: ".").map(String.init)
  }

  private static func field(_ rows: [(steps: ArraySlice<String>, kind: Kind)]) -> Field {
    var groups: [String: [(ArraySlice<String>, Kind)]] = [:]
    for row in rows where !row.steps.isEmpty {
      groups[row.steps.first!, default: []].append((row.steps.dropFirst(), row.kind))
    }
    var members = groups.mapValues { Self.field($0) }
    let elements = members.removeValue(forKey: "[]")
    let texts = members.removeValue(forKey: "*")
    let identifiers = members.removeValue(forKey: "#")
    return Field(
      kind: rows.first { $0.steps.isEmpty }?.kind ?? .structure, members: members, others: texts ?? identifiers,
      hasIdentifiers: identifiers != nil, elements: elements)
  }
}

extension FieldTable.Kind {
  fileprivate init(_ name: String, _ arguments: [String]) {
    let bounds = arguments.map { $0 == "-" ? nil : $0 }
    switch name {
    case "structure": self = .structure
    case "text": self = .text
    case "labelled": self = .labelled
    case "free": self = .free
    case "identifier": self = .identifier
    case "model": self = .model
    case "words": self = .words(Set(arguments))
    case "integer": self = .integer(bounds.first?.flatMap { Int($0) }, bounds.dropFirst().first?.flatMap { Int($0) })
    case "number":
      self = .number(bounds.first?.flatMap { Double($0) }, bounds.dropFirst().first?.flatMap { Double($0) })
    case "flag": self = .flag
    case "part": self = .part
    case "opaque": self = .opaque
    case "biases": self = .biases
    case "schema": self = .schema
    case "refused": self = .refused
    default: preconditionFailure("no kind '\(name)'")
    }
  }

  /// What the documentation says becomes of such a field.
  var explanation: String {
    switch self {
    case .structure: "taken apart"
    case .text: "masked; JSON in it is taken apart"
    case .labelled: "masked, its name counts as the label"
    case .free: "everything in it is masked: texts, keys and numbers"
    case .identifier: "stays, unless a mapping, a list or a rule with a form of its own finds something"
    case .model: "stays; refused when something is found in it"
    case .words(let words): "stays when it is \(words.sorted().joined(separator: ", ")); else masked"
    case .integer(let least, let most): "an integer\(Self.bounds(least.map { "\($0)" }, most.map { "\($0)" })); stays"
    case .number(let least, let most): "a number\(Self.bounds(least.map { "\($0)" }, most.map { "\($0)" })); stays"
    case .flag: "a boolean; stays"
    case .part: "taken apart; images, audio and files are by configuration refused, taken out or forwarded"
    case .opaque: "by configuration refused, taken out or forwarded as it is"
    case .biases: "stays; refused unless the keys are token ids"
    case .schema: "a JSON Schema: see its table"
    case .refused: "refused, unless there is nothing in it"
    }
  }

  private static func bounds(_ least: String?, _ most: String?) -> String {
    switch (least, most) {
    case (let least?, let most?): " from \(least) to \(most)"
    case (let least?, nil): " from \(least) on"
    case (nil, let most?): " up to \(most)"
    case (nil, nil): ""
    }
  }
}

extension FieldTable {
  /// The documentation's table, in Markdown.
  var markdown: String {
    var text = "| field | what becomes of it |\n| --- | --- |\n"
    for row in rows { text += "| `\(row.path)` | \(row.kind.explanation) |\n" }
    return text
  }
}
