import Scanning

/// Restores placeholders and counts.
struct Restorer: PlaceholderReplacer {
  private let vault: Vault
  private let escaping: Escaping
  private let only: Set<Placeholder>?
  private let recordsPlaces: Bool
  var places: [RestoringStream.Place] = []
  private var restored = RestoredRecords()
  /// What is being restored.
  private var original: [UInt8] = []
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

  /// - Parameter start: How much of the output was there before.
  mutating func begin(at start: Int) {
    position = start
    offset -= start
  }

  mutating func end(_ output: [UInt8]) {
    nesting?.append(output[position...])
    offset += output.count
  }

  mutating func replace(_ match: PlaceholderParser.Match, _ bytes: Span<UInt8>, to output: inout [UInt8]) -> Bool {
    let start = read(output)
    original.removeAll(keepingCapacity: true)
    switch vault.restore(match, only: only, to: &original) {
    case .restored(let record):
      // What `[NAME]` stands for may change; what has an ending is not all of it.
      let text = match.ending.isEmpty && match.number > 0 ? BracketedText(bytes, at: match.range.lowerBound) : nil
      restored.count(record, as: text?.count == match.range.count ? text : nil, original: original)
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
    escaping.append(original.span, depth: depth, to: &output)
    output.append(bytes, match.ending)
    noteRestored(bytes, match.range, from: start, output)
    return true
  }

  mutating func replaceKnown(_ bytes: Span<UInt8>, at start: Int, to output: inout [UInt8]) -> Int {
    guard bytes[start] == UInt8(ascii: "["), let text = BracketedText(bytes, at: start),
      let place = restored.count(text)
    else { return 0 }
    let written = read(output)
    let depth = depth
    restored.withOriginal(at: place) { escaping.append($0, depth: depth, to: &output) }
    noteRestored(bytes, start..<start + text.count, from: written, output)
    return text.count
  }

  /// All that stands before a match was written, and nothing else.
  ///
  /// - Returns: How much that is.
  private mutating func read(_ output: [UInt8]) -> Int {
    nesting?.append(output[position...])
    position = output.count
    return position
  }

  private var depth: Int { nesting?.depth ?? 1 }

  private mutating func noteRestored(
    _ bytes: Span<UInt8>, _ source: Range<Int>, from start: Int, _ output: [UInt8]
  ) {
    report.restoredCount += 1
    nesting?.appendValue()
    position = output.count
    guard recordsPlaces else { return }
    var scalars = 0
    for index in source where bytes[index] & 0xC0 != 0x80 { scalars += 1 }
    places.append(RestoringStream.Place(range: offset + start..<offset + output.count, sourceScalars: scalars))
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
    report.restored.reserveCapacity(restored.counts.count + report.restored.count)
    vault.add(restored.counts, to: &report.restored)
    return report
  }
}
