import VeilFormats

/// Values that may be written in several ways.
enum Spelling {
  /// A boolean as pydantic reads it from text.
  static func flag(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "true", "1", "on", "t", "y", "yes": true
    case "false", "0", "off", "f", "n", "no": false
    default: nil
    }
  }

  /// An integer as pydantic reads it from text: also with a fraction of zeros.
  static func integer(_ text: String) -> Int? {
    let digits = trimmed(text)
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.dropFirst().allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { $0 == 0x30 } }) else {
      return nil
    }
    return Int(parts[0])
  }

  /// A number as pydantic reads it from text; none that JSON cannot hold.
  static func number(_ text: String) -> Double? {
    let digits = trimmed(text)
    guard digits.utf8.allSatisfy({ $0 &- 0x30 < 10 || "+-.eE".utf8.contains($0) }), let value = Double(digits),
      value.isFinite
    else { return nil }
    return value
  }

  private static func trimmed(_ text: String) -> Substring {
    let start = text.drop { $0.isWhitespace }
    return start.dropLast(start.reversed().prefix { $0.isWhitespace }.count)
  }

  /// JSON from a header's value: as it is, with percent escapes, in base64 or base64url. What is none of these comes
  /// back as it is, so that the error is about JSON.
  static func json(_ value: [UInt8]) -> [UInt8] {
    if value.first == UInt8(ascii: "{") || value.first == UInt8(ascii: "[") {
      // Percent signs in plain JSON are just text.
      if !value.contains(UInt8(ascii: "%")) || (try? JSONTree(value)) != nil { return value }
      return percentDecoded(value) ?? value
    }
    if value.contains(UInt8(ascii: "%")) { return percentDecoded(value) ?? value }
    var standard = value.map { byte in
      switch byte {
      case UInt8(ascii: "-"): UInt8(ascii: "+")
      case UInt8(ascii: "_"): UInt8(ascii: "/")
      default: byte
      }
    }
    while standard.last == UInt8(ascii: "=") { standard.removeLast() }
    while standard.count % 4 != 0 { standard.append(UInt8(ascii: "=")) }
    return Base64.decode(standard) ?? value
  }

  private static func percentDecoded(_ value: [UInt8]) -> [UInt8]? {
    var output: [UInt8] = []
    var position = 0
    while position < value.count {
      guard value[position] == UInt8(ascii: "%") else {
        output.append(value[position])
        position += 1
        continue
      }
      guard position + 2 < value.count, let high = hexadecimal(value[position + 1]),
        let low = hexadecimal(value[position + 2])
      else { return nil }
      output.append(high << 4 | low)
      position += 3
    }
    return output
  }

  static func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
