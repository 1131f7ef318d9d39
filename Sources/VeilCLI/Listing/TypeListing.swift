import Veil
import VeilPolicyFile

/// The types that are listed, by group.
struct TypeListing {
  struct Group {
    var title: String
    var types: [Entry]
  }

  struct Entry {
    var type: EntityType
    var entityClass: EntityClass
    /// Nil for a type that a policy has introduced.
    var description: TypeDescription?
  }

  /// Whose types they are; nil for the whole catalogue.
  let named: NamedPolicy?
  private(set) var groups: [Group] = []

  /// - Parameter classes: types of other classes are left out.
  init(_ named: NamedPolicy?, classes: Set<EntityClass>) {
    self.named = named
    var places: [String: Int] = [:]
    // What is denied is found whatever the types and classes of the policy are.
    let denied = Set(named?.policy.deny.map(\.type) ?? [])
    for description in Catalogue.types
    where classes.contains(description.entityClass)
      && (named?.policy.admits(description.type) ?? true || denied.contains(description.type))
    {
      let place = places[description.group] ?? groups.count
      if place == groups.count {
        groups.append(Group(title: description.group, types: []))
        places[description.group] = place
      }
      groups[place].types.append(
        Entry(type: description.type, entityClass: description.entityClass, description: description))
    }
    for place in groups.indices { groups[place].types.sort { $0.type < $1.type } }
    if let policy = named?.policy {
      let own = denied.union(policy.rules.map(\.type).filter(policy.admits)).filter {
        Catalogue.description(of: $0) == nil && classes.contains(policy.entityClass(of: $0))
      }
      if !own.isEmpty {
        groups.append(
          Group(
            title: "Own types",
            types: own.sorted().map { Entry(type: $0, entityClass: policy.entityClass(of: $0), description: nil) }))
      }
    }
  }

  var count: Int { groups.reduce(0) { $0 + $1.types.count } }

  /// The least score of findings of the type.
  func threshold(_ type: EntityType) -> Double? {
    named.map { $0.policy.minimumScores[type] ?? $0.policy.minimumScore }
  }

  /// What becomes of findings of the type.
  func operation(_ type: EntityType) -> String? {
    named.map { PolicyFile.name($0.policy.operators[type] ?? $0.policy.defaultOperator) }
  }

  /// What is said of the policy before its types: its sentence and what it has besides.
  var introduction: [String] {
    guard let named else { return [] }
    let policy = named.policy
    var lines = ["\(named.name)\(named.ready.map { ": \($0.title)" } ?? "")"]
    if let ready = named.ready { lines += wrapped(ready.sentence, width: 100).map { "  \($0)" } }
    let classes = EntityClass.allCases.filter(policy.classes.contains).map(\.rawValue).joined(separator: " and ")
    lines.append(
      "  \(counted(count, "type")) of class \(classes.isEmpty ? "none" : classes), minimum score "
        + "\(decimals(policy.minimumScore)), operator \(PolicyFile.name(policy.defaultOperator)).")
    if let sentence = names(policy) { lines.append("  \(sentence)") }
    if !policy.domains.isEmpty { lines.append("  \(counted(policy.domains.count, "own domain")).") }
    if !policy.allow.isEmpty || !policy.deny.isEmpty {
      lines.append("  \(policy.allow.count) words allowed, \(policy.deny.count) denied.")
    }
    return lines
  }

  /// Nil where nothing is left out, and where the policy looks for none of their types.
  private func names(_ policy: Policy) -> String? {
    guard [EntityType.name, .organisation, .location].contains(where: policy.admits) else { return nil }
    return switch policy.names {
    case .off: "People's names are not looked for."
    case .fast: "Names are looked for by their surroundings and words, not by the tagger."
    case .full: nil
    }
  }
}

extension TypeListing.Entry {
  var title: String { description?.title ?? "type of the policy's own" }

  /// The check that is made, or that there is none.
  var check: String { description?.validator?.rawValue ?? "–" }

  var tags: [String] {
    TypeDescription.Tag.allCases.filter { description?.tags.contains($0) == true }.map(\.rawValue)
  }
}

// MARK: - For people

extension TypeListing {
  /// Rows below the titles of their groups.
  func table(width: Int?) -> [String] {
    var head = ["TYPE", "CLASS", "OF", "CHECK"]
    if named != nil { head += ["LEAST", "BECOMES"] }
    var rows = [["  TYPE"] + head.dropFirst() + ["WHAT IT IS"]]
    for group in groups {
      for entry in group.types {
        var row = ["  \(entry.type)", entry.entityClass.rawValue, entry.description?.country ?? "", entry.check]
        if let threshold = threshold(entry.type), let operation = operation(entry.type) {
          row += [decimals(threshold), operation]
        }
        rows.append(row + [entry.title + (entry.tags.contains("quiet") ? " (quiet)" : "")])
      }
    }
    let lines = aligned(rows).map { line in
      guard let width, line.count > width else { return line }
      return String(line.prefix(width - 1)) + "…"
    }
    var output = introduction.isEmpty ? [] : introduction + [""]
    output.append(lines[0])
    var next = 1
    for group in groups {
      output += ["", group.title] + lines[next..<next + group.types.count]
      next += group.types.count
    }
    return output
  }
}
