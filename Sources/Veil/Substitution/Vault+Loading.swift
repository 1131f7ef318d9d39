extension Vault.State {
  /// Takes up a saved form.
  mutating func load(_ entries: [Vault.Entry]) throws(VaultError) {
    reserve(entries.count)
    for (index, entry) in entries.enumerated() {
      let position = index + 1
      if let (placeholder, brackets) = Placeholder.read(entry.placeholder) {
        let record =
          if let original = entry.original { try add(placeholder, brackets, original, position) } else {
            try reserve(placeholder, brackets, position)
          }
        if entry.original != nil, entry.isIssued { records[record].issued = sequence }
        if !records[record].isSaved { save(record) }
      } else if entry.original == nil,
        let type = Placeholder.unwrap(entry.placeholder.utf8.span).flatMap({
          EntityType(entry.placeholder.utf8.span.extracting($0.inner))
        })
      {
        noteBareLiteral(self.index(of: type))
      } else {
        throw .invalidEntry(position: position, reason: "not a placeholder")
      }
    }
  }

  /// Takes up a mapping: its placeholders now, its bare types when they appear.
  mutating func add(_ mapping: Mapping) throws(VaultError) {
    mapped = [Int32](repeating: -1, count: mapping.entries.count)
    reserve(mapping.entries.count)
    originals.reserveCapacity(originals.count + min(mapping.entries.count * 16, limits.bytes))
    // First spellings first: a linked one needs its entity.
    for isLinked in [false, true] {
      for (index, entry) in mapping.entries.enumerated() {
        guard let placeholder = entry.placeholder, (placeholder.suffix != nil) == isLinked else { continue }
        let record = try add(placeholder, entry.brackets ?? .square, Array(entry.original.utf8), index + 1)
        mapped[index] = records[record].entity
      }
    }
    for (index, entry) in mapping.entries.enumerated() where entry.placeholder == nil {
      guard let type = types.index(of: entry.type) else { continue }
      let key = CanonicalKey(Array(entry.original.utf8), entry.type)
      mapped[index] = entity(key: key.bytes.span, type).map(Int32.init) ?? -1
    }
    unnumbered = NamesAhead(mapping)
  }

  /// Adds an entry with its exact placeholder; finds it there when it is the same.
  private mutating func add(
    _ placeholder: Placeholder, _ brackets: Policy.Brackets, _ original: [UInt8], _ position: Int
  ) throws(VaultError) -> Int {
    guard !original.isEmpty else { throw .invalidEntry(position: position, reason: "the original is empty") }
    let type = index(of: placeholder.type)
    let identifier = Identifier(type: type, number: placeholder.number, suffix: placeholder.letters)
    if let record = record(of: identifier) {
      guard !isReserved(record) else {
        throw .invalidEntry(position: position, reason: "\(placeholder) is part of text that this vault has treated")
      }
      guard isOriginal(original.span, of: record, type) else {
        throw .invalidEntry(position: position, reason: "\(placeholder) stands for another original")
      }
      return record
    }
    let key = CanonicalKey(original, placeholder.type)
    guard placeholder.suffix != nil else { return try addEntity(original, key, type, placeholder.number, brackets) }
    let entity = try entity(of: identifier, placeholder, position)
    let link = link(key, type)
    let record = try add(identifier, brackets, entity: entity, original: original.span)
    switch link {
    case .whole(entity): break
    case .wider(entity): claim(entity, key)
    case .part(entity): records[record].isPart = true
    default:
      // Whoever saved it knew.
      remember(part: key.bytes.span, type, entity)
      records[record].isPart = true
    }
    remember(spelling: original.span, record)
    return record
  }

  private mutating func reserve(
    _ placeholder: Placeholder, _ brackets: Policy.Brackets, _ position: Int
  ) throws(VaultError) -> Int {
    let identifier = Identifier(
      type: index(of: placeholder.type), number: placeholder.number, suffix: placeholder.letters)
    if let record = record(of: identifier) {
      guard isReserved(record) else {
        throw .invalidEntry(position: position, reason: "\(placeholder) stands for an original")
      }
      return record
    }
    let entity = placeholder.suffix == nil ? nil : try entity(of: identifier, placeholder, position)
    return try add(identifier, brackets, entity: entity, original: nil)
  }

  /// The entity that a linked placeholder belongs to.
  private func entity(
    of identifier: Identifier, _ placeholder: Placeholder, _ position: Int
  ) throws(VaultError) -> Int {
    var whole = identifier
    whole.suffix = .none
    guard let entity = record(of: whole), !isReserved(entity) else {
      throw .invalidEntry(position: position, reason: "\(placeholder) without its first spelling before it")
    }
    return entity
  }
}
