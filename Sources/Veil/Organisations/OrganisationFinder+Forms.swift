import Scanning

/// Names before and behind a legal form.
extension OrganisationFinder {
  /// `Acme Holdings` before `LLC`.
  mutating func beforeForm(_ number: Int) {
    let form = forms[number]
    var start = form.range.lowerBound
    var isWeak = form.isWeak
    var isWord = form.isWord
    // `Acme Co., Ltd.`: the name ends before the first of them.
    var earlier = number
    while earlier > 0, form.range.lowerBound - forms[earlier - 1].range.upperBound <= 3 {
      let between = forms[earlier - 1].range.upperBound..<start
      guard between.count <= 3, text[between].allSatisfy({ " ,.&(".utf8.contains($0) }) else { break }
      earlier -= 1
      start = forms[earlier].range.lowerBound
      isWeak = isWeak && forms[earlier].isWeak
      isWord = isWord && forms[earlier].isWord
    }
    guard let name = nameEnding(before: start, isWeak: isWeak) else { return }
    let range = name.range.lowerBound..<form.range.upperBound
    if isWord, !isPlausible(name, beforeWord: form) { return }
    if isAuthor(name, form, start: start) { return }
    if isWeak, !isPlausible(name, beforeWeak: form, start: start) { return }
    let isEnding = !form.roles.contains(.legalForm)
    add(range, isEnding ? 0.6 : isWeak ? 0.7 : isWord ? 0.75 : 0.9, .form)
  }

  /// What speaks against `Company` and `Limited` as forms: `Insurance Company`, `Limited Edition`.
  private mutating func isPlausible(_ name: Walk, beforeWord form: Form) -> Bool {
    if name.words.allSatisfy({ !$0.roles.isDisjoint(with: [.organisationGeneric, .common]) && $0.isWord }) {
      guard form.roles.contains(.legalForm), name.words.count > 1,
        name.words.contains(where: { !$0.roles.contains(.organisationGeneric) })
      else { return false }
    }
    // `Limited Edition`, `Company Store`. Only words of the language speak against it: a name behind it might be masked,
    // and then nothing would.
    guard ["limited", "company"].contains(lowered(form.range)) else { return true }
    let next = skipSpaces(form.range.upperBound)
    guard next > form.range.upperBound, let token = reader.token(at: next), token.isCapital else { return true }
    return !token.isPlainWord || self.form(at: next) != nil
  }

  /// `Drummond, S.A. (2011)`, `; Storms, S.A.;`, `, Lang AS,`: a name with initials in a list of authors.
  private mutating func isAuthor(_ name: Walk, _ form: Form, start: Int) -> Bool {
    guard name.words.count == 1, reader.cases(form.range).count <= 2 else { return false }
    let isSetOff = byte(skipSpacesBack(start) - 1) == UInt8(ascii: ",")
    if text[form.range].contains(0x20), !isSetOff { return true }
    let next = byte(skipSpaces(form.range.upperBound))
    let before = byte(skipSpacesBack(name.range.lowerBound) - 1)
    if next == UInt8(ascii: ";") || next == UInt8(ascii: "&") { return true }
    if before == UInt8(ascii: ";") || before == UInt8(ascii: ",") && next == UInt8(ascii: ",") { return true }
    let open = skipSpaces(form.range.upperBound)
    return next == UInt8(ascii: "(") && byte(open + 1).map(isDigit) ?? false
  }

  private static let streetWords: Set<String> = [
    "ave", "avenue", "st", "street", "rd", "road", "dr", "drive", "blvd", "boulevard", "ln", "lane", "ct", "court",
    "pl", "place", "way", "hwy", "highway", "nw", "ne", "sw",
  ]

  /// What speaks against two capitals as a form: a text in capitals, a postcode, a street, a lone word.
  private mutating func isPlausible(_ name: Walk, beforeWeak form: Form, start: Int) -> Bool {
    let last = name.words[0]
    guard last.isWord, !Self.streetWords.contains(lowered(last.range)) else { return false }
    let next = skipSpaces(form.range.upperBound)
    if next > form.range.upperBound, let byte = byte(next), isDigit(byte) { return false }
    // `CALGARY AB T2P 1J9`
    if next > form.range.upperBound, let piece = pieceStarting(at: next), isUpper(text[piece.lowerBound]),
      text[piece].contains(where: isDigit)
    {
      return false
    }
    if name.words.allSatisfy({ $0.cases.hasUpper && !$0.cases.hasLower }) {
      // In a text of capitals nothing tells a form from a word.
      if next > form.range.upperBound, let token = reader.token(at: next), token.letters == .upper, !token.isInitial {
        return false
      }
      if let before = pieceEnding(at: skipSpacesBack(name.range.lowerBound)), before.cases.hasUpper,
        !before.cases.hasLower, before.cases.count > 1
      {
        return false
      }
      // `NOT AS`: words, at that.
      if name.words.contains(where: { $0.roles.contains(.common) }) { return false }
    }
    if name.words.count == 1, last.roles.contains(.common), isClauseStart(name.range.lowerBound) { return false }
    // `Texas AG Ken Paxton`
    if let token = reader.token(at: next), next > form.range.upperBound, token.isCapital, token.roles.contains(.given) {
      return false
    }
    return true
  }

  /// `"Romashka"` or `Romashka` behind `OOO`.
  mutating func afterForm(_ number: Int) {
    let form = forms[number]
    let isWord = form.roles.contains(.withCapital)
    let position = skipSpaces(form.range.upperBound)
    guard !touchesWord(before: form.range.lowerBound), let first = byte(position) else { return }
    // `Firma` says what follows and is no part of it.
    let isLabel = ["firma", "fa.", "ditta"].contains(lowered(form.range))
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
      // In `"PT": 25` the quote ends what began before the form.
      guard position > form.range.upperBound || byte(form.range.lowerBound - 1) != first, let end = quoteEnd(position),
        end - position > 3
      else { return }
      add((isLabel ? position : form.range.lowerBound)..<end, 0.9, .before)
      return
    }
    guard position > form.range.upperBound, position - form.range.upperBound <= 2 else { return }
    if form.isWeak, let before = pieceEnding(at: skipSpacesBack(form.range.lowerBound)),
      before.cases.hasUpper || before.cases.count == 0
    {
      // `9 AM PT Monday`, or the form of a name before it.
      return
    }
    guard let walk = nameStarting(at: position, mostWords: form.isWeak || isWord ? 4 : 5) else { return }
    if form.isWeak || isWord {
      // `AS AGREED`, `Firma im`: a name that is no word, and has lower-case letters.
      guard walk.words.contains(where: { $0.cases.hasLower && !$0.roles.contains(.common) }) else { return }
    }
    if !walk.words.contains(where: { $0.cases.hasLower }) {
      // `TOV IS`: in capitals only a name that is no word, in a text that is not all in capitals.
      if walk.words.contains(where: { $0.roles.contains(.common) }) { return }
      if let before = pieceEnding(at: skipSpacesBack(form.range.lowerBound)), before.cases.count > 1,
        !before.cases.hasLower
      {
        return
      }
    }
    let start = isLabel ? position : form.range.lowerBound
    add(start..<walk.range.upperBound, form.isWeak || isWord ? 0.6 : 0.85, .before)
  }

  /// Behind the quote that ends what begins at `position`, on the same line.
  func quoteEnd(_ position: Int) -> Int? {
    guard let quote = byte(position) else { return nil }
    var end = position + 1
    while end - position < 80, let next = byte(end), next != 0x0A {
      if next == quote { return end + 1 }
      end += 1
    }
    return nil
  }
}
