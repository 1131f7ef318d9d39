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

  /// - Parameter previous: the byte before `start`, 0 when there is none.
  /// - Returns: index of the first such place at or after `start`, or `text.count`. Where the second byte is not there
  ///   yet, it may be any.
  @inline(__always)
  package func next(in text: Span<UInt8>, from start: Int, previous: UInt8) -> Int {
    precondition(start >= 0 && start <= text.count)
    return text.withUnsafeBufferPointer { text in
      guard let base = text.baseAddress else { return 0 }
      return start + cscan_find_lead(base + start, text.count - start, previous, starts)
    }
  }

  /// Appends what stands before the first such place.
  ///
  /// - Parameter previous: the byte before the text, 0 when there is none.
  /// - Returns: how many bytes that is.
  @inline(__always)
  package func copy(_ text: Span<UInt8>, previous: UInt8, to output: inout [UInt8]) -> Int {
    var copied = 0
    // Not `self` in what follows: it would be retained for each chunk.
    let starts = starts
    output.append(addingCapacity: text.count) { output in
      output.withUnsafeMutableBufferPointer { room, count in
        text.withUnsafeBufferPointer { text in
          guard let from = text.baseAddress, let to = room.baseAddress, text.count > 0 else { return }
          copied = cscan_copy_to_lead(from, text.count, previous, starts, to + count)
          count += copied
        }
      }
    }
    return copied
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
        if word.contains(byte) { Self.insert(byte, &starts.word) }
        if behindWord.contains(byte) { insert(behindWord: byte) }
        if behindOther.contains(byte) { insert(behindOther: byte) }
      }
    }

    package mutating func insert(first byte: UInt8) { Self.insert(byte, &starts.first) }
    package mutating func insert(behindWord byte: UInt8) { Self.insert(byte, &starts.behind_word) }
    package mutating func insert(behindOther byte: UInt8) { Self.insert(byte, &starts.behind_other) }

    private static func insert(_ byte: UInt8, _ set: inout cscan_bytes) {
      withUnsafeMutableBytes(of: &set.rows) { $0[Int(byte >> 7) << 4 | Int(byte & 15)] |= 1 << (byte >> 4 & 7) }
    }
  }
}
