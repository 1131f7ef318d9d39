import Glibc

/// A file or standard input, open for reading from start to end.
final class Input {
  /// As messages name it.
  let name: String
  /// Bytes, where that is known beforehand.
  let size: Int?
  private let descriptor: Int32

  /// - Parameter path: `-` is standard input.
  init(_ path: String) throws(SystemError) {
    name = path == "-" ? "standard input" : path
    descriptor = path == "-" ? dup(STDIN_FILENO) : retrying { open(path, O_RDONLY | O_CLOEXEC) }
    if descriptor < 0 { throw SystemError("cannot open \(name)") }
    var status = stat()
    let isFile = fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    size = isFile ? Int(status.st_size) : nil
    posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL)
  }

  deinit { close(descriptor) }

  /// Waits for bytes and puts them at the start of `buffer`.
  ///
  /// - Returns: How many; 0 at the end.
  func read(into buffer: inout [UInt8]) throws(SystemError) -> Int {
    let count = retrying { buffer.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) } }
    if count < 0 { throw SystemError("cannot read \(name)") }
    return count
  }

  /// Whether there is something to read, or the end, now or after a short wait.
  func isReady(within milliseconds: Int32) -> Bool {
    if size != nil { return true }
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&request, 1, milliseconds) != 0
  }

  /// Everything that is left.
  ///
  /// - Parameter limit: Most bytes.
  func readAll(limit: Int) throws -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(size ?? 0, limit))
    var buffer = [UInt8](repeating: 0, count: 256 << 10)
    while case let count = try read(into: &buffer), count > 0 {
      if bytes.count + count > limit { throw Failure("\(name) is larger than \(limit >> 20) MiB") }
      bytes.append(contentsOf: buffer[..<count])
    }
    return bytes
  }
}
