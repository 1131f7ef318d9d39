/// Makes running text of a corpus's tokens: what people would have typed.
struct Joiner {
  let language: Language
  let splitsHyphens: Bool

  func sentence(_ tokens: [Corpus.Token], document: Int, spaced: Bool) -> Sentence {
    var builder = SentenceBuilder()
    var quotes = QuotePairs(tokens)
    var start = 0
    var open: Label?
    var isTight = true
    for (index, token) in tokens.enumerated() {
      let side = quotes.side(of: index, in: tokens)
      let glues =
        isTight || index > 0 && !spaced && gluesToPrevious(index, in: tokens, side: side)
      if let label = open, token.label != label || token.begins {
        builder.close(from: start, as: label)
        open = nil
      }
      if !glues { builder.append(" ") }
      if open == nil, token.label != nil {
        start = builder.count
        open = token.label
      }
      builder.append(spaced ? token.text : Self.plain(token.text))
      isTight = !spaced && gluesToNext(index, in: tokens, side: side)
    }
    if let open { builder.close(from: start, as: open) }
    return builder.sentence(document: document)
  }

  private static func plain(_ token: String) -> String {
    switch token {
    case "``", "''": "\""
    case "-LRB-": "("
    case "-RRB-": ")"
    default: token
    }
  }

  private static let closing: Set<String> = [
    ",", ".", ";", ":", "!", "?", ")", "]", "}", "%", "...", "…", "’", "”", "»", "''", "-RRB-", "?!", "!!", "!!!", "??",
    "),",
    ").",
  ]
  private static let opening: Set<String> = ["(", "[", "{", "$", "#", "£", "€", "¿", "¡", "``", "-LRB-", "(\"", "@"]
  private static let contractions: Set<String> = [
    "'s", "’s", "n't", "n’t", "'re", "’re", "'ve", "’ve", "'ll", "’ll", "'d", "’d", "'m", "’m", "'S", "N'T", "´s", "`s",
  ]

  private func gluesToPrevious(_ index: Int, in tokens: [Corpus.Token], side: QuotePairs.Side?) -> Bool {
    let text = tokens[index].text
    if let side { return side == .closing }
    if text == "“" { return language == .de }
    if Self.contractions.contains(text) { return true }
    if language == .fr, text.count > 1, text.hasPrefix("-") { return true }
    if text == ":", language == .fr { return false }
    if Self.closing.contains(text) { return !(language == .fr && ["!", "?", ";", "»"].contains(text)) }
    return isHyphen(index, in: tokens)
  }

  private func gluesToNext(_ index: Int, in tokens: [Corpus.Token], side: QuotePairs.Side?) -> Bool {
    let text = tokens[index].text
    if let side { return side == .opening }
    if text == "“" { return language != .de }
    if text == "„" || text == "‘" { return true }
    if text == "«" { return language != .fr }
    if Self.opening.contains(text) { return true }
    if language == .fr || language == .it, text.count > 1, text.count < 8, text.hasSuffix("'") || text.hasSuffix("’") {
      return true
    }
    return isHyphen(index, in: tokens)
  }

  /// A hyphen or slash that the corpus has cut out of a word, a name or a number.
  private func isHyphen(_ index: Int, in tokens: [Corpus.Token]) -> Bool {
    let text = tokens[index].text
    guard text == "-" || text == "/", index > 0, index + 1 < tokens.count else { return false }
    let (before, after) = (tokens[index - 1], tokens[index + 1])
    guard let last = before.text.unicodeScalars.last, let first = after.text.unicodeScalars.first else { return false }
    if last.isDigit, first.isDigit { return splitsHyphens || text == "/" }
    guard splitsHyphens, text == "-", last.properties.isAlphabetic, first.properties.isAlphabetic else { return false }
    let isInName = tokens[index].label != nil && !tokens[index].begins && after.label != nil && !after.begins
    if isInName { return true }
    return tokens[index].label == nil && after.label == nil && first.properties.isLowercase
      && before.text.unicodeScalars.allSatisfy { $0.properties.isAlphabetic }
  }
}

extension Unicode.Scalar {
  var isDigit: Bool { (0x30...0x39).contains(value) }
}

/// Which straight quotation marks of a sentence open and which close.
private struct QuotePairs {
  enum Side { case opening, closing }

  private var isOpen: [Bool] = [false, false]
  private var left: [Int]

  init(_ tokens: [Corpus.Token]) {
    left = ["\"", "'"].map { mark in tokens.count { $0.text == mark } }
  }

  mutating func side(of index: Int, in tokens: [Corpus.Token]) -> Side? {
    let text = tokens[index].text
    guard let kind = ["\"", "'"].firstIndex(of: text) else { return nil }
    defer { left[kind] -= 1 }
    // A single mark that nothing opens or closes belongs to the word before: the boys' room.
    let isLone = !isOpen[kind] && left[kind] == 1
    if isLone, index == 0 { return .opening }
    // A quotation that began in the sentence before ends here: `…, " he said.`
    if !isOpen[kind], left[kind] % 2 == 1, index > 0, [",", ".", "!", "?"].contains(tokens[index - 1].text) {
      return .closing
    }
    if isLone, kind == 1 || index == tokens.count - 1 { return .closing }
    isOpen[kind].toggle()
    return isOpen[kind] ? .opening : .closing
  }
}
