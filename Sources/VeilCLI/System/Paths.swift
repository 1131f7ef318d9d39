import Glibc

/// A file to be treated.
struct InputPath {
  var path: String
  /// Its place below the folder that was named, or its name.
  var relative: String
}

/// The files that the arguments name: folders are walked, in the order of their names' bytes.
///
/// - Parameters:
///   - arguments: Files, folders and `-`; none means standard input.
///   - others: Folders and files that are not input although they may stand in one of the folders: the one that results
///     go to, the vault.
func inputPaths(_ arguments: [String], excluding others: [String?] = []) throws -> [InputPath] {
  if arguments.isEmpty { return [InputPath(path: "-", relative: "-")] }
  let excluded = Set(others.compactMap { $0.flatMap(identity) })
  var result: [InputPath] = []
  for argument in arguments {
    if isFolder(argument) {
      try walk(argument, prefix: "", excluded, into: &result)
    } else {
      let name = argument.split(separator: "/").last.map(String.init) ?? argument
      result.append(InputPath(path: argument, relative: name))
    }
  }
  return result
}

func isFolder(_ path: String) -> Bool {
  var status = stat()
  return path != "-" && stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
}

/// Makes the folder and those above it.
func makeFolder(_ path: String) throws(SystemError) {
  if mkdir(path, 0o777) == 0 || errno == EEXIST && isFolder(path) { return }
  guard errno == ENOENT, case let parent = folder(of: path), parent != path else {
    throw SystemError("cannot make folder \(path)")
  }
  try makeFolder(parent)
  if mkdir(path, 0o777) != 0, errno != EEXIST { throw SystemError("cannot make folder \(path)") }
}

/// Tells whether two names mean the same file.
struct FileIdentity: Hashable {
  var device: dev_t
  var number: ino_t
}

/// - Returns: nil when there is no such file.
func identity(_ path: String) -> FileIdentity? {
  var status = stat()
  return stat(path, &status) == 0 ? FileIdentity(device: status.st_dev, number: status.st_ino) : nil
}

/// Regular files only: links would lead out of the folder or round in circles.
private func walk(
  _ path: String, prefix: String, _ excluded: Set<FileIdentity>, into result: inout [InputPath]
) throws {
  guard let folder = opendir(path) else { throw SystemError("cannot open \(path)") }
  defer { closedir(folder) }
  var names: [String] = []
  while let entry = readdir(folder) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) {
      $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    if name != ".", name != ".." { names.append(name) }
  }
  let base = path.hasSuffix("/") ? path : path + "/"
  for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
    var status = stat()
    guard lstat(base + name, &status) == 0 else { throw SystemError("cannot open \(base + name)") }
    if excluded.contains(FileIdentity(device: status.st_dev, number: status.st_ino)) { continue }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: try walk(base + name, prefix: prefix + name + "/", excluded, into: &result)
    case S_IFREG: result.append(InputPath(path: base + name, relative: prefix + name))
    default: continue
    }
  }
}
