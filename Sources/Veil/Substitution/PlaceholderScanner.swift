import Scanning

/// Finds placeholders in text from left to right, skipping quickly what cannot be one.
struct PlaceholderScanner: Sendable {
  private let parser: PlaceholderParser
  private let finder: ByteFinder
  /// By byte: 0 when no placeholder begins with it, else the number of the group that does.
  private let starts: [UInt8]
  private let groups: [Group]
  /// By group and byte: whether it may be the second byte. Nearly all candidates fail here.
  private let seconds: [Bool]
  let typeCount: Int
  /// Longest placeholder of all types, in its longest writing.
  let maximumLength: Int

  /// Placeholders that begin with the same byte.
  private struct Group {
    /// Index of the first pair of brackets whose opening begins so; nil when it is the first letter of a type.
    var pair: Int?
  }

  /// Candidates come in clusters: so many bytes are looked at one by one before the kernel is asked.
  private static let near = 16

  init(types: TypeTrie) {
    parser = PlaceholderParser(types: types)
    typeCount = types.types.count
    maximumLength = types.types.map(PlaceholderWriting.maximumLength).max() ?? 0
    var starts = [UInt8](repeating: 0, count: 256)
    var groups = [Group()]
    var seconds = [Bool](repeating: false, count: 256)
    func allow(_ second: UInt8, after first: UInt8, pair: Int?) {
      if starts[Int(first)] == 0 {
        starts[Int(first)] = UInt8(groups.count)
        groups.append(Group(pair: pair))
        seconds += [Bool](repeating: false, count: 256)
      }
      seconds[Int(starts[Int(first)]) << 8 | Int(second)] = true
    }
    for type in types.types {
      let name = Array(type.name.utf8)
      for second in (name.count > 1 ? [name[1]] : []) + PlaceholderWriting.separators.prefix(3).map({ $0[0] }) {
        allow(second, after: name[0], pair: nil)
      }
      for (index, pair) in PlaceholderWriting.pairs.enumerated() {
        if pair.opening.count > 1 {
          allow(pair.opening[1], after: pair.opening[0], pair: index)
        } else {
          for second in [name[0], name[0] | 0x20] + PlaceholderWriting.padding {
            allow(second, after: pair.opening[0], pair: index)
          }
        }
      }
    }
    self.starts = starts
    self.groups = groups
    self.seconds = seconds
    finder = ByteFinder(ByteSet((0...255).filter { starts[Int($0)] != 0 }))
  }

  enum Step {
    case match(PlaceholderParser.Match)
    /// What begins here may become one when more bytes come.
    case open(at: Int)
    /// No placeholder begins in the rest.
    case none
  }

  /// The next placeholder that begins at or after `start`.
  ///
  /// - Parameter previous: The byte before `start`; 0 at the beginning of the text and after a placeholder, so that it
  ///   makes no difference what that was written as.
  func next(in bytes: Span<UInt8>, from start: Int, previous: UInt8, isEnd: Bool) -> Step {
    var position = start
    while true {
      position = candidate(in: bytes, from: position)
      guard position < bytes.count else { return .none }
      let group = Int(starts[Int(bytes[position])])
      let pair = groups[group].pair
      let isInWord = pair == nil && PlaceholderWriting.isWord(position > start ? bytes[position - 1] : previous)
      if !isInWord, position + 1 == bytes.count || seconds[group << 8 | Int(bytes[position + 1])] {
        switch parser.parse(bytes, at: position, pairsFrom: pair, isEnd: isEnd) {
        case .match(let match): return .match(match)
        case .needsMore: return .open(at: position)
        case .no: break
        }
      }
      position += 1
      guard pair == nil else { continue }
      // None begins inside a word.
      while position < bytes.count, PlaceholderWriting.isWord(bytes[position]) { position += 1 }
    }
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
