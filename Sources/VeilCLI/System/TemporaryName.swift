import Glibc

/// Name of a file that is not finished. It is removed when the process is interrupted.
///
/// There is at most one at a time: outputs are finished one after another.
struct TemporaryName {
  let path: String

  init(beside target: String) {
    let last = target.split(separator: "/").last ?? "output"
    // By chance, because processes of different containers may share a folder and have the same number.
    path = "\(folder(of: target))/.\(last.prefix(60)).veil-\(String(UInt64.random(in: 0 ... .max), radix: 36))"
    free(current)
    current = strdup(path)
  }

  /// The file is finished.
  func forget() {
    free(current)
    current = nil
  }

  func remove() {
    unlink(path)
    forget()
  }

  /// Removes the unfinished file when a signal ends the process, which then ends as it would have.
  static func removeWhenInterrupted() {
    for number in [SIGINT, SIGTERM, SIGHUP] where !isIgnored(number) {
      signal(number) { number in
        if let current { unlink(current) }
        signal(number, SIG_DFL)
        raise(number)
      }
    }
  }
}

/// Read by the signal handler, which may do nothing but system calls; hence a C string. Only the one task that writes
/// outputs sets it.
nonisolated(unsafe) private var current: UnsafeMutablePointer<CChar>?

/// Whether whoever started the process wants the signal to do nothing, as `nohup` does.
private func isIgnored(_ number: Int32) -> Bool {
  var action = sigaction()
  sigaction(number, nil, &action)
  return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
}
