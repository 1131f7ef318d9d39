/// A pattern as steps from place to place: what ``AutomatonBuilder`` makes states of.
struct PatternProgram: Sendable {
  struct Node {
    /// Set of the character that leads on, or -1.
    var set: Int32 = -1
    var target: Int32 = -1
    /// Characters that must not follow here, as a number of ``sets``, or -1.
    var unless: Int32 = -1
    /// Characters that must, or must not, stand right before this place, or -1.
    var behind: Int32 = -1
    var notBehind: Int32 = -1
    /// Where begins what must also follow here, or -1.
    var ahead: Int32 = -1
    /// Places reached without a character: the first of a chain in ``links``.
    var link: Int32 = -1
  }

  struct Link {
    var target: Int32
    var next: Int32
  }

  private(set) var nodes: [Node] = []
  private(set) var links: [Link] = []
  private(set) var sets: [PatternSyntax.CharacterSet] = []
  private var setNumbers: [PatternSyntax.CharacterSet: Int32] = [:]
  private let groups: [String: PatternSyntax]
  private let isBackwards: Bool
  /// Whether what is not known for certain must not match, rather than may.
  let isExact: Bool
  private var isUnknown = false
  private var depth = 0
  private var isInAhead = false

  static let start: Int32 = 0
  static let end: Int32 = 1
  /// Where what must also follow has been seen.
  static let endOfAhead: Int32 = 2
  private static let mostNodes = 12_000
  /// How often a part is repeated before it counts as repeated without bound; a character alone more often.
  private static let mostRepeats = 6
  private static let mostCharacters = 40
  /// How often more it may be repeated.
  private static let mostChoices = 12

  init(groups: [String: PatternSyntax], isBackwards: Bool, isExact: Bool) {
    self.groups = groups
    self.isBackwards = isBackwards
    self.isExact = isExact
  }

  /// - Returns: whether it can be told at all.
  mutating func compile(_ syntax: PatternSyntax) -> Bool {
    nodes = [Node(), Node(), Node()]
    if let last = add(syntax, from: Self.start) { connect(last, Self.end) }
    return !(isExact && isUnknown)
  }

  private mutating func connect(_ from: Int32, _ to: Int32) {
    links.append(Link(target: to, next: nodes[Int(from)].link))
    nodes[Int(from)].link = Int32(links.count - 1)
  }

  private mutating func node() -> Int32 {
    nodes.append(Node())
    return Int32(nodes.count - 1)
  }

  /// Whatever follows may match.
  private mutating func giveUp(from place: Int32) -> Int32? {
    isUnknown = true
    connect(place, isInAhead ? Self.endOfAhead : Self.end)
    return nil
  }

  /// - Returns: the place behind the part; nil when nothing needs to be known beyond it.
  private mutating func add(_ syntax: PatternSyntax, from start: Int32) -> Int32? {
    guard nodes.count < Self.mostNodes, depth < 60 else { return giveUp(from: start) }
    depth += 1
    defer { depth -= 1 }
    switch syntax {
    case .character(let set): return character(set, from: start)
    case .nothing: return nothing(start)
    case .behind(let part): return isBackwards ? nothing(start) : behind(part, from: start)
    case .unlessBehind(let part): return isBackwards ? nothing(start) : notBehind(part, from: start)
    case .anything: return giveUp(from: start)
    case .unless(let set): return isBackwards ? nothing(start) : condition(\.unless, set, from: start)
    case .ahead(.character(let set)) where !isBackwards: return condition(\.unless, set.complement, from: start)
    case .ahead(let part): return ahead(part, from: start)
    case .sequence(let parts): return sequence(isBackwards ? parts.reversed() : parts, from: start)
    case .alternatives(let all):
      let end = node()
      var isReached = false
      for part in all {
        // A place of its own: what an alternative forbids to follow is nothing to the others.
        let own = node()
        connect(start, own)
        guard let last = add(part, from: own) else { continue }
        connect(last, end)
        isReached = true
      }
      return isReached ? end : nil
    case .repeated(let part, let least, let most): return repeated(part, least, most, from: start)
    case .call(let name):
      guard let group = groups[name] else { return giveUp(from: start) }
      return add(group, from: start)
    }
  }

  private mutating func sequence(_ parts: [PatternSyntax], from start: Int32) -> Int32? {
    var place = start
    for (index, part) in parts.enumerated() {
      var part = part
      if !isBackwards, let narrowed = Self.narrowed(part, parts[(index + 1)...]) { part = narrowed }
      guard let next = add(part, from: place) else { return nil }
      place = next
    }
    return place
  }

  /// A row of characters with a lookbehind after it, `[a-z]{4,40}(?<=street|road)`, as what it comes to: some of these
  /// characters and then one of the endings.
  private static func narrowed(_ part: PatternSyntax, _ rest: ArraySlice<PatternSyntax>) -> PatternSyntax? {
    guard case .repeated(.character(let set), let least, _) = part, least > 0 else { return nil }
    for other in rest {
      if case .unlessBehind = other { continue }
      guard case .behind(.alternatives(let all)) = other else { return nil }
      var endings: [PatternSyntax] = []
      for case .sequence(let characters) in all {
        // Longer ones may begin before the row.
        let ending = characters.suffix(least)
        guard ending.allSatisfy({ if case .character = $0 { true } else { false } }) else { return nil }
        endings.append(.sequence(Array(ending)))
      }
      guard endings.count == all.count else { return nil }
      return .sequence([.repeated(.character(set), least: 0, most: nil), .alternatives(endings)])
    }
    return nil
  }

  private mutating func ahead(_ part: PatternSyntax, from start: Int32) -> Int32 {
    // One that the whole pattern begins with has an automaton of its own.
    guard !isBackwards, !isInAhead, !sets.isEmpty else { return nothing(start) }
    isInAhead = true
    defer { isInAhead = false }
    let first = node()
    if let last = add(part, from: first) { connect(last, Self.endOfAhead) }
    let place = node()
    connect(start, place)
    nodes[Int(place)].ahead = first
    let end = node()
    connect(place, end)
    return end
  }

  private mutating func nothing(_ place: Int32) -> Int32 {
    if isExact { isUnknown = true }
    return place
  }

  private mutating func character(_ set: PatternSyntax.CharacterSet, from start: Int32) -> Int32 {
    var set = set
    // Of the characters beyond ASCII only some may be meant.
    if isExact { set.hasOthers = false }
    let step = node()
    connect(start, step)
    let end = node()
    nodes[Int(step)].set = number(of: set)
    nodes[Int(step)].target = end
    return end
  }

  /// A place that is passed only where what the field of its node says holds for a set of characters.
  private mutating func condition(
    _ field: WritableKeyPath<Node, Int32>, _ set: PatternSyntax.CharacterSet, from start: Int32
  ) -> Int32 {
    let place = node()
    connect(start, place)
    nodes[Int(place)][keyPath: field] = number(of: set)
    let end = node()
    connect(place, end)
    return end
  }

  private mutating func behind(_ part: PatternSyntax, from start: Int32) -> Int32 {
    guard let set = lastCharacters(part, depth: 0) else { return start }
    return condition(\.behind, set, from: start)
  }

  /// As far as it is about one character.
  private mutating func notBehind(_ part: PatternSyntax, from start: Int32) -> Int32 {
    let all = if case .alternatives(let all) = part { all } else { [part] }
    var set = PatternSyntax.CharacterSet()
    for case .character(let other) in all { set.formUnion(other) }
    // Which of the others are meant is not known.
    set.hasOthers = false
    guard set.low | set.high != 0 else { return start }
    return condition(\.notBehind, set, from: start)
  }

  /// What a match of the part can end with; nil when that is not known.
  private func lastCharacters(_ part: PatternSyntax, depth: Int) -> PatternSyntax.CharacterSet? {
    guard depth < 10 else { return nil }
    switch part {
    case .character(let set): return set
    case .sequence(let parts): return parts.last.flatMap { lastCharacters($0, depth: depth + 1) }
    case .alternatives(let all):
      var set = PatternSyntax.CharacterSet()
      for part in all {
        guard let last = lastCharacters(part, depth: depth + 1) else { return nil }
        set.formUnion(last)
      }
      return set
    case .repeated(let part, let least, _): return least > 0 ? lastCharacters(part, depth: depth + 1) : nil
    case .ahead, .behind, .unlessBehind, .unless, .call, .nothing, .anything: return nil
    }
  }

  private mutating func number(of set: PatternSyntax.CharacterSet) -> Int32 {
    if let known = setNumbers[set] { return known }
    sets.append(set)
    setNumbers[set] = Int32(sets.count - 1)
    return Int32(sets.count - 1)
  }

  private mutating func repeated(_ part: PatternSyntax, _ least: Int, _ most: Int?, from start: Int32) -> Int32? {
    var limit = Self.mostRepeats
    if case .character = part { limit = Self.mostCharacters }
    var place = start
    for _ in 0..<min(least, limit) {
      guard let next = add(part, from: place) else { return nil }
      place = next
    }
    let rest = most.map { $0 - least } ?? .max
    if least <= limit, rest <= min(limit, Self.mostChoices) {
      let end = node()
      connect(place, end)
      for _ in 0..<rest {
        guard let next = add(part, from: place) else { break }
        place = next
        connect(place, end)
      }
      return end
    }
    if isExact, most != nil { isUnknown = true }
    let loop = node()
    connect(place, loop)
    if let last = add(part, from: loop) { connect(last, loop) }
    return loop
  }
}
