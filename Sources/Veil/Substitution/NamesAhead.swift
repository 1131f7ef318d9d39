import Scanning

/// Names that are known to come, so that `Doe` before `John Doe` is linked to him as it is behind.
///
/// Made without looking at the names; that is done when the first of them is asked for.
package struct NamesAhead: Sendable {
  struct Name {
    var original: [UInt8]
    /// Which of the names it is.
    var number: Int
  }

  private let bytes: [UInt8]
  private let names: [(range: Range<Int>, type: EntityType)]
  /// By number of the name, once somebody asked for it.
  private var keys: [CanonicalKey?] = []
  /// The first name with each original.
  private var keysByOriginal = HashIndex()
  /// Names by their types and by all that may mean them: twice the number, plus one where several are meant.
  private var index: HashIndex?
  /// Whether any name has parts.
  private var hasWholes = false

  /// None.
  package init() { self.init([], []) }

  /// - Parameter names: where they stand in `bytes`.
  init(_ bytes: [UInt8], _ names: [(range: Range<Int>, type: EntityType)]) {
    self.bytes = bytes
    self.names = names
  }

  /// Whether names of this type have parts that mean them.
  static func holds(for type: EntityType) -> Bool { type.isPersonName || type == .organisation }

  /// The key of a name, by its number.
  mutating func key(_ number: Int) -> CanonicalKey {
    if keys.isEmpty { keys = Array(repeating: nil, count: names.count) }
    if let key = keys[number] { return key }
    let (range, type) = names[number]
    // Most names come several times.
    let hash = Self.hash(bytes.span.extracting(range), type)
    if let same = keysByOriginal.find(hash, where: { names[$0].type == type }), let key = keys[same] {
      keys[number] = key
      return key
    }
    let key = CanonicalKey(Array(bytes[range]), type)
    keys[number] = key
    keysByOriginal.insert(hash, number)
    return key
  }

  /// The one name that this is a part of; nil when there is none, or several are.
  mutating func whole(of key: CanonicalKey, _ type: EntityType) -> Name? {
    guard !names.isEmpty, Self.holds(for: type) else { return nil }
    if index == nil { makeIndex() }
    guard let index, hasWholes else { return nil }
    var found = index.find(Self.hash(key.bytes.span, type))
    if found == nil {
      let others = key.alternatives
      for other in others.indices {
        guard let name = index.find(Self.hash(others[other].span, type)) else { continue }
        if let found, found != name, found & 1 == 0 || name & 1 == 0 { return nil }
        found = name
      }
    }
    guard let found, found & 1 == 0, self.key(found >> 1).bytes != key.bytes else { return nil }
    return Name(original: Array(bytes[names[found >> 1].range]), number: found >> 1)
  }

  /// Hashes stand for what they are made of, as in a vault.
  private static func hash(_ part: Span<UInt8>, _ type: EntityType) -> Int {
    // Organisations and people by two types.
    KeyedHash.shared(part, tag: type == .organisation ? 0 : type == .name ? 1 : 2)
  }

  private mutating func makeIndex() {
    var index = HashIndex()
    for (number, name) in names.enumerated() where !bytes[name.range].isPlainWord {
      let key = self.key(number)
      guard !key.parts.isEmpty else { continue }
      hasWholes = true
      note(Self.hash(key.bytes.span, name.type), number, key, in: &index)
      for part in key.parts.indices { note(Self.hash(key.parts[part].span, name.type), number, key, in: &index) }
    }
    self.index = index
  }

  private mutating func note(_ hash: Int, _ number: Int, _ key: CanonicalKey, in index: inout HashIndex) {
    guard let known = index.find(hash) else { return index.insert(hash, number << 1) }
    guard known & 1 == 0 else { return }
    let other = self.key(known >> 1)
    // The longer one tells more.
    if key.parts.contains(other.bytes) {
      index.replace(hash, known, with: number << 1)
    } else if !Self.areOne(other, key) {
      index.replace(hash, known, with: known | 1)
    }
  }

  /// Whether one of the two is the other in fewer or other words.
  private static func areOne(_ first: CanonicalKey, _ second: CanonicalKey) -> Bool {
    first.bytes == second.bytes || first.parts.contains(second.bytes) || second.parts.contains(first.bytes)
      || first.alternatives.contains(second.bytes)
  }
}

extension NamesAhead {
  /// What the mapping gives a type but no number. The numbers of names are positions in its entries.
  init(_ mapping: Mapping) {
    var bytes: [UInt8] = []
    var names: [(range: Range<Int>, type: EntityType)] = []
    guard mapping.entries.contains(where: { $0.placeholder == nil && Self.holds(for: $0.type) }) else {
      self.init()
      return
    }
    for entry in mapping.entries {
      let isAwaited = entry.placeholder == nil && Self.holds(for: entry.type)
      let start = bytes.count
      if isAwaited { bytes += entry.original.utf8 }
      names.append((start..<bytes.count, entry.type))
    }
    self.init(bytes, names)
  }
}
