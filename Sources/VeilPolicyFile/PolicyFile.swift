import Veil
import Yams

/// A policy written in YAML: what differs from ``Policy/default``.
///
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
  /// Where the parts of the policy stand that an engine may refuse, by the names it gives them in ``PolicyError``.
  let places: [String: Position]
  /// Indices of the file's own rules in `policy.rules`.
  let ownRules: Range<Int>

  /// Reads the form, all of it; whether patterns compile is for an engine to say, see ``check()``.
  ///
  /// - Throws: Every problem of form at once.
  public init(yaml bytes: [UInt8]) throws(PolicyFileError) {
    let root = try Self.compose(bytes)
    var reader = PolicyReader()
    if let root { reader.read(root) }
    if !reader.problems.isEmpty { throw PolicyFileError(reader.problems) }
    policy = reader.policy
    places = reader.places
    ownRules = policy.rules.count - reader.ownRuleCount..<policy.rules.count
  }

  /// Compiles the policy, and each of its own rules by itself, so that all that is wrong is told at once.
  public func check() throws(PolicyFileError) {
    var problems: [PolicyFileError.Problem] = []
    for index in ownRules {
      var single = policy
      single.rules = [policy.rules[index]]
      single.types = nil
      single.allow = []
      single.deny = []
      single.findsNames = false
      do throws(PolicyError) { _ = try Engine(single) } catch  where error.place.hasPrefix("rules[0]") {
        problems.append(problem(PolicyError(place: "rules[\(index)]", reason: error.reason)))
      } catch {}
    }
    do throws(PolicyError) { _ = try Engine(policy) } catch {
      let whole = problem(error)
      if !problems.contains(where: { $0.position == whole.position }) { problems.append(whole) }
    }
    if !problems.isEmpty { throw PolicyFileError(problems) }
  }

  /// Says where in the file the part stands that an engine refused.
  public func locate(_ error: PolicyError) -> PolicyFileError { PolicyFileError([problem(error)]) }

  private func problem(_ error: PolicyError) -> PolicyFileError.Problem {
    // `rules[3] 'employee-id'` is noted as `rules[3]`, `limits.window` perhaps only as `limits`.
    var place = Substring(error.place.prefix { $0 != " " })
    while !place.isEmpty {
      if let position = places[String(place)] { return .init(position: position, message: error.reason) }
      place = place.dropLast()
    }
    return .init(position: Position(line: 1, column: 1), message: error.description)
  }

  private static func compose(_ bytes: [UInt8]) throws(PolicyFileError) -> Node? {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw PolicyFileError([.init(position: Position(line: 1, column: 1), message: "the file is not valid UTF-8")])
    }
    do {
      return try Yams.compose(yaml: text)
    } catch {
      throw PolicyFileError([.init(yaml: error)])
    }
  }
}

/// A place in a file. Both count from 1; columns count Unicode scalars.
public struct Position: Hashable, Sendable, Comparable {
  public var line: Int
  public var column: Int

  public static func < (a: Position, b: Position) -> Bool { (a.line, a.column) < (b.line, b.column) }
}
