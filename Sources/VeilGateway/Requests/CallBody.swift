import Veil
import VeilFormats

/// The body of a call to one of the gateway's own endpoints: an object whose members are read one by one, while what is
/// wrong with them is collected.
struct CallBody {
  let tree: JSONTree
  var problems: [Problem] = []

  init(_ bytes: [UInt8]) throws(RequestProblems) {
    tree = try RequestBody.parse(bytes)
    guard tree.root.isObject else { throw RequestProblems(Problem.notObject(["body"])) }
  }

  /// To be asked when all is read.
  func check() throws(RequestProblems) {
    if !problems.isEmpty { throw RequestProblems(problems) }
  }

  /// A member that is there and not null.
  func node(_ name: String) -> JSONNode? { tree.root[name].flatMap { $0.isNull ? nil : $0 } }

  mutating func text(_ name: String) -> String? {
    guard let node = node(name) else { return nil }
    if let text = tree.text(node) { return text }
    problems.append(Problem.notString(["body", .name(name)]))
    return nil
  }

  mutating func requiredText(_ name: String) -> String {
    if tree.root[name] == nil { problems.append(Problem.missing(["body", .name(name)])) }
    if tree.root[name]?.isNull == true { problems.append(Problem.notString(["body", .name(name)])) }
    return text(name) ?? ""
  }

  mutating func flag(_ name: String) -> Bool? {
    guard let node = node(name) else { return nil }
    if let flag = Coercion(.flag, node, tree)?.flag { return flag }
    let message = "Input should be a valid boolean, unable to interpret input"
    problems.append(Problem("bool_parsing", ["body", .name(name)], message))
    return nil
  }

  mutating func mapping(_ name: String) -> [(String, String)] {
    guard let node = node(name) else { return [] }
    do { return try MappingPairs.read(node, in: tree) } catch {
      problems.append(Problem(error.type, ["body", .name(name)], error.message))
      return []
    }
  }

  /// Pairs each of which has an exact placeholder.
  mutating func entries(_ name: String) -> [Vault.Entry] {
    let pairs = mapping(name)
    do { return try MappingPairs.entries(pairs) } catch {
      problems.append(Problem(error.type, ["body", .name(name)], error.message))
      return []
    }
  }
}

extension JSONWriter {
  /// `{"[NAME_1]": "Jane Roe"}` of all that a vault has given out.
  ///
  /// - Parameter only: the placeholders that may be told; nil: all.
  mutating func mapping(_ name: String, _ vault: Vault, only: Set<Placeholder>? = nil) {
    self.name(name)
    mapping(vault, only: only)
  }

  mutating func mapping(_ vault: Vault, only: Set<Placeholder>? = nil) {
    object { json in
      for entry in vault.entries where entry.isIssued {
        if let only, Placeholder.read(entry.placeholder).map({ only.contains($0.placeholder) }) != true { continue }
        guard let original = entry.original.flatMap({ String(validating: $0, as: UTF8.self) }) else { continue }
        json.member(entry.placeholder, original)
      }
    }
  }

  mutating func counts(_ name: String, _ counts: [EntityType: Int]) {
    object(name) { json in for (type, count) in counts.sorted(by: { $0.key < $1.key }) { json.member(type.name, count) }
    }
  }
}
