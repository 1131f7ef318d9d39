import Scanning

/// Hands text through and lets its owner replace the placeholders in it, however the text is cut into chunks.
///
/// Only what may become a placeholder is held back, at most ``PlaceholderWriting/maximumLength(_:)`` bytes.
struct PlaceholderFilter: ~Copyable {
  let scanner: PlaceholderScanner
  /// What is held back: it begins where a placeholder may begin.
  private(set) var pending: [UInt8] = []
  /// The byte before what comes next; 0 at the beginning and after a placeholder.
  private var previous: UInt8 = 0

  /// How much of a chunk is looked at together with what is held back.
  private static let step = 256

  init(types: TypeTrie) { self.init(scanner: PlaceholderScanner(types: types)) }

  init(scanner: PlaceholderScanner) { self.scanner = scanner }

  /// Hands through what of a chunk stands before anything that may be a placeholder: of most chunks all.
  ///
  /// - Returns: How many bytes that is.
  @inline(__always)
  mutating func pass(_ chunk: Span<UInt8>, to output: inout [UInt8]) -> Int {
    guard pending.isEmpty else { return 0 }
    let passed = scanner.copyPlain(chunk, previous: previous, to: &output)
    if passed > 0 { previous = chunk[passed - 1] }
    return passed
  }

  /// - Parameter replace: Gets a placeholder and its bytes. Writes what shall stand for it and returns true, or writes
  ///   nothing and returns false to let it stand.
  @inline(__always)
  mutating func append<E: Error>(
    _ chunk: Span<UInt8>, to output: inout [UInt8],
    replace: (PlaceholderParser.Match, Span<UInt8>, inout [UInt8]) throws(E) -> Bool
  ) throws(E) {
    var position = 0
    while !pending.isEmpty, position < chunk.count {
      let taken = min(chunk.count - position, Self.step)
      var held: [UInt8] = []
      swap(&held, &pending)
      let before = held.count
      held.append(chunk, position..<position + taken)
      let done = try write(held.span, isEnd: false, to: &output, replace)
      if done >= before {
        // What is left is in the chunk, too.
        position += done - before
        held.removeAll(keepingCapacity: true)
        swap(&held, &pending)
        break
      }
      held.removeFirst(done)
      swap(&held, &pending)
      position += taken
    }
    guard position < chunk.count else { return }
    let rest = chunk.extracting(position...)
    let done = try write(rest, isEnd: false, to: &output, replace)
    if done < rest.count { pending.append(rest, done..<rest.count) }
  }

  /// The text ends here, or something follows that no placeholder reaches into.
  mutating func end<E: Error>(
    to output: inout [UInt8], replace: (PlaceholderParser.Match, Span<UInt8>, inout [UInt8]) throws(E) -> Bool
  ) throws(E) {
    if !pending.isEmpty {
      var held: [UInt8] = []
      swap(&held, &pending)
      _ = try write(held.span, isEnd: true, to: &output, replace)
      held.removeAll(keepingCapacity: true)
      swap(&held, &pending)
    }
    previous = 0
  }

  /// - Returns: How many bytes are done with; the others are held back.
  private mutating func write<E: Error>(
    _ bytes: Span<UInt8>, isEnd: Bool, to output: inout [UInt8],
    _ replace: (PlaceholderParser.Match, Span<UInt8>, inout [UInt8]) throws(E) -> Bool
  ) throws(E) -> Int {
    var written = 0
    var position = 0
    while true {
      switch scanner.next(in: bytes, from: position, previous: previous, isEnd: isEnd) {
      case .match(let match):
        output.append(bytes, written..<match.range.lowerBound)
        written = match.range.lowerBound
        if try replace(match, bytes, &output) { written = match.range.upperBound }
        position = match.range.upperBound
        previous = 0
      case .open(let start):
        output.append(bytes, written..<start)
        if start > position { previous = bytes[start - 1] }
        return start
      case .none:
        output.append(bytes, written..<bytes.count)
        if bytes.count > position { previous = bytes[bytes.count - 1] }
        return bytes.count
      }
    }
  }
}

extension [UInt8] {
  @inline(__always)
  mutating func append(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    if range.isEmpty { return }
    bytes.extracting(range).withUnsafeBufferPointer { append(contentsOf: $0) }
  }
}
