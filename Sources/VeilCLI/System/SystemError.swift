import Glibc

/// A system call that failed.
struct SystemError: Error, CustomStringConvertible {
  /// What could not be done, with the file's name.
  var what: String
  var code: Int32

  /// - Parameter what: For example `cannot read notes.txt`.
  init(_ what: String, code: Int32 = errno) {
    self.what = what
    self.code = code
  }

  /// Whoever read our output has gone: not an error, but no reason to go on.
  var isBrokenPipe: Bool { code == EPIPE }

  var description: String { "\(what): \(String(cString: strerror(code)))" }
}

/// Something that the user can put right; ends the command with exit code 2.
struct Failure: Error, CustomStringConvertible {
  var description: String
  /// Whether it begins with the file and the line, as editors like it; otherwise the program's name goes before it.
  var isLocated = false

  init(_ description: String, isLocated: Bool = false) {
    self.description = description
    self.isLocated = isLocated
  }
}

/// Repeats a system call that a signal interrupted.
func retrying<T: SignedInteger>(_ call: () -> T) -> T {
  while true {
    let result = call()
    if result != -1 || errno != EINTR { return result }
  }
}

/// Writes a line to standard error.
func note(_ message: String) {
  let line = Array((message + "\n").utf8)
  _ = retrying { write(STDERR_FILENO, line, line.count) }
}
