import Veil

/// Findings as rows for people: place, type, score, rule, text.
final class FindingTable {
  /// Texts that are read but not yet shown, as reading runs ahead; the first is the one at hand.
  private var texts: [RecentText] = []
  private let typeWidth: Int
  private let ruleWidth: Int
  private let namesFiles: Bool
  private var path = ""
  private var isHeaded = false

  /// - Parameter namesFiles: Whether there is more than one.
  init(_ policy: Policy, namesFiles: Bool) {
    typeWidth = min(24, policy.rules.map { $0.type.name.utf8.count }.max() ?? 0)
    ruleWidth = min(24, policy.rules.map(\.name.count).max() ?? 0)
    self.namesFiles = namesFiles
  }

  /// A text that is about to be read.
  func makeText() -> RecentText {
    texts.append(RecentText())
    return texts.last!
  }

  /// Findings of the next text are about to come.
  func begin(_ path: String) {
    self.path = path
    isHeaded = false
  }

  /// Findings that start before `offset` have come.
  func forget(before offset: Int) { texts[0].forget(before: offset) }

  /// All findings of the text have come.
  func end() { texts.removeFirst() }

  func append(_ finding: Finding, to output: inout [UInt8]) {
    if !isHeaded {
      if namesFiles { output += "\n\(path)\n".utf8 }
      output += row("LINE", "TYPE", "SCORE", "RULE", "TEXT").utf8
      isHeaded = true
    }
    let (line, column) = texts[0].place(of: finding.range.lowerBound)
    let text = shown(texts[0][finding.range])
    output += row("\(line):\(column)", finding.type.name, decimals(finding.score), finding.rule, text).utf8
  }

  private func row(_ place: String, _ type: String, _ score: String, _ rule: String, _ text: String) -> String {
    "\(padded(place, 9)) \(padded(type, typeWidth)) \(padded(score, 5)) \(padded(rule, ruleWidth)) \(text)\n"
  }
}
