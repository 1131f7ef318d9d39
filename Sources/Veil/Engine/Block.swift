/// A piece of a text with enough of what surrounds it to be analysed by itself.
///
/// Where a text is cut depends on its content alone, never on the chunks in which it arrived: that is why chunking is
/// invisible, and why blocks can be analysed in any order and on any thread.
public struct Block: Sendable {
  /// Bytes before the core, the core, bytes after it.
  var bytes: [UInt8]
  /// The part whose findings this block is responsible for, as offsets into `bytes`.
  var core: Range<Int>
  /// Offset of `bytes[0]` in the text.
  var offset: Int
  /// Whether no block follows.
  var isLast: Bool
  /// Whether the text ends with `bytes`: true for the last block, and for those before it that see its end.
  var endsText: Bool
  /// How many bytes before the core are no text but the label of the field that the text stands in.
  var label = 0

  /// The core's place in the text.
  public var range: Range<Int> { offset + core.lowerBound..<offset + core.upperBound }
}

/// Cuts a stream of bytes into blocks, in memory bounded by the policy's limits.
public struct BlockCutter: ~Copyable {
  private let limits: Policy.Limits
  /// From the first byte that a coming block may want to look back at.
  private var buffer: [UInt8] = []
  private var offset = 0
  private var coreStart = 0
  private var isFinished = false
  private var label = 0
  /// Storage of a block that nobody needs any more.
  private var spare: [UInt8] = []

  init(_ limits: Policy.Limits, label: FieldLabel?) {
    self.limits = limits
    guard let label else { return }
    // The label stands before the text as it would in a form, at offsets below 0.
    buffer = label.bytes
    self.label = buffer.count
    coreStart = buffer.count
    offset = -buffer.count
  }

  /// Takes in as much of a chunk as completes a block.
  ///
  /// - Parameter position: how much of the chunk was taken in so far; call until it gives nil, which is when all was.
  public mutating func next(from chunk: Span<UInt8>, at position: inout Int) -> Block? {
    let full = limits.block + limits.window
    let wanted = min(chunk.count - position, full + 1 - (buffer.count - coreStart))
    chunk.extracting(position..<position + wanted).withUnsafeBufferPointer { buffer.append(contentsOf: $0) }
    position += wanted
    return buffer.count - coreStart > full ? cut(atEnd: false) : nil
  }

  /// Hands out what is left once the text has ended; nil after the last block, which may be empty.
  public mutating func nextAtEnd() -> Block? {
    guard !isFinished else { return nil }
    if buffer.count - coreStart > limits.block { return cut(atEnd: true) }
    isFinished = true
    var bytes: [UInt8] = []
    swap(&bytes, &buffer)
    let core = coreStart..<bytes.count
    return Block(bytes: bytes, core: core, offset: offset, isLast: true, endsText: true, label: label)
  }

  /// Takes back a block's bytes: to ask the system for memory takes longer than to read clean text.
  mutating func reuse(_ bytes: consuming [UInt8]) { spare = bytes }

  private mutating func cut(atEnd: Bool) -> Block {
    let coreEnd = cutPoint()
    let end = boundary(before: min(buffer.count, coreEnd + limits.window))
    let kept = boundary(before: max(0, coreEnd - limits.window))
    let endsText = atEnd && end == buffer.count
    // The block takes the buffer. The next one looks back at some of it, and it may have more than belongs to this one.
    var bytes: [UInt8] = []
    swap(&bytes, &spare)
    bytes.removeAll(keepingCapacity: true)
    bytes.append(bytes: buffer, from: kept)
    swap(&bytes, &buffer)
    bytes.removeLast(bytes.count - end)
    let block = Block(
      bytes: bytes, core: coreStart..<coreEnd, offset: offset, isLast: false, endsText: endsText, label: label)
    label = 0
    offset += kept
    coreStart = coreEnd - kept
    return block
  }

  /// After the last line end in the core's last quarter, else after the last space there, else between characters.
  private func cutPoint() -> Int {
    let latest = coreStart + limits.block
    let earliest = latest - limits.block / 4
    for separator in [UInt8(ascii: "\n"), UInt8(ascii: " ")] {
      if let found = buffer[earliest..<latest].lastIndex(of: separator) { return found + 1 }
    }
    return boundary(before: latest)
  }

  /// The last place at or before `position` that is not inside a UTF-8 sequence, as far as four bytes can tell.
  private func boundary(before position: Int) -> Int {
    guard position < buffer.count else { return buffer.count }
    var candidate = position
    while candidate > 0, position - candidate < 4, buffer[candidate] & 0xC0 == 0x80 { candidate -= 1 }
    return buffer[candidate] & 0xC0 == 0x80 ? position : candidate
  }
}

extension [UInt8] {
  fileprivate mutating func append(bytes other: [UInt8], from start: Int) {
    other.withUnsafeBufferPointer { append(contentsOf: UnsafeBufferPointer(rebasing: $0[start...])) }
  }
}
