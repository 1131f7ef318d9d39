/// Why a text could not be treated. Descriptions name the place, never the content.
public enum EngineError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The byte at this offset does not belong to valid UTF-8 and the policy rejects such text.
  case invalidUTF8(offset: Int)
  /// A match, depth or heap limit was hit by this rule for a candidate at this offset.
  case limitExceeded(rule: String, offset: Int)
  /// A candidate of this rule at this offset is longer than the policy's window.
  case windowExceeded(rule: String, offset: Int)
  /// The vault refused another entry.
  case vault(VaultError)

  public var description: String {
    switch self {
    case .invalidUTF8(let offset): "invalid UTF-8 at byte \(offset)"
    case .limitExceeded(let rule, let offset): "rule '\(rule)' hit its match limit at byte \(offset)"
    case .windowExceeded(let rule, let offset):
      "rule '\(rule)' matches more than the policy's window at byte \(offset)"
    case .vault(let error): error.description
    }
  }
}

/// Why a policy cannot be compiled. Names the part of the policy; patterns and words of it may be quoted by name only.
public struct PolicyError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Which part, for example `rules[3] 'employee-id'` or `limits.window`.
  public var place: String
  public var reason: String

  public init(place: String, reason: String) {
    self.place = place
    self.reason = reason
  }

  public var description: String { "\(place): \(reason)" }
}

/// Why a vault refused an entry or a saved form.
public enum VaultError: Error, Hashable, Sendable, CustomStringConvertible {
  case tooManyEntries(limit: Int)
  case tooManyBytes(limit: Int)
  /// An entry of a mapping or a saved vault, by its position counted from 1, and what is wrong with it.
  case invalidEntry(position: Int, reason: String)

  public var description: String {
    switch self {
    case .tooManyEntries(let limit): "the vault is full: \(limit) entries"
    case .tooManyBytes(let limit): "the vault is full: \(limit) bytes"
    case .invalidEntry(let position, let reason): "entry \(position): \(reason)"
    }
  }
}
