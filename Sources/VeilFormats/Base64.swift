/// Base 64 with padding (RFC 4648, section 4).
package enum Base64 {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  private static let padding = UInt8(ascii: "=")

  package static func encode(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits: UInt32 = 0
      for index in 0..<3 { bits = bits << 8 | (index < group.count ? UInt32(group[start + index]) : 0) }
      for index in 0..<4 {
        text.append(index <= group.count ? alphabet[Int(bits >> UInt32(18 - 6 * index) & 63)] : padding)
      }
    }
    return text
  }

  /// - Returns: nil when `text` is not what ``encode(_:)`` writes.
  package static func decode(_ text: [UInt8]) -> [UInt8]? {
    guard text.count.isMultiple(of: 4) else { return nil }
    var bytes: [UInt8] = []
    for start in stride(from: 0, to: text.count, by: 4) {
      let group = text[start..<start + 4]
      let padded = group.reversed().prefix { $0 == padding }.count
      guard padded == 0 || padded <= 2 && start + 4 == text.count else { return nil }
      var bits: UInt32 = 0
      for byte in group.dropLast(padded) {
        guard let value = alphabet.firstIndex(of: byte) else { return nil }
        bits = bits << 6 | UInt32(value)
      }
      bits <<= UInt32(6 * padded)
      for index in 0..<3 - padded { bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(16 - 8 * index))) }
    }
    return encode(bytes) == text ? bytes : nil
  }
}
