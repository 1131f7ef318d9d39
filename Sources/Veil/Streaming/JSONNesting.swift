/// How deep in JSON the end of a text stands: in a string, in a string of JSON that is itself such a string, and so on.
///
/// The text is JSON, whole or cut off. A string in it that begins as an object or an array and has gone on as JSON so
/// far is JSON, too; `[NAME_1] said` and `{not json` are not. Memory is bounded: nothing of the text is kept.
struct JSONNesting: Sendable {
  static let maximumDepth = 8
  /// How deep arrays and objects may nest within one level. What nests deeper is no JSON here.
  static let maximumContainers = 256

  /// One for the text, then one for each string that the end of the text is in.
  private var levels = [Level(state: .text)]

  /// How often a value has to be escaped to stand here: at least once.
  var depth: Int {
    var depth = 1
    while depth < levels.count, levels[depth].isInString { depth += 1 }
    return depth
  }

  mutating func append(_ text: ArraySlice<UInt8>) {
    for byte in text { append(byte) }
  }

  /// In the place of something that was put in: content of a string, whatever it is.
  mutating func appendValue() { append(UInt8(ascii: "x")) }

  private mutating func append(_ byte: UInt8) {
    var byte = byte
    var level = 0
    while true {
      switch levels[level].step(byte) {
      case .nothing: return
      case .stringBegins:
        if levels.count < Self.maximumDepth { levels.append(Level(state: .start)) }
        return
      case .stringEnds:
        levels.removeSubrange((level + 1)...)
        return
      case .content(let decoded):
        level += 1
        guard level < levels.count, levels[level].state != .other else { return }
        byte = decoded
      case .noJSON:
        levels.removeSubrange((level + 1)...)
        levels[level].state = .other
        return
      }
    }
  }

  private enum Step {
    case nothing
    case stringBegins
    /// A byte of a string, decoded. What is beyond ASCII makes no difference and may come as any such byte.
    case content(UInt8)
    case stringEnds
    case noJSON
  }

  private struct Level: Sendable {
    enum State: UInt8 {
      /// Of the whole text alone: outside of strings. Whether it is valid JSON there does not matter.
      case text
      case start
      case value, valueOrEnd, nameOrEnd, name, colon, commaOrEnd, end
      case word, number
      case string, escape, unicode
      case other
    }

    var state: State
    /// Open arrays (false) and objects (true).
    private var containers: [Bool] = []
    private var isName = false
    /// What is left of `true`, `false` or `null`, next byte lowest.
    private var word: UInt32 = 0
    private var digits = 0
    private var unit: UInt16 = 0

    init(state: State) { self.state = state }

    var isInString: Bool { state == .string || state == .escape || state == .unicode }

    /// Whether this is the text itself: its level is outside of all containers even in strings.
    private var isText: Bool { containers.isEmpty }

    mutating func step(_ byte: UInt8) -> Step {
      switch state {
      case .text:
        guard byte == UInt8(ascii: "\"") else { return .nothing }
        state = .string
        return .stringBegins
      case .string, .escape, .unicode: return string(byte)
      case .number:
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "-"),
          UInt8(ascii: "e"), UInt8(ascii: "E"):
          return .nothing
        default:
          state = .commaOrEnd
          return structure(byte)
        }
      case .word:
        guard byte == UInt8(truncatingIfNeeded: word) else { return .noJSON }
        word >>= 8
        if word == 0 { state = .commaOrEnd }
        return .nothing
      case .other: return .nothing
      default: return structure(byte)
      }
    }

    private mutating func string(_ byte: UInt8) -> Step {
      switch state {
      case .escape:
        state = .string
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return .content(byte)
        case UInt8(ascii: "n"): return .content(0x0A)
        case UInt8(ascii: "t"): return .content(0x09)
        case UInt8(ascii: "r"): return .content(0x0D)
        case UInt8(ascii: "b"): return .content(0x08)
        case UInt8(ascii: "f"): return .content(0x0C)
        case UInt8(ascii: "u"):
          state = .unicode
          (digits, unit) = (0, 0)
          return .nothing
        default: return isText ? .content(byte) : .noJSON
        }
      case .unicode:
        guard let value = hexadecimalValue(byte) else {
          state = .string
          return isText ? .content(byte) : .noJSON
        }
        unit = unit << 4 | value
        digits += 1
        guard digits == 4 else { return .nothing }
        state = .string
        return .content(unit < 0x80 ? UInt8(unit) : 0x80)
      default:
        switch byte {
        case UInt8(ascii: "\""):
          state = isText ? .text : isName ? .colon : .commaOrEnd
          return .stringEnds
        case UInt8(ascii: "\\"):
          state = .escape
          return .nothing
        case 0..<0x20: return isText ? .content(byte) : .noJSON
        default: return .content(byte)
        }
      }
    }

    private mutating func structure(_ byte: UInt8) -> Step {
      switch byte {
      case 0x20, 0x09, 0x0A, 0x0D: return .nothing
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        guard state == .start || isValueExpected, containers.count < JSONNesting.maximumContainers else {
          return .noJSON
        }
        containers.append(byte == UInt8(ascii: "{"))
        state = byte == UInt8(ascii: "{") ? .nameOrEnd : .valueOrEnd
      case UInt8(ascii: "}"): return close(isObject: true, emptyState: .nameOrEnd)
      case UInt8(ascii: "]"): return close(isObject: false, emptyState: .valueOrEnd)
      case UInt8(ascii: "\""):
        isName = state == .nameOrEnd || state == .name
        guard isName || isValueExpected else { return .noJSON }
        state = .string
        return .stringBegins
      case UInt8(ascii: ":"):
        guard state == .colon else { return .noJSON }
        state = .value
      case UInt8(ascii: ","):
        guard state == .commaOrEnd, let isObject = containers.last else { return .noJSON }
        state = isObject ? .name : .value
      default:
        guard isValueExpected else { return .noJSON }
        return scalar(byte)
      }
      return .nothing
    }

    private var isValueExpected: Bool { state == .value || state == .valueOrEnd }

    private mutating func close(isObject: Bool, emptyState: State) -> Step {
      guard state == .commaOrEnd || state == emptyState, containers.last == isObject else { return .noJSON }
      containers.removeLast()
      state = containers.isEmpty ? .end : .commaOrEnd
      return .nothing
    }

    /// The first byte of a number, `true`, `false` or `null`.
    private mutating func scalar(_ byte: UInt8) -> Step {
      state = .word
      switch byte {
      case UInt8(ascii: "t"): word = 0x65_75_72
      case UInt8(ascii: "f"): word = 0x65_73_6C_61
      case UInt8(ascii: "n"): word = 0x6C_6C_75
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): state = .number
      default: return .noJSON
      }
      return .nothing
    }
  }
}

private func hexadecimalValue(_ byte: UInt8) -> UInt16? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt16(byte - UInt8(ascii: "0"))
  case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"): UInt16(byte & 0xF) + 9
  default: nil
  }
}
