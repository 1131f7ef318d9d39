import ArgumentParser
import Glibc
import VeilPolicyFile

@main
struct VeilCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "veil",
    abstract: "Takes personal and confidential data out of text, and puts it back.",
    discussion: """
      Findings are replaced by placeholders such as [NAME_1]; a vault keeps what they stand for.

        veil detect notes.txt
        veil pseudonymize notes.txt --vault notes.vault -o safe.txt
        veil restore answer.txt --vault notes.vault

      Exit codes: 0 done, 1 findings with `detect --check`, 2 wrong use or bad input.
      """,
    version: "0.1.0",
    subcommands: [
      DetectCommand.self, PseudonymizeCommand.self, RestoreCommand.self, ExplainCommand.self, TypesCommand.self,
      PolicyCommand.self,
    ])

  static func main() async {
    // A reader that has gone is told by the result of write(2).
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch let code as ExitCode {
      Glibc.exit(code.rawValue)
    } catch let error as SystemError where error.isBrokenPipe {
      Glibc.exit(0)
    } catch {
      end(error)
    }
  }

  private static func end(_ error: any Error) -> Never {
    // The parser's own: help, version and wrong use.
    if exitCode(for: error) == .success { exit(withError: error) }
    let isParsers = exitCode(for: error) == .validationFailure
    let isLocated = (error as? Failure)?.isLocated == true
    note(isParsers ? fullMessage(for: error) : isLocated ? "\(error)" : "veil: \(error)")
    Glibc.exit(2)
  }
}
