internal import CICU

extension FoldRule {
  /// Whether this character is looked at together with what stands before it.
  var extendsCluster: Bool { kind == .mark || kind == .joining || kind == .invisibleExtension }
}

extension FoldPass {
  /// More marks than this behind one character are dropped: ICU orders them in quadratic time.
  private static var mostMarks: Int { 32 }

  /// Where the character begins that what stands at `position` belongs to; `position` itself when there is none.
  func baseOfCluster() -> Int {
    var start = position
    var steps = 0
    while start > linear, steps <= Self.mostMarks {
      let before = characterStart(raw, before: start)
      if raw[before] < 0x20 { return start }
      start = before
      if raw[start] < 0x80 { return start }
      guard rule(decodeChecked(raw, at: start).scalar).extendsCluster else { return start }
      steps += 1
    }
    return start
  }

  /// Folds the character at `start`, which is not before `linear`, with all that belongs to it, and goes on behind it.
  mutating func foldCluster(from start: Int) {
    let isAttached = start == position && isBehindEscape
    position = start
    flush()
    var disguise: Disguise = []
    var count = 0
    var endsInJoiner = false
    while position < raw.count {
      let (scalar, length) = decodeChecked(raw, at: position)
      guard length > 0 else { break }
      let rule = self.rule(scalar)
      if count > 0, scalar < 0x80 || !rule.extendsCluster { break }
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
      lastClass = 0
      return
    }
    if isLatin { disguise.formUnion(.lookalike) }
    if endsInJoiner { disguise.formUnion(.joiner) }
    if text.bytes.count > folded {
      endUnit(folded: folded, original: start, disguise)
    } else if isAttached {
      text.units[text.units.count - 1].originalLength += UInt32(position - start)
      text.units[text.units.count - 1].disguise.formUnion(disguise)
      linear = position
    } else {
      let length = position - start
      position = start
      drop(length, disguise)
    }
  }

  /// Whether what stands before `position` was an escape, to the last character of which marks belong.
  private var isBehindEscape: Bool {
    guard position == linear, let last = text.units.last else { return false }
    return last.originalEnd == position && last.foldedLength > 0
  }

  /// Appends the fold of the cluster in `normaliser`. Returns whether a look-alike was taken for a Latin letter.
  private mutating func appendNormalised(from start: Int) -> Bool {
    let folded = text.bytes.count
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
        // A mark on an ASCII letter is none of its script's, whichever it is.
        if text.bytes.count > folded, text.bytes[text.bytes.count - 1] < 0x80, cicu_is_mark(scalar) { continue }
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
