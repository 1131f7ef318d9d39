/// What a span of a training sentence names.
enum Label: UInt8, CaseIterable, Sendable { case person = 0, organisation = 1, place = 2 }

/// UTF-8 byte offsets, end exclusive.
struct Span: Equatable, Sendable {
  var start: Int
  var end: Int
  var label: Label
}

/// One sentence, message or line to learn from. Spans are ascending and do not overlap.
struct Sentence: Equatable, Sendable {
  var text: [UInt8]
  var spans: [Span]
  /// Sentences of one document have the same number: names are repeated within it.
  var document: Int
}

/// The languages that there are lists, templates and corpora for.
enum Language: String, CaseIterable, Comparable, Sendable {
  case en, de, nl, fr, es, it, pt, pl

  static func < (left: Language, right: Language) -> Bool { left.rawValue < right.rawValue }
}

/// Text that grows together with its spans.
struct SentenceBuilder {
  private(set) var text: [UInt8] = []
  private(set) var spans: [Span] = []

  var count: Int { text.count }

  mutating func append(_ string: String) { text.append(contentsOf: string.utf8) }

  mutating func append(_ string: String, as label: Label) {
    let start = text.count
    append(string)
    close(from: start, as: label)
  }

  /// Labels all that was appended since `start`.
  mutating func close(from start: Int, as label: Label) {
    if text.count > start { spans.append(Span(start: start, end: text.count, label: label)) }
  }

  /// The last span and the one before become one, with what stands between.
  mutating func joinLastTwo() {
    guard spans.count > 1 else { return }
    let last = spans.removeLast()
    spans[spans.count - 1].end = last.end
  }

  func sentence(document: Int) -> Sentence { Sentence(text: text, spans: spans, document: document) }
}
