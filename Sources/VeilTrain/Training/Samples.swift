import CScan

/// What is learned from: runs of pieces that may be part of a name, with features and gold labels.
struct Samples {
  /// Pieces between two that are outside of names for certain.
  struct Run {
    /// Number of its first piece among all.
    var start: Int
    var count: Int
  }

  private(set) var runs: [Run] = []
  /// `featureCount` rows of each piece.
  private(set) var rows: [UInt32] = []
  /// 0 outside, then begin and inside of each label in turn.
  private(set) var labels: [UInt8] = []
  /// Spans of the gold, and those that no run holds a piece of.
  private(set) var spanCount = 0
  private(set) var lostCount = 0
  private(set) var pieceCount = 0

  mutating func add(_ sentence: Sentence, _ reader: TaggerReader) {
    guard let sentence = reader.fold(sentence) else { return }
    var seen = Set<Int>()
    for segment in reader.segments(of: sentence.text) {
      let gold = Self.gold(of: segment.pieces, sentence.spans, &seen)
      pieceCount += gold.count
      var position = 0
      while position < gold.count {
        guard segment.pieces[position].allowed != 0 else {
          position += 1
          continue
        }
        let run = Run(start: labels.count, count: 0)
        runs.append(run)
        while position < gold.count, segment.pieces[position].allowed != 0 {
          reader.features(of: position, in: segment, sentence.text, to: &rows)
          labels.append(gold[position])
          position += 1
        }
        runs[runs.count - 1].count = labels.count - run.start
      }
    }
    spanCount += sentence.spans.count
    lostCount += sentence.spans.count - seen.count
  }

  /// Labels of pieces; a span counts from its first piece that may be part of a name.
  private static func gold(of pieces: [tagger_piece], _ spans: [Span], _ seen: inout Set<Int>) -> [UInt8] {
    var labels = [UInt8](repeating: 0, count: pieces.count)
    var next = 0
    for (number, span) in spans.enumerated() {
      while next < pieces.count, Int(pieces[next].end) <= span.start { next += 1 }
      var isInside = false
      var piece = next
      while piece < pieces.count, Int(pieces[piece].start) < span.end {
        if pieces[piece].allowed == 0 {
          isInside = false
        } else {
          labels[piece] = 1 + 2 * span.label.rawValue + (isInside ? 1 : 0)
          isInside = true
          seen.insert(number)
        }
        piece += 1
      }
    }
    return labels
  }
}
