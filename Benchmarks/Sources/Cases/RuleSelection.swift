import Veil

public enum RuleSelection {
  /// The rules of a policy that look for something: those of types it does not want are not even compiled.
  public static func active(in policy: Policy) -> [Rule] { policy.rules.filter { policy.admits($0.type) } }

  /// So many of them, evenly spread, so that few rules are of all kinds as well.
  public static func spread(_ count: Int, of policy: Policy) -> [Rule] {
    let rules = active(in: policy)
    guard count < rules.count else { return rules }
    return (0..<count).map { rules[$0 * rules.count / count] }
  }
}
