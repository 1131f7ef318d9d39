extension Explanation {
  /// A reason why words were taken for a name, or one that spoke against it. Holds no text of the input.
  public struct Evidence: Sendable, Hashable {
    public enum Kind: String, Sendable, CaseIterable {
      // What stands around the name.
      case title, greeting, introduction, label, closing
      /// How the name is built: known words one after the other, `Doe, John`, `J. Doe`.
      case list, inverted, initials
      /// How a company's name is built, or given away.
      case legalForm = "legal-form"
      case legalFormBefore = "legal-form-before"
      case alias
      /// Found in another place of the text, or in an earlier text of the same vault.
      case seenBefore = "seen-before"
      case precededBy = "preceded-by"
      case followedBy = "followed-by"
      // What is known of a word.
      case givenName = "given-name"
      case familyName = "family-name"
      case organisation
      case place
      case particle, suffix, initial
      case commonWord = "common-word"
      case unknownWord = "unknown-word"
      /// A capital where sentences do not ask for one.
      case capitalInside = "capital-inside"
    }

    public var kind: Kind
    /// Which word of the finding it is about, from 1; nil when it is about all of it or what stands around it.
    public var word: Int?
    /// How much it adds to the score, or takes away; nil where reasons are not added up.
    public var weight: Double?
    /// What it says in English.
    public var text: String

    /// - Parameter text: The kind's own text when nil. Never anything of the input.
    public init(_ kind: Kind, word: Int? = nil, weight: Double? = nil, text: String? = nil) {
      self.kind = kind
      self.word = word
      self.weight = weight
      self.text = text ?? kind.text
    }
  }
}

extension Explanation.Evidence.Kind {
  fileprivate var text: String {
    switch self {
    case .title: "title before it"
    case .greeting: "greeting before it"
    case .introduction: "introduced by what stands before it"
    case .label: "label before it"
    case .closing: "signature below a closing"
    case .list: "words that make up a name"
    case .inverted: "family name, comma, given name"
    case .initials: "initials before a family name"
    case .legalForm: "legal form behind it"
    case .legalFormBefore: "legal form before it"
    case .alias: "short name that the text defines"
    case .seenBefore: "found as a name elsewhere"
    case .precededBy: "what stands before it"
    case .followedBy: "what stands behind it"
    case .givenName: "given name"
    case .familyName: "family name"
    case .organisation: "organisation"
    case .place: "place"
    case .particle: "particle of a name"
    case .suffix: "suffix of a name"
    case .initial: "initial"
    case .commonWord: "also a common word"
    case .unknownWord: "in no list"
    case .capitalInside: "capitalised inside a sentence"
    }
  }
}
