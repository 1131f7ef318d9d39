import ArgumentParser
import Glibc
import Veil

struct TypesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "types",
    abstract: "Lists every entity type, or those of a policy.",
    discussion: """
      By region and subject, with class (pii: personal, oii: organisational), country and check. With --policy it says \
      what the policy is for, what it looks for, from which score on, and what becomes of it.

        veil types
        veil types --oii
        veil types --policy hipaa
        veil types --policy policy.yaml --json
      """)

  @Flag(help: "Only personal data, unless --oii is given too.")
  var pii = false

  @Flag(help: "Only organisational data, unless --pii is given too.")
  var oii = false

  @Option(
    help: ArgumentHelp("Only what a ready policy or a policy file looks for.", valueName: "name|file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var policy: String?

  enum Form: String, EnumerableFlag {
    case markdown, json

    static func help(for value: Form) -> ArgumentHelp? {
      switch value {
      case .markdown: "As a page of documentation, with examples."
      case .json: "As a JSON object, with everything that is known of each type."
      }
    }
  }

  @Flag var form: Form?

  func run() throws {
    let named = try policy.map(NamedPolicy.init)
    try named?.check()
    let listing = TypeListing(named, classes: pii == oii ? [.pii, .oii] : pii ? [.pii] : [.oii])
    let lines =
      switch form {
      case .markdown: listing.markdown
      case .json: listing.json
      case nil: listing.table(width: terminalWidth())
      }
    let output = try Output(Output.standard)
    for line in lines { output.pending += "\(line)\n".utf8 }
    try output.commit()
  }
}

/// Characters in a line of the terminal that standard output is; nil when it is none.
private func terminalWidth() -> Int? {
  var size = winsize()
  guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 40 else {
    return nil
  }
  return Int(size.ws_col)
}
