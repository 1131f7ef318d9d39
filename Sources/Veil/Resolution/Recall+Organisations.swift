import Scanning

extension Recall {
  /// - Parameters:
  ///   - key: as ``matchKey(_:)`` gives it.
  ///   - shortNames: as ``shortNames(ofOrganisation:_:)`` gives them.
  ///   - isDefined: whether the text gave it as the short name of another: `("BHB")`.
  mutating func learn(organisation key: [UInt8], _ shortNames: [[UInt8]], isDefined: Bool, _ lexicon: Lexicon) {
    if key.contains(0x20) || Self.isDistinctOfOrganisation(key[...], lexicon) {
      insert(key, Entry(type: .organisation, traits: .needsCapital))
    } else if isDefined, (2...8).contains(key.count), key.allSatisfy({ isLower($0) || isDigit($0) }) {
      insert(key, Entry(type: .organisation, traits: [.needsCapital, .needsCapitals]))
    }
    for name in shortNames {
      insert(name, Entry(type: .organisation, traits: .needsCapital))
    }
  }

  /// The shorter ways in which a text goes on to name a company: without its form, and by its first word where that
  /// tells it from others. `Acme Holdings LLC` is also `Acme Holdings` and `Acme`; `General Holdings LLC` is not
  /// `General`.
  ///
  /// - Parameter key: as ``matchKey(_:)`` gives it.
  /// - Returns: also the name without its forms, whether or not it counts as a shorter one.
  static func shortNames(
    ofOrganisation key: [UInt8], _ lexicon: Lexicon
  ) -> (withoutForms: ArraySlice<UInt8>, shorter: [[UInt8]]) {
    let name = withoutForms(key, lexicon)
    let words = name.split(separator: 0x20)
    guard let first = words.first else { return (name, []) }
    let isShorter = name.count < key.count
    guard isShorter || words.count > 1 else { return (name, []) }
    var names: [[UInt8]] = []
    if isShorter, words.count > 1,
      words.count > 2 || words.contains(where: { isDistinctOfOrganisation($0, lexicon) })
    {
      names.append(Array(name))
    }
    // `Flying Bridge LLC` is not `Flying`: the other words must say nothing.
    let isAlone = words.dropFirst().allSatisfy {
      $0.count == 1 || lexicon.roles(ofWord: Array($0)).contains(.organisationGeneric)
    }
    if isAlone, isDistinctOfOrganisation(first, lexicon) { names.append(Array(first)) }
    return (name, names)
  }

  /// Whether a word alone means the organisation that has it in its name.
  static func isDistinctOfOrganisation(_ word: ArraySlice<UInt8>, _ lexicon: Lexicon) -> Bool {
    guard word.count > 2, word.contains(where: { $0 >= 0x80 || isLower($0) }), !word.contains(UInt8(ascii: ".")) else {
      return false
    }
    // One character of a script without spaces is a word in any text.
    guard word.count(where: { $0 & 0xC0 != 0x80 }) > 1 else { return false }
    let plain: WordRoles = [
      .common, .ambiguous, .particle, .suffix, .title, .given, .family, .organisationStop, .organisationGeneric,
      .organisationLabel, .legalForm, .legalFormBefore,
    ]
    return lexicon.roles(ofWord: Array(word)).isDisjoint(with: plain)
  }

  /// - Parameter key: as ``matchKey(_:)`` gives it.
  static func withoutForms(_ key: [UInt8], _ lexicon: Lexicon) -> ArraySlice<UInt8> {
    var name = trimmed(key[...])
    for _ in 0..<3 {
      let text = Array(name)
      let forms = lexicon.legalForms(in: text)
      if forms.isEmpty { break }
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

  private static let edges = ByteSet(" ,.&()\"'-".utf8)

  private static func trimmed(_ name: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var range = name.startIndex..<name.endIndex
    while !range.isEmpty, edges.contains(name[range.upperBound - 1]) { range = range.lowerBound..<range.upperBound - 1 }
    while !range.isEmpty, edges.contains(name[range.lowerBound]) { range = range.lowerBound + 1..<range.upperBound }
    return name[range]
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
        var forms: [(range: Range<Int>, roles: WordRoles)] = []
        for hit in hits {
          let roles = entries[Int(hit.phrase)].roles
          guard !roles.isDisjoint(with: [.legalForm, .legalFormBefore]) else { continue }
          forms.append((Int(hit.start)..<Int(hit.end), roles))
        }
        return forms
      }
    }
  }
}
