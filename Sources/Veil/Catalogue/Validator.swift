/// A named check of a candidate's characters. The list is closed: a policy names one, it cannot bring its own code.
///
/// Each stands as a row beside its code, in the files `Checks+….swift`, with the source of its scheme.
public struct Validator: Sendable, Hashable, RawRepresentable, CaseIterable {
  /// The name that data files and policies use: `nl-bsn`.
  public let rawValue: String
  /// What is checked, and who says so.
  public let scheme: String
  private let check: @Sendable (Span<UInt8>) -> Bool

  /// - Parameter check: reads the bytes found, separators among them; must neither trap nor allocate, whatever they are.
  init(_ name: String, _ scheme: String, _ check: @escaping @Sendable (Span<UInt8>) -> Bool) {
    rawValue = name
    self.scheme = scheme
    self.check = check
  }

  /// - Returns: nil when no check has this name.
  public init?(rawValue: String) {
    guard let known = Self.byName[rawValue] else { return nil }
    self = known
  }

  /// Whether the bytes pass, as folded text has them.
  public func accepts(_ text: Span<UInt8>) -> Bool { check(text) }

  public static func == (a: Validator, b: Validator) -> Bool { a.rawValue == b.rawValue }
  public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }

  public static let allCases: [Validator] =
    general + asiaPacific + benelux + credentials + crypto + dach + devices + eastAsia + easternEurope + eurasia + italy
    + oceania + latinAmerica + middleEastAfrica + nordicsBaltics + northAmerica + organisations + payment
    + southernEurope + spain
    + travel + ukIreland

  private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })
}

extension Validator {
  static let paymentCard = Validator(
    "payment-card", "Luhn's mod 10 and a known issuer range with its lengths (ISO/IEC 7812)", isPaymentCard)
  static let iban = Validator("iban", "Length of the country and ISO 7064 MOD 97-10 (ISO 13616)", isIBAN)
  static let url = Validator(
    "url", "An authority whose host has a letter or digit, or an absolute path (RFC 3986)", isURL)
  static let ipAddress = Validator("ip-address", "A dotted quad or a textual IPv6 address (RFC 4291)", isIPAddress)
  static let macAddress = Validator("mac-address", "Six octets, neither all zero nor all ones (IEEE 802)", isMACAddress)
  static let email = Validator("email", "Lengths of RFC 5321 and a plausible top-level domain", isEmail)
  static let date = Validator("date", "A day that exists in the calendar", isDate)
  static let phone = Validator(
    "phone", "A number of some country's plan (ITU-T E.164), in its usual groups where no country code says so", isPhone
  )
  static let phoneDigits = Validator("phone-digits", "7 to 15 digits, not one repeated (ITU-T E.164)", isPhoneDigits)
  static let jwt = Validator("jwt", "A first part that is base64url of a JSON object with an `alg` (RFC 7519)", isJWT)
  static let entropy = Validator(
    "entropy", "A mix of classes of characters and Shannon entropy above 3 bits", isRandom)

  private static let general = [
    paymentCard, iban, url, ipAddress, macAddress, email, date, phone, phoneDigits, jwt, entropy,
    Validator(
      "us-ssn", "Ranges that are issued: no area 000, 666 or 9xx, no group 00, no serial 0000 (SSA)", isSSN),
    Validator("luhn", "Luhn's mod 10 over the digits (ISO/IEC 7812-1 annex B)", luhn),
    Validator("verhoeff", "Verhoeff's check over the digits, in the dihedral group of order ten", verhoeff),
  ]
}
