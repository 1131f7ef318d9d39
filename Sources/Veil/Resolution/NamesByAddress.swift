import Scanning

/// Names that stand near an e-mail address which is made of them: `Zorblat Quixum` near `z.quixum@example.com`.
///
/// An address is certain, its words are often nothing but a name, and the same words with capitals nearby are no accident.
enum NamesByAddress {
  /// How far from the address a name may stand, in bytes.
  private static let reach = 200

  /// - Parameters:
  ///   - won: findings, sorted; the addresses are among them.
  ///   - start: what stands before this offset is written already.
  static func find(
    _ won: [Candidate], from start: Int, _ analysis: Analysis, _ lexicon: Lexicon
  ) -> [Merging.Found] {
    var found: [Merging.Found] = []
    let folded = analysis.folded
    let offset = analysis.block.offset
    for number in won.indices where won[number].type == .email {
      let address = won[number].range
      folded.bytes.withUnsafeBufferPointer { text in
        let place =
          folded.position(
            atOriginal: address.lowerBound - offset)..<folded.position(
            atOriginal: address.upperBound - offset)
        guard let mailbox = Mailbox(text[place], lexicon) else { return }
        let floor = folded.position(atOriginal: start - offset)
        for side in [
          max(floor, place.lowerBound - reach)..<max(floor, place.lowerBound),
          place.upperBound..<min(text.count, place.upperBound + reach),
        ] {
          for name in names(in: side, text, mailbox, lexicon) {
            var one = Merging.Found(
              name.range, core: name.range, .name, rule: .nameByAddress, score: name.score, analysis)
            one.candidate.isRecalled = true
            found.append(one)
          }
        }
      }
    }
    return found
  }

  /// A capitalised word.
  private struct Piece {
    var range: Range<Int>
    /// In lower case and without marks.
    var letters: [UInt8]
    var isInitial: Bool { letters.count == 1 }
  }

  private static func names(
    in side: Range<Int>, _ text: UnsafeBufferPointer<UInt8>, _ mailbox: Mailbox, _ lexicon: Lexicon
  ) -> [(range: Range<Int>, score: Double)] {
    var names: [(Range<Int>, Double)] = []
    for row in rows(in: side, text, mailbox) {
      var first = 0
      while first < row.count {
        // The longest that the address is made of.
        let count = (2...5).last { count in
          first + count <= row.count && mailbox.isMade(of: row[first..<first + count].map(\.letters))
        }
        if let count, row[first..<first + count].contains(where: { lexicon.isTellingOfPerson($0.letters) }) {
          names.append((row[first].range.lowerBound..<row[first + count - 1].range.upperBound, 0.95))
          first += count
          continue
        }
        if mailbox.has(row[first].letters, lexicon) { names.append((row[first].range, 0.6)) }
        first += 1
      }
    }
    return names
  }

  /// Capitalised words with nothing but a space, a comma or an initial's full stop between them.
  private static func rows(
    in side: Range<Int>, _ text: UnsafeBufferPointer<UInt8>, _ mailbox: Mailbox
  ) -> [[Piece]] {
    var rows: [[Piece]] = []
    var reader = WordReader(text)
    var place = side.lowerBound
    // Not from the middle of a word on.
    if place > 0, place < text.count, isPart(text[place - 1]) {
      while place < side.upperBound, isPart(text[place]) { place += 1 }
    }
    while place < side.upperBound {
      guard isPart(text[place]), text[place] & 0xC0 != 0x80, let word = reader.word(at: place) else {
        place += 1
        continue
      }
      place = word.end
      guard isUpper(text[word.start]) || text[word.start] >= 0x80, word.end <= side.upperBound else { continue }
      let isInitial = word.end - word.start == 1
      let bytes = text[word.start..<word.end]
      guard isInitial || mailbox.mayHave(bytes[bytes.startIndex]), !bytes.contains(where: isDigit) else { continue }
      if word.start > 0, "@._-/".utf8.contains(text[word.start - 1]), word.start < 2 || !isUpper(text[word.start - 2]) {
        continue
      }
      let hasStop = isInitial && word.end < text.count && text[word.end] == UInt8(ascii: ".")
      let isASCII = bytes.allSatisfy { $0 < 0x80 }
      let letters = isASCII ? bytes.map { $0 | 0x20 } : PlainLetters.plain(matchKey(bytes))
      let piece = Piece(range: word.start..<word.end + (hasStop ? 1 : 0), letters: letters)
      if let end = rows.last?.last?.range.upperBound, isJoint(text[end..<word.start]) {
        rows[rows.count - 1].append(piece)
      } else {
        rows.append([piece])
      }
    }
    return rows
  }

  private static func isPart(_ byte: UInt8) -> Bool { isASCIIWord(byte) || byte >= 0x80 }

  private static func isJoint(_ gap: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    gap.count <= 2 && gap.allSatisfy { $0 == 0x20 || $0 == UInt8(ascii: ",") }
      && gap.last != UInt8(ascii: ",")
  }
}

/// What stands before the `@`.
private struct Mailbox {
  /// Its words, without marks.
  private let words: [[UInt8]]
  /// Whether all of them may be of a name, so that one of them alone says something.
  private let isPersonal: Bool
  /// Letters that a word of it may begin with, a bit each.
  private let firstLetters: UInt32

  /// - Parameter address: folded.
  init?(_ address: Slice<UnsafeBufferPointer<UInt8>>, _ lexicon: Lexicon) {
    guard let end = address.firstIndex(of: UInt8(ascii: "@")) else { return nil }
    let separators = ByteSet(Array("._-+0123456789".utf8))
    words = address[..<end].split { separators.contains($0) }.map { PlainLetters.plain(matchKey($0)) }
    guard (1...4).contains(words.count), words.contains(where: { $0.count > 2 }) else { return nil }
    // Written as one, the name's words may begin anywhere.
    let first = words.count == 1 ? words[0] : words.compactMap(\.first)
    firstLetters = first.reduce(0) { $0 | 1 << UInt32($1 & 31) }
    isPersonal = words.allSatisfy { $0.count < 3 || lexicon.isDistinctOfPerson($0) }
  }

  /// Whether a word of the name may begin with this byte: no word that it is made of begins otherwise.
  func mayHave(_ byte: UInt8) -> Bool { byte >= 0x80 || firstLetters >> UInt32(byte & 31) & 1 == 1 }

  /// Whether these words of a name and the mailbox are one: `John Doe` and `john.doe`, `doe.john`, `jdoe`, `johnd`.
  func isMade(of name: [[UInt8]]) -> Bool {
    let full = name.filter { $0.count > 1 }
    if words.count == 1 {
      guard let first = name.first, let last = full.last, name.count == 2 || full.count == 2, words[0].count > 3 else {
        return false
      }
      let forms =
        last == first
        ? []
        : [
          first + last, last + first, first.prefix(1) + last, last + first.prefix(1), first + last.prefix(1),
          last.prefix(1) + first,
        ]
      return forms.contains { Array($0) == words[0] }
    }
    var rest = words
    var isEqual = false
    for word in full {
      if let place = rest.firstIndex(of: word) {
        rest.remove(at: place)
        if word.count > 2 { isEqual = true }
      } else if let place = rest.firstIndex(of: Array(word.prefix(1))) {
        rest.remove(at: place)
      } else {
        return false
      }
    }
    for letter in name where letter.count == 1 {
      if let place = rest.firstIndex(where: { $0.first == letter[0] }) { rest.remove(at: place) }
    }
    return isEqual && rest.isEmpty
  }

  /// Whether this one word is a name by what the mailbox says: `Quixum` by `z.quixum` and `zquixum`.
  func has(_ word: [UInt8], _ lexicon: Lexicon) -> Bool {
    guard isPersonal, word.count > 3, lexicon.isDistinctOfPerson(word) else { return false }
    if words.count > 1 { return words.contains(word) }
    if words[0] == word { return !lexicon.roles(ofWord: word).isDisjoint(with: [.given, .family]) }
    return words[0].count == word.count + 1 && words[0].dropFirst() == word[...]
  }
}

extension Lexicon {
  fileprivate func isDistinctOfPerson(_ word: [UInt8]) -> Bool {
    Recall.isDistinctName(word, self)
      && roles(ofWord: word).isDisjoint(with: [.organisationGeneric, .organisationStop, .legalForm, .legalFormBefore])
  }

  /// Whether the word is not one that any sender may have: `Customer`, `Service`.
  fileprivate func isTellingOfPerson(_ word: [UInt8]) -> Bool {
    isDistinctOfPerson(word) || roles(ofWord: word).contains(.given)
  }
}
