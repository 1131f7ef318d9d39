/// The policies that are ready by name. A closed list: what they look for is written in the catalogue, as classes and
/// tags of its types, so that a new type joins the policies it belongs to by its description alone.
public enum ReadyPolicy: String, Sendable, CaseIterable {
  case `default`
  case strict
  case gdpr
  case hipaa
  case pci
  case secrets
  case oii

  public var name: String { rawValue }

  public var title: String {
    switch self {
    case .default: "Personal and organisational data"
    case .strict: "More recall"
    case .gdpr: "Personal data (GDPR)"
    case .hipaa: "The identifiers of HIPAA's safe harbour"
    case .pci: "Payment card data (PCI DSS)"
    case .secrets: "Credentials"
    case .oii: "Organisational data"
    }
  }

  /// What it is for, in a sentence or two.
  public var sentence: String {
    switch self {
    case .default: "All that is found with good reason: every type but the quiet ones, plain dates included."
    case .strict:
      "For text that must not leak whatever it costs: quiet types too, and findings that only their form speaks for. "
        + "Expect false alarms."
    case .gdpr:
      "All that identifies a person, and the special categories of article 9; nothing that concerns organisations only."
    case .hipaa:
      "The 18 identifiers of 45 CFR 164.514(b)(2) as far as text can hold them, with dates, addresses, machine and web "
        + "addresses."
    case .pci:
      "Card numbers, verification codes, expiry dates, PINs and track data, and names, since they may be a holder's."
    case .secrets: "Passwords, keys, tokens and whatever else gives access; no names, no addresses, no numbers."
    case .oii:
      "All that tells of an organisation: companies, registrations, internal hosts, projects, contracts, cloud resources."
    }
  }

  public var policy: Policy {
    switch self {
    case .default: Policy()
    case .strict: Policy(excludedTypes: [], minimumScore: 0.3)
    case .gdpr:
      Policy(excludedTypes: Catalogue.quietTypes.subtracting(Catalogue.types(tagged: .special)), classes: [.pii])
    case .hipaa: Policy(types: Catalogue.types(tagged: .hipaa))
    case .pci: Policy(types: Catalogue.types(tagged: .pci))
    case .secrets: Policy(types: Catalogue.types(tagged: .secret))
    case .oii: Policy(classes: [.oii])
    }
  }
}

extension Policy {
  /// A ready policy; nil when none has this name. See ``ReadyPolicy``.
  public static func named(_ name: String) -> Policy? { ReadyPolicy(rawValue: name)?.policy }
}

extension Catalogue {
  /// Types that a policy leaves out unless it names them: public, or found more often than they identify.
  public static let quietTypes = types(tagged: .quiet)

  public static func types(tagged tag: TypeDescription.Tag) -> Set<EntityType> {
    Set(types.lazy.filter { $0.tags.contains(tag) }.map(\.type))
  }
}
