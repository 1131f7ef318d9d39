import Veil
import VeilFormats

/// `POST /v1/restore`: a text with placeholders and the mapping that they come from.
struct RestoreCall: Sendable {
  let text: String
  let entries: [Vault.Entry]
  let escaping: Escaping

  private static let escapings: [(name: String, Escaping)] = [
    ("none", .none), ("json", .json), ("html", .html), ("url", .url),
  ]

  init(_ bytes: [UInt8]) throws(RequestProblems) {
    var body = try CallBody(bytes)
    text = body.requiredText("text")
    if body.tree.root["mapping"] == nil { body.problems.append(Problem.missing(["body", "mapping"])) }
    entries = body.entries("mapping")
    let name = body.text("escape") ?? "none"
    escaping = Self.escapings.first { $0.name == name }?.1 ?? .none
    if !Self.escapings.contains(where: { $0.name == name }) {
      body.problems.append(Problem.notOneOf(Self.escapings.map(\.name), ["body", "escape"]))
    }
    try body.check()
  }

  func answer() throws(RequestProblems) -> (body: [UInt8], report: RestorationReport) {
    let vault: Vault
    do { vault = try Vault(entries: entries) } catch { throw RequestProblems.notAnswered(error, ["body", "mapping"]) }
    var stream = RestoringStream(vault: vault, escaping: escaping)
    var restored: [UInt8] = []
    stream.append(Array(text.utf8).span, to: &restored)
    let report = stream.finish(to: &restored)
    var json = JSONWriter()
    json.object { json in
      json.name("text")
      json.string(restored)
      write(report.restored.map { (shown($0.key), $0.value) }, as: "restored", to: &json)
      let unknown = report.unknown.map { (shown($0.key), $0.value) }
      write(unknown + report.unnumbered.map { ("[\($0.key)]", $0.value) }, as: "unknown", to: &json)
    }
    return (json.bytes, report)
  }

  /// As the mapping has it, else as it is written by default.
  private func shown(_ placeholder: Placeholder) -> String {
    entries.first { Placeholder.read($0.placeholder)?.placeholder == placeholder }?.placeholder
      ?? placeholder.text(.square)
  }

  private func write(_ counts: [(String, Int)], as name: String, to json: inout JSONWriter) {
    json.object(name) { json in
      for (placeholder, count) in counts.sorted(by: { $0.0 < $1.0 }) { json.member(placeholder, count) }
    }
  }
}
