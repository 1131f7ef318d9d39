import CScan

/// A trained model, read where it lies. Immutable, shared by every thread.
package final class TaggerModel: Sendable {
  // Written once, before anyone else can see it.
  nonisolated(unsafe) fileprivate let model: UnsafeMutableRawPointer

  /// - Parameter image: what `veil-train` has written, to live as long as the process.
  /// - Returns: nil when it is no such image.
  package init?(image: UnsafeBufferPointer<UInt8>) {
    let model = UnsafeMutablePointer<tagger_model>.allocate(capacity: 1)
    model.initialize(to: tagger_model())
    guard let base = image.baseAddress, tagger_open(base, image.count, model) == 0 else {
      model.deallocate()
      return nil
    }
    self.model = UnsafeMutableRawPointer(model)
  }

  deinit { model.deallocate() }
}

/// Finds names in folded text with a model. Holds about a megabyte of memory; used by one task at a time.
package final class Tagger {
  package enum Label: UInt32, Sendable { case person, organisation, place }

  package struct Name: Sendable {
    package var range: Range<Int>
    package var label: Label
    /// How likely the words bear this label, 0 to 1.
    package var score: Double
  }

  private let model: TaggerModel
  private let cache: OpaquePointer
  private let pieces: UnsafeMutablePointer<tagger_piece>
  private let spans: UnsafeMutablePointer<tagger_span>

  package init(_ model: TaggerModel) {
    self.model = model
    guard let cache = tagger_cache_make() else { fatalError("out of memory") }
    self.cache = cache
    pieces = .allocate(capacity: Int(TAGGER_MAX_PIECES))
    spans = .allocate(capacity: Int(TAGGER_MAX_PIECES))
  }

  deinit {
    tagger_cache_free(cache)
    pieces.deallocate()
    spans.deallocate()
  }

  /// Appends names in order, of segments that begin in `range`. Depends on nothing but the text and the arguments.
  ///
  /// - Parameter outside: added to the score of "no name" of each word; below 0 finds more.
  /// - Complexity: O(length of `range`).
  package func find(
    in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, outside: Float, to names: inout [Name]
  ) {
    guard let base = text.baseAddress else { return }
    let model = model.model.assumingMemoryBound(to: tagger_model.self)
    var language = LanguageGuess()
    var position = range.lowerBound
    while position < range.upperBound {
      var segment = tagger_read(model, cache, base, text.count, position, pieces)
      // A text of spaces only has no segment; the kernel never stands still otherwise.
      guard segment.next > position else { break }
      position = segment.next
      language.see(english: Int(segment.english), foreign: Int(segment.foreign))
      guard segment.has_allowed != 0 else { continue }
      let count = tagger_find(model, cache, base, &segment, pieces, language.table, outside, spans)
      for span in UnsafeBufferPointer(start: spans, count: count) {
        guard let label = Label(rawValue: span.label) else { continue }
        names.append(Name(range: Int(span.start)..<Int(span.end), label: label, score: Double(span.score)))
      }
    }
  }
}

/// Which of the model's tables a segment is for: told by its own frequent words, else by those of the text before it.
private struct LanguageGuess {
  /// Above 0 English, below 0 other.
  private var lean = 0

  var table: Int32 { lean < 0 ? 1 : 0 }

  mutating func see(english: Int, foreign: Int) {
    // Words of the other languages' lists are hardly English, while some English words are words elsewhere.
    let here = english - 2 * foreign
    guard here != 0 else { return }
    let weight = min(abs(here), 8)
    lean = here > 0 ? max(weight, min(lean + weight, 16)) : min(-weight, max(lean - weight, -16))
  }
}
