/// A regular expression as far as ``PatternSieve`` wants to know it: which characters can follow one another.
indirect enum PatternSyntax: Sendable {
  /// One character of a set.
  case character(CharacterSet)
  case sequence([PatternSyntax])
  case alternatives([PatternSyntax])
  /// `most` is nil without a bound.
  case repeated(PatternSyntax, least: Int, most: Int?)
  /// What must also match here; takes no part in the match itself.
  case ahead(PatternSyntax)
  /// What must, or must not, stand before this place.
  case behind(PatternSyntax)
  case unlessBehind(PatternSyntax)
  /// ASCII characters that must not follow here.
  case unless(CharacterSet)
  /// A call of a group by name.
  case call(String)
  /// Matches nothing or is not looked at: anchors, most negative lookaheads.
  case nothing
  /// Whatever it is, it may match anything.
  case anything

  /// ASCII characters, and whether any other is in the set.
  struct CharacterSet: Hashable, Sendable {
    var low: UInt64 = 0
    var high: UInt64 = 0
    var hasOthers = false

    static let all = CharacterSet(low: .max, high: .max, hasOthers: true)

    mutating func insert(_ scalar: Unicode.Scalar) {
      switch scalar.value {
      case 0..<64: low |= 1 << UInt64(scalar.value)
      case 64..<128: high |= 1 << UInt64(scalar.value - 64)
      default: hasOthers = true
      }
    }

    mutating func insert(_ range: ClosedRange<Unicode.Scalar>) {
      if range.upperBound.value > 127 { hasOthers = true }
      guard range.lowerBound.value <= 127 else { return }
      for value in range.lowerBound.value...min(range.upperBound.value, 127) { insert(Unicode.Scalar(UInt8(value))) }
    }

    mutating func formUnion(_ other: CharacterSet) {
      low |= other.low
      high |= other.high
      hasOthers = hasOthers || other.hasOthers
    }

    /// All but the ASCII characters of this set; which of the others it leaves is not known.
    var inverted: CharacterSet { CharacterSet(low: ~low, high: ~high, hasOthers: true) }

    /// All that are not in this set, if that is exact.
    var complement: CharacterSet { CharacterSet(low: ~low, high: ~high, hasOthers: !hasOthers) }

    /// With letters of the other case.
    var caseless: CharacterSet {
      let upper: UInt64 = 0x07FF_FFFE
      let letters = (high | high >> 32) & upper
      var set = CharacterSet(low: low, high: high | letters | letters << 32, hasOthers: hasOthers)
      let kAndS: UInt64 = 1 << 11 | 1 << 19
      // The Kelvin sign and the long s are letters of the other case, too.
      if set.high & kAndS != 0 { set.hasOthers = true }
      if hasOthers { set.high |= kAndS | kAndS << 32 }
      return set
    }
  }
}
