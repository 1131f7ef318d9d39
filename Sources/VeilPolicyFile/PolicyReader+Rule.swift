import Veil
import Yams

extension PolicyReader {
  /// - Returns: nil when something without which there is no rule is missing or wrong; the problem is noted.
  mutating func rule(_ node: Node) -> Rule? {
    let keys = [
      "name", "type", "pattern", "trigger", "caseless", "boundary", "validator", "score", "context",
      "requires_context", "priority",
    ]
    let count = problems.count
    guard let fields = fields(node, keys, of: "a rule", required: ["name", "type", "pattern", "score"]) else {
      return nil
    }
    let known = fields["type"].flatMap { type($0) }
    var rule = Rule("", known ?? .text, pattern: "", score: 0)
    if let node = fields["name"] { rule.name = ruleName(node) ?? "" }
    if let node = fields["pattern"] { rule.pattern = string(node) ?? "" }
    if let node = fields["score"] { rule.score = number(node, 0...1) ?? 0 }
    if let node = fields["trigger"] { rule.trigger = trigger(node) ?? .derived }
    if let node = fields["caseless"] { rule.isCaseless = flag(node) ?? false }
    if let node = fields["boundary"] { rule.boundary = choice(node, Self.boundaries) ?? .word }
    if let node = fields["validator"] { rule.validator = choice(node, Self.validators) }
    if let node = fields["context"] { rule.context = list(node) { $0.context($1) } }
    if let node = fields["requires_context"] { rule.requiresContext = flag(node) ?? false }
    if let node = fields["priority"] { rule.priority = integer(node, -1000...1000) ?? 0 }
    return problems.count == count ? rule : nil
  }

  static let boundaries: [String: Rule.Boundary] = ["word": .word, "digit": .digit, "none": .none]
  static let validators = Dictionary(uniqueKeysWithValues: Validator.allCases.map { ($0.rawValue, $0) })
  static let byteClasses: [String: Rule.ByteClass] = [
    "address-local": .addressLocal, "hexadecimal": .hexadecimal, "hexadecimal-or-colon": .hexadecimalOrColon,
    "capitals": .capitals, "letters": .letters, "dashes": .dashes, "host": .host,
  ]

  private mutating func ruleName(_ node: Node) -> String? {
    guard let name = string(node) else { return nil }
    let isValid = name.utf8.allSatisfy {
      UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 || UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0
        || $0 == UInt8(ascii: "-")
    }
    if isValid { return name }
    report(node, "a rule's name is made of a-z, 0-9 and '-'")
    return nil
  }

  private mutating func context(_ node: Node) -> Rule.Context? {
    guard
      let fields = fields(
        node, ["words", "before", "after", "weight"], of: "a context", required: ["words", "weight"])
    else { return nil }
    var context = Rule.Context([], weight: 0)
    if let node = fields["words"] { context.words = list(node) { $0.string($1) } }
    if let node = fields["before"] { context.before = integer(node, 0...(1 << 20)) ?? 0 }
    if let node = fields["after"] { context.after = integer(node, 0...(1 << 20)) ?? 0 }
    if let node = fields["weight"] { context.weight = number(node, -1...1) ?? 0 }
    return context
  }
}
