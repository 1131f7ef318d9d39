import ArgumentParser
import Glibc

/// What is read and how the work is done.
struct RunOptions: ParsableArguments {
  @Argument(help: "Files and folders; `-` or none means standard input.", completion: .file())
  var files: [String] = []

  @Flag(help: "Read JSON Lines: objects with the text in a field.")
  var jsonl = false

  @Option(help: ArgumentHelp("The field with the text, for --jsonl.", valueName: "name"))
  var field: String?

  @Option(
    name: [.customShort("j", allowingJoined: true), .long],
    help: "How many pieces are treated at once; results do not depend on it.")
  var jobs: Int?

  @Flag(name: .shortAndLong, help: "No progress bar and no summary.")
  var quiet = false

  mutating func validate() throws {
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs must be from 1 to 256") }
    if field != nil, !jsonl { throw ValidationError("--field needs --jsonl") }
    if files.count(where: { $0 == "-" }) > 1 { throw ValidationError("standard input can be read once") }
  }

  var fieldName: String { field ?? "text" }

  /// Leads all inputs through the treatment.
  ///
  /// - Returns: Whether each came to its end, and how much was read in how much time.
  func run<T: Treatment>(_ treatment: T, _ inputs: [InputPath]) async throws -> RunResult {
    if inputs.contains(where: { $0.path == "-" }), isatty(STDIN_FILENO) == 1, !quiet {
      note("veil: reading from the terminal; Ctrl-D ends the text")
    }
    let processors = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    var runner = Runner(treatment, jobs: jobs ?? min(8, processors), progress: Progress(inputs, isQuiet: quiet))
    return try await runner.run(inputs)
  }
}
