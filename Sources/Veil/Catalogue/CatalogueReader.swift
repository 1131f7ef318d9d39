/// Reads the catalogue's data files: types with what people want to know of them, and their rules.
///
///     group Benelux
///
///     NL_BSN  Citizen service number
///       class    pii
///       country  NL
///       example  BSN: 111222333
///       labels   bsn | burgerservicenummer
///       check    nl-bsn
///       shape    9
///       pattern  [0-9]{4}[. ]?[0-9]{2}[. ]?[0-9]{3}
///       alone    0.3
///
/// A line that begins a stanza is not indented; keys are. A key may be repeated to continue a list. A type with several
/// rules begins each with `rule NAME`. `define NAME text` names a piece of patterns, used as `%{NAME}`. What each key
/// means is written at ``CatalogueStanza``.
struct CatalogueReader: Sendable {
  private(set) var types: [TypeDescription] = []
  private(set) var rules: [Rule] = []
  /// Labels of all types with a check: see ``fallback``.
  private var checkedLabels: [String] = []
  private var described: Set<EntityType> = []
  private var group = ""
  private var pieces: [String: String] = [
    "letters": Catalogue.letters, "capitals": Catalogue.capitals, "sign": Catalogue.sign, "value": Catalogue.value,
    "noValue": Catalogue.noValue,
  ]

  /// What is wrong with a file, and where.
  struct Failure: Error, CustomStringConvertible {
    var file: String
    var line: Int
    var reason: String
    var description: String { "catalogue '\(file)', line \(line): \(reason)" }
  }

  mutating func read(_ text: UnsafeBufferPointer<UInt8>, name: String) throws(Failure) {
    var stanza: CatalogueStanza?
    var number = 0
    do throws(Reason) {
      for line in CatalogueText(text).lines {
        number += 1
        guard let first = line.first, first != UInt8(ascii: "#") else { continue }
        if first == UInt8(ascii: " ") {
          let (key, value) = line.withoutIndent.split
          guard !value.isEmpty else { throw Reason("the key has no value") }
          guard stanza != nil else { throw Reason("a key outside a type") }
          try stanza!.set(key, value, pieces)
        } else {
          try close(&stanza)
          try open(line, &stanza)
        }
      }
      try close(&stanza)
    } catch {
      throw Failure(file: name, line: number, reason: error.text)
    }
  }

  /// What is wrong with a line.
  struct Reason: Error {
    var text: String
    init(_ text: String) { self.text = text }
  }

  private mutating func open(_ line: CatalogueText, _ stanza: inout CatalogueStanza?) throws(Reason) {
    let (word, rest) = line.split
    switch word {
    case "group": group = rest.string
    case "define":
      let (name, text) = rest.split
      pieces[name.string] = try CatalogueStanza.known(text.expanded(pieces), "piece")
    default:
      guard let type = EntityType(word.string) else { throw Reason("not the name of a type") }
      guard described.insert(type).inserted else { throw Reason("the type is described twice") }
      stanza = CatalogueStanza(type, title: rest.string, group: group)
    }
  }

  private mutating func close(_ stanza: inout CatalogueStanza?) throws(Reason) {
    guard let finished = stanza else { return }
    stanza = nil
    types.append(try finished.description())
    rules += try finished.rules()
    if finished.isChecked { checkedLabels += finished.labels }
  }

  /// A number behind the label of a checked identifier without that identifier's form: mistyped, or cut. It is refused as
  /// what the label says and is masked all the same.
  ///
  /// Abbreviations of up to four letters mean other things too: they need a mark between them and the number, and more
  /// digits.
  var fallback: [Rule] {
    var seen: Set<String> = []
    let labels = checkedLabels.filter { $0.utf8.count > 2 && seen.insert($0).inserted }
    return [
      Self.fallback("id-number", labels.filter { $0.utf8.count > 4 }, .adjacent, digits: 5),
      Self.fallback("id-number-short", labels.filter { $0.utf8.count < 5 }, .marked, digits: 7),
    ]
  }

  private static func fallback(_ name: String, _ labels: [String], _ reach: Rule.Reach, digits: Int) -> Rule {
    Rule(
      name, .idNumber,
      pattern: #"""
        (?<![A-Za-z0-9]-)(?=[A-Z \-]{0,7}[0-9](?:[A-Za-z .\-/]{0,4}[0-9]){\#(digits - 1)})\#
        (?:[A-Z]{1,6}[ \-]?)?[0-9][A-Za-z0-9]{0,33}+\#
        (?:[ .\-/]{1,2}(?=[A-Za-z]{0,3}[0-9])[A-Za-z0-9]{1,17}+){0,8}
        """#,
      trigger: .labels(labels, reach: reach), score: 0.5)
  }
}
