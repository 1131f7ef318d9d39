import ArgumentParser
import Foundation
import Veil

/// One of the workers that the harness asks in turn, each on the same bytes: one pass for every line `go`.
struct WorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worker", abstract: "Does one task over a text for every line `go` on standard input.",
    discussion: """
      It loads the text, prepares, and prints a line of JSON. For each `go` it does the task once and prints another, with \
      the CPU and wall-clock seconds that this took. `quit` or the end of the input ends it.
      """)

  @OptionGroup var task: TaskOptions
  @Option(help: "The text; measured as it is, generated or not.") var file: String
  @Option(help: "Only so many bytes of the text, up to the last end of a line in them.") var bytes: Int?

  func run() throws {
    let input = try Input(file: file, limit: bytes)
    let start = Clock.processor
    let prepared = try task.prepare(input)
    say(
      """
      {"ready": true, "name": "veil", "version": "0.1.0", "task": "\(task.task.rawValue)", \
      "setup_s": \(Clock.processor - start), "bytes": \(prepared.bytes), "documents": \(prepared.documents), \
      "rules": \(prepared.rules), "peak_kb": \(peakResidentKiB)}
      """)
    while let line = readLine(), line != "quit" {
      guard line == "go" else { throw ValidationError("neither 'go' nor 'quit': \(line)") }
      let (wall, processor) = (Clock.wall, Clock.processor)
      let findings = try prepared.pass()
      let (seconds, wallSeconds) = (Clock.processor - processor, Clock.wall - wall)
      say(
        """
        {"seconds": \(seconds), "wall": \(wallSeconds), "findings": \(findings), "bytes": \(prepared.bytes), \
        "documents": \(prepared.documents), "peak_kb": \(peakResidentKiB)}
        """)
    }
  }

  private func say(_ line: String) {
    print(line)
    // Through a pipe it would wait for more.
    fflush(nil)
  }
}
