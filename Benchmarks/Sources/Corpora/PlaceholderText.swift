/// A model's answer: text with placeholders, and what they stand for.
public struct PlaceholderText: Sendable {
  public struct Entry: Sendable {
    public var placeholder: String
    public var original: String
  }

  public private(set) var bytes: [UInt8] = []
  public let entries: [Entry]
  /// How many placeholders stand in the text.
  public private(set) var occurrences = 0

  /// - Parameter count: how many different placeholders there are. One of them stands in about 200 bytes of the text,
  ///   behind a space.
  public init(_ text: [UInt8], count: Int, seed: UInt64 = Corpus.defaultSeed) {
    let types = ["NAME", "EMAIL", "PHONE", "IBAN", "PAYMENT_CARD", "ADDRESS", "ORG", "URL"]
    entries = (0..<count).map { index in
      let (number, type) = index.quotientAndRemainder(dividingBy: types.count)
      return Entry(
        placeholder: "[\(types[type])_\(number + 1)]", original: "\(types[type].lowercased()) \(number + 1) of somebody"
      )
    }
    let written = entries.map { Array($0.placeholder.utf8) }
    var random = Random(seed: seed, purpose: "placeholders")
    var due = random.number(120...280)
    bytes.reserveCapacity(text.count + text.count / 10)
    for (place, byte) in text.enumerated() {
      bytes.append(byte)
      guard place >= due, byte == UInt8(ascii: " "), count > 0 else { continue }
      bytes += random.pick(written)
      bytes.append(byte)
      occurrences += 1
      due = place + random.number(120...280)
    }
  }
}
