import ArgumentParser
import Cases

/// Each micro benchmark once, for a tool that counts instructions: `Benchmarks/check.py` runs it under callgrind.
struct CountCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "count",
    abstract: "Runs each micro benchmark that is not heavy, so that its instructions can be counted.",
    discussion: "Prints their names, in the order of their measured passes.")

  @Argument(help: "Micro benchmarks by name; all of them by default.") var names: [String] = []

  func run() throws {
    var found = 0
    for `case` in Case.all where !`case`.isHeavy && (names.isEmpty || names.contains(`case`.name)) {
      let body = try `case`.prepare()
      // What is only done at first is not what a running server does.
      found &+= try body()
      print(`case`.name)
      try measuredPass(body, &found)
    }
    // Something must depend on what was found, else it need not be looked for.
    if found == .min { print(found) }
  }
}

/// What callgrind counts, and nothing else: it knows this function by its name.
@inline(never)
private func measuredPass(_ body: () throws -> Int, _ found: inout Int) throws {
  found &+= try body()
}
