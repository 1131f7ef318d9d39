/// Reads PCRE2's syntax. Gives up at whatever it does not know for certain.
struct PatternParser {
  private struct GivesUp: Error {}

  private let source: [Unicode.Scalar]
  private var position = 0
  private var isCaseless: Bool
  private(set) var groups: [String: PatternSyntax] = [:]
  private var depth = 0
  /// How many sets have ASCII characters that the pattern may not mean: nothing is concluded from such a set's absence.
  private var guesses = 0

  init(_ source: String, isCaseless: Bool) {
    self.source = Array(source.unicodeScalars)
    self.isCaseless = isCaseless
  }

  /// - Returns: nil for what it cannot read.
  mutating func parse() -> PatternSyntax? {
    do {
      let whole = try alternatives()
      return position == source.count ? whole : nil
    } catch {
      return nil
    }
  }

  private var next: Unicode.Scalar? { position < source.count ? source[position] : nil }

  private func isNext(_ text: StaticString) -> Bool {
    guard position + text.utf8CodeUnitCount <= source.count else { return false }
    for index in 0..<text.utf8CodeUnitCount where source[position + index].value != UInt32(text.utf8Start[index]) {
      return false
    }
    return true
  }

  private mutating func take(_ text: StaticString) -> Bool {
    guard isNext(text) else { return false }
    position += text.utf8CodeUnitCount
    return true
  }

  private mutating func alternatives() throws -> PatternSyntax {
    depth += 1
    defer { depth -= 1 }
    guard depth < 60 else { throw GivesUp() }
    // Holds to the end of the group that it begins.
    if take("(?i)") { isCaseless = true }
    var all: [PatternSyntax] = []
    repeat {
      var parts: [PatternSyntax] = []
      while let scalar = next, scalar != "|", scalar != ")" {
        let part = try atom()
        parts.append(try repeated(part))
      }
      all.append(parts.count == 1 ? parts[0] : .sequence(parts))
    } while take("|")
    return all.count == 1 ? all[0] : .alternatives(all)
  }

  private mutating func repeated(_ part: PatternSyntax) throws -> PatternSyntax {
    var part = part
    while let scalar = next {
      var least = 0
      var most: Int?
      switch scalar {
      case "*": position += 1
      case "+":
        position += 1
        least = 1
      case "?":
        position += 1
        most = 1
      case "{":
        position += 1
        guard let low = number() else { throw GivesUp() }
        (least, most) = (low, low)
        if take(",") { most = number() }
        guard take("}"), most ?? least >= least else { throw GivesUp() }
      default: return part
      }
      // Lazy and possessive ones match no more.
      if !take("?") { _ = take("+") }
      part = .repeated(part, least: least, most: most)
    }
    return part
  }

  private mutating func number() -> Int? {
    let start = position
    var value = 0
    while let digit = next.flatMap(Self.hexadecimal), digit < 10, position - start < 5 {
      value = value * 10 + Int(digit)
      position += 1
    }
    return position > start ? value : nil
  }

  private mutating func atom() throws -> PatternSyntax {
    let scalar = source[position]
    switch scalar {
    case "(": return try group()
    case "[": return .character(try characterClass())
    case "\\": return try escape()
    case ".":
      position += 1
      guesses += 1
      return .character(.all)
    case "^", "$":
      position += 1
      return .nothing
    case "*", "+", "?", "{": throw GivesUp()
    default:
      position += 1
      return .character(single(scalar))
    }
  }

  private mutating func single(_ scalar: Unicode.Scalar) -> PatternSyntax.CharacterSet {
    var set = PatternSyntax.CharacterSet()
    set.insert(scalar)
    return isCaseless ? caseless(set) : set
  }

  private mutating func caseless(_ set: PatternSyntax.CharacterSet) -> PatternSyntax.CharacterSet {
    if set.hasOthers { guesses += 1 }
    return set.caseless
  }

  private mutating func group() throws -> PatternSyntax {
    position += 1
    let outer = isCaseless
    defer { isCaseless = outer }
    guard take("?") else { return try inside() }
    if take(":") || take("|") || take(">") { return try inside() }
    if take("=") { return .ahead(try inside()) }
    if take("<=") { return .behind(try inside()) }
    let known = guesses
    if take("<!") {
      let part = try inside()
      return guesses == known ? .unlessBehind(part) : .nothing
    }
    if take("!") {
      let part = try inside()
      return guesses == known ? Self.unless(part) : .nothing
    }
    if take("(DEFINE)") {
      _ = try inside()
      return .nothing
    }
    if take("&") { return .call(try name(")")) }
    if take("<") || take("P<") {
      let name = try name(">")
      guard groups[name] == nil else { throw GivesUp() }
      let inside = try inside()
      groups[name] = inside
      return inside
    }
    // `(?i:…)`, `(?-i:…)`; also of several letters.
    var isOn = true
    while let scalar = next {
      position += 1
      switch scalar {
      case "i": isCaseless = isOn
      case "s", "m": break
      case "-": isOn = false
      case ":": return try inside()
      case ")" where isCaseless == outer: return .nothing
      default: throw GivesUp()
      }
    }
    throw GivesUp()
  }

  /// What must not follow, as far as it is one character.
  private static func unless(_ part: PatternSyntax) -> PatternSyntax {
    let all = if case .alternatives(let all) = part { all } else { [part] }
    var set = PatternSyntax.CharacterSet()
    for case .character(let other) in all {
      set.formUnion(other)
    }
    // Which of the others are meant is not known.
    set.hasOthers = false
    return set.low | set.high == 0 ? .nothing : .unless(set)
  }

  /// What is in a group, with the bracket that ends it.
  private mutating func inside() throws -> PatternSyntax {
    // A verb.
    if isNext("*") { throw GivesUp() }
    let syntax = try alternatives()
    guard take(")") else { throw GivesUp() }
    return syntax
  }

  private mutating func name(_ end: Unicode.Scalar) throws -> String {
    var name = ""
    while let scalar = next, scalar != end {
      name.unicodeScalars.append(scalar)
      position += 1
    }
    guard next == end, !name.isEmpty else { throw GivesUp() }
    position += 1
    return name
  }

  // MARK: - Characters

  private static let digits = PatternSyntax.CharacterSet(low: 0x03FF_0000_0000_0000)
  private static let words = PatternSyntax.CharacterSet(low: 0x03FF_0000_0000_0000, high: 0x07FF_FFFE_87FF_FFFE)
  private static let spaces = PatternSyntax.CharacterSet(low: 0x1_0000_3E00)
  /// White space within a line, with what is not ASCII.
  private static let blanks = PatternSyntax.CharacterSet(low: 0x1_0000_0200, hasOthers: true)
  private static let lineEnds = PatternSyntax.CharacterSet(low: 0x3C00, hasOthers: true)

  private mutating func escape() throws -> PatternSyntax {
    if position + 1 < source.count {
      switch source[position + 1] {
      case "b", "B", "A", "Z", "z", "G", "K":
        position += 2
        return .nothing
      case "R", "X", "1", "2", "3", "4", "5", "6", "7", "8", "9":
        position += 2
        return .anything
      case "g", "k":
        position += 2
        if take("{") { _ = try name("}") }
        return .anything
      default: break
      }
    }
    switch try escaped() {
    case .scalar(let scalar): return .character(single(scalar))
    case .set(let set): return .character(set)
    }
  }

  private enum Escaped {
    case scalar(Unicode.Scalar)
    case set(PatternSyntax.CharacterSet)
  }

  /// An escape that stands for a character, in or out of brackets.
  private mutating func escaped() throws -> Escaped {
    position += 1
    guard let scalar = next else { throw GivesUp() }
    position += 1
    switch scalar {
    case "d": return .set(Self.digits)
    case "w": return .set(Self.words)
    case "s": return .set(Self.spaces)
    case "h": return .set(Self.blanks)
    case "v": return .set(Self.lineEnds)
    case "D": return .set(Self.digits.inverted)
    case "W": return .set(Self.words.inverted)
    case "S": return .set(Self.spaces.inverted)
    case "H", "V":
      guesses += 1
      return .set(.all)
    case "p", "P":
      guard take("{") else { throw GivesUp() }
      while let scalar = next, scalar != "}" { position += 1 }
      guard take("}") else { throw GivesUp() }
      guesses += 1
      return .set(.all)
    case "t": return .scalar("\t")
    case "n": return .scalar("\n")
    case "r": return .scalar("\r")
    case "f": return .scalar("\u{C}")
    case "x":
      let isOpen = take("{")
      var value: UInt32 = 0
      var count = 0
      while let digit = next.flatMap(Self.hexadecimal), count < (isOpen ? 6 : 2) {
        value = value << 4 | digit
        position += 1
        count += 1
      }
      guard count > 0, !isOpen || take("}"), let scalar = Unicode.Scalar(value) else { throw GivesUp() }
      return .scalar(scalar)
    default:
      // Other letters and digits mean something; marks and spaces mean themselves.
      guard scalar.isASCII, !isASCIIWord(UInt8(scalar.value)) else { throw GivesUp() }
      return .scalar(scalar)
    }
  }

  private static func hexadecimal(_ scalar: Unicode.Scalar) -> UInt32? {
    switch scalar {
    case "0"..."9": scalar.value - 0x30
    case "a"..."f": scalar.value - 0x61 + 10
    case "A"..."F": scalar.value - 0x41 + 10
    default: nil
    }
  }

  private mutating func characterClass() throws -> PatternSyntax.CharacterSet {
    position += 1
    let isInverted = take("^")
    var set = PatternSyntax.CharacterSet()
    var isFirst = true
    while true {
      guard let scalar = next else { throw GivesUp() }
      if scalar == "]", !isFirst { break }
      isFirst = false
      // Named classes, and what later versions take for operators.
      if isNext("[:") || isNext("[.") || isNext("[=") { throw GivesUp() }
      guard let low = try member(&set) else { continue }
      guard isNext("-"), position + 1 < source.count, source[position + 1] != "]" else {
        set.insert(low)
        continue
      }
      position += 1
      guard let high = try member(&set), low <= high else { throw GivesUp() }
      set.insert(low...high)
    }
    position += 1
    if isCaseless { set = caseless(set) }
    return isInverted ? set.inverted : set
  }

  /// A character of a class; nil for a set, which is added.
  private mutating func member(_ set: inout PatternSyntax.CharacterSet) throws -> Unicode.Scalar? {
    guard next == "\\" else {
      guard let scalar = next else { throw GivesUp() }
      position += 1
      return scalar
    }
    switch try escaped() {
    case .scalar(let scalar): return scalar
    case .set(let other):
      set.formUnion(other)
      return nil
    }
  }
}
