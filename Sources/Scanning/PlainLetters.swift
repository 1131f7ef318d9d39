import CScan

/// Names as they are written where marks are lost: `Jose` for `José`, `Mueller` for `Müller`.
///
/// For Latin letters only; other scripts tell words apart by their marks.
package enum PlainLetters {
  /// How the letters with marks are written without: as the letter below the mark, or as German and Nordic languages do.
  package enum Style {
    case letters, digraphs
  }

  /// - Parameter text: UTF-8 in lower case.
  package static func plain(_ text: [UInt8], _ style: Style = .letters) -> [UInt8] {
    guard text.contains(where: { $0 >= 0x80 }) else { return text }
    var plain: [UInt8] = []
    plain.reserveCapacity(text.count)
    text.withUnsafeBufferPointer { text in
      var position = 0
      while position < text.count {
        let (scalar, next) = decode(text, at: position)
        let letters = style == .letters ? table[scalar] & 0xFFFF : table[scalar] >> 16
        if letters != 0 {
          plain.append(UInt8(letters & 0xFF))
          if letters > 0xFF { plain.append(UInt8(letters >> 8)) }
        } else if !(0x300...0x36F).contains(scalar) {
          plain.append(contentsOf: text[position..<next])
        }
        position = next
      }
    }
    return plain
  }

  /// Whether any byte may begin a Latin letter with a mark.
  package static func mayHaveMarks(_ text: [UInt8]) -> Bool {
    text.contains { (0xC3...0xC8).contains($0) || $0 == 0xCC || $0 == 0xE1 }
  }

  /// The ways other than its own in which a word may be written without marks.
  package static func others(of text: [UInt8]) -> [[UInt8]] {
    guard mayHaveMarks(text) else { return [] }
    let plain = plain(text)
    let digraphs = self.plain(text, .digraphs)
    return (plain == text ? [] : [plain]) + (digraphs == plain || digraphs == text ? [] : [digraphs])
  }

  /// The letters as the kernels read them.
  static var scan: UnsafePointer<UInt32> { table.letters }

  private static let table = Table(
    letters: """
      a àáâãäåāăąạảấầẩẫậắằẳẵặ ae æ c çćĉċč d ďđð e èéêëēĕėęěẹẻẽếềểễệ g ĝğġģ h ĥħ i ìíîïĩīĭįıỉị j ĵ k ķ l ĺļľŀł n ñńņňŋ
      o òóôõöøōŏőơọỏốồổỗộớờởỡợ oe œ r ŕŗř s śŝşšș ss ß t ţťŧț th þ u ùúûüũūŭůűųưụủứừửữự w ŵ y ýÿŷỳỵỷỹ z źżž
      """,
    digraphs: "ae äæ oe öøœ ue ü aa å")

  /// By code point: two bytes for the one style, two for the other; 0 for characters that stay.
  ///
  /// Unchecked, because nothing is written after `init`.
  private struct Table: @unchecked Sendable {
    let letters: UnsafePointer<UInt32>

    init(letters: String, digraphs: String) {
      let table = UnsafeMutablePointer<UInt32>.allocate(capacity: Int(CSCAN_PLAIN_LETTERS))
      table.initialize(repeating: 0, count: Int(CSCAN_PLAIN_LETTERS))
      for (scalar, plain) in Self.read(letters) { table[Self.place(scalar)!] = plain << 16 | plain }
      for (scalar, plain) in Self.read(digraphs) {
        table[Self.place(scalar)!] = plain << 16 | table[Self.place(scalar)!] & 0xFFFF
      }
      self.letters = UnsafePointer(table)
    }

    subscript(scalar: UInt32) -> UInt32 { Self.place(scalar).map { letters[$0] } ?? 0 }

    private static func place(_ scalar: UInt32) -> Int? {
      switch scalar {
      case 0xC0..<0x250: Int(scalar - 0xC0)
      case 0x1E00..<0x1F00: Int(scalar - 0x1E00) + Int(CSCAN_PLAIN_LATIN)
      default: nil
      }
    }

    private static func read(_ text: String) -> [(scalar: UInt32, plain: UInt32)] {
      let words = text.split(whereSeparator: \.isWhitespace)
      return stride(from: 0, to: words.count, by: 2).flatMap { place in
        let plain = words[place].utf8.reversed().reduce(0) { $0 << 8 | UInt32($1) }
        return words[place + 1].unicodeScalars.map { ($0.value, plain) }
      }
    }
  }
}
