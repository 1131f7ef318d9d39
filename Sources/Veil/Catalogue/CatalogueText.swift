/// A piece of a data file's text. The bytes are borrowed for as long as the file is read: thousands of lines are read
/// whenever a program starts, and only what is kept becomes a string.
struct CatalogueText {
  let bytes: UnsafeBufferPointer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  private init(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) { self.bytes = UnsafeBufferPointer(rebasing: bytes) }

  var isEmpty: Bool { bytes.isEmpty }
  var first: UInt8? { bytes.first }
  var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Of up to nine decimal digits.
  var number: Int? {
    guard !bytes.isEmpty, bytes.count < 10, bytes.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
    return bytes.reduce(0) { $0 * 10 + Int($1 & 15) }
  }

  func contains(_ byte: UInt8) -> Bool { bytes.contains(byte) }

  static func ~= (pattern: StaticString, text: CatalogueText) -> Bool {
    guard pattern.utf8CodeUnitCount == text.bytes.count else { return false }
    return text.bytes.elementsEqual(UnsafeBufferPointer(start: pattern.utf8Start, count: pattern.utf8CodeUnitCount))
  }

  /// The lines, without their ends.
  var lines: [CatalogueText] { parts(UInt8(ascii: "\n")) }

  /// What stands between separators, empty parts too; the last one only where it is not empty.
  func parts(_ separator: UInt8) -> [CatalogueText] {
    var parts: [CatalogueText] = []
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != separator { end += 1 }
      parts.append(CatalogueText(bytes[start..<end]))
      start = end + 1
    }
    return parts
  }

  /// A word and, behind the spaces, the rest.
  var split: (word: CatalogueText, rest: CatalogueText) {
    let end = bytes.firstIndex(of: 0x20) ?? bytes.count
    return (CatalogueText(bytes[..<end]), CatalogueText(bytes[end...]).withoutIndent)
  }

  /// Without the spaces in front.
  var withoutIndent: CatalogueText {
    CatalogueText(bytes[(bytes.firstIndex { $0 != 0x20 } ?? bytes.count)...])
  }

  /// `a | b | c`
  var items: [String] {
    var items: [String] = []
    for part in parts(UInt8(ascii: "|")) {
      let item = part.withoutIndent.bytes
      guard let last = item.lastIndex(where: { $0 != 0x20 }) else { continue }
      items.append(String(decoding: item[...last], as: UTF8.self))
    }
    return items
  }

  /// `6` or `6-8`
  var range: ClosedRange<Int>? {
    let ends = parts(UInt8(ascii: "-"))
    guard let low = ends.first?.number, let high = ends.last?.number, ends.count <= 2, low <= high else { return nil }
    return low...high
  }

  /// With pieces in the place of `%{name}`; nil where a piece is unknown.
  func expanded(_ pieces: [String: String]) -> String? {
    guard contains(UInt8(ascii: "%")) else { return string }
    var output: [UInt8] = []
    var rest = bytes[...]
    while let mark = rest.firstIndex(of: UInt8(ascii: "%")) {
      output += rest[..<mark]
      rest = rest[(mark + 1)...]
      guard rest.first == UInt8(ascii: "{"), let end = rest.firstIndex(of: UInt8(ascii: "}")) else {
        output.append(UInt8(ascii: "%"))
        continue
      }
      guard let piece = pieces[CatalogueText(rest[(mark + 2)..<end]).string] else { return nil }
      output += piece.utf8
      rest = rest[(end + 1)...]
    }
    output += rest
    return String(decoding: output, as: UTF8.self)
  }
}
