internal import CICU
import CScan

/// What folding does with one code point, packed for the table of all of them.
struct FoldRule {
  /// In the order of the kernel's.
  enum Kind: UInt8 {
    /// Stays as it is.
    case plain
    /// A mark, or a skin tone, that stays as it is behind a letter; `target` is its combining class.
    case mark
    /// Composes or reorders with what stands before it, or is a mark to drop: the whole cluster must be normalised.
    case joining
    /// Dropped.
    case invisible
    /// Dropped, and one with what stands before it: joiners, variation selectors, tags.
    case invisibleExtension
    /// Becomes the single code point `target`.
    case mapped
    /// Becomes several code points: left to ICU each time.
    case expanding
    /// Becomes the Latin letter `target` where its surroundings say that it is meant as one; stays otherwise.
    case lookalike
    /// Becomes `.` between ASCII letters and digits; stays otherwise.
    case fullStop
  }

  /// Which letters a look-alike may stand with.
  enum Script: UInt8 {
    case none, latin, latinLike
  }

  let packed: UInt32

  init(_ kind: Kind, target: UInt32 = 0, script: Script = .none, disguise: Disguise = []) {
    packed =
      target | UInt32(script.rawValue) << 21 | UInt32(kind.rawValue) << 24 | UInt32(disguise.rawValue & 0xF) << 28
  }

  init(packed: UInt32) { self.packed = packed }

  // The cases count up from 0, so that their raw value is what they are in memory.
  var kind: Kind { unsafeBitCast(UInt8(packed >> 24 & 0xF), to: Kind.self) }
  var target: UInt32 { packed & 0x1F_FFFF }
  var script: Script { unsafeBitCast(UInt8(packed >> 21 & 3), to: Script.self) }
  /// One of `lookalike`, `width`, `digit` and `invisible`; `punctuation` when none of them.
  var disguise: Disguise {
    let bits = UInt16(packed >> 28)
    return bits == 0 ? .punctuation : Disguise(rawValue: bits)
  }

  /// The rules of all code points.
  static let table = CodePointPages { FoldRule.describe($0).packed }
  /// The same as the kernel reads them, and what it learns of them. Unchecked, as the pages are.
  nonisolated(unsafe) static let scan: cscan_rules = {
    let known = UnsafeMutablePointer<UInt8>.allocate(capacity: Int(CSCAN_KNOWN))
    known.initialize(repeating: 0, count: Int(CSCAN_KNOWN))
    return cscan_rules(
      pages: cscan_pages(pages: table.scan, make: { FoldRule.table.page(Int($0)) }), known: known)
  }()
}

extension FoldRule {
  private static func describe(_ scalar: UInt32) -> FoldRule {
    switch scalar {
    case 0..<0x80, 0x4E00...0x9FFF, 0xAC00...0xD7A3: return FoldRule(.plain)
    case 0x3002, 0xFF61: return FoldRule(.fullStop)
    case 0x2120, 0x2122: return FoldRule(.plain)  // service and trade mark: `SM` and `TM` would join the word before
    case 0xFFF9...0xFFFB: return FoldRule(.invisible, disguise: .invisible)
    default: break
    }
    if cicu_is_invisible(scalar) {
      return FoldRule(cicu_extends_cluster(scalar) ? .invisibleExtension : .invisible, disguise: .invisible)
    }
    if let letter = Lookalikes.letters[scalar] {
      return FoldRule(.lookalike, target: UInt32(letter), script: script(scalar), disguise: .lookalike)
    }
    if let target = ascii(scalar) { return FoldRule(.mapped, target: target.byte, disguise: target.disguise) }
    if isDroppedMark(scalar) || !cicu_has_boundary_before(scalar) && !cicu_is_always_nfkc(scalar) {
      return FoldRule(.joining)
    }
    let normal = nfkc(scalar)
    if normal.count > 1 {
      // Spacing forms of marks become a space with a mark, which would part words.
      return FoldRule(normal.first == 0x20 ? .plain : .expanding)
    }
    if let only = normal.first, only != scalar {
      let target = ascii(only)?.byte ?? only
      return FoldRule(.mapped, target: target, script: script(target), disguise: .width)
    }
    if cicu_extends_cluster(scalar) || cicu_is_mark(scalar) {
      return FoldRule(.mark, target: UInt32(cicu_combining_class(scalar)))
    }
    // What else has no boundary before it joins what stands there: jamo.
    return cicu_has_boundary_before(scalar) ? FoldRule(.plain, script: script(scalar)) : FoldRule(.joining)
  }

  private static func script(_ scalar: UInt32) -> Script {
    guard cicu_is_letter(scalar) else { return .none }
    return cicu_is_latin(scalar) ? .latin : cicu_is_latin_like(scalar) ? .latinLike : .none
  }

  /// Marks of no script of their own: accents that no letter takes, strokes through letters, circles around them.
  /// Dropped when they are left after composition.
  static func isDroppedMark(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x300...0x36F, 0x483...0x489, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE20...0xFE2F: true
    default: false
    }
  }

  private static func nfkc(_ scalar: UInt32) -> [UInt32] {
    var normaliser = Normaliser()
    normaliser.append(scalar)
    var scalars: [UInt32] = []
    normaliser.normalise()
    while let next = normaliser.nextScalar() { scalars.append(next) }
    return scalars
  }

  /// The ASCII character that stands for this one beyond what NFKC does.
  private static func ascii(_ scalar: UInt32) -> (byte: UInt32, disguise: Disguise)? {
    let zero = UInt32(UInt8(ascii: "0"))
    let capital = UInt32(UInt8(ascii: "A"))
    let digit = cicu_digit_value(scalar)
    if digit >= 0 { return (zero + UInt32(digit), 0xFF10...0xFF19 ~= scalar ? .width : .digit) }
    switch scalar {
    // Circled digits and letters on a dark ground, or with two circles, which NFKC leaves.
    case 0x2776...0x277E: return (zero + scalar - 0x2775, .digit)
    case 0x2780...0x2788: return (zero + scalar - 0x277F, .digit)
    case 0x278A...0x2792: return (zero + scalar - 0x2789, .digit)
    case 0x24F5...0x24FD: return (zero + scalar - 0x24F4, .digit)
    case 0x24FF, 0x1F10B, 0x1F10C: return (zero, .digit)
    case 0x1F150...0x1F169: return (capital + scalar - 0x1F150, .width)
    case 0x1F170...0x1F189: return (capital + scalar - 0x1F170, .width)
    // Ends of lines, and an empty braille cell.
    case 0x85, 0x2028, 0x2029: return (0x0A, .punctuation)
    case 0x2800: return (0x20, .punctuation)
    default: break
    }
    if let character = punctuation[scalar] { return (character, .punctuation) }
    if cicu_is_dash(scalar) { return (UInt32(UInt8(ascii: "-")), .punctuation) }
    if cicu_is_space(scalar) { return (0x20, .punctuation) }
    return nil
  }

  /// Marks of ASCII by those that stand for them.
  private static let punctuation: [UInt32: UInt32] = {
    let rows: [(Unicode.Scalar, String)] = [
      (
        "'",
        "\u{2018}\u{2019}\u{201A}\u{201B}\u{2032}\u{2039}\u{203A}\u{B4}\u{2B9}\u{2BB}\u{2BC}\u{2BD}\u{2C8}\u{275B}"
          + "\u{275C}"
      ),
      (
        "\"",
        "\u{201C}\u{201D}\u{201E}\u{201F}\u{2033}\u{AB}\u{BB}\u{2BA}\u{2EE}\u{301D}\u{301E}\u{301F}\u{275D}\u{275E}"
      ),
      ("-", "\u{2212}\u{2043}\u{2D7}\u{2796}\u{207B}\u{208B}"),
      ("/", "\u{2044}\u{2215}\u{29F8}"),
      (":", "\u{2236}\u{A789}\u{2D0}"),
      ("+", "\u{2795}"),
      ("~", "\u{223C}\u{2DC}"),
      (".", "\u{2024}\u{66B}"),
      (",", "\u{66C}\u{60C}"),
    ]
    var marks: [UInt32: UInt32] = [:]
    for (mark, alike) in rows {
      for scalar in alike.unicodeScalars { marks[scalar.value] = mark.value }
    }
    return marks
  }()
}

/// NFKC of a few characters at a time, with storage that is used again.
struct Normaliser: Sendable {
  private var units: [UInt16] = []
  private var result: [UInt16] = []
  private var next = 0
  private var count = 0

  mutating func append(_ scalar: UInt32) {
    if scalar < 0x10000 {
      units.append(UInt16(scalar))
    } else {
      units.append(UInt16(0xD800 + (scalar - 0x10000) >> 10))
      units.append(UInt16(0xDC00 + scalar & 0x3FF))
    }
  }

  /// Normalises what was appended; ``nextScalar()`` then gives the outcome.
  mutating func normalise() {
    next = 0
    count = 0
    if units.isEmpty { return }
    // The longest expansion of one code point is 18 units.
    let room = units.count * 18
    if result.count < room { result.append(contentsOf: repeatElement(0, count: room - result.count)) }
    count = Int(cicu_nfkc(units, Int32(units.count), &result, Int32(result.count)))
    // A broken installation; without normalisation, disguised text would pass.
    guard count >= 0, count <= result.count else { fatalError("ICU has no normalisation data") }
    units.removeAll(keepingCapacity: true)
  }

  mutating func nextScalar() -> UInt32? {
    guard next < count else { return nil }
    let unit = UInt32(result[next])
    next += 1
    guard unit & 0xFC00 == 0xD800 else { return unit }
    next += 1
    return 0x10000 + (unit & 0x3FF) << 10 + UInt32(result[next - 1]) & 0x3FF
  }
}
