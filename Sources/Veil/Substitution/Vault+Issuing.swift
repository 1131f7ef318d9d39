extension Vault.State {
  /// The record of an original's placeholder, added if need be, and now issued.
  ///
  /// - Parameters:
  ///   - name: which of `ahead` it is itself, if it is one of them.
  ///   - kin: an original that the text says is the same by another name.
  ///   - ahead: names that come later in the text.
  mutating func issue(
    _ original: Span<UInt8>, _ type: EntityType, mapped entry: Int?, name: Int? = nil, kin: [UInt8]? = nil,
    ahead: inout NamesAhead, _ brackets: Policy.Brackets
  ) throws(VaultError) -> Int {
    let type = index(of: type)
    let record =
      if let known = spelling(original, type) { known } else {
        try add(spelling: original, type, mapped: entry, name: name, kin: kin, &ahead, brackets)
      }
    if let entry, mapped[entry] < 0 { mapped[entry] = records[record].entity }
    if records[record].issued == 0 {
      sequence += 1
      records[record].issued = sequence
      save(record)
    }
    return record
  }

  /// The record of this very spelling, unless what linked it came to mean another since, or several.
  private mutating func spelling(_ original: Span<UInt8>, _ type: Int) -> Int? {
    let found = spellings.find(hash(type, original)) { isOriginal(original, of: $0, type) }
    guard let found, records[found].isPart, records[found].checkedClaims != claims else { return found }
    // Nearly always it still is that entity's alone.
    let part = records[found].part
    if parts.find(part) == Int(records[found].entity) << 1, keys.find(part) == nil { return found }
    guard link(key(self.original(of: found), type), type).entity == Int(records[found].entity)
    else { return nil }
    records[found].checkedClaims = claims
    return found
  }

  private mutating func add(
    spelling original: Span<UInt8>, _ type: Int, mapped entry: Int?, name: Int?, kin: [UInt8]?,
    _ ahead: inout NamesAhead, _ brackets: Policy.Brackets
  ) throws(VaultError) -> Int {
    let bytes = original.withUnsafeBufferPointer { Array($0) }
    let key = if let name { ahead.key(name) } else { self.key(bytes, type) }
    var link = Link.none
    if let entry {
      // What the mapping lists by itself is an entity by itself.
      let entity = mapped[entry] >= 0 ? Int(mapped[entry]) : entity(key: key.bytes.span, type)
      if let entity { link = .whole(entity) }
    } else {
      link = self.link(key, type)
      if case .none = link { link = try linkAhead(key, type, kin: kin, &ahead, brackets) }
    }
    if let entity = link.entity {
      var isPart = false
      if case .part = link { isPart = true }
      if let alias = try addAlias(bytes, to: entity, isPart: isPart) {
        records[alias].part = hash(type, key.bytes.span)
        if case .wider = link { claim(entity, key) }
        if case .defined = link { remember(part: key.bytes.span, type, entity) }
        return alias
      }
    }
    return try addEntity(bytes, key, type, try nextNumber(type), brackets)
  }

  /// What nothing in the vault links: by what the text says of it, or by a name that comes later in the text, which is
  /// numbered now but issued only when it is reached.
  private mutating func linkAhead(
    _ key: CanonicalKey, _ type: Int, kin: [UInt8]?, _ ahead: inout NamesAhead, _ brackets: Policy.Brackets
  ) throws(VaultError) -> Link {
    if let kin, let entity = link(self.key(kin, type), type).entity { return .defined(entity) }
    // What has parts itself is the first spelling; the longer name is linked to it when it comes.
    var whole = key.parts.isEmpty ? ahead.whole(of: key, types.types[type])?.original : nil
    var entry: Int?
    if whole == nil, let listed = unnumbered.whole(of: key, types.types[type]), mapped[listed.number] < 0 {
      whole = listed.original
      entry = listed.number
    }
    guard let whole else { return .none }
    let wholeKey = self.key(whole, type)
    let entity =
      if let known = link(wholeKey, type).entity { known } else {
        try addEntity(whole, wholeKey, type, try nextNumber(type), brackets)
      }
    if let entry { mapped[entry] = records[entity].entity }
    return .part(entity)
  }

  /// - Returns: nil when the entity has more spellings than there are suffixes for.
  private mutating func addAlias(_ original: [UInt8], to entity: Int, isPart: Bool) throws(VaultError) -> Int? {
    guard let identifier = freeIdentifier(original, of: entity) else { return nil }
    let record = try add(identifier, records[entity].brackets, entity: entity, original: original.span)
    records[record].isPart = isPart
    records[record].checkedClaims = claims
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
