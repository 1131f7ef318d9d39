/// Long lists such as users bring: of customers, of firms.
public enum Lists {
  public struct Entry: Sendable {
    public var original: String
    /// `NAME` for a person, `ORG` for a firm.
    public var type: String
  }

  /// So many people and firms by turns, no two alike. A longer list begins with the shorter ones.
  public static func entries(_ count: Int) -> [Entry] {
    (0..<count).map { index in
      let person = index.isMultiple(of: 2)
      return Entry(original: person ? self.person(index / 2) : firm(index / 2), type: person ? "NAME" : "ORG")
    }
  }

  private static func person(_ index: Int) -> String {
    var (rest, given) = index.quotientAndRemainder(dividingBy: People.given.count)
    let place = rest % nouns.count
    rest /= nouns.count
    let middle = rest == 0 ? "" : nouns[(place + rest * 7) % nouns.count] + "-"
    return "\(People.given[given]) \(middle)\(nouns[place])"
  }

  private static func firm(_ index: Int) -> String {
    let (rest, first) = index.quotientAndRemainder(dividingBy: adjectives.count)
    let (form, second) = rest.quotientAndRemainder(dividingBy: nouns.count)
    return "\(adjectives[first]) \(nouns[second]) \(forms[form % forms.count])"
  }

  private static let forms = ["Ltd", "GmbH", "Holdings", "Inc"]
  private static let nouns = capitalised(Vocabulary.shared.nouns)
  private static let adjectives = capitalised(Vocabulary.shared.adjectives)

  private static func capitalised(_ words: Vocabulary.Words) -> [String] {
    (words.common + words.rare).map { String(decoding: [$0[0] - 32] + $0.dropFirst(), as: UTF8.self) }
  }
}
