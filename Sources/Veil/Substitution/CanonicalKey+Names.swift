import Scanning

/// A person's name as it is compared: given names first, without titles, marks, hyphens and full stops, and the shorter
/// forms in which a text goes on to speak of the person.
struct PersonKey {
  /// All words, a space between them.
  private(set) var whole: [UInt8]
  /// What on its own means the same person as long as nobody else has it: `john`, `doe`, `j doe`, `john d`.
  private(set) var parts = ByteRows()
  /// `j doe` and `john q doe`, which as the whole of a name may be this one, met before it was written out.
  private(set) var initials = ByteRows()
  /// Without the second given name: `john doe` of `john quincy doe`.
  private(set) var withoutMiddle: [UInt8]?

  /// - Parameter folded: as ``matchKey(_:)`` gives it.
  init(_ folded: [UInt8], _ style: PlainLetters.Style = .letters) {
    let text = PlainLetters.plain(folded, style)
    let name = PersonName(text)
    let pieces = Pieces(text, name)
    whole = pieces.joined(pieces.all)
    if whole.isEmpty { whole = text }
    let (given, family) = (pieces.given, pieces.family)
    guard !given.isEmpty, !family.isEmpty else { return }
    parts.reserve(rows: 16, bytes: 10 * whole.count)
    let first = given.lowerBound..<given.lowerBound + 1
    let firstWord = pieces.ofWord(0)
    let isAbbreviated = pieces[first.lowerBound].count == 1
    add { pieces.append(first, to: &$0) }
    add { pieces.append(firstWord, to: &$0) }
    add { pieces.append(given, to: &$0) }
    add { pieces.append(pieces.all.dropFirst(), to: &$0) }
    let core = pieces.core(from: name.givenCount)
    for family in core.isEmpty || core == family ? [family] : [family, core] {
      add { pieces.append(family, to: &$0) }
      func end(_ rows: inout ByteRows) {
        rows.extend(UInt8(ascii: " "))
        pieces.append(family, to: &rows)
      }
      func firstAndInitials(_ rows: inout ByteRows) {
        pieces.append(first, to: &rows)
        pieces.append(initialsOf: given.dropFirst(), isFirst: false, to: &rows)
        end(&rows)
      }
      func allInitials(_ rows: inout ByteRows) {
        pieces.append(initialsOf: given, isFirst: true, to: &rows)
        end(&rows)
      }
      func initial(_ rows: inout ByteRows) {
        pieces.append(initialsOf: first, isFirst: true, to: &rows)
        end(&rows)
      }
      if given.count > 1 {
        add {
          pieces.append(first, to: &$0)
          end(&$0)
        }
        add {
          pieces.append(firstWord, to: &$0)
          end(&$0)
        }
        add(allInitials)
        add(firstAndInitials)
        if !isAbbreviated {
          firstAndInitials(&initials)
          initials.close()
          allInitials(&initials)
          initials.close()
        }
      }
      add(initial)
      if !isAbbreviated {
        initial(&initials)
        initials.close()
        add {
          pieces.append(first, to: &$0)
          pieces.append(initialsOf: family.lowerBound..<family.lowerBound + 1, isFirst: false, to: &$0)
        }
      }
    }
    // Double names are also called by one half.
    if let half = pieces.lastWord(from: name.givenCount), half.count > 1 {
      for piece in half { add { pieces.append(piece..<piece + 1, to: &$0) } }
    }
    add { pieces.append(pieces.ofWord(name.words.count - 1), to: &$0) }
    guard given.count > 1, !isAbbreviated else { return }
    var without = ByteRows()
    pieces.append(first, to: &without)
    without.extend(UInt8(ascii: " "))
    pieces.append(family, to: &without)
    withoutMiddle = without.bytes
    parts.append(Self.middle(of: without.bytes))
  }

  /// What stands for `a second given name of this person is known`, which no text can be.
  static func middle(of name: [UInt8]) -> [UInt8] { [1] + name }

  private mutating func add(_ write: (inout ByteRows) -> Void) {
    write(&parts)
    if parts.open.count > 1, !parts.open.elementsEqual(whole) { parts.closeIfNew() } else { parts.drop() }
  }
}

/// The words of a name cut further: `Jean-Luc` and `J.R.` are two, `O'Brien` is one.
private struct Pieces {
  private var rows = ByteRows()
  /// By word: number of its first piece, and one more at the end.
  private var starts: [Int] = []
  /// Number of the first piece of the family name.
  private var familyStart = 0
  private let words: Int

  init(_ text: [UInt8], _ name: PersonName) {
    words = name.words.count
    rows.reserve(rows: 8, bytes: text.count)
    starts.reserveCapacity(8)
    for (number, word) in name.words.enumerated() {
      if number == name.givenCount { familyStart = rows.count }
      starts.append(rows.count)
      for byte in text[word] {
        switch byte {
        case UInt8(ascii: "-"), UInt8(ascii: "."): if !rows.open.isEmpty { rows.close() }
        case UInt8(ascii: "'"), UInt8(ascii: ","): break
        default: rows.extend(byte)
        }
      }
      if !rows.open.isEmpty { rows.close() }
    }
    if name.givenCount == words { familyStart = rows.count }
    starts.append(rows.count)
  }

  subscript(piece: Int) -> ArraySlice<UInt8> { rows[piece] }

  var all: Range<Int> { rows.indices }
  var given: Range<Int> { 0..<familyStart }
  var family: Range<Int> { familyStart..<rows.count }

  func ofWord(_ word: Int) -> Range<Int> { starts[word]..<starts[word + 1] }

  /// The family name without its particles.
  func core(from word: Int) -> Range<Int> { firstOfCore(from: word).map { starts[$0]..<rows.count } ?? 0..<0 }

  /// The pieces of its last word.
  func lastWord(from word: Int) -> Range<Int>? { firstOfCore(from: word) == nil ? nil : ofWord(words - 1) }

  private func firstOfCore(from word: Int) -> Int? {
    (word..<words).first { word in
      let pieces = ofWord(word)
      return pieces.count != 1 || !PersonName.isParticle(rows[pieces.lowerBound])
    }
  }

  func joined(_ pieces: Range<Int>) -> [UInt8] {
    var joined = ByteRows()
    append(pieces, to: &joined)
    return joined.bytes
  }

  /// With a space between each two.
  func append(_ pieces: Range<Int>, to row: inout ByteRows) {
    for piece in pieces {
      if piece > pieces.lowerBound { row.extend(UInt8(ascii: " ")) }
      row.extend(rows[piece])
    }
  }

  /// The first character of each, with a space between each two.
  func append(initialsOf pieces: Range<Int>, isFirst: Bool, to row: inout ByteRows) {
    for piece in pieces {
      if piece > pieces.lowerBound || !isFirst { row.extend(UInt8(ascii: " ")) }
      var count = 0
      for byte in rows[piece] {
        if count > 0, byte & 0xC0 != 0x80 { break }
        row.extend(byte)
        count += 1
      }
    }
  }
}

extension CanonicalKey {
  /// Other keys that may mean the same person: by what a given name is short for, family name first, or in another case
  /// of the grammar. They link only where they agree on one entity.
  var alternatives: ByteRows {
    var others = ByteRows()
    guard isPersonName, let end = bytes.lastIndex(where: { $0 != UInt8(ascii: " ") }) else { return others }
    let space = UInt8(ascii: " ")
    // As `split` would have them: no empty words.
    let start = bytes.firstIndex { $0 != space }!
    let firstEnd = bytes[start...].firstIndex(of: space) ?? bytes.count
    let lastStart = (bytes[...end].lastIndex(of: space) ?? -1) + 1
    let first = bytes[start..<firstEnd]
    if lastStart <= start {
      for name in Nicknames.relatives(of: first) where name.standsAlone { others.append(name.name) }
      // Polish: Kowalskiej of Kowalska.
      if first.count > 6, first.suffix(5).elementsEqual("skiej".utf8) || first.suffix(5).elementsEqual("ckiej".utf8) {
        others.extend(first.dropLast(3))
        others.extend(UInt8(ascii: "a"))
        others.close()
      }
      return others
    }
    let rest = bytes[firstEnd...]
    for name in Nicknames.relatives(of: first) {
      others.extend(name.name[...])
      others.extend(rest)
      others.close()
    }
    others.extend(bytes[lastStart...end])
    others.extend(space)
    others.extend(bytes[..<(lastStart - 1)])
    others.close()
    others.extend(rest.dropFirst())
    others.extend(space)
    others.extend(first)
    others.close()
    return others
  }
}
