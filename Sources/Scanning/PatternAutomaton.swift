import Synchronization

/// Tells by more than single bytes that a pattern cannot match at a place: a deterministic automaton of what its matches
/// begin with, made as far as texts need it. Costs a few instructions a byte, where an attempt costs hundreds before it
/// fails.
///
/// Like ``PatternSieve`` it may let through what does not match, never hold back what does. It reads characters, all of
/// those beyond ASCII as one and the same, and no more than ``reach`` bytes.
///
/// Unchecked, because an entry of the table is written once, whole, and by whom does not matter.
final class PatternAutomaton: @unchecked Sendable {
  /// Which way it is read, and what its answer means.
  enum Kind {
    /// From the start onwards: what it refuses cannot match.
    case ahead
    /// From the start backwards: what it refuses cannot match.
    case behind
    /// From the start backwards, never taking for seen what is not: where it accepts, nothing can match.
    case notBehind
  }

  static let reach = 96
  static let mostStates = 2_000

  static let unknown: UInt16 = 0
  static let dead: UInt16 = 1
  static let accepting: UInt16 = 2
  static let start: UInt16 = 3

  let kind: Kind
  private let builder: Mutex<AutomatonBuilder>
  /// By byte: its column. Bytes within a character have none, they are passed over.
  private let columns: UnsafeMutablePointer<UInt8>
  static let passedOver: UInt8 = 255
  private let columnCount: Int
  /// By state and column: the next state.
  private let table: UnsafeMutablePointer<Atomic<UInt16>>

  /// - Returns: nil when it would let everything through.
  init?(_ syntax: PatternSyntax, groups: [String: PatternSyntax], kind: Kind) {
    var program = PatternProgram(groups: groups, isBackwards: kind != .ahead, isExact: kind == .notBehind)
    guard program.compile(syntax) else { return nil }
    var builder = AutomatonBuilder(program)
    guard builder.start() == Self.start else { return nil }
    self.kind = kind
    columnCount = builder.columnCount
    columns = .allocate(capacity: 256)
    columns.initialize(from: builder.columns, count: 256)
    table = .allocate(capacity: Self.mostStates * columnCount)
    for entry in 0..<(Int(Self.start) + 1) * columnCount { (table + entry).initialize(to: Atomic(Self.unknown)) }
    self.builder = Mutex(builder)
  }

  deinit {
    columns.deallocate()
    table.deallocate()
  }

  @inline(__always)
  func admits(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    switch kind {
    case .ahead:
      return run(text, from: start, to: min(text.count, start + Self.reach), by: 1) != Self.dead
    case .behind:
      let end = max(0, start - Self.reach)
      let state = run(text, from: start - 1, to: end - 1, by: -1)
      // Where the text begins, nothing can stand before it any more.
      return state == Self.accepting || state != Self.dead && end > 0
    case .notBehind:
      return run(text, from: start - 1, to: max(0, start - Self.reach) - 1, by: -1) != Self.accepting
    }
  }

  /// - Returns: the state at the end.
  @inline(__always)
  private func run(_ text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, by step: Int) -> UInt16 {
    var state = Self.start
    var position = start
    while position != end {
      let column = columns[Int(text[position])]
      position &+= step
      if column == Self.passedOver { continue }
      let next = table[Int(state) &* columnCount &+ Int(column)].load(ordering: .acquiring)
      state = next == Self.unknown ? make(state, Int(column)) : next
      if state <= Self.accepting { break }
    }
    return state
  }

  @inline(never)
  private func make(_ state: UInt16, _ column: Int) -> UInt16 {
    let entry = table + (Int(state) * columnCount + column)
    return builder.withLock { builder in
      let known = builder.stateCount
      let next = builder.follow(state, column: column)
      // A row is there before anyone is led to it.
      if builder.stateCount > known {
        for column in 0..<columnCount {
          (table + (Int(next) * columnCount + column)).initialize(to: Atomic(Self.unknown))
        }
      }
      entry.pointee.store(next, ordering: .releasing)
      return next
    }
  }

  /// All automata for one pattern, to be asked in this order: the cheap ones first.
  static func all(of syntax: PatternSyntax, groups: [String: PatternSyntax]) -> [PatternAutomaton] {
    var edge = PatternEdge(groups: groups)
    edge.walk(syntax, depth: 0)
    return edge.notBehind.compactMap { PatternAutomaton($0, groups: groups, kind: .notBehind) }
      + edge.behind.compactMap { PatternAutomaton($0, groups: groups, kind: .behind) }
      + [PatternAutomaton(syntax, groups: groups, kind: .ahead)].compactMap { $0 }
      + edge.ahead.compactMap { PatternAutomaton($0, groups: groups, kind: .ahead) }
  }
}

/// What a pattern asks of the place where its matches begin.
private struct PatternEdge {
  let groups: [String: PatternSyntax]
  var behind: [PatternSyntax] = []
  var notBehind: [PatternSyntax] = []
  var ahead: [PatternSyntax] = []

  init(groups: [String: PatternSyntax]) { self.groups = groups }

  /// - Returns: whether what follows still begins at the same place.
  @discardableResult
  mutating func walk(_ syntax: PatternSyntax, depth: Int) -> Bool {
    guard depth < 20 else { return false }
    switch syntax {
    case .nothing, .unless: return true
    case .character, .anything: return false
    case .ahead(let part):
      ahead.append(part)
      return true
    case .behind(let part):
      behind.append(part)
      return true
    case .unlessBehind(let part):
      notBehind.append(part)
      return true
    case .sequence(let parts):
      for part in parts where !walk(part, depth: depth + 1) { return false }
      return true
    case .alternatives(let all):
      // Each of them asks for something before it: one of these must be there.
      let before = all.map { part in
        var edge = PatternEdge(groups: groups)
        let isEmpty = edge.walk(part, depth: depth + 1)
        return (edge.behind.first, isEmpty)
      }
      if before.allSatisfy({ $0.0 != nil }) { behind.append(.alternatives(before.map { $0.0! })) }
      return before.allSatisfy(\.1)
    case .repeated(let part, let least, _):
      guard least > 0 else { return false }
      return walk(part, depth: depth + 1)
    case .call(let name):
      guard let group = groups[name] else { return false }
      return walk(group, depth: depth + 1)
    }
  }
}
