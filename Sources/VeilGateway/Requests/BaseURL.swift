/// The base URL of a provider, as far as it must be understood to be compared.
struct BaseURL: Sendable, Hashable, CustomStringConvertible {
  let scheme: String
  /// In lower case.
  let host: String
  let port: Int
  /// Without a slash at the end.
  let path: String

  /// - Returns: nil for what is no plain `http` or `https` URL: with a user, a query, a fragment, escapes or dots as
  ///   steps of the path, which could lead out of what is allowed.
  init?(_ text: String) {
    let lower = text.lowercased()
    guard let scheme = ["https", "http"].first(where: { lower.hasPrefix($0 + "://") }) else { return nil }
    let rest = text.utf8.dropFirst(scheme.utf8.count + 3)
    let slash = rest.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
    guard let authority = String(rest[..<slash])?.lowercased(), var path = String(rest[slash...]) else { return nil }
    while path.hasSuffix("/") { path.removeLast() }
    guard path.utf8.allSatisfy({ Self.isPlain($0) || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ":") }),
      !path.split(separator: "/", omittingEmptySubsequences: false).dropFirst().contains(where: {
        $0.isEmpty || $0 == "." || $0 == ".."
      })
    else { return nil }
    var host = Substring(authority)
    var port = scheme == "https" ? 443 : 80
    if let colon = authority.lastIndex(of: ":"), !authority.hasSuffix("]") {
      guard let number = Int(authority[authority.index(after: colon)...]), (1...65535).contains(number) else {
        return nil
      }
      port = number
      host = authority[..<colon]
    }
    let isAddress = host.hasPrefix("[") && host.hasSuffix("]")
    let inner = isAddress ? host.dropFirst().dropLast() : host
    guard !inner.isEmpty, inner.utf8.allSatisfy({ Self.isPlain($0) || isAddress && $0 == UInt8(ascii: ":") }) else {
      return nil
    }
    self.scheme = scheme
    self.host = String(host)
    self.port = port
    self.path = path
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: "_")
  }

  /// Whether it is `other` or lies below it.
  func lies(below other: BaseURL) -> Bool {
    scheme == other.scheme && host == other.host && port == other.port
      && (path == other.path || path.hasPrefix(other.path + "/"))
  }

  var description: String {
    let isDefault = port == (scheme == "https" ? 443 : 80)
    return "\(scheme)://\(host)\(isDefault ? "" : ":\(port)")\(path)"
  }
}
