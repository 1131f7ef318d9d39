/// Takes keys out of a text: those that are known, and what looks like one that a provider repeats in part
/// (`sk-…`, `ab***yz`).
struct SecretScrubber {
  var secrets: [[UInt8]]

  private static let replacement = Array("***".utf8)
  private static let prefix = Array("sk-".utf8)
  /// Shorter words with that prefix are no keys.
  private static let shortestKey = 12

  func scrubbed(_ text: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(text.count)
    var position = 0
    while position < text.count {
      if let secret = secrets.first(where: { !$0.isEmpty && text[position...].starts(with: $0) }) {
        output += Self.replacement
        position += secret.count
        continue
      }
      let isInWord = position > 0 && Self.isKeyByte(text[position - 1])
      if !isInWord, Self.isKeyByte(text[position]), let end = key(in: text, at: position) {
        output += Self.replacement
        position = end
      } else {
        output.append(text[position])
        position += 1
      }
    }
    return output
  }

  /// Where the word that begins here ends, if it is a key.
  private func key(in text: [UInt8], at start: Int) -> Int? {
    var end = start
    var stars = 0
    var isMasked = false
    while end < text.count, Self.isKeyByte(text[end]) {
      stars = text[end] == UInt8(ascii: "*") ? stars + 1 : 0
      if stars == 3 { isMasked = true }
      end += 1
    }
    let isKey = text[start..<end].starts(with: Self.prefix) && end - start >= Self.shortestKey
    return isKey || isMasked ? end : nil
  }

  private static func isKeyByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "*"):
      true
    default: false
    }
  }
}
