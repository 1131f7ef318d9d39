import CScan

/// A set of byte values.
package struct ByteSet: Sendable, Hashable {
  private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

  package init() {}

  /// - Parameter bits: one for each byte, from 0 on.
  init(bits: (UInt64, UInt64, UInt64, UInt64)) { words = bits }

  var bits: (UInt64, UInt64, UInt64, UInt64) { words }

  package init(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { insert(byte) }
  }

  /// Every byte value.
  package static let all = ByteSet(0...255)

  package subscript(byte: UInt8) -> Bool { contains(byte) }

  @inline(__always)
  package func contains(_ byte: UInt8) -> Bool {
    let word =
      switch byte >> 6 {
      case 0: words.0
      case 1: words.1
      case 2: words.2
      default: words.3
      }
    return word >> UInt64(byte & 63) & 1 == 1
  }

  package mutating func insert(_ byte: UInt8) {
    let bit: UInt64 = 1 << UInt64(byte & 63)
    switch byte >> 6 {
    case 0: words.0 |= bit
    case 1: words.1 |= bit
    case 2: words.2 |= bit
    default: words.3 |= bit
    }
  }

  package mutating func formUnion(_ other: ByteSet) {
    words.0 |= other.words.0
    words.1 |= other.words.1
    words.2 |= other.words.2
    words.3 |= other.words.3
  }

  package func union(_ other: ByteSet) -> ByteSet {
    var result = self
    result.formUnion(other)
    return result
  }

  package var isEmpty: Bool { self == ByteSet() }

  /// How many byte values are in the set.
  package var count: Int {
    words.0.nonzeroBitCount + words.1.nonzeroBitCount + words.2.nonzeroBitCount + words.3.nonzeroBitCount
  }

  package static func == (a: ByteSet, b: ByteSet) -> Bool { a.words == b.words }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(words.0)
    hasher.combine(words.1)
    hasher.combine(words.2)
    hasher.combine(words.3)
  }

  /// The set as the kernels take it. They tell bytes from 0x80 on as a whole: all are in when any is.
  var scan: cscan_set {
    var set = cscan_set()
    withUnsafeMutableBytes(of: &set.low) { low in
      for byte in UInt8(0)..<0x80 where contains(byte) { low[Int(byte & 15)] |= 1 << (byte >> 4) }
    }
    set.high = words.2 | words.3 == 0 ? 0 : 1
    return set
  }
}

/// Finds the next byte of a set, many bytes at a time. Make it once for each set.
///
/// Bytes from 0x80 on are told as a whole: when the set has any of them, each of them counts as found.
package struct ByteFinder: Sendable {
  private let set: cscan_set

  package init(_ set: ByteSet) { self.set = set.scan }

  /// - Returns: Index of the first byte of the set at or after `start`, or `text.count`.
  package func firstIndex(in text: UnsafeBufferPointer<UInt8>, from start: Int = 0) -> Int {
    precondition(start >= 0 && start <= text.count)
    guard let base = text.baseAddress else { return 0 }
    return withUnsafePointer(to: set) { start + cscan_find(base + start, text.count - start, $0) }
  }

  /// - Returns: Index of the first byte of the set at or after `start`, or `text.count`.
  package func firstIndex(in text: Span<UInt8>, from start: Int = 0) -> Int {
    text.withUnsafeBufferPointer { firstIndex(in: $0, from: start) }
  }
}
