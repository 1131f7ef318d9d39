import Scanning

extension Recall {
  /// - Parameters:
  ///   - key: as ``matchKey(_:)`` gives it.
  ///   - isDefined: whether the text gave it as the short name of another: `("BHB")`.
  mutating func learn(organisation key: [UInt8], isDefined: Bool, _ lexicon: Lexicon) {
    if key.contains(0x20) || Self.isDistinctOfOrganisation(key[...], lexicon) {
      insert(key, Entry(type: .organisation, traits: .needsCapital))
    } else if isDefined, (2...8).contains(key.count), key.allSatisfy({ isLower($0) || isDigit($0) }) {
      insert(key, Entry(type: .organisation, traits: [.needsCapital, .needsCapitals]))
    }
    for name in Self.shortNames(ofOrganisation: key, lexicon) {
      insert(name, Entry(type: .organisation, traits: .needsCapital))
    }
  }

  /// The shorter ways in which a text goes on to name a company: without its form, and by its first word where that
  /// tells it from others. `Acme Holdings LLC` is also `Acme Holdings` and `Acme`; `General Holdings LLC` is not
  /// `General`.
  ///
  /// - Parameter key: as ``matchKey(_:)`` gives it.
  static func shortNames(ofOrganisation key: [UInt8], _ lexicon: Lexicon) -> [[UInt8]] {
    let name = withoutForms(key, lexicon)
    let words = name.split(separator: 0x20)
    guard let first = words.first else { return [] }
    var names: [[UInt8]] = []
    let isTelling = words.contains { isDistinctOfOrganisation($0, lexicon) }
    if name.count < key.count, words.count > 1, isTelling || words.count > 2 { names.append(Array(name)) }
    // `Flying Bridge LLC` is not `Flying`: the other words must say nothing.
    let isAlone = words.dropFirst().allSatisfy {
      lexicon.roles(ofWord: Array($0)).contains(.organisationGeneric) || $0.count == 1
    }
    if isAlone, words.count > 1 || name.count < key.count, isDistinctOfOrganisation(first, lexicon) {
      names.append(Array(first))
    }
    return names
  }

  /// Whether a word alone means the organisation that has it in its name.
  static func isDistinctOfOrganisation(_ word: ArraySlice<UInt8>, _ lexicon: Lexicon) -> Bool {
    guard word.count > 2, word.contains(where: { $0 >= 0x80 || isLower($0) }), !word.contains(UInt8(ascii: ".")) else {
      return false
    }
    // One character of a script without spaces is a word in any text.
    guard String(decoding: word, as: UTF8.self).unicodeScalars.count > 1 else { return false }
    let plain: WordRoles = [
      .common, .ambiguous, .particle, .suffix, .title, .given, .family, .organisationStop, .organisationGeneric,
      .organisationLabel, .legalForm, .legalFormBefore,
    ]
    return lexicon.roles(ofWord: Array(word)).isDisjoint(with: plain)
  }

  /// - Parameter key: as ``matchKey(_:)`` gives it.
  static func withoutForms(_ key: [UInt8], _ lexicon: Lexicon) -> ArraySlice<UInt8> {
    let edges = ByteSet(" ,.&()\"'-".utf8)
    func trimmed(_ name: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
      var name = name
      while let last = name.last, edges.contains(last) { name.removeLast() }
      while let first = name.first, edges.contains(first) { name.removeFirst() }
      return name
    }
    var name = trimmed(key[...])
    for _ in 0..<3 {
      let text = Array(name)
      let forms = lexicon.legalForms(in: text)
      // The longest one at either end.
      let behind = forms.filter { $0.roles.contains(.legalForm) && $0.range.upperBound >= text.count - 1 }
        .min { $0.range.lowerBound < $1.range.lowerBound }
      let before = forms.filter { $0.roles.contains(.legalFormBefore) && $0.range.lowerBound == 0 }
        .max { $0.range.upperBound < $1.range.upperBound }
      var rest = text[...]
      if let behind { rest = rest[..<behind.range.lowerBound] }
      if let before, before.range.upperBound < rest.endIndex { rest = rest[before.range.upperBound...] }
      guard rest.count < text.count else { break }
      name = trimmed(rest)
    }
    return name
  }
}

extension Lexicon {
  /// Legal forms in a key, whatever their case was.
  fileprivate func legalForms(in key: [UInt8]) -> [(range: Range<Int>, roles: WordRoles)] {
    // In capitals, because some are looked for only so.
    key.map { isLower($0) ? $0 & 0xDF : $0 }.withUnsafeBufferPointer { text in
      withViews { views in
        var reader = WordReader(text)
        var hits: [PhraseHit] = []
        var position = 0
        while position < text.count {
          guard let word = reader.word(at: position) else {
            position = decode(text, at: position).next
            continue
          }
          views.index.matches(from: word, in: &reader, to: &hits)
          position = word.end
        }
        return hits.map { (Int($0.start)..<Int($0.end), entries[Int($0.phrase)].roles) }
      }
    }
  }
}
