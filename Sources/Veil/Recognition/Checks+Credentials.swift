/// Checksums and encodings that issuers build into their tokens.
extension Validator {
  /// Prefix, `_`, 30 characters and six more that are their CRC-32 in base 62: GitHub since 2021 and npm.
  static func isBase62Token(_ text: Span<UInt8>) -> Bool {
    var start = 0
    while start < text.count, text[start] != UInt8(ascii: "_") { start += 1 }
    start += 1
    guard text.count - start == 36 else { return false }
    var check: UInt64 = 0
    for i in start + 30..<text.count {
      guard let value = base62Value(text[i]) else { return false }
      check = check * 62 + UInt64(value)
    }
    return check == UInt64(crc32(text.extracting(start..<start + 30)))
  }

  /// Grafana: `glsa_`, 32 characters, `_`, and the CRC-32 of all before that `_` in hexadecimal, lowest byte first.
  static func isGrafanaToken(_ text: Span<UInt8>) -> Bool {
    guard text.count > 10, text[text.count - 9] == UInt8(ascii: "_") else { return false }
    var check: UInt32 = 0
    for i in 0..<4 {
      guard let high = hexValue(text[text.count - 8 + 2 * i]), let low = hexValue(text[text.count - 7 + 2 * i]) else {
        return false
      }
      check |= UInt32(high << 4 | low) << UInt32(8 * i)
    }
    return check == crc32(text.extracting(0..<text.count - 9))
  }

  /// Discord: the part before the first stop is base64 of a bot's or user's number, 17 to 20 decimal digits.
  static func isDiscordToken(_ text: Span<UInt8>) -> Bool {
    var count = 0
    let isDecoded = forEachBase64Byte(text, until: UInt8(ascii: ".")) { byte in
      count += 1
      return byte &- 0x30 < 10
    }
    return isDecoded && (17...20).contains(count)
  }

  /// Base64 of `user:password`, as the Basic scheme (RFC 7617) and Docker's files hold it: printable ASCII or UTF-8,
  /// and a colon that is not the first character.
  static func isBasicCredentials(_ text: Span<UInt8>) -> Bool {
    var count = 0
    var colon = -1
    let isDecoded = forEachBase64Byte(text, until: UInt8(ascii: "=")) { byte in
      if byte == UInt8(ascii: ":"), colon < 0 { colon = count }
      count += 1
      return byte >= 0x20 && byte != 0x7F && byte < 0xF5
    }
    return isDecoded && colon > 0 && count > colon + 1
  }

  /// CRC-32 of IEEE 802.3, bit by bit: tokens are short, and a table would be longer than this.
  static func crc32(_ text: Span<UInt8>) -> UInt32 {
    var check = UInt32.max
    for i in text.indices {
      check ^= UInt32(text[i])
      for _ in 0..<8 { check = check & 1 == 0 ? check >> 1 : check >> 1 ^ 0xEDB8_8320 }
    }
    return ~check
  }

  /// Digits, then capitals, then small letters.
  private static func base62Value(_ byte: UInt8) -> Int? {
    switch byte {
    case 0x30...0x39: Int(byte) - 0x30
    case 0x41...0x5A: Int(byte) - 0x41 + 10
    case 0x61...0x7A: Int(byte) - 0x61 + 36
    default: nil
    }
  }

  /// Decodes base64 or base64url up to a byte that ends it, and hands each byte on until one is refused.
  private static func forEachBase64Byte(_ text: Span<UInt8>, until end: UInt8, _ accepts: (UInt8) -> Bool) -> Bool {
    var bits: UInt32 = 0
    var count: UInt32 = 0
    for i in text.indices {
      let byte = text[i]
      if byte == end { break }
      let value: UInt8
      switch byte {
      case 0x41...0x5A: value = byte - 0x41
      case 0x61...0x7A: value = byte - 0x61 + 26
      case 0x30...0x39: value = byte - 0x30 + 52
      case UInt8(ascii: "-"), UInt8(ascii: "+"): value = 62
      case UInt8(ascii: "_"), UInt8(ascii: "/"): value = 63
      default: return false
      }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        guard accepts(UInt8(truncatingIfNeeded: bits >> count)) else { return false }
      }
    }
    return true
  }
}

extension Validator {
  /// The checks of this file.
  static let credentials: [Validator] = [
    Validator(
      "base62-token", "Six last characters are the CRC-32 of the thirty before them in base 62 (GitHub, npm)",
      isBase62Token),
    Validator(
      "grafana-token",
      "Eight last hexadecimal digits are the CRC-32 of what stands before them, lowest byte first (Grafana's source)",
      isGrafanaToken),
    Validator("discord-token", "First part is base64 of 17 to 20 decimal digits (Discord's reference)", isDiscordToken),
    Validator("basic-credentials", "Base64 of a user name, a colon and a password (RFC 7617)", isBasicCredentials),
  ]
}
