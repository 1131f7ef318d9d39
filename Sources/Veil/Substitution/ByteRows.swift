import Scanning

/// Texts one behind the other in one array: a name has twenty forms, and memory for each would take longer than all
/// that is done with them.
struct ByteRows: Sendable {
  private(set) var bytes: [UInt8] = []
  private var ends: [Int32] = []

  var count: Int { ends.count }
  var isEmpty: Bool { ends.isEmpty }
  var indices: Range<Int> { 0..<ends.count }

  /// Where a row stands in `bytes`.
  func range(_ row: Int) -> Range<Int> { (row > 0 ? Int(ends[row - 1]) : 0)..<Int(ends[row]) }

  subscript(row: Int) -> ArraySlice<UInt8> { bytes[range(row)] }

  /// Whether a row is this text.
  func contains(_ text: [UInt8]) -> Bool { contains(text.span) }

  private func contains(_ text: Span<UInt8>) -> Bool {
    for row in indices where isRow(row, text) { return true }
    return false
  }

  private func isRow(_ row: Int, _ text: Span<UInt8>) -> Bool {
    let range = range(row)
    guard range.count == text.count else { return false }
    for offset in text.indices where bytes[range.lowerBound + offset] != text[offset] { return false }
    return true
  }

  /// Makes room for the forms of a name.
  mutating func reserve(rows: Int, bytes count: Int) {
    ends.reserveCapacity(rows)
    bytes.reserveCapacity(count)
  }

  mutating func append(_ row: some Sequence<UInt8>) {
    bytes.append(contentsOf: row)
    ends.append(Int32(bytes.count))
  }

  mutating func append(_ row: Span<UInt8>) {
    bytes.append(row, row.indices)
    ends.append(Int32(bytes.count))
  }

  mutating func append(_ other: ByteRows) {
    for row in other.indices { append(other[row]) }
  }
}

/// Putting a row together from pieces, to be kept or dropped when it is there.
extension ByteRows {
  private var openStart: Int { ends.last.map(Int.init) ?? 0 }

  /// The row that is not closed yet.
  var open: ArraySlice<UInt8> { bytes[openStart...] }

  mutating func extend(_ piece: ArraySlice<UInt8>) { piece.withUnsafeBufferPointer { bytes.append(contentsOf: $0) } }

  mutating func extend(_ byte: UInt8) { bytes.append(byte) }

  mutating func close() { ends.append(Int32(bytes.count)) }

  mutating func drop() { bytes.removeLast(bytes.count - openStart) }

  /// Closes the row unless an earlier one is the same.
  mutating func closeIfNew() {
    let start = openStart
    for row in indices where isRow(row, bytes.span.extracting(start...)) { return drop() }
    close()
  }
}
