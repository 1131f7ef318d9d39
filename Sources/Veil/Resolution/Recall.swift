import Scanning
import Synchronization

/// Values that were found by what surrounds them, to be found again where nothing does: `John Doe` after
/// `Dear John Doe`, a password after `password: …`. Grows while a text is read.
struct Recall: Sendable {
  struct Entry: Sendable {
    var type: EntityType
    /// A part of a name that also reads as a word counts only with a capital.
    var needsCapital: Bool
  }

  /// Longer values are found by their own rule or not at all; it also bounds how far a match can reach.
  static let longestValue = 200
  /// What is met beyond this many values is not remembered, so that endless text takes no endless memory.
  static let mostValues = 200_000

  /// Whether values of this type are remembered whatever found them, also by a saved vault: people's names, secrets, and
  /// types that only a label gives away, or that the catalogue does not know.
  static func holds(for type: EntityType) -> Bool { !selfEvident.contains(type) }

  /// The same for what this rule finds.
  static func holds(for rule: Rule) -> Bool {
    holds(for: rule.type) || rule.isLabelled && !everyday.contains(rule.type)
  }

  private static let selfEvident: Set<EntityType> = {
    var types = everyday.union([.text])
    for rule in Catalogue.rules where !rule.isLabelled { types.insert(rule.type) }
    return types.subtracting([.name, .secret])
  }()

  /// What a label says of a person in an everyday word: to remember it would mask that word everywhere.
  private static let everyday = Catalogue.types(tagged: .special)

  private(set) var index = PhraseIndex()
  private(set) var entries: [Entry] = []

  var isEmpty: Bool { entries.isEmpty }

  /// Notes a value, and the parts of a person's name, unless they are too plain to be told from ordinary words.
  mutating func learn(_ value: [UInt8], type: EntityType, lexicon: Lexicon, parts: Bool = true) {
    guard value.count <= Self.longestValue, entries.count < Self.mostValues else { return }
    let key = matchKey(value)
    let words = key.split(separator: 0x20)
    if type == .organisation {
      if words.count > 1 || Self.isDistinctOfOrganisation(key[...], lexicon) {
        insert(key, Entry(type: type, needsCapital: true))
      }
      guard parts else { return }
      for name in Self.shortNames(ofOrganisation: key, lexicon) { insert(name, Entry(type: type, needsCapital: true)) }
    } else if words.count > 1 {
      insert(key, Entry(type: type, needsCapital: false))
      guard parts, type == .name else { return }
      for word in words where Self.isDistinctName(word, lexicon) {
        insert(Array(word), Entry(type: type, needsCapital: true))
      }
    } else if type == .name {
      // A single name says too little of who is meant to hold beyond its own text.
      if parts, Self.isDistinctName(key[...], lexicon) { insert(key, Entry(type: type, needsCapital: true)) }
    } else if Self.isDistinct(key, lexicon) {
      insert(key, Entry(type: type, needsCapital: false))
    }
  }

  private mutating func insert(_ key: [UInt8], _ entry: Entry) {
    guard let id = index.insert(key) else { return }
    if Int(id) == entries.count { entries.append(entry) }
  }

  private static func isDistinctName(_ word: ArraySlice<UInt8>, _ lexicon: Lexicon) -> Bool {
    guard word.count > 2, word.contains(where: { $0 >= 0x80 || isLower($0) }), !word.contains(UInt8(ascii: ".")) else {
      return false
    }
    return lexicon.roles(ofWord: Array(word)).isDisjoint(with: [.common, .ambiguous, .particle, .suffix, .title])
  }

  private static func isDistinct(_ key: [UInt8], _ lexicon: Lexicon) -> Bool {
    let letters = key.count { $0 >= 0x80 || isLower($0) }
    let digits = key.count { isDigit($0) }
    guard letters + digits >= 4, letters > 0 || digits >= 6 else { return false }
    return !lexicon.roles(ofWord: key).contains(.common)
  }
}

extension Lexicon {
  /// Roles of a word given in lower case; none when the lists do not have it.
  func roles(ofWord word: [UInt8]) -> WordRoles {
    let listed = index.id(ofWord: word).map { entries[Int($0)].roles } ?? []
    return listed.union(plainRoles(of: word))
  }
}

/// Values that the texts of one vault have in common.
final class SharedRecall: Sendable {
  let recall = Mutex(Recall())

  /// Takes over what a saved vault knows of values that nothing but their surroundings gave away.
  func learn(_ entries: [Vault.Entry]) {
    recall.withLock { recall in
      for entry in entries {
        guard let original = entry.original, let type = Placeholder.read(entry.placeholder)?.placeholder.type,
          Recall.holds(for: type)
        else { continue }
        recall.learn(original, type: type, lexicon: .builtIn, parts: false)
      }
    }
  }
}
