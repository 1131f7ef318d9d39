import Scanning

/// What the user supplies: originals and what shall stand for them, fixed beforehand (`X-Pii-Mapping`).
public struct Mapping: Sendable {
  public struct Entry: Hashable, Sendable {
    public let original: String
    public let type: EntityType
    /// The exact placeholder; nil to number within the type at first appearance.
    public let placeholder: Placeholder?
    /// How the placeholder was written.
    public let brackets: Policy.Brackets?
  }

  public let entries: [Entry]
  /// The originals, for finding them in text. Phrase ids are positions in `entries`.
  let index: PhraseIndex
  let types: Set<EntityType>
  /// Bytes of the longest original.
  let longest: Int
  /// Its names, to be found again in other words; nil when it has none.
  let known: SharedRecall?

  /// - Parameter pairs: In either direction, told per pair by which side is a placeholder: `("John Doe", "[NAME_1]")`,
  ///   `("<PERSON_1>", "John Doe")`, or `("Project Falcon", "PROJECT")` for a bare type. Placeholders are written
  ///   exactly as they will stand in the text, between one of the pairs of ``Policy/Brackets``.
  /// - Throws: `invalidEntry` for a pair of which neither side, or each, is a placeholder, and where two originals
  ///   have one placeholder, or one original two. Originals that differ in case, spacing or folding alone are one.
  public init(_ pairs: [(String, String)]) throws(VaultError) {
    var entries: [Entry] = []
    entries.reserveCapacity(pairs.count)
    // Making room while phrases come takes longer than to count their words beforehand.
    let words = pairs.reduce(0) { $0 + 1 + $1.0.utf8.count { $0 == UInt8(ascii: " ") } }
    var phrases = PhraseIndex(matchesPlurals: true, capacity: words, isGateLate: true)
    var placeholders = HashIndex()
    placeholders.reserve(pairs.count)
    var types = Set<EntityType>()
    var longest = 0
    func hasEntry(for placeholder: Placeholder) -> Bool {
      placeholders.find(placeholder.keyedHash) { entries[$0].placeholder == placeholder } != nil
    }
    for (index, pair) in pairs.enumerated() {
      let entry = try Self.entry(pair, position: index + 1)
      var original = entry.original
      guard let phrase = original.withUTF8({ phrases.insert(key: $0) }) else {
        throw .invalidEntry(position: index + 1, reason: "the original has no letter or digit")
      }
      guard Int(phrase) == entries.count else {
        throw .invalidEntry(position: index + 1, reason: "an earlier entry has the same original")
      }
      if let placeholder = entry.placeholder {
        guard !hasEntry(for: placeholder) else {
          throw .invalidEntry(position: index + 1, reason: "an earlier entry has the same placeholder")
        }
        placeholders.insert(placeholder.keyedHash, entries.count)
      }
      if entries.last?.type != entry.type { types.insert(entry.type) }
      longest = max(longest, entry.original.utf8.count)
      entries.append(entry)
    }
    for (index, entry) in entries.enumerated() {
      guard let placeholder = entry.placeholder, placeholder.suffix != nil else { continue }
      guard hasEntry(for: placeholder.first) else {
        throw .invalidEntry(position: index + 1, reason: "no entry has \(placeholder.first)")
      }
    }
    phrases.fitGate()
    self.entries = entries
    self.index = phrases
    self.types = types
    self.longest = longest
    known = types.contains(where: NamesAhead.holds) ? SharedRecall(entries) : nil
  }

  private static func entry(_ pair: (String, String), position: Int) throws(VaultError) -> Entry {
    switch (Placeholder.read(pair.0), Placeholder.read(pair.1)) {
    case (nil, let right?):
      return Entry(
        original: pair.0, type: right.placeholder.type, placeholder: right.placeholder, brackets: right.brackets)
    case (let left?, nil):
      return Entry(
        original: pair.1, type: left.placeholder.type, placeholder: left.placeholder, brackets: left.brackets)
    case (nil, nil):
      guard let type = EntityType(pair.1) else {
        throw .invalidEntry(
          position: position, reason: "neither side is a placeholder such as [NAME_1] or a type such as NAME")
      }
      return Entry(original: pair.0, type: type, placeholder: nil, brackets: nil)
    case (_?, _?):
      throw .invalidEntry(position: position, reason: "both sides are placeholders")
    }
  }
}

extension Placeholder {
  fileprivate var keyedHash: Int {
    KeyedHash.shared(UInt64(bitPattern: Int64(type.keyedHash)), UInt64(number), letters.letters)
  }
}
