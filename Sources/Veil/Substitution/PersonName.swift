/// Which part of a written name is which: `John` and `Doe` in `John Doe`, `Dr. John Q. Doe Jr.` or `Doe, John`.
///
/// A heuristic for names of European make; a name of one word, or in a script without spaces, has no parts.
struct PersonName {
  /// The words without titles and without `Jr.` and the like, in the order given names, family name.
  private(set) var words: [Range<Int>] = []
  /// How many of them are given names; 0 when the name has no parts.
  private(set) var givenCount = 0

  init(_ text: some RandomAccessCollection<UInt8>) {
    let bytes = Array(text)
    var comma: Int?
    for word in Self.split(bytes) {
      var word = word
      let hasComma = bytes[word.upperBound - 1] == UInt8(ascii: ",")
      if hasComma { word = word.lowerBound..<word.upperBound - 1 }
      guard !word.isEmpty else { continue }
      let plain = Self.plain(bytes[word])
      // `J.R.` are initials.
      let isInitials = word.count > 2 && word.count < 5 && bytes[word.lowerBound + 1] == UInt8(ascii: ".")
      let isExtra =
        words.isEmpty ? Self.titles.contains(plain) : Self.endings.contains(plain) && !(isInitials && plain.count == 2)
      if !isExtra { words.append(word) }
      if hasComma, comma == nil, !words.isEmpty { comma = words.count }
    }
    guard words.count > 1 else { return }
    if let comma, comma < words.count {
      words = Array(words[comma...] + words[..<comma])
      givenCount = words.count - comma
    } else {
      let particle = words.indices.dropFirst().dropLast().first {
        Self.particles.contains(Self.plain(bytes[words[$0]]))
      }
      givenCount = particle ?? words.count - 1
    }
  }

  /// The first given name.
  var given: Range<Int>? { givenCount > 0 ? words[0] : nil }

  /// The family name with its particles.
  var family: Range<Int>? {
    givenCount > 0 ? words[givenCount].lowerBound..<words[words.count - 1].upperBound : nil
  }

  private static func split(_ bytes: [UInt8]) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start: Int?
    for (position, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: " ") || (9...13).contains(byte) {
        if let start { words.append(start..<position) }
        start = nil
      } else if start == nil {
        start = position
      }
    }
    if let start { words.append(start..<bytes.count) }
    return words
  }

  /// Lower case, without dots.
  private static func plain(_ word: ArraySlice<UInt8>) -> [UInt8] {
    word.compactMap { byte in
      switch byte {
      case UInt8(ascii: "."): nil
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
      default: byte
      }
    }
  }

  /// - Parameter word: in lower case.
  static func isParticle(_ word: [UInt8]) -> Bool { particles.contains(word) }

  private static func set(_ words: String) -> Set<[UInt8]> {
    Set(words.split(separator: " ").map { Array($0.utf8) })
  }

  private static let titles = set(
    "mr mrs ms miss mx dr prof professor sir lady lord dame rev fr hon herr frau m mme mlle sr sra srta don doña sig "
      + "signor signora dott ing mag dipl")
  private static let endings = set("jr sr ii iii iv phd md esq dds jnr snr")
  private static let particles = set(
    "van von vom zu zum zur der den de del della delle dello di da do dos das du des la le el al bin ibn ben ter ten "
      + "af av st san santa abu")
}
