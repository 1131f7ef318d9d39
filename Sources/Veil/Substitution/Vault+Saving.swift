extension Vault {
  /// A line of the saved form. All of them, in order, are all there is to save.
  public struct Entry: Hashable, Sendable {
    /// As it stands in the text: `[NAME_1]`. Without a number, `[NAME]`, and without an original, it records that the
    /// text itself has this.
    public var placeholder: String
    /// UTF-8, or whatever bytes a policy that admits invalid text let in. Nil: the text itself has this placeholder,
    /// it is never given out.
    public var original: [UInt8]?
    /// Whether it ever was given out; false for entries of a mapping that did not occur yet.
    public var isIssued: Bool

    public init(placeholder: String, original: [UInt8]?, isIssued: Bool = true) {
      self.placeholder = placeholder
      self.original = original
      self.isIssued = isIssued
    }
  }

  /// The saved form, in order of first appearance.
  public var entries: [Entry] {
    state.withLock { state in
      var entries = state.records.indices.map { index in
        let record = state.records[index]
        return Entry(
          placeholder: state.placeholder(of: index).text(record.brackets),
          original: state.isReserved(index) ? nil : state.original(of: index), isIssued: record.issued > 0)
      }
      let bare = state.counters.indices.filter { state.counters[$0].hasLiteral }.map { state.types.types[$0] }
      entries += bare.sorted().map { Entry(placeholder: "[\($0)]", original: nil, isIssued: false) }
      return entries
    }
  }
}

extension Vault.State {
  /// Takes up a saved form.
  mutating func load(_ entries: [Vault.Entry]) throws(VaultError) {
    for (index, entry) in entries.enumerated() {
      let position = index + 1
      guard let (brackets, inner) = Placeholder.unwrap(entry.placeholder) else {
        throw .invalidEntry(position: position, reason: "not a placeholder")
      }
      if let placeholder = Placeholder(text: entry.placeholder) {
        if let original = entry.original {
          let record = try add(placeholder, brackets, original, position)
          records[record].issued = entry.isIssued ? sequence : 0
        } else {
          try reserve(placeholder, brackets, position)
        }
      } else if entry.original == nil, let type = EntityType(String(decoding: inner, as: UTF8.self)) {
        counters[self.index(of: type)].hasLiteral = true
      } else {
        throw .invalidEntry(position: position, reason: "not a placeholder")
      }
    }
  }

  /// Takes up a mapping: its placeholders now, its bare types when they appear.
  mutating func add(_ mapping: Mapping) throws(VaultError) {
    mapped = [Int32](repeating: -1, count: mapping.entries.count)
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
  }

  /// Adds an entry with its exact placeholder; finds it there when it is the same.
  private mutating func add(
    _ placeholder: Placeholder, _ brackets: Policy.Brackets, _ original: [UInt8], _ position: Int
  ) throws(VaultError) -> Int {
    guard !original.isEmpty else { throw .invalidEntry(position: position, reason: "the original is empty") }
    let type = index(of: placeholder.type)
    let suffix = placeholder.suffix.flatMap { Suffix($0.utf8) } ?? .none
    let identifier = Identifier(type: type, number: placeholder.number, suffix: suffix)
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
    guard suffix != .none else { return try addEntity(original, key, type, placeholder.number, brackets) }
    let entity = try entity(of: identifier, placeholder, position)
    let record = try add(identifier, brackets, entity: entity, original: original.span)
    records[record].isPart = key.bytes != CanonicalKey(self.original(of: entity), placeholder.type).bytes
    remember(spelling: original.span, record)
    return record
  }

  private mutating func reserve(
    _ placeholder: Placeholder, _ brackets: Policy.Brackets, _ position: Int
  ) throws(VaultError) {
    let suffix = placeholder.suffix.flatMap { Suffix($0.utf8) } ?? .none
    let identifier = Identifier(type: index(of: placeholder.type), number: placeholder.number, suffix: suffix)
    guard record(of: identifier) == nil else {
      throw .invalidEntry(position: position, reason: "\(placeholder) is there twice")
    }
    let entity = suffix == .none ? nil : try entity(of: identifier, placeholder, position)
    _ = try add(identifier, brackets, entity: entity, original: nil)
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
