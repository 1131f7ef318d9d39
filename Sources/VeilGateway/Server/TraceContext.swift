/// The W3C trace context of a request: https://www.w3.org/TR/trace-context/
struct TraceContext: Sendable, Hashable {
  /// 32 lower-case hexadecimal digits.
  var trace: String
  /// The caller's span, 16 digits.
  var parent: String
  var flags: String

  /// - Returns: nil for what is not valid; the specification has it ignored then.
  init?(_ header: String) {
    let parts = header.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count >= 4, parts[0].count == 2, Self.isHexadecimal(parts[0]), parts[0] != "ff",
      parts[0] != "00" || parts.count == 4, parts[1].count == 32, Self.isHexadecimal(parts[1]),
      parts[1].contains(where: { $0 != "0" }), parts[2].count == 16, Self.isHexadecimal(parts[2]),
      parts[2].contains(where: { $0 != "0" }), parts[3].count == 2, Self.isHexadecimal(parts[3])
    else { return nil }
    (trace, parent, flags) = (String(parts[1]), String(parts[2]), String(parts[3]))
  }

  /// What the provider gets: the same trace, a span of the gateway's own.
  var child: String { "00-\(trace)-\(Self.randomDigits(16))-\(flags)" }

  /// - Parameter count: at most 16 for each word of randomness.
  static func randomDigits(_ count: Int) -> String {
    var digits = ""
    while digits.count < count {
      let word = String(UInt64.random(in: 1...UInt64.max), radix: 16)
      digits += String(repeating: "0", count: 16 - word.count) + word
    }
    return String(digits.prefix(count))
  }

  private static func isHexadecimal(_ text: Substring) -> Bool {
    text.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 || UInt8(ascii: "a")...UInt8(ascii: "f") ~= $0 }
  }
}
