/// Everything that is built in: what can be found and by which rules. People's names are
/// found by their surroundings and by lists of names, not by rules.
public enum Catalogue {
  /// The built-in rules. Their order means nothing.
  public static let rules: [Rule] =
    contact + network + payment + identity + dates + addresses + usernames + passwords + accounts + secrets

  static let rulesByName = Dictionary(uniqueKeysWithValues: rules.map { ($0.name, $0) })

  /// Every built-in type, in the order in which people expect them to be listed.
  public static let types: [TypeDescription] = [
    TypeDescription(
      .name, .pii, "Person's name", note: "names have no form to check; lists and surroundings decide",
      example: "John Doe"),
    TypeDescription(.email, .pii, "E-mail address", validator: .email, example: "jane.doe@example.com"),
    TypeDescription(.phone, .pii, "Telephone number", validator: .phone, example: "+1 415 555 0100"),
    TypeDescription(
      .address, .pii, "Postal address", note: "no register of streets is built in",
      example: "123 Main Street, Springfield, IL 62704"),
    TypeDescription(.dateOfBirth, .pii, "Date of birth", validator: .date, example: "born on 1 April 1980"),
    TypeDescription(.date, .pii, "Date or time stamp", validator: .date, example: "2024-01-15"),
    TypeDescription(
      .usSSN, .pii, "Social security number", country: "US", validator: .usSSN, example: "123-45-6789"),
    TypeDescription(
      .paymentCard, .pii, "Payment card number", validator: .paymentCard, example: "4111 1111 1111 1111"),
    TypeDescription(
      .iban, .pii, "International bank account number", validator: .iban, example: "DE89 3704 0044 0532 0130 00"),
    TypeDescription(.ipAddress, .pii, "IP address", validator: .ipAddress, example: "192.0.2.1"),
    TypeDescription(
      .macAddress, .pii, "Hardware address", validator: .macAddress, example: "00:00:5e:00:53:01"),
    TypeDescription(
      .uuid, .pii, "UUID", note: "the layout says all; versions and variants are not enforced in practice",
      example: "123e4567-e89b-12d3-a456-426614174000"),
    TypeDescription(
      .url, .oii, "URL", validator: .url, example: "https://example.com/users/42"),
    TypeDescription(
      .username, .pii, "User name behind a label", note: "any text can be a user name; the label decides",
      example: "username: jdoe42"),
    TypeDescription(
      .password, .pii, "Password behind a label", note: "any text can be a password; the label decides",
      example: "password: correct-horse-7"),
    TypeDescription(
      .secret, .oii, "Key, token or other secret", validator: .entropy, example: "AKIAIOSFODNN7EXAMPLE"),
  ]

  /// - Returns: nil for types that a policy has introduced.
  public static func description(of type: EntityType) -> TypeDescription? {
    byType[type]
  }

  private static let byType = Dictionary(uniqueKeysWithValues: types.map { ($0.type, $0) })
}

/// What a person wants to know of a type.
public struct TypeDescription: Sendable, Hashable {
  public var type: EntityType
  public var entityClass: EntityClass
  public var title: String
  /// ISO 3166 code of the country whose identifier it is, or nil.
  public var country: String?
  /// The check that at least the main rules of the type make.
  public var validator: Validator?
  /// Why there is no validator; nil when there is one.
  public var validatorNote: String?
  /// A text that holds a finding of the type. Never the data of a person.
  public var example: String

  init(
    _ type: EntityType, _ entityClass: EntityClass, _ title: String, country: String? = nil,
    validator: Validator? = nil, note: String? = nil, example: String
  ) {
    self.type = type
    self.entityClass = entityClass
    self.title = title
    self.country = country
    self.validator = validator
    validatorNote = note
    self.example = example
  }
}
