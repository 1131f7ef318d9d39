/// Letters of other scripts that a reader takes for Latin ones.
enum Lookalikes {
  /// Latin letters by their look-alikes. Only letters that look the same in common type; `ı` is left out, because it is
  /// a letter of Turkish.
  static let letters: [UInt32: UInt8] = {
    var letters: [UInt32: UInt8] = [:]
    for row in table {
      for alike in row.1.unicodeScalars { letters[alike.value] = UInt8(row.0.value) }
    }
    return letters
  }()

  // Cyrillic, Greek, Armenian, Cherokee, Lisu, then Latin small capitals and variants.
  private static let table: [(Unicode.Scalar, String)] = [
    ("A", "АΑᎪꓮ"), ("B", "ВΒᏴꓐ"), ("C", "СᏟꓚ"), ("D", "Ꭰꓓꭰ"), ("E", "ЕΕᎬꓰ"), ("F", "Ϝꓝ"), ("G", "ԌᏀꓖ"),
    ("H", "НΗᎻꓧ"), ("I", "ІΙӀꓲ"), ("J", "ЈᎫꓙ"), ("K", "КΚᏦꓗ"), ("L", "ԼᏞꓡ"), ("M", "МΜᎷꓟ"), ("N", "Νꓠ"),
    ("O", "ОΟՕꓳ"), ("P", "РΡᏢꓑ"), ("Q", "Ԛ"), ("R", "ᏒꓣᎡ"), ("S", "ЅՏᏚꓢ"), ("T", "ТΤᎢꓔ"), ("U", "Սꓴ"),
    ("V", "ѴᏙꓦ"), ("W", "ԜᎳꓪ"), ("X", "ХΧꓫ"), ("Y", "ҮΥꓬУ"), ("Z", "ΖᏃꓜ"),
    ("a", "аαᴀɑ"), ("b", "Ьʙ"), ("c", "сᴄ"), ("d", "ԁᴅ"), ("e", "еᴇҽ"), ("f", "ꜰ"), ("g", "ցɡɢ"), ("h", "һհʜ"),
    ("i", "іιɩɪᎥ"), ("j", "јյᴊ"), ("k", "κкᴋ"), ("l", "ӏʟ"), ("m", "ᴍ"), ("n", "ոɴ"), ("o", "оοօσᴏ"), ("p", "рρᴘ"),
    ("q", "ԛզ"), ("r", "ʀ"), ("s", "ѕꜱ"), ("t", "ᴛ"), ("u", "սυᴜ"), ("v", "ѵνᴠ"), ("w", "ԝᴡ"), ("x", "хχ"),
    ("y", "уүγʏ"), ("z", "ᴢ"),
  ]
}

extension FoldPass {
  /// The longest run of letters that is judged, in bytes.
  static var longestRun: Int { 128 }

  /// Whether the look-alike letter at `position` is meant as a Latin one.
  ///
  /// It is when, first, an ASCII letter or digit or `@` stands in the same token, that is, with no white space between
  /// and at most 64 bytes away; and, second, the run of letters that it is in has none of a look-alike script that does
  /// not look Latin. So `jаne@…` and `СН93 …` are mapped, and `Саша@…` and `тел:555` stay.
  mutating func isMeantAsLatin(_ position: Int) -> Bool {
    if position >= state.run_end {
      guard hasCompany(position) else { return false }
      let run = judgeRun(at: position)
      state.run_end = run.end
      state.run_is_latin = run.isLatin ? 1 : 0
    }
    return state.run_is_latin != 0
  }

  /// The end of the run of letters around `position`, and whether its look-alikes are Latin letters.
  private func judgeRun(at position: Int) -> (end: Int, isLatin: Bool) {
    var isLatin = true
    var end = position
    while end < raw.count, end - position <= Self.longestRun {
      let (part, length) = runPart(at: end)
      if part == .boundary { break }
      if part == .foreign { isLatin = false }
      end += length
    }
    var start = position
    while start > 0, end - start <= Self.longestRun {
      let before = characterStart(raw, before: start)
      let (part, length) = runPart(at: before)
      if part == .boundary || before + length != start { break }
      if part == .foreign { isLatin = false }
      start = before
    }
    return (end, isLatin && end - start <= Self.longestRun)
  }

  private enum RunPart { case boundary, letter, foreign }

  private func runPart(at index: Int) -> (RunPart, length: Int) {
    let byte = raw[index]
    if byte < 0x80 { return (isASCIIWord(byte) && !isDigit(byte) ? .letter : .boundary, 1) }
    let (scalar, length) = decodeChecked(raw, at: index)
    guard length > 0 else { return (.boundary, 1) }
    let rule = self.rule(scalar)
    switch rule.kind {
    case .lookalike, .mark, .joining, .invisible, .invisibleExtension: return (.letter, length)
    case .plain, .mapped, .expanding, .fullStop:
      switch rule.script {
      case .none: return (.boundary, length)
      case .latin: return (.letter, length)
      case .latinLike: return (.foreign, length)
      }
    }
  }
}
