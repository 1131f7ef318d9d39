import Veil
import VeilPolicyFile

extension Explanation {
  /// One object on one line, without any text of the input.
  var json: String {
    let parts = [
      members(finding), member("base_score", rounded(baseScore)),
      member("validator", validator.map { jsonString($0.rawValue) } ?? "null"),
      member(
        "context", list(context.map { "{\(member("words", strings($0.words))), \(member("weight", $0.weight))}" })),
      member("evidence", list(evidence.map(\.json))), member("folding", strings(disguises)),
      member(
        "won_over", list(lost.map { "{\(members($0.finding)), \(member("reason", jsonString($0.reason.rawValue)))}" })),
      member("operator", jsonString(PolicyFile.name(`operator`))), member("reversible", isReversible),
    ]
    return "{\(parts.joined(separator: ", "))}"
  }
}

extension Explanation.Evidence {
  /// Members that say nothing are left out.
  fileprivate var json: String {
    var members = [member("kind", jsonString(kind.rawValue)), member("text", jsonString(text))]
    if let word { members.append(member("word", word)) }
    if let weight { members.append(member("weight", rounded(weight))) }
    return "{\(members.joined(separator: ", "))}"
  }
}

private func member(_ name: String, _ value: some CustomStringConvertible) -> String { "\"\(name)\": \(value)" }

private func list(_ values: [String]) -> String { "[\(values.joined(separator: ", "))]" }

private func strings(_ values: [String]) -> String { list(values.map(jsonString)) }
