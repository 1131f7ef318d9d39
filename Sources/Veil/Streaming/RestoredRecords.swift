import Scanning

/// The vault's records that a stream restored: how often, and what they stand for, so that the vault is not asked for
/// each again. A record never comes to stand for anything else.
struct RestoredRecords: Sendable {
  private struct Restored: Sendable {
    let record: Int
    var count = 0
    /// Its placeholder as it was written first between square brackets; of other writings there is no end.
    var text: BracketedText?
  }

  private var restored: [Restored] = []
  /// By place in `restored`.
  private var originals = ByteRows()
  private var byRecord = HashIndex()
  private var byText = HashIndex()

  var counts: some Collection<(record: Int, count: Int)> { restored.lazy.map { ($0.record, $0.count) } }

  /// Counts a record by its placeholder.
  ///
  /// - Returns: Its place; nil when no record is known to be written so.
  @inline(__always)
  mutating func count(_ text: BracketedText) -> Int? {
    guard let place = byText.find(text.keyedHash, where: { restored[$0].text == text }) else { return nil }
    restored[place].count += 1
    return place
  }

  @inline(__always)
  func withOriginal(at place: Int, _ body: (Span<UInt8>) -> Void) {
    body(originals.bytes.span.extracting(originals.range(place)))
  }

  /// - Parameter text: How its placeholder is written, if it may be known by that.
  mutating func count(_ record: Int, as text: BracketedText?, original: [UInt8]) {
    // Records are numbered; spread, so that those in a row do not stand in a row.
    let hash = record &* 0x9E37_79B1
    let place = byRecord.find(hash, where: { restored[$0].record == record }) ?? restored.count
    if place == restored.count {
      byRecord.insert(hash, place)
      restored.append(Restored(record: record))
      originals.append(original.span)
    }
    restored[place].count += 1
    if let text, restored[place].text == nil {
      restored[place].text = text
      byText.insert(text.keyedHash, place)
    }
  }
}
