import TestSupport
import Testing

@Suite struct DetectTests {
  private let shell: Shell

  init() throws { shell = try Shell() }

  @Test func writesJSONLinesIntoAPipe() throws {
    try shell.write("a.txt", "é: jane@example.com\n")
    let result = try shell.run("veil detect a.txt | cat")
    #expect(result.status == 0)
    #expect(result.output.hasPrefix(#"{"file": "a.txt", "type": "EMAIL", "start": 4, "end": 20, "score": 0."#))
    #expect(result.output.hasSuffix("\"}\n"))
    #expect(result.errors.contains("EMAIL"))
    #expect(result.errors.contains("1 finding in 1 input"))
    #expect(!result.errors.contains("jane"))
    #expect(try shell.run("veil detect --quiet a.txt").errors.isEmpty)
  }

  @Test func writesATableOnATerminal() throws {
    try shell.write("a.txt", "Hello\nüber jane@example.com\n")
    let result = try shell.run("script -qec 'veil detect a.txt 2>/dev/null' /dev/null")
    guard result.status != 127 else { return }
    let lines = result.output.split(whereSeparator: \.isNewline)
    #expect(lines.count == 2)
    #expect(lines.first?.hasPrefix("LINE") == true)
    #expect(lines.last?.hasPrefix("2:6") == true)
    #expect(lines.last?.hasSuffix("jane@example.com") == true)
  }

  @Test func readsStandardInput() throws {
    for command in ["veil detect", "veil detect -"] {
      let result = try shell.run("printf 'to jane@example.com' | \(command)")
      #expect(result.output.hasPrefix(#"{"file": "-", "type": "EMAIL", "start": 3, "end": 19,"#))
    }
  }

  @Test func tellsByItsExitCode() throws {
    try shell.write("dirty.txt", "jane@example.com")
    try shell.write("clean.txt", "nothing here")
    #expect(try shell.run("veil detect --check dirty.txt").status == 1)
    #expect(try shell.run("veil detect --check clean.txt").status == 0)
    #expect(try shell.run("veil detect dirty.txt").status == 0)
    #expect(try shell.run("veil detect --check dirty.txt missing.txt").status == 2)
    #expect(try shell.run("yes jane@example.com | veil detect --check | head -1; exit ${PIPESTATUS[1]}").status == 1)
  }

  @Test func findsWhatIsAsked() throws {
    try shell.write("a.txt", "Falcon: jane@example.com\n")
    try shell.write("deny.txt", "# names of projects\n\nPROJECT: Falcon\n")
    try shell.write("allow.txt", "jane@example.com\n")
    #expect(try shell.run("veil detect --types PHONE a.txt").output.isEmpty)
    #expect(try shell.run("veil detect --types EMAIL,PHONE a.txt").output.contains("EMAIL"))
    #expect(try shell.run("veil detect --oii a.txt").output.contains("EMAIL") == false)
    #expect(try shell.run("veil detect --allow allow.txt a.txt").output.contains("EMAIL") == false)
    let denied = try shell.run("veil detect --deny deny.txt --types PROJECT a.txt")
    #expect(denied.output.contains(#""type": "PROJECT", "start": 0, "end": 6"#))
  }

  @Test func namesAreLookedForAsAsked() throws {
    try shell.write("a.txt", "Dear Ms. Jane Roe, Globex LLC has moved to Blue Heron Park.\n")
    func types(_ arguments: String) throws -> [String] {
      let result = try shell.run("veil detect -q \(arguments) a.txt | cut -d '\"' -f 8")
      #expect(result.status == 0, "\(result.errors)")
      return result.output.split(separator: "\n").map(String.init)
    }
    #expect(try types("--names fast") == ["NAME", "ORG"])
    #expect(try types("--names full").starts(with: ["NAME", "ORG"]))
    #expect(try types("--names off") == ["ORG"])
    try shell.write("off.yaml", "names: off\nminimum_scores: {NAME: 1, ORG: 1}\n")
    #expect(try types("--policy off.yaml") == [])
    #expect(try types("--policy off.yaml --names fast --min-score NAME=0.5") == ["NAME"])
    #expect(try types("--policy off.yaml --names fast --min-score ORG=0.5,NAME=0.5") == ["NAME", "ORG"])
    // For all types anew, wherever it stands.
    #expect(try types("--policy off.yaml --min-score NAME=1 --min-score 0.5 --names fast") == ["ORG"])
    try shell.write("deny.txt", "LOCATION: blue heron park\nORG: Jane Roe\n")
    try shell.write("allow.txt", "globex llc\n")
    #expect(try types("--deny deny.txt --allow allow.txt") == ["ORG", "LOCATION"])
    #expect(try types("--deny deny.txt --types LOCATION --names off") == ["ORG", "LOCATION"])
    try shell.write("lists.yaml", "allow: [Jane Roe]\ndeny: {LOCATION: [Blue Heron Park], NAME: [Globex]}\n")
    #expect(try types("--policy lists.yaml --min-score ORG=1") == ["NAME", "LOCATION"])
  }

  @Test(arguments: ["detect", "explain", "pseudonymize --vault v"]) func everyCommandKnowsTheLevers(
    _ command: String
  ) throws {
    try shell.write("a.txt", "Dear Ms. Jane Roe, write to jane@example.com")
    let result = try shell.run("veil \(command) --names off --min-score EMAIL=0.4 a.txt")
    #expect(result.status == 0)
    #expect(result.output.contains("EMAIL") && !result.output.contains("NAME"))
  }

  @Test func countsByTypeAndRule() throws {
    try shell.write("d/a.txt", String(repeating: "jane@example.com\n", count: 3))
    try shell.write("d/b.txt", "call +1 415 555 0100\n")
    let result = try shell.run("veil detect --count --types EMAIL,PHONE d | cat")
    #expect(result.status == 0)
    let lines = result.output.split(separator: "\n")
    #expect(lines.first == #"{"inputs": 2, "bytes": 72, "findings": 4, "types": ["#)
    #expect(
      lines.dropFirst().first
        == #"  {"type": "EMAIL", "findings": 3, "per_megabyte": 41666.67, "rules": {"email": 3}},"#)
    #expect(lines.count == 4 && lines.last == "]}")
    #expect(!result.output.contains("jane"))
    try shell.write("a.jsonl", #"{"text": "jane@example.com"}"# + "\n" + #"{"text": "x"}"#)
    #expect(try shell.run("veil detect --count --jsonl a.jsonl").output.contains(#""findings": 1"#))
    #expect(try shell.run("veil detect --count --check -q --types PHONE a.jsonl").status == 0)
    #expect(try shell.run("veil detect --count --check -q d").status == 1)
    #expect(try shell.run("printf x | veil detect --count -q").output.contains(#""findings": 0"#))
  }

  @Test func countsInATableOnATerminal() throws {
    try shell.write("a.txt", "jane@example.com\n")
    let result = try shell.run("script -qec 'veil detect --count a.txt 2>/dev/null' /dev/null")
    guard result.status != 127 else { return }
    let lines = result.output.split(whereSeparator: \.isNewline).map { $0.split(separator: " ") }
    #expect(lines.count == 3)
    #expect(lines.dropFirst().first == ["EMAIL", "1", "58823.53", "email"])
    #expect(lines.last?.prefix(2) == ["all", "1"])
  }

  @Test func answersRecordsInOrder() throws {
    try shell.write(
      "a.jsonl",
      #"""
      {"id": 1, "text": "to jane@example.com"}
      {"text": "é\u00e9\n jane@example.com", "id": "a\"b"}

      {"id": {"n": [2]}, "text": null}
      {"text": ""}
      """#)
    let result = try shell.run("veil detect --jsonl a.jsonl")
    #expect(result.status == 0)
    let lines = result.output.split(separator: "\n")
    try #require(lines.count == 4)
    #expect(lines[0].hasPrefix(#"{"id": 1, "entities": [{"type": "EMAIL", "start": 3, "end": 19, "score": "#))
    #expect(lines[1].hasPrefix(#"{"id": "a\"b", "entities": [{"type": "EMAIL", "start": 6, "end": 22, "#))
    #expect(lines[2] == #"{"id": {"n": [2]}, "entities": []}"#)
    #expect(lines[3] == #"{"id": null, "entities": []}"#)
  }

  @Test(arguments: [
    (#"{"id": 2}"#, "line 2, byte 0: field 'text' is missing"),
    (#"{"text": 5}"#, "line 2, byte 9: field 'text' is not"),
    (#"{"text": "jane"#, "line 2, byte 9: "), ("jane", "line 2, byte 0: expected an object"),
    (#"{"text": "jane \udead"}"#, "line 2, byte 15: half a surrogate"),
  ])
  func namesTheRecordThatItCannotRead(_ line: String, _ message: String) throws {
    try shell.write("a.jsonl", "{\"text\": \"\"}\n\(line)\n{\"text\": \"\"}\n")
    let result = try shell.run("veil detect --jsonl a.jsonl")
    #expect(result.status == 2)
    #expect(result.output.split(separator: "\n").count == 1)
    #expect(result.errors.contains("a.jsonl: \(message)"))
    #expect(!result.errors.contains("jane"))
  }

  @Test func namesTheOffsetOfInvalidUTF8() throws {
    try shell.write("a.txt", Array("jane ".utf8) + [0xFF])
    try shell.write("a.jsonl", Array("{\"text\": \"\"}\n{\"text\": \"jane ".utf8) + [0xFF] + Array("\"}".utf8))
    let text = try shell.run("veil detect a.txt")
    #expect(text.status == 2)
    #expect(text.errors.contains("a.txt: invalid UTF-8 at byte 5"))
    let lines = try shell.run("veil detect --jsonl a.jsonl")
    #expect(lines.status == 2)
    #expect(lines.errors.contains("a.jsonl: line 2, field 'text': invalid UTF-8 at byte 5"))
  }

  @Test func goesOnBehindAnInputThatFails() throws {
    try shell.write("a.txt", [0xFF])
    try shell.write("b.txt", "jane@example.com")
    let result = try shell.run("veil detect a.txt missing.txt b.txt")
    #expect(result.status == 2)
    #expect(result.output.contains("b.txt"))
    #expect(result.errors.contains("a.txt: invalid UTF-8 at byte 0"))
    #expect(result.errors.contains("missing.txt"))
  }

  @Test func walksFoldersInOrder() throws {
    for name in ["d/b.txt", "d/a/z.txt", "d/B.txt", "d/a.txt"] { try shell.write(name, "jane@example.com") }
    let result = try shell.run("ln -s .. d/loop; veil detect d | cut -d '\"' -f 4")
    #expect(result.output == "d/B.txt\nd/a/z.txt\nd/a.txt\nd/b.txt\n")
  }

  @Test func aBrokenPipeIsNoError() throws {
    for command in ["veil detect", "veil detect --jobs 4", "veil pseudonymize --vault v"] {
      let result = try shell.run("yes jane@example.com | \(command) -q | head -1; exit ${PIPESTATUS[1]}")
      #expect(result.status == 0)
      #expect(result.errors.isEmpty)
    }
  }
}
