extension Validator {
  /// RFC 7519: the part before the first dot is base64url of a JSON object that names its algorithm.
  static func isJWT(_ text: Span<UInt8>) -> Bool {
    var header: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for i in text.indices {
      let byte = text[i]
      if byte == UInt8(ascii: ".") { break }
      let value: UInt32
      switch byte {
      case 0x41...0x5A: value = UInt32(byte) - 0x41
      case 0x61...0x7A: value = UInt32(byte) - 0x61 + 26
      case 0x30...0x39: value = UInt32(byte) - 0x30 + 52
      case UInt8(ascii: "-"), UInt8(ascii: "+"): value = 62
      case UInt8(ascii: "_"), UInt8(ascii: "/"): value = 63
      default: return false
      }
      bits = bits << 6 | value
      count += 6
      if count >= 8 {
        count -= 8
        header.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    let wanted = Array("\"alg\"".utf8)
    guard header.first == UInt8(ascii: "{"), header.count > wanted.count else { return false }
    return (0...header.count - wanted.count).contains { header[$0..<$0 + wanted.count].elementsEqual(wanted) }
  }

  /// At least two of lower case, upper case, digits and others, no template marks, and Shannon entropy above 3 bits a
  /// byte: what people and programs choose as a secret, not what they write in its place.
  static func isRandom(_ text: Span<UInt8>) -> Bool {
    guard text.count >= 8 else { return false }
    var counts = [Int](repeating: 0, count: 256)
    var kinds = 0
    for i in text.indices {
      let byte = text[i]
      counts[Int(byte)] += 1
      switch byte {
      case 0x30...0x39: kinds |= 1
      case 0x41...0x5A: kinds |= 2
      case 0x61...0x7A: kinds |= 4
      case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "$"),
        UInt8(ascii: "("):
        return false
      default: kinds |= 8
      }
    }
    guard kinds.nonzeroBitCount >= 2 else { return false }
    // Sum of c·log2(c) needs no library: log2 is linear enough between powers of two for a threshold.
    let total = Double(text.count)
    let weighted = counts.reduce(0.0) { $1 > 1 ? $0 + Double($1) * approximateLog2(Double($1)) : $0 }
    return approximateLog2(total) - weighted / total > 3.0
  }

  /// Within 0.09 of the binary logarithm of a number from 1 on.
  private static func approximateLog2(_ value: Double) -> Double {
    Double(value.exponent) + (value.significand - 1)
  }
}
