import Foundation
import Logging
import Synchronization
import Veil

/// What one version of the settings is compiled to. A request holds the one that it began with until it ends.
final class Gateway: Sendable {
  let settings: Settings
  let engines: EngineSet
  let upstreams: Upstreams
  let origins: OriginGuard
  let logger: Logger

  /// - Throws: ``SettingsError`` where a key cannot be read or the policy cannot be compiled.
  init(_ settings: Settings, shared: SharedState) throws {
    self.settings = settings
    engines = try EngineSet(settings)
    upstreams = try Upstreams(settings, clients: shared.clients) { try $0.value(ProcessInfo.processInfo.environment) }
    origins = OriginGuard(settings)
    logger = Logger(label: "veil-gateway") {
      JSONLogHandler(label: $0, level: Logger.Level(settings.log.level))
    }
  }
}

/// What outlives a reload of the settings.
final class SharedState: Sendable {
  let clients = HTTPClients()
  let running = Running()
  let callers: CallerBook
  let registry: PrometheusMetrics
  let metrics: GatewayMetrics
  private let stopping = Atomic(false)
  /// Nil as long as no settings have asked for conversations.
  private let store: Mutex<ConversationStore?>

  init(_ settings: Settings) {
    registry = GatewayMetrics.makeRegistry()
    metrics = GatewayMetrics(registry, types: GatewayMetrics.types(of: settings.policy))
    callers = CallerBook(settings.callers)
    store = Mutex(settings.conversations.map { ConversationStore($0) })
  }

  /// Whether running answers are only brought to their end.
  var isStopping: Bool { stopping.load(ordering: .relaxed) }

  func stop() { stopping.store(true, ordering: .relaxed) }

  var conversations: ConversationStore? { store.withLock { $0 } }

  /// Takes over new settings; what is counted and remembered stays.
  func update(_ settings: Settings) {
    callers.update(settings.callers)
    metrics.update(types: GatewayMetrics.types(of: settings.policy))
    store.withLock { store in
      guard let conversations = settings.conversations else { return store = nil }
      if let store { store.update(conversations) } else { store = ConversationStore(conversations) }
    }
  }
}

/// The gateway that new requests get.
final class CurrentGateway: Sendable {
  private let current: Mutex<Gateway>

  init(_ gateway: Gateway) { current = Mutex(gateway) }

  var gateway: Gateway { current.withLock { $0 } }

  func replace(with gateway: Gateway) { current.withLock { $0 = gateway } }
}
