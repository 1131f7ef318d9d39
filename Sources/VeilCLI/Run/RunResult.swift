import ArgumentParser
import Veil

/// What a run did.
struct RunResult {
  var inputs: Int
  /// Inputs that could not be treated to their end; each was named on standard error.
  var failures: Int
  var bytes: Int
  var duration: Duration

  /// The summary's last line: `17 findings in 3 inputs, 4.2 MB, 0.3 s, 14.0 MB/s`.
  func summary(_ what: String) -> String {
    let seconds = max(duration / .seconds(1), 1e-6)
    let tenths = Int((seconds * 10).rounded())
    let speed = "\(tenths / 10).\(tenths % 10) s, \(size(Int(Double(bytes) / seconds)))/s"
    return "\(what) in \(counted(inputs, "input")), \(size(bytes)), \(speed)"
  }

  /// Ends the command with 2 when an input failed.
  func check() throws {
    if failures > 0 { throw ExitCode(2) }
  }
}

/// A count for each type, most frequent first.
func rows(_ counts: [EntityType: Int]) -> [String] {
  let width = counts.keys.map { $0.name.utf8.count }.max() ?? 0
  return counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }.map {
    let number = String($0.value)
    return "\(padded($0.key.name, width)) \(String(repeating: " ", count: max(0, 8 - number.count)))\(number)"
  }
}
