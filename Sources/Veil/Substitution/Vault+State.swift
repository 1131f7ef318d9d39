import Scanning

extension Vault {
  /// All that a vault knows. Records are only ever added, so that their index is their order.
  struct State: Sendable {
    let limits: Limits
    var types = TypeTrie()
    /// By index of the type.
    var counters: [Counter] = []
    var records: [Record] = []
    /// Originals, one after the other.
    var originals: [UInt8] = []
    /// Number of the latest issue. Issues of saved entries count as the first.
    var sequence: UInt32 = 1
    /// What there is to save, in order: indices of records, and `~type` for a `[NAME]` in the text. A record is here
    /// again when it came to be issued.
    var journal: [Int32] = []
    /// By entry of the mapping: the record of its entity, or -1 before it has one.
    var mapped: [Int32] = []
    /// The mapping's names that are to be numbered when they appear.
    var unnumbered = NamesAhead()
    /// How often an entity came by a key: what is linked by a part of a name may have to be linked anew.
    var claims: UInt32 = 0

    /// Records by placeholder.
    var identifiers = HashIndex()
    /// Records by type and original, the latest of each.
    var spellings = HashIndex()
    /// Entities by type and canonical key, the first of each.
    var keys = HashIndex()
    /// Entities by type and part of their key: twice the record's index, plus one when others have that part, too.
    var parts = HashIndex()

    /// Looks for placeholders of the types that there were when it was last asked for.
    var scanner: PlaceholderScanner?

    init(limits: Limits) { self.limits = limits }
  }

  struct Record: Sendable {
    var identifier: Identifier
    var brackets: Policy.Brackets
    /// Index of the record of the entity's first spelling: this very one, unless there is a suffix.
    var entity: Int32
    /// Place in `originals`; the count is -1 when the placeholder is only reserved, for the text itself has it.
    var start = 0
    var count: Int32 = -1
    /// When it was issued; 0: not yet.
    var issued: UInt32 = 0
    /// Whether it is in the journal.
    var isSaved = false
    /// Of an entity: how many letters were tried for its other spellings.
    var aliases: Int32 = 0
    /// Whether it was linked by a part of the name alone, and when that was last known to be right.
    var isPart = false
    var checkedClaims: UInt32 = 0
    /// The hash of that part.
    var part = 0
  }

  struct Counter: Sendable {
    /// How originals of the type compare.
    let kind: CanonicalKey.Kind
    /// Numbers below are taken.
    var next = 1
    var entities = 0
    var firstEntity: Int32 = -1
    /// Whether the text itself has `[NAME]`, so that it cannot stand for the only entity.
    var hasLiteral = false
  }
}

extension Vault.State {
  mutating func index(of type: EntityType) -> Int {
    if let index = types.index(of: type) { return index }
    if counters.isEmpty { counters.reserveCapacity(8) }
    counters.append(Vault.Counter(kind: CanonicalKey.Kind(type)))
    return types.insert(type)
  }

  /// What makes originals of a type the same.
  func key(_ original: [UInt8], _ type: Int) -> CanonicalKey { CanonicalKey(original, counters[type].kind) }

  /// A vault of one short text need not grow.
  private mutating func reserveFirst() {
    records.reserveCapacity(16)
    journal.reserveCapacity(16)
  }

  /// Makes room for so many more records.
  mutating func reserve(_ count: Int) {
    let count = min(records.count + count, limits.entries)
    records.reserveCapacity(count)
    identifiers.reserve(count)
    spellings.reserve(count)
    keys.reserve(count)
  }

  func record(of identifier: Identifier) -> Int? {
    identifiers.find(identifier.keyedHash) { records[$0].identifier == identifier }
  }

  /// Adds a record; without original it is a reservation.
  mutating func add(
    _ identifier: Identifier, _ brackets: Policy.Brackets, entity: Int? = nil, original: Span<UInt8>?
  ) throws(VaultError) -> Int {
    guard records.count < limits.entries else { throw .tooManyEntries(limit: limits.entries) }
    let index = records.count
    var record = Vault.Record(identifier: identifier, brackets: brackets, entity: Int32(entity ?? index))
    if let original {
      guard originals.count + original.count <= limits.bytes else { throw .tooManyBytes(limit: limits.bytes) }
      if originals.isEmpty { originals.reserveCapacity(256) }
      record.start = originals.count
      record.count = Int32(original.count)
      original.withUnsafeBufferPointer { originals.append(contentsOf: $0) }
      if identifier.suffix == .none {
        counters[identifier.type].entities += 1
        if counters[identifier.type].entities == 1 { counters[identifier.type].firstEntity = Int32(index) }
      }
    }
    if index == 0 { reserveFirst() }
    records.append(record)
    identifiers.insert(identifier.keyedHash, index)
    return index
  }

  /// Puts a record in the journal, after that of its entity.
  mutating func save(_ record: Int) {
    let entity = Int(records[record].entity)
    if entity != record, !records[entity].isSaved { save(entity) }
    records[record].isSaved = true
    journal.append(Int32(record))
  }

  func isReserved(_ record: Int) -> Bool { records[record].count < 0 }

  func appendOriginal(of record: Int, to output: inout [UInt8]) {
    let start = records[record].start
    output.append(originals.span, start..<start + Int(records[record].count))
  }

  func original(of record: Int) -> [UInt8] {
    var original: [UInt8] = []
    appendOriginal(of: record, to: &original)
    return original
  }

  func placeholder(of record: Int) -> Placeholder {
    let identifier = records[record].identifier
    return Placeholder(type: types.types[identifier.type], number: identifier.number, suffix: identifier.suffix)
  }

  /// The same bytes as its ``Placeholder/text(_:)``.
  func appendText(of record: Int, to output: inout [UInt8]) {
    let (identifier, brackets) = (records[record].identifier, records[record].brackets)
    output.append(text: brackets.opening)
    output.append(text: types.types[identifier.type].name)
    output.append(UInt8(ascii: "_"))
    output.append(decimal: identifier.number)
    if identifier.suffix != .none {
      output.append(UInt8(ascii: "_"))
      for letter in identifier.suffix.bytes { output.append(letter) }
    }
    output.append(text: brackets.closing)
  }
}

/// Hashes of what the indexes are asked for.
extension Vault.State {
  func hash(_ type: Int, _ bytes: Span<UInt8>) -> Int { KeyedHash.shared(bytes, tag: type) }

  func isOriginal(_ bytes: Span<UInt8>, of record: Int, _ type: Int) -> Bool {
    let candidate = records[record]
    guard candidate.identifier.type == type, Int(candidate.count) == bytes.count else { return false }
    for offset in 0..<bytes.count where originals[candidate.start + offset] != bytes[offset] { return false }
    return true
  }
}

extension [UInt8] {
  fileprivate mutating func append(text: String) {
    var text = text
    text.withUTF8 { append(contentsOf: $0) }
  }

  fileprivate mutating func append(decimal number: Int) {
    if number < 10 { return append(UInt8(ascii: "0") + UInt8(number)) }
    let start = count
    var rest = number
    repeat {
      append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    self[start...].reverse()
  }
}
