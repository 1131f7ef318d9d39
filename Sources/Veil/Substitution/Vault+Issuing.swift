extension Vault.State {
  /// The record of an original's placeholder, added if need be, and now issued.
  mutating func issue(
    _ original: Span<UInt8>, _ type: EntityType, mapped entry: Int?, _ brackets: Policy.Brackets
  ) throws(VaultError) -> Int {
    let type = index(of: type)
    let record =
      if let known = spelling(original, type) { known } else {
        try add(spelling: original, type, mapped: entry, brackets)
      }
    if let entry, mapped[entry] < 0 { mapped[entry] = records[record].entity }
    if records[record].issued == 0 {
      sequence += 1
      records[record].issued = sequence
      save(record)
    }
    return record
  }

  /// The record of this very spelling, unless it is part of a name that came to be shared since.
  private mutating func spelling(_ original: Span<UInt8>, _ type: Int) -> Int? {
    let found = spellings.find(hash(type, original)) { isOriginal(original, of: $0, type) }
    guard let found, records[found].isPart, records[found].checkedParts != sharedParts else { return found }
    let key = CanonicalKey(self.original(of: found), types.types[type])
    if let owner = self.owner(ofPart: key.bytes.span, type), owner.isShared { return nil }
    records[found].checkedParts = sharedParts
    return found
  }

  private mutating func add(
    spelling original: Span<UInt8>, _ type: Int, mapped entry: Int?, _ brackets: Policy.Brackets
  ) throws(VaultError) -> Int {
    let bytes = original.withUnsafeBufferPointer { Array($0) }
    let key = CanonicalKey(bytes, types.types[type])
    if let entry, mapped[entry] >= 0 {
      if let alias = try addAlias(bytes, to: Int(mapped[entry]), isPart: false) { return alias }
    } else if let entity = entity(key: key.bytes.span, type) {
      if let alias = try addAlias(bytes, to: entity, isPart: false) { return alias }
    } else if let owner = owner(ofPart: key.bytes.span, type), !owner.isShared {
      if let alias = try addAlias(bytes, to: owner.entity, isPart: true) { return alias }
    } else if let entity = unclaimedEntity(partOf: key, type) {
      if let alias = try addAlias(bytes, to: entity, isPart: false) {
        claim(entity, key)
        return alias
      }
    }
    return try addEntity(bytes, key, type, try nextNumber(type), brackets)
  }

  /// - Returns: nil when the entity has more spellings than there are suffixes for.
  private mutating func addAlias(_ original: [UInt8], to entity: Int, isPart: Bool) throws(VaultError) -> Int? {
    guard let identifier = freeIdentifier(original, of: entity) else { return nil }
    let record = try add(identifier, records[entity].brackets, entity: entity, original: original.span)
    records[record].isPart = isPart
    records[record].checkedParts = sharedParts
    remember(spelling: original.span, record)
    return record
  }

  /// A linked placeholder whose suffix tells how the spelling differs from the first, otherwise the next letters.
  private mutating func freeIdentifier(_ original: [UInt8], of entity: Int) -> Identifier? {
    var identifier = records[entity].identifier
    for suffix: Suffix in [.given, .family, .upper, .lower] {
      identifier.suffix = suffix
      if record(of: identifier) == nil, derived(suffix, from: entity) == original { return identifier }
    }
    repeat {
      guard records[entity].aliases < Suffix.maximumAlias else { return nil }
      records[entity].aliases += 1
      identifier.suffix = Suffix(alias: Int(records[entity].aliases))
    } while record(of: identifier) != nil
    return identifier
  }

  mutating func addEntity(
    _ original: [UInt8], _ key: CanonicalKey, _ type: Int, _ number: Int, _ brackets: Policy.Brackets
  ) throws(VaultError) -> Int {
    let identifier = Identifier(type: type, number: number, suffix: .none)
    let record = try add(identifier, brackets, original: original.span)
    remember(spelling: original.span, record)
    claim(record, key)
    return record
  }

  private mutating func nextNumber(_ type: Int) throws(VaultError) -> Int {
    var number = counters[type].next
    while record(of: Identifier(type: type, number: number, suffix: .none)) != nil { number += 1 }
    guard number <= Placeholder.maximumNumber else { throw .tooManyEntries(limit: Placeholder.maximumNumber) }
    counters[type].next = number
    return number
  }
}

/// What the indexes know.
extension Vault.State {
  mutating func remember(spelling original: Span<UInt8>, _ record: Int) {
    let type = records[record].identifier.type
    let hash = hash(type, original)
    if let old = spellings.find(hash, where: { isOriginal(original, of: $0, type) }) {
      spellings.replace(hash, old, with: record)
    } else {
      spellings.insert(hash, record)
    }
  }

  /// The first entity of this type with this key.
  ///
  /// Here and below hashes of 64 bits stand for the keys. Should two ever agree by accident, two entities would be
  /// linked that are none; each spelling would still come back as it was.
  func entity(key: Span<UInt8>, _ type: Int) -> Int? { keys.find(hash(type, key)) }

  /// The entity whose name has this part, the first of them when several have.
  func owner(ofPart part: Span<UInt8>, _ type: Int) -> (entity: Int, isShared: Bool)? {
    parts.find(hash(type, part)).map { ($0 >> 1, $0 & 1 == 1) }
  }

  /// The entity that so far is known by a part of this key alone: a number without its country code.
  private func unclaimedEntity(partOf key: CanonicalKey, _ type: Int) -> Int? {
    guard key.partsAreWhole, let part = key.parts.first else { return nil }
    guard owner(ofPart: key.bytes.span.extracting(part), type) == nil else { return nil }
    return entity(key: key.bytes.span.extracting(part), type)
  }

  /// From now on such an entity is known by the whole key, and no other key with the same part is it.
  mutating func claim(_ entity: Int, _ key: CanonicalKey) {
    let type = records[entity].identifier.type
    if self.entity(key: key.bytes.span, type) == nil { keys.insert(hash(type, key.bytes.span), entity) }
    for part in key.parts { remember(part: key.bytes.span.extracting(part), type, entity) }
  }

  private mutating func remember(part: Span<UInt8>, _ type: Int, _ record: Int) {
    let hash = hash(type, part)
    guard let owner = owner(ofPart: part, type) else {
      parts.insert(hash, record << 1)
      return
    }
    guard owner.entity != record, !owner.isShared else { return }
    parts.replace(hash, owner.entity << 1, with: owner.entity << 1 | 1)
    sharedParts += 1
  }
}
