/// Machine-readable zones of passports, identity cards and visas (ICAO 9303).
extension Validator {
  /// A zone as a whole, or the second line of a passport or of a card in two lines: the check digits of number, birth,
  /// expiry and, where the document has one, of all together.
  static func isMachineReadableZone(_ text: Span<UInt8>) -> Bool {
    let zone = MachineReadableZone(text)
    switch zone.count {
    // Passports, and visas, which have no digit over all.
    case 88: return zone.isChecked(line: 44, hasTotal: !zone.isVisa)
    case 44: return zone.isChecked(line: 0, hasTotal: true)
    // Cards in two lines, and small visas.
    case 72: return zone.isCheckedShort(line: 36, hasTotal: !zone.isVisa)
    case 36: return zone.isCheckedShort(line: 0, hasTotal: true)
    case 90: return zone.isCheckedCard
    default: return false
    }
  }
}

/// The characters of a zone without spaces and line ends.
private struct MachineReadableZone {
  private var characters = InlineArray<90, UInt8>(repeating: 0)
  private(set) var count = 0

  init(_ text: Span<UInt8>) {
    for i in text.indices where text[i] > 0x20 {
      if count < 90 { characters[count] = text[i] }
      count += 1
    }
  }

  var isVisa: Bool { characters[0] == UInt8(ascii: "V") }

  /// Second line of 44 characters: number, nationality, birth, sex, expiry, personal number.
  func isChecked(line: Int, hasTotal: Bool) -> Bool {
    guard hasDates(line) else { return false }
    guard hasTotal else { return true }
    return digit(line + 42, ends: line + 28..<line + 42)
      && digit(line + 43, ends: line..<line + 10, line + 13..<line + 20, line + 21..<line + 43)
  }

  /// Second line of 36 characters.
  func isCheckedShort(line: Int, hasTotal: Bool) -> Bool {
    guard hasDates(line) else { return false }
    return !hasTotal || digit(line + 35, ends: line..<line + 10, line + 13..<line + 20, line + 21..<line + 35)
  }

  private func hasDates(_ line: Int) -> Bool {
    digit(line + 9, ends: line..<line + 9) && digit(line + 19, ends: line + 13..<line + 19)
      && digit(line + 27, ends: line + 21..<line + 27)
  }

  /// Three lines of 30 characters. A number of more than nine runs on into the next field; only the last digit counts
  /// then.
  var isCheckedCard: Bool {
    (characters[14] == UInt8(ascii: "<") || digit(14, ends: 5..<14)) && digit(36, ends: 30..<36)
      && digit(44, ends: 38..<44) && digit(59, ends: 5..<30, 30..<37, 38..<45, 48..<59)
  }

  /// Weights 7, 3, 1 over up to four ranges one after another, mod 10. An empty field may have a filler for its digit.
  private func digit(
    _ place: Int, ends first: Range<Int>, _ second: Range<Int> = 0..<0, _ third: Range<Int> = 0..<0,
    _ fourth: Range<Int> = 0..<0
  ) -> Bool {
    var (sum, index) = (0, 0)
    func add(_ range: Range<Int>) {
      for i in range {
        sum += (Validator.alphanumericValue(characters[i]) ?? 0) * (index % 3 == 0 ? 7 : index % 3 == 1 ? 3 : 1)
        index += 1
      }
    }
    add(first)
    add(second)
    add(third)
    add(fourth)
    let byte = characters[place]
    return byte == UInt8(ascii: "<") ? sum == 0 : byte &- 0x30 < 10 && Int(byte &- 0x30) == sum % 10
  }
}

extension Validator {
  /// The checks of this file.
  static let travel: [Validator] = [
    Validator(
      "mrz", "Weights 7, 3, 1 mod 10 for number, birth, expiry and all together (ICAO 9303)", isMachineReadableZone)
  ]
}
