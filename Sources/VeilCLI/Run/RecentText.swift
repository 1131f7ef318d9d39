/// The last part of a text that streams by, and where its lines begin.
final class RecentText {
  private var bytes: [UInt8] = []
  /// Offset of `bytes[0]` in the text.
  private var offset = 0
  /// Line and column of `bytes[0]`, from 1; columns count Unicode scalars.
  private var line = 1
  private var column = 1

  func append(_ chunk: ArraySlice<UInt8>) { bytes += chunk }

  /// Bytes before this offset are not asked for any more.
  func forget(before offset: Int) {
    let count = min(max(0, offset - self.offset), bytes.count)
    (line, column) = place(of: self.offset + count)
    bytes.removeFirst(count)
    self.offset += count
  }

  func place(of offset: Int) -> (line: Int, column: Int) {
    var (line, column) = (line, column)
    for byte in bytes[..<(offset - self.offset)] {
      if byte == UInt8(ascii: "\n") {
        (line, column) = (line + 1, 1)
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return (line, column)
  }

  subscript(range: Range<Int>) -> ArraySlice<UInt8> {
    bytes[range.lowerBound - offset..<range.upperBound - offset]
  }
}
