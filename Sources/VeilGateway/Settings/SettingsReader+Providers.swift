import VeilPolicyFile
import Yams

/// Upstreams and callers.
extension SettingsReader {
  mutating func readUpstreams(_ node: Node) {
    settings.upstreams = []
    for node in elements(node) {
      if let upstream = upstream(node, "upstreams[\(settings.upstreams.count)]") { settings.upstreams.append(upstream) }
    }
  }

  private mutating func upstream(_ node: Node, _ part: String) -> Settings.Upstream? {
    let keys = [
      "name", "url", "models", "rename", "key_env", "key_file", "headers", "forward_headers", "caller_keys", "timeouts",
      "retries", "connections", "trusted_certificates",
    ]
    let advice = "a key never stands in the configuration: name its variable with `key_env` or its file with `key_file`"
    guard
      let fields = fields(
        node, keys, of: "an upstream", required: ["name", "url"],
        refused: ["key": advice, "api_key": advice, "token": advice])
    else { return nil }
    note(part, node)
    var upstream = Settings.Upstream(name: "", url: nil)
    if let node = fields["name"] {
      upstream.name = name(node) ?? ""
      note("\(part).name", node)
    }
    // The model that is built in has to be asked for: a forgotten address is a mistake.
    if let node = fields["url"], node.scalar?.string != "echo" {
      upstream.url = url(node)
      note("\(part).url", node)
    }
    if let node = fields["models"] {
      upstream.models = list(node) { $0.string($1) }
      if node.sequence?.isEmpty == true { report(node, "an upstream without models is never asked") }
      note("\(part).models", node)
    }
    if let node = fields["rename"] {
      for (key, value) in pairs(node) {
        if let model = string(key), let provider = string(value) { upstream.renames[model] = provider }
      }
    }
    readKey(fields, into: &upstream)
    if let node = fields["headers"] { readHeaders(node, into: &upstream) }
    if let node = fields["forward_headers"] {
      let refused = ReservedHeaders.own.union(ReservedHeaders.never)
      upstream.forwardedHeaders = Set(list(node) { $0.headerName($1, except: refused)?.lowercased() })
    }
    if let node = fields["caller_keys"] { upstream.acceptsCallerKeys = flag(node) ?? false }
    if let node = fields["timeouts"] { readTimeouts(node, into: &upstream) }
    if let node = fields["retries"] { upstream.retries = integer(node, 0...10) ?? 0 }
    if let node = fields["connections"] { upstream.connections = integer(node, 1...65_536) ?? 1 }
    if let node = fields["trusted_certificates"] { upstream.trustedCertificates = string(node).map(resolve) }
    return upstream
  }

  private mutating func readKey(_ fields: [String: Node], into upstream: inout Settings.Upstream) {
    if let node = fields["key_env"] {
      // What is no variable's name may be the key itself.
      let isName = node.scalar?.string.wholeMatch(of: /[A-Za-z_][A-Za-z0-9_]{0,127}/) != nil
      if isName {
        upstream.key = string(node).map { .environment($0) }
      } else {
        report(node, "expected the name of a variable that has the key: letters, digits and '_'")
      }
    }
    if let node = fields["key_file"] {
      if fields["key_env"] != nil { report(node, "the key is read from `key_env` already") }
      upstream.key = string(node).map { .file(resolve($0)) }
    }
  }

  private mutating func readHeaders(_ node: Node, into upstream: inout Settings.Upstream) {
    for (key, value) in pairs(node) {
      guard let name = headerName(key, except: ReservedHeaders.never), let text = string(value) else { continue }
      if text.utf8.allSatisfy({ 0x20...0x7E ~= $0 }) {
        upstream.headers[name] = text
      } else {
        report(value, "expected visible ASCII characters")
      }
    }
  }

  private mutating func readTimeouts(_ node: Node, into upstream: inout Settings.Upstream) {
    guard let fields = fields(node, ["connect", "first_byte", "idle"], of: "timeouts") else { return }
    let range = Duration.milliseconds(10)...(.seconds(86_400))
    if let node = fields["connect"] { upstream.connectTimeout = duration(node, range) ?? .zero }
    if let node = fields["first_byte"] { upstream.firstByteTimeout = duration(node, range) ?? .zero }
    if let node = fields["idle"] { upstream.idleTimeout = duration(node, range) ?? .zero }
  }

  mutating func readCallers(_ node: Node) {
    settings.callers = []
    for node in elements(node) {
      if let caller = caller(node, "callers[\(settings.callers.count)]") { settings.callers.append(caller) }
    }
  }

  private mutating func caller(_ node: Node, _ part: String) -> Settings.Caller? {
    let advice = "only a key's SHA-256 stands here, as `key_sha256`; `veil-gateway key` makes both"
    guard
      let fields = fields(
        node, ["name", "key_sha256", "spaces", "requests_per_minute", "tokens_per_minute", "budget"], of: "a caller",
        required: ["name", "key_sha256"],
        refused: ["key": advice, "api_key": advice, "key_env": advice, "key_file": advice])
    else { return nil }
    var caller = Settings.Caller(name: "", keyHash: [])
    if let node = fields["name"] {
      caller.name = name(node) ?? ""
      note("\(part).name", node)
    }
    if let node = fields["key_sha256"] {
      caller.keyHash = hash(node) ?? []
      note("\(part).key_sha256", node)
    }
    if let node = fields["spaces"] { caller.spaces = Set(list(node) { $0.space($1) }) }
    if let node = fields["requests_per_minute"] { caller.requestsPerMinute = integer(node, 1...1_000_000_000) }
    if let node = fields["tokens_per_minute"] { caller.tokensPerMinute = integer(node, 1...1_000_000_000) }
    if let node = fields["budget"] { caller.budget = budget(node) }
    return caller
  }

  static let periods = Dictionary(uniqueKeysWithValues: Settings.Budget.Period.allCases.map { ($0.rawValue, $0) })

  private mutating func budget(_ node: Node) -> Settings.Budget? {
    guard let fields = fields(node, ["tokens", "per"], of: "a budget", required: ["tokens", "per"]) else { return nil }
    let tokens = fields["tokens"].flatMap { integer($0, 1...1_000_000_000_000) }
    let period = fields["per"].flatMap { choice($0, Self.periods) }
    guard let tokens, let period else { return nil }
    return Settings.Budget(tokens: tokens, period: period)
  }
}
