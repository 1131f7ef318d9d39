import Veil
import VeilFormats

extension TypeListing {
  /// One object, a line for each type.
  var json: [String] {
    var members: [String] = []
    if let named {
      members.append("\"policy\": \(quoted(named.name))")
      if let ready = named.ready {
        members += ["\"title\": \(quoted(ready.title))", "\"sentence\": \(quoted(ready.sentence))"]
      }
      members.append("\"minimum_score\": \(named.policy.minimumScore)")
    }
    let types = groups.flatMap { group in
      group.types.map { "  {\(self.members($0, group.title).joined(separator: ", "))}" }
    }
    let start = members.map { "\($0), " }.joined()
    return ["{\(start)\"types\": ["] + types.enumerated().map { $1 + ($0 + 1 < types.count ? "," : "") } + ["]}"]
  }

  private func members(_ entry: Entry, _ group: String) -> [String] {
    let description = entry.description
    var members = [
      "\"type\": \(quoted(entry.type.name))", "\"title\": \(quoted(entry.title))",
      "\"class\": \(quoted(entry.entityClass.rawValue))", "\"group\": \(quoted(group))",
      "\"country\": \(quoted(description?.country))", "\"check\": \(quoted(description?.validator?.rawValue))",
      "\"note\": \(quoted(description?.validatorNote))",
      "\"tags\": [\(entry.tags.map(quoted).joined(separator: ", "))]", "\"example\": \(quoted(description?.example))",
    ]
    if let threshold = threshold(entry.type) { members.append("\"minimum_score\": \(threshold)") }
    if let operation = operation(entry.type) { members.append("\"operator\": \(quoted(operation))") }
    return members
  }

  private func quoted(_ text: String?) -> String { text.map(jsonString) ?? "null" }
}

/// The text as a JSON string with its quotation marks.
func jsonString(_ text: String) -> String {
  var bytes: [UInt8] = []
  JSONStyle().append(Array(text.utf8), to: &bytes)
  return String(decoding: bytes, as: UTF8.self)
}
