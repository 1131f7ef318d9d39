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

  /// What was restored, and how much text it stood for, so that positions in the text can be moved.
  public struct Place: Hashable, Sendable {
    /// Bytes of all that the stream wrote so far.
    public var range: Range<Int>
    /// Unicode scalars that the placeholder had.
    public var sourceScalars: Int
  }

  /// - Parameters:
  ///   - escaping: How originals are written where they land.
  ///   - only: The placeholders that may be restored; others stay and count as unknown. Those that were never issued
  ///     themselves, but follow from the first spelling, count as that. When it is empty, nothing is looked for.
  ///   - recordsPlaces: Whether ``takePlaces()`` tells where something was restored.
  public init(
    vault: Vault, escaping: Escaping = .none, only: Set<Placeholder>? = nil, recordsPlaces: Bool = false
  ) {
    restorer = Restorer(vault: vault, escaping: escaping, only: only, recordsPlaces: recordsPlaces)
    filter = PlaceholderFilter(scanner: only?.isEmpty == true ? PlaceholderScanner(types: TypeTrie()) : vault.scanner)
    holdBack = filter.scanner.maximumLength
  }

  public mutating func append(_ chunk: Span<UInt8>, to output: inout [UInt8]) {
    var chunk = chunk
    if !restorer.readsText {
      let passed = filter.pass(chunk, to: &output)
      restorer.skip(passed)
      if passed == chunk.count { return }
      chunk = chunk.extracting(passed...)
    }
    restorer.begin(output)
    filter.append(chunk, to: &output) { restorer.restore($0, $1, to: &$2) }
    restorer.end(output)
  }

  /// Writes what is held back, as if the text ended here. More may come, but no placeholder reaches across.
  public mutating func flush(to output: inout [UInt8]) {
    restorer.begin(output)
    filter.end(to: &output) { restorer.restore($0, $1, to: &$2) }
    restorer.end(output)
  }

  public consuming func finish(to output: inout [UInt8]) -> RestorationReport {
    flush(to: &output)
    return restorer.finalReport
  }

  /// How many placeholders were restored so far.
  public var restoredCount: Int { restorer.report.restoredCount }

  /// How many were not known, so far.
  public var unknownCount: Int { restorer.report.unknownCount }

  /// What was restored since this was last asked, in order. Empty unless the stream was told to record it.
  public mutating func takePlaces() -> [Place] {
    if restorer.places.isEmpty { return [] }
    defer { restorer.places = [] }
    return restorer.places
  }
}

/// Restores placeholders and counts.
private struct Restorer {
  private let vault: Vault
  private let escaping: Escaping
  private let only: Set<Placeholder>?
  private let recordsPlaces: Bool
  var places: [RestoringStream.Place] = []
  /// The vault's records that were restored, and how often each was.
  private var counts: [(record: Int, count: Int)] = []
  /// Places in `counts`.
  private var countsByRecord = HashIndex()
  private(set) var report = RestorationReport()

  /// Where the text stands in JSON, as it was before restoring; nil when that makes no difference.
  private var nesting: JSONNesting?
  /// How much of the caller's output is in `nesting`.
  private var position = 0
  /// Bytes that the stream wrote, less those in the caller's output.
  private var offset = 0

  init(vault: Vault, escaping: Escaping, only: Set<Placeholder>?, recordsPlaces: Bool) {
    self.vault = vault
    self.escaping = escaping
    self.only = only
    self.recordsPlaces = recordsPlaces
    nesting = escaping == .json ? JSONNesting() : nil
  }

  /// Whether all of the text matters, not only the placeholders in it.
  var readsText: Bool { nesting != nil }

  /// So much was written without being looked at.
  mutating func skip(_ count: Int) { offset += count }

  mutating func begin(_ output: [UInt8]) {
    position = output.count
    offset -= output.count
  }

  mutating func end(_ output: [UInt8]) {
    nesting?.append(output[position...])
    offset += output.count
  }

  /// - Returns: Whether an original was written.
  mutating func restore(_ match: PlaceholderParser.Match, _ bytes: Span<UInt8>, to output: inout [UInt8]) -> Bool {
    // All that stands before the match was written, and nothing else.
    nesting?.append(output[position...])
    let start = output.count
    position = start
    switch vault.restore(match, escaping, depth: nesting?.depth ?? 1, only: only, to: &output) {
    case .restored(let record): count(record)
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
    nesting?.appendValue()
    position = output.count
    if recordsPlaces {
      var scalars = 0
      for index in match.range where bytes[index] & 0xC0 != 0x80 { scalars += 1 }
      places.append(RestoringStream.Place(range: offset + start..<offset + output.count, sourceScalars: scalars))
    }
    return true
  }

  private mutating func count(_ record: Int) {
    // Records are numbered; spread, so that those in a row do not stand in a row.
    let hash = record &* 0x9E37_79B1
    if let place = countsByRecord.find(hash, where: { counts[$0].record == record }) {
      counts[place].count += 1
    } else {
      countsByRecord.insert(hash, counts.count)
      counts.append((record, 1))
    }
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
    report.restored.reserveCapacity(counts.count + report.restored.count)
    for (count, placeholder) in zip(counts, vault.placeholders(of: counts.map(\.record))) {
      report.restored[placeholder, default: 0] += count.count
    }
    return report
  }
}
