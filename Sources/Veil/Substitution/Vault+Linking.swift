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

  /// What links a new spelling to an entity.
  enum Link {
    /// The same key.
    case whole(Int)
    /// A part of the entity's name, or what may be one: true as long as no other entity has it.
    case part(Int)
    /// The name in more words than so far. From now on they are the entity's, too.
    case wider(Int)
    /// The text says so.
    case defined(Int)
    /// Several entities have it: it is none of them.
    case shared
    case none

    var entity: Int? {
      switch self {
      case .whole(let entity), .part(let entity), .wider(let entity), .defined(let entity): entity
      case .shared, .none: nil
      }
    }
  }

  func link(_ key: CanonicalKey, _ type: Int) -> Link {
    if let entity = entity(key: key.bytes.span, type) { return .whole(entity) }
    if let owner = owner(ofPart: key.bytes.span, type) { return owner.isShared ? .shared : .part(owner.entity) }
    if let entity = forerunner(of: key, type) { return .wider(entity) }
    var found: Int?
    let others = key.alternatives
    for other in others.indices {
      let owner = owner(ofPart: others[other].span, type)
      guard let entity = entity(key: others[other].span, type) ?? owner?.entity else { continue }
      if owner?.isShared == true || found.map({ $0 != entity }) == true { return .shared }
      found = entity
    }
    return found.map { .part($0) } ?? .none
  }

  /// The entity that so far is known by less than this key: a number without its country code, `J. Doe` or `John Doe`
  /// before `John Quincy Doe`. Nothing else in the vault may have the same.
  private func forerunner(of key: CanonicalKey, _ type: Int) -> Int? {
    if let name = key.withoutMiddle, owner(ofPart: PersonKey.middle(of: name).span, type) == nil,
      let entity = entity(key: name.span, type)
    {
      return entity
    }
    for part in key.forerunners.indices where owner(ofPart: key.forerunners[part].span, type) == nil {
      if let entity = entity(key: key.forerunners[part].span, type) { return entity }
    }
    return nil
  }

  /// From now on such an entity is known by the whole key, and no other key with the same part is it.
  mutating func claim(_ entity: Int, _ key: CanonicalKey) {
    let type = records[entity].identifier.type
    if self.entity(key: key.bytes.span, type) == nil { keys.insert(hash(type, key.bytes.span), entity) }
    for part in key.parts.indices { remember(part: key.parts[part].span, type, entity) }
    claims += 1
  }

  mutating func remember(part: Span<UInt8>, _ type: Int, _ record: Int) {
    let hash = hash(type, part)
    guard let owner = owner(ofPart: part, type) else {
      parts.insert(hash, record << 1)
      return
    }
    guard owner.entity != record, !owner.isShared else { return }
    parts.replace(hash, owner.entity << 1, with: owner.entity << 1 | 1)
  }
}
