import ArgumentParser
import Veil
import VeilPolicyFile

/// What `--policy` and its like name: a ready policy or a file.
struct NamedPolicy {
  /// As the user wrote it.
  let name: String
  let policy: Policy
  /// Nil for the policy of a file.
  let ready: ReadyPolicy?
  /// Nil for a ready policy.
  let file: PolicyFile?

  /// Reads a file, or says all that is wrong with it.
  init(_ name: String) throws {
    self.name = name
    switch PolicyReference(name) {
    case .ready(let ready):
      self.ready = ready
      file = nil
      policy = ready.policy
    case .file(let path):
      ready = nil
      let bytes = try Self.read(path)
      do throws(PolicyFileError) {
        let file = try PolicyFile(yaml: bytes, path: path, load: Self.read)
        self.file = file
        policy = file.policy
      } catch {
        throw Self.located(error, in: path)
      }
    case nil: throw ValidationError("'\(name)': \(PolicyReference.help)")
    }
  }

  /// Compiles it, and tells all that is wrong with it.
  func check() throws {
    guard let file else { return }
    do { try file.check() } catch { throw Self.located(error, in: name) }
  }

  /// Where the part stands that an engine refused.
  func located(_ error: PolicyError) -> Failure {
    guard let file else { return Failure("\(error)") }
    return Self.located(file.locate(error), in: name)
  }

  /// The problems as compilers write them: `policy.yaml:12:5: message`.
  private static func located(_ error: PolicyFileError, in path: String) -> Failure {
    Failure(error.problems.map { $0.description(in: path) }.joined(separator: "\n"), isLocated: true)
  }

  private static func read(_ path: String) throws -> [UInt8] { try Input(path).readAll(limit: 16 << 20) }
}
