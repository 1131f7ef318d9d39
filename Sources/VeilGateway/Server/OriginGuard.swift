import HTTPTypes

/// Keeps pages of other sites from using a gateway that asks for no key: a browser sends what any page tells it to, also
/// to loopback.
struct OriginGuard: Sendable {
  /// Only names of this machine count as the gateway's own: whoever listens on loopback without keys must not answer to
  /// a name that somebody's DNS points there.
  let isLocal: Bool
  let allowedOrigins: Set<String>

  init(_ settings: Settings) {
    isLocal = settings.callers.isEmpty
    allowedOrigins = Set(settings.listen.allowedOrigins)
  }

  /// - Returns: the origin of another site's page that may use the gateway; nil for everything else that may.
  func check(_ request: HTTPRequest) throws(Refusal) -> String? {
    let host = request.authority ?? ""
    if isLocal, !Self.localNames.contains(Self.name(of: host)) {
      throw .forbidden("Without callers the gateway answers only to localhost", code: "host_not_allowed")
    }
    guard let origin = request.headerFields[.origin] else { return nil }
    let own = origin.split(separator: "/", omittingEmptySubsequences: true).dropFirst().first.map(String.init)
    if own == host { return nil }
    guard allowedOrigins.contains(origin) else {
      throw .forbidden("Pages of this origin may not use the gateway", code: "origin_not_allowed")
    }
    return origin
  }

  /// What tells a browser that the page may read the answer: https://fetch.spec.whatwg.org/#http-cors-protocol
  static func headers(for origin: String) -> [(name: String, value: String)] {
    [
      ("access-control-allow-origin", origin), ("vary", "origin"),
      ("access-control-expose-headers", "x-trace-id, x-request-id, retry-after, x-should-retry"),
    ]
  }

  /// The answer to what a browser asks before it sends a request with headers of its own.
  static func preflight(_ allowed: [String]) -> [(name: String, value: String)] {
    [
      ("access-control-allow-methods", allowed.joined(separator: ", ")), ("access-control-max-age", "600"),
      // Which headers are sent is for each request to be judged.
      ("access-control-allow-headers", "*, authorization"),
    ]
  }

  private static let localNames: Set<String> = ["localhost", "127.0.0.1", "[::1]"]

  /// Without the port.
  private static func name(of host: String) -> String {
    guard let colon = host.lastIndex(of: ":"), host[host.index(after: colon)...].utf8.allSatisfy({ 0x30...0x39 ~= $0 })
    else { return host.lowercased() }
    return host[..<colon].lowercased()
  }
}
