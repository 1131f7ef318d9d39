internal import CICU

extension FoldRule {
  /// Whether this character is looked at together with what stands before it.
  var extendsCluster: Bool { kind == .mark || kind == .joining || kind == .invisibleExtension }

  /// Vowels and finals of Korean syllables: they compose with what stands before them but are no marks.
  static func isJamo(_ scalar: UInt32) -> Bool { 0x1160...0x11FF ~= scalar || 0xD7B0...0xD7FF ~= scalar }
}

extension FoldPass {
  /// More marks than this behind one character are dropped: ICU orders them in quadratic time.
  private static var mostMarks: Int { 32 }

  /// Whether a character that ends with this byte is ASCII and visible: what marks are left on one after composition are
  /// of some other script and disguise it.
  static func takesNoMarks(_ byte: UInt8) -> Bool { 0x20..<0x80 ~= byte }

  /// Where the character begins that what stands at `position` belongs to; `position` itself when there is none.
  func baseOfCluster() -> Int {
    var start = position
    for _ in 0...Self.mostMarks where start > linear {
      let before = characterStart(raw, before: start)
      if raw[before] < 0x20 { break }
      start = before
      if raw[start] < 0x80 || !rule(decodeChecked(raw, at: start).scalar).extendsCluster { return start }
    }
    // Marks without a base: only marks belong to them.
    return FoldRule.isJamo(decodeChecked(raw, at: position).scalar) ? position : start
  }

  /// Folds the character at `start`, which is not before `linear`, with all that belongs to it, and goes on behind it.
  /// When what stands at `start` is itself a mark, it belongs to an escape that ends there or to nothing.
  mutating func foldCluster(from start: Int) {
    position = start
    flush()
    var disguise: Disguise = []
    var count = 0
    var lead: UInt32 = 0
    var endsInJoiner = false
    var isWithoutBase = false
    while position < raw.count {
      let (scalar, length) = decodeChecked(raw, at: position)
      guard length > 0 else { break }
      let rule = self.rule(scalar)
      if count == 0 {
        isWithoutBase = rule.extendsCluster && !FoldRule.isJamo(scalar)
      } else if scalar < 0x80 || isWithoutBase && FoldRule.isJamo(scalar) {
        break
      } else if !rule.extendsCluster {
        // A joiner makes one emoji of two; of emoji that fold to letters (🅰, ⓜ) no trace would be left to tell by.
        let folds = rule.kind == .mapped || rule.kind == .expanding
        guard endsInJoiner, folds, count <= Self.mostMarks, cicu_is_pictographic(lead), cicu_is_pictographic(scalar)
        else { break }
      }
      if !rule.extendsCluster { lead = scalar }
      if rule.kind == .invisibleExtension {
        disguise.formUnion(.invisible)
      } else if count > Self.mostMarks {
        disguise.formUnion(.composition)
      } else {
        normaliser.append(scalar)
        switch rule.kind {
        case .joining: disguise.formUnion(.composition)
        case .mapped: disguise.formUnion(rule.disguise)
        case .expanding: disguise.formUnion(.width)
        default: break
        }
      }
      endsInJoiner = scalar == 0x200D
      count += 1
      position += length
    }
    let folded = text.bytes.count
    let isLatin = appendNormalised(from: start)
    let source = raw[start..<position]
    if text.bytes[folded...].elementsEqual(source) {
      // Nothing changed: the cluster stays part of what is its own fold.
      text.bytes.removeSubrange(folded...)
      linear = start
      state.last_class = 0
      return
    }
    if isLatin { disguise.formUnion(.lookalike) }
    if endsInJoiner { disguise.formUnion(.joiner) }
    if isWithoutBase, let last = text.units.last, last.originalEnd == start, last.foldedLength > 0 {
      text.units[text.units.count - 1].originalLength += UInt32(position - start)
      text.units[text.units.count - 1].foldedLength += UInt16(text.bytes.count - folded)
      text.units[text.units.count - 1].disguise.formUnion(disguise)
      linear = position
      state.last_class = 0
    } else if text.bytes.count > folded {
      endUnit(folded: folded, original: start, disguise)
    } else {
      let length = position - start
      position = start
      drop(length, disguise)
    }
  }

  /// Appends the fold of the cluster in `normaliser`. Returns whether a look-alike was taken for a Latin letter.
  private mutating func appendNormalised(from start: Int) -> Bool {
    var isLatin = false
    normaliser.normalise()
    while let scalar = normaliser.nextScalar() {
      if scalar < 0x80 {
        text.bytes.append(UInt8(scalar))
        continue
      }
      let rule = self.rule(scalar)
      switch rule.kind {
      case .mapped: appendUTF8(rule.target, to: &text.bytes)
      case .invisible, .invisibleExtension: break
      case .joining, .mark:
        if FoldRule.isDroppedMark(scalar) { continue }
        if let last = text.bytes.last, Self.takesNoMarks(last), cicu_is_mark(scalar) { continue }
        appendUTF8(scalar, to: &text.bytes)
      case .lookalike where isMeantAsLatin(start):
        appendUTF8(rule.target, to: &text.bytes)
        isLatin = true
      case .lookalike, .plain, .expanding, .fullStop: appendUTF8(scalar, to: &text.bytes)
      }
    }
    return isLatin
  }
}
