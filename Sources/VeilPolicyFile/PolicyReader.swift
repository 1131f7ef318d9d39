import Veil
import Yams

/// Builds a policy from YAML, and goes on behind a problem so that all of them are told at once.
struct PolicyReader {
  var policy = Policy.default
  var places: [String: Position] = [:]
  var problems: [PolicyFileError.Problem] = []
  private(set) var ownRuleCount = 0

  mutating func read(_ root: Node) {
    let keys = [
      "types", "classes", "type_classes", "minimum_score", "minimum_scores", "allow", "deny", "names", "operators",
      "brackets", "limits", "limit_action", "invalid_utf8", "catalogue", "disable", "rules",
    ]
    guard let fields = fields(root, keys, of: "a policy") else { return }
    if let node = fields["types"] { policy.types = Set(list(node) { $0.type($1) }) }
    if let node = fields["classes"] { policy.classes = Set(list(node) { $0.choice($1, Self.classes) }) }
    if let node = fields["type_classes"] { policy.customClasses = byType(node) { $0.choice($1, Self.classes) } }
    if let node = fields["minimum_score"] {
      policy.minimumScore = number(node, 0...1) ?? 0
      places["minimumScore"] = Position(node.mark)
    }
    if let node = fields["minimum_scores"] { policy.minimumScores = byType(node) { $0.number($1, 0...1) } }
    if let node = fields["allow"] { readAllow(node) }
    if let node = fields["deny"] { readDeny(node) }
    if let node = fields["names"] { policy.findsNames = flag(node) ?? true }
    if let node = fields["operators"] { readOperators(node) }
    if let node = fields["brackets"] { policy.brackets = choice(node, Self.brackets) ?? .square }
    if let node = fields["limits"] { readLimits(node) }
    if let node = fields["limit_action"] { policy.limitAction = choice(node, Self.limitActions) ?? .refuse }
    if let node = fields["invalid_utf8"] { policy.invalidUTF8 = choice(node, Self.invalidUTF8) ?? .reject }
    if let node = fields["catalogue"], flag(node) == false { policy.rules = [] }
    if let node = fields["disable"] { readDisabled(node) }
    if let node = fields["rules"] { readRules(node) }
  }

  static let classes = Dictionary(uniqueKeysWithValues: EntityClass.allCases.map { ($0.rawValue, $0) })
  static let brackets = Dictionary(uniqueKeysWithValues: Policy.Brackets.allCases.map { ($0.rawValue, $0) })
  static let limitActions = Dictionary(uniqueKeysWithValues: Policy.LimitAction.allCases.map { ($0.rawValue, $0) })
  static let operators: [String: Policy.Operator] = [
    "placeholder": .placeholder, "redact": .redact, "mask": .maskAllButLastFour, "keep": .keep,
  ]
  static let invalidUTF8: [String: Policy.InvalidUTF8] = ["reject": .reject, "opaque": .opaque]

  private mutating func readAllow(_ node: Node) {
    for node in elements(node) {
      guard let phrase = string(node) else { continue }
      places["allow[\(policy.allow.count)]"] = Position(node.mark)
      policy.allow.append(phrase)
    }
  }

  /// `TYPE: [phrase, …]`
  private mutating func readDeny(_ node: Node) {
    for (key, value) in pairs(node) {
      guard let type = type(key) else { continue }
      for node in elements(value) {
        guard let phrase = string(node) else { continue }
        places["deny[\(policy.deny.count)]"] = Position(node.mark)
        policy.deny.append(Policy.DenyEntry(phrase, type))
      }
    }
  }

  private mutating func readOperators(_ node: Node) {
    for (key, value) in pairs(node) {
      guard let operation = choice(value, Self.operators) else { continue }
      if key.scalar?.string == "default" {
        policy.defaultOperator = operation
      } else if let type = type(key) {
        policy.operators[type] = operation
      }
    }
  }

  private mutating func readLimits(_ node: Node) {
    guard let fields = fields(node, ["window", "block", "match", "depth", "heap"], of: "limits") else { return }
    places["limits"] = Position(node.mark)
    for (key, node) in fields {
      places["limits.\(key)"] = Position(node.mark)
      guard let value = integer(node, 1...Int(UInt32.max)) else { continue }
      switch key {
      case "window": policy.limits.window = value
      case "block": policy.limits.block = value
      case "match": policy.limits.match = UInt32(value)
      case "depth": policy.limits.depth = UInt32(value)
      default: policy.limits.heap = UInt32(value)
      }
    }
  }

  private mutating func readDisabled(_ node: Node) {
    var names: Set<String> = []
    for node in elements(node) {
      guard let name = string(node) else { continue }
      if !policy.rules.contains(where: { $0.name == name }) { report(node, "no built-in rule has this name") }
      names.insert(name)
    }
    policy.rules.removeAll { names.contains($0.name) }
  }

  private mutating func readRules(_ node: Node) {
    for node in elements(node) {
      guard let rule = rule(node) else { continue }
      places["rules[\(policy.rules.count)]"] = Position(node.mark)
      if policy.rules.contains(where: { $0.name == rule.name }) {
        report(node, "another rule is called '\(rule.name)'; a built-in one can be taken out with `disable`")
      }
      policy.rules.append(rule)
      ownRuleCount += 1
    }
  }
}
