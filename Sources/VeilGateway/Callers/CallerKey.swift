import Crypto

/// Keys of callers. Only their SHA-256 is kept; that suffices because they are random and long.
public enum CallerKey {
  /// Least characters of a key that somebody else made up.
  public static let minimumLength = 20

  /// A new key: 256 random bits.
  public static func make() -> String {
    var generator = SystemRandomNumberGenerator()
    return "veil-" + hexadecimal((0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
  }

  public static func hash(_ key: String) -> [UInt8] { Array(SHA256.hash(data: Array(key.utf8))) }

  /// The line of the configuration.
  public static func settingsLine(for key: String) -> String { "key_sha256: \(hexadecimal(hash(key)))" }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
