import Foundation

/// How a text's letters are written throughout.
enum LetterCase: Sendable {
  case lower, upper, title

  func applied(to text: String) -> String {
    switch self {
    case .lower: text.lowercased()
    case .upper: text.uppercased()
    case .title: Self.titled(text)
    }
  }

  /// Every word with a capital, what stands behind it as it was.
  private static func titled(_ text: String) -> String {
    var isInWord = false
    return String(
      text.map { character -> String in
        defer { isInWord = character.isLetter || character.isNumber || character == "'" || character == "’" }
        return isInWord ? String(character) : character.uppercased()
      }.joined())
  }
}

extension Sentence {
  /// A copy in another case. Letters may change their width, so every piece is written anew.
  func inCase(_ letterCase: LetterCase) -> Sentence {
    var builder = SentenceBuilder()
    var position = 0
    func piece(_ range: Range<Int>) -> String {
      letterCase.applied(to: String(decoding: text[range], as: UTF8.self))
    }
    for span in spans {
      builder.append(piece(position..<span.start))
      builder.append(piece(span.start..<span.end), as: span.label)
      position = span.end
    }
    builder.append(piece(position..<text.count))
    return builder.sentence(document: document)
  }
}
