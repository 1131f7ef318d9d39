import ArgumentParser
import Veil
import VeilPolicyFile

struct PolicyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy", abstract: "Works on policies.",
    subcommands: [
      PolicyListCommand.self, PolicyShowCommand.self, PolicyCheckCommand.self, PolicySchemaCommand.self,
      PolicyLearnCommand.self,
    ])
}

struct PolicyListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Lists the policies that are ready by name.",
    discussion: """
      Each can be given to --policy, and be what a policy file `extends`.

        veil policy list
      """)

  func run() throws {
    let output = try Output(Output.standard)
    let width = ReadyPolicy.allCases.map(\.name.count).max() ?? 0
    for ready in ReadyPolicy.allCases {
      output.pending += "\(padded(ready.name, width))  \(ready.title)\n".utf8
      for line in wrapped(ready.sentence, width: 100) {
        output.pending += "\(padded("", width))    \(line)\n".utf8
      }
    }
    try output.commit()
  }
}

struct PolicyShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Prints a policy as a file that stands by itself.",
    discussion: """
      What a file extends is put in its place. See `veil types --policy` for the same in words.

        veil policy show gdpr
        veil policy show policy.yaml
      """)

  @Argument(
    help: ArgumentHelp("A ready policy or a file.", valueName: "name|file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var policy: String

  func run() throws {
    let named = try NamedPolicy(policy)
    try named.check()
    let output = try Output(Output.standard)
    output.pending += "# \(named.ready.map { "\($0.name): \($0.title)" } ?? named.name)\n".utf8
    if let ready = named.ready {
      for line in wrapped(ready.sentence, width: 100) { output.pending += "# \(line)\n".utf8 }
    }
    output.pending += PolicyFile.yaml(named.policy).utf8
    try output.commit()
  }
}

struct PolicyCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Says whether a policy is valid, line by line.",
    discussion: """
      Every problem is named with its line and column, as `file:line:column: message`; the exit code is 2 then. What \
      is valid but does nothing is told on standard error.

        veil policy check policy.yaml
      """)

  @Argument(help: "Policy file (YAML).", completion: .file(extensions: ["yaml", "yml"]))
  var file: String

  func run() throws {
    let named = try NamedPolicy(file)
    try named.check()
    for remark in named.file?.remarks ?? [] { note(remark.description(in: file)) }
    let policy = named.policy
    print(
      "\(file): valid; \(policy.rules.count) rules, \(policy.allow.count) words allowed, \(policy.deny.count) denied")
  }
}

struct PolicySchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Prints a JSON Schema of policy files.",
    discussion: """
      For editors that complete and check YAML.

        veil policy schema > veil-policy.schema.json
      """)

  func run() throws {
    let output = try Output(Output.standard)
    output.pending += PolicyFile.schema.utf8
    try output.commit()
  }
}
