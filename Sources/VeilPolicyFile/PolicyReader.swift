import Veil
import Yams

/// Builds a policy from YAML, and goes on behind a problem so that all of them are told at once.
struct PolicyReader {
  let source: PolicySource
  var policy = Policy.default
  var places = Places()
  var problems: [PolicyFileError.Problem] = []
  /// Types that the file at hand introduces by its rules.
  private var ownTypes: Set<EntityType> = []

  init(source: PolicySource) { self.source = source }

  static let hostname = EntityType("HOSTNAME")!

  mutating func read(_ bytes: [UInt8]) {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      problems.append(
        .init(position: Position(nil), message: "the file is not valid UTF-8", file: source.file))
      return
    }
    do {
      if let root = try Yams.compose(yaml: text) { read(root) }
    } catch {
      problems.append(.init(yaml: error, file: source.file))
    }
  }

  mutating func read(_ root: Node) {
    let keys = [
      "extends", "types", "include", "exclude", "classes", "type_classes", "minimum_score", "minimum_scores", "allow",
      "deny", "domains", "names", "operators", "brackets", "limits", "limit_action", "invalid_utf8", "catalogue",
      "disable", "rules",
    ]
    guard let fields = fields(root, keys, of: "a policy") else { return }
    if let node = fields["extends"] { readBase(node) }
    if let node = fields["classes"] { policy.classes = Set(list(node) { $0.choice($1, Self.classes) }) }
    if let node = fields["type_classes"] {
      policy.customClasses.merge(byType(node) { $0.choice($1, Self.classes) }) { $1 }
    }
    if let node = fields["minimum_score"] {
      policy.minimumScore = number(node, 0...1) ?? 0
      places.parts["minimumScore"] = place(node)
    }
    if let node = fields["minimum_scores"] {
      policy.minimumScores.merge(byType(node) { $0.number($1, 0...1) }) { $1 }
    }
    if let node = fields["allow"] { readAllow(node) }
    if let node = fields["deny"] { readDeny(node) }
    if let node = fields["domains"] { readDomains(node) }
    if let node = fields["names"] { policy.names = choice(node, Self.nameDetections) ?? .full }
    if let node = fields["operators"] { readOperators(node) }
    if let node = fields["brackets"] { policy.brackets = choice(node, Self.brackets) ?? .square }
    if let node = fields["limits"] { readLimits(node) }
    if let node = fields["limit_action"] { policy.limitAction = choice(node, Self.limitActions) ?? .refuse }
    if let node = fields["invalid_utf8"] { policy.invalidUTF8 = choice(node, Self.invalidUTF8) ?? .reject }
    if let node = fields["catalogue"], flag(node) == false {
      // What an extended file has brought stays.
      policy.rules.removeAll { places.rules[$0.name] == nil }
    }
    if let node = fields["disable"] { readDisabled(node) }
    if let node = fields["rules"] { readRules(node) }
    readTypes(fields)
  }

  /// Which types are looked for. Whoever brings rules for a type wants it, also where what is extended lists others.
  private mutating func readTypes(_ fields: [String: Node]) {
    if let node = fields["types"] {
      policy.types = Set(list(node) { $0.type($1) })
    } else {
      policy.types?.formUnion(ownTypes)
      policy.excludedTypes.subtract(ownTypes)
    }
    if let node = fields["include"] {
      let types = list(node) { $0.type($1) }
      policy.types?.formUnion(types)
      policy.excludedTypes.subtract(types)
    }
    if let node = fields["exclude"] {
      let types = list(node) { $0.type($1) }
      policy.types?.subtract(types)
      policy.excludedTypes.formUnion(types)
    }
  }

  static let classes = Dictionary(uniqueKeysWithValues: EntityClass.allCases.map { ($0.rawValue, $0) })
  static let brackets = Dictionary(uniqueKeysWithValues: Policy.Brackets.allCases.map { ($0.rawValue, $0) })
  static let limitActions = Dictionary(uniqueKeysWithValues: Policy.LimitAction.allCases.map { ($0.rawValue, $0) })
  /// YAML 1.1 knows `off` as a truth value, and its writers may put `false` in its place.
  static let nameDetections: [String: Policy.NameDetection] = [
    "off": .off, "fast": .fast, "full": .full, "false": .off, "true": .full,
  ]
  static let operators: [String: Policy.Operator] = [
    "placeholder": .placeholder, "redact": .redact, "mask": .maskAllButLastFour, "keep": .keep,
  ]
  static let invalidUTF8: [String: Policy.InvalidUTF8] = ["reject": .reject, "opaque": .opaque]

  /// Takes over the policy that this one extends: a ready one, or that of another file.
  private mutating func readBase(_ node: Node) {
    guard let text = string(node) else { return }
    switch PolicyReference(text) {
    case .ready(let ready): policy = ready.policy
    case .file(let path): readBase(source.resolve(path), node)
    case nil: report(node, PolicyReference.help)
    }
  }

  private mutating func readBase(_ path: String, _ node: Node) {
    guard !source.isCircular(path) else { return report(node, "the files extend one another in a circle") }
    guard source.chain.count < PolicySource.mostFiles else {
      return report(node, "more than \(PolicySource.mostFiles) files extend one another")
    }
    guard let load = source.load else { return report(node, "no other file can be read here") }
    let bytes: [UInt8]
    do { bytes = try load(path) } catch { return report(node, "cannot be extended: \(error)") }
    let chain = source.chain.isEmpty ? [""] : source.chain
    var base = PolicyReader(source: PolicySource(chain: chain + [path], load: load))
    base.read(bytes)
    policy = base.policy
    places = base.places
    problems += base.problems
  }

  private mutating func readAllow(_ node: Node) {
    for node in elements(node) {
      guard let phrase = string(node) else { continue }
      places.parts["allow[\(policy.allow.count)]"] = place(node)
      policy.allow.append(phrase)
    }
  }

  /// `TYPE: [phrase, …]`
  private mutating func readDeny(_ node: Node) {
    for (key, value) in pairs(node) {
      guard let type = type(key) else { continue }
      for node in elements(value) {
        guard let phrase = string(node) else { continue }
        places.parts["deny[\(policy.deny.count)]"] = place(node)
        policy.deny.append(Policy.DenyEntry(phrase, type))
      }
    }
  }

  private mutating func readDomains(_ node: Node) {
    for node in elements(node) {
      guard let domain = string(node) else { continue }
      places.parts["domains[\(policy.domains.count)]"] = place(node)
      policy.domains.append(domain)
      ownTypes.insert(Self.hostname)
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
    places.parts["limits"] = place(node)
    for (key, node) in fields {
      places.parts["limits.\(key)"] = place(node)
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
      if !policy.rules.contains(where: { $0.name == name }) { report(node, "no rule that is there has this name") }
      names.insert(name)
      places.rules[name] = nil
    }
    policy.rules.removeAll { names.contains($0.name) }
  }

  private mutating func readRules(_ node: Node) {
    for node in elements(node) {
      guard let rule = rule(node) else { continue }
      if policy.rules.contains(where: { $0.name == rule.name }) {
        report(node, "another rule is called '\(rule.name)'; it can be taken out with `disable`")
      } else {
        places.rules[rule.name] = place(node)
      }
      policy.rules.append(rule)
      ownTypes.insert(rule.type)
    }
  }
}
