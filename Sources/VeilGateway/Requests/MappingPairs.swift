import Veil
import VeilFormats

extension Problem {
  /// What is wrong with a mapping, wherever it came from. Names entries by their position, counted from 1.
  struct InMapping: Error, Sendable, Hashable {
    var type: String
    var message: String

    init(_ type: String, _ message: String) {
      self.type = type
      self.message = message
    }

    init(_ error: VaultError, from first: Int = 0) {
      type = "value_error"
      switch error {
      case .tooManyEntries, .tooManyBytes: message = error.description
      case .invalidEntry(let position, let reason):
        // Other reasons quote a placeholder, and what a caller writes as one may be anything.
        let known = [
          "neither side is a placeholder such as [NAME_1] or a type such as NAME", "both sides are placeholders",
          "an earlier entry has the same original", "an earlier entry has the same placeholder",
          "the original has no letter or digit", "the original is empty",
        ]
        let said = known.contains(reason) ? reason : "contradicts another entry, or goes without one that it needs"
        message = "Entry \(position - first): \(said)"
      }
    }
  }
}

/// Originals and placeholders as callers send them: in either direction, told per entry.
enum MappingPairs {
  /// The members of a JSON object of strings.
  static func read(_ json: [UInt8]) throws(Problem.InMapping) -> [(String, String)] {
    let tree: JSONTree
    do { tree = try JSONTree(json) } catch {
      throw Problem.InMapping("json_invalid", "Input should be a JSON object: \(error)")
    }
    return try read(tree.root, in: tree)
  }

  static func read(_ node: JSONNode, in tree: JSONTree) throws(Problem.InMapping) -> [(String, String)] {
    guard case .object(let members) = node.value else {
      throw Problem.InMapping("dict_type", "Input should be a valid dictionary")
    }
    var pairs: [(String, String)] = []
    for member in members {
      guard case .string(let string) = member.value.value,
        let text = String(validating: tree.text(string), as: UTF8.self)
      else { throw Problem.InMapping("string_type", "Entry \(pairs.count + 1) should be a valid string") }
      pairs.append((member.name, text))
    }
    return pairs
  }

  static func mapping(_ pairs: [(String, String)]) throws(Problem.InMapping) -> Mapping {
    for (index, pair) in pairs.enumerated() where [pair.0, pair.1].allSatisfy(isKnownType) {
      throw Problem.InMapping("value_error", "Entry \(index + 1): both sides are types")
    }
    do { return try Mapping(pairs) } catch { throw Problem.InMapping(error) }
  }

  private static func isKnownType(_ text: String) -> Bool {
    EntityType(text).map { Catalogue.description(of: $0) != nil } ?? false
  }

  /// Entries of a vault, from pairs each of which has an exact placeholder. First spellings come first, as vaults want
  /// them, and of several placeholders for one original that with the lowest number is taken.
  static func entries(_ pairs: [(String, String)]) throws(Problem.InMapping) -> [Vault.Entry] {
    var read: [(placeholder: Placeholder, entry: Vault.Entry)] = []
    for (index, pair) in pairs.enumerated() {
      let (placeholder, text, original) = try sides(pair, position: index + 1)
      read.append((placeholder, Vault.Entry(placeholder: text, original: Array(original.utf8))))
    }
    read.sort { $0.placeholder < $1.placeholder }
    var spelled: Set<Spelled> = []
    var repeated: Set<Placeholder> = []
    let firsts = read.filter { placeholder, entry in
      guard placeholder.suffix == nil else { return false }
      let isNew = spelled.insert(Spelled(type: placeholder.type, original: entry.original ?? [])).inserted
      if !isNew { repeated.insert(placeholder) }
      return isNew
    }
    // Other spellings of what has just gone would hang in the air.
    let others = read.filter { placeholder, _ in
      guard placeholder.suffix != nil else { return false }
      return !repeated.contains { $0.type == placeholder.type && $0.number == placeholder.number }
    }
    let result = firsts + others
    do { _ = try Vault(entries: result.map(\.entry)) } catch { throw Problem.InMapping(error) }
    return result.map(\.entry)
  }

  private struct Spelled: Hashable {
    var type: EntityType
    var original: [UInt8]
  }

  /// Which side is the placeholder. Where both read as one, it is that of type TEXT: it stands for the other, which a
  /// text had before.
  private static func sides(
    _ pair: (String, String), position: Int
  ) throws(Problem.InMapping) -> (Placeholder, text: String, original: String) {
    switch (Placeholder.read(pair.0)?.placeholder, Placeholder.read(pair.1)?.placeholder) {
    case (let left?, nil): return (left, pair.0, pair.1)
    case (nil, let right?): return (right, pair.1, pair.0)
    case (let left?, let right?) where left.type == .text && right.type != .text: return (left, pair.0, pair.1)
    case (let left?, let right?) where right.type == .text && left.type != .text: return (right, pair.1, pair.0)
    case (_?, _?): throw Problem.InMapping("value_error", "Entry \(position): both sides are placeholders")
    case (nil, nil):
      throw Problem.InMapping("value_error", "Entry \(position): neither side is a placeholder such as [NAME_1]")
    }
  }

  /// The pairs, and of others those that go with them: what has the same original is replaced already.
  static func merged(_ pairs: [(String, String)], _ others: [(String, String)]) -> [(String, String)] {
    if others.isEmpty || (try? Mapping(pairs + others)) != nil { return pairs + others }
    return others.reduce(into: pairs) { all, pair in if (try? Mapping(all + [pair])) != nil { all.append(pair) } }
  }

  /// A vault in which `entries` were issued before, and what `pairs` say is fixed.
  static func vault(
    entries: [Vault.Entry], _ pairs: [(String, String)], limits: Vault.Limits = Vault.Limits()
  ) throws(Problem.InMapping) -> Vault {
    let mapping = pairs.isEmpty ? nil : try mapping(pairs)
    do { return try Vault(entries: entries, mapping: mapping, limits: limits) } catch {
      throw Problem.InMapping(error)
    }
  }
}

extension RequestOptions.Position {
  /// Reads `[{"message":0,"start":11,"end":19,"type":"NAME"}]`.
  static func read(_ json: [UInt8], at place: [Problem.Step]) throws(RequestProblems) -> [RequestOptions.Position] {
    let tree: JSONTree
    do { tree = try JSONTree(json) } catch {
      throw RequestProblems(Problem("json_invalid", place, "Input should be a JSON array: \(error)"))
    }
    guard case .array(let elements) = tree.root.value else { throw RequestProblems(Problem.notList(place)) }
    var positions: [RequestOptions.Position] = []
    for (index, element) in elements.enumerated() {
      let place = place + [.index(index)]
      guard case .object = element.value else { throw RequestProblems(Problem.notObject(place)) }
      func integer(_ name: String) throws(RequestProblems) -> Int {
        guard let node = element[name] else { throw RequestProblems(Problem.missing(place + [.name(name)])) }
        guard case .number = node.value, let value = Int(String(decoding: json[node.range], as: UTF8.self)), value >= 0
        else {
          throw RequestProblems(Problem("int_type", place + [.name(name)], "Input should be a valid integer from 0 on"))
        }
        return value
      }
      let (message, start, end) = (try integer("message"), try integer("start"), try integer("end"))
      guard start < end else {
        throw RequestProblems(Problem("value_error", place, "The end should lie behind the start"))
      }
      guard let name = element["type"] else { throw RequestProblems(Problem.missing(place + ["type"])) }
      guard let type = tree.text(name).flatMap({ EntityType($0) }) else {
        throw RequestProblems(Problem("value_error", place + ["type"], "Input should be a type such as NAME"))
      }
      positions.append(RequestOptions.Position(message: message, range: start..<end, type: type))
    }
    return positions
  }
}
