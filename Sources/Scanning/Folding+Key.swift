/// The form in which words and phrases are compared: folded, in lower case, without white space around it and with one
/// space for each run of white space in it. Bytes that are not UTF-8 count as ``Folder/invalidByte``.
package func matchKey(_ bytes: [UInt8]) -> [UInt8] { bytes.withUnsafeBufferPointer(key) }

package func matchKey(_ bytes: ArraySlice<UInt8>) -> [UInt8] { bytes.withUnsafeBufferPointer(key) }

package func matchKey(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] {
  key(of: UnsafeBufferPointer(rebasing: bytes))
}

package func matchKey(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] { key(of: bytes) }

private func key(of raw: UnsafeBufferPointer<UInt8>) -> [UInt8] {
  if let key = plainKey(raw) { return key }
  var text = FoldedText()
  var folder = Folder()
  // Invalid bytes are admitted, so nothing is thrown.
  try? folder.fold(raw, admitInvalid: true, into: &text)
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

/// The key of what folding leaves alone: ASCII without escapes. Most values are no more.
private func plainKey(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
  // To copy it first is faster than to ask for memory that is not written yet.
  var key = Array(bytes)
  var count = 0
  let isPlain = key.withUnsafeMutableBufferPointer { key in
    var isBehindSpace = false
    for place in bytes.indices {
      let byte = bytes[place]
      if byte == 0x20 || 0x09...0x0D ~= byte {
        isBehindSpace = count > 0
        continue
      }
      let isEscape: Bool
      switch byte {
      // `&` before a space is no entity.
      case UInt8(ascii: "&"): isEscape = place + 1 < bytes.count && bytes[place + 1] != 0x20
      case UInt8(ascii: "%"), UInt8(ascii: "\\"), 0: isEscape = true
      default: isEscape = byte >= 0x80
      }
      if isEscape { return false }
      if isBehindSpace {
        key[count] = 0x20
        count += 1
        isBehindSpace = false
      }
      key[count] = isUpper(byte) ? byte | 0x20 : byte
      count += 1
    }
    return true
  }
  guard isPlain else { return nil }
  if count < key.count { key.removeLast(key.count - count) }
  return key
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
    let isPlain =
      byte &- 0x20 < 0x60 && byte != UInt8(ascii: "&") && byte != UInt8(ascii: "%")
      && byte != UInt8(ascii: "\\")
    guard isPlain, byte != 0x20 || previous != 0x20 else { return false }
    previous = byte
  }
  return true
}
