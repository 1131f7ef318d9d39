extension Vault {
  /// A line of the saved form. All of them, in order, are all there is to save.
  public struct Entry: Hashable, Sendable {
    /// As it stands in the text: `[NAME_1]`. Without a number, `[NAME]`, and without an original, it records that the
    /// text itself has this.
    public var placeholder: String
    /// UTF-8, or whatever bytes a policy that admits invalid text let in. Nil: the text itself has this placeholder,
    /// it is never given out.
    public var original: [UInt8]?
    /// Whether it was given out; false for an entry of a mapping of which only other spellings were.
    public var isIssued: Bool

    public init(placeholder: String, original: [UInt8]?, isIssued: Bool = true) {
      self.placeholder = placeholder
      self.original = original
      self.isIssued = isIssued
    }
  }

  /// How much of a vault has been saved.
  public struct SavePoint: Hashable, Sendable {
    fileprivate var count = 0

    /// Nothing yet.
    public init() {}
  }

  /// What of the vault was in the saved form that it was made from.
  public var loaded: SavePoint {
    var point = SavePoint()
    point.count = loadedCount
    return point
  }

  /// The saved form, in order of first appearance. Entries of the mapping are in it when they appeared.
  public var entries: [Entry] {
    state.withLock { state in
      var entries: [Entry] = []
      for record in state.records.indices where state.records[record].isSaved {
        entries.append(state.entry(of: record))
      }
      let bare = state.counters.indices.filter { state.counters[$0].hasLiteral }.map { state.types.types[$0] }
      return entries + bare.sorted().map { State.entry(ofBare: $0) }
    }
  }

  /// What is new since `point`, which moves to now. Appended to what was saved until then it makes the saved form of
  /// now; an entry may come a second time, when it came to be issued. Costs no more than there is new.
  public func changes(since point: inout SavePoint) -> [Entry] {
    state.withLock { state in
      let news = state.journal[point.count...]
      point.count = state.journal.count
      return news.map { $0 < 0 ? State.entry(ofBare: state.types.types[Int(~$0)]) : state.entry(of: Int($0)) }
    }
  }
}

extension Vault.State {
  fileprivate func entry(of record: Int) -> Vault.Entry {
    Vault.Entry(
      placeholder: placeholder(of: record).text(records[record].brackets),
      original: isReserved(record) ? nil : original(of: record), isIssued: records[record].issued > 0)
  }

  fileprivate static func entry(ofBare type: EntityType) -> Vault.Entry {
    Vault.Entry(placeholder: "[\(type)]", original: nil, isIssued: false)
  }
}
