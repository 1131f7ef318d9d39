/// An input of a fuzzer: two bytes that choose what is done, then the text.
///
/// Only the lower six bits of the two count, so that inputs can be written by hand: `@` is zero, `A` is one.
struct FuzzInput {
  /// Six bits, the meaning of which is up to the check.
  let choice: UInt8
  /// Decides where the text is cut; its bits may be given a meaning, too.
  let seed: UInt8
  let text: [UInt8]

  init(_ bytes: some Collection<UInt8>) {
    var rest = Array(bytes)[...]
    choice = (rest.popFirst() ?? 0) & 0x3F
    seed = (rest.popFirst() ?? 0) & 0x3F
    text = Array(rest)
  }
}

/// A way to cut a text into chunks, the same for the same seed. Some chunks are empty.
struct Cuts: Sequence {
  private let count: Int
  private let longest: Int
  private let seed: UInt8

  init(_ text: [UInt8], longest: Int, seed: UInt8) {
    count = text.count
    self.longest = longest
    self.seed = seed
  }

  /// The text as one chunk.
  init(none text: [UInt8]) { self.init(text, longest: 0, seed: 0) }

  func makeIterator() -> AnyIterator<Range<Int>> {
    var position = 0
    // A linear congruence is random enough for this; the constants are those of Numerical Recipes.
    var state = UInt32(seed) &* 2_654_435_761 &+ UInt32(truncatingIfNeeded: count)
    return AnyIterator {
      guard position < count else { return nil }
      state = state &* 1_664_525 &+ 1_013_904_223
      let length = longest == 0 ? count : Int(state >> 8) % (longest + 1)
      let start = position
      position = Swift.min(count, start + length)
      return start..<position
    }
  }
}
