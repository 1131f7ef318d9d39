import Glibc

/// Where treated text goes: a stream such as standard output, or a file that appears whole or not at all.
///
/// A file is written beside its place under another name, synced and renamed by ``commit()``; without that it is
/// removed again.
final class Output {
  /// What waits to be written. Append to it, then call ``flushIfLarge()``.
  var pending: [UInt8] = []
  /// Called before anything becomes visible to others: text must not be without its way back.
  var beforeVisible: () throws -> Void = {}

  private let name: String
  private let descriptor: Int32
  /// Nil for a stream.
  private let path: String?
  private var temporary: TemporaryName?

  static let standard = "-"

  /// - Parameter path: A file to be made or replaced, a pipe or device to be written to, or `-`.
  init(_ path: String) throws {
    var status = stat()
    let exists = path != Self.standard && stat(path, &status) == 0
    if path == Self.standard || exists && status.st_mode & S_IFMT != S_IFREG {
      name = path == Self.standard ? "standard output" : path
      descriptor = path == Self.standard ? dup(STDOUT_FILENO) : retrying { open(path, O_WRONLY | O_CLOEXEC) }
      self.path = nil
      if descriptor < 0 { throw SystemError("cannot write \(name)") }
      return
    }
    name = path
    // Through a symbolic link: the file that it names is replaced, not the link.
    let target = exists ? resolved(path) : path
    self.path = target
    let temporary = TemporaryName(beside: target)
    descriptor = retrying { open(temporary.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666) }
    if descriptor < 0 { throw SystemError("cannot write \(name)") }
    if exists { fchmod(descriptor, status.st_mode & 0o777) }
    self.temporary = temporary
  }

  deinit {
    close(descriptor)
    temporary?.remove()
  }

  func flushIfLarge() throws {
    if pending.count >= 1 << 20 { try flush() }
  }

  /// Hands on all that waits.
  func flush() throws {
    if path == nil { try beforeVisible() }
    var start = 0
    while start < pending.count {
      let count = retrying {
        pending.withUnsafeBytes { write(descriptor, $0.baseAddress! + start, pending.count - start) }
      }
      if count < 0 { throw SystemError("cannot write \(name)") }
      start += count
    }
    pending.removeAll(keepingCapacity: true)
  }

  /// Ends the output. A file is in its place and on the disk afterwards.
  func commit() throws {
    try flush()
    guard let path, let temporary else { return }
    try beforeVisible()
    guard fsync(descriptor) == 0, rename(temporary.path, path) == 0 else { throw SystemError("cannot write \(name)") }
    temporary.forget()
    self.temporary = nil
    syncFolder(of: path)
  }
}

private func resolved(_ path: String) -> String {
  guard let pointer = realpath(path, nil) else { return path }
  defer { free(pointer) }
  return String(cString: pointer)
}

/// The path of the folder that holds `path`.
func folder(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// Makes a rename or a new file in the folder survive a crash. Some file systems cannot; that is no failure.
func syncFolder(of path: String) {
  let descriptor = open(folder(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  guard descriptor >= 0 else { return }
  fsync(descriptor)
  close(descriptor)
}
