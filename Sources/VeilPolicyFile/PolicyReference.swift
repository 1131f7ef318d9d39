import Veil

/// What `--policy` and `extends` name: a ready policy or a file. A dot or a slash makes it a file, so that a file that
/// happens to lie around never stands in for a ready policy.
public enum PolicyReference: Hashable, Sendable {
  case ready(ReadyPolicy)
  case file(String)

  /// - Returns: nil for a word that is no ready policy's name.
  public init?(_ text: String) {
    if text.contains(where: { $0 == "." || $0 == "/" }) || text == "-" {
      self = .file(text)
    } else if let ready = ReadyPolicy(rawValue: text) {
      self = .ready(ready)
    } else {
      return nil
    }
  }

  /// What to say of a word that names nothing.
  public static var help: String {
    let names = ReadyPolicy.allCases.map(\.name).joined(separator: ", ")
    return "there is no ready policy of this name: \(names). A file is named with its ending or as ./file"
  }
}

/// Where a policy file comes from, and how those that it extends are read.
package struct PolicySource {
  /// The files that led here, the one at hand last; empty when it has no name.
  package var chain: [String]
  package var load: ((String) throws -> [UInt8])?

  package init(chain: [String], load: ((String) throws -> [UInt8])?) {
    self.chain = chain
    self.load = load
  }

  /// More is a mistake, or a circle through links.
  static let mostFiles = 16

  /// The file at hand, nil for the one that was asked for.
  var file: String? { chain.count > 1 ? chain.last : nil }

  /// A path that stands in the file at hand, as seen from outside.
  package func resolve(_ path: String) -> String {
    let folder = chain.last.flatMap { last in last.lastIndex(of: "/").map { String(last[...$0]) } } ?? ""
    return Self.normalized(path.hasPrefix("/") ? path : folder + path)
  }

  /// Without `.` and `a/..`, so that circles are recognised.
  private static func normalized(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(part) }
    }
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }

  /// Whether reading the file would never end.
  func isCircular(_ path: String) -> Bool { chain.contains { Self.normalized($0) == path } }
}
