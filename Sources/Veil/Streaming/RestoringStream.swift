/// Puts originals back in the place of placeholders while text streams through. Owned by one task.
///
/// Everything that cannot be part of a placeholder of a type in the vault is written at once; what may be is held back,
/// at most ``holdBack`` bytes. Restored text is not looked at again. The types are those of the vault when the stream
/// is made; placeholders issued later for these types are known, too.
public struct RestoringStream: ~Copyable {
  private let vault: Vault
  private let escaping: Escaping
  private var filter: PlaceholderFilter
  private var tally = Tally()

  /// Most bytes that are ever held back: the longest placeholder of the vault's types in its longest writing.
  public let holdBack: Int

  /// Bytes that are held back now.
  public var heldBack: Int { filter.pending.count }

  /// - Parameter escaping: How originals are written where they land.
  public init(vault: Vault, escaping: Escaping = .none) {
    self.vault = vault
    self.escaping = escaping
    let types = vault.types
    filter = PlaceholderFilter(types: types)
    holdBack = types.types.map(PlaceholderWriting.maximumLength).max() ?? 0
  }

  public mutating func append(_ chunk: Span<UInt8>, to output: inout [UInt8]) {
    filter.append(chunk, to: &output) { [vault, escaping] match, bytes, output in
      tally.restore(match, bytes, from: vault, escaping, to: &output)
    }
  }

  public consuming func finish(to output: inout [UInt8]) -> RestorationReport {
    filter.end(to: &output) { [vault, escaping] match, bytes, output in
      tally.restore(match, bytes, from: vault, escaping, to: &output)
    }
    return tally.report(vault)
  }
}

/// Restores placeholders and counts.
private struct Tally {
  /// By record of the vault.
  private var records: [Int: Int] = [:]
  private var report = RestorationReport()

  /// - Returns: Whether an original was written.
  mutating func restore(
    _ match: PlaceholderParser.Match, _ bytes: Span<UInt8>, from vault: Vault, _ escaping: Escaping,
    to output: inout [UInt8]
  ) -> Bool {
    switch vault.restore(match, escaping, to: &output) {
    case .restored(let record): records[record, default: 0] += 1
    case .derived: count(match, vault, in: \.restored)
    case .literal: return false
    case .unknown:
      report.unknownCount += 1
      if match.number == 0 {
        report.unnumbered[vault.types.types[match.type], default: 0] += 1
      } else {
        count(match, vault, in: \.unknown)
      }
      return false
    }
    report.restoredCount += 1
    output.append(bytes, match.ending)
    return true
  }

  private mutating func count(
    _ match: PlaceholderParser.Match, _ vault: Vault, in counts: WritableKeyPath<RestorationReport, [Placeholder: Int]>
  ) {
    let placeholder = Placeholder(type: vault.types.types[match.type], number: match.number, suffix: match.suffix)
    let isFull = report[keyPath: counts].count >= RestorationReport.maximumUnknown
    guard !isFull || report[keyPath: counts][placeholder] != nil else { return }
    report[keyPath: counts][placeholder, default: 0] += 1
  }

  func report(_ vault: Vault) -> RestorationReport {
    var report = report
    let order = records.keys.sorted()
    for (record, placeholder) in zip(order, vault.placeholders(of: order)) {
      report.restored[placeholder, default: 0] += records[record]!
    }
    return report
  }
}
