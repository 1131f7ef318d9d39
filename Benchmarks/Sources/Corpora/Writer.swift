/// Where a corpus is written: bytes and the random numbers they come from.
struct Writer {
  var output: [UInt8] = []
  var random: Random
  /// From which length on the text is to have its next identifier.
  var nextIdentifier = 0
  /// Whether the next word begins a sentence.
  private var isAtStart = false
  /// Whether `a` or `an` is to be written before the next word.
  private var owesArticle = false

  init(random: Random, capacity: Int) {
    self.random = random
    output.reserveCapacity(capacity + 4_096)
  }

  mutating func write(_ text: String) { output.append(contentsOf: text.utf8) }

  mutating func write(_ number: Int, digits: Int = 1) {
    let text = String(number)
    for _ in 0..<max(0, digits - text.utf8.count) { output.append(UInt8(ascii: "0")) }
    output.append(contentsOf: text.utf8)
  }

  mutating func writeDigits(_ count: Int) {
    for _ in 0..<count { output.append(UInt8(ascii: "0") + UInt8(random.below(10))) }
  }

  /// As many as the text has `#`; all else as it stands.
  mutating func writePattern(_ pattern: String) {
    for byte in pattern.utf8 {
      output.append(byte == UInt8(ascii: "#") ? UInt8(ascii: "0") + UInt8(random.below(10)) : byte)
    }
  }

  mutating func writeHexadecimal(_ count: Int) {
    for _ in 0..<count {
      let value = UInt8(random.below(16))
      output.append(value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10)
    }
  }

  mutating func beginSentence() { isAtStart = true }

  mutating func oweArticle() { owesArticle = true }

  mutating func writeWord(_ word: some Collection<UInt8>) {
    guard let first = word.first else { return }
    if owesArticle {
      owesArticle = false
      writeWord(("aeiou".utf8.contains(first) ? "an " : "a ").utf8)
    }
    let isLetter = first >= UInt8(ascii: "a") && first <= UInt8(ascii: "z")
    output.append(isAtStart && isLetter ? first - 32 : first)
    isAtStart = false
    output.append(contentsOf: word.dropFirst())
  }
}
