extension Vault.State {
  /// What the vault has to say of an identifier.
  enum Resolution {
    case record(Int)
    /// Never issued, but it follows from the first spelling.
    case derived([UInt8], entity: Int)
    /// The text itself has it; it stands for nothing.
    case reserved
    case unknown
  }

  func resolve(_ identifier: Identifier) -> Resolution {
    if let record = record(of: identifier) { return isReserved(record) ? .reserved : .record(record) }
    guard identifier.suffix != .none else { return .unknown }
    var whole = identifier
    whole.suffix = .none
    guard let entity = record(of: whole) else { return .unknown }
    if isReserved(entity) { return .reserved }
    return derived(identifier.suffix, from: entity).map { .derived($0, entity: entity) } ?? .unknown
  }

  /// The given or family name in a person's name, or the first spelling in upper or lower case; nil for what the
  /// suffix does not tell by itself.
  func derived(_ suffix: Suffix, from entity: Int) -> [UInt8]? {
    switch suffix {
    case .given, .family:
      guard types.types[records[entity].identifier.type].isPersonName else { return nil }
      let original = original(of: entity)
      let name = PersonName(original)
      return (suffix == .given ? name.given : name.family).map { Array(original[$0]) }
    case .upper, .lower:
      guard let text = String(validating: original(of: entity), as: UTF8.self) else { return nil }
      return Array((suffix == .upper ? text.uppercased() : text.lowercased()).utf8)
    default: return nil
    }
  }

  func isIssued(_ identifier: Identifier, before mark: UInt32) -> Bool {
    switch resolve(identifier) {
    case .record(let record), .derived(_, let record):
      return records[record].issued > 0 && records[record].issued <= mark
    case .reserved, .unknown: return false
    }
  }

  /// Sees to it that text of the input which reads as this placeholder is never taken for one of ours.
  /// - Returns: Whether the text has to be escaped, because the placeholder was issued after `mark`. What was issued
  ///   before is taken for ours; what was not issued at all never will be.
  mutating func noteLiteral(_ type: EntityType, _ number: Int, _ suffix: Suffix, since mark: UInt32) throws(VaultError)
    -> Bool
  {
    var identifier = Identifier(type: index(of: type), number: number, suffix: suffix)
    if number == 0 {
      noteBareLiteral(identifier.type)
      return false
    }
    switch resolve(identifier) {
    case .record, .derived: return !isIssued(identifier, before: mark)
    case .reserved: return false
    case .unknown:
      // Another spelling of a known entity, or a number that none has.
      var whole = identifier
      whole.suffix = .none
      if record(of: whole) == nil { identifier = whole }
      save(try add(identifier, .square, entity: record(of: whole), original: nil))
      return false
    }
  }

  /// Notes that the text has this type in brackets, without a number.
  mutating func noteBareLiteral(_ type: Int) {
    guard !counters[type].hasLiteral else { return }
    counters[type].hasLiteral = true
    journal.append(~Int32(type))
  }
}
