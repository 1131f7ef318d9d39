import Foundation

/// A corpus of tokens with IOB tags in columns.
struct Corpus {
  /// A token with its label; `begins` tells two neighbouring names of one kind apart.
  struct Token: Sendable {
    var text: String
    var label: Label?
    var begins: Bool
  }
  struct Group: Sendable {
    var tokens: [Token]
    var document: Int
  }

  let name: String
  let language: Language
  let groups: [Group]
  /// The corpus separates the hyphen within words (`well - known`), so that `Joiner` may close the gap.
  let splitsHyphens: Bool

  /// Reads columns: the token first, the tag last. Documents are those that the file marks or else runs of `documentLength`
  /// sentences; they are numbered from `firstDocument`.
  init(
    contentsOf url: URL, language: Language, firstDocument: Int = 0, documentLength: Int? = nil
  ) throws {
    let name = url.lastPathComponent
    self.name = name
    self.language = language
    let length = documentLength ?? Self.documentLength(ofFileNamed: name)
    var groups: [Group] = []
    var tokens: [Token] = []
    var document = firstDocument
    var inDocument = 0
    var isMarked = false
    var hyphens = 0
    var hyphenated = 0
    func finish() {
      guard !tokens.isEmpty else { return }
      if !isMarked, inDocument == length {
        document += 1
        inDocument = 0
      }
      inDocument += 1
      // GermEval puts the address of its source before each sentence.
      if name.contains("germeval"), tokens.count > 1, tokens[0].text.hasPrefix("http") { tokens.removeFirst() }
      groups.append(Group(tokens: Self.stripTitles(Self.repaired(tokens)), document: document))
      tokens = []
    }
    for (number, line) in try lines(of: url).enumerated() {
      if line.hasPrefix("# ") || line.hasPrefix("-DOCSTART-") {
        if line.hasPrefix("# newdoc") || line.hasPrefix("-DOCSTART-") {
          finish()
          if inDocument > 0 { document += 1 }
          inDocument = 0
          isMarked = true
        }
        continue
      }
      let isBlank = line.allSatisfy(\.isWhitespace)
      if isBlank {
        finish()
        continue
      }
      guard let token = Self.token(of: line) else {
        throw DataError(file: name, line: number + 1, problem: "is no line of a token and an IOB tag")
      }
      if token.text == "-" { hyphens += 1 }
      if Self.isHyphenated(token.text) { hyphenated += 1 }
      tokens.append(token)
    }
    finish()
    self.groups = groups
    splitsHyphens = hyphens > 100 && Double(hyphenated) < 0.3 * Double(hyphens)
  }

  /// The last document's number; the next corpus begins after it.
  var lastDocument: Int { groups.last?.document ?? 0 }

  /// The sentences as text. `spaced`: every two tokens with a space between, as some evaluation sets present them.
  func sentences(spaced: Bool) -> [Sentence] {
    let joiner = Joiner(language: language, splitsHyphens: splitsHyphens)
    return groups.map { joiner.sentence($0.tokens, document: $0.document, spaced: spaced) }
  }

  private static func isHyphenated(_ token: String) -> Bool {
    token.dropFirst().dropLast().contains("-") && token.allSatisfy { $0.isLetter || $0 == "-" }
  }

  /// Posts and sentences drawn from here and there are documents by themselves.
  private static func documentLength(ofFileNamed name: String) -> Int {
    ["btc", "wnut", "multiconer", "crossner", "mobie", "germeval"].contains { name.contains($0) } ? 1 : 20
  }

  private static let labels: [Substring: Label] = [
    "PER": .person, "person": .person, "PERSON": .person, "ORG": .organisation, "corporation": .organisation,
    "group": .organisation, "LOC": .place, "location": .place, "GPE": .place,
  ]

  private static func token(of line: String) -> Token? {
    let parts =
      line.utf8.contains(0x09)
      ? line.split(separator: "\t", omittingEmptySubsequences: false) : line.split(whereSeparator: \.isWhitespace)
    guard parts.count > 1 else { return nil }
    // Universal NER: number, token, tag, two columns of notes.
    let isNumbered = parts.count == 5 && Int(parts[0]) != nil
    let tag = isNumbered ? parts[2] : parts[parts.count - 1]
    let text = parts[isNumbered ? 1 : 0].trimmingCharacters(in: .whitespaces)
    guard tag != "O" else { return Token(text: text.isEmpty ? "_" : text, label: nil, begins: false) }
    guard tag.hasPrefix("B-") || tag.hasPrefix("I-") else { return nil }
    let label = labels[tag.dropFirst(2)]
    return Token(text: text.isEmpty ? "_" : text, label: label, begins: label != nil && tag.hasPrefix("B"))
  }

  /// A name's first token always begins it; `@` and the handle behind it are one name.
  private static func repaired(_ tokens: [Token]) -> [Token] {
    var tokens = tokens
    for index in tokens.indices where tokens[index].label != nil {
      let previous = index > 0 ? tokens[index - 1] : nil
      if previous?.label != tokens[index].label {
        tokens[index].begins = true
      } else if previous?.text == "@", previous?.begins == true {
        tokens[index].begins = false
      }
    }
    return tokens
  }

  /// Titles stand outside of a person's name; the sets differ in that.
  private static func stripTitles(_ tokens: [Token]) -> [Token] {
    var tokens = tokens
    for index in tokens.indices where tokens[index].label == .person && tokens[index].begins {
      var end = index
      while end + 1 < tokens.count, tokens[end + 1].label == .person, !tokens[end + 1].begins { end += 1 }
      var start = index
      while start < end, titles.contains(tokens[start].text.lowercased()) {
        tokens[start].label = nil
        tokens[start].begins = false
        start += 1
        if start < end, tokens[start].text == "." {
          tokens[start].label = nil
          start += 1
        }
        tokens[start].begins = true
      }
    }
    return tokens
  }

  private static let titles: Set<String> = Set(
    """
    mr mrs ms miss mstr messrs dr drs prof professor doctor sir madam madame mme mlle mm monsieur mademoiselle herr herrn frau frl \
    fräulein hr fr sr sra srta señor señora señorita don doña dña sig sig.ra sig.na signor signora signore signorina dott \
    dott.ssa senhor senhora dona sra. dhr mevr mw meneer mevrouw heer pan pani panu pana panią rev reverend lord lady capt \
    captain col colonel gen general lt lieutenant sgt sergeant maj major
    """.split(separator: " ").flatMap { [String($0), "\($0)."] })
}
