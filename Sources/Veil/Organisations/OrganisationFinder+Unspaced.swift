import Scanning

/// Names in scripts without spaces or capitals, which nothing but the form sets off: `株式会社日本見本`,
/// `北京示例科技有限公司`, `주식회사 블루헤론`, `บริษัท ตัวอย่าง จำกัด`.
extension OrganisationFinder {
  static let mostCharacters = 20

  enum Script { case none, han, katakana, hangul, thai, latin, hiragana }

  func script(_ scalar: UInt32) -> Script {
    switch scalar {
    case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, 0x26: .latin
    case 0x3041...0x3096: .hiragana
    case 0x30A1...0x30FC: .katakana
    case 0x3400...0x9FFF, 0x3005, 0xF900...0xFAFF: .han
    case 0xAC00...0xD7A3: .hangul
    case 0x0E01...0x0E4E: .thai
    default: .none
    }
  }

  private func scalar(before position: Int) -> (scalar: UInt32, start: Int)? {
    guard position > 0 else { return nil }
    var start = position - 1
    while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
    return (decode(text, at: start).scalar, start)
  }

  /// The script of the form's own characters; `none` for all that ``beforeForm(_:)`` reads.
  func unspacedScript(_ form: Form) -> Script {
    let script = script(decode(text, at: form.range.lowerBound).scalar)
    return script == .latin ? .none : script
  }

  /// The name before `有限公司` or `株式会社`.
  mutating func beforeUnspaced(_ form: Form) {
    let script = unspacedScript(form)
    var start = form.range.lowerBound
    var count = 0
    if script == .hangul {
      start = skipSpacesBack(start)
      guard let piece = pieceEnding(at: start), piece.range.count <= 60 else { return }
      add(piece.range.lowerBound..<form.range.upperBound, 0.7, .form)
      return
    }
    while count < Self.mostCharacters, let (scalar, before) = scalar(before: start) {
      let kind = self.script(scalar)
      guard kind == .han || kind == .katakana || kind == .latin, !Self.grammar.contains(scalar) else { break }
      start = before
      count += 1
    }
    guard count >= 2, count < Self.mostCharacters else { return }
    add(start..<form.range.upperBound, 0.75, .form)
  }

  /// The name behind `株式会社` or `주식회사`, or between `บริษัท` and `จำกัด`.
  mutating func afterUnspaced(_ form: Form) {
    let script = unspacedScript(form)
    var end = skipSpaces(form.range.upperBound)
    let start = end
    guard end - form.range.upperBound <= 1 else { return }
    if script == .thai {
      let next = forms.partitioningIndex { $0.range.lowerBound >= form.range.upperBound }
      guard next < forms.count, forms[next].roles.contains(.legalForm), unspacedScript(forms[next]) == .thai,
        forms[next].range.lowerBound - start <= 120, forms[next].range.lowerBound - start >= 6,
        !text[start..<forms[next].range.lowerBound].contains(0x0A)
      else { return }
      add(form.range.lowerBound..<forms[next].range.upperBound, 0.85, .before)
      return
    }
    var count = 0
    while count < Self.mostCharacters, end < text.count {
      let (scalar, next) = decode(text, at: end)
      let kind = self.script(scalar)
      let isPart =
        script == .hangul ? kind == .hangul || kind == .latin : kind == .han || kind == .katakana || kind == .latin
      guard isPart, !Self.grammar.contains(scalar) else { break }
      end = next
      count += 1
    }
    // The particle that Korean hangs on a word.
    if script == .hangul, count > 2, let (last, before) = scalar(before: end), Self.particles.contains(last) {
      end = before
      count -= 1
    }
    guard count >= 2, count < Self.mostCharacters else { return }
    add(form.range.lowerBound..<end, 0.75, .before)
  }

  /// Characters of grammar that a name of Han characters does not run over.
  private static let grammar = Set("与和跟在是由向为的被给让把从于及或对将以我你他她它们这那该此其所等就也都并但如因若".unicodeScalars.map(\.value))
  private static let particles = Set("은는이가을를의와과에".unicodeScalars.map(\.value))
}
