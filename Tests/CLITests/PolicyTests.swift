import Foundation
import TestSupport
import Testing

/// `veil policy …` and `--policy`.
@Suite struct PolicyTests {
  private let shell: Shell

  init() throws { shell = try Shell() }

  private static let names = ["default", "strict", "gdpr", "hipaa", "pci", "secrets", "oii"]

  @Test func listsTheReadyOnes() throws {
    let result = try shell.run("veil policy list")
    #expect(result.status == 0)
    let starts = result.output.split(separator: "\n").filter { !$0.hasPrefix(" ") }.map { $0.prefix { $0 != " " } }
    #expect(starts.map(String.init) == Self.names)
  }

  @Test(arguments: names) func showsThemAsFilesThatFindTheSame(_ name: String) throws {
    try shell.write(
      "a.txt", "Jane Roe, jane@example.com, password: correct-horse-7, card 4111 1111 1111 1111, 2024-01-15")
    let shown = try shell.run("veil policy show \(name) > shown.yaml && veil policy check shown.yaml")
    #expect(shown.status == 0)
    let named = try shell.run("veil detect -q --policy \(name) a.txt")
    #expect(named.status == 0)
    #expect(try shell.run("veil detect -q --policy ./shown.yaml a.txt").output == named.output)
  }

  @Test func aNameIsNeverAFile() throws {
    try shell.write("a.txt", "jane@example.com")
    try shell.write("pci", "types: [EMAIL]\n")
    try shell.write("mine", "types: [EMAIL]\n")
    #expect(try shell.run("veil detect -q --policy pci a.txt").output.isEmpty)
    for name in ["./pci", "./mine"] {
      #expect(try shell.run("veil detect -q --policy \(name) a.txt").output.contains("EMAIL"))
    }
    #expect(try shell.run("veil detect -q --policy - a.txt < mine").output.contains("EMAIL"))
    let unknown = try shell.run("veil detect --policy mine a.txt")
    #expect(unknown.status == 2)
    #expect(unknown.errors.contains("hipaa"))
  }

  @Test func everyCommandTakesAName() throws {
    try shell.write("a.txt", "Write to jane@example.com, card 4111 1111 1111 1111")
    let masked = try shell.run("veil pseudonymize -q --policy pci --vault v a.txt")
    #expect(masked.output == "Write to jane@example.com, card [PAYMENT_CARD_1]")
    #expect(try shell.run("veil explain --policy pci a.txt").output.contains("EMAIL") == false)
  }

  @Test func showsWhatAFileComesTo() throws {
    try shell.write("parts/base.yaml", "extends: pci\nallow: [Acme Support]\n")
    try shell.write("main.yaml", "extends: parts/base.yaml\ninclude: [EMAIL]\n")
    let result = try shell.run("veil policy show main.yaml")
    #expect(result.output.contains("EMAIL") && result.output.contains("Acme Support"))
    #expect(!result.output.contains("extends"))
  }

  @Test func problemsOfExtendedFilesNameThem() throws {
    try shell.write("parts/base.yaml", "\nminimum_score: 3\n")
    try shell.write("main.yaml", "extends: parts/base.yaml\ncolour: red\n")
    for command in ["policy check main.yaml", "detect --policy main.yaml main.yaml", "types --policy main.yaml"] {
      let result = try shell.run("veil \(command)")
      #expect(result.status == 2)
      let places = result.errors.split(separator: "\n").map { $0.split(separator: " ")[0] }
      #expect(places == ["parts/base.yaml:2:16:", "main.yaml:2:1:"])
    }
    try shell.write("circle.yaml", "extends: ./circle.yaml\n")
    #expect(try shell.run("veil policy check circle.yaml").errors.hasPrefix("circle.yaml:1:10: "))
  }

  @Test func remarksOnWhatDoesNothing() throws {
    try shell.write("a.yaml", "types: [NAME]\nrules:\n  - {name: badge, type: BADGE, pattern: x, score: 1}\n")
    let result = try shell.run("veil policy check a.yaml")
    #expect(result.status == 0)
    #expect(result.errors.hasPrefix("a.yaml:3:5: "))
  }

  @Test func printsTheSchema() throws {
    let result = try shell.run("veil policy schema")
    let schema = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
    #expect((schema?["properties"] as? [String: Any])?["extends"] != nil)
  }

  @Test func learnsARuleThatFindsTheSamples() throws {
    let samples = ["AC-4711-Q", "AC-9921-P", "AC-0815-K", "AC-1234-L"]
    try shell.write("samples.txt", "# from the staff office\n" + samples.joined(separator: "\n") + "\n")
    try shell.write("other/a.txt", String(repeating: "Parts BD-4711-Q and AC-47111-Q are sold out.\n", count: 50))
    try shell.write("other/b.txt", "AC-9999-Q\n")
    let result = try shell.run(
      "veil policy learn --type STAFF_CODE --label 'staff no' --against other samples.txt > learned.yaml && "
        + "veil policy check learned.yaml && printf 'AC-4711-Q\\nstaff no: AC-7777-Z' > in.txt && "
        + "veil detect -q --policy learned.yaml --types STAFF_CODE in.txt")
    #expect(result.status == 0, "\(result.errors)")
    let ranges = result.output.split(separator: "\n").dropFirst().map { $0.contains(#""start": 0, "end": 9"#) }
    #expect(ranges == [true, false])
    let proposal = try shell.text("learned.yaml")
    #expect(proposal.contains("the bare pattern has 1 findings"))
    #expect(proposal.split(separator: "\n").filter { $0.hasPrefix("#") }.count >= 3)
  }

  @Test(arguments: [
    ("E-1\nE-2\n", "samples.txt: at least 3"), ("E-1234\nE-5678\nnothing/like/it\n", "samples.txt:3: "),
    ("apple\npear\nplum\n", "samples.txt: ordinary words"),
  ])
  func saysWhichLineKeepsItFromLearning(_ samples: String, _ message: String) throws {
    try shell.write("samples.txt", samples)
    let result = try shell.run("veil policy learn --type EMPLOYEE_ID samples.txt")
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains(message))
    for line in samples.split(separator: "\n") { #expect(!result.errors.contains(line)) }
  }

  @Test(arguments: [
    "veil policy learn samples.txt", "veil policy learn --type employee samples.txt",
    "veil policy learn --type EMPLOYEE_ID missing.txt", "veil policy learn --type EMPLOYEE_ID --label '…' samples.txt",
    "veil policy learn --type EMPLOYEE_ID --against missing samples.txt", "veil policy show nonsense",
    "veil policy show missing.yaml", "veil policy check nonsense", "veil types --policy nonsense",
    "veil types --markdown --json",
  ])
  func refuses(_ command: String) throws {
    try shell.write("samples.txt", "E-1234\nE-5678\nE-9999\n")
    let result = try shell.run(command)
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(!result.errors.isEmpty)
  }
}
