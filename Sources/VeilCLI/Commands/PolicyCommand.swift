import ArgumentParser
import VeilPolicyFile

struct PolicyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy", abstract: "Works on policy files.", subcommands: [PolicyCheckCommand.self])
}

struct PolicyCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Says whether a policy is valid, line by line.",
    discussion: """
      Every problem is named with its line and column, as `file:line:column: message`; the exit code is 2 then.

        veil policy check policy.yaml
      """)

  @Argument(help: "Policy file (YAML).", completion: .file(extensions: ["yaml", "yml"]))
  var file: String

  func run() throws {
    let policyFile = try readPolicy(file)
    do { try policyFile.check() } catch { throw located(error, in: file) }
    let policy = policyFile.policy
    print(
      "\(file): valid; \(policy.rules.count) rules, \(policy.allow.count) words allowed, \(policy.deny.count) denied")
  }
}
