import Glibc
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import ServiceLifecycle
import UnixSignals

/// The gateway as a process: listens, reloads on SIGHUP, ends on SIGTERM or SIGINT when running answers have ended.
public enum GatewayServer {
  /// Runs until it is told to stop.
  ///
  /// - Parameter load: reads the settings, now and at each SIGHUP. Settings that cannot be used leave those from before in
  ///   force; where to listen and how many connections to take is decided once.
  /// - Throws: what `load` throws the first time, ``SettingsError``, `PolicyError`, or that nothing can listen there.
  public static func run(_ load: @escaping @Sendable () throws -> Settings) async throws {
    let settings = try load()
    let shared = SharedState(settings)
    let current = CurrentGateway(try Gateway(settings, shared: shared))
    var connection = HTTP1Channel.Configuration(additionalChannelHandlers: [ExpectContinue(current), ClientWatch()])
    connection.idleTimeout = .minutes(5)
    let silent = Logger(label: "hummingbird") { _ in SwiftLogNoOpLogHandler() }
    let app = Application(
      responder: GatewayResponder(current: current, shared: shared),
      server: .http1(configuration: connection),
      configuration: ApplicationConfiguration(
        address: .hostname(settings.listen.host, port: settings.listen.port), backlog: 1024,
        availableConnectionsDelegate: MaximumAvailableConnections(settings.limits.connections, logger: silent)),
      onServerRunning: { channel in
        current.gateway.logger.note(.info, "listening", [.count("port", channel.localAddress?.port ?? 0)])
      },
      logger: silent)
    let reloading = Reloading(current: current, shared: shared, load: load)
    var services = ServiceGroupConfiguration(
      services: [.init(service: reloading), .init(service: app)], gracefulShutdownSignals: [.sigterm, .sigint],
      logger: silent)
    services.maximumGracefulShutdownDuration = settings.limits.shutdown
    let group = ServiceGroup(configuration: services)
    do {
      try await group.run()
    } catch let error as IOError {
      await shared.clients.shutdown()
      throw CannotListen(address: "\(settings.listen.host):\(settings.listen.port)", code: error.errnoCode)
    } catch {
      await shared.clients.shutdown()
      throw error
    }
    await shared.clients.shutdown()
    current.gateway.logger.note(.info, "stopped", [])
  }
}

/// Why nobody can connect.
private struct CannotListen: Error, CustomStringConvertible {
  let address: String
  let code: CInt

  var description: String { "cannot listen on \(address): \(String(cString: strerror(code)))" }
}

/// Takes the settings anew at each SIGHUP, and forgets conversations whose time is over.
private struct Reloading: Service {
  let current: CurrentGateway
  let shared: SharedState
  let load: @Sendable () throws -> Settings

  func run() async throws {
    await withTaskGroup(of: Void.self) { group in
      group.addTask {
        for await _ in await UnixSignalsSequence(trapping: .sighup).cancelOnGracefulShutdown() { reload() }
      }
      group.addTask {
        while (try? await Task.sleep(for: .seconds(60))) != nil { shared.conversations?.removeExpired() }
      }
      await group.next()
      shared.stop()
      group.cancelAll()
    }
  }

  private func reload() {
    do {
      let settings = try load()
      let gateway = try Gateway(settings, shared: shared)
      shared.update(settings)
      current.replace(with: gateway)
      gateway.logger.note(.info, "reloaded", [])
    } catch let error as SettingsError {
      current.gateway.logger.note(.error, "not reloaded", error.problems.map { .problem($0) })
    } catch {
      current.gateway.logger.note(.error, "not reloaded", [])
    }
  }
}
