import Scanning

/// The one grammar of placeholders. It decides what is restored, and which texts of the input count as placeholders
/// already, so that the two can never disagree.
///
///     placeholder = opening spaces? marks? core ending? marks? spaces? closing   any case, a pair of `PlaceholderWriting`
///                 | opening TYPE closing                                         upper case: the number is missing
///                 | core "s"?                                                    upper case, between non-word bytes
///     core        = type separator digits (separator letters)?                   one kind of separator throughout
///     ending      = "'s" | "’s" | "'" | "’" | "s"                                kept
///
/// Whatever is around it is not part of it, and nothing is guessed: ten digits at most, no digit may follow.
struct PlaceholderParser: Sendable {
  let types: TypeTrie
  private let pairs = PlaceholderWriting.pairs
  private let firstPair = PlaceholderWriting.firstPair
  private let separators = PlaceholderWriting.separators
  private let bareSeparators = PlaceholderWriting.bareSeparators

  struct Match: Hashable, Sendable {
    /// All that stands for the original, the ending included.
    var range: Range<Int>
    /// The part of it that is kept after the original; empty when there is none.
    var ending: Range<Int>
    /// Index into the parser's types.
    var type: Int
    /// 0: missing.
    var number: Int
    var suffix: Suffix
    /// nil: without brackets.
    var style: Policy.Brackets?
  }

  enum Result: Hashable, Sendable {
    case no
    /// It depends on bytes that are not there yet.
    case needsMore
    case match(Match)
  }

  init(types: TypeTrie) { self.types = types }

  /// A placeholder that begins at `start`; the byte before one without brackets is the caller's to check.
  func parse(_ bytes: Span<UInt8>, at start: Int, isEnd: Bool) -> Result {
    if bytes[start] == UInt8(ascii: "["), let result = exact(in: bytes, at: start, isEnd: isEnd) { return result }
    let pair = Int(firstPair[Int(bytes[start])])
    return pair < 0
      ? bare(in: bytes, at: start, isEnd: isEnd) : bracketed(in: bytes, at: start, pairsFrom: pair, isEnd: isEnd)
  }

  /// What is written exactly as we do, `[NAME_1_GIVEN]`, as nearly all are, or the beginning of such; nil for anything
  /// else.
  private func exact(in bytes: Span<UInt8>, at start: Int, isEnd: Bool) -> Result? {
    let missing = isEnd ? nil : Result.needsMore
    let underscore = UInt8(ascii: "_")
    var position = start + 1
    var (before, node) = (TypeTrie.root, TypeTrie.root)
    while position < bytes.count, let next = types.next(after: node, bytes[position]) {
      (before, node) = (node, next)
      position += 1
    }
    guard position < bytes.count else { return missing }
    // Of a longer type's name the `_` was read already.
    if bytes[position] == underscore {
      position += 1
    } else if bytes[position - 1] == underscore {
      node = before
    } else {
      return nil
    }
    guard let type = types.type(at: node) else { return nil }
    var number = 0
    let digits = position
    while position < bytes.count, isDigit(bytes[position]), position - digits < PlaceholderWriting.maximumDigits {
      number = number * 10 + Int(bytes[position] - UInt8(ascii: "0"))
      position += 1
    }
    guard position < bytes.count else { return missing }
    guard number > 0 else { return nil }
    var suffix = Suffix.none
    if bytes[position] == underscore {
      position += 1
      while position < bytes.count, suffix.append(bytes[position]) { position += 1 }
      guard position < bytes.count else { return missing }
      if suffix == .none { return nil }
    }
    guard bytes[position] == UInt8(ascii: "]") else { return nil }
    return .match(
      Match(
        range: start..<position + 1, ending: position..<position, type: type, number: number, suffix: suffix,
        style: .square))
  }

  /// A placeholder without brackets that begins at `start`; the byte before it is the caller's to check.
  func bare(in bytes: Span<UInt8>, at start: Int, isEnd: Bool) -> Result {
    var reader = PlaceholderReader(position: start, isEnd: isEnd)
    guard let core = core(&reader, bytes, anyCase: false), core.number > 0 else { return reader.failure }
    let endingStart = reader.position
    if reader.peek(bytes) == UInt8(ascii: "s") { reader.position += 1 }
    if reader.isWordAhead(bytes) || reader.ranOut { return reader.failure }
    return .match(
      Match(
        range: start..<reader.position, ending: endingStart..<reader.position, type: core.type, number: core.number,
        suffix: core.suffix, style: nil))
  }

  /// A placeholder whose opening is `pairs[first]` or a following one that begins with the same byte.
  func bracketed(in bytes: Span<UInt8>, at start: Int, pairsFrom first: Int, isEnd: Bool) -> Result {
    var failure = Result.no
    let opening = pairs[first].opening[0]
    var index = first
    while index < pairs.count, pairs[index].opening[0] == opening {
      let pair = pairs[index]
      index += 1
      // Most are told apart by their second byte.
      if pair.opening.count > 1, start + 1 < bytes.count, bytes[start + 1] != pair.opening[1] { continue }
      var reader = PlaceholderReader(position: start, isEnd: isEnd)
      if let match = bracketed(&reader, bytes, pair), !reader.ranOut { return .match(match) }
      if reader.ranOut { failure = .needsMore }
    }
    return failure
  }

  private func bracketed(_ reader: inout PlaceholderReader, _ bytes: Span<UInt8>, _ pair: PlaceholderWriting.Pair)
    -> Match?
  {
    let start = reader.position
    guard reader.accept(pair.opening, bytes) else { return nil }
    let inside = reader.position
    reader.skipSpaces(bytes)
    let marksStart = reader.position
    reader.skipMarks(bytes)
    let marks = marksStart..<reader.position
    let coreStart = reader.position
    guard let core = core(&reader, bytes, anyCase: true) else { return nil }
    let endingStart = reader.position
    var ending = endingStart..<endingStart
    if core.number > 0 {
      reader.skipEnding(bytes)
      ending = endingStart..<reader.position
      guard reader.acceptMirror(of: marks, bytes) else { return nil }
      reader.skipSpaces(bytes)
    } else if !core.isExact || coreStart != inside {
      return nil
    }
    guard reader.accept(pair.closing, bytes) else { return nil }
    return Match(
      range: start..<reader.position, ending: ending, type: core.type, number: core.number, suffix: core.suffix,
      style: pair.style)
  }

  private struct Core {
    var type: Int
    var number = 0
    var suffix = Suffix.none
    /// Upper case and `_` throughout.
    var isExact: Bool
  }

  private func core(_ reader: inout PlaceholderReader, _ bytes: Span<UInt8>, anyCase: Bool) -> Core? {
    var node = TypeTrie.root
    var isExact = true
    var separator: Token?
    while true {
      while let letter = reader.letterOrDigit(bytes, anyCase, &isExact), let next = types.next(after: node, letter) {
        node = next
        reader.position += 1
      }
      let type = types.type(at: node)
      let underscore = types.next(after: node, UInt8(ascii: "_"))
      if type == nil, underscore == nil { return nil }
      guard reader.acceptSeparator(&separator, among: anyCase ? separators : bareSeparators, bytes) else {
        // No number: the caller says whether that will do.
        guard separator == nil || separator == separators[0] else { return nil }
        return type.map { Core(type: $0, isExact: isExact) }
      }
      if isDigit(reader.peek(bytes)) { break }
      guard let underscore else { return nil }
      node = underscore
    }
    guard let type = types.type(at: node), let number = reader.number(bytes) else { return nil }
    let suffix = reader.suffix(after: separator!, anyCase, bytes)
    return Core(type: type, number: number, suffix: suffix, isExact: isExact && separator == separators[0])
  }
}
