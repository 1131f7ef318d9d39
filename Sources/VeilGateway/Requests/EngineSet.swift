import Synchronization
import Veil

/// The engines that requests may ask for, each compiled when it is first needed.
final class EngineSet: Sendable {
  /// What a request may choose.
  struct Choice: Hashable, Sendable {
    var classes: Set<EntityClass>
    var detects = true
    var names: Policy.NameDetection
  }

  /// What treats the texts of a request.
  struct Engines: Sendable {
    let texts: Engine
    /// For names that programs go by, where a wrong find breaks the request: only what has a form of its own, deny lists
    /// and the user's own rules.
    let identifiers: Engine
  }

  let policy: Policy
  private let compiled: Mutex<[Choice: Engines]> = Mutex([:])

  /// Compiles what requests without headers need, so that a wrong policy shows at the start.
  init(_ settings: Settings) throws(PolicyError) {
    policy = settings.policy
    _ = try engines(for: RequestOptions(settings))
    _ = try engines(everything)
  }

  func engines(for options: RequestOptions) throws(PolicyError) -> Engines {
    try engines(Choice(classes: options.classes, detects: options.detects, names: policy.names))
  }

  func engines(_ choice: Choice) throws(PolicyError) -> Engines {
    var choice = choice
    if choice.classes.isEmpty { choice.detects = false }
    if !choice.detects { choice = Choice(classes: [], detects: false, names: .off) }
    if let known = compiled.withLock({ $0[choice] }) { return known }
    // Two may do it at once; that is better than all waiting.
    let policy = policy.narrowed(to: choice)
    let engines = Engines(texts: try Engine(policy), identifiers: try Engine(policy.forIdentifiers))
    return compiled.withLock { compiled in
      if let known = compiled[choice] { return known }
      compiled[choice] = engines
      return engines
    }
  }

  private var everything: Choice { Choice(classes: policy.classes, names: policy.names) }

  /// Whether a value that will be seen in logs looks like personal data.
  func findsIdentifiers(in text: String) -> Bool {
    // What cannot be looked at counts as personal; the engines were compiled at the start.
    guard let findings = try? engines(everything).identifiers.findings(in: text) else { return true }
    return !findings.isEmpty
  }
}

extension Policy {
  fileprivate func narrowed(to choice: EngineSet.Choice) -> Policy {
    var policy = self
    policy.classes = choice.classes
    policy.names = choice.names
    guard !choice.detects else { return policy }
    // Mappings are the vault's, not the policy's.
    policy.types = []
    policy.rules = []
    policy.domains = []
    policy.deny = []
    return policy
  }

  /// Without guesses, and without what identifiers of programs are rightly made of.
  fileprivate var forIdentifiers: Policy {
    var policy = self
    let own = Set(rules.filter { !Self.builtIn.contains($0.name) }.map(\.type))
    let structural = Self.structural.subtracting(own)
    policy.rules = rules.filter { !(Self.structural.contains($0.type) && Self.builtIn.contains($0.name)) }
    policy.names = .off
    policy.types?.subtract(structural)
    policy.excludedTypes.formUnion(structural)
    return policy
  }

  private static let builtIn = Set(Catalogue.rules.map(\.name))

  /// Types that are guesses, or that models, functions and ids often carry for good reasons: a date in a model's name,
  /// a UUID as an id, the address of a schema.
  static let structural: Set<EntityType> = Set(
    [
      "NAME", "ORG", "LOCATION", "USERNAME", "SECRET", "PASSWORD", "UUID", "DATE", "AGE", "URL", "DOMAIN", "HOSTNAME",
      "SOCIAL_HANDLE", "ID_NUMBER", "AMOUNT", "PROJECT", "PLUS_CODE", "CLOUD_RESOURCE", "KUBERNETES_NAME",
    ].compactMap { EntityType($0) })
}
