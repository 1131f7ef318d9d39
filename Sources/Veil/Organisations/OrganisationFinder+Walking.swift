import Scanning

/// Walks over the words of a company's name.
extension OrganisationFinder {
  /// A stretch without spaces, brackets, quotes and commas: `3M`, `Booking.com`, `&`.
  struct Piece {
    var range: Range<Int>
    var cases: LetterCases
    var roles: WordRoles = []

    /// Holds letters rather than only digits and marks.
    var isWord: Bool { cases.count > 0 }
  }

  /// The words of a name, the one next to the form first.
  struct Walk {
    var range: Range<Int>
    var words: [Piece]
  }

  static let mostWords = 6
  /// What is longer is no word: a hash, a path.
  private static let longestWord = 32

  private static let marks = ByteSet("-'&.+!/".utf8)

  private func isPieceByte(_ position: Int) -> Bool {
    guard let byte = byte(position) else { return false }
    return isASCIIWord(byte) || byte >= 0x80 || Self.marks.contains(byte)
  }

  func skipSpacesBack(_ position: Int) -> Int {
    var position = position
    while let byte = byte(position - 1), byte == 0x20 || byte == 0x09 { position -= 1 }
    return position
  }

  /// As ``skipSpacesBack(_:)``, also over one line end where a paragraph was wrapped: behind a long line.
  func skipGapBack(_ position: Int) -> Int {
    var line = skipSpacesBack(position)
    guard byte(line - 1) == 0x0A else { return line }
    line -= byte(line - 2) == 0x0D ? 2 : 1
    let end = skipSpacesBack(line)
    var start = end
    while end - start < Self.wrappedLine, let byte = byte(start - 1), byte != 0x0A { start -= 1 }
    return end - start >= Self.wrappedLine ? end : position
  }

  /// Shorter lines end where they do on purpose.
  private static let wrappedLine = 40

  /// Where the piece that begins at `start` lies.
  func pieceStarting(at start: Int) -> Range<Int>? {
    var end = start
    while end - start < 48, isPieceByte(end) { end += 1 }
    // The bound may lie inside a character.
    while end > start, let next = byte(end), next & 0xC0 == 0x80 { end -= 1 }
    while end > start, Self.marks.contains(text[end - 1]), end - start > 1 { end -= 1 }
    return end > start ? start..<end : nil
  }

  /// The piece that ends at `end`.
  mutating func pieceEnding(at end: Int) -> Piece? {
    var start = end
    while end - start < 48, isPieceByte(start - 1) { start -= 1 }
    while start < end, text[start] & 0xC0 == 0x80 { start += 1 }
    guard start < end else { return nil }
    return piece(start..<end)
  }

  func piece(_ range: Range<Int>) -> Piece { Piece(range: range, cases: reader.cases(range)) }

  func lowered(_ range: Range<Int>) -> String {
    String(decoding: text[range].map { isUpper($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  // MARK: - Backwards

  /// The name that ends before a form at `form`, without what stands before it in the sentence.
  mutating func nameEnding(before form: Int, isWeak: Bool) -> Walk? {
    var position = skipGapBack(form)
    guard form - position <= 3 else { return nil }
    if byte(position - 1) == UInt8(ascii: ","), !isWeak, position > form - 2 {
      position = skipSpacesBack(position - 1)
    } else if position == form {
      // `Muster-GmbH`, and a bracket or quote right before.
      if byte(position - 1) == UInt8(ascii: "-") { position -= 1 }
    }
    guard position < form else { return nil }
    if let quote = byte(position - 1), quote == UInt8(ascii: "\"") {
      return quotedName(endingAt: position)
    }
    // `Acme (UK) Ltd`
    if byte(position - 1) == UInt8(ascii: ")"), let open = bracketStart(position) { position = skipSpacesBack(open) }
    return walkBack(from: position, lowest: max(0, form - Self.reach))
  }

  private mutating func walkBack(from end: Int, lowest: Int) -> Walk? {
    var words: [Piece] = []
    var start = end
    var position = end
    var pending = 0
    while words.count < Self.mostWords, pending < 3, position > lowest, var piece = pieceEnding(at: position) {
      guard piece.range.lowerBound >= lowest, piece.range.count <= Self.longestWord else { break }
      if !words.isEmpty || pending > 0, byte(position - 1) == UInt8(ascii: "."), !isAbbreviated(piece) { break }
      if let form = form(at: piece.range.lowerBound), !form.isWord { break }
      let isMark = piece.cases.count == 0 && !text[piece.range].contains(where: isDigit)
      if isMark {
        guard piece.range.count == 1, "&+".utf8.contains(text[piece.range.lowerBound]) else { break }
        pending += 1
      } else if piece.cases.count == 0 {
        // A number is part of a name only behind a word of it.
        pending += 1
      } else if isCapital(piece) {
        piece.roles = roles(of: piece)
        if isStop(piece, before: pending == 0 ? words.last : nil), !(words.isEmpty && followsAnd(piece)) { break }
        if isPersonBefore(piece, pending: pending, at: start) { break }
        words.append(piece)
        start = piece.range.lowerBound
        pending = 0
      } else if isTail(&piece) {
        piece.roles = roles(of: piece)
        words.append(piece)
        start = piece.range.lowerBound
        break
      } else {
        guard !words.isEmpty || lowered(piece.range) == "and", mayJoin(piece, words.count) else { break }
        pending += 1
      }
      position = skipGapBack(piece.range.lowerBound)
      guard piece.range.lowerBound - position <= 3, position < piece.range.lowerBound else { break }
    }
    guard !words.isEmpty else { return nil }
    return Walk(range: start..<end, words: words)
  }

  /// With a capital, or a capital behind one or two letters as in `eBay`; in scripts without capitals, no.
  private func isCapital(_ piece: Piece) -> Bool {
    if piece.cases.isFirstUpper { return true }
    guard piece.cases.hasUpper else { return false }
    if isDigit(text[piece.range.lowerBound]) { return true }
    let head = text[piece.range].prefix { isLower($0) }.count
    return head <= 2 && isUpper(text[piece.range.lowerBound + head])
  }

  /// `Acme` of `ex-Acme`: narrows the piece to its last part.
  private func isTail(_ piece: inout Piece) -> Bool {
    guard let hyphen = text[piece.range].lastIndex(of: UInt8(ascii: "-")), hyphen + 1 < piece.range.upperBound else {
      return false
    }
    let tail = self.piece(hyphen + 1..<piece.range.upperBound)
    guard tail.cases.isFirstUpper else { return false }
    piece = tail
    return true
  }

  /// `St.`, `J.P.`, `Gebr.`: what a full stop does not end the sentence behind.
  private func isAbbreviated(_ piece: Piece) -> Bool {
    let word = lowered(piece.range)
    if piece.cases.count == 1 || word.dropLast().contains(".") { return true }
    return Self.abbreviations.contains(word)
  }

  private static let abbreviations: Set<String> = [
    "st.", "dr.", "gebr.", "bros.", "int.", "intl.", "mfg.", "san.", "tic.", "ind.", "eng.", "tech.", "soc.", "cia.",
    "cie.", "ges.", "inh.", "jr.", "sr.", "mt.", "ft.", "fa.", "assoc.", "dept.", "natl.", "svcs.", "serv.",
  ]

  /// What the lists say of a piece; the parts of `Müller-Bau` do not speak for it.
  mutating func roles(of piece: Piece) -> WordRoles {
    guard let token = reader.token(at: piece.range.lowerBound) else { return [] }
    // `There's` is `there`, and an `Acme's` says as much as `Acme`.
    let isWhole = token.end == piece.range.upperBound || byte(token.end) == UInt8(ascii: "'")
    return isWhole ? token.roles : []
  }

  /// A word that ends the walk. `IT` and `US` count as words of the sentence only in a text of capitals.
  private func isStop(_ piece: Piece, before next: Piece?) -> Bool {
    if piece.roles.contains(.organisationStop) {
      let isAcronym = piece.cases.count == 2 && !piece.cases.hasLower && next?.cases.hasLower == true
      return !isAcronym
    }
    // `London-based Acme`, `Inc.-owned`
    guard let hyphen = text[piece.range].lastIndex(of: UInt8(ascii: "-")), hyphen + 1 < piece.range.upperBound else {
      return false
    }
    return ["based", "owned", "listed", "backed", "led"].contains(lowered(hyphen + 1..<piece.range.upperBound))
  }

  /// `& Partner` right before the form.
  private mutating func followsAnd(_ piece: Piece) -> Bool {
    guard let before = pieceEnding(at: skipSpacesBack(piece.range.lowerBound)) else { return false }
    return ["&", "+", "and", "und", "et", "en", "e", "y"].contains(lowered(before.range))
  }

  /// `Jane Doe of Acme Ltd`, `Director of Acme Ltd`: what is before `of` is no part of the name.
  private mutating func isPersonBefore(_ piece: Piece, pending: Int, at start: Int) -> Bool {
    guard pending > 0, piece.roles.contains(.given) || piece.roles.contains(.family) else { return false }
    guard piece.roles.isDisjoint(with: [.common, .organisationGeneric]) else { return false }
    let joint = skipSpaces(piece.range.upperBound)
    guard let connector = pieceStarting(at: joint) else { return false }
    return ["of", "at", "for", "from"].contains(lowered(connector))
  }

  private static let prepositions: Set<String> = [
    "of", "for", "de", "del", "della", "dello", "dei", "di", "da", "do", "dos", "das", "du", "des", "van", "von", "für",
    "voor", "pour", "per", "para", "d'", "zur", "zum", "av", "af", "för",
  ]
  private static let articles: Set<String> = ["the", "der", "den", "het", "'t", "la", "le", "les", "los", "las", "l'"]
  private static let conjunctions: Set<String> = [
    "and", "und", "et", "en", "y", "e", "og", "och", "i", "ja", "és", "oraz", "ve", "u.", "и",
  ]

  /// Whether a word in lower case may stand inside a name with `count` words behind it.
  private mutating func mayJoin(_ piece: Piece, _ count: Int) -> Bool {
    let word = lowered(piece.range)
    let before = skipGapBack(piece.range.lowerBound)
    guard before < piece.range.lowerBound, let left = pieceEnding(at: before) else { return false }
    // `Herr Muster von der Muster GmbH`
    if let title = reader.token(before: left.range.lowerBound), title.roles.contains(.title) { return false }
    if Self.prepositions.contains(word) { return left.cases.isFirstUpper }
    if Self.articles.contains(word) {
      let leftWord = lowered(left.range)
      return Self.prepositions.contains(leftWord) || ["op", "in", "auf"].contains(leftWord)
    }
    guard Self.conjunctions.contains(word), left.cases.isFirstUpper, count <= 2 else { return false }
    // `Ferrocarriles Uno y Comercial`: words of trades go on.
    if word != "and", roles(of: left).contains(.organisationGeneric) { return true }
    // `Marks and Spencer`, but not `John Smith and Acme`: one word, and not the second one of a name.
    let further = skipSpacesBack(left.range.lowerBound)
    guard further < left.range.lowerBound, let second = pieceEnding(at: further) else { return true }
    return !second.cases.isFirstUpper || roles(of: second).contains(.organisationStop)
  }

  private func bracketStart(_ end: Int) -> Int? {
    var open = end - 1
    while end - open < 28, let byte = byte(open - 1), byte != 0x0A, byte != UInt8(ascii: ")") {
      open -= 1
      if byte == UInt8(ascii: "(") {
        let inside = piece(open + 1..<end - 1)
        return inside.cases.isFirstUpper ? open : nil
      }
    }
    return nil
  }

  private func quotedName(endingAt end: Int) -> Walk? {
    var start = end - 1
    while end - start < 64, let byte = byte(start - 1), byte != 0x0A {
      start -= 1
      guard byte == UInt8(ascii: "\"") else { continue }
      let inside = piece(start + 1..<end - 1)
      guard inside.isWord, inside.cases.hasUpper || !inside.cases.hasLower || inside.range.count <= 24 else {
        return nil
      }
      // A quotation that ends before the form, not a name.
      if let last = self.byte(end - 2), ".,!?".utf8.contains(last) { return nil }
      return Walk(range: start..<end, words: [inside])
    }
    return nil
  }

  // MARK: - Forwards

  /// The name that begins at `position`.
  mutating func nameStarting(at position: Int, mostWords: Int) -> Walk? {
    var words: [Piece] = []
    var end = position
    var next = position
    while words.count < mostWords, let range = pieceStarting(at: next), range.upperBound - position <= Self.reach {
      var piece = piece(range)
      if words.isEmpty || isCapital(piece) || piece.cases.count == 0 {
        let isNumber = piece.cases.count == 0
        guard isNumber ? !words.isEmpty : isCapital(piece) else { break }
        if !isNumber {
          piece.roles = roles(of: piece)
          if piece.roles.contains(.organisationStop), piece.cases.hasLower || piece.cases.count == 1 { break }
          if let form = form(at: range.lowerBound), !form.isWord, form.roles.contains(.legalForm) {
            end = form.range.upperBound
            break
          }
          words.insert(piece, at: 0)
          end = range.upperBound
        }
      } else {
        let word = lowered(range)
        guard Self.prepositions.contains(word) || Self.articles.contains(word), words.count < mostWords else { break }
      }
      // Past the full stop of a sentence nothing of the name follows.
      if byte(range.upperBound) == UInt8(ascii: ".") { break }
      next = skipSpaces(range.upperBound)
      guard next > range.upperBound, next - range.upperBound <= 2 else { break }
    }
    return words.isEmpty ? nil : Walk(range: position..<end, words: words)
  }
}
