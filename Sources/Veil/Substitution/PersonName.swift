/// Which part of a written name is which: `John` and `Doe` in `John Doe`, `Dr. John Q. Doe Jr.` or `Doe, John`.
///
/// A heuristic for names of European make; a name of one word, or in a script without spaces, has no parts.
struct PersonName {
  /// The words without titles and without `Jr.` and the like, in the order given names, family name.
  private(set) var words: [Range<Int>] = []
  /// How many of them are given names; 0 when the name has no parts.
  private(set) var givenCount = 0

  init(_ text: [UInt8]) {
    let bytes = text.span
    var comma: Int?
    var position = 0
    words.reserveCapacity(4)
    while position < bytes.count {
      if Self.isSpace(bytes[position]) {
        position += 1
        continue
      }
      let start = position
      while position < bytes.count, !Self.isSpace(bytes[position]) { position += 1 }
      let hasComma = bytes[position - 1] == UInt8(ascii: ",")
      let word = start..<(hasComma ? position - 1 : position)
      guard !word.isEmpty else { continue }
      // What is longer is in no list.
      let plain = Self.plain(bytes.extracting(word))
      // `J.R.` are initials.
      let isInitials = word.count > 2 && word.count < 5 && bytes[word.lowerBound + 1] == UInt8(ascii: ".")
      let isExtra =
        plain.map {
          words.isEmpty ? Self.titles.contains($0) : Self.endings.contains($0) && !(isInitials && $0.count == 2)
        } ?? false
      if !isExtra { words.append(word) }
      if hasComma, comma == nil, !words.isEmpty { comma = words.count }
    }
    guard words.count > 1 else { return }
    if let comma, comma < words.count {
      words = Array(words[comma...] + words[..<comma])
      givenCount = words.count - comma
    } else {
      givenCount = words.count - 1
      for number in 1..<words.count - 1 {
        guard let plain = Self.plain(bytes.extracting(words[number])), Self.particles.contains(plain) else { continue }
        givenCount = number
        break
      }
    }
  }

  /// The first given name.
  var given: Range<Int>? { givenCount > 0 ? words[0] : nil }

  /// The family name with its particles.
  var family: Range<Int>? {
    givenCount > 0 ? words[givenCount].lowerBound..<words[words.count - 1].upperBound : nil
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || 9...13 ~= byte }

  /// Lower case, without dots; nil when that is longer than any word of the lists.
  private static func plain(_ word: Span<UInt8>) -> ShortWord? {
    var plain = ShortWord()
    for offset in word.indices where word[offset] != UInt8(ascii: ".") {
      let byte = word[offset]
      guard plain.append(byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte) else { return nil }
    }
    return plain
  }

  /// - Parameter word: in lower case.
  static func isParticle(_ word: some Sequence<UInt8>) -> Bool { particles.contains(word) }

  private static let titles = ShortWords(
    "mr mrs ms miss mx dr prof professor sir lady lord dame rev fr hon herr frau m mme mlle sr sra srta don doña sig "
      + "signor signora dott ing mag dipl")
  private static let endings = ShortWords("jr sr ii iii iv phd md esq dds jnr snr")
  private static let particles = ShortWords(
    "van von vom zu zum zur der den de del della delle dello di da do dos das du des la le el al bin ibn ben ter ten "
      + "af av st san santa abu")
}
