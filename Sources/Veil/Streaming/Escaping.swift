/// How restored values are written where they land.
public enum Escaping: Sendable, CaseIterable {
  /// As they are.
  case none
  /// Inside a JSON string (RFC 8259). The text is JSON; where one of its strings is JSON again, values in the strings
  /// of that are escaped twice, and so on.
  case json
  /// In HTML text or a quoted attribute.
  case html
  /// In a URL: everything but unreserved characters (RFC 3986) as percent escapes.
  case url

  func append(_ value: Span<UInt8>, to output: inout [UInt8]) {
    switch self {
    case .none: output.append(value, value.indices)
    case .json: for index in value.indices { Self.appendJSON(value[index], to: &output) }
    case .html: for index in value.indices { Self.appendHTML(value[index], to: &output) }
    case .url: for index in value.indices { Self.appendURL(value[index], to: &output) }
    }
  }

  /// - Parameter depth: Of strings in each other.
  func append(_ value: Span<UInt8>, depth: Int, to output: inout [UInt8]) {
    if depth <= 1 { return append(value, to: &output) }
    var inner: [UInt8] = []
    append(value, to: &inner)
    append(inner.span, depth: depth - 1, to: &output)
  }

  private static func appendJSON(_ byte: UInt8, to output: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): output += [UInt8(ascii: "\\"), byte]
    case UInt8(ascii: "\n"): output += "\\n".utf8
    case UInt8(ascii: "\r"): output += "\\r".utf8
    case UInt8(ascii: "\t"): output += "\\t".utf8
    case 0..<0x20: output += "\\u00".utf8 + hexadecimal(byte)
    default: output.append(byte)
    }
  }

  private static func appendHTML(_ byte: UInt8, to output: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "&"): output += "&amp;".utf8
    case UInt8(ascii: "<"): output += "&lt;".utf8
    case UInt8(ascii: ">"): output += "&gt;".utf8
    case UInt8(ascii: "\""): output += "&quot;".utf8
    case UInt8(ascii: "'"): output += "&#39;".utf8
    default: output.append(byte)
    }
  }

  private static func appendURL(_ byte: UInt8, to output: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"):
      output.append(byte)
    default: output += "%".utf8 + hexadecimal(byte)
    }
  }

  private static func hexadecimal(_ byte: UInt8) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    return [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }
}
