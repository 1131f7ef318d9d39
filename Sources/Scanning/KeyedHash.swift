/// A fast hash of bytes for tables in memory. It is keyed by a secret of this process, so that nobody can choose texts
/// whose hashes are the same.
package struct KeyedHash: Sendable {
  private let first: UInt64
  private let second: UInt64

  /// The process's own.
  package static let shared = KeyedHash()

  private init() {
    first = .random(in: 0...UInt64.max)
    // Odd, so that multiplying by it loses nothing.
    second = .random(in: 0...UInt64.max) | 1
  }

  /// - Parameter tag: tells things apart that have the same bytes.
  @inline(__always)
  package func callAsFunction(_ bytes: Span<UInt8>, tag: Int) -> Int {
    bytes.withUnsafeBufferPointer { self($0, tag: tag) }
  }

  package func callAsFunction(_ bytes: UnsafeBufferPointer<UInt8>, tag: Int) -> Int {
    var state = first ^ UInt64(truncatingIfNeeded: tag) &* 0x9E37_79B9_7F4A_7C15
    var left = bytes.count
    if let base = bytes.baseAddress {
      var place = UnsafeRawPointer(base)
      while left >= 8 {
        state = mixed(state ^ UInt64(littleEndian: place.loadUnaligned(as: UInt64.self)))
        place += 8
        left -= 8
      }
      var rest: UInt64 = 0
      for offset in 0..<left {
        rest |= UInt64(place.load(fromByteOffset: offset, as: UInt8.self)) << UInt64(8 * offset)
      }
      state = mixed(state ^ rest)
    }
    return Int(truncatingIfNeeded: mixed(state ^ UInt64(bytes.count)))
  }

  /// The same for a few numbers.
  @inline(__always)
  package func callAsFunction(_ a: UInt64, _ b: UInt64, _ c: UInt64) -> Int {
    Int(truncatingIfNeeded: mixed(mixed(mixed(first ^ a) ^ b) ^ c))
  }

  @inline(__always)
  private func mixed(_ value: UInt64) -> UInt64 {
    let product = (value ^ first).multipliedFullWidth(by: second)
    return product.high ^ product.low
  }
}
