/// Makes the states of a ``PatternAutomaton``: each is a set of places in a ``PatternProgram``.
struct AutomatonBuilder: Sendable {
  private let program: PatternProgram
  /// By byte: its column. Characters that no set tells apart share one.
  private(set) var columns: [UInt8] = []
  private(set) var columnCount = 0

  /// A place, which characters must not follow it, and what must.
  private struct Item: Hashable, Comparable, Sendable {
    var node: Int32
    /// Number of a set in `bans`.
    var ban: Int32 = 0
    /// Number of a row of places in `aheads`.
    var ahead: Int32 = 0

    static func < (a: Item, b: Item) -> Bool { (a.node, a.ban, a.ahead) < (b.node, b.ban, b.ahead) }

    /// In two steps, not three: hashing is much of what a state costs.
    func hash(into hasher: inout Hasher) {
      hasher.combine(UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: ban)))
      hasher.combine(ahead)
    }
  }

  /// Where one may be in what must also follow; the first stands for nothing that must.
  private var aheads: [[Int32]] = [[]]
  private var aheadNumbers: [[Int32]: Int32] = [:]

  private var bans: [PatternSyntax.CharacterSet] = [PatternSyntax.CharacterSet()]
  private var numbers: [[Item]: UInt16] = [:]
  private var states: [[Item]] = []
  /// One character of each column: below 128 ASCII, 128 for all others.
  private var samples: [Int] = []
  /// What the closure that is being made has, in chains by place.
  private var seen: [(item: Item, next: Int32)] = []
  /// By place: the last closure that has it, and the first of the place's chain then.
  private var chains: [(generation: Int32, first: Int32)] = []
  private var generation: Int32 = 0

  init(_ program: PatternProgram) {
    self.program = program
    chains = Array(repeating: (0, -1), count: program.nodes.count)
    divide()
    // In place of those that are no sets.
    states = Array(repeating: [], count: Int(PatternAutomaton.start))
  }

  var stateCount: Int { states.count }

  /// Called once, before anything follows.
  mutating func start() -> UInt16 { state(of: closure([Item(node: PatternProgram.start)])) }

  /// The state that a character leads to.
  mutating func follow(_ state: UInt16, column: Int) -> UInt16 {
    let targets = follow(states[Int(state)], samples[column])
    return targets.isEmpty ? PatternAutomaton.dead : self.state(of: closure(targets, after: samples[column]))
  }

  /// Characters that no set tells apart share a column.
  private mutating func divide() {
    var classes = [Int](repeating: 0, count: 129)
    var count = 1
    for set in program.sets {
      var split: [Int: Int] = [:]
      for character in 0...128 where set.has(character) {
        if let other = split[classes[character]] {
          classes[character] = other
        } else {
          split[classes[character]] = count
          classes[character] = count
          count += 1
        }
      }
    }
    var names: [Int: Int] = [:]
    for character in 0...128 where names[classes[character]] == nil {
      names[classes[character]] = samples.count
      samples.append(character)
    }
    columnCount = samples.count
    columns = (0..<256).map { byte in
      if byte & 0xC0 == 0x80 { return PatternAutomaton.passedOver }
      return UInt8(names[classes[min(byte, 128)]]!)
    }
  }

  private mutating func follow(_ items: [Item], _ character: Int) -> [Item] {
    var targets: [Item] = []
    for item in items where item.ban == 0 || !bans[Int(item.ban)].has(character) {
      let node = program.nodes[Int(item.node)]
      let isEnd = item.node == PatternProgram.end
      guard isEnd || program.sets[Int(node.set)].has(character) else { continue }
      guard let ahead = item.ahead == 0 ? 0 : follow(item.ahead, character) else { continue }
      targets.append(Item(node: isEnd ? item.node : node.target, ahead: ahead))
    }
    return targets
  }

  private mutating func state(of items: [Item]) -> UInt16 {
    if items.isEmpty { return PatternAutomaton.dead }
    if items.contains(Item(node: PatternProgram.end)) { return PatternAutomaton.accepting }
    if let known = numbers[items] { return known }
    // What lies beyond is not known.
    guard states.count < PatternAutomaton.mostStates else {
      return program.isExact ? PatternAutomaton.dead : PatternAutomaton.accepting
    }
    let number = UInt16(states.count)
    numbers[items] = number
    states.append(items)
    return number
  }

  /// All places that are reached without a character, in order, those only that characters lead on from.
  ///
  /// - Parameter last: the character before them; nil when it is not known.
  private mutating func closure(_ items: [Item], after last: Int? = nil) -> [Item] {
    var open = items
    var result: [Item] = []
    generation += 1
    seen.removeAll(keepingCapacity: true)
    while var item = open.popLast() {
      let node = program.nodes[Int(item.node)]
      if let last {
        if node.behind >= 0, !program.sets[Int(node.behind)].has(last) { continue }
        if node.notBehind >= 0, program.sets[Int(node.notBehind)].has(last) { continue }
      }
      if node.unless >= 0 { item.ban = ban(item.ban, adding: Int(node.unless)) }
      // One at a time: of what is asked for while something else is, nothing is known.
      if node.ahead >= 0, item.ahead == 0 { item.ahead = ahead(from: [node.ahead]) }
      guard isNew(item) else { continue }
      if node.set >= 0 || item.node == PatternProgram.end { result.append(item) }
      var link = node.link
      while link >= 0 {
        open.append(Item(node: program.links[Int(link)].target, ban: item.ban, ahead: item.ahead))
        link = program.links[Int(link)].next
      }
    }
    return result.sorted()
  }

  /// Whether the closure that is being made does not have the item yet; it has it from now on.
  private mutating func isNew(_ item: Item) -> Bool {
    let chain = chains[Int(item.node)]
    let first = chain.generation == generation ? chain.first : -1
    var next = first
    while next >= 0 {
      let other = seen[Int(next)]
      if other.item == item { return false }
      next = other.next
    }
    seen.append((item, first))
    chains[Int(item.node)] = (generation, Int32(seen.count - 1))
    return true
  }

  /// - Returns: nil where what must follow does not, 0 where it has.
  private mutating func follow(_ number: Int32, _ character: Int) -> Int32? {
    let places = aheads[Int(number)]
    let next = places.compactMap { place in
      let node = program.nodes[Int(place)]
      return program.sets[Int(node.set)].has(character) ? node.target : nil
    }
    return next.isEmpty ? nil : ahead(from: next)
  }

  private mutating func ahead(from places: [Int32]) -> Int32 {
    var open = places
    var seen: Set<Int32> = []
    while let place = open.popLast() {
      if place == PatternProgram.endOfAhead { return 0 }
      guard seen.insert(place).inserted else { continue }
      var link = program.nodes[Int(place)].link
      while link >= 0 {
        open.append(program.links[Int(link)].target)
        link = program.links[Int(link)].next
      }
    }
    let row = seen.filter { program.nodes[Int($0)].set >= 0 }.sorted()
    if let known = aheadNumbers[row] { return known }
    aheads.append(row)
    aheadNumbers[row] = Int32(aheads.count - 1)
    return Int32(aheads.count - 1)
  }

  private mutating func ban(_ number: Int32, adding set: Int) -> Int32 {
    var all = bans[Int(number)]
    all.formUnion(program.sets[set])
    if let known = bans.firstIndex(of: all) { return Int32(known) }
    bans.append(all)
    return Int32(bans.count - 1)
  }
}

extension PatternSyntax.CharacterSet {
  /// - Parameter character: from 128 on, any that is not ASCII.
  fileprivate func has(_ character: Int) -> Bool {
    switch character {
    case 0..<64: low >> UInt64(character) & 1 != 0
    case 64..<128: high >> UInt64(character - 64) & 1 != 0
    default: hasOthers
    }
  }
}
