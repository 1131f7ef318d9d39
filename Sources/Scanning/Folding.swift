import CScan

/// The text is not UTF-8 from this byte on.
package struct InvalidUTF8: Error, Hashable, Sendable {
  package var offset: Int
}

/// Makes text comparable: NFKC, and beyond it invisible characters dropped, all digits, dashes, spaces and quotes made
/// ASCII, look-alike letters made Latin where they are meant so, entities, percent-escapes and escapes with a backslash decoded where
/// they stand for ASCII, marks that no letter takes dropped. Case stays.
///
/// Runs of ASCII are copied as they are. What a character becomes depends on its cluster and on at most
/// ``reach`` bytes before and after it, so a text can be folded in pieces that overlap by as much.
package struct Folder: Sendable {
  /// Stands for each byte that is no UTF-8, when such bytes are admitted.
  package static let invalidByte: UInt8 = 0x1A
  /// How far the fold of a character can depend on others, in bytes; clusters with more marks are cut there.
  package static let reach = 256

  private var normaliser = Normaliser()

  package init() {}

  /// - Parameters:
  ///   - admitInvalid: Whether bytes that are not UTF-8 each become ``invalidByte`` instead of an error.
  ///   - text: Gets the fold; its storage is used again. Of a text that is its own fold it gets the bytes themselves, so
  ///     that nothing is copied.
  /// - Throws: The offset of the first byte that is not UTF-8.
  package mutating func fold(
    _ raw: [UInt8], admitInvalid: Bool = false, into text: inout FoldedText
  ) throws(InvalidUTF8) {
    let isOwnFold = try raw.withUnsafeBufferPointer { (raw) throws(InvalidUTF8) in
      try fold(bytes: raw, admitInvalid: admitInvalid, into: &text)
    }
    if isOwnFold { text.bytes = raw }
  }

  /// The same of bytes that are no array.
  package mutating func fold(
    _ raw: UnsafeBufferPointer<UInt8>, admitInvalid: Bool = false, into text: inout FoldedText
  ) throws(InvalidUTF8) {
    if try fold(bytes: raw, admitInvalid: admitInvalid, into: &text) { text.bytes.append(contentsOf: raw) }
  }

  /// - Returns: whether the text is its own fold; then no bytes were written.
  private mutating func fold(
    bytes raw: UnsafeBufferPointer<UInt8>, admitInvalid: Bool, into text: inout FoldedText
  ) throws(InvalidUTF8) -> Bool {
    precondition(raw.count <= Int(UInt32.max))
    var pass = FoldPass(raw: raw, admitInvalid: admitInvalid)
    swap(&pass.text, &text)
    swap(&pass.normaliser, &normaliser)
    defer {
      swap(&pass.text, &text)
      swap(&pass.normaliser, &normaliser)
    }
    pass.text.removeAll()
    pass.text.originalCount = raw.count
    return try pass.run()
  }
}

/// One text on its way through the folder.
struct FoldPass {
  let raw: UnsafeBufferPointer<UInt8>
  let admitInvalid: Bool
  private let table = FoldRule.table
  private let rules = FoldRule.scan
  var text = FoldedText()
  var normaliser = Normaliser()
  /// Everything from here to `position` is its own fold and not yet copied.
  var linear = 0
  var position = 0
  var state = cscan_fold_state()

  init(raw: UnsafeBufferPointer<UInt8>, admitInvalid: Bool) {
    self.raw = raw
    self.admitInvalid = admitInvalid
  }

  /// - Returns: whether the text is its own fold; then no bytes were written.
  mutating func run() throws(InvalidUTF8) -> Bool {
    skipOwnFold()
    if position == raw.count { return true }
    text.bytes.reserveCapacity(raw.count)
    while position < raw.count {
      if raw[position] < 0x80 {
        foldASCII()
      } else {
        let (scalar, length) = decodeChecked(raw, at: position)
        if length > 0 {
          let rule = rule(scalar)
          fold(rule, length: length)
          // Full-width characters come in rows.
          if rule.kind == .mapped, isMapped(position) { continue }
        } else {
          guard admitInvalid else { throw InvalidUTF8(offset: position) }
          flush()
          text.bytes.append(Folder.invalidByte)
          position += 1
          linear = position
          state.last_class = 0
        }
      }
      skipOwnFold()
    }
    flush()
    return false
  }

  private func isMapped(_ position: Int) -> Bool {
    guard position < raw.count, raw[position] >= 0x80 else { return false }
    let (scalar, length) = decodeChecked(raw, at: position)
    return length > 0 && rule(scalar).kind == .mapped
  }

  /// Goes on to what the kernel cannot tell to be its own fold.
  private mutating func skipOwnFold() {
    guard position < raw.count else { return }
    state.last = position > linear ? raw[position - 1] : text.bytes.last ?? 0
    position = withUnsafePointer(to: rules) {
      cscan_skip_own_fold(raw.baseAddress!, raw.count, position, $0, &state)
    }
  }

  /// Whether what looks Latin stands in one token with an ASCII letter, a digit or `@`.
  mutating func hasCompany(_ position: Int) -> Bool {
    withUnsafePointer(to: rules) {
      cscan_has_company(raw.baseAddress!, raw.count, position, $0, &state) != 0
    }
  }

  @inline(__always)
  func rule(_ scalar: UInt32) -> FoldRule { FoldRule(packed: table[scalar]) }

  /// What an escape may begin with.
  private mutating func foldASCII() {
    state.last_class = 0
    switch raw[position] {
    case 0:
      drop(1)
    case UInt8(ascii: "&"):
      // A mark behind an entity belongs to its semicolon, so that has to be there.
      if let (scalar, length) = entity(at: position), let fold = asciiFold(scalar),
        fold != 0 || !isFollowedByExtension(length)
      {
        replace(length, by: fold, [.entity])
      } else {
        position += 1
      }
    case UInt8(ascii: "%"):
      if let byte = percentEscape(at: position) {
        replace(3, by: byte, [.percent])
      } else {
        position += 1
      }
    default:
      if let (byte, length) = backslashEscape(at: position) {
        replace(length, by: byte, [.escape])
      } else {
        position += 1
      }
    }
  }

  /// The ASCII byte that an escaped character folds to, 0 when it is dropped, nil when it is neither.
  private func asciiFold(_ scalar: UInt32) -> UInt8? {
    if scalar < 0x80 { return scalar == 0 ? nil : UInt8(scalar) }
    let rule = self.rule(scalar)
    switch rule.kind {
    case .invisible, .invisibleExtension: return 0
    case .mapped: return rule.target < 0x80 ? UInt8(rule.target) : nil
    default: return nil
    }
  }

  private mutating func fold(_ rule: FoldRule, length: Int) {
    switch rule.kind {
    case .plain:
      position += length
      state.last_class = 0
    case .mark, .joining, .invisibleExtension:
      // Marks in order behind letters of their script were skipped.
      foldCluster(from: baseOfCluster())
    case .invisible:
      drop(length)
    case .expanding:
      foldCluster(from: position)
    case .mapped:
      if isFollowedByExtension(length) {
        foldCluster(from: position)
      } else {
        replace(length, by: rule)
      }
    case .lookalike:
      if !isMeantAsLatin(position) {
        position += length
        state.last_class = 0
      } else if isFollowedByExtension(length) {
        foldCluster(from: position)
      } else {
        replace(length, by: rule)
      }
    case .fullStop:
      replace(length, by: UInt8(ascii: "."), .punctuation)
    }
  }

  private func isFollowedByExtension(_ length: Int) -> Bool {
    let next = position + length
    guard next < raw.count, raw[next] >= 0x80 else { return false }
    let (scalar, length) = decodeChecked(raw, at: next)
    guard length > 0 else { return false }
    return rule(scalar).extendsCluster
  }
}

extension FoldPass {
  /// Copies what is its own fold.
  mutating func flush() {
    if linear < position { text.bytes.append(contentsOf: UnsafeBufferPointer(rebasing: raw[linear..<position])) }
    linear = position
  }

  /// Notes that the fold from `folded` on came from the original from `original` to `position`, and goes on from there.
  mutating func endUnit(folded: Int, original: Int, _ disguise: Disguise) {
    text.units.append(
      FoldedText.Unit(
        folded: UInt32(folded), original: UInt32(original), originalLength: UInt32(position - original),
        foldedLength: UInt16(text.bytes.count - folded), disguise: disguise))
    linear = position
    state.last_class = 0
  }

  /// The next `length` bytes of the original have no fold and are no part of what stands before them.
  mutating func drop(_ length: Int, _ disguise: Disguise = .invisible) {
    flush()
    let start = position
    position += length
    if let last = text.units.last, last.foldedLength == 0, last.originalEnd == start {
      // A row of them is one unit.
      text.units[text.units.count - 1].originalLength += UInt32(length)
      text.units[text.units.count - 1].disguise.formUnion(disguise)
      linear = position
    } else {
      endUnit(folded: text.bytes.count, original: start, disguise)
    }
  }

  /// The next `length` bytes of the original fold to one byte, or to none when it is 0.
  private mutating func replace(_ length: Int, by byte: UInt8, _ disguise: Disguise) {
    if byte == 0 { return drop(length, [disguise, .invisible]) }
    flush()
    let start = position
    position += length
    text.bytes.append(byte)
    endUnit(folded: text.bytes.count - 1, original: start, disguise)
  }

  private mutating func replace(_ length: Int, by rule: FoldRule) {
    if rule.target < 0x80 { return replace(length, by: UInt8(rule.target), rule.disguise) }
    flush()
    let start = position
    let folded = text.bytes.count
    position += length
    appendUTF8(rule.target, to: &text.bytes)
    endUnit(folded: folded, original: start, rule.disguise)
  }
}

/// Decodes one code point of what may be UTF-8; the length is 0 when it is not.
@inline(__always)
func decodeChecked(_ text: UnsafeBufferPointer<UInt8>, at position: Int) -> (scalar: UInt32, length: Int) {
  let first = UInt32(text[position])
  if first < 0x80 { return (first, 1) }
  let left = text.count - position
  guard first >= 0xC2, left >= 2 else { return (0, 0) }
  let second = UInt32(text[position + 1]) ^ 0x80
  if first < 0xE0 { return second < 0x40 ? ((first & 0x1F) << 6 | second, 2) : (0, 0) }
  guard left >= 3 else { return (0, 0) }
  let third = UInt32(text[position + 2]) ^ 0x80
  if first < 0xF0 {
    let scalar = (first & 0x0F) << 12 | second << 6 | third
    // Not overlong, no surrogate.
    return (second | third) < 0x40 && scalar >= 0x800 && scalar &- 0xD800 >= 0x800 ? (scalar, 3) : (0, 0)
  }
  guard left >= 4, first < 0xF5 else { return (0, 0) }
  let fourth = UInt32(text[position + 3]) ^ 0x80
  let scalar = (first & 0x07) << 18 | second << 12 | third << 6 | fourth
  return (second | third | fourth) < 0x40 && scalar >= 0x10000 && scalar <= 0x10FFFF ? (scalar, 4) : (0, 0)
}
