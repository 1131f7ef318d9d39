import Testing
import Veil

@testable import VeilGateway

@Suite struct SettingsFileTests {
  private func read(_ yaml: String, _ overrides: [SettingsOverride] = []) throws(SettingsError) -> Settings {
    try SettingsFile(yaml: Array(yaml.utf8), path: "veil.yaml", overrides: overrides).settings
  }

  /// What is said of a configuration, one line for each problem.
  private func problems(_ yaml: String, _ overrides: [SettingsOverride] = []) -> [String] {
    do throws(SettingsError) {
      _ = try read(yaml, overrides)
      return []
    } catch { return error.problems.map(\.description) }
  }

  @Test func everyKeyIsRead() throws {
    let settings = try SettingsSample("everything.yaml").read().settings
    var listen = Settings.Listen()
    listen.host = "0.0.0.0"
    listen.port = 8443
    listen.allowedOrigins = ["https://chat.example.com", "http://localhost:3000"]
    #expect(settings.listen == listen)
    #expect(settings.policy.domains == ["acme.example"])
    #expect(settings.pseudonymize == Settings.Pseudonymize(pii: true, oii: false))
    #expect(
      settings.answers
        == Settings.Answers(restore: true, returnsMapping: true, keepsSystemValues: true, logprobs: .keep))
    #expect(settings.hint == Settings.Hint(isOn: true, text: "Keep [NAME_1] as it is."))
    #expect(settings.attachments == .strip)
    #expect(
      settings.conversations
        == Settings.Conversations(header: "X-Thread-Id", maximum: 500, expiry: .seconds(600), entries: 2000))
    #expect(
      settings.limits
        == Settings.Limits(
          body: 2 << 20, event: 256 << 10, answer: 8_000_000, lanes: 64, connections: 200, requests: 100,
          keepAlive: .seconds(5), shutdown: .seconds(60)))
    #expect(settings.log.level == .debug)
    #expect(settings.allowedBaseURLs == ["https://models.example.com", "https://eu.example.org/v1"])
  }

  @Test func upstreamsAreRead() throws {
    let sample = try SettingsSample("everything.yaml")
    let upstreams = try sample.read().settings.upstreams
    var main = Settings.Upstream(name: "main", url: "https://api.example.com/v1")
    main.models = ["gpt-*", "o*"]
    main.renames = ["gpt-small": "gpt-4o-mini"]
    main.key = .environment("MAIN_API_KEY")
    main.headers = ["OpenAI-Organization": "org-example"]
    main.forwardedHeaders = ["openai-beta", "x-request-label"]
    main.acceptsCallerKeys = true
    main.connectTimeout = .milliseconds(500)
    main.firstByteTimeout = .seconds(30)
    main.idleTimeout = .seconds(7200)
    main.retries = 1
    main.connections = 32
    main.trustedCertificates = String(sample.path.dropLast("everything.yaml".count)) + "ca.pem"
    var local = Settings.Upstream(name: "local", url: "http://127.0.0.1:9000/v1")
    local.models = ["llama-*"]
    local.key = .file("/run/secrets/local")
    var echo = Settings.Upstream(name: "built-in", url: nil)
    echo.models = ["echo"]
    #expect(upstreams == [main, local, echo])
  }

  @Test func callersAreRead() throws {
    let callers = try SettingsSample("everything.yaml").read().settings.callers
    #expect(callers.map(\.name) == ["billing", "support"])
    #expect(callers[0].keyHash == CallerKey.hash("secret"))
    #expect(callers[0].spaces == ["invoices", "refunds"])
    #expect(callers[0].requestsPerMinute == 60)
    #expect(callers[0].tokensPerMinute == 90_000)
    #expect(callers[0].budget == Settings.Budget(tokens: 5_000_000, period: .month))
    #expect(callers[1].keyHash == CallerKey.hash(""))
    #expect(callers[1].spaces == nil && callers[1].budget == nil)
  }

  @Test func nothingMeansTheDefaults() throws {
    let settings = try SettingsSample("empty.yaml").read().settings
    #expect(settings.listen == Settings.Listen() && settings.limits == Settings.Limits())
    #expect(settings.conversations == nil && settings.hint == Settings.Hint() && settings.upstreams == [])
  }

  @Test func aPolicyMayBePartOfTheFile() throws {
    let settings = try SettingsSample("inline-policy.yaml").read().settings
    #expect(settings.policy.domains == ["acme.example"])
    #expect(settings.policy.rules.contains { $0.name == "staff-id" })
    #expect(!settings.hint.isOn)
    #expect(settings.conversations == Settings.Conversations())
  }

  @Test func readyPoliciesGoByName() throws {
    #expect(try read("policy: gdpr").policy.classes == ReadyPolicy.gdpr.policy.classes)
    #expect(problems("policy: gdrp").first?.hasPrefix("veil.yaml:1:9: there is no ready policy of this name") == true)
  }

  @Test(arguments: SettingsSample.invalid) func allProblemsAreTold(_ sample: SettingsSample) throws {
    let error = #expect(throws: SettingsError.self) { try sample.read() }
    let found = error?.problems.map { problem in
      let name = problem.source.split(separator: "/").last.map(String.init) ?? ""
      let place = "\(problem.position?.line ?? 0):\(problem.position?.column ?? 0)"
      return name == sample.testDescription ? place : "\(name):\(place)"
    }
    #expect(found == sample.expectedProblems, "\(error?.description ?? "")")
  }

  @Test func messagesNameThePlaceAsCompilersDo() {
    #expect(
      problems("listen: {port: x}\nlog: {level: loud}") == [
        "veil.yaml:1:16: expected a whole number from 0 to 65535",
        "veil.yaml:2:14: expected one of debug, error, info, warning",
      ])
    #expect(
      problems("log: {levels: info}") == ["veil.yaml:1:7: unknown key; `log` may have level"])
  }

  @Test func keysNeverStandInTheFile() {
    #expect(
      problems("upstreams: [{name: a, url: 'https://a.example', key: sk-x}]") == [
        "veil.yaml:1:49: a key never stands in the configuration: name its variable with `key_env` or its file with "
          + "`key_file`"
      ])
    #expect(problems("callers: [{name: a, key: x}]").contains { $0.contains("`veil-gateway key` makes both") })
  }

  /// A value that stands in the place of every value of the sample is in no message.
  @Test func messagesNeverQuote() throws {
    let lines = try SettingsSample("everything.yaml").text.split(separator: "\n", omittingEmptySubsequences: false)
    for index in lines.indices {
      guard let colon = lines[index].lastIndex(of: ":") else { continue }
      var changed = lines
      changed[index] = lines[index][...colon] + " 'Zanzibar <\u{E9}>'"
      for problem in problems(changed.joined(separator: "\n")) { #expect(!problem.contains("Zanzibar")) }
    }
  }

  @Test func onlyLoopbackWithoutCallers() throws {
    for host in ["127.0.0.1", "127.0.8.9", "::1", "localhost", "LOCALHOST"] {
      #expect(problems("listen: {host: '\(host)'}") == [])
    }
    for host in ["0.0.0.0", "::", "192.168.1.2", "gateway.example.com", "127.0.0.1.example.com", "localhost.example"] {
      #expect(problems("listen: {host: '\(host)'}").count == 1)
    }
    let caller = "callers: [{name: a, key_sha256: \(String(repeating: "a", count: 64))}]"
    #expect(problems("listen: {host: 0.0.0.0}\n\(caller)") == [])
  }

  @Test func settingsMadeInCodeAreCheckedTheSame() {
    var settings = Settings()
    settings.listen.host = "0.0.0.0"
    settings.upstreams = [.init(name: "a", url: "https://a.example"), .init(name: "a", url: "nonsense")]
    let error = #expect(throws: SettingsError.self) { try settings.check() }
    #expect(error?.problems.map(\.source) == ["listen.host", "upstreams[1].name", "upstreams[1].url"])
  }

  @Test func whatHasNoEffectIsTold() throws {
    let file = try SettingsFile(
      yaml: Array(
        """
        upstreams:
          - {name: a, url: "http://a.example", key_env: A}
          - {name: b, url: "https://b.example"}
        """.utf8), path: "veil.yaml")
    #expect(
      file.remarks.map(\.description) == [
        "veil.yaml:2:20: the key is sent over http, readable on the way",
        "veil.yaml:3:5: never asked: those before take all of its models",
      ])
  }

  @Test func aMissingFileIsOneProblem() {
    let error = #expect(throws: SettingsError.self) { try SettingsFile(path: "/nowhere/veil.yaml") }
    #expect(error?.description == "/nowhere/veil.yaml: cannot be opened: No such file or directory")
  }

  @Test func bytesThatAreNotTextAreRefused() {
    let error = #expect(throws: SettingsError.self) { try SettingsFile(yaml: [0x61, 0xFF], path: "veil.yaml") }
    #expect(error?.description == "veil.yaml:1:1: the file is not valid UTF-8")
  }
}
