import Synchronization
import Veil

/// What an input of ``checkPseudonymizing(_:)`` chooses by its first two bytes.
///
///     first byte    1 small blocks   2 invalid UTF-8 let through   4, 8 which brackets
///                   16 a mapping     32 a vault with a past
///     second byte   8 a vault that is soon full   16 lists and a rule of the user's   32 limits mask instead of refuse
struct Setting {
  let engine: Engine
  let mapping: Mapping?
  let seed: UInt8
  let hasSmallBlocks: Bool
  private let past: [Vault.Entry]
  private let limits: Vault.Limits

  init(_ input: FuzzInput) throws {
    let choice = input.choice
    seed = input.seed
    hasSmallBlocks = choice & 1 != 0
    engine = try Engines.shared.engine(choice & 0x0F | seed & 0x30)
    mapping = choice & 16 == 0 ? nil : try Mapping(Self.pairs)
    past = choice & 32 == 0 ? [] : Self.past
    limits = seed & 8 == 0 ? Vault.Limits() : Vault.Limits(entries: 12, bytes: 200)
  }

  func makeVault() throws(VaultError) -> Vault { try Vault(entries: past, mapping: mapping, limits: limits) }

  /// The vault as it comes back after it was saved.
  func reload(_ vault: Vault) throws(VaultError) -> Vault {
    try Vault(entries: vault.entries, mapping: mapping, limits: limits)
  }

  private static let pairs = [
    ("John Doe", "[NAME_1]"), ("Project Falcon", "PROJECT"), ("<PERSON_1>", "Jane Roe"), ("Acme", "{{ORG_3}}"),
    ("Élan Vital", "«ORG_12»"), ("Doe", "[NAME_1_FAMILY]"),
  ]

  private static let past = [
    Vault.Entry(placeholder: "[NAME_1]", original: Array("John Doe".utf8)),
    Vault.Entry(placeholder: "[EMAIL_1]", original: Array("jane.doe@example.com".utf8)),
    Vault.Entry(placeholder: "[NAME_1_GIVEN]", original: Array("John".utf8)),
    Vault.Entry(placeholder: "[NAME_3]", original: nil, isIssued: false),
    Vault.Entry(placeholder: "<PHONE_2>", original: Array("+1 212 555 0123".utf8)),
    Vault.Entry(placeholder: "[TEXT_1]", original: Array("[NAME_1]".utf8)),
    Vault.Entry(placeholder: "[PHONE]", original: nil, isIssued: false),
  ]
}

/// Engines by choice, made when first asked for, since compiling one takes as long as many inputs.
private final class Engines: Sendable {
  static let shared = Engines()
  private let engines = Mutex<[UInt8: Engine]>([:])

  func engine(_ choice: UInt8) throws -> Engine {
    try engines.withLock { engines in
      if let engine = engines[choice] { return engine }
      let engine = try Engine(Self.policy(choice))
      engines[choice] = engine
      return engine
    }
  }

  private static func policy(_ choice: UInt8) -> Policy {
    var policy = Policy.default
    if choice & 1 != 0 { policy.limits = Policy.Limits(window: 1024, block: 1024) }
    if choice & 2 != 0 { policy.invalidUTF8 = .opaque }
    policy.brackets = Policy.Brackets.allCases[Int(choice >> 2 & 3)]
    if choice & 16 != 0 {
      policy.allow = ["Maria Garcia", "192.0.2.17", "example"]
      policy.deny = [Policy.DenyEntry("blue heron", .address), Policy.DenyEntry("Roe", .name)]
      policy.rules.append(
        Rule("staff", .username, pattern: "[A-Z]{1,3}(?:-?[0-9]+)*-X", boundary: .none, score: 0.9))
    }
    if choice & 32 != 0 { policy.limitAction = .mask }
    return policy
  }
}
