import Foundation
import Testing

/// The built gateway against real clients and a scripted provider: `Tests/Gateway`, which `make clients` installs the
/// packages for.
@Suite struct ClientTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let folder = root.appending(path: "Tests/Gateway")

  /// A Python that has the clients of today's list, or nil.
  static let python: String? = {
    if let path = ProcessInfo.processInfo.environment["VEIL_CLIENTS_PYTHON"] { return path }
    let installed = root.appending(path: ".build/clients")
    guard let listed = try? Data(contentsOf: folder.appending(path: "requirements.txt")),
      listed == (try? Data(contentsOf: installed.appending(path: "requirements.txt")))
    else { return nil }
    return installed.appending(path: "bin/python3").path
  }()

  /// The folder with the running test bundle, where `veil-gateway` was built, too.
  static let binary = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    .appending(path: "veil-gateway").path

  @Test(
    .enabled(if: python != nil, "the clients are not there, or not those of today: `make clients` installs them"),
    .timeLimit(.minutes(15)))
  func realClientsSeeWhatTheyShould() throws {
    let output = FileManager.default.temporaryDirectory.appending(path: "veil-clients-\(UUID().uuidString)")
    try Data().write(to: output)
    defer { try? FileManager.default.removeItem(at: output) }
    let process = Process()
    // A client that hangs shall fail.
    process.executableURL = URL(filePath: "/usr/bin/timeout")
    process.arguments = ["--kill-after=10", "800", try #require(Self.python), "-m", "pytest", Self.folder.path]
    process.currentDirectoryURL = Self.folder
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["VEIL_GATEWAY": Self.binary, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"]) { _, ours in ours }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = process.standardOutput
    try process.run()
    process.waitUntilExit()
    let said = String(decoding: try Data(contentsOf: output), as: UTF8.self)
    #expect(process.terminationStatus == 0, "\(said.suffix(20_000))")
    // Without this, a run that skipped everything would look like one that passed.
    #expect(said.contains(" passed"), "\(said.suffix(2_000))")
    #expect(!said.contains("there is no gateway at"), "the gateway was not built: \(Self.binary)")
    print(said.suffix(600))
  }
}
