import TestSupport
import Testing

@testable import VeilGateway

/// `veil-gateway` as people call it.
@Suite struct SettingsCommandTests {
  private let shell: Shell

  init() throws { shell = try Shell() }

  @Test func checkTellsAllProblems() throws {
    try shell.write("veil.yaml", "listen: {port: x}\nnonsense: 1\n")
    let result = try shell.run("veil-gateway check --config veil.yaml")
    #expect(result.status == 2 && result.output == "")
    let lines = result.errors.split(separator: "\n")
    #expect(lines.first == "veil.yaml:1:16: expected a whole number from 0 to 65535")
    #expect(lines.count == 2 && lines.last?.hasPrefix("veil.yaml:2:1: unknown key") == true)
  }

  @Test func checkSaysWhatIsValid() throws {
    try shell.write("veil.yaml", "upstreams: [{name: a, url: 'https://a.example'}]\n")
    let result = try shell.run("veil-gateway check --config veil.yaml")
    #expect(result.status == 0 && result.errors == "")
    #expect(result.output.hasPrefix("veil.yaml: valid; 1 upstreams, 0 callers, "))
  }

  @Test func theEnvironmentStandsAboveTheFileAndOptionsAboveBoth() throws {
    try shell.write("veil.yaml", "listen: {port: 1}\n")
    let result = try shell.run("VEIL_LISTEN_PORT=x veil-gateway check --config veil.yaml --port y")
    #expect(result.status == 2)
    #expect(
      result.errors == """
        --port: expected a whole number from 0 to 65535
        VEIL_LISTEN_PORT: expected a whole number from 0 to 65535

        """)
  }

  @Test func wrongUseAndBadSettingsEndWithTwo() throws {
    #expect(try shell.run("veil-gateway --nonsense").status == 2)
    #expect(try shell.run("veil-gateway --config nowhere.yaml").status == 2)
    let open = try shell.run("veil-gateway --host 0.0.0.0")
    #expect(open.status == 2 && open.errors.hasPrefix("--host: without `callers`"))
    let upstream = try shell.run("veil-gateway --upstream https://user:secret@a.example")
    #expect(upstream.errors == "--upstream: a base URL has no user and no password\n")
  }

  @Test func aKeyAndItsLineBelongTogether() throws {
    let result = try shell.run(
      """
      veil-gateway key > made
      sed -n 's/^key: //p' made | veil-gateway key --hash
      """)
    #expect(result.status == 0)
    let lines = try shell.text("made").split(separator: "\n").map(String.init)
    #expect(lines.count == 2 && lines[1] + "\n" == result.output)
    #expect(lines[0].wholeMatch(of: /key: veil-[0-9a-f]{64}/) != nil)
    #expect(try shell.run("echo short | veil-gateway key --hash").status == 2)
  }

  @Test func theSchemaIsPrinted() throws {
    #expect(try shell.run("veil-gateway schema").output == SettingsFile.schema)
  }
}
