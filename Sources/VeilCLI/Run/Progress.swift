import Glibc

/// A line on standard error that says how far the work is, when that is a terminal and the work takes long.
struct Progress {
  private let total: Int?
  private let isShown: Bool
  private let start = ContinuousClock.now
  /// Bytes read.
  private(set) var done = 0
  private var drawn: ContinuousClock.Instant?

  /// - Parameter inputs: Their sizes make the total, unless one of them has none.
  init(_ inputs: [InputPath], isQuiet: Bool) {
    isShown = !isQuiet && isatty(STDERR_FILENO) == 1
    var sum: Int? = 0
    for input in inputs where isShown {
      var status = stat()
      let isFile = input.path != "-" && stat(input.path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
      sum = isFile ? sum.map { $0 + Int(status.st_size) } : nil
    }
    total = sum
  }

  mutating func add(_ count: Int) {
    done += count
    guard isShown else { return }
    let now = ContinuousClock.now
    // Short work is over before a bar is of use, and drawing costs.
    guard now - start > .seconds(1), drawn.map({ now - $0 > .milliseconds(100) }) ?? true else { return }
    drawn = now
    let line = Array("\r\(text(after: now - start))\u{1B}[K".utf8)
    _ = write(STDERR_FILENO, line, line.count)
  }

  /// Takes the bar away, so that something else can be written.
  mutating func clear() {
    guard drawn != nil else { return }
    _ = write(STDERR_FILENO, "\r\u{1B}[K", 4)
    drawn = nil
  }

  private func text(after elapsed: Duration) -> String {
    let seconds = elapsed / .seconds(1)
    let rate = Double(done) / seconds
    let speed = "\(size(done))  \(size(Int(rate)))/s"
    guard let total, total > 0 else { return speed }
    let share = min(1, Double(done) / Double(total))
    let filled = Int(share * 24)
    let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: 24 - filled)
    let left = Int(Double(max(0, total - done)) / max(rate, 1))
    let clock = "\(left / 60):\(left % 60 < 10 ? "0" : "")\(left % 60)"
    return "[\(bar)] \(Int(share * 100)) %  \(speed)  \(clock) left"
  }
}
