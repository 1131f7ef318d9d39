import Scanning

/// Finds placeholders in text from left to right, skipping quickly what cannot be one.
///
/// A class, because it has a dozen tables: each use of a copy would count references to all of them.
final class PlaceholderScanner: Sendable {
  private let parser: PlaceholderParser
  private let starts: PlaceStarts
  let typeCount: Int
  /// Longest placeholder of all types, in its longest writing.
  let maximumLength: Int

  init(types: TypeTrie) {
    parser = PlaceholderParser(types: types)
    typeCount = types.types.count
    maximumLength = types.types.map(PlaceholderWriting.maximumLength).max() ?? 0
    var sets = typeCount > 0 ? Self.brackets : Self.nothing
    for type in types.types {
      var name = type.name.utf8.makeIterator()
      guard let letter = name.next() else { continue }
      sets.insert(first: letter)
      sets.insert(behindOther: letter)
      sets.insert(behindOther: letter | 0x20)
      if let second = name.next() { sets.insert(behindWord: second) }
    }
    starts = PlaceStarts(sets)
  }

  private static let nothing = PlaceStarts.Sets(
    first: ByteSet(), word: PlaceholderWriting.wordBytes, behindWord: ByteSet(), behindOther: ByteSet())
  private static let brackets = PlaceStarts.Sets(
    first: PlaceholderWriting.openings, word: PlaceholderWriting.wordBytes,
    behindWord: PlaceholderWriting.bareSeparatorStarts, behindOther: PlaceholderWriting.behindOpenings)

  /// Appends what stands from `start` on before the first byte that a placeholder may begin with.
  ///
  /// - Parameter previous: The byte before `start`; 0 at the beginning of the text and after a placeholder, so that it
  ///   makes no difference what that was written as.
  /// - Returns: Index of that byte, or the end.
  @inline(__always)
  func copyPlain(_ bytes: Span<UInt8>, from start: Int, previous: UInt8, to output: inout [UInt8]) -> Int {
    starts.copy(bytes, from: start, previous: previous, to: &output)
  }

  /// A placeholder that begins at `start`, where such a byte is.
  func parse(_ bytes: Span<UInt8>, at start: Int, isEnd: Bool) -> PlaceholderParser.Result {
    parser.parse(bytes, at: start, isEnd: isEnd)
  }
}
