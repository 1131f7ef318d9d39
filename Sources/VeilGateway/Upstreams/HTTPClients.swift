import AsyncHTTPClient
import NIOCore
import NIOSSL
import Synchronization

/// Clients with their pools of connections, by what they are configured with. They outlive a reload of the settings, so
/// that requests which are running keep their connections.
final class HTTPClients: Sendable {
  private struct Configuration: Hashable {
    var connect: Duration
    var idle: Duration
    var connections: Int
    var trustedCertificates: String?
  }

  private let clients = Mutex<[Configuration: HTTPClient]>([:])

  func client(for upstream: Settings.Upstream) -> HTTPClient {
    let configuration = Configuration(
      connect: upstream.connectTimeout, idle: upstream.idleTimeout, connections: upstream.connections,
      trustedCertificates: upstream.trustedCertificates)
    return clients.withLock { clients in
      if let client = clients[configuration] { return client }
      let client = Self.make(configuration)
      clients[configuration] = client
      return client
    }
  }

  func shutdown() async {
    let all = clients.withLock { clients in
      defer { clients = [:] }
      return Array(clients.values)
    }
    for client in all { try? await client.shutdown() }
  }

  private static func make(_ configuration: Configuration) -> HTTPClient {
    var tls = TLSConfiguration.makeClientConfiguration()
    if let file = configuration.trustedCertificates { tls.trustRoots = .file(file) }
    var settings = HTTPClient.Configuration(
      tlsConfiguration: tls,
      // A redirect would carry the request's text and the key to a place that nobody configured.
      redirectConfiguration: .disallow,
      timeout: .init(connect: TimeAmount(configuration.connect), read: TimeAmount(configuration.idle)),
      decompression: .disabled)
    settings.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = configuration.connections
    settings.connectionPool.retryConnectionEstablishment = false
    return HTTPClient(eventLoopGroupProvider: .singleton, configuration: settings)
  }
}
