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

/// Finds names in folded text with a model. Holds about two megabytes of memory; used by one task at a time.
package final class Tagger {
  package enum Label: UInt32, Sendable { case person, organisation, place }

  package struct Name: Sendable {
    package var range: Range<Int>
    package var label: Label
    /// How likely the words bear this label, 0 to 1, as measured on labelled text.
    package var score: Double
    /// Whether its segment has a placeholder.
    package var isBesidePlaceholder: Bool
  }

  private let model: TaggerModel
  private let cache: OpaquePointer
  private let pieces: UnsafeMutablePointer<tagger_piece>
  private let spans: UnsafeMutablePointer<tagger_span>
  private let persons: UnsafeMutablePointer<Float>
  /// Where the segments of the last text begin, with the model's table for each.
  private var segments: [(start: Int, table: Int32)] = []

  package init(_ model: TaggerModel) {
    self.model = model
    // As everywhere in Swift, where memory that runs out ends the process.
    guard let cache = tagger_cache_make() else { fatalError("out of memory") }
    self.cache = cache
    pieces = .allocate(capacity: Int(TAGGER_MAX_PIECES))
    spans = .allocate(capacity: Int(TAGGER_MAX_PIECES))
    persons = .allocate(capacity: Int(TAGGER_MAX_PIECES))
  }

  deinit {
    tagger_cache_free(cache)
    pieces.deallocate()
    spans.deallocate()
    persons.deallocate()
  }

  /// Appends names in order, of segments that begin in `range`. Depends on nothing but the text and the arguments.
  ///
  /// - Parameters:
  ///   - outside: added to the score of "no name" of each word; below 0 finds more.
  ///   - keepsSegments: whether to remember where segments begin, for ``findAgain(in:around:outside:to:)``.
  ///   - questions: what others take for persons' names, in order of their beginnings.
  ///   - answers: how likely each of them is one, 0 to 1: the mean over its words. As many as there are questions.
  /// - Complexity: O(length of `range` and number of questions).
  package func find(
    in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, outside: Float, keepsSegments: Bool,
    asking questions: [Range<Int>], answers: inout [Double], to names: inout [Name]
  ) {
    answers = Array(repeating: 0, count: questions.count)
    var asked = 0
    if keepsSegments { segments.removeAll(keepingCapacity: true) }
    guard let base = text.baseAddress else { return }
    let model = model.model.assumingMemoryBound(to: tagger_model.self)
    var language = LanguageGuess()
    var position = range.lowerBound
    while position < range.upperBound {
      var segment = tagger_read(model, cache, base, text.count, position, pieces)
      // A text of spaces only has no segment; the kernel never stands still otherwise.
      guard segment.next > position else { break }
      let start = position
      position = segment.next
      language.see(english: Int(segment.english), foreign: Int(segment.foreign))
      if keepsSegments { segments.append((start, language.table)) }
      while asked < questions.count, questions[asked].lowerBound < start { asked += 1 }
      guard segment.has_allowed != 0 else { continue }
      let isAsked = asked < questions.count && questions[asked].lowerBound < position
      let count = tagger_find(
        model, cache, base, &segment, pieces, language.table, outside, spans, isAsked ? persons : nil)
      while isAsked, asked < questions.count, questions[asked].lowerBound < position {
        answers[asked] = person(questions[asked], segment.count)
        asked += 1
      }
      append(count, segment, to: &names)
    }
  }

  /// The same for segments that were found before and have a placeholder now, where text of the same length has taken
  /// the place of some of it.
  ///
  /// - Parameter ranges: where to look, in order.
  /// - Complexity: O(length of the segments of `ranges`).
  package func findAgain(
    in text: UnsafeBufferPointer<UInt8>, around ranges: [Range<Int>], outside: Float, to names: inout [Name]
  ) {
    guard let base = text.baseAddress else { return }
    let model = model.model.assumingMemoryBound(to: tagger_model.self)
    var next = 0
    for range in ranges {
      var number = next
      while number + 1 < segments.count, segments[number + 1].start <= range.lowerBound { number += 1 }
      guard number >= next, number < segments.count, segments[number].start <= range.lowerBound else { continue }
      next = number + 1
      var segment = tagger_read(model, cache, base, text.count, segments[number].start, pieces)
      guard segment.has_allowed != 0, segment.has_placeholder != 0 else { continue }
      let count = tagger_find(model, cache, base, &segment, pieces, segments[number].table, outside, spans, nil)
      append(count, segment, to: &names)
    }
  }

  private func append(_ count: Int, _ segment: tagger_segment, to names: inout [Name]) {
    for span in UnsafeBufferPointer(start: spans, count: count) {
      guard let label = Label(rawValue: span.label) else { continue }
      names.append(
        Name(
          range: Int(span.start)..<Int(span.end), label: label, score: Double(span.score),
          isBesidePlaceholder: segment.has_placeholder != 0))
    }
  }
}

extension Tagger {
  /// How likely a range of the segment just read is a person's name.
  private func person(_ range: Range<Int>, _ count: Int) -> Double {
    var sum: Float = 0
    var words: Float = 0
    for piece in 0..<count
    where Int(pieces[piece].start) < range.upperBound && Int(pieces[piece].end) > range.lowerBound {
      guard Int32(pieces[piece].kind) == Int32(TAGGER_WORD) || persons[piece] > 0 else { continue }
      sum += persons[piece]
      words += 1
    }
    return words > 0 ? Double(sum / words) : 0
  }
}

extension Tagger {
  /// What speaks for a name and against it.
  package enum Ground: Int, Sendable, CaseIterable { case word, writing, lists, before, behind, together }

  /// How much each ground speaks for a label of a range rather than for no name, the mean over its words in natural
  /// logarithms of odds; empty when nothing is read there.
  ///
  /// - Parameter start: where reading begins, so that the range's segment is read as a whole.
  package func grounds(
    of label: Label, _ range: Range<Int>, in text: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> [(ground: Ground, weight: Double)] {
    guard let base = text.baseAddress else { return [] }
    let model = model.model.assumingMemoryBound(to: tagger_model.self)
    var language = LanguageGuess()
    var position = start
    while position < range.upperBound {
      var segment = tagger_read(model, cache, base, text.count, position, pieces)
      guard segment.next > position else { break }
      position = segment.next
      language.see(english: Int(segment.english), foreign: Int(segment.foreign))
      guard position > range.lowerBound else { continue }
      var sums = [Float](repeating: 0, count: Int(TAGGER_GROUPS))
      var words: Float = 0
      for piece in 0..<segment.count
      where Int(pieces[piece].start) < range.upperBound && Int(pieces[piece].end) > range.lowerBound {
        var groups = [Float](repeating: 0, count: sums.count)
        tagger_explain(model, base, &segment, pieces, piece, language.table, Int32(label.rawValue), &groups)
        for number in sums.indices { sums[number] += groups[number] }
        words += 1
      }
      guard words > 0 else { return [] }
      return Ground.allCases.map { ($0, Double(sums[$0.rawValue] / words)) }
    }
    return []
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
