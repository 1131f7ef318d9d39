/// The form in which words and phrases are compared: folded, in lower case, without white space around it and with one
/// space for each run of white space in it. Bytes that are not UTF-8 count as ``Folder/invalidByte``.
package func matchKey(_ bytes: some Collection<UInt8>) -> [UInt8] {
  if let key = plainKey(bytes) { return key }
  var text = FoldedText()
  func fold(_ raw: UnsafeBufferPointer<UInt8>) {
    var folder = Folder()
    // Invalid bytes are admitted, so nothing is thrown.
    try? folder.fold(raw, admitInvalid: true, into: &text)
  }
  if bytes.withContiguousStorageIfAvailable(fold) == nil { Array(bytes).withUnsafeBufferPointer(fold) }
  var key: [UInt8] = []
  key.reserveCapacity(text.bytes.count)
  text.bytes.withUnsafeBufferPointer { folded in
    var position = 0
    var isBehindSpace = false
    while position < folded.count {
      let (scalar, next) = decode(folded, at: position)
      position = next
      if scalar == 0x20 || 0x09...0x0D ~= scalar {
        isBehindSpace = !key.isEmpty
        continue
      }
      if isBehindSpace { key.append(0x20) }
      isBehindSpace = false
      if scalar < 0x80 {
        let byte = UInt8(scalar)
        key.append(isUpper(byte) ? byte | 0x20 : byte)
      } else {
        appendUTF8(CharacterTable.shared[scalar].lower, to: &key)
      }
    }
  }
  return key
}

/// The key of what folding leaves alone: ASCII letters, digits, single spaces and a few marks. Most values are no more.
private func plainKey(_ bytes: some Collection<UInt8>) -> [UInt8]? {
  var key: [UInt8] = []
  key.reserveCapacity(bytes.count)
  for byte in bytes {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): key.append(byte | 0x20)
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
      key.append(byte)
    case 0x20 where !key.isEmpty && key.last != 0x20: key.append(byte)
    default: return nil
    }
  }
  return key.last == 0x20 ? nil : key
}

extension PhraseIndex {
  /// Adds a phrase as someone wrote it: what counts is its ``matchKey(_:)``.
  package mutating func insert(key phrase: UnsafeBufferPointer<UInt8>) -> UInt32? {
    isOwnKey(phrase) ? insert(phrase) : insert(matchKey(phrase))
  }
}

/// Whether text makes the same phrase as its key does. True of most, and there are thousands to read when a program
/// starts.
private func isOwnKey(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
  var previous: UInt8 = 0
  for byte in text {
    // White space in a row, escapes and what is not ASCII need folding; the case of ASCII letters does not matter.
    let isPlain = byte &- 0x20 < 0x60 && byte != UInt8(ascii: "&") && byte != UInt8(ascii: "%")
    guard isPlain, byte != 0x20 || previous != 0x20 else { return false }
    previous = byte
  }
  return true
}
