import Yams

/// All that is wrong with a policy file, in the order of the lines.
public struct PolicyFileError: Error, Hashable, Sendable, CustomStringConvertible {
  public struct Problem: Hashable, Sendable {
    public var position: Position
    public var message: String
    /// The file that it is in, when that is one that the file extends.
    public var file: String?

    public init(position: Position, message: String, file: String? = nil) {
      self.position = position
      self.message = message
      self.file = file
    }

    /// As compilers write it: `policy.yaml:12:5: message`.
    ///
    /// - Parameter path: the name of the file that was asked for.
    public func description(in path: String?) -> String {
      let place = "\(position.line):\(position.column): \(message)"
      return (file ?? path).map { "\($0):\(place)" } ?? place
    }
  }

  public var problems: [Problem]

  init(_ problems: [Problem]) {
    // Those of extended files first: what is said of them explains the others.
    self.problems = problems.sorted {
      ($0.file == nil ? 1 : 0, $0.file ?? "", $0.position) < ($1.file == nil ? 1 : 0, $1.file ?? "", $1.position)
    }
  }

  /// One line for each problem: `12:5: message`.
  public var description: String { problems.map { $0.description(in: nil) }.joined(separator: "\n") }
}

extension PolicyFileError.Problem {
  /// What the YAML parser says, without the text around it.
  package init(yaml error: any Error, file: String?) {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _)?, .parser(_, let problem, let mark, _)?,
      .composer(_, let problem, let mark, _)?:
      self.init(position: Position(mark), message: problem, file: file)
    case .duplicatedKeysInMapping(_, let context)?:
      self.init(position: Position(context.mark), message: "a key occurs twice", file: file)
    case .reader(let problem, _, _, _)?:
      self.init(position: Position(nil), message: problem, file: file)
    default:
      self.init(position: Position(nil), message: "this is not YAML", file: file)
    }
  }
}

extension Position {
  package init(_ mark: Mark?) { self.init(line: mark?.line ?? 1, column: mark?.column ?? 1) }
}
