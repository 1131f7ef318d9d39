/// What a finding is: `NAME`, `EMAIL`, `US_SSN`, …
///
/// A type is its name, so that policies, rules and mappings can introduce types of their own. The name is also the
/// first part of a placeholder (`[US_SSN_1]`); its grammar keeps type, number and suffix apart: groups of `A`–`Z` and
/// digits joined by `_`, each group starting with a letter, at most ``maximumLength`` bytes in all.
public struct EntityType: Hashable, Sendable, Comparable, CustomStringConvertible {
  public let name: String
  /// Tells nearly all names apart: types are compared far more often than they are alike.
  private let hash: UInt64

  /// Longest name in bytes.
  public static let maximumLength = 48

  /// - Returns: nil when the name breaks the grammar above.
  public init?(_ name: String) {
    guard Self.isValid(name.utf8) else { return nil }
    self.init(valid: name)
  }

  private init(valid name: String) {
    self.name = name
    hash = name.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  /// For names that are literals in this package and known to be valid.
  init(known name: StaticString) {
    self.init(valid: name.description)
    assert(Self.isValid(self.name.utf8))
  }

  public var description: String { name }

  public static func == (a: EntityType, b: EntityType) -> Bool { a.hash == b.hash && a.name == b.name }

  public func hash(into hasher: inout Hasher) { hasher.combine(hash) }

  public static func < (a: EntityType, b: EntityType) -> Bool {
    a.name.utf8.lexicographicallyPrecedes(b.name.utf8)
  }

  static func isValid(_ name: some Collection<UInt8>) -> Bool {
    guard !name.isEmpty, name.count <= maximumLength else { return false }
    var atGroupStart = true
    for byte in name {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): atGroupStart = false
      case UInt8(ascii: "0")...UInt8(ascii: "9"): if atGroupStart { return false }
      case UInt8(ascii: "_"):
        if atGroupStart { return false }
        atGroupStart = true
      default: return false
      }
    }
    return !atGroupStart
  }
}

/// Whether a type says something of a person or of an organisation. The two have switches of their own.
public enum EntityClass: String, Sendable, CaseIterable {
  /// Personally identifiable information.
  case pii
  /// Organisationally identifiable information.
  case oii
}

extension EntityType {
  public static let name = EntityType(known: "NAME")
  public static let organisation = EntityType(known: "ORG")
  /// A place by its name, such as a town, a region or a country. What a letter needs to arrive is ``address``.
  public static let location = EntityType(known: "LOCATION")
  public static let email = EntityType(known: "EMAIL")
  public static let phone = EntityType(known: "PHONE")
  public static let url = EntityType(known: "URL")
  public static let ipAddress = EntityType(known: "IP_ADDRESS")
  public static let macAddress = EntityType(known: "MAC_ADDRESS")
  public static let uuid = EntityType(known: "UUID")
  public static let paymentCard = EntityType(known: "PAYMENT_CARD")
  public static let iban = EntityType(known: "IBAN")
  public static let usSSN = EntityType(known: "US_SSN")
  public static let dateOfBirth = EntityType(known: "DATE_OF_BIRTH")
  public static let age = EntityType(known: "AGE")
  public static let date = EntityType(known: "DATE")
  public static let address = EntityType(known: "ADDRESS")
  public static let username = EntityType(known: "USERNAME")
  public static let password = EntityType(known: "PASSWORD")
  public static let secret = EntityType(known: "SECRET")
  /// A number behind the label of an identifier whose form it does not have.
  public static let idNumber = EntityType(known: "ID_NUMBER")
  /// Input text that itself looks like a placeholder and had to be escaped.
  public static let text = EntityType(known: "TEXT")
}
