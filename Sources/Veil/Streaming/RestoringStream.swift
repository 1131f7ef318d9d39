/// Puts originals back in the place of placeholders while text streams through. Owned by one task.
///
/// Everything that cannot be part of a placeholder of a type in the vault is written at once; what may be is held back,
/// at most ``holdBack`` bytes. Restored text is not looked at again. The types are those of the vault when the stream
/// is made; placeholders issued later for these types are known, too.
public struct RestoringStream: ~Copyable {
  private var filter: PlaceholderFilter
  private var restorer: Restorer

  /// Most bytes that are ever held back: the longest placeholder of the vault's types in its longest writing.
  public let holdBack: Int

  /// Bytes that are held back now.
  public var heldBack: Int { filter.pending.count }

  /// - Parameter escaping: How originals are written where they land.
  public init(vault: Vault, escaping: Escaping = .none) {
    let types = vault.types
    restorer = Restorer(vault: vault, escaping: escaping)
    filter = PlaceholderFilter(types: types)
    holdBack = types.types.map(PlaceholderWriting.maximumLength).max() ?? 0
  }

  public mutating func append(_ chunk: Span<UInt8>, to output: inout [UInt8]) {
    filter.append(chunk, to: &output) { restorer.restore($0, $1, to: &$2) }
  }

  public consuming func finish(to output: inout [UInt8]) -> RestorationReport {
    filter.end(to: &output) { restorer.restore($0, $1, to: &$2) }
    return restorer.finalReport
  }
}

/// Restores placeholders and counts.
private struct Restorer {
  private let vault: Vault
  private let escaping: Escaping
  /// How often each of the vault's records was restored.
  private var counts: [Int: Int] = [:]
  private var report = RestorationReport()

  init(vault: Vault, escaping: Escaping) {
    self.vault = vault
    self.escaping = escaping
  }

  /// - Returns: Whether an original was written.
  mutating func restore(_ match: PlaceholderParser.Match, _ bytes: Span<UInt8>, to output: inout [UInt8]) -> Bool {
    switch vault.restore(match, escaping, to: &output) {
    case .restored(let record): counts[record, default: 0] += 1
    case .derived: count(match, in: \.restored)
    case .literal: return false
    case .unknown:
      report.unknownCount += 1
      if match.number == 0 {
        report.unnumbered[vault.types.types[match.type], default: 0] += 1
      } else {
        count(match, in: \.unknown)
      }
      return false
    }
    report.restoredCount += 1
    output.append(bytes, match.ending)
    return true
  }

  private mutating func count(
    _ match: PlaceholderParser.Match, in counts: WritableKeyPath<RestorationReport, [Placeholder: Int]>
  ) {
    let placeholder = Placeholder(type: vault.types.types[match.type], number: match.number, suffix: match.suffix)
    let isFull = report[keyPath: counts].count >= RestorationReport.maximumUnknown
    guard !isFull || report[keyPath: counts][placeholder] != nil else { return }
    report[keyPath: counts][placeholder, default: 0] += 1
  }

  var finalReport: RestorationReport {
    var report = report
    let records = counts.keys.sorted()
    for (record, placeholder) in zip(records, vault.placeholders(of: records)) {
      report.restored[placeholder, default: 0] += counts[record]!
    }
    return report
  }
}
