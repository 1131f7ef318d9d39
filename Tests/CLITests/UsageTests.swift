import Foundation
import TestSupport
import Testing

@Suite struct UsageTests {
  private let shell: Shell

  init() throws { shell = try Shell() }

  @Test func tellsItsVersion() throws {
    let result = try shell.run("veil --version")
    #expect(result.status == 0)
    #expect(result.output.split(separator: ".").count == 3)
  }

  @Test(arguments: [
    "", "detect", "pseudonymize", "restore", "explain", "types", "policy", "policy check",
    "policy list", "policy show", "policy schema", "policy learn",
  ])
  func helps(_ command: String) throws {
    let result = try shell.run("veil \(command) --help")
    #expect(result.status == 0)
    #expect(result.output.contains("USAGE: veil"))
    #expect(command == "policy" || result.output.contains("  veil "), "no example")
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func completes(_ name: String) throws {
    let result = try shell.run("veil --generate-completion-script \(name)")
    #expect(result.status == 0)
    #expect(result.output.contains("pseudonymize"))
  }

  @Test(arguments: [
    "veil nonsense", "veil detect --colour", "veil detect missing.txt", "veil pseudonymize in.txt",
    "veil restore in.txt --vault missing.vault", "veil detect --jobs 0 in.txt", "veil detect --field text in.txt",
    "veil detect --types NOTHING_LIKE_IT in.txt", "veil detect --min-score 2 in.txt", "veil detect - -",
    "veil detect --names faster in.txt", "veil detect --min-score NAME=2 in.txt",
    "veil detect --min-score NAME= in.txt",
    "veil detect --min-score NOTHING_LIKE_IT=0.5 in.txt", "veil detect --min-score name=0.5 in.txt",
    "veil detect --min-score 0.5,0.6x in.txt",
    "veil detect --policy missing.yaml in.txt", "veil detect --mapping missing.json in.txt",
    "veil detect --mapping in.txt in.txt", "veil restore --vault in.txt in.txt", "veil detect -o . in.txt",
    "veil detect --deny words.txt in.txt", "veil pseudonymize --vault v - in.txt -o results < in.txt",
  ])
  func refuses(_ command: String) throws {
    try shell.write("in.txt", "Write to jane@example.com\n")
    try shell.write("words.txt", "Falcon\n")
    let result = try shell.run(command)
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(!result.errors.isEmpty)
    #expect(!result.errors.contains("jane"))
    #expect(!result.errors.contains("Falcon"))
  }

  @Test func explains() throws {
    let result = try shell.run("printf 'x\\nWrite to jane@example.com' | veil explain")
    #expect(result.status == 0)
    #expect(result.output.contains("2:10  EMAIL"))
    for reason in ["rule", "validator", "context", "folding", "operator"] {
      #expect(result.output.contains("    \(reason)"))
    }
  }

  @Test func explainsNames() throws {
    let result = try shell.run("echo 'We met Dr. Jane van der Xyloft' | veil explain")
    #expect(result.output.contains("title before it"))
    #expect(result.output.contains("    evidence   word 1: given name"))
    #expect(result.output.contains("    evidence   word 4: in no list"))
    // What the tagger went by.
    #expect(result.output.contains(" what stands before it"))
  }

  /// One object a line, and nothing of the text in it.
  @Test func explainsAsJSON() throws {
    try shell.write("a.txt", "Mail jane@exam\u{200B}ple.com, card 4111 1111 1111 1111, Dr. Jane Roe\n")
    let result = try shell.run("veil explain --json a.txt")
    #expect(result.status == 0)
    for text in ["jane", "Jane", "Roe", "4111"] { #expect(!result.output.contains(text)) }
    let objects = try result.output.split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    #expect(objects.compactMap { $0["type"] as? String } == ["EMAIL", "PAYMENT_CARD", "NAME"])
    #expect(objects[0]["folding"] as? [String] == ["invisible"])
    #expect(objects[1]["validator"] as? String == "payment-card" && objects[1]["reversible"] as? Bool == true)
    #expect((objects[1]["evidence"] as? [Any])?.isEmpty == true)
    let evidence = try #require(objects[2]["evidence"] as? [[String: Any]])
    #expect(evidence.contains { $0["kind"] as? String == "title" && $0["text"] as? String == "title before it" })
    #expect(evidence.contains { $0["kind"] as? String == "family-name" && $0["word"] as? Int == 2 })
    #expect((objects[2]["won_over"] as? [[String: Any]])?.allSatisfy { $0["reason"] is String } == true)
  }

  @Test func checksPolicies() throws {
    try shell.write("good.yaml", "rules:\n  - {name: badge, type: BADGE, pattern: 'B-\\d{6}', score: 0.9}\n")
    try shell.write("bad.yaml", "minimum_score: 3\nrules:\n  - {name: badge, type: badge, pattern: x, score: 0.9}\n")
    #expect(try shell.run("veil policy check good.yaml").status == 0)
    for command in ["veil policy check bad.yaml", "veil detect --policy bad.yaml good.yaml"] {
      let result = try shell.run(command)
      #expect(result.status == 2)
      #expect(result.errors.split(separator: "\n").map { $0.prefix(13) } == ["bad.yaml:1:16", "bad.yaml:3:25"])
    }
  }
}
