import Foundation
import TestSupport
import Testing

/// `veil types`.
@Suite struct TypesTests {
  private let shell: Shell

  init() throws { shell = try Shell() }

  private func json(_ arguments: String) throws -> (policy: [String: Any], types: [[String: Any]]) {
    let result = try shell.run("veil types --json \(arguments)")
    #expect(result.status == 0)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    return (object, try #require(object["types"] as? [[String: Any]]))
  }

  @Test func listsAllByGroup() throws {
    let all = try json("").types
    let lines = try shell.run("veil types").output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.first?.contains("WHAT IT IS") == true)
    for type in all {
      let name = try #require(type["type"] as? String)
      #expect(lines.count { $0.hasPrefix("  \(name) ") } == 1, "\(name)")
      let group = try #require(type["group"] as? String)
      #expect(lines.count { $0 == group } == 1)
      #expect(!(type["example"] as? String ?? "").isEmpty)
      #expect(type["check"] is String || type["note"] is String)
    }
    // One line each, a title for each group with an empty line before it, and the head.
    let groups = Set(all.compactMap { $0["group"] as? String })
    #expect(lines.count == 1 + all.count + 2 * groups.count + 1)
  }

  @Test func choosesByClass() throws {
    let (pii, oii) = (try json("--pii").types, try json("--oii").types)
    #expect(pii.allSatisfy { $0["class"] as? String == "pii" } && oii.allSatisfy { $0["class"] as? String == "oii" })
    #expect(try json("").types.count == pii.count + oii.count)
    #expect(try json("--pii --oii").types.count == pii.count + oii.count)
  }

  @Test func documentsAPolicy() throws {
    let (policy, types) = try json("--policy pci")
    #expect(policy["policy"] as? String == "pci")
    #expect(types.contains { $0["type"] as? String == "PAYMENT_CARD" })
    #expect(types.allSatisfy { ($0["tags"] as? [String])?.contains("pci") == true })
    let text = try shell.run("veil types --policy pci").output
    #expect(text.hasPrefix("pci: "))
    #expect(text.contains("placeholder") && text.contains("0.50"))
  }

  @Test func documentsAPolicyFile() throws {
    try shell.write(
      "a.yaml",
      """
      extends: pci
      operators: {PAYMENT_CARD: mask}
      minimum_scores: {PAYMENT_CARD: 0.75}
      deny: {ZONE_OF_MINE: [Blue Heron], PHONE: [Falcon line]}
      rules:
        - {name: badge, type: BADGE, pattern: x, score: 1}
      """)
    let types = try json("--policy a.yaml").types
    let card = try #require(types.first { $0["type"] as? String == "PAYMENT_CARD" })
    #expect(card["operator"] as? String == "mask")
    #expect(card["minimum_score"] as? Double == 0.75)
    let own = types.filter { $0["group"] as? String == "Own types" }.compactMap { $0["type"] as? String }
    #expect(own == ["BADGE", "ZONE_OF_MINE"])
    #expect(types.contains { $0["type"] as? String == "PHONE" })
    #expect(!types.contains { $0["type"] as? String == "EMAIL" })
    #expect(try shell.run("veil types --policy a.yaml --markdown").output.contains("`BADGE`"))
  }

  @Test func fitsTheTerminal() throws {
    let result = try shell.run("script -qec 'stty cols 60; veil types' /dev/null")
    guard result.status != 127 else { return }
    #expect(result.output.split(whereSeparator: \.isNewline).allSatisfy { $0.count <= 60 })
    #expect(result.output.contains("…"))
  }

  /// `veil types --markdown > Sources/Veil/Veil.docc/Catalogue.md` makes it current.
  @Test func thePageOfTheCatalogueIsCurrent() throws {
    let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/Veil/Veil.docc/Catalogue.md")
    #expect(try String(contentsOf: page, encoding: .utf8) == shell.run("veil types --markdown").output)
  }

  @Test func theRowsOfThePageAreWhole() throws {
    let lines = try shell.run("veil types --markdown").output.split(separator: "\n")
    for line in lines where line.hasPrefix("| `") {
      let cells = line.replacing("\\|", with: "").split(separator: "|", omittingEmptySubsequences: false)
      #expect(cells.count == 9 || cells.count == 4, "\(line)")
    }
  }
}
