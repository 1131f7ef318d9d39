import Scanning

/// One type of a data file, while it is read.
struct CatalogueStanza: Sendable {
  private let type: EntityType
  private let title: String
  private let group: String
  private var entityClass: EntityClass?
  private var country: String?
  private var example = ""
  private var note: String?
  private var tags: Set<TypeDescription.Tag> = []
  private(set) var labels: [String] = []
  /// The first one before any `rule` line.
  private var drafts = [Draft(name: nil)]

  /// The keys of a rule.
  private struct Draft {
    /// What the rule's name adds to that of its type.
    var name: String?
    var pattern: String?
    /// `shape 1-2+6-7`: letters and digits that a match begins with; `run 11,17/3`: length of the run of letters and
    /// digits that it begins with, and how many of it are digits at least; `digits 5/16`: so many digits within so many
    /// bytes, `digits 5/16 1-3 .:` the first one to three of them with `.` or `:` behind; `starts ghp_ | gho_`: texts
    /// that it begins with; `phrases 京 | 沪`: words that it begins with.
    var trigger: Rule.Trigger?
    var check: Validator?
    /// Belief where no label is near. Without it the rule is tried behind labels only.
    var alone: Double?
    /// Belief where a label is near, or right before.
    var labelled: Double?
    /// In place of the type's.
    var labels: [String] = []
    /// Words that speak against it.
    var unless: [String] = []
    var isCaseless = false
    var boundary = Rule.Boundary.word
    var priority = 0
    var reach: Rule.Reach?
  }

  init(_ type: EntityType, title: String, group: String) {
    self.type = type
    self.title = title
    self.group = group
  }

  var isChecked: Bool { drafts.contains { $0.check != nil && $0.pattern != nil } }

  typealias Reason = CatalogueReader.Reason

  mutating func set(_ key: CatalogueText, _ value: CatalogueText, _ pieces: [String: String]) throws(Reason) {
    let last = drafts.count - 1
    switch key {
    case "class": entityClass = try Self.known(EntityClass(rawValue: value.string), "class")
    case "country": country = value.string
    case "example": example = value.string
    case "note": note = value.string
    case "tags":
      for item in value.items { tags.insert(try Self.known(TypeDescription.Tag(rawValue: item), "tag")) }
    case "labels" where value.contains(UInt8(ascii: "#")):
      // It would be asked for wherever the label stands; the gap takes it.
      throw Reason("a label has no '#'")
    case "labels" where drafts[last].name == nil: labels += value.items
    case "labels": drafts[last].labels += value.items
    case "rule":
      if drafts.count == 1, drafts[0].pattern == nil {
        drafts[0].name = value.string
      } else {
        drafts.append(Draft(name: value.string))
      }
    case "pattern":
      guard drafts[last].pattern == nil else { throw Reason("a rule has one pattern") }
      drafts[last].pattern = try Self.known(value.expanded(pieces), "piece")
    case "shape", "run", "digits", "starts", "phrases": try setTrigger(key, value, of: last)
    case "check": drafts[last].check = try Self.known(Validator(rawValue: value.string), "check")
    case "alone": drafts[last].alone = try Self.known(Double(value.string), "number")
    case "labelled": drafts[last].labelled = try Self.known(Double(value.string), "number")
    case "unless": drafts[last].unless += value.items
    case "caseless": drafts[last].isCaseless = try Self.known(["yes": true, "no": false][value.string], "value")
    case "boundary":
      let known: [String: Rule.Boundary] = ["word": .word, "digit": .digit, "none": .none]
      drafts[last].boundary = try Self.known(known[value.string], "boundary")
    case "priority": drafts[last].priority = try Self.known(Int(value.string), "number")
    case "reach": drafts[last].reach = try Self.known(Rule.Reach(rawValue: value.string), "reach")
    default: throw Reason("unknown key")
    }
  }

  private mutating func setTrigger(_ key: CatalogueText, _ value: CatalogueText, of draft: Int) throws(Reason) {
    switch key {
    case "starts":
      var literals = value.items
      if case .literals(let earlier) = drafts[draft].trigger { literals = earlier + literals }
      drafts[draft].trigger = .literals(literals)
    case "phrases": drafts[draft].trigger = .phrases(value.items)
    case "digits":
      let words = value.parts(UInt8(ascii: " "))
      let parts = words[0].parts(UInt8(ascii: "/")).compactMap(\.number)
      guard parts.count == 2, words.count <= 3 else { throw Reason("expected digits as COUNT/WITHIN") }
      drafts[draft].trigger = .digits(
        parts[0], within: parts[1], run: words.count > 1 ? try Self.range(words[1]) : nil,
        next: words.count > 2 ? words[2].string : nil)
    case "run":
      let parts = value.parts(UInt8(ascii: "/"))
      guard parts.count == 2, let digits = parts[1].number else { throw Reason("expected run as LENGTHS/DIGITS") }
      drafts[draft].trigger = .run(try Self.numbers(parts[0]), digits: digits)
    default:
      let parts = value.parts(UInt8(ascii: "+"))
      guard let digits = parts.last, parts.count <= 2 else { throw Reason("expected a shape as LETTERS+DIGITS") }
      let letters = parts.count == 2 ? try Self.range(parts[0]) : 0...0
      drafts[draft].trigger = .shape(letters: letters, digits: try Self.numbers(digits))
    }
  }

  // MARK: - What it comes to

  func description() throws(Reason) -> TypeDescription {
    guard let entityClass else { throw Reason("a type needs a class") }
    guard !example.isEmpty else { throw Reason("a type needs an example") }
    let check = drafts.lazy.compactMap(\.check).first
    guard (check == nil) != (note == nil) else { throw Reason("a type needs either a check or a note why it has none") }
    return TypeDescription(
      type: type, entityClass: entityClass, group: group, title: title, country: country, tags: tags,
      validator: check, validatorNote: note, example: example)
  }

  func rules() throws(Reason) -> [Rule] {
    var rules: [Rule] = []
    // Only a type without any rule, whose rules stand in Swift, has no pattern.
    for draft in drafts where draft.pattern != nil || draft.name != nil { rules.append(try rule(draft)) }
    return rules
  }

  private func rule(_ draft: Draft) throws(Reason) -> Rule {
    guard let pattern = draft.pattern else { throw Reason("a rule needs a pattern") }
    var name = String(
      decoding: type.name.utf8.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: "-") : isUpper($0) ? $0 | 0x20 : $0 },
      as: UTF8.self)
    if let suffix = draft.name, suffix != "-" { name += "-" + suffix }
    let labels = draft.labels.isEmpty ? labels : draft.labels
    let labelled = draft.labelled ?? (draft.check != nil ? 0.9 : 0.8)
    var context = draft.unless.isEmpty ? [] : [Rule.Context(draft.unless, before: 24, weight: -0.4)]
    guard let alone = draft.alone else {
      guard !labels.isEmpty else { throw Reason("a rule without labels needs `alone`") }
      return Rule(
        name, type, pattern: pattern,
        trigger: .labels(labels, reach: draft.reach ?? (draft.check != nil ? .near : .adjacent)),
        isCaseless: draft.isCaseless, boundary: draft.boundary, validator: draft.check, score: labelled,
        context: context, priority: draft.priority)
    }
    guard let trigger = draft.trigger else { throw Reason("a rule with `alone` needs a trigger") }
    if !labels.isEmpty, labelled > alone {
      context.append(Rule.Context(labels, before: 48, after: 24, weight: labelled - alone))
    }
    return Rule(
      name, type, pattern: pattern, trigger: trigger, isCaseless: draft.isCaseless, boundary: draft.boundary,
      validator: draft.check, score: alone, context: context, priority: draft.priority)
  }

  // MARK: - Values

  static func known<T>(_ value: T?, _ what: String) throws(Reason) -> T {
    guard let value else { throw Reason("unknown \(what)") }
    return value
  }

  private static func range(_ value: CatalogueText) throws(Reason) -> ClosedRange<Int> {
    guard let range = value.range else { throw Reason("expected a number or a range of numbers") }
    return range
  }

  /// `6`, `6-8` or `6,9-11`
  private static func numbers(_ value: CatalogueText) throws(Reason) -> Set<Int> {
    var numbers: Set<Int> = []
    for part in value.parts(UInt8(ascii: ",")) { numbers.formUnion(try range(part)) }
    return numbers
  }
}
