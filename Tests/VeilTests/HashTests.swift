import Testing

@testable import Veil

/// The hashes behind the checksums of addresses, on the vectors that their authors published, and what uses them.
@Suite struct HashTests {
  static let messages = [
    "", "abc", "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", String(repeating: "a", count: 1_000_000),
  ]

  /// FIPS 180-4's examples.
  @Test(
    arguments: zip(
      messages,
      [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0",
      ]))
  func sha256(_ message: String, _ digest: String) {
    let bytes = Array(message.utf8)
    let result1 = Self.hexadecimal(SHA256.hash(bytes.span))
    #expect(result1 == digest)
  }

  /// Of so many letters `a`: none (Ethereum's hash of nothing), and up to just before, at and behind a block's end.
  @Test(
    arguments: [
      (0, "c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470"),
      (135, "34367dc248bbd832f4e3e69dfaac2f92638bd0bbd18f2912ba4ef454919cf446"),
      (136, "a6c4d403279fe3e0af03729caada8374b5ca54d8065329a3ebcaeb4b60aa386e"),
      (137, "d869f639c7046b4929fc92a4d988a8b22c55fbadb802c0c66ebcd484f1915f39"),
    ])
  func keccak256(_ count: Int, _ digest: String) {
    let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: count)
    let result2 = Self.hexadecimal(Keccak256.hash(bytes.span))
    #expect(result2 == digest)
  }

  /// IEEE 802.3's check value.
  @Test func crc32() {
    let bytes = Array("123456789".utf8)
    let result3 = Validator.crc32(bytes.span)
    #expect(result3 == 0xCBF4_3926)
  }

  /// EIP-55, BIP 173 and BIP 350 list what passes and what does not.
  @Test(
    arguments: [
      "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
      "0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB", "0x52908400098527886E0F7030069857D2E4169EE7",
    ])
  func mixedCaseAddress(_ address: String) {
    var bytes = Array(address.utf8)
    let result4 = Validator.isEthereumAddress(bytes.span)
    #expect(result4)
    guard let place = bytes.lastIndex(where: { ($0 | 0x20) &- 0x61 < 6 }) else { return }
    bytes[place] ^= 0x20
    let result5 = Validator.isEthereumAddress(bytes.span)
    #expect(!result5)
  }

  @Test func bech32() {
    for text in [
      "A12UEL5L", "a12uel5l", "A1LQFN3A", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
      "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0",
    ] {
      let bytes = Array(text.utf8)
      let result6 = Validator.isBech32(bytes.span)
      #expect(result6, "\(text)")
    }
    for text in ["A1G7SGD8", "10a06t8", "1qzzfhee", "a12UEL5L", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5"] {
      let bytes = Array(text.utf8)
      let result7 = Validator.isBech32(bytes.span)
      #expect(!result7, "\(text)")
    }
  }

  /// The first block's address, and the one whose every digit but the checksum is the smallest.
  @Test func base58Check() {
    for (text, isValid) in [
      ("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", true), ("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb", false),
      ("1111111111111111111114oLvT2", true), ("1111111111111111111114oLvT1", false),
    ] {
      let bytes = Array(text.utf8)
      let result8 = Validator.isBase58Address(bytes.span)
      #expect(result8 == isValid, "\(text)")
    }
  }

  private static func hexadecimal(_ digest: InlineArray<32, UInt8>) -> String {
    digest.indices.map { (digest[$0] < 16 ? "0" : "") + String(digest[$0], radix: 16) }.joined()
  }
}
