import VeilPolicyFile
import Yams

/// A configuration written in YAML, with what environment and command line put above it.
///
///     listen: {port: 8080}
///     policy: gdpr
///     upstreams:
///       - name: main
///         url: https://api.example.com/v1
///         key_env: MAIN_API_KEY
///     callers:
///       - name: billing
///         key_sha256: 2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b
///         requests_per_minute: 60
public struct SettingsFile: Sendable {
  public let settings: Settings
  /// What is valid and has no effect, or hardly the one that was meant.
  public let remarks: [SettingsError.Problem]

  /// Reads from the disk.
  ///
  /// - Parameters:
  ///   - path: the configuration; nil for the defaults.
  ///   - overrides: what stands above it, the last above all.
  /// - Throws: Every problem of form at once, or else every contradiction.
  public init(path: String?, overrides: [SettingsOverride] = []) throws(SettingsError) {
    var bytes: [UInt8] = []
    if let path {
      do { bytes = try readFile(path) } catch { throw SettingsError(path, error.description) }
    }
    try self.init(yaml: bytes, path: path, overrides: overrides) { try readFile($0) }
  }

  /// - Parameters:
  ///   - path: where the file stands: other files are named relative to it.
  ///   - load: reads a policy's file.
  init(
    yaml bytes: [UInt8], path: String?, overrides: [SettingsOverride] = [],
    load: ((String) throws -> [UInt8])? = nil
  ) throws(SettingsError) {
    var reader = SettingsReader(path: path, load: load)
    reader.read(bytes)
    for override in overrides { reader.read(override) }
    reader.refuseUnknownVariables(overrides)
    if reader.problems.isEmpty { reader.problems = reader.settings.contradictions.map(reader.located) }
    if !reader.problems.isEmpty { throw SettingsError(reader.problemsInOrder) }
    settings = reader.settings
    remarks = reader.remarks + reader.settings.unusedParts.map(reader.located)
  }
}
