internal import CICU
import CScan
import Synchronization

/// One number for each code point, worked out a page of 256 at a time when first asked for.
///
/// Unchecked, because a page is written before it is published and never after; two threads that work out the same page
/// find the same, and one of them throws its copy away. Pages are kept for the process: make these only as constants.
final class CodePointPages: @unchecked Sendable {
  private typealias Page = UnsafeMutablePointer<UInt32>
  private let pages: UnsafeMutablePointer<Atomic<UnsafeMutablePointer<UInt32>?>>
  private let value: @Sendable (UInt32) -> UInt32

  init(_ value: @escaping @Sendable (UInt32) -> UInt32) {
    self.value = value
    pages = .allocate(capacity: 0x1100)
    for page in 0..<0x1100 { (pages + page).initialize(to: Atomic(nil)) }
  }

  @inline(__always)
  subscript(scalar: UInt32) -> UInt32 {
    let number = Int(scalar >> 8)
    assert(number < 0x1100)
    return page(number)[Int(scalar & 0xFF)]
  }

  @inline(__always)
  func page(_ number: Int) -> UnsafePointer<UInt32> {
    UnsafePointer(pages[number].load(ordering: .acquiring) ?? fill(number))
  }

  /// The pages as the kernels read them, nil where none was made yet.
  var scan: UnsafePointer<UnsafePointer<UInt32>?> {
    UnsafeRawPointer(pages).assumingMemoryBound(to: UnsafePointer<UInt32>?.self)
  }

  @inline(never)
  private func fill(_ number: Int) -> UnsafeMutablePointer<UInt32> {
    let page = Page.allocate(capacity: 256)
    for low in 0..<256 { (page + low).initialize(to: value(UInt32(number << 8 | low))) }
    let (isMine, other) = pages[number].compareExchange(expected: nil, desired: page, ordering: .acquiringAndReleasing)
    if isMine { return page }
    page.deallocate()
    return other!
  }
}

/// What words are made of: lower case and kind of each code point of folded text.
package struct CharacterTable: Sendable {
  package enum Kind: UInt8, Sendable {
    /// Neither of the others: punctuation, symbols, white space, `_`.
    case other
    /// Of a script with spaces between words.
    case letter
    /// Of a script without spaces (Han, kana, Hangul, Thai, Lao, Khmer, Myanmar, …): a word of its own.
    case ideograph
    case digit
    /// Belongs to the character before it.
    case mark
  }

  package struct Character: Sendable {
    package var lower: UInt32
    package var kind: Kind
  }

  package static let shared = CharacterTable()

  private static let pages = CodePointPages { scalar in
    let character = describe(scalar)
    return character.lower | UInt32(character.kind.rawValue) << 24
  }
  private let pages = Self.pages

  /// The same as the kernels read it. Unchecked, as its pages are.
  nonisolated(unsafe) static let scan: cscan_characters = {
    let pairs = UnsafeMutablePointer<UInt16>.allocate(capacity: 8192)
    pairs.initialize(repeating: UInt16(CSCAN_NO_WORD_PAIR), count: 8192)
    let slowPairs = UnsafeMutablePointer<UInt8>.allocate(capacity: Int(CSCAN_SLOW_PAIRS))
    slowPairs.initialize(repeating: 1, count: Int(CSCAN_SLOW_PAIRS))
    for scalar in UInt32(0x80)..<0x800 {
      let character = shared[scalar]
      let place = Int((scalar >> 6) << 8 | 0x80 | scalar & 0x3F)
      switch (character.kind, character.lower) {
      case (.other, _): continue
      case (.letter, 0x80..<0x800), (.digit, 0x80..<0x800), (.mark, 0x80..<0x800):
        let lower = Self.pair(character.lower)
        pairs[place] = lower | (character.kind == .mark ? UInt16(CSCAN_PAIR_MARK) : 0)
        // Bit 5 of each byte is the case of ASCII letters, which a hash ignores.
        let isLower = (lower ^ Self.pair(scalar)) & ~0x2020 == 0
        if isLower, character.kind != .mark { slowPairs[Int(scalar >> 6 | (scalar & 0x3F) << 8)] = 0 }
      default: pairs[place] = UInt16(CSCAN_OTHER_PAIR)
      }
    }
    let known = UnsafeMutablePointer<UInt8>.allocate(capacity: 65536)
    known.initialize(repeating: 0, count: 65536)
    return cscan_characters(
      pages: cscan_pages(pages: pages.scan, make: { CharacterTable.pages.page(Int($0)) }), pairs: pairs,
      slow_pairs: slowPairs, known: known)
  }()

  /// The two bytes of a character, the first one lowest.
  private static func pair(_ scalar: UInt32) -> UInt16 {
    UInt16(0xC0 | scalar >> 6 | (0x80 | scalar & 0x3F) << 8)
  }

  package init() {}

  /// - Parameter scalar: A code point up to U+10FFFF.
  @inline(__always)
  package subscript(scalar: UInt32) -> Character {
    let value = pages[scalar]
    // The cases count up from 0, so that their raw value is what they are in memory.
    return Character(lower: value & 0xFF_FFFF, kind: unsafeBitCast(UInt8(value >> 24), to: Kind.self))
  }

  private static func describe(_ scalar: UInt32) -> Character {
    switch scalar {
    case 0x3C2: return Character(lower: 0x3C3, kind: .letter)  // final sigma is a sigma
    case 0x30FC: return Character(lower: scalar, kind: .ideograph)  // the long vowel mark of both kana has no script
    case 0x4E00...0x9FFF, 0xAC00...0xD7A3: return Character(lower: scalar, kind: .ideograph)
    default: break
    }
    let kind: Kind =
      if cicu_digit_value(scalar) >= 0 {
        .digit
      } else if cicu_is_mark(scalar) {
        .mark
      } else if cicu_is_letter(scalar) {
        cicu_is_unspaced(scalar) ? .ideograph : .letter
      } else {
        .other
      }
    return Character(lower: cicu_lower(scalar), kind: kind)
  }
}
