import Testing

@testable import Scanning

/// Folds a text and keeps it beside its fold.
struct Fold {
  let raw: [UInt8]
  let text: FoldedText

  init(_ raw: [UInt8], admitInvalid: Bool = false) throws {
    var folder = Folder()
    var text = FoldedText()
    try raw.withUnsafeBufferPointer { try folder.fold($0, admitInvalid: admitInvalid, into: &text) }
    self.raw = raw
    self.text = text
  }

  init(_ raw: String) throws { try self.init(Array(raw.utf8)) }

  var string: String { String(decoding: text.bytes, as: UTF8.self) }

  /// What of the original stands behind a piece of the fold.
  func source(of piece: String) -> String? {
    let piece = Array(piece.utf8)
    guard let start = text.bytes.indices.first(where: { text.bytes[$0...].starts(with: piece) }) else { return nil }
    return String(decoding: raw[text.original(start..<(start + piece.count))], as: UTF8.self)
  }

  func disguises(of piece: String) -> Disguise? {
    let piece = Array(piece.utf8)
    guard let start = text.bytes.indices.first(where: { text.bytes[$0...].starts(with: piece) }) else { return nil }
    return text.disguises(in: start..<(start + piece.count))
  }
}

@Suite struct FoldingTests {
  @Test(arguments: [
    // Width and other compatibility forms.
    ("ｊａｎｅ＠ｅｘａｍｐｌｅ．ｃｏｍ", "jane@example.com"), ("𝐣𝒶𝓷𝖊", "jane"), ("Ⓙⓐⓝⓔ 🅹🅰🅽🅴 🅙🅐🅝🅔", "Jane JANE JANE"), ("ﬁne", "fine"),
    ("½", "1/2"),
    ("…", "..."), ("ｶﾞ", "ガ"), ("ſs", "ss"), ("Acme™", "Acme™"), ("№ 5", "No 5"),
    // Digits.
    ("٠١٢٣٤٥٦٧٨٩ ५५५ ０１ 𝟗 ① ❷ ⓿ ⁵₅", "0123456789 555 01 9 1 2 0 55"), ("1️⃣2️⃣", "12"),
    // Dashes, spaces, quotes, ends of lines.
    ("555‐01‑23–4—5−6", "555-01-23-4-5-6"), ("a\u{A0}b\u{2009}c\u{3000}d\u{202F}e", "a b c d e"),
    ("O’Brien “x” «y» ‹z›", "O'Brien \"x\" \"y\" 'z'"),
    ("a\u{2028}b\u{85}c", "a\nb\nc"), ("jane＠example。com", "jane@example.com"), ("終。次", "終。次"),
    ("http∶⁄⁄x", "http://x"),
    // Characters that show nothing.
    ("ja\u{200B}ne\u{AD}d\u{2060}oe\u{FEFF}", "janedoe"), ("\u{202E}abc\u{202C}", "abc"),
    ("a\u{E0041}b\u{FE0F}c\u{200D}d", "abcd"), ("a\0b", "ab"),
    // Composition, and marks that no letter takes.
    ("e\u{301}", "é"), ("Zoe\u{308}", "Zoë"), ("s\u{336}e\u{336}c\u{336}", "sec"), ("Ива\u{301}н", "Иван"),
    ("\u{1100}\u{1161}\u{11A8}", "각"),
    ("ö\u{332}", "ö"), ("क्षि", "क्षि"), ("שָׁלוֹם", "שָׁלוֹם"), ("a\u{64B}", "a"), ("๏ที่", "๏ที่"),
    // Look-alikes.
    ("jаnе.dое@ехаmрlе.соm", "jane.doe@example.com"), ("СН93 0076", "CH93 0076"), ("Јоhn Smith", "John Smith"),
    ("ᴊᴀɴᴇ@x.org", "jane@x.org"),
    ("Саша@example.com", "Саша@example.com"), ("тел:5550100", "тел:5550100"), ("ососо", "ососо"), ("оса а5", "оса a5"),
    ("ο1", "o1"),
    ("ＤＥ８９ аｂ", "DE89 ab"), ("联系jаne@example.com", "联系jane@example.com"), ("Ａа", "Aa"), ("ёж@x.de", "ёж@x.de"),
    // Entities and percent-escapes.
    ("jane&#64;example&#x2E;com", "jane@example.com"), ("jane&commat;example&period;com", "jane@example.com"),
    ("AT&amp;T &lt;x&gt;", "AT&T <x>"),
    ("a&nbsp;b&shy;c&zwnj;d", "a bcd"),
    ("&#0; &#xD800; &#233; &unknown; & &; &#; &#x;", "&#0; &#xD800; &#233; &unknown; & &; &#; &#x;"),
    ("jane%40example.com", "jane@example.com"), ("%6A%61%6e%65%40%65x%2Eorg", "jane@ex.org"),
    ("5%20 50%41 100%", "5%20 50%41 100%"),
    ("%zz %4 %", "%zz %4 %"), ("https%3A%2F%2Fexample.com%2Fa", "https://example.com/a"), ("a%20b", "a%20b"),
    ("tel:%2B15550100", "tel:+15550100"),
    // Nothing to do.
    ("", ""), ("plain text, 100 & more", "plain text, 100 & more"),
    ("Zoë Müller-Lüdenscheidt", "Zoë Müller-Lüdenscheidt"), ("漢字かな交じり文", "漢字かな交じり文"),
    ("Привет, мир", "Привет, мир"), ("ıspanak Işık", "ıspanak Işık"), ("¨ ¯ ¸", "¨ ¯ ¸"), ("👩‍💻🇩🇪👍🏽", "👩💻🇩🇪👍🏽"),
  ])
  func knownCases(raw: String, folded: String) throws {
    let fold = try Fold(raw)
    // `String ==` is canonical equivalence; the fold is compared byte by byte.
    #expect(Array(fold.string.utf8) == Array(folded.utf8), "\(fold.string) is not \(folded)")
  }

  @Test(arguments: [
    ("x ｊａｎｅ y", "jane", "ｊａｎｅ"), ("ja\u{200B}ne\u{200B} y", "jane", "ja\u{200B}ne"), ("a ﬁne b", "f", "ﬁ"),
    ("Zoe\u{308} x", "Zoë", "Zoe\u{308}"),
    ("se\u{336}c\u{336}\u{335}!", "sec", "se\u{336}c\u{336}\u{335}"), ("call 1️⃣ now", "1", "1️⃣"),
    ("a&#64;\u{FE0F}b", "@", "&#64;\u{FE0F}"),
    ("x👩‍💻y", "👩", "👩‍💻"), ("x👩‍💻y", "💻", "👩‍💻"), ("x🇩🇪🇫🇷y", "🇫", "🇫🇷"), ("x🇩🇪🇫🇷y", "🇪", "🇩🇪"), ("xक्षिy", "क", "क्षि"), ("x👍🏽y", "👍", "👍🏽"),
    ("a\r\nb", "\r", "\r\n"), ("jane%40x", "jane@", "jane%40"), ("ที่ นี้", "ท", "ที่"),
    ("\u{202A}abc\u{202C} d", "abc", "abc"), ("abc\u{FE0F}", "abc", "abc\u{FE0F}"),
  ])
  func leadsBack(raw: String, piece: String, source: String) throws {
    let found = try #require(try Fold(raw).source(of: piece))
    #expect(Array(found.utf8) == Array(source.utf8))
  }

  @Test(
    arguments: [
      ("jane", "jane", []), ("zoë", "zoë", []), ("ｊane", "jane", .width), ("jа1ne", "ja1ne", .lookalike),
      ("ja\u{AD}ne", "jane", .invisible),
      ("jane\u{AD}", "jane", []), ("٥٥", "55", .digit), ("a–b", "a-b", .punctuation), ("a&#64;b", "a@b", .entity),
      ("a%40b", "a@b", .percent), ("a\\u0040b", "a@b", .escape), ("a\\n4b", "a\n4b", .escape),
      ("e\u{301}", "é", .composition), ("a&shy;b", "ab", [.entity, .invisible]),
      ("e\u{301}\u{AD}ｊ", "éj", [.composition, .invisible, .width]),
      ("👩‍💻", "👩💻", .invisible),
    ] as [(String, String, Disguise)])
  func tellsTheDisguise(raw: String, piece: String, disguise: Disguise) throws {
    #expect(try Fold(raw).disguises(of: piece) == disguise)
  }

  @Test func positionsOfTheOriginal() throws {
    let fold = try Fold("ab&#64;c\u{200B}dé")  // a b @ c (nothing) d é
    #expect(
      [0, 1, 2, 3, 7, 8, 9, 11, 12, 13, 14].map { fold.text.position(atOriginal: $0) } == [
        0, 1, 2, 3, 3, 4, 4, 4, 5, 7, 7,
      ])
  }

  @Test(arguments: [
    ([0x61, 0x80], 1), ([0xC0, 0x80], 0), ([0xC1, 0xBF], 0), ([0x61, 0xC3], 1), ([0xE0, 0x9F, 0xBF], 0),
    ([0xED, 0xA0, 0x80], 0), ([0xE2, 0x82], 0),
    ([0xE2, 0x82, 0x61], 0), ([0xF0, 0x8F, 0xBF, 0xBF], 0), ([0xF4, 0x90, 0x80, 0x80], 0),
    ([0xF5, 0x80, 0x80, 0x80], 0), ([0xFF], 0),
    ([0xC3, 0xA9, 0xF0, 0x9F, 0x98], 2), ([0x65, 0xCC, 0x81, 0xCC], 3),
  ])
  func refusesWhatIsNotUTF8(raw: [UInt8], offset: Int) throws {
    #expect(throws: InvalidUTF8(offset: offset)) { try Fold(raw) }
    let fold = try Fold(raw, admitInvalid: true)
    #expect(fold.text.bytes.contains(Folder.invalidByte))
    #expect(String(validating: fold.text.bytes, as: UTF8.self) != nil)
    #expect(fold.text.original(0..<fold.text.bytes.count) == 0..<raw.count)
  }

  @Test func eachInvalidByteCounts() throws {
    let fold = try Fold([0x61, 0xE2, 0x82, 0x62, 0xFF], admitInvalid: true)
    #expect(fold.text.bytes == [0x61, 0x1A, 0x1A, 0x62, 0x1A])
  }

  /// A million marks on one letter take no longer than as much other text.
  @Test func marksWithoutEnd() throws {
    let fold = try Fold("a" + String(repeating: "\u{301}\u{323}", count: 100_000) + "b")
    #expect(fold.text.bytes.last == UInt8(ascii: "b"))
    #expect(fold.text.bytes.count < 10)
    #expect(fold.text.original(0..<1).upperBound == fold.raw.count - 1)
  }

  @Test(arguments: [
    ("John Doe", "john doe"), ("  JOHN\t\n doe ", "john doe"), ("Jоhn\u{A0}Dое", "john doe"), ("ＪＯＨＮ", "john"),
    ("ΣΊΣΥΦΟΣ", "σίσυφοσ"), ("", ""), (" ", ""),
    ("Straße", "straße"), ("a&amp;b", "a&b"),
  ])
  func keys(raw: String, key: String) {
    #expect(matchKey(Array(raw.utf8)) == Array(key.utf8))
    #expect(matchKey(([0x41] + Array(raw.utf8)).dropFirst()) == Array(key.utf8))
  }
}
