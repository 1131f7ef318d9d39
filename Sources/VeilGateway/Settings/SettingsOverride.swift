import Yams

/// A setting that comes from the environment or the command line and takes the place of the file's.
public struct SettingsOverride: Sendable {
  /// The variable or option, for messages.
  let source: String
  /// Nil for a variable that no setting has.
  let path: [String]?
  let value: Value

  enum Value: Sendable {
    case text(String)
    /// One upstream in the place of all.
    case upstream(url: String, keyVariable: String?)
  }

  /// An option of the command line and the setting that it stands for, as in `listen.port`.
  public static func option(_ name: String, _ key: String, _ value: String) -> SettingsOverride {
    SettingsOverride(source: name, path: key.split(separator: ".").map(String.init), value: .text(value))
  }

  /// `--upstream`: one provider takes all requests.
  ///
  /// - Parameter hasKey: whether its key stands in ``upstreamKey``.
  public static func upstream(_ url: String, hasKey: Bool) -> SettingsOverride {
    SettingsOverride(
      source: "--upstream", path: ["upstreams"],
      value: .upstream(url: url, keyVariable: hasKey ? upstreamKey : nil))
  }

  /// The variable with the key for `--upstream`.
  public static let upstreamKey = "VEIL_UPSTREAM_KEY"

  /// The variables that name settings: `VEIL_LISTEN_PORT` is `listen.port`. One that begins like them and names no
  /// setting is refused unless an upstream's key is read from it.
  public static func environment(_ variables: [String: String]) -> [SettingsOverride] {
    let known = Dictionary(uniqueKeysWithValues: SettingsReader.scalarPaths.map { (variable($0), $0) })
    let beginnings = SettingsReader.sections.keys.map { variable([$0]) + "_" }
    return variables.sorted { $0.key < $1.key }.compactMap { name, value in
      guard known[name] != nil || name != upstreamKey && beginnings.contains(where: name.hasPrefix) else { return nil }
      return SettingsOverride(source: name, path: known[name], value: .text(value))
    }
  }

  static func variable(_ path: [String]) -> String { "VEIL_" + path.joined(separator: "_").uppercased() }

  /// As the file would have it.
  func node() -> Node? {
    guard let path else { return nil }
    let node: Node =
      switch value {
      case .text(let text): Node(text)
      case .upstream(let url, let keyVariable):
        Node([
          Node(
            [(Node("name"), Node("upstream")), (Node("url"), Node(url))]
              + (keyVariable.map { [(Node("key_env"), Node($0))] } ?? []))
        ])
      }
    return path.reversed().reduce(node) { Node([(Node($1), $0)]) }
  }
}
