extension Vault {
  /// What becomes of a placeholder in a restored text.
  enum Outcome {
    case restored(record: Int)
    case derived
    /// The text had it before; it stays.
    case literal
    /// Nothing in the vault; it stays.
    case unknown
  }

  /// Appends the original of a placeholder, if there is one.
  ///
  /// - Parameter only: Placeholders that have one here; nil: all. What was derived goes with its entity.
  func restore(_ match: PlaceholderParser.Match, only: Set<Placeholder>?, to original: inout [UInt8]) -> Outcome {
    state.withLock { state in
      let identifier = Identifier(type: match.type, number: match.number, suffix: match.suffix)
      let resolution = match.number == 0 ? state.only(match.type, match.style) : state.resolve(identifier)
      switch resolution {
      case .record(let record):
        if let only, !only.contains(state.placeholder(of: record)) { return .unknown }
        state.appendOriginal(of: record, to: &original)
        return .restored(record: record)
      case .derived(let derived, let entity):
        if let only, !only.contains(state.placeholder(of: entity)) { return .unknown }
        original += derived
        return .derived
      case .reserved: return .literal
      case .unknown: return .unknown
      }
    }
  }

  /// The types of which there are placeholders now, and with the indices that the vault knows them by.
  var types: TypeTrie { state.withLock { $0.types } }

  /// Looks for placeholders of these types.
  var scanner: PlaceholderScanner {
    state.withLock { state in
      // Making one takes a while, and types are only ever added.
      if let scanner = state.scanner, scanner.typeCount == state.types.types.count { return scanner }
      let scanner = PlaceholderScanner(types: state.types)
      state.scanner = scanner
      return scanner
    }
  }

  /// Whether no placeholder stands for anything.
  public var isEmpty: Bool { state.withLock { state in state.counters.allSatisfy { $0.entities == 0 } } }

  /// How often each placeholder was restored, by how often each record was.
  func add(_ counts: some Sequence<(record: Int, count: Int)>, to restored: inout [Placeholder: Int]) {
    state.withLock { state in
      for (record, count) in counts { restored[state.placeholder(of: record), default: 0] += count }
    }
  }
}

extension Vault.State {
  /// The one entity of a type, for a placeholder whose number is missing.
  func only(_ type: Int, _ style: Policy.Brackets?) -> Resolution {
    let counter = counters[type]
    if counter.hasLiteral { return .reserved }
    guard counter.entities == 1, records[Int(counter.firstEntity)].brackets == style else { return .unknown }
    return .record(Int(counter.firstEntity))
  }
}
