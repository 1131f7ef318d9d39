import VeilModel

/// Everything that is built in: what can be found and by which rules. People's names are found by their surroundings and
/// by lists of names, not by rules.
public enum Catalogue {
  /// The built-in rules. Their order means nothing.
  public static let rules: [Rule] =
    contact + network + payment + dates + addresses + usernames + passwords + accounts + secrets
    + identifiers.rules + identifiers.fallback

  /// Whether a rule is built in. Most policies have the built-in rules in their places, and then nothing is looked up.
  static func has(_ rule: Rule, at position: Int) -> Bool {
    position < rules.count && rules[position] == rule || rulesByName[rule.name] == rule
  }

  static let rulesByName = Dictionary(uniqueKeysWithValues: rules.map { ($0.name, $0) })

  /// Every built-in type, in the order of the data files: by group.
  public static var types: [TypeDescription] { identifiers.types }

  /// - Returns: nil for types that a policy has introduced.
  public static func description(of type: EntityType) -> TypeDescription? {
    byType[type]
  }

  private static let byType = Dictionary(uniqueKeysWithValues: types.map { ($0.type, $0) })

  /// What the data files say. They are part of the program, and a test reads them: nothing can be wrong with them here.
  static let identifiers: CatalogueReader = {
    var reader = CatalogueReader()
    var index = 0
    while let file = veil_catalogue(index)?.pointee {
      let text = UnsafeBufferPointer(start: file.text, count: file.count)
      do {
        try reader.read(text, name: String(cString: file.name))
      } catch {
        // A catalogue that is wrong is a wrong build; going on without a part of it would let text through.
        fatalError("\(error)")
      }
      index += 1
    }
    return reader
  }()
}

/// What a person wants to know of a type.
public struct TypeDescription: Sendable, Hashable {
  /// What sets a type apart, so that policies can choose by it.
  public enum Tag: String, Sendable, CaseIterable {
    /// Not part of the default policy: public, or found more often than it identifies.
    case quiet
    /// A special category of personal data (GDPR, article 9).
    case special
    /// One of the identifiers that HIPAA's safe harbour has removed (45 CFR 164.514(b)(2)).
    case hipaa
    /// Account data as PCI DSS defines it.
    case pci
    /// Gives access to something.
    case secret
  }

  public var type: EntityType
  public var entityClass: EntityClass
  /// Where it belongs: a region, or a subject.
  public var group: String
  public var title: String
  /// ISO 3166 code of the country whose identifier it is, or nil.
  public var country: String?
  public var tags: Set<Tag>
  /// The check that at least the main rules of the type make.
  public var validator: Validator?
  /// Why there is no validator; nil when there is one.
  public var validatorNote: String?
  /// A text that holds a finding of the type. Never the data of a person.
  public var example: String
}
