import VeilPolicyFile

/// All that is wrong with a configuration. Names places, never what stands there.
public struct SettingsError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A mistake, or something that has no effect.
  public struct Problem: Hashable, Sendable, CustomStringConvertible {
    /// The file, as it was named, or the variable, option or key that is meant.
    public var source: String
    /// Nil where there are no lines.
    public var position: Position?
    public var message: String

    /// As compilers write it: `veil.yaml:12:5: message`.
    public var description: String {
      position.map { "\(source):\($0.line):\($0.column): \(message)" } ?? "\(source): \(message)"
    }
  }

  public var problems: [Problem]

  init(_ problems: [Problem]) { self.problems = problems }

  init(_ source: String, _ message: String) {
    problems = [Problem(source: source, position: nil, message: message)]
  }

  /// One line for each problem.
  public var description: String { problems.map(\.description).joined(separator: "\n") }
}
