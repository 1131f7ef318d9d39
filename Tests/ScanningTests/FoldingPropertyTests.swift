import Testing

@testable import Scanning

/// Laws of folding on seeded random text.
@Suite struct FoldingPropertyTests {
  /// Pieces that make every path of the folder meet every other.
  static let pieces: [String] =
    [
      "a", "B", "z9", "7", " ", "\n", "\r\n", ".", "@", "-", "&", "%", "&amp;", "&#64;", "&#x40;", "&shy;", "%40",
      "%41", "%", ";", "\0",
    ]
    + [
      "é", "ß", "İ", "ж", "й", "а", "о", "Ѕ", "α", "β", "ա", "Ꭺ", "ᴀ", "漢", "か", "ｶ", "ﾞ", "한", "ก", "ี", "่", "ا", "ً",
      "ש", "ָ", "क", "्", "ष", "ि",
    ]
    + ["Ａ", "９", "．", "𝐚", "Ⓐ", "🅰", "①", "٣", "५", "ﬁ", "½", "…", "™", "’", "«", "–", "\u{A0}", "\u{2028}", "。", "Å"]
    + [
      "\u{301}", "\u{308}", "\u{323}", "\u{336}", "\u{20E3}", "\u{489}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{AD}",
      "\u{FEFF}", "\u{FE0F}", "\u{E0041}", "\u{202E}",
    ]
    + ["👩", "💻", "🇩", "🇪", "👍", "🏽", "ᄀ", "ᅡ", "ᆨ", "\u{1F}"]

  static func randomText(_ generator: inout SeededGenerator) -> String {
    // From few pieces at a time, so that the same ones meet often.
    let some = (0..<Int.random(in: 1...8, using: &generator)).map { _ in pieces.randomElement(using: &generator)! }
    return (0..<Int.random(in: 0...40, using: &generator)).map { _ in some.randomElement(using: &generator)! }.joined()
  }

  /// Byte offsets at which grapheme clusters begin or end, as the standard library sees them.
  static func clusterBoundaries(_ text: String) -> Set<Int> {
    var offset = 0
    return Set(
      [0]
        + text.map { character in
          offset += character.utf8.count
          return offset
        })
  }

  /// Ranges of the characters of a fold.
  static func characters(_ text: FoldedText) -> [Range<Int>] {
    let starts = text.bytes.indices.filter { text.bytes[$0] & 0xC0 != 0x80 } + [text.bytes.count]
    return zip(starts, starts.dropFirst()).map { $0..<$1 }
  }

  @Test func whatIsNoUnitIsUnchanged() throws {
    var generator = SeededGenerator(5)
    for _ in 0..<10_000 {
      let fold = try Fold(Self.randomText(&generator))
      #expect(String(validating: fold.text.bytes, as: UTF8.self) != nil)
      var folded = 0
      var original = 0
      for unit in fold.text.units {
        let gap = Int(unit.folded) - folded
        try #require(gap >= 0 && Int(unit.original) - original == gap && unit.originalLength > 0)
        #expect(fold.text.bytes[folded..<(folded + gap)] == fold.raw[original..<(original + gap)])
        #expect(fold.text.bytes[Int(unit.folded)..<unit.foldedEnd] != fold.raw[Int(unit.original)..<unit.originalEnd])
        folded = unit.foldedEnd
        original = unit.originalEnd
      }
      #expect(fold.text.bytes[folded...] == fold.raw[original...])
    }
  }

  @Test func clustersAreNeverCut() throws {
    var generator = SeededGenerator(6)
    for _ in 0..<10_000 {
      let raw = Self.randomText(&generator)
      let text = try Fold(raw).text
      let boundaries = Self.clusterBoundaries(raw)
      let characters = Self.characters(text)
      var end = 0
      for character in characters {
        let source = text.original(character)
        #expect(
          boundaries.isSuperset(of: [source.lowerBound, source.upperBound]),
          "\(raw.unicodeScalars.map { String($0.value, radix: 16) }) \(source)")
        #expect(!source.isEmpty && source.upperBound >= end)
        end = source.upperBound
        #expect(text.position(atOriginal: source.lowerBound) <= character.lowerBound)
        #expect(text.position(atOriginal: source.upperBound) >= character.upperBound)
      }
      guard let first = characters.randomElement(using: &generator) else { continue }
      let last = characters.filter { $0.lowerBound >= first.lowerBound }.randomElement(using: &generator)!
      let source = text.original(first.lowerBound..<last.upperBound)
      #expect(source == text.original(first).lowerBound..<text.original(last).upperBound)
    }
  }

  /// What stands on another line changes nothing, so texts can be cut there.
  @Test func linesFoldAlone() throws {
    var generator = SeededGenerator(7)
    for _ in 0..<3_000 {
      let (a, b) = (Self.randomText(&generator), Self.randomText(&generator))
      let both = try Fold(a + "\n" + b)
      let first = try Fold(a)
      let second = try Fold(b)
      try #require(
        both.text.bytes == first.text.bytes + [0x0A] + second.text.bytes, "\(a.debugDescription) \(b.debugDescription)")
      let shift = (folded: first.text.bytes.count + 1, original: a.utf8.count + 1)
      for character in Self.characters(second.text) {
        let alone = second.text.original(character)
        let shifted = both.text.original(character.lowerBound + shift.folded..<character.upperBound + shift.folded)
        #expect(
          shifted == alone.lowerBound + shift.original..<alone.upperBound + shift.original
            || shifted.lowerBound < shift.original)
      }
    }
  }

  /// In text without any white space, what is further away than the folder's reach changes nothing.
  @Test func reachIsBounded() throws {
    var generator = SeededGenerator(8)
    let close = Self.pieces.filter { !$0.allSatisfy(\.isWhitespace) } + ["а", "о", "р", "ж", "\u{301}", "x"]
    for _ in 0..<200 {
      let some = (0..<Int.random(in: 1...6, using: &generator)).map { _ in close.randomElement(using: &generator)! }
      let raw = Array((0..<600).map { _ in some.randomElement(using: &generator)! }.joined().utf8)
      let whole = try Fold(raw)
      func boundary(_ offset: Int) -> Int {
        (min(max(0, offset), raw.count)...raw.count).first { $0 == raw.count || raw[$0] & 0xC0 != 0x80 }!
      }
      let from = boundary(Int.random(in: 0...raw.count, using: &generator))
      let to = boundary(min(raw.count, from + 300))
      let start = boundary(from - Folder.reach - 4)
      let part = try Fold(Array(raw[start..<boundary(to + Folder.reach)]))
      // The pieces of the fold that came from bytes between the two.
      func pieces(_ text: FoldedText, _ shift: Int) -> [String] {
        Self.characters(text).filter {
          let source = text.original($0)
          return source.lowerBound + shift >= from && source.upperBound + shift <= to
        }.map { String(decoding: text.bytes[$0], as: UTF8.self) + "\(text.original($0).lowerBound + shift)" }
      }
      #expect(pieces(whole.text, 0) == pieces(part.text, start), "\(some) \(from) \(start)")
    }
  }

  @Test func storageIsUsedAgainWithoutTrace() throws {
    var generator = SeededGenerator(9)
    var folder = Folder()
    var text = FoldedText()
    for _ in 0..<1_000 {
      let raw = Self.randomText(&generator)
      try Array(raw.utf8).withUnsafeBufferPointer { try folder.fold($0, into: &text) }
      let fresh = try Fold(raw).text
      #expect(
        text.bytes == fresh.bytes && text.units.count == fresh.units.count && text.originalCount == raw.utf8.count)
    }
  }

  /// Folding what is folded changes nothing, where nothing waits to be decoded, no letter to be judged by its company and
  /// nothing to be composed or put in order over an invisible character.
  @Test func foldsOnlyOnce() throws {
    var generator = SeededGenerator(14)
    let others = Set("&%\\;аоЅαаᎪᴀա。\u{1161}\u{11A8}\u{FF9E}\u{5B8}".unicodeScalars)
    for _ in 0..<5_000 {
      let raw = Self.randomText(&generator).unicodeScalars.filter { !others.contains($0) }
      let once = try Fold(String(String.UnicodeScalarView(raw))).text
      #expect(try Fold(once.bytes).text.bytes == once.bytes, "\(raw.map { String($0.value, radix: 16) })")
    }
  }

  @Test func asciiIsItself() throws {
    var generator = SeededGenerator(10)
    for count in 0..<400 {
      let raw = (0..<count).map { _ in UInt8.random(in: 1..<0x80, using: &generator) }.filter {
        !"&%\\".utf8.contains($0)
      }
      let text = try Fold(raw).text
      #expect(text.bytes == raw && text.units.isEmpty)
    }
  }

  @Test func bytesOfAnyKindAreAdmitted() throws {
    var generator = SeededGenerator(11)
    for _ in 0..<5_000 {
      var raw = Array(Self.randomText(&generator).utf8)
      for _ in 0..<Int.random(in: 0...4, using: &generator) where !raw.isEmpty {
        raw[Int.random(in: 0..<raw.count, using: &generator)] = .random(in: 0...255, using: &generator)
      }
      let text = try Fold(raw, admitInvalid: true).text
      #expect(String(validating: text.bytes, as: UTF8.self) != nil)
      for character in Self.characters(text) {
        let source = text.original(character)
        #expect(!source.isEmpty && source.upperBound <= raw.count)
      }
      if String(validating: raw, as: UTF8.self) != nil {
        #expect(try Fold(raw).text.bytes == text.bytes)
      } else {
        let error = #expect(throws: InvalidUTF8.self) { try Fold(raw) }
        if let error {
          #expect(String(validating: raw[..<error.offset], as: UTF8.self) != nil)
          let one = (1...4).filter { error.offset + $0 <= raw.count }
          #expect(one.allSatisfy { String(validating: raw[error.offset..<(error.offset + $0)], as: UTF8.self) == nil })
        }
      }
    }
  }
}

/// Identifiers behind every disguise at once: the fold is the identifier, and each of its characters leads back to
/// exactly the piece that stood for it.
@Suite struct DisguiseTests {
  static let lookalikes: [Character: [String]] = [
    "a": ["а", "α", "ᴀ"], "c": ["с", "ᴄ"], "d": ["ԁ"], "e": ["е", "ᴇ"], "h": ["һ"], "i": ["і", "ɩ"], "j": ["ј"],
    "l": ["ӏ", "ʟ"], "m": ["ᴍ"],
    "n": ["ո", "ɴ"], "o": ["о", "ο", "օ"], "p": ["р", "ρ"], "s": ["ѕ"], "x": ["х", "χ"], "y": ["у"],
    "A": ["А", "Α", "Ꭺ", "ꓮ"], "B": ["В"],
    "D": ["Ꭰ"], "E": ["Е", "Ε"], "H": ["Н"], "K": ["К"], "T": ["Т"],
  ]

  static func disguise(_ character: Character, _ generator: inout SeededGenerator) -> String {
    let byte = character.asciiValue!
    let scalar = UInt32(byte)
    func make(_ scalar: UInt32) -> String { String(Unicode.Scalar(scalar)!) }
    switch Int.random(in: 0..<12, using: &generator) {
    case 0: return make(scalar + 0xFEE0)  // full width
    case 1 where character.isLetter: return make(character.isUppercase ? 0x1D400 + scalar - 65 : 0x1D41A + scalar - 97)
    case 1 where character.isNumber: return make(0x1D7CE + scalar - 48)
    case 2 where character.isNumber:
      return make([0x660, 0x966, 0xE50, 0xFF10].randomElement(using: &generator)! + scalar - 48)
    case 2 where character.isLetter: return make(character.isUppercase ? 0x24B6 + scalar - 65 : 0x24D0 + scalar - 97)
    case 3...5: return lookalikes[character]?.randomElement(using: &generator) ?? String(character)
    case 6: return "&#\(byte);"
    case 7: return "&#x\(String(byte, radix: 16));"
    case 8 where character == "-":
      return make([0x2010, 0x2011, 0x2013, 0x2014, 0x2212].randomElement(using: &generator)!)
    case 8 where character == ".": return "&period;"
    case 8 where character == "@": return "&commat;"
    default: return String(character)
    }
  }

  @Test(arguments: [
    "jane.doe@example.com", "+1-202-555-0143", "DE89370400440532013000", "4111-1111-1111-1111",
    "https://example.com/a-b", "John-Paul.Doe", "00:1B:44:11:3A:B7",
    "AKIAIOSFODNN7EXAMPLE", "078-05-1120",
  ])
  func findsTheWayBack(identifier: String) throws {
    var generator = SeededGenerator(12)
    let extensions = ["\u{336}", "\u{20E3}", "\u{FE0F}", "\u{200D}", "\u{200C}", "\u{E0041}", "\u{489}"]
    let controls = ["\u{200B}", "\u{AD}", "\u{2060}", "\u{FEFF}", "\u{202E}", "\0"]
    for _ in 0..<1_000 {
      // Look-alikes are judged in company of plain ASCII.
      var raw = "id7:"
      var sources: [Range<Int>] = []
      for character in identifier {
        let start = raw.utf8.count
        raw += Self.disguise(character, &generator)
        if Int.random(in: 0..<6, using: &generator) == 0 {
          raw += (0...Int.random(in: 0...2, using: &generator)).map { _ in extensions.randomElement(using: &generator)!
          }.joined()
        }
        sources.append(start..<raw.utf8.count)
        if Int.random(in: 0..<6, using: &generator) == 0 { raw += controls.randomElement(using: &generator)! }
      }
      let fold = try Fold(raw)
      try #require(fold.string == "id7:" + identifier, "\(raw)")
      for (index, source) in sources.enumerated() {
        #expect(fold.text.original(index + 4..<index + 5) == source, "\(raw) \(index)")
      }
    }
  }

  @Test func percentEscapes() throws {
    var generator = SeededGenerator(13)
    for identifier in ["jane.doe@example.com", "a-b_c+d@ex.org", "https://example.com/x?y=z"] {
      for _ in 0..<200 {
        let raw = identifier.map { character in
          let isSign = !character.isLetter && !character.isNumber
          return Bool.random(using: &generator) || isSign && Bool.random(using: &generator)
            ? "%" + String(character.asciiValue!, radix: 16, uppercase: Bool.random(using: &generator))
            : String(character)
        }
        let fold = try Fold(raw.joined())
        #expect(fold.string == identifier, "\(raw)")
      }
    }
  }
}
