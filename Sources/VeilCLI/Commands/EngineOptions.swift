import ArgumentParser
import Veil
import VeilFormats
import VeilPolicyFile

/// What is looked for: the options that make an engine.
struct EngineOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A ready policy, see `veil policy list`, or a file (YAML), known by its dot or slash.", valueName: "name|file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var policy: String?

  @Option(
    help: """
      JSON object of originals and what stands for them, in either direction: {"Project Falcon": "PROJECT", \
      "Jane Roe": "[NAME_1]"}.
      """,
    completion: .file(extensions: ["json"]))
  var mapping: String?

  @Flag(help: "Only personal data, unless --oii is given too.")
  var pii = false

  @Flag(help: "Only organisational data, unless --pii is given too.")
  var oii = false

  @Option(
    help: ArgumentHelp("Only these types, separated by commas; see `veil types`.", valueName: "types"))
  var types: [String] = []

  @Option(
    help: """
      How names of people, organisations and places are looked for: not at all, by surroundings and words, or by the \
      trained tagger too, which takes longer.
      """)
  var names: Policy.NameDetection?

  @Option(
    help: ArgumentHelp(
      "Drop findings below this score, 0 to 1; for single types as in NAME=0.3,ORG=0.7.", valueName: "score"))
  var minScore: [MinimumScores] = []

  @Option(help: "Words that are never masked, one per line.", completion: .file())
  var allow: [String] = []

  @Option(help: "Words that are always masked, one per line as `TYPE: words`.", completion: .file())
  var deny: [String] = []

  /// - Parameter mapping: Its types can be chosen, too.
  func makeEngine(_ mapping: Mapping?) throws -> Engine {
    let named = try policy.map(NamedPolicy.init)
    var policy = named?.policy ?? .default
    if pii != oii { policy.classes = pii ? [.pii] : [.oii] }
    if let names { policy.names = names }
    for path in allow { policy.allow += try readWords(path).map(\.words) }
    for path in deny { policy.deny += try readWords(path).map { try denied($0, path) } }
    let known = knownTypes(policy, mapping)
    try setScores(&policy, known)
    if !types.isEmpty { policy.types = try chosenTypes(known) }
    do {
      return try Engine(policy)
    } catch {
      guard let named else { throw Failure("\(error)") }
      throw named.located(error)
    }
  }

  func makeMapping() throws -> Mapping? { try mapping.map(readMapping) }

  /// Types that options can name. Misspelt ones would do nothing and say nothing.
  private func knownTypes(_ policy: Policy, _ mapping: Mapping?) -> Set<EntityType> {
    var known = Set(Catalogue.types.map(\.type))
    known.formUnion(policy.rules.map(\.type))
    known.formUnion(policy.deny.map(\.type))
    known.formUnion(mapping?.entries.map(\.type) ?? [])
    return known
  }

  private func chosenTypes(_ known: Set<EntityType>) throws -> Set<EntityType> {
    var chosen: Set<EntityType> = []
    for name in types.flatMap({ $0.split(separator: ",") }) {
      guard let type = EntityType(String(name)), known.contains(type) else {
        throw ValidationError("--types: there is no type \(name); `veil types` lists all")
      }
      chosen.insert(type)
    }
    return chosen
  }

  /// A score for all types replaces what the policy says of single ones, in whichever order the options stand.
  private func setScores(_ policy: inout Policy, _ known: Set<EntityType>) throws {
    let scores = minScore.flatMap(\.scores)
    for score in scores where score.type == nil {
      policy.minimumScore = score.least
      policy.minimumScores = [:]
    }
    for score in scores {
      guard let type = score.type else { continue }
      guard known.contains(type) else {
        throw ValidationError("--min-score: there is no type \(type); `veil types` lists all")
      }
      policy.minimumScores[type] = score.least
    }
  }

  private func denied(_ line: (number: Int, words: String), _ path: String) throws -> Policy.DenyEntry {
    let parts = line.words.split(separator: ":", maxSplits: 1)
    guard parts.count == 2, let type = EntityType(String(parts[0])), case let words = trimmed(parts[1]), !words.isEmpty
    else { throw Failure("\(path): line \(line.number): expected `TYPE: words`") }
    return Policy.DenyEntry(words, type)
  }
}

extension Policy.NameDetection: ExpressibleByArgument {}

/// `0.6`, `NAME=0.3` or several of them with commas between.
struct MinimumScores: ExpressibleByArgument {
  /// The type is nil in what holds for all of them.
  let scores: [(type: EntityType?, least: Double)]

  init?(argument: String) {
    var scores: [(type: EntityType?, least: Double)] = []
    for part in argument.split(separator: ",", omittingEmptySubsequences: false) {
      let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let least = sides.last.flatMap({ Double($0) }), (0...1).contains(least) else { return nil }
      let type = sides.count == 2 ? EntityType(String(sides[0])) : nil
      guard type != nil || sides.count == 1 else { return nil }
      scores.append((type, least))
    }
    self.scores = scores
  }
}

func readMapping(_ path: String) throws -> Mapping {
  let bytes = try Input(path).readAll(limit: 1 << 30)
  do { return try Mapping(json: bytes) } catch { throw Failure("mapping \(path): \(error)") }
}

/// Lines of a word list; empty ones and those that begin with `#` are left out.
private func readWords(_ path: String) throws -> [(number: Int, words: String)] {
  let bytes = try Input(path).readAll(limit: 1 << 30)
  var lines: [(number: Int, words: String)] = []
  for (index, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
    guard let text = String(validating: line, as: UTF8.self) else {
      throw Failure("\(path): line \(index + 1) is not valid UTF-8")
    }
    let words = trimmed(text[...])
    if !words.isEmpty, !words.hasPrefix("#") { lines.append((index + 1, words)) }
  }
  return lines
}

private func trimmed(_ text: Substring) -> String {
  let start = text.drop(while: \.isWhitespace)
  return String(start[..<(start.lastIndex { !$0.isWhitespace }.map(start.index(after:)) ?? start.startIndex)])
}
