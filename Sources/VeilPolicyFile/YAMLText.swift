/// Values as YAML writes them, so that every reader takes them for the same text.
enum YAMLText {
  static func scalar(_ text: String) -> String {
    if isPlain(text) { return text }
    if text.unicodeScalars.allSatisfy(isPrintable) {
      return "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
    }
    return "\"" + text.unicodeScalars.map(escaped).joined() + "\""
  }

  static func list(_ values: some Sequence<String>) -> String {
    "[" + values.map(scalar).joined(separator: ", ") + "]"
  }

  /// A list under a key, broken into lines where it is long.
  static func lines(_ key: String, _ values: [String]) -> [String] {
    let short = "\(key): \(list(values))"
    if short.utf8.count <= width { return [short] }
    var lines = ["\(key): ["]
    var line = " "
    for value in values.map(scalar) {
      if line.utf8.count + value.utf8.count + 2 > width {
        lines.append(line)
        line = " "
      }
      line += " \(value),"
    }
    return lines + [line, "]"]
  }

  private static let width = 110

  /// Words that stand for something else than themselves, here or in other readers.
  private static let reserved: Set<String> = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"]

  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last, isLetter(first), last != UInt8(ascii: " ") else {
      return false
    }
    return text.utf8.allSatisfy { isLetter($0) || isDigit($0) || "_- ".utf8.contains($0) }
      && !reserved.contains(text.lowercased())
  }

  private static func isLetter(_ byte: UInt8) -> Bool { UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20 }
  private static func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }

  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned, .privateUse: false
    default: true
    }
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"", "\\": return "\\\(scalar)"
    case _ where isPrintable(scalar): return String(scalar)
    default:
      let digits = String(scalar.value, radix: 16)
      let width = scalar.value <= 0xFFFF ? 4 : 8
      return (width == 4 ? "\\u" : "\\U") + String(repeating: "0", count: width - digits.count) + digits
    }
  }
}
