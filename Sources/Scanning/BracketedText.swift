import CScan

/// A short text that ends with a square bracket, kept and compared without allocation.
package struct BracketedText: Equatable, Sendable {
  @usableFromInline let bytes: (UInt64, UInt64, UInt64)
  package let count: Int

  /// What stands from `start` to the first `]` with it; nil when that is more than 24 bytes.
  @inlinable @inline(__always)
  package init?(_ text: Span<UInt8>, at start: Int) {
    precondition(start >= 0 && start < text.count)
    var key: (UInt64, UInt64, UInt64) = (0, 0, 0)
    count = text.withUnsafeBufferPointer { text in
      withUnsafeMutablePointer(to: &key) {
        $0.withMemoryRebound(to: UInt64.self, capacity: 3) {
          cscan_bracketed(text.baseAddress! + start, text.count - start, $0)
        }
      }
    }
    if count == 0 { return nil }
    bytes = key
  }

  package var keyedHash: Int { KeyedHash.shared(bytes.0, bytes.1, bytes.2) }

  package static func == (a: Self, b: Self) -> Bool { a.bytes == b.bytes }
}
