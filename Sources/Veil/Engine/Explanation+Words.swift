extension Explanation {
  /// What there is to say, as rows with a heading each. Holds no text of the input.
  public var reasons: [(heading: String, text: String)] {
    var rows = [("rule", "\(finding.rule), base score \(decimals(baseScore))")]
    rows.append(("validator", validator?.rawValue ?? "none"))
    for context in context {
      let words = context.words.prefix(6).joined(separator: ", ") + (context.words.count > 6 ? ", …" : "")
      rows.append(("context", "\(context.weight < 0 ? "−" : "+")\(decimals(abs(context.weight))) for one of: \(words)"))
    }
    if context.isEmpty { rows.append(("context", "none")) }
    rows += evidenceLines.map { ("evidence", $0) }
    rows.append(("folding", disguises.isEmpty ? "none" : disguises.joined(separator: ", ")))
    for loser in lost {
      let finding = loser.finding
      rows.append(
        ("won over", "\(finding.type) by \(finding.rule), \(decimals(finding.score)): \(loser.reason.words)"))
    }
    rows.append(("operator", operation))
    return rows.map { (heading: $0.0, text: $0.1) }
  }

  /// The same in one line: what there is, and nothing of what there is not.
  public var summary: String {
    let rows = reasons.filter { $0.text != "none" && $0.heading != "operator" }
    return rows.map { $0.heading == "rule" ? $0.text : "\($0.heading): \($0.text)" }.joined(separator: "; ")
  }

  /// A line for what stands around, and one for each word.
  private var evidenceLines: [String] {
    var lines: [(word: Int?, text: String)] = []
    for evidence in evidence {
      let weight = evidence.weight.map { "\($0 < 0 ? "−" : "+")\(decimals(abs($0))) " } ?? ""
      let text = weight + evidence.text
      if let place = lines.firstIndex(where: { $0.word == evidence.word }) {
        lines[place].text += "; \(text)"
      } else {
        lines.append((evidence.word, text))
      }
    }
    return lines.map { line in (line.word.map { "word \($0): " } ?? "") + line.text }
  }

  private var operation: String {
    switch `operator` {
    case .placeholder: "placeholder, can be restored"
    case .redact: "redact, cannot be restored"
    case .maskAllButLastFour: "mask, cannot be restored"
    case .keep: "keep, stays as it is"
    }
  }
}

extension Explanation.Reason {
  fileprivate var words: String {
    switch self {
    case .list: "a list of yours beats what is recognised"
    case .validated: "validated beats not validated"
    case .form: "a form of its own beats a guess by the words around"
    case .longer: "longer beats shorter"
    case .score: "higher score"
    case .priority: "higher priority"
    case .order: "alike; the first in order"
    }
  }
}

/// A score with two decimals.
package func decimals(_ value: Double) -> String {
  let hundredths = Int((value * 100).rounded())
  return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
}
