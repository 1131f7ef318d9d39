import ArgumentParser
import Glibc
import VeilGateway

@main
struct VeilGatewayCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "veil-gateway",
    abstract: "Takes personal and confidential data out of requests to language models, and puts it back into answers.",
    discussion: """
      Speaks OpenAI's protocol on both sides. Without a provider a built-in model answers with what it was sent.

        veil-gateway
        VEIL_UPSTREAM_KEY=... veil-gateway --upstream https://api.example.com/v1
        veil-gateway --config veil.yaml

      Exit codes: 0 stopped, 1 cannot listen, 2 wrong use or bad configuration.
      """,
    version: "0.1.0",
    subcommands: [ServeCommand.self, CheckCommand.self, SchemaCommand.self, KeyCommand.self],
    defaultSubcommand: ServeCommand.self)

  static func main() async {
    // A client that has gone is told by the result of write(2).
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch let error as SettingsError {
      end("\(error)", 2)
    } catch {
      // The parser's own: help, version and wrong use.
      switch exitCode(for: error) {
      case .success: exit(withError: error)
      case .validationFailure: end(fullMessage(for: error), 2)
      default: end("veil-gateway: \(error)", 1)
      }
    }
  }

  private static func end(_ message: String, _ code: Int32) -> Never {
    note(message)
    Glibc.exit(code)
  }
}

/// Tells something on standard error.
func note(_ message: String) {
  let line = Array("\(message)\n".utf8)
  _ = line.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
}
