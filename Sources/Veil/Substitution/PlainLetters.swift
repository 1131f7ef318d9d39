import Scanning

/// Names as they are written where marks are lost: `Jose` for `José`, `Mueller` for `Müller`.
///
/// For Latin letters only; other scripts tell words apart by their marks.
enum PlainLetters {
  /// How the letters with marks are written without: as the letter below the mark, or as German and Nordic languages do.
  enum Style {
    case letters, digraphs
  }

  /// - Parameter text: UTF-8 in lower case.
  static func plain(_ text: some Collection<UInt8>, _ style: Style = .letters) -> [UInt8] {
    guard text.contains(where: { $0 >= 0x80 }) else { return Array(text) }
    var plain: [UInt8] = []
    plain.reserveCapacity(text.count)
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      if style == .digraphs, let letters = digraphs[scalar.value] {
        plain += letters
      } else if let letters = letters[scalar.value] {
        plain += letters
      } else if !(0x300...0x36F).contains(scalar.value) {
        plain.append(contentsOf: UTF8.encode(scalar)!)
      }
    }
    return plain
  }

  /// Whether any byte may begin a Latin letter with a mark.
  static func mayHaveMarks(_ text: some Sequence<UInt8>) -> Bool {
    text.contains { (0xC3...0xC8).contains($0) || $0 == 0xCC || $0 == 0xE1 }
  }

  /// The ways other than its own in which a word may be written without marks.
  static func others(of text: [UInt8]) -> [[UInt8]] {
    guard mayHaveMarks(text) else { return [] }
    let plain = plain(text)
    let digraphs = self.plain(text, .digraphs)
    return (plain == text ? [] : [plain]) + (digraphs == plain || digraphs == text ? [] : [digraphs])
  }

  private static let letters = table(
    """
    a àáâãäåāăąạảấầẩẫậắằẳẵặ ae æ c çćĉċč d ďđð e èéêëēĕėęěẹẻẽếềểễệ g ĝğġģ h ĥħ i ìíîïĩīĭįıỉị j ĵ k ķ l ĺļľŀł n ñńņňŋ
    o òóôõöøōŏőơọỏốồổỗộớờởỡợ oe œ r ŕŗř s śŝşšș ss ß t ţťŧț th þ u ùúûüũūŭůűųưụủứừửữự w ŵ y ýÿŷỳỵỷỹ z źżž
    """)
  private static let digraphs = table("ae äæ oe öøœ ue ü aa å")

  private static func table(_ text: String) -> [UInt32: [UInt8]] {
    var table: [UInt32: [UInt8]] = [:]
    var letters: [UInt8] = []
    for (place, word) in text.split(whereSeparator: \.isWhitespace).enumerated() {
      if place % 2 == 0 { letters = Array(word.utf8) }
      if place % 2 == 1 { for scalar in word.unicodeScalars { table[scalar.value] = letters } }
    }
    return table
  }
}
