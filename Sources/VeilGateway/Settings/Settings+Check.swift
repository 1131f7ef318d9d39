extension Settings {
  /// A part that does not go with the others, and why.
  struct Contradiction: Hashable {
    /// As in `upstreams[1].name`.
    var part: String
    var message: String
  }

  /// Refuses settings that contradict themselves or would open the gateway to everybody.
  public func check() throws(SettingsError) {
    let found = contradictions
    if found.isEmpty { return }
    throw SettingsError(found.map { .init(source: $0.part, position: nil, message: $0.message) })
  }

  var contradictions: [Contradiction] {
    var found: [Contradiction] = []
    if callers.isEmpty, !listen.isLoopback {
      found.append(
        .init(
          part: "listen.host",
          message: "without `callers` only this machine may be listened to: 127.0.0.1, ::1 or localhost"))
    }
    found += repeated(upstreams.map(\.name), "upstreams", "name", "another upstream has this name")
    for (index, upstream) in upstreams.enumerated() {
      if let url = upstream.url, (try? BaseURL(url)) == nil {
        found.append(.init(part: "upstreams[\(index)].url", message: "expected a URL like https://api.example.com/v1"))
      }
    }
    found += repeated(callers.map(\.name), "callers", "name", "another caller has this name")
    found += repeated(callers.map(\.keyHash), "callers", "key_sha256", "another caller has this key")
    for (index, caller) in callers.enumerated() where caller.keyHash.count != 32 {
      found.append(.init(part: "callers[\(index)].key_sha256", message: "expected 32 bytes"))
    }
    return found
  }

  private func repeated<T: Hashable>(
    _ values: [T], _ list: String, _ key: String, _ message: String
  ) -> [Contradiction] {
    var seen: Set<T> = []
    return values.enumerated().compactMap { index, value in
      seen.insert(value).inserted ? nil : .init(part: "\(list)[\(index)].\(key)", message: message)
    }
  }

  /// What is valid and has no effect, or hardly the one that was meant.
  var unusedParts: [Contradiction] {
    var found: [Contradiction] = []
    var seen: Set<String> = []
    for (index, upstream) in upstreams.enumerated() {
      if seen.contains("*") || seen.isSuperset(of: upstream.models) {
        found.append(.init(part: "upstreams[\(index)]", message: "never asked: those before take all of its models"))
      }
      seen.formUnion(upstream.models)
      if let url = try? upstream.url.map(BaseURL.init), url.scheme == "http", upstream.key != nil, !isLoopback(url.host)
      {
        found.append(.init(part: "upstreams[\(index)].url", message: "the key is sent over http, readable on the way"))
      }
    }
    return found
  }
}

extension Settings.Listen {
  /// Whether only this machine is listened to.
  var isLoopback: Bool { VeilGateway.isLoopback(host) }
}

private func isLoopback(_ host: String) -> Bool {
  // A name may mean anything, except this one.
  ["localhost", "::1", "[::1]"].contains(host.lowercased())
    || host.wholeMatch(of: /127\.[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}/) != nil
}
