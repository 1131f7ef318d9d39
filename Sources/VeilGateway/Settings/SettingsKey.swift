import Glibc

extension Settings.Key {
  /// The key itself.
  ///
  /// - Throws: When there is none, or none that a header can carry. The error names the variable or the file.
  func value(_ environment: [String: String]) throws(SettingsError) -> String {
    let source: String
    let text: String
    switch self {
    case .environment(let name):
      source = name
      guard let value = environment[name] else { throw SettingsError(name, "the variable with the key is not set") }
      text = value
    case .file(let path):
      source = path
      do { text = String(decoding: try readFile(path, limit: 64 << 10), as: UTF8.self) } catch {
        throw SettingsError(path, error.description)
      }
    }
    let key = text.trimmingASCIIWhitespace
    guard !key.isEmpty, key.utf8.allSatisfy({ 0x21...0x7E ~= $0 }) else {
      throw SettingsError(source, "expected a key: one line of visible ASCII characters")
    }
    return String(key)
  }
}

extension String {
  /// Without the line end that editors and `echo` leave, and without spaces around.
  var trimmingASCIIWhitespace: Substring {
    func isSpace(_ character: Character) -> Bool { character.isASCII && character.isWhitespace }
    let start = drop(while: isSpace)
    return start[..<(start.lastIndex { !isSpace($0) }.map(start.index(after:)) ?? start.startIndex)]
  }
}

/// Why a file could not be read.
struct FileFailure: Error, CustomStringConvertible {
  let description: String
}

/// All of a file.
func readFile(_ path: String, limit: Int = 64 << 20) throws(FileFailure) -> [UInt8] {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw FileFailure(description: "cannot be opened: \(String(cString: strerror(errno)))") }
  defer { close(descriptor) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 64 << 10)
  while true {
    let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
    if count == 0 { return bytes }
    if count < 0, errno == EINTR { continue }
    guard count > 0 else { throw FileFailure(description: "cannot be read: \(String(cString: strerror(errno)))") }
    bytes += buffer[..<count]
    if bytes.count > limit { throw FileFailure(description: "larger than \(limit >> 10) KiB") }
  }
}
