/// Lines that are treated together.
struct LineBatch: Sendable {
  var bytes: [UInt8]
  /// Number of the first line, from 1.
  var firstLine: Int

  /// Calls `body` with each line: its number and its range with the line end.
  func forEach(_ body: (Int, Range<Int>) throws -> Void) rethrows {
    var number = firstLine
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
      try body(number, start..<end)
      number += 1
      start = end
    }
  }
}

/// Cuts lines off a stream of bytes.
final class LineCutter {
  /// Longest line: a record is held in memory as a whole.
  static let maximumLength = 32 << 20

  /// Bytes after which a batch ends with the next line: enough to be worth a thread, little enough to hold many.
  private static let batchSize = 64 << 10

  private var rest: [UInt8] = []
  private var line = 1

  /// The complete lines; the last one at the end, which an empty chunk stands for, needs no line end.
  func cut(_ chunk: ArraySlice<UInt8>) throws -> [LineBatch] {
    guard let end = chunk.isEmpty ? chunk.endIndex : chunk.lastIndex(of: UInt8(ascii: "\n")).map({ $0 + 1 }) else {
      rest += chunk
      if rest.count > Self.maximumLength {
        throw Failure("line \(line) is longer than \(Self.maximumLength >> 20) MiB")
      }
      return []
    }
    let lines = rest + chunk[..<end]
    rest = Array(chunk[end...])
    var batches: [LineBatch] = []
    var start = 0
    while start < lines.count {
      let earliest = min(start + Self.batchSize, lines.count) - 1
      let end = lines[earliest...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? lines.count
      batches.append(LineBatch(bytes: Array(lines[start..<end]), firstLine: line))
      line += lines[start..<end].count { $0 == UInt8(ascii: "\n") }
      start = end
    }
    return batches
  }
}
