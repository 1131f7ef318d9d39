/// The `traceparent` header of W3C Trace Context.
struct TraceParent: Sendable, Hashable {
  /// 32 hexadecimal digits in lower case.
  let trace: String
  /// 16 of them.
  let span: String
  let isSampled: Bool

  /// - Returns: nil for what the specification says to ignore.
  init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count >= 4, parts.map(\.utf8.count).starts(with: [2, 32, 16, 2]),
      parts.prefix(4).allSatisfy({ $0.utf8.allSatisfy(Self.isHexadecimal) }),
      parts[0] != "ff", parts[0] != "00" || parts.count == 4,
      parts[1].contains(where: { $0 != "0" }), parts[2].contains(where: { $0 != "0" }),
      let flags = UInt8(parts[3], radix: 16)
    else { return nil }
    trace = String(parts[1])
    span = String(parts[2])
    isSampled = flags & 1 == 1
  }

  /// What is sent upstream: the same trace, with the gateway's own span.
  func child(span: UInt64) -> String {
    let digits = String(max(span, 1), radix: 16)
    return "00-\(trace)-\(String(repeating: "0", count: 16 - digits.count))\(digits)-\(isSampled ? "01" : "00")"
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 || byte &- 0x61 < 6 }
}
