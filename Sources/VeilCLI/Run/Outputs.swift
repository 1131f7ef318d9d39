/// Where the results of several inputs go: all to one output, or each to a file of its own.
final class Outputs {
  private enum Place {
    case shared
    case file(String)
    case folder(String)
  }

  private let place: Place
  private let beforeVisible: () throws -> Void
  private var vault: String?
  private var current: Output?

  /// One output for all inputs.
  init(shared path: String?) throws {
    place = .shared
    beforeVisible = {}
    current = try Output(path ?? Output.standard)
  }

  /// - Parameters:
  ///   - path: What `-o` names, nil for standard output. With several inputs or a folder among them it is a folder.
  ///   - arguments: What the user named as inputs.
  ///   - inputs: The files that these are.
  ///   - vault: A file that no result may replace.
  ///   - beforeVisible: See ``Output/beforeVisible``.
  init(
    _ path: String?, arguments: [String], inputs: [InputPath], vault: String,
    beforeVisible: @escaping () throws -> Void = {}
  ) throws {
    self.beforeVisible = beforeVisible
    self.vault = vault
    if let path, isFolder(path) || arguments.count > 1 || arguments.contains(where: isFolder) {
      try Self.checkNames(inputs, path)
      try makeFolder(path)
      place = .folder(path)
    } else if let path {
      place = .file(path)
    } else {
      place = .shared
      current = try Output(Output.standard)
      current?.beforeVisible = beforeVisible
    }
  }

  private static func checkNames(_ inputs: [InputPath], _ folder: String) throws {
    var taken: [String: String] = [:]
    for input in inputs {
      if input.path == "-" { throw Failure("standard input has no name for a file in folder \(folder)") }
      if let other = taken.updateValue(input.path, forKey: input.relative) {
        throw Failure("\(other) and \(input.path) would both become \(folder)/\(input.relative)")
      }
    }
  }

  /// The output for an input whose results are about to come.
  func begin(_ input: InputPath) throws {
    switch place {
    case .shared: return
    case .file(let path): current = try open(path)
    case .folder(let path):
      try makeFolder(folder(of: "\(path)/\(input.relative)"))
      current = try open("\(path)/\(input.relative)")
    }
  }

  private func open(_ path: String) throws -> Output {
    if let vault, let known = identity(vault), identity(path) == known {
      throw Failure("\(path) is the vault; results would replace it")
    }
    let output = try Output(path)
    output.beforeVisible = beforeVisible
    return output
  }

  /// Lets `append` add results of the input at hand.
  func write<E: Error>(_ append: (inout [UInt8]) throws(E) -> Void) throws {
    guard let current else { return }
    try append(&current.pending)
    try current.flushIfLarge()
  }

  /// All results of the input have come.
  func end() throws {
    if case .shared = place { return }
    try current?.commit()
    current = nil
  }

  /// The input at hand has failed: its file is not made.
  func abandon() {
    if case .shared = place { return }
    current = nil
  }

  /// Makes visible what can be before the end.
  func flush() throws { try current?.flush() }

  /// All inputs have been treated.
  func finish() throws { try current?.commit() }
}
