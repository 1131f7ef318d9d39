/// Addresses and keys of crypto currencies, by the checksums that are part of them.
extension Validator {
  // MARK: Base58Check

  /// An address of Bitcoin, Litecoin, Dogecoin, Dash, Zcash or Tron: version, hash of 20 bytes, and the first four bytes
  /// of the double SHA-256 of both.
  static func isBase58Address(_ text: Span<UInt8>) -> Bool {
    guard (26...36).contains(text.count), let payload = Base58(text, alphabet: .bitcoin) else { return false }
    switch payload.count {
    case 25:
      switch payload[0] {
      // 1…, 3…, L…, M…, D…, A… or 9…, X…, 7…, T…
      case 0x00, 0x05, 0x30, 0x32, 0x1E, 0x16, 0x4C, 0x10, 0x41: return payload.hasChecksum
      default: return false
      }
    // Zcash has versions of two bytes: t1… and t3….
    case 26: return payload[0] == 0x1C && (payload[1] == 0xB8 || payload[1] == 0xBD) && payload.hasChecksum
    default: return false
    }
  }

  /// An XRP Ledger address: as Bitcoin's, in an alphabet of its own.
  static func isXRPAddress(_ text: Span<UInt8>) -> Bool {
    guard (25...35).contains(text.count), let payload = Base58(text, alphabet: .ripple) else { return false }
    return payload.count == 25 && payload[0] == 0 && payload.hasChecksum
  }

  /// A private key in the wallet import format, or an extended key (BIP 32), by its Base58Check checksum.
  static func isBase58Key(_ text: Span<UInt8>) -> Bool {
    guard (51...112).contains(text.count), let payload = Base58(text, alphabet: .bitcoin) else { return false }
    switch payload.count {
    case 37, 38: return [0x80, 0xEF, 0xB0, 0x9E].contains(payload[0]) && payload.hasChecksum
    case 82: return payload[0] == 0x04 && payload.hasChecksum
    default: return false
    }
  }

  // MARK: Bech32

  /// A bech32 (BIP 173) or bech32m (BIP 350) text: the part before the last `1` and all after it give one of the two
  /// constants under the code's polynomial. Never of mixed case.
  static func isBech32(_ text: Span<UInt8>) -> Bool {
    var separator = -1
    var hasLower = false
    var hasUpper = false
    for i in text.indices {
      if text[i] == UInt8(ascii: "1") { separator = i }
      if text[i] &- 0x61 < 26 { hasLower = true }
      if text[i] &- 0x41 < 26 { hasUpper = true }
    }
    guard separator > 0, text.count - separator > 6, text.count <= 120, !(hasLower && hasUpper) else { return false }
    var check: UInt32 = 1
    for i in 0..<separator { check = bech32Step(check, UInt32(text[i] | 0x20) >> 5) }
    check = bech32Step(check, 0)
    for i in 0..<separator { check = bech32Step(check, UInt32(text[i] | 0x20) & 31) }
    for i in separator + 1..<text.count {
      guard let value = bech32Value(text[i] &- 0x41 < 26 ? text[i] | 0x20 : text[i]) else { return false }
      check = bech32Step(check, value)
    }
    return check == 1 || check == 0x2BC8_30A3
  }

  private static func bech32Step(_ check: UInt32, _ value: UInt32) -> UInt32 {
    let top = check >> 25
    var next = (check & 0x1FF_FFFF) << 5 ^ value
    if top & 1 != 0 { next ^= 0x3B6A_57B2 }
    if top & 2 != 0 { next ^= 0x2650_8E6D }
    if top & 4 != 0 { next ^= 0x1EA1_19FA }
    if top & 8 != 0 { next ^= 0x3D42_33DD }
    if top & 16 != 0 { next ^= 0x2A14_62B3 }
    return next
  }

  private static let bech32Alphabet: StaticString = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"

  private static func bech32Value(_ byte: UInt8) -> UInt32? {
    for value in 0..<32 where bech32Alphabet.utf8Start[value] == byte { return UInt32(value) }
    return nil
  }

  // MARK: Keccak

  /// `0x` and 40 hexadecimal digits. In mixed case each letter's case is a bit of the checksum (EIP-55); all in one case
  /// there is none.
  static func isEthereumAddress(_ text: Span<UInt8>) -> Bool {
    guard text.count == 42, text[0] == UInt8(ascii: "0"), text[1] | 0x20 == UInt8(ascii: "x") else { return false }
    var lowered = InlineArray<40, UInt8>(repeating: 0)
    var hasLower = false
    var hasUpper = false
    for i in 0..<40 {
      let byte = text[i + 2]
      guard hexValue(byte) != nil else { return false }
      if byte &- 0x61 < 26 { hasLower = true }
      if byte &- 0x41 < 26 { hasUpper = true }
      lowered[i] = byte | 0x20
    }
    guard hasLower, hasUpper else { return true }
    let digest = Keccak256.hash(lowered.span)
    for i in 0..<40 where lowered[i] >= 0x61 {
      let isUpper = digest[i / 2] >> (i % 2 == 0 ? 4 : 0) & 8 != 0
      if isUpper != (text[i + 2] &- 0x41 < 26) { return false }
    }
    return true
  }

  /// A Monero address: Base58 in blocks of eight bytes, the last four bytes being Keccak-256's first of all before.
  static func isMoneroAddress(_ text: Span<UInt8>) -> Bool {
    guard text.count == 95 || text.count == 106 else { return false }
    var bytes = InlineArray<77, UInt8>(repeating: 0)
    var count = 0
    var start = 0
    while start < text.count {
      // Eleven characters are eight bytes; the rest, seven characters, five bytes.
      let length = min(11, text.count - start)
      let width = length == 11 ? 8 : 5
      guard length == 11 || length == 7 else { return false }
      var number: UInt64 = 0
      for i in start..<start + length {
        guard let value = Base58.Alphabet.bitcoin.value(text[i]) else { return false }
        let (product, isOver) = number.multipliedReportingOverflow(by: 58)
        let (sum, isPast) = product.addingReportingOverflow(UInt64(value))
        guard !isOver, !isPast else { return false }
        number = sum
      }
      guard width == 8 || number >> 40 == 0 else { return false }
      for i in 0..<width { bytes[count + i] = UInt8(truncatingIfNeeded: number >> UInt64((width - 1 - i) * 8)) }
      count += width
      start += length
    }
    // Main net: standard, with payment id, sub-address.
    guard bytes[0] == 18 || bytes[0] == 19 || bytes[0] == 42 else { return false }
    let digest = Keccak256.hash(bytes.span.extracting(0..<count - 4))
    for i in 0..<4 where digest[i] != bytes[count - 4 + i] { return false }
    return true
  }
}

/// A text in base 58 as the bytes that it stands for; at most 82, the size of an extended key.
struct Base58 {
  struct Alphabet {
    let characters: StaticString

    static let bitcoin = Alphabet(characters: "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz")
    static let ripple = Alphabet(characters: "rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz")

    func value(_ byte: UInt8) -> Int? {
      for value in 0..<58 where characters.utf8Start[value] == byte { return value }
      return nil
    }
  }

  private static let capacity = 82

  /// The number, its last byte at the end of the array.
  private var bytes = InlineArray<82, UInt8>(repeating: 0)
  private(set) var count = 0

  /// - Returns: nil when a character is not of the alphabet, or the number too large.
  init?(_ text: Span<UInt8>, alphabet: Alphabet) {
    var leading = 0
    for i in text.indices {
      guard var carry = alphabet.value(text[i]) else { return nil }
      if carry == 0, count == 0 {
        leading += 1
        continue
      }
      var place = Self.capacity - 1
      while carry > 0 || place >= Self.capacity - count {
        guard place >= 0 else { return nil }
        carry += Int(bytes[place]) * 58
        bytes[place] = UInt8(carry & 0xFF)
        carry >>= 8
        place -= 1
      }
      count = Self.capacity - 1 - place
    }
    // Each leading zero digit is a zero byte.
    count += leading
    guard count <= Self.capacity else { return nil }
  }

  subscript(index: Int) -> UInt8 { bytes[Self.capacity - count + index] }

  /// Whether the last four bytes are the first of the double SHA-256 of all before.
  var hasChecksum: Bool {
    guard count > 4 else { return false }
    let start = Self.capacity - count
    let once = SHA256.hash(bytes.span.extracting(start..<Self.capacity - 4))
    let twice = SHA256.hash(once.span)
    for i in 0..<4 where twice[i] != bytes[Self.capacity - 4 + i] { return false }
    return true
  }
}

extension Validator {
  /// The checks of this file.
  static let crypto: [Validator] = [
    Validator(
      "base58-address",
      "Base58Check with a version of Bitcoin, Litecoin, Dogecoin, Dash, Zcash or Tron: double SHA-256", isBase58Address),
    Validator(
      "base58-key", "Base58Check of a private key in wallet import format or of an extended key (BIP 32)", isBase58Key),
    Validator("xrp", "Base58Check in the XRP Ledger's alphabet: double SHA-256", isXRPAddress),
    Validator("bech32", "The polynomial of bech32 and bech32m (BIP 173, BIP 350)", isBech32),
    Validator(
      "ethereum", "In mixed case the letters' case is Keccak-256's bits (EIP-55); in one case the form alone",
      isEthereumAddress),
    Validator("monero", "Base58 in blocks, four bytes of Keccak-256 (Monero)", isMoneroAddress),
  ]
}
