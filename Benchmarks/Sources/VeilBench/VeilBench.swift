import ArgumentParser

@main
struct VeilBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "veil-bench",
    abstract: "Measures Veil through its public API, and makes the text to measure with.",
    subcommands: [
      WorkerCommand.self, CountCommand.self, CorporaCommand.self, MappingCommand.self, PlaceholdersCommand.self,
    ])
}
