import Veil
import Yams

/// A policy written in YAML: what differs from ``Policy/default``, or from the policy that it extends.
///
///     extends: gdpr
///     minimum_score: 0.6
///     operators: {default: placeholder, PAYMENT_CARD: mask}
///     allow: [Acme Support]
///     deny:
///       PROJECT: [Blue Heron, Falcon]
///     rules:
///       - name: employee-id
///         type: EMPLOYEE_ID
///         pattern: 'E-\d{6}'
///         score: 0.6
///         context:
///           - {words: [employee, badge], before: 40, weight: 0.3}
public struct PolicyFile: Sendable {
  public let policy: Policy
  /// Where the parts of the policy stand that an engine may refuse.
  private let places: Places

  /// Reads the form, all of it; whether patterns compile is for an engine to say, see ``check()``.
  ///
  /// - Parameters:
  ///   - path: where the file stands, so that those it extends are found beside it.
  ///   - load: reads a file that this one extends; without it only ready policies can be extended.
  /// - Throws: Every problem of form at once.
  public init(
    yaml bytes: [UInt8], path: String? = nil, load: ((String) throws -> [UInt8])? = nil
  ) throws(PolicyFileError) {
    try self.init(path, load) { $0.read(bytes) }
  }

  /// Reads a policy that is part of another file.
  ///
  /// - Parameter path: where that file stands.
  package init(
    node: Node, path: String?, load: ((String) throws -> [UInt8])?
  ) throws(PolicyFileError) {
    try self.init(path, load) { $0.read(node) }
  }

  private init(
    _ path: String?, _ load: ((String) throws -> [UInt8])?, _ read: (inout PolicyReader) -> Void
  ) throws(PolicyFileError) {
    var reader = PolicyReader(source: PolicySource(chain: path.map { [$0] } ?? [], load: load))
    read(&reader)
    if !reader.problems.isEmpty { throw PolicyFileError(reader.problems) }
    policy = reader.policy
    places = reader.places
  }

  /// Compiles the policy, and each of its files' rules by itself, so that all that is wrong is told at once.
  public func check() throws(PolicyFileError) {
    var problems: [PolicyFileError.Problem] = []
    for rule in policy.rules where places.rules[rule.name] != nil {
      var single = policy
      single.rules = [rule]
      single.types = [rule.type]
      single.classes = Set(EntityClass.allCases)
      single.allow = []
      single.deny = []
      single.domains = []
      single.names = .off
      do throws(PolicyError) { _ = try Engine(single) } catch  where error.place.hasPrefix("rules[0]") {
        problems.append(problem(error, at: places.rules[rule.name]))
      } catch {}
    }
    do throws(PolicyError) { _ = try Engine(policy) } catch {
      let whole = problem(error)
      if !problems.contains(where: { $0.file == whole.file && $0.position == whole.position }) {
        problems.append(whole)
      }
    }
    if !problems.isEmpty { throw PolicyFileError(problems) }
  }

  /// What is valid and does nothing: rules and domains whose type the policy does not look for.
  public var remarks: [PolicyFileError.Problem] {
    var remarks: [PolicyFileError.Problem] = []
    func add(_ place: Place?, _ what: String) {
      guard let place else { return }
      remarks.append(
        .init(
          position: place.position, message: "\(what): the policy does not look for this type or its class",
          file: place.file))
    }
    for rule in policy.rules where !policy.admits(rule.type) { add(places.rules[rule.name], "the rule is never tried") }
    if !policy.domains.isEmpty, !policy.admits(PolicyReader.hostname) {
      add(places.parts["domains[0]"], "domains are never looked for")
    }
    return PolicyFileError(remarks).problems
  }

  /// Says where in the file the part stands that an engine refused.
  public func locate(_ error: PolicyError) -> PolicyFileError { PolicyFileError([problem(error)]) }

  private func problem(_ error: PolicyError) -> PolicyFileError.Problem {
    // `rules[3] 'employee-id'`: rules are known by their names, since others may have been taken out before them.
    if error.place.hasPrefix("rules["), let name = error.place.split(separator: "'").dropFirst().first {
      return problem(error, at: places.rules[String(name)])
    }
    // `limits.window` is perhaps noted as `limits` only.
    var place = Substring(error.place.prefix { $0 != " " })
    while !place.isEmpty {
      if let found = places.parts[String(place)] { return problem(error, at: found) }
      place = place.dropLast()
    }
    return problem(error, at: nil)
  }

  private func problem(_ error: PolicyError, at place: Place?) -> PolicyFileError.Problem {
    guard let place else { return .init(position: Position(nil), message: error.description) }
    return .init(position: place.position, message: error.reason, file: place.file)
  }
}

/// A place in a file. Both count from 1; columns count Unicode scalars.
public struct Position: Hashable, Sendable, Comparable {
  public var line: Int
  public var column: Int

  public static func < (a: Position, b: Position) -> Bool { (a.line, a.column) < (b.line, b.column) }
}

/// Where a part of a policy stands: in the file that was asked for, or in one that it extends.
struct Place: Hashable, Sendable {
  /// Nil for the file that was asked for.
  var file: String?
  var position: Position
}

/// Where the parts of a policy stand that an engine may refuse.
struct Places: Sendable {
  /// By the names that ``PolicyError`` gives them.
  var parts: [String: Place] = [:]
  /// By the rules' own names.
  var rules: [String: Place] = [:]
}
