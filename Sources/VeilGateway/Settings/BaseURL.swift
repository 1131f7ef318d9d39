/// Where a provider is reached: scheme, host, port and the path that all of its endpoints begin with.
///
/// Whatever two readers of URLs might understand differently is refused, so that what was compared is what is called.
struct BaseURL: Hashable, Sendable {
  let scheme: String
  /// In lower case; an IPv6 address with its brackets.
  let host: String
  let port: Int
  /// Without a slash at the end; empty for the root.
  let path: String

  struct Failure: Error {
    let message: String
  }

  init(_ text: String) throws(Failure) {
    guard text.utf8.allSatisfy({ 0x21...0x7E ~= $0 }), let schemeEnd = text.firstRange(of: "://") else {
      throw Failure(message: "expected a URL like https://api.example.com/v1")
    }
    scheme = text[..<schemeEnd.lowerBound].lowercased()
    guard scheme == "https" || scheme == "http" else { throw Failure(message: "expected https:// or http://") }
    if text.contains("?") || text.contains("#") {
      throw Failure(message: "a base URL has no query and no fragment")
    }
    let rest = text[schemeEnd.upperBound...]
    let authority = rest.prefix { $0 != "/" }
    if authority.contains("@") { throw Failure(message: "a base URL has no user and no password") }
    guard let match = authority.wholeMatch(of: /([A-Za-z0-9._-]{1,253}|\[[0-9A-Fa-f:.]{2,45}\])(?::([0-9]{1,5}))?/)
    else { throw Failure(message: "expected a host, perhaps with a port") }
    host = match.1.lowercased()
    port = match.2.flatMap { Int($0) } ?? (scheme == "https" ? 443 : 80)
    guard 1...65535 ~= port else { throw Failure(message: "expected a port from 1 to 65535") }
    var path = rest[authority.endIndex...]
    while path.last == "/" { path.removeLast() }
    let isPlain = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst().allSatisfy {
      $0 != "." && $0 != ".." && $0.wholeMatch(of: /[A-Za-z0-9._~!$&'()*+,;=:@-]+/) != nil
    }
    guard isPlain else { throw Failure(message: "expected a path of plain segments, without '..', '//' and '%'") }
    self.path = String(path)
  }

  /// As it is written, in its shortest form.
  var text: String {
    let isUsual = port == (scheme == "https" ? 443 : 80)
    return "\(scheme)://\(host)\(isUsual ? "" : ":\(port)")\(path)"
  }

  /// Whether the other is this one or lies below it.
  func contains(_ other: BaseURL) -> Bool {
    scheme == other.scheme && host == other.host && port == other.port
      && (other.path == path || other.path.hasPrefix(path + "/"))
  }
}
