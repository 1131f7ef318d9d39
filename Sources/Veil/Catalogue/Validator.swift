/// A named check of a candidate's characters. The list is closed: a policy names one, it cannot bring its own code.
public enum Validator: String, Sendable, CaseIterable {
  /// Luhn's mod 10 over the digits and a known issuer range with its lengths (ISO/IEC 7812).
  case paymentCard = "payment-card"
  /// Length of the country and ISO 7064 MOD 97-10 (ISO 13616).
  case iban
  /// Ranges that the Social Security Administration issues: no 000, 666 or 9xx area, no 00 group, no 0000 serial.
  case usSSN = "us-ssn"
  /// A host after the scheme and the user's part: letters, digits, dots and hyphens, an address in brackets, or nothing
  /// but a path.
  case url
  /// A dotted quad or a textual IPv6 address (RFC 4291), optionally with zone and prefix length.
  case ipAddress = "ip-address"
  /// Six octets that are neither all zero nor all ones.
  case macAddress = "mac-address"
  /// Host with a plausible top-level domain, local part within RFC 5321's lengths.
  case email
  /// A day that exists in the calendar.
  case date
  /// Digits that can be a telephone number: 7 to 15, not one digit repeated, not a date or a plain sequence.
  case phone
  /// A first part that is a base64url-encoded JSON object with an `alg` (RFC 7519).
  case jwt
  /// Characters that do not read like a word or a template: a mix of classes, Shannon entropy above 3 bits.
  case entropy
  /// Luhn's mod 10 over the digits.
  case luhn
}
