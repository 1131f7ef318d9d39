import Scanning

/// A person's name as it is compared: given names first, without titles, marks, hyphens and full stops, and the shorter
/// forms in which a text goes on to speak of the person.
struct PersonKey {
  /// All words, a space between them.
  private(set) var whole: [UInt8]
  /// What on its own means the same person as long as nobody else has it: `john`, `doe`, `j doe`, `john d`.
  private(set) var parts: [[UInt8]] = []
  /// `j doe` and `john q doe`, which as the whole of a name may be this one, met before it was written out.
  private(set) var initials: [[UInt8]] = []
  /// Without the second given name: `john doe` of `john quincy doe`.
  private(set) var withoutMiddle: [UInt8]?

  /// - Parameter folded: as ``matchKey(_:)`` gives it.
  init(_ folded: [UInt8], _ style: PlainLetters.Style = .letters) {
    let text = PlainLetters.plain(folded, style)
    let name = PersonName(text)
    let words = name.words.map { Self.pieces(of: text[$0]) }
    let given = words.prefix(name.givenCount).flatMap(\.self)
    let family = words.dropFirst(name.givenCount).flatMap(\.self)
    whole = Self.joined(given + family)
    if whole.isEmpty { whole = text }
    guard !given.isEmpty, !family.isEmpty else { return }
    let core = words.dropFirst(name.givenCount).drop { $0.count == 1 && PersonName.isParticle($0[0]) }
    let first = given[0]
    let isAbbreviated = first.count == 1
    add(first)
    add(Self.joined(words[0]))
    add(Self.joined(given))
    add(Self.joined((given + family).dropFirst()))
    var families = [family]
    if !core.isEmpty, core.count < words.count - name.givenCount { families.append(core.flatMap(\.self)) }
    for family in families {
      add(Self.joined(family))
      let end = [UInt8(ascii: " ")] + Self.joined(family)
      if given.count > 1 {
        let initials = given.map { Self.initial($0) }
        add(first + end)
        add(Self.joined(words[0]) + end)
        add(Self.joined(initials) + end)
        add(Self.joined([first] + initials.dropFirst()) + end)
        if !isAbbreviated {
          self.initials += [Self.joined([first] + initials.dropFirst()) + end, Self.joined(initials) + end]
        }
      }
      add(Self.initial(first) + end)
      if !isAbbreviated {
        initials.append(Self.initial(first) + end)
        add(Self.joined([first, Self.initial(family.first!)]))
      }
    }
    // Double names are also called by one half.
    if let last = core.last, last.count > 1 { for piece in last { add(piece) } }
    add(Self.joined(words.last!))
    guard given.count > 1, !isAbbreviated else { return }
    withoutMiddle = Self.joined([first] + family)
    parts.append(Self.middle(of: withoutMiddle!))
  }

  /// What stands for `a second given name of this person is known`, which no text can be.
  static func middle(of name: [UInt8]) -> [UInt8] { [1] + name }

  private mutating func add(_ part: [UInt8]) {
    if part.count > 1, part != whole, !parts.contains(part) { parts.append(part) }
  }

  /// `Jean-Luc` and `J.R.` are two, `O'Brien` is one.
  private static func pieces(of word: ArraySlice<UInt8>) -> [[UInt8]] {
    word.split { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") }
      .map { $0.filter { $0 != UInt8(ascii: "'") && $0 != UInt8(ascii: ",") } }.filter { !$0.isEmpty }
  }

  private static func joined(_ words: some Sequence<[UInt8]>) -> [UInt8] {
    Array(words.joined(separator: [UInt8(ascii: " ")]))
  }

  /// The first character.
  private static func initial(_ word: [UInt8]) -> [UInt8] {
    Array(word.prefix { $0 & 0xC0 != 0x80 }.prefix(1)) + word.dropFirst().prefix { $0 & 0xC0 == 0x80 }
  }
}

extension CanonicalKey {
  /// Other keys that may mean the same person: by what a given name is short for, family name first, or in another case
  /// of the grammar. They link only where they agree on one entity.
  var alternatives: [[UInt8]] {
    guard isPersonName else { return [] }
    let space = UInt8(ascii: " ")
    let words = bytes.split(separator: space)
    guard let first = words.first, let last = words.last else { return [] }
    if words.count == 1 {
      var others = Nicknames.relatives(of: first).filter(\.standsAlone).map(\.name)
      // Polish: Kowalskiej of Kowalska.
      if first.count > 6, first.suffix(5).elementsEqual("skiej".utf8) || first.suffix(5).elementsEqual("ckiej".utf8) {
        others.append(first.dropLast(3) + [UInt8(ascii: "a")])
      }
      return others
    }
    let rest = bytes[first.endIndex...]
    return Nicknames.relatives(of: first).map { $0.name + rest }
      + [last + [space] + bytes[..<(last.startIndex - 1)], rest.dropFirst() + [space] + first].map { Array($0) }
  }
}
