import CScan

/// Rows of different lengths in two flat pieces of memory, read without reference counting.
///
/// Unchecked, because nothing is written after `init`.
package final class Table<Element: Sendable>: @unchecked Sendable {
  @usableFromInline let offsets: UnsafeMutablePointer<UInt32>
  @usableFromInline let elements: UnsafeMutablePointer<Element>
  private let rowCount: Int

  package init(_ rows: [[Element]]) {
    rowCount = rows.count
    offsets = .allocate(capacity: rows.count + 1)
    elements = .allocate(capacity: max(1, rows.reduce(0) { $0 + $1.count }))
    var offset = 0
    for (number, row) in rows.enumerated() {
      (offsets + number).initialize(to: UInt32(offset))
      for element in row {
        (elements + offset).initialize(to: element)
        offset += 1
      }
    }
    (offsets + rows.count).initialize(to: UInt32(offset))
  }

  /// - Parameter pairs: elements with the numbers of their rows; the elements of a row keep their order.
  package init(rowCount: Int, _ pairs: [(row: UInt32, element: Element)]) {
    self.rowCount = rowCount
    offsets = .allocate(capacity: rowCount + 1)
    elements = .allocate(capacity: max(1, pairs.count))
    offsets.initialize(repeating: 0, count: rowCount + 1)
    for pair in pairs { offsets[Int(pair.row) + 1] += 1 }
    for row in 0..<rowCount { offsets[row + 1] += offsets[row] }
    // Each offset moves to the end of its row while the row is filled: to the start of the next one.
    for pair in pairs {
      let row = Int(pair.row)
      (elements + Int(offsets[row])).initialize(to: pair.element)
      offsets[row] += 1
    }
    for row in stride(from: rowCount, to: 0, by: -1) { offsets[row] = offsets[row - 1] }
    offsets[0] = 0
  }

  deinit {
    elements.deinitialize(count: Int(offsets[rowCount]))
    elements.deallocate()
    offsets.deallocate()
  }

  @inlinable @inline(__always)
  package subscript(row: Int) -> UnsafeBufferPointer<Element> {
    let start = Int(offsets[row])
    return UnsafeBufferPointer(start: elements + start, count: Int(offsets[row + 1]) - start)
  }
}

extension Table {
  /// As the kernels take it.
  var rows: cscan_rows { cscan_rows(offsets: offsets, elements: elements) }
}
