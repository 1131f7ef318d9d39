import Veil

extension Mapping {
  /// Reads the X-Pii-Mapping format: a JSON object of strings, `{"John Doe": "[NAME_1]"}` or the other way round.
  ///
  /// - Throws: ``MappingFileError``. Entries are named by their position, counted from 1.
  public init(json bytes: [UInt8]) throws(MappingFileError) {
    var pairs: [(String, String)] = []
    do {
      var scanner = JSONScanner(bytes)
      try scanner.object { (scanner, key) throws(JSONError) in
        let start = scanner.position
        guard scanner.next == UInt8(ascii: "\"") else {
          throw JSONError(offset: start, reason: "entry \(pairs.count + 1) is not a string")
        }
        let value = try scanner.string()
        guard let key = try key.text(in: bytes), let value = try value.text(in: bytes) else {
          throw JSONError(offset: start, reason: "entry \(pairs.count + 1) is not valid UTF-8")
        }
        pairs.append((key, value))
      }
      try scanner.finish()
    } catch {
      throw .json(error)
    }
    do {
      try self.init(pairs)
    } catch {
      throw .entry(error)
    }
  }
}

extension JSONString {
  /// Nil where it is not valid UTF-8.
  fileprivate func text(in bytes: [UInt8]) throws(JSONError) -> String? {
    hasEscapes
      ? String(validating: try decoded(from: bytes), as: UTF8.self)
      : String(validating: bytes[range], as: UTF8.self)
  }
}

/// Why a mapping was refused.
public enum MappingFileError: Error, Hashable, Sendable, CustomStringConvertible {
  case json(JSONError)
  case entry(VaultError)

  public var description: String {
    switch self {
    case .json(let error): error.description
    case .entry(let error): error.description
    }
  }
}
