import Foundation

/// A line of running text with slots for names: see the head of any file in `templates`.
struct Template: Sendable {
  indirect enum Part: Sendable {
    case text(String)
    case slot(Slot)
    case group(Label, [Part])
    case alternatives([[Part]])
  }
  struct Slot: Sendable {
    let kind: Kind
    var isCommon = false
    var letterCase: LetterCase?
  }
  enum Kind: String, Sendable {
    case name, given, family, initial, nick, org, company, city, country, region, place
    /// A firm called by its founders' names, a shop or restaurant, an organisation called by its letters.
    case firm, shop, agency, office
    /// A road, square or building; the short form of a state.
    case street, state
    case number, amount, date, time, month, weekday, email, phone, code, product, version, url, path
    /// Of a contract: `party`, `act`. Of films, games and songs: `title`.
    case condition, drug, procedure, people, ethnic, institution, party, act, currency, acronym, hex, identifier
    case pet, storm, title

    /// What a slot of this kind names outside of groups.
    var label: Label? {
      switch self {
      case .name, .given, .family, .initial, .nick: .person
      case .org, .company, .firm, .shop, .agency, .office: .organisation
      case .city, .country, .region, .place, .street, .state: .place
      default: nil
      }
    }
  }

  let language: Language
  let file: String
  let line: Int
  let parts: [Part]

  /// No slot or group of the template is labelled: it shows what shall not be found.
  var isNegative: Bool { !Self.isLabelled(parts) }

  private static func isLabelled(_ parts: [Part]) -> Bool {
    parts.contains { part in
      switch part {
      case .text: false
      case .slot(let slot): slot.kind.label != nil
      case .group: true
      case .alternatives(let all): all.contains(where: isLabelled)
      }
    }
  }

  /// Its own words without those of slots and groups, for counting them.
  var plainText: String { Self.plainText(parts) }

  private static func plainText(_ parts: [Part]) -> String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .slot, .group: "0"
      case .alternatives(let all): all.map(plainText).joined(separator: " / ")
      }
    }.joined()
  }
}

extension Template {
  /// The templates of all files in a folder, by the files' names.
  static func all(in directory: URL) throws -> [Template] {
    try files(in: directory).flatMap { url in try all(of: url) { throw $0 } }
  }

  static func files(in directory: URL) throws -> [URL] {
    let names = try FileManager.default.contentsOfDirectory(atPath: directory.path)
    return names.filter { $0.hasSuffix(".txt") }.sorted(by: byBytes).map { directory.appendingPathComponent($0) }
  }

  /// The templates of one file. What is wrong with a line is handed to `complain`, which may go on.
  static func all(of url: URL, complain: (DataError) throws -> Void) throws -> [Template] {
    let file = url.lastPathComponent
    var language = Language.en
    var templates: [Template] = []
    for (number, line) in try lines(of: url).enumerated() {
      if line.hasPrefix("#") || line.allSatisfy(\.isWhitespace) { continue }
      if templates.isEmpty, line.hasPrefix("language:") {
        let code = line.dropFirst(9).trimmingCharacters(in: .whitespaces)
        if let known = Language(rawValue: code) {
          language = known
        } else {
          try complain(DataError(file: file, line: number + 1, problem: "names a language that there are no lists for"))
        }
        continue
      }
      do {
        var parser = TemplateParser(line)
        let parts = try parser.parse()
        templates.append(Template(language: language, file: file, line: number + 1, parts: parts))
      } catch let error as TemplateParser.Problem {
        try complain(DataError(file: file, line: number + 1, problem: "column \(error.column): \(error.text)"))
      }
    }
    return templates
  }
}

/// Reads one template line.
struct TemplateParser {
  struct Problem: Error {
    /// In characters, from 1.
    let column: Int
    let text: String
  }

  private let characters: [Character]
  private var position = 0

  init(_ line: String) { characters = Array(line) }

  mutating func parse() throws -> [Template.Part] {
    let parts = try sequence(until: [], inGroup: false, inAlternatives: false)
    return parts
  }

  private func problem(_ text: String, at column: Int? = nil) -> Problem {
    Problem(column: (column ?? position) + 1, text: text)
  }

  /// Parts up to one of the closing characters, which is left unread.
  private mutating func sequence(
    until ends: [Character], inGroup: Bool, inAlternatives: Bool
  ) throws -> [Template.Part] {
    var parts: [Template.Part] = []
    var text = ""
    func flushed() -> [Template.Part] { text.isEmpty ? [] : [.text(text)] }
    while position < characters.count {
      let character = characters[position]
      if ends.contains(character) { break }
      switch character {
      case "\\": text.append(try escape())
      case "{":
        parts += flushed()
        text = ""
        parts.append(.slot(try slot()))
      case "[":
        guard !inGroup else { throw problem("a group in a group") }
        parts += flushed()
        text = ""
        parts.append(try group(inAlternatives: inAlternatives))
      case "(":
        guard !inAlternatives else {
          throw problem("alternatives in alternatives, or a parenthesis without a backslash")
        }
        parts += flushed()
        text = ""
        parts.append(try alternatives(inGroup: inGroup))
      case ")", "|", "]", "}": throw problem("a \(character) without a backslash that closes nothing")
      default:
        text.append(character)
        position += 1
      }
    }
    return parts + flushed()
  }

  private mutating func escape() throws -> Character {
    guard position + 1 < characters.count else { throw problem("a backslash at the line's end") }
    let character = characters[position + 1]
    position += 2
    switch character {
    case "n": return "\n"
    case "t": return "\t"
    case "(", ")", "|", "{", "}", "[", "]", "\\": return character
    default: throw problem("a backslash before a character that needs none", at: position - 2)
    }
  }

  private mutating func slot() throws -> Template.Slot {
    let start = position
    guard let end = characters[position...].firstIndex(of: "}") else { throw problem("a slot that does not end") }
    let words = String(characters[(position + 1)..<end]).split(separator: ".", omittingEmptySubsequences: false)
    position = end + 1
    guard let name = words.first, let kind = Template.Kind(rawValue: String(name)) else {
      throw problem("an unknown slot", at: start)
    }
    var slot = Template.Slot(kind: kind)
    for word in words.dropFirst() {
      switch word {
      case "common" where (kind == .given || kind == .family) && !slot.isCommon && slot.letterCase == nil:
        slot.isCommon = true
      case "lower" where slot.letterCase == nil: slot.letterCase = .lower
      case "upper" where slot.letterCase == nil: slot.letterCase = .upper
      default: throw problem("a slot with an unknown modifier", at: start)
      }
    }
    return slot
  }

  private mutating func group(inAlternatives: Bool) throws -> Template.Part {
    let start = position
    let labels: [(String, Label)] = [("[PER:", .person), ("[ORG:", .organisation), ("[LOC:", .place)]
    guard let (head, label) = labels.first(where: { characters[position...].starts(with: $0.0) }) else {
      throw problem("a [ without a backslash that begins no group")
    }
    position += head.count
    let ends: [Character] = ["]"]
    let parts = try sequence(until: ends, inGroup: true, inAlternatives: inAlternatives)
    guard position < characters.count else { throw problem("a group that does not end", at: start) }
    guard !parts.isEmpty else { throw problem("an empty group", at: start) }
    position += 1
    return .group(label, parts)
  }

  private mutating func alternatives(inGroup: Bool) throws -> Template.Part {
    let start = position
    position += 1
    var all: [[Template.Part]] = []
    while true {
      all.append(try sequence(until: ["|", ")"], inGroup: inGroup, inAlternatives: true))
      guard position < characters.count else { throw problem("alternatives that do not end", at: start) }
      position += 1
      if characters[position - 1] == ")" { break }
    }
    guard all.count > 1 else { throw problem("a parenthesis without a backslash and without alternatives", at: start) }
    return .alternatives(all)
  }
}
