/// The name of the field that a text stands in: a JSON key, the header of a CSV column, a form's label, an XML tag.
///
/// It counts as the label of the whole text, more than the same words would in a sentence: values that only a label gives
/// away are found right at the text's start, context words count whatever the distance, and the belief is higher by
/// ``FieldLabel/weight``. Nothing is ever found in the label itself, and offsets count from the text's first byte.
public struct FieldLabel: Sendable, Hashable {
  /// What a label of structure adds to the score.
  public static let weight = 0.1

  /// As it stands before the text: words apart, and a colon.
  let bytes: [UInt8]

  /// - Parameter name: as the structure has it: `customerTaxId`, `Date of birth`, `employee-no`. What is longer than 200
  ///   bytes is cut.
  public init(_ name: String) {
    var bytes: [UInt8] = []
    var previous: UInt8 = 0x20
    for byte in name.utf8.prefix(200) {
      // customerTaxId, HTTPProxy2: words begin at capitals behind lower-case letters.
      let startsWord = byte &- 0x41 < 26 && previous &- 0x61 < 26
      if startsWord { bytes.append(0x20) }
      bytes.append(byte < 0x20 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".") ? 0x20 : byte)
      previous = byte
    }
    // The cut may have gone through a character.
    while !bytes.isEmpty, String(validating: bytes, as: UTF8.self) == nil { bytes.removeLast() }
    self.bytes = bytes + [UInt8(ascii: ":"), 0x20]
  }
}
