import Scanning
import VeilModel

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
    // What is one plain word has no shorter name.
    guard !key.isPlainWord else { return }
    for name in Self.shortNames(ofOrganisation: key, lexicon).shorter {
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
    let words = words(of: name)
    guard let first = words.first else { return (name, []) }
    let isShorter = name.count < key.count
    guard isShorter || words.count > 1 else { return (name, []) }
    var names: [[UInt8]] = []
    if isShorter, words.count > 1,
      words.count > 2 || words.contains(where: { isDistinctOfOrganisation(name[$0], lexicon) })
    {
      names.append(Array(name))
    }
    // `Flying Bridge LLC` is not `Flying`: the other words must say nothing.
    let isAlone = words.dropFirst().allSatisfy {
      $0.count == 1 || lexicon.roles(ofWord: Array(name[$0])).contains(.organisationGeneric)
    }
    if isAlone, isDistinctOfOrganisation(name[first], lexicon) { names.append(Array(name[first])) }
    return (name, names)
  }

  /// What stands between the spaces.
  private static func words(of name: ArraySlice<UInt8>) -> [Range<Int>] {
    var words: [Range<Int>] = []
    words.reserveCapacity(8)
    var start = name.startIndex
    for place in name.indices where name[place] == 0x20 {
      if place > start { words.append(start..<place) }
      start = place + 1
    }
    if start < name.endIndex { words.append(start..<name.endIndex) }
    return words
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
    for _ in 0..<3 where LegalForms.mayBegin(in: name) {
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

/// Tells quickly that a name has no legal form: most have none.
private enum LegalForms {
  /// Whether any word of a key may be the first of a form.
  static func mayBegin(in key: ArraySlice<UInt8>) -> Bool {
    var word = ShortWord()
    for byte in key {
      if isASCIIWord(byte) {
        // What is longer may be in the lists, too.
        if !word.append(byte) { return true }
      } else {
        if byte >= 0x80 || firstWords.contains(word) { return true }
        word = ShortWord()
      }
    }
    return firstWords.contains(word)
  }

  /// Those of ASCII letters and digits.
  private static let firstWords: ShortWords = {
    var words: [String] = []
    for list in [veil_list_legal_forms, veil_list_legal_forms_before] {
      var count = 0
      let text = UnsafeBufferPointer(start: list(&count), count: count)
      for line in text.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
        let word = matchKey(line).drop { !isASCIIWord($0) && $0 < 0x80 }.prefix(while: isASCIIWord)
        if word.count <= 16 { words.append(String(decoding: word, as: UTF8.self)) }
      }
    }
    return ShortWords(words.joined(separator: " "))
  }()
}

extension Lexicon {
  /// Legal forms in a key, whatever their case was.
  fileprivate func legalForms(in key: [UInt8]) -> [(range: Range<Int>, roles: WordRoles)] {
    // In capitals, because some are looked for only so.
    key.map { isLower($0) ? $0 & 0xDF : $0 }.withUnsafeBufferPointer { text in
      withViews { views in
        var forms: [(range: Range<Int>, roles: WordRoles)] = []
        for hit in views.index.allMatches(in: text) {
          let roles = entries[Int(hit.phrase)].roles
          guard !roles.isDisjoint(with: [.legalForm, .legalFormBefore]) else { continue }
          forms.append((Int(hit.start)..<Int(hit.end), roles))
        }
        return forms
      }
    }
  }
}
