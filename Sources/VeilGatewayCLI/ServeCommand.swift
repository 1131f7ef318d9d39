import ArgumentParser
import FoundationEssentials
import VeilGateway

struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Runs the gateway; what is meant without a command.",
    discussion: """
      Options stand above the environment (VEIL_LISTEN_PORT, VEIL_LIMITS_BODY, ...), which stands above the file.

        veil-gateway serve --config veil.yaml --port 8443
      """)

  @OptionGroup var options: SettingsOptions

  func run() async throws {
    // Read again each time: the file and what it names may have changed.
    let options = options
    try await GatewayServer.run { try options.read().settings }
  }
}

/// Where the settings come from.
struct SettingsOptions: ParsableArguments {
  @Option(help: "Configuration (YAML); see `veil-gateway schema`.", completion: .file(extensions: ["yaml", "yml"]))
  var config: String?

  @Option(
    help: ArgumentHelp(
      "Provider of all models, with the version; its key in VEIL_UPSTREAM_KEY.", valueName: "url"))
  var upstream: String?

  @Option(help: "Port to listen on; 0 takes any that is free.")
  var port: String?

  @Option(help: "Address to listen on. All but this machine's own need callers with keys.")
  var host: String?

  @Option(help: ArgumentHelp("A ready policy or a file (YAML).", valueName: "name|file"))
  var policy: String?

  func read() throws(SettingsError) -> SettingsFile {
    let environment = ProcessInfo.processInfo.environment
    var overrides = SettingsOverride.environment(environment)
    if let policy { overrides.append(.option("--policy", "policy", policy)) }
    if let host { overrides.append(.option("--host", "listen.host", host)) }
    if let port { overrides.append(.option("--port", "listen.port", port)) }
    if let upstream {
      overrides.append(.upstream(upstream, hasKey: environment[SettingsOverride.upstreamKey] != nil))
    }
    return try SettingsFile(path: config, overrides: overrides)
  }
}
