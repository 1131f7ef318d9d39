import CScan

/// Finds places where something may begin that is told by its first two bytes, many bytes at a time. Make it once for
/// each kind of thing.
package final class PlaceStarts: Sendable {
  // Written once, before anyone else can see it.
  nonisolated(unsafe) private let starts: UnsafeMutablePointer<cscan_leads>

  package init(_ sets: Sets) {
    starts = .allocate(capacity: 1)
    starts.initialize(to: sets.starts)
  }

  deinit { starts.deallocate() }

  /// Appends what stands from `start` on before the first such place. Where the second byte is not there yet, it may be
  /// any.
  ///
  /// - Parameter previous: the byte before `start`, 0 when there is none.
  /// - Returns: index of that place, or `text.count`.
  package func copy(_ text: Span<UInt8>, from start: Int, previous: UInt8, to output: inout [UInt8]) -> Int {
    precondition(start >= 0 && start <= text.count)
    var end = start
    // Not `self` in what follows: it would be retained for each chunk.
    let starts = starts
    output.append(addingCapacity: text.count - start + Int(CSCAN_LEAD_ROOM)) { output in
      output.withUnsafeMutableBufferPointer { room, count in
        text.withUnsafeBufferPointer { text in
          guard let from = text.baseAddress, let to = room.baseAddress else { return }
          end = cscan_copy_to_lead(from, text.count, start, previous, starts, to + count)
          count += end - start
        }
      }
    }
    return end
  }

  /// The bytes that tell, as the kernel takes them, so that a few can be added quickly.
  package struct Sets: Sendable {
    fileprivate var starts = cscan_leads()

    /// - Parameters:
    ///   - first: what it may begin with; bytes of `word` count at the beginning of a word only.
    ///   - behindWord: what may follow a first byte that is in `word`.
    ///   - behindOther: what may follow any other first byte.
    package init(first: ByteSet, word: ByteSet, behindWord: ByteSet, behindOther: ByteSet) {
      for byte in UInt8.min...UInt8.max {
        if first.contains(byte) { insert(first: byte) }
        if word.contains(byte) { Self.insert(byte, &starts.here, 1) }
        if behindWord.contains(byte) { insert(behindWord: byte) }
        if behindOther.contains(byte) { insert(behindOther: byte) }
      }
    }

    package mutating func insert(first byte: UInt8) { Self.insert(byte, &starts.here, 0) }
    package mutating func insert(behindWord byte: UInt8) { Self.insert(byte, &starts.behind, 0) }
    package mutating func insert(behindOther byte: UInt8) { Self.insert(byte, &starts.behind, 1) }

    private static func insert(_ byte: UInt8, _ sets: inout cscan_two_sets, _ set: Int) {
      withUnsafeMutableBytes(of: &sets.rows) {
        $0[Int(byte >> 7) << 5 | set << 4 | Int(byte & 15)] |= 1 << (byte >> 4 & 7)
      }
    }
  }
}
