import Foundation

/// A folder of its own for one test, in which what was built is run as a process through a shell.
package final class Shell {
  package let folder: URL

  package init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "veil-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit {
    for file in [folder, folder.appendingPathExtension("output"), folder.appendingPathExtension("errors")] {
      try? FileManager.default.removeItem(at: file)
    }
  }

  package struct Result {
    package var status: Int32
    package var output: String
    package var errors: String
  }

  /// Runs a bash script in the folder. `veil` and `veil-gateway` are the built ones; a pipe's status is that of its
  /// last failing part.
  package func run(_ script: String) throws -> Result {
    let output = folder.appendingPathExtension("output")
    let errors = folder.appendingPathExtension("errors")
    for file in [output, errors] { try Data().write(to: file) }
    let process = Process()
    // A test that hangs shall fail.
    process.executableURL = URL(filePath: "/usr/bin/timeout")
    process.arguments = ["120", "bash", "-o", "pipefail", "-c", script]
    process.currentDirectoryURL = folder
    process.environment = ["PATH": "\(Self.binaries):/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8"]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
      errors: try String(contentsOf: errors, encoding: .utf8))
  }

  package func write(_ name: String, _ text: String) throws { try write(name, Array(text.utf8)) }

  package func write(_ name: String, _ bytes: [UInt8]) throws {
    let file = folder.appending(path: name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  package func read(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: folder.appending(path: name))) }

  package func text(_ name: String) throws -> String { String(decoding: try read(name), as: UTF8.self) }

  package func exists(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: name).path)
  }

  /// The folder with the running test bundle, where `veil` was built, too.
  private static let binaries = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    .path
}
