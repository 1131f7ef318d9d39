import Foundation

/// Exact spans found against labelled sentences.
struct Evaluation {
  private var gold = [0, 0, 0]
  private var found = [0, 0, 0]
  private var right = [0, 0, 0]

  mutating func add(_ sentence: Sentence, _ reader: TaggerReader, language: Int, outside: Float = 0) {
    guard let sentence = reader.fold(sentence) else { return }
    let spans = reader.find(in: sentence.text, language: language, outside: outside).map(\.span)
    for span in sentence.spans { gold[Int(span.label.rawValue)] += 1 }
    for span in spans {
      found[Int(span.label.rawValue)] += 1
      if sentence.spans.contains(span) { right[Int(span.label.rawValue)] += 1 }
    }
  }

  private static func f1(_ right: Int, _ found: Int, _ gold: Int) -> String {
    String(format: "%.3f", found + gold > 0 ? 2 * Double(right) / Double(found + gold) : 0)
  }

  var line: String {
    let each = Label.allCases.map { label in
      let i = Int(label.rawValue)
      return "\(label) \(Self.f1(right[i], found[i], gold[i])) (gold \(gold[i]), found \(found[i]))"
    }
    return each.joined(separator: ", ")
      + ", all \(Self.f1(right.reduce(0, +), found.reduce(0, +), gold.reduce(0, +)))"
  }
}
