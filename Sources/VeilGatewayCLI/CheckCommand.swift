import ArgumentParser
import VeilGateway

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Says whether a configuration is valid, line by line.",
    discussion: """
      Every problem is named with its line and column, as `file:line:column: message`; the exit code is 2 then. What \
      is valid but has no effect is told on standard error.

        veil-gateway check --config veil.yaml
      """)

  @OptionGroup var options: SettingsOptions

  func run() throws {
    let file = try options.read()
    for remark in file.remarks { note("\(remark)") }
    let settings = file.settings
    print(
      "\(options.config ?? "configuration"): valid; \(settings.upstreams.count) upstreams, "
        + "\(settings.callers.count) callers, \(settings.policy.rules.count) rules")
  }
}

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Prints a JSON Schema of configurations.",
    discussion: """
      For editors that complete and check YAML.

        veil-gateway schema > veil-gateway.schema.json
      """)

  func run() throws { print(SettingsFile.schema, terminator: "") }
}
