import Scanning

/// Finds placeholders in text from left to right, skipping quickly what cannot be one.
struct PlaceholderScanner: Sendable {
  private let parser: PlaceholderParser
  private let finder: ByteFinder
  /// By byte: 0 when no placeholder begins with it, `bare` for the first letter of a type, else one more than the
  /// index of the first pair of brackets whose opening begins with it.
  private let starts: [UInt8]

  private static let bare: UInt8 = 255
  /// Candidates come in clusters: so many bytes are looked at one by one before the kernel is asked.
  private static let near = 16

  init(types: TypeTrie) {
    parser = PlaceholderParser(types: types)
    var starts = [UInt8](repeating: 0, count: 256)
    // Without types nothing is a placeholder, whatever its brackets.
    for (index, pair) in PlaceholderWriting.pairs.enumerated().reversed() where !types.types.isEmpty {
      starts[Int(pair.opening[0])] = UInt8(index + 1)
    }
    for type in types.types { starts[Int(type.name.utf8.first!)] = Self.bare }
    self.starts = starts
    finder = ByteFinder(ByteSet((0...255).filter { starts[Int($0)] != 0 }))
  }

  var types: [EntityType] { parser.types.types }

  enum Step {
    case match(PlaceholderParser.Match)
    /// What begins here may become one when more bytes come.
    case open(at: Int)
    /// No placeholder begins in the rest.
    case none
  }

  /// The next placeholder that begins at or after `start`.
  /// - Parameter previous: The byte before the first of `bytes`; 0 at the beginning of the text.
  func next(in bytes: Span<UInt8>, from start: Int, previous: UInt8, isEnd: Bool) -> Step {
    var position = start
    while true {
      position = candidate(in: bytes, from: position)
      guard position < bytes.count else { return .none }
      let kind = starts[Int(bytes[position])]
      var result = PlaceholderParser.Result.no
      if kind != Self.bare {
        result = parser.bracketed(in: bytes, at: position, pairsFrom: Int(kind) - 1, isEnd: isEnd)
      } else if isBareStart(in: bytes, at: position, previous: previous) {
        result = parser.bare(in: bytes, at: position, isEnd: isEnd)
      }
      switch result {
      case .match(let match): return .match(match)
      case .needsMore: return .open(at: position)
      case .no: position = kind == Self.bare ? wordEnd(in: bytes, from: position) : position + 1
      }
    }
  }

  /// Whether the capital here begins a word that goes on in capitals. Most do not.
  @inline(__always)
  private func isBareStart(in bytes: Span<UInt8>, at position: Int, previous: UInt8) -> Bool {
    if PlaceholderWriting.isWord(position > 0 ? bytes[position - 1] : previous) { return false }
    guard position + 1 < bytes.count else { return true }
    let next = bytes[position + 1]
    return PlaceholderWriting.isWord(next) && next & 0x60 != 0x60 || next == UInt8(ascii: "\\")
  }

  /// No placeholder without brackets begins inside a word.
  @inline(__always)
  private func wordEnd(in bytes: Span<UInt8>, from start: Int) -> Int {
    var position = start + 1
    while position < bytes.count, PlaceholderWriting.isWord(bytes[position]) { position += 1 }
    return position
  }

  /// The next byte that a placeholder may begin with.
  @inline(__always)
  private func candidate(in bytes: Span<UInt8>, from start: Int) -> Int {
    let starts = starts.span
    var position = start
    while true {
      let near = min(bytes.count, position + Self.near)
      while position < near {
        // Both indices are in range: `near` is at most the count, and there is an entry for each value of a byte.
        if starts[unchecked: Int(bytes[unchecked: position])] != 0 { return position }
        position += 1
      }
      guard position < bytes.count else { return position }
      position = finder.firstIndex(in: bytes, from: position)
    }
  }
}
