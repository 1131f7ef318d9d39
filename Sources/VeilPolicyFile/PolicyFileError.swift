import Yams

/// All that is wrong with a policy file, in the order of the lines.
public struct PolicyFileError: Error, Hashable, Sendable, CustomStringConvertible {
  public struct Problem: Hashable, Sendable {
    public var position: Position
    public var message: String
  }

  public var problems: [Problem]

  init(_ problems: [Problem]) {
    self.problems = problems.sorted { $0.position < $1.position }
  }

  /// One line for each problem: `12:5: message`.
  public var description: String {
    problems.map { "\($0.position.line):\($0.position.column): \($0.message)" }.joined(separator: "\n")
  }
}

extension PolicyFileError.Problem {
  /// What the YAML parser says, without the text around it.
  init(yaml error: any Error) {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _)?, .parser(_, let problem, let mark, _)?,
      .composer(_, let problem, let mark, _)?:
      self.init(position: Position(mark), message: problem)
    case .duplicatedKeysInMapping(_, let context)?:
      self.init(position: Position(context.mark), message: "a key occurs twice")
    case .reader(let problem, _, _, _)?:
      self.init(position: Position(nil), message: problem)
    default:
      self.init(position: Position(nil), message: "this is not YAML")
    }
  }
}

extension Position {
  init(_ mark: Mark?) { self.init(line: mark?.line ?? 1, column: mark?.column ?? 1) }
}
