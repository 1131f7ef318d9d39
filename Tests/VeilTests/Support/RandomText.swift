/// SplitMix64 (Steele, Lea, Flood 2014): small, seeded, the same on every machine.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Texts in which everything that the engine treats specially stands next to everything else.
enum RandomText {
  static let valid: [String] = [
    "John Doe", "Jane Roe", "JOHN DOE", "Doe, John", "Dr. Anna Schmidt", "Mr Doe", "my name is jane roe",
    "Dear John,\n",
    "Best regards,\nMaria Garcia\n", "Name: ", "From: ", "patient: ", "jane.doe@example.com", "JANE.DOE@EXAMPLE.COM",
    "jane [at] example [dot] org", "j%40example.com", "a&#64;example.net", "+1 (212) 555-0123", "+44 20 7946 0958",
    "(212) 555-0187", "4111 1111 1111 1111", "5555555555554444", "GB82 WEST 1234 5698 7654 32",
    "DE89370400440532013000", "123-45-6789", "SSN: 123-45-6789", "192.0.2.17", "2001:db8::1", "00:00:5E:00:53:01",
    "https://user:pw@example.com/x?q=1", "123e4567-e89b-12d3-a456-426614174000", "password: hunter2x9!",
    "\"password\": \"S3cr3t-99\"", "username=jdoe42", "born 12 May 1980", "2024-02-29", "DOB: 01/02/1980",
    "AKIAIOSFODNN7EXAMPLE", "10 Downing Street, London SW1A 2AA", "[NAME_1]", "[NAME_2]", "NAME_1", "[EMAIL_1]",
    "<PERSON_1>", "{{NAME_1}}", "[NAME]", "[NAME_1_GIVEN]", "\\[NAME\\_1\\]", "&lt;NAME_1&gt;", "[[", "]]", "[", "]",
    "<",
    ">", "{", "}", "\\", "**", "`", "_", "1", "12", "NAME", "name_1", " ", " ", " ", "  ", "\n", "\r\n", "\t", ".", ",",
    ";",
    ":", "-", "–", "’", "'s", "\"", "é", "e\u{301}", "\u{200B}", "\u{200D}", "\u{FEFF}", "\u{AD}", "👩‍👩‍👧", "🇩🇪", "👍🏽",
    "שלום", "مرحبا", "مُحَمَّد", "王小明", "田中太郎", "김민수", "สวัสดี", "Ｊｏｈｎ Ｄｏｅ", "𝐉𝐨𝐡𝐧", "Jоhn", "j\u{336}o\u{336}h\u{336}n",
    "４１１１ １１１１ １１１１ １１１１", "the", "and", "will", "Will", "May", "order 4711", "v1.2.3", "0x7f", "a", "Z", "ß", "İ", "ﬁ",
    "№", "㎏", "Acme Holdings LLC", "(\"Acme\")", "Acme", "Heron", " & ", "GmbH", "Ltd.", "Co.", "AS", "BV", "UAB",
    "ООО «Ромашка»", "株式会社日本見本", "Company: ", "Firma ",
  ]
  static let invalid: [[UInt8]] = [
    [0xFF], [0xC3], [0xE2, 0x82], [0xF0, 0x9F], [0x80], [0xED, 0xA0, 0x80], [0xC0, 0xAF],
  ]

  /// - Parameter parts: How many pieces are put together.
  static func make(_ random: inout SeededGenerator, parts: Int, invalidShare: Double = 0) -> [UInt8] {
    var text: [UInt8] = []
    for _ in 0..<parts {
      if invalidShare > 0, Double.random(in: 0..<1, using: &random) < invalidShare {
        text += invalid.randomElement(using: &random)!
      } else {
        text += valid.randomElement(using: &random)!.utf8
      }
      if Bool.random(using: &random) { text.append(0x20) }
    }
    return text
  }

  /// Cuts of a text of `count` bytes at random places.
  static func chunks(of count: Int, _ random: inout SeededGenerator) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    while start < count {
      let end = min(count, start + Int.random(in: 1...max(1, min(count, 40)), using: &random))
      ranges.append(start..<end)
      start = end
    }
    return ranges
  }
}
