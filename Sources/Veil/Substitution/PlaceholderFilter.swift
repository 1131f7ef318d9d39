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
    pending.isEmpty ? passPlain(chunk, from: 0, to: &output) : 0
  }

  /// Takes the rest of a chunk, which begins at `start`: what ``pass(_:to:)`` left of it.
  mutating func append<Replacer: PlaceholderReplacer>(
    _ chunk: Span<UInt8>, from start: Int, to output: inout [UInt8], _ replacer: inout Replacer
  ) throws(Replacer.Failure) {
    var position = start
    while !pending.isEmpty {
      guard position < chunk.count else { return }
      let taken = min(chunk.count - position, Self.step)
      var held: [UInt8] = []
      swap(&held, &pending)
      let before = held.count
      held.append(chunk, position..<position + taken)
      let done = try write(held.span, from: 0, isEnd: false, to: &output, &replacer)
      if done >= before {
        // What is left is in the chunk, too.
        position += done - before
        held.removeAll(keepingCapacity: true)
      } else {
        position += taken
        held.removeFirst(done)
      }
      swap(&held, &pending)
    }
    guard position < chunk.count else { return }
    position = try write(chunk, from: position, isEnd: false, to: &output, &replacer)
    pending.append(chunk, position..<chunk.count)
  }

  /// The text ends here, or something follows that no placeholder reaches into.
  mutating func end<Replacer: PlaceholderReplacer>(
    to output: inout [UInt8], _ replacer: inout Replacer
  ) throws(Replacer.Failure) {
    if !pending.isEmpty {
      var held: [UInt8] = []
      swap(&held, &pending)
      _ = try write(held.span, from: 0, isEnd: true, to: &output, &replacer)
      held.removeAll(keepingCapacity: true)
      swap(&held, &pending)
    }
    previous = 0
  }

  /// - Parameter start: Where a placeholder may begin.
  /// - Returns: Where what is held back begins, or the end.
  private mutating func write<Replacer: PlaceholderReplacer>(
    _ bytes: Span<UInt8>, from start: Int, isEnd: Bool, to output: inout [UInt8], _ replacer: inout Replacer
  ) throws(Replacer.Failure) -> Int {
    var position = start
    while position < bytes.count {
      let known = replacer.replaceKnown(bytes, at: position, to: &output)
      if known > 0 {
        position += known
        previous = 0
      } else {
        switch scanner.parse(bytes, at: position, isEnd: isEnd) {
        case .match(let match):
          if try !replacer.replace(match, bytes, to: &output) { output.append(bytes, match.range) }
          position = match.range.upperBound
          previous = 0
        case .needsMore: return position
        case .no:
          previous = bytes[position]
          output.append(previous)
          position += 1
        }
      }
      position += passPlain(bytes, from: position, to: &output)
    }
    return position
  }

  /// Hands through what stands from `start` on before anything that may be a placeholder.
  ///
  /// - Returns: How many bytes that is.
  @inline(__always)
  private mutating func passPlain(_ bytes: Span<UInt8>, from start: Int, to output: inout [UInt8]) -> Int {
    let end = scanner.copyPlain(bytes, from: start, previous: previous, to: &output)
    if end > start { previous = bytes[end - 1] }
    return end - start
  }
}

/// What becomes of the placeholders in a text.
protocol PlaceholderReplacer {
  associatedtype Failure: Error

  /// Writes what shall stand for a placeholder and returns true, or writes nothing and returns false to let it stand.
  mutating func replace(
    _ match: PlaceholderParser.Match, _ bytes: Span<UInt8>, to output: inout [UInt8]
  ) throws(Failure) -> Bool

  /// Does so at once for one that was replaced before and begins at `start`.
  ///
  /// - Returns: How many bytes it has; 0 when there is none of which that is known.
  mutating func replaceKnown(_ bytes: Span<UInt8>, at start: Int, to output: inout [UInt8]) -> Int
}

extension PlaceholderReplacer {
  func replaceKnown(_ bytes: Span<UInt8>, at start: Int, to output: inout [UInt8]) -> Int { 0 }
}

extension [UInt8] {
  @inline(__always)
  mutating func append(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    if range.isEmpty { return }
    bytes.extracting(range).withUnsafeBufferPointer { append(contentsOf: $0) }
  }
}
