import CoreMetrics
import Synchronization
import Veil

/// Everything that the gateway counts and measures. Labels are words of this program, configured names, and types that
/// the policy knows: nothing that a request brings becomes one.
final class GatewayMetrics: Sendable {
  private let factory: any MetricsFactory
  private let types: Mutex<Set<EntityType>>
  private let masking: CoreMetrics.Timer
  private let restoring: CoreMetrics.Timer
  private let holdBack: Recorder
  private let restoredCount: Counter
  private let unknownCount: Counter
  private let streams: Meter

  private enum Name {
    static let requests = "veil_requests_total"
    static let findings = "veil_findings_total"
    static let placeholders = "veil_placeholders_total"
    static let added = "veil_added_seconds"
    static let holdBack = "veil_hold_back_bytes"
    static let firstByte = "veil_upstream_first_byte_seconds"
    static let upstream = "veil_upstream_seconds"
    static let streams = "veil_open_streams"
    static let refusals = "veil_refusals_total"
    static let tokens = "veil_tokens_total"
  }

  /// A registry that knows what these metrics mean.
  static func makeRegistry() -> PrometheusMetrics {
    PrometheusMetrics(
      help: [
        Name.requests: "Requests that were answered, by endpoint and status.",
        Name.findings: "Findings that were replaced, by type.",
        Name.placeholders: "Placeholders in answers: restored, or of a known type but never issued.",
        Name.added: "Time that a request waited for its texts to be masked, or for its answer to be restored.",
        Name.holdBack: "Most bytes of an answer that were held back at once.",
        Name.firstByte: "Time until an upstream began to answer.",
        Name.upstream: "Time until an upstream had answered.",
        Name.streams: "Streams that are open.",
        Name.refusals: "Requests that were refused, by reason.",
        Name.tokens: "Tokens as providers count them, or estimated where they do not.",
      ],
      buckets: [Name.holdBack: [0, 4, 8, 16, 32, 64, 128, 256, 1024]])
  }

  /// - Parameter types: those that may be told apart; see ``types(of:)``.
  init(_ factory: any MetricsFactory, types: Set<EntityType>) {
    self.factory = factory
    self.types = Mutex(types)
    masking = Timer(label: Name.added, dimensions: [("stage", "mask")], factory: factory)
    restoring = Timer(label: Name.added, dimensions: [("stage", "restore")], factory: factory)
    holdBack = Recorder(label: Name.holdBack, dimensions: [], aggregate: true, factory: factory)
    restoredCount = Counter(label: Name.placeholders, dimensions: [("outcome", "restored")], factory: factory)
    unknownCount = Counter(label: Name.placeholders, dimensions: [("outcome", "unknown")], factory: factory)
    streams = Meter(label: Name.streams, dimensions: [], factory: factory)
  }

  /// The types that a policy can find. A request's mapping may bring others, which could be anything.
  static func types(of policy: Policy) -> Set<EntityType> {
    Set(Catalogue.types.map(\.type) + policy.rules.map(\.type) + policy.deny.map(\.type))
  }

  func update(types: Set<EntityType>) { self.types.withLock { $0 = types } }

  func answered(_ endpoint: Endpoint, status: Int) {
    let code = 100...599 ~= status ? "\(status)" : "other"
    count(Name.requests, [("endpoint", endpoint.rawValue), ("code", code)])
  }

  func found(_ counts: [EntityType: Int]) {
    for (type, number) in told(counts) { count(Name.findings, [("type", type)], by: number) }
  }

  /// Counts by the names of types that the policy has. A caller's mapping may bring others, which can spell anything, so
  /// that they count as `other` wherever they would be seen.
  func told(_ counts: [EntityType: Int]) -> [String: Int] {
    let types = types.withLock { $0 }
    return Dictionary(counts.map { (types.contains($0.key) ? $0.key.description : "other", $0.value) }) { $0 + $1 }
  }

  func restored(_ restored: Int, unknown: Int) {
    restoredCount.increment(by: restored)
    unknownCount.increment(by: unknown)
  }

  /// How long a request waited for its texts to be masked.
  func masked(in duration: Duration) { masking.recordSeconds(duration.inSeconds) }

  /// How long an answer waited, all in all, to be restored.
  func restored(in duration: Duration) { restoring.recordSeconds(duration.inSeconds) }

  /// The most that an answer was held back.
  func heldBack(bytes: Int) { holdBack.record(bytes) }

  /// - Parameter name: of the upstream, as configured.
  func upstream(_ name: String, firstByte duration: Duration) {
    Timer(label: Name.firstByte, dimensions: [("upstream", name)], factory: factory).recordSeconds(duration.inSeconds)
  }

  /// - Parameter name: of the upstream, as configured.
  func upstream(_ name: String, whole duration: Duration) {
    Timer(label: Name.upstream, dimensions: [("upstream", name)], factory: factory).recordSeconds(duration.inSeconds)
  }

  func streamOpened() { streams.increment() }
  func streamClosed() { streams.decrement() }

  func refused(_ reason: RefusalReason) { count(Name.refusals, [("reason", reason.rawValue)]) }

  func tokens(_ direction: TokenDirection, _ number: Int) {
    count(Name.tokens, [("direction", direction.rawValue)], by: number)
  }

  private func count(_ name: String, _ labels: [(String, String)], by amount: Int = 1) {
    Counter(label: name, dimensions: labels, factory: factory).increment(by: amount)
  }
}

/// What a request asked for, as metrics and logs say it.
enum Endpoint: String, CaseIterable, Sendable {
  case chat, completions, models, detect, pseudonymize, restore, health, metrics, pages, other
}

/// Why a request was not answered, as metrics and logs say it.
enum RefusalReason: String, CaseIterable, Sendable {
  /// Body or headers are not what they should be.
  case invalid
  case notFound = "not_found"
  case method
  case tooLarge = "too_large"
  case mediaType = "media_type"
  /// A page of another site, or another host's name.
  case origin
  /// No key, or a wrong one.
  case key
  case space
  /// Requests per minute.
  case requests
  /// Tokens per minute.
  case tokens
  case budget
  /// No upstream has the model.
  case model
  case attachment
  /// The engine refused: a limit, or a full vault.
  case detection
  case conversation
  case overloaded
  case upstream
  case timeout
  /// What nobody foresaw.
  case failure
}

enum TokenDirection: String, Sendable { case input, output }
