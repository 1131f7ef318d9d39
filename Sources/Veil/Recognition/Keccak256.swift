/// Keccak-256 as Ethereum and Monero use it: the sponge of SHA-3 (FIPS 202) with the padding that it had before it became
/// a standard. For checksums of short texts; nothing is allocated.
struct Keccak256 {
  typealias Digest = InlineArray<32, UInt8>

  /// Bytes that go in between two permutations.
  private static let rate = 136

  private static let roundConstants: InlineArray<24, UInt64> = [
    0x0000_0000_0000_0001, 0x0000_0000_0000_8082, 0x8000_0000_0000_808a, 0x8000_0000_8000_8000,
    0x0000_0000_0000_808b, 0x0000_0000_8000_0001, 0x8000_0000_8000_8081, 0x8000_0000_0000_8009,
    0x0000_0000_0000_008a, 0x0000_0000_0000_0088, 0x0000_0000_8000_8009, 0x0000_0000_8000_000a,
    0x0000_0000_8000_808b, 0x8000_0000_0000_008b, 0x8000_0000_0000_8089, 0x8000_0000_0000_8003,
    0x8000_0000_0000_8002, 0x8000_0000_0000_0080, 0x0000_0000_0000_800a, 0x8000_0000_8000_000a,
    0x8000_0000_8000_8081, 0x8000_0000_0000_8080, 0x0000_0000_8000_0001, 0x8000_0000_8000_8008,
  ]
  /// How far the lanes are turned, and where they go, along the one cycle that visits all but the first.
  private static let turns: InlineArray<24, UInt64> = [
    1, 3, 6, 10, 15, 21, 28, 36, 45, 55, 2, 14, 27, 41, 56, 8, 25, 43, 62, 18, 39, 61, 20, 44,
  ]
  private static let path: InlineArray<24, Int> = [
    10, 7, 11, 17, 18, 3, 5, 16, 8, 21, 24, 4, 15, 23, 19, 13, 12, 2, 20, 14, 22, 9, 6, 1,
  ]

  private var lanes = InlineArray<25, UInt64>(repeating: 0)

  static func hash(_ message: Span<UInt8>) -> Digest {
    var sponge = Keccak256()
    var position = 0
    for i in message.indices {
      sponge.add(message[i], at: position)
      position += 1
      if position == rate {
        sponge.permute()
        position = 0
      }
    }
    sponge.add(0x01, at: position)
    sponge.add(0x80, at: rate - 1)
    sponge.permute()
    var digest = Digest(repeating: 0)
    for i in 0..<32 { digest[i] = UInt8(truncatingIfNeeded: sponge.lanes[i / 8] >> UInt64(i % 8 * 8)) }
    return digest
  }

  private mutating func add(_ byte: UInt8, at position: Int) {
    lanes[position / 8] ^= UInt64(byte) << UInt64(position % 8 * 8)
  }

  private mutating func permute() {
    var columns = InlineArray<5, UInt64>(repeating: 0)
    for round in 0..<24 {
      for x in 0..<5 { columns[x] = lanes[x] ^ lanes[x + 5] ^ lanes[x + 10] ^ lanes[x + 15] ^ lanes[x + 20] }
      for x in 0..<5 {
        let change = columns[(x + 4) % 5] ^ Self.rotate(columns[(x + 1) % 5], 1)
        for y in 0..<5 { lanes[x + 5 * y] ^= change }
      }
      var carried = lanes[1]
      for step in 0..<24 {
        let place = Self.path[step]
        let next = lanes[place]
        lanes[place] = Self.rotate(carried, Self.turns[step])
        carried = next
      }
      for y in 0..<5 {
        for x in 0..<5 { columns[x] = lanes[x + 5 * y] }
        for x in 0..<5 { lanes[x + 5 * y] = columns[x] ^ ~columns[(x + 1) % 5] & columns[(x + 2) % 5] }
      }
      lanes[0] ^= Self.roundConstants[round]
    }
  }

  private static func rotate(_ lane: UInt64, _ count: UInt64) -> UInt64 { lane << count | lane >> (64 - count) }
}
