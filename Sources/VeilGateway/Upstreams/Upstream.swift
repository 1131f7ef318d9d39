import AsyncHTTPClient
import NIOCore
import NIOHTTP1

/// A provider that requests are sent to.
struct Upstream: Sendable {
  let settings: Settings.Upstream
  /// Nil for the echo model.
  private let client: HTTPClient?
  private let key: String?
  private let patterns: [ModelPattern]

  /// - Parameter key: as it was read from where the settings say it is.
  init(_ settings: Settings.Upstream, key: String?, clients: HTTPClients) {
    self.settings = settings
    self.key = key
    client = settings.url == nil ? nil : clients.client(for: settings)
    patterns = settings.models.map(ModelPattern.init)
  }

  func serves(_ model: String) -> Bool { patterns.contains { $0.matches(model) } }

  /// Names of models that can be listed without asking the provider.
  var listedModels: [String] {
    settings.url == nil ? [EchoModel.name] : patterns.filter(\.isName).map(\.text)
  }

  /// Whether the provider has to be asked for the names of its models.
  var listsModelsItself: Bool { settings.url != nil && patterns.contains { !$0.isName } }

  /// Keys, to be taken out of what the provider says.
  func secrets(callersKey: String?) -> [[UInt8]] { [callersKey, key].compactMap { $0.map { Array($0.utf8) } } }

  struct Call: Sendable {
    /// Behind the base URL: `/chat/completions`.
    var path: String
    var method = HTTPMethod.POST
    var body: [UInt8] = []
    var isLegacy = false
    var isStream = false
    /// Headers of the caller's that the settings hand on, `traceparent`, and such.
    var headers: [(name: String, value: String)] = []
    /// Instead of the configured ones.
    var callersKey: String?
    var callersURL: String?
  }

  /// Sends a request, again where the settings say so, until the head of an answer is there. What has begun to come back
  /// is never asked for twice.
  /// - Throws: ``UpstreamError``, or `CancellationError`.
  func send(_ call: Call) async throws -> HTTPClientResponse {
    guard let client, let url = settings.url else {
      return EchoModel.answer(call.body, isLegacy: call.isLegacy, isStream: call.isStream)
    }
    let request = request(call, url: call.callersURL ?? url)
    var attempt = 0
    while true {
      let isLast = attempt == settings.retries
      do {
        let answer = try await client.execute(request, timeout: TimeAmount(settings.firstByteTimeout))
        guard !isLast, [502, 503, 504].contains(answer.status.code) else { return answer }
        guard let pause = Backoff.pause(attempt, retryAfter: answer.headers.first(name: "retry-after")) else {
          return answer
        }
        // The connection can be used again only when the answer has been read; a small one is.
        _ = try? await answer.body.collect(upTo: 64 << 10)
        try await Task.sleep(for: pause)
      } catch {
        try Task.checkCancellation()
        guard let failure = UpstreamError(error) else { throw CancellationError() }
        guard !isLast, failure == .unreachable, let pause = Backoff.pause(attempt, retryAfter: nil) else {
          throw failure
        }
        try await Task.sleep(for: pause)
      }
      attempt += 1
    }
  }

  private func request(_ call: Call, url: String) -> HTTPClientRequest {
    var request = HTTPClientRequest(url: url + call.path)
    request.method = call.method
    for (name, value) in call.headers { request.headers.add(name: name, value: value) }
    if call.callersURL == nil {
      for (name, value) in settings.headers.sorted(by: { $0.key < $1.key }) {
        request.headers.replaceOrAdd(name: name, value: value)
      }
    }
    request.headers.replaceOrAdd(name: "accept", value: call.isStream ? "text/event-stream" : "application/json")
    // What is compressed could not be restored while it streams.
    request.headers.replaceOrAdd(name: "accept-encoding", value: "identity")
    request.headers.replaceOrAdd(name: "user-agent", value: "veil-gateway")
    if let key = call.callersKey ?? (call.callersURL == nil ? key : nil) {
      request.headers.replaceOrAdd(name: "authorization", value: "Bearer \(key)")
    }
    if call.method == .POST {
      request.headers.replaceOrAdd(name: "content-type", value: "application/json")
      request.body = .bytes(ByteBuffer(bytes: call.body))
    }
    return request
  }
}

/// How long to wait before a request is sent again.
enum Backoff {
  static let longest = Duration.seconds(5)

  /// - Returns: nil when the provider asks for a longer pause than a caller should be kept waiting for.
  static func pause(_ attempt: Int, retryAfter: String?) -> Duration? {
    if let asked = retryAfter.flatMap({ Int($0) }) {
      return asked <= longest.components.seconds ? .seconds(max(asked, 0)) : nil
    }
    let base = min(250 << min(attempt, 4), 4_000)
    // Callers that failed together should not come back together.
    return .milliseconds(base + Int.random(in: 0...base / 4))
  }
}
