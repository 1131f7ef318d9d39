import Foundation

/// A text from a file, and the documents that it is cut into.
struct Input {
  let bytes: [UInt8]

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// - Parameter limit: only so many bytes, up to the last end of a line in them.
  init(file: String, limit: Int?) throws {
    var data = try Data(contentsOf: URL(fileURLWithPath: file))
    if let limit, limit < data.count {
      let end = data[..<limit].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? limit
      data = data[..<end]
    }
    bytes = [UInt8](data)
  }

  /// Pieces of the text, each of at most so many bytes and of whole characters; nil or 0 for one document.
  func documents(of size: Int?) -> [[UInt8]] {
    guard let size, size > 0 else { return [bytes] }
    var documents: [[UInt8]] = []
    var start = 0
    while start < bytes.count {
      var end = min(bytes.count, start + size)
      while end > start + 1, end < bytes.count, bytes[end] & 0xc0 == 0x80 { end -= 1 }
      documents.append(Array(bytes[start..<end]))
      start = end
    }
    return documents
  }
}
