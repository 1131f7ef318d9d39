import CScan

/// Tells by the first bytes that a pattern cannot match at a place: for each of them, which bytes can stand there in any
/// match. Far cheaper than an attempt, and most attempts of a large catalogue fail within a few bytes. Many patterns are
/// never so much as compiled.
///
/// What it lets through may match; what it holds back cannot. A pattern that it does not understand is let through
/// everywhere.
struct PatternSieve {
  /// How many bytes are looked at.
  static let reach = Int(CSCAN_SIEVE_REACH)

  /// By byte: bit n is set when the byte can be the nth of a match, or the match may end before.
  let places: [UInt16]

  init(_ source: String, isCaseless: Bool) {
    var walk = SieveWalk()
    var parser = PatternParser(source, isCaseless: isCaseless)
    if let syntax = parser.parse() {
      walk.groups = parser.groups
      let ends = walk.go(syntax, from: 1)
      walk.free(from: ends)
      walk.narrow()
    } else {
      walk.free(from: 1)
    }
    places = walk.places
  }
}

/// Walks through a pattern with all the places, counted in bytes from the match's start, where each part of it can begin.
/// Places are bits; those beyond the sieve's reach fall off.
private struct SieveWalk {
  typealias Places = UInt16

  var groups: [String: PatternSyntax] = [:]
  /// By byte: where it can stand.
  var places = [Places](repeating: 0, count: 256)
  /// What lookaheads at the match's start say of the same.
  private var ahead: [[Places]] = []
  private var depth = 0
  /// Parts that were walked through: nested repeats multiply.
  private var steps = 0

  /// Any byte can stand at these places and at all behind them.
  mutating func free(from starts: Places) {
    guard starts != 0 else { return }
    let rest = ~(starts & (0 &- starts)) &+ 1
    for byte in 0..<256 { places[byte] |= rest }
  }

  /// - Returns: where what follows can begin.
  mutating func go(_ syntax: PatternSyntax, from starts: Places) -> Places {
    steps += 1
    guard starts != 0 else { return 0 }
    guard steps < 5_000 else {
      free(from: starts)
      return 0
    }
    switch syntax {
    case .character(let set): return character(set, starts)
    case .nothing, .behind, .unlessBehind, .unless: return starts
    case .anything:
      free(from: starts)
      return 0
    case .sequence(let parts):
      var ends = starts
      for part in parts { ends = go(part, from: ends) }
      return ends
    case .alternatives(let all):
      depth += 1
      defer { depth -= 1 }
      return all.reduce(0) { $0 | go($1, from: starts) }
    case .repeated(.character(let set), let least, let most) where !set.hasOthers:
      return row(of: set, starts, least, most)
    case .repeated(let part, let least, let most):
      depth += 1
      defer { depth -= 1 }
      var ends = starts
      for _ in 0..<min(least, PatternSieve.reach + 1) { ends = go(part, from: ends) }
      var latest = ends
      for _ in 0..<min((most ?? .max) - least, PatternSieve.reach + 1) where latest != 0 {
        latest = go(part, from: latest) & ~ends
        ends |= latest
      }
      return ends
    case .ahead(let part):
      // At the start, where every match passes it, it narrows what can follow.
      if depth == 0, starts == 1 {
        var walk = SieveWalk()
        walk.groups = groups
        walk.depth = 1
        walk.steps = steps
        walk.free(from: walk.go(part, from: 1))
        ahead.append(walk.places)
      }
      return starts
    case .call(let name):
      guard let group = groups[name], depth < 40 else {
        free(from: starts)
        return 0
      }
      depth += 1
      defer { depth -= 1 }
      return go(group, from: starts)
    }
  }

  /// One byte again and again.
  private mutating func row(
    of set: PatternSyntax.CharacterSet, _ starts: Places, _ least: Int, _ most: Int?
  ) -> Places {
    var (all, ends, latest): (Places, Places, Places) = (0, least == 0 ? starts : 0, starts)
    var count = 0
    while latest != 0, count < most ?? .max {
      all |= latest
      latest <<= 1
      count += 1
      if count >= least { ends |= latest }
    }
    return character(set, all) == 0 ? (least == 0 ? starts : 0) : ends
  }

  private mutating func character(_ set: PatternSyntax.CharacterSet, _ starts: Places) -> Places {
    for (half, first) in [(set.low, 0), (set.high, 64)] {
      var left = half
      while left != 0 {
        places[first + left.trailingZeroBitCount] |= starts
        left &= left - 1
      }
    }
    let ascii = set.low | set.high == 0 ? 0 : starts << 1
    guard set.hasOthers else { return ascii }
    // Two, three or four bytes.
    for byte in 0xC2...0xF4 { places[byte] |= starts }
    for byte in 0x80...0xBF { places[byte] |= starts << 1 | starts << 2 | starts << 3 }
    return ascii | starts << 2 | starts << 3 | starts << 4
  }

  mutating func narrow() {
    for byte in 0..<256 { places[byte] = ahead.reduce(places[byte]) { $0 & $1[byte] } }
  }
}
