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

  enum Step {
    case match(PlaceholderParser.Match)
    /// What begins here may become one when more bytes come.
    case open(at: Int)
    /// No placeholder begins in the rest.
    case none
  }

  /// Appends what stands before the first byte that a placeholder may begin with.
  ///
  /// - Parameter previous: The byte before the text, 0 at its beginning.
  /// - Returns: How many bytes that is.
  @inline(__always)
  func copyPlain(_ bytes: Span<UInt8>, previous: UInt8, to output: inout [UInt8]) -> Int {
    starts.copy(bytes, previous: previous, to: &output)
  }

  /// The next placeholder that begins at or after `start`.
  ///
  /// - Parameter previous: The byte before `start`; 0 at the beginning of the text and after a placeholder, so that it
  ///   makes no difference what that was written as.
  func next(in bytes: Span<UInt8>, from start: Int, previous: UInt8, isEnd: Bool) -> Step {
    var position = start
    var previous = previous
    while true {
      position = starts.next(in: bytes, from: position, previous: previous)
      guard position < bytes.count else { return .none }
      switch parser.parse(bytes, at: position, isEnd: isEnd) {
      case .match(let match): return .match(match)
      case .needsMore: return .open(at: position)
      case .no: break
      }
      previous = bytes[position]
      position += 1
    }
  }
}
