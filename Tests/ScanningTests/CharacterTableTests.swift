import Scanning
import Testing

@Suite struct CharacterTableTests {
  @Test(arguments: [
    ("a", CharacterTable.Kind.letter), ("Z", .letter), ("é", .letter), ("Ж", .letter), ("ا", .letter), ("अ", .letter),
    ("ß", .letter),
    ("5", .digit), ("٣", .digit), ("漢", .ideograph), ("々", .ideograph), ("〇", .ideograph), ("か", .ideograph),
    ("カ", .ideograph),
    ("ー", .ideograph), ("한", .ideograph), ("ก", .ideograph), ("ກ", .ideograph), ("ក", .ideograph), ("က", .ideograph),
    ("\u{301}", .mark), ("\u{E48}", .mark), ("\u{93E}", .mark), ("_", .other), (" ", .other), ("-", .other),
    ("€", .other), ("😀", .other),
  ])
  func kinds(text: String, kind: CharacterTable.Kind) {
    #expect(CharacterTable.shared[text.unicodeScalars.first!.value].kind == kind)
  }

  @Test func lowerCase() {
    for (upper, lower) in [
      ("A", "a"), ("É", "é"), ("Ж", "ж"), ("Σ", "σ"), ("ς", "σ"), ("ẞ", "ß"), ("𐐀", "𐐨"), ("漢", "漢"), ("İ", "i"),
    ] {
      #expect(CharacterTable.shared[upper.unicodeScalars.first!.value].lower == lower.unicodeScalars.first!.value)
    }
  }

  @Test func asciiIsAsEverywhere() {
    for byte in UInt8(0)..<128 {
      let character = CharacterTable.shared[UInt32(byte)]
      #expect(character.lower == UInt32(isUpper(byte) ? byte | 0x20 : byte))
      #expect((character.kind == .letter || character.kind == .digit) == isASCIIWord(byte))
    }
  }

  @Test func lastCodePoint() {
    #expect(CharacterTable.shared[0x10FFFF].kind == .other)
    #expect(CharacterTable.shared[0x10FFFF].lower == 0x10FFFF)
  }
}
