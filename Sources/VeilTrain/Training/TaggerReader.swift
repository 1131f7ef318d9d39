import CScan
import Scanning

/// Reads text as the tagger will read it: the same fold, the same segments, pieces and features.
final class TaggerReader {
  /// A segment with its pieces, whose offsets are of ``text``.
  struct Segment {
    var info: tagger_segment
    var pieces: [tagger_piece]
  }

  private(set) var model: UnsafeMutablePointer<tagger_model>
  private let cache: OpaquePointer
  private var folder = Folder()
  private var folded = FoldedText()

  /// - Parameter image: a model; it need not have weights to read segments with.
  init(image: ModelImage) {
    model = .allocate(capacity: 1)
    model.initialize(to: image.open())
    cache = tagger_cache_make()!
  }

  deinit {
    tagger_cache_free(cache)
    model.deallocate()
  }

  /// The text as the engine sees it, with the spans moved along; nil when it is not UTF-8.
  func fold(_ sentence: Sentence) -> Sentence? {
    let isFolded: Bool = sentence.text.withUnsafeBufferPointer { bytes in
      do {
        try folder.fold(bytes, admitInvalid: false, into: &folded)
        return true
      } catch {
        return false
      }
    }
    guard isFolded else { return nil }
    if folded.bytes == sentence.text { return sentence }
    let spans = sentence.spans.map {
      Span(
        start: folded.position(atOriginal: $0.start), end: folded.position(atOriginal: $0.end), label: $0.label)
    }
    return Sentence(text: folded.bytes, spans: spans, document: sentence.document)
  }

  func segments(of text: [UInt8]) -> [Segment] {
    var segments: [Segment] = []
    text.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      withUnsafeTemporaryAllocation(of: tagger_piece.self, capacity: Int(TAGGER_MAX_PIECES)) { pieces in
        var position = 0
        while position < bytes.count {
          let info = tagger_read(model, cache, base, bytes.count, position, pieces.baseAddress!)
          position = max(info.next, position + 1)
          if info.count > 0 { segments.append(Segment(info: info, pieces: Array(pieces[..<info.count]))) }
        }
      }
    }
    return segments
  }

  /// Rows of features of one piece.
  func features(of piece: Int, in segment: Segment, _ text: [UInt8], to rows: inout [UInt32]) {
    let start = rows.count
    rows.append(contentsOf: repeatElement(0, count: featureCount))
    rows.withUnsafeMutableBufferPointer { rows in
      tagger_features(
        model, text, segment.pieces, segment.pieces.count, piece, segment.info.line, rows.baseAddress! + start)
    }
  }

  /// What the model finds in folded text.
  func find(in text: [UInt8], language: Int, outside: Float = 0) -> [(span: Span, score: Float)] {
    var found: [(Span, Float)] = []
    var spans = [tagger_span](repeating: tagger_span(), count: Int(TAGGER_MAX_PIECES))
    for var segment in segments(of: text) {
      let count = tagger_find(
        model, cache, text, &segment.info, segment.pieces, Int32(language), outside, &spans, nil)
      for span in spans[..<count] {
        found.append(
          (Span(start: Int(span.start), end: Int(span.end), label: Label(rawValue: UInt8(span.label))!), span.score))
      }
    }
    return found
  }
}

let featureCount = Int(TAGGER_FEATURES)
let labelCount = Int(TAGGER_LABELS)

func isLexical(_ feature: Int) -> Bool { tagger_is_lexical(feature) != 0 }
