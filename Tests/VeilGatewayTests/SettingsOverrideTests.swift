import Testing

@testable import VeilGateway

@Suite struct SettingsOverrideTests {
  private func read(_ variables: [String: String], _ yaml: String = "") throws -> Settings {
    try SettingsFile(
      yaml: Array(yaml.utf8), path: "veil.yaml", overrides: SettingsOverride.environment(variables)
    ).settings
  }

  private func problems(_ variables: [String: String], _ yaml: String = "") -> String? {
    #expect(throws: SettingsError.self) { try read(variables, yaml) }?.description
  }

  @Test func variablesStandAboveTheFile() throws {
    let settings = try read(
      ["VEIL_LISTEN_PORT": "9000", "VEIL_LIMITS_BODY": "1MiB", "VEIL_LOG_LEVEL": "error", "PATH": "/bin"],
      "listen: {host: '::1', port: 8000}\nlimits: {event: 2KiB}")
    #expect(settings.listen.host == "::1" && settings.listen.port == 9000)
    #expect(settings.limits.body == 1 << 20 && settings.limits.event == 2 << 10)
    #expect(settings.log.level == .error)
  }

  /// Each scalar setting has its variable, and says so where it is wrong.
  @Test(arguments: SettingsReader.scalarPaths) func everyScalarHasAVariable(_ path: [String]) {
    let name = "VEIL_" + path.joined(separator: "_").uppercased()
    // Nothing takes an empty text.
    #expect(problems([name: ""])?.hasPrefix("\(name): ") == true)
  }

  @Test func sectionsCanBeSwitched() throws {
    #expect(try read(["VEIL_HINT": "false"]).hint.isOn == false)
    #expect(try read(["VEIL_CONVERSATIONS": "true"]).conversations == Settings.Conversations())
    #expect(try read(["VEIL_CONVERSATIONS": "true"], "conversations: {maximum: 3}").conversations?.maximum == 3)
    #expect(try read(["VEIL_CONVERSATIONS": "false"], "conversations: {maximum: 3}").conversations == nil)
    #expect(try read(["VEIL_CONVERSATIONS_MAXIMUM": "5"], "conversations: {entries: 3}").conversations?.entries == 3)
    #expect(try read(["VEIL_POLICY": "pci"]).policy.types != nil)
  }

  @Test func misspeltVariablesAreRefused() throws {
    #expect(
      problems(["VEIL_LIMITS_BDOY": "1"]) == "VEIL_LIMITS_BDOY: no setting has this variable, and no upstream's key")
    let upstream = "upstreams: [{name: a, url: 'https://a.example', key_env: VEIL_LISTEN_KEY}]"
    #expect(try read(["VEIL_LISTEN_KEY": "k"], upstream).upstreams.count == 1)
    // What does not begin like a setting is somebody else's.
    #expect(try read(["VEIL_UPSTREAM_KEY": "k", "VEIL_FUZZ": "1"]).upstreams == [])
  }

  @Test func optionsNameThemselves() {
    let error = #expect(throws: SettingsError.self) {
      try SettingsFile(path: nil, overrides: [.option("--port", "listen.port", "many")])
    }
    #expect(error?.description == "--port: expected a whole number from 0 to 65535")
    let open = #expect(throws: SettingsError.self) {
      try SettingsFile(path: nil, overrides: [.option("--host", "listen.host", "0.0.0.0")])
    }
    #expect(open?.description.hasPrefix("--host: without `callers`") == true)
  }

  @Test func oneUpstreamTakesThePlaceOfAll() throws {
    let file = try SettingsSample("minimal.yaml").read([.upstream("https://other.example/v1/", hasKey: true)])
    var upstream = Settings.Upstream(name: "upstream", url: "https://other.example/v1")
    upstream.key = .environment("VEIL_UPSTREAM_KEY")
    #expect(file.settings.upstreams == [upstream])
    let error = #expect(throws: SettingsError.self) {
      try SettingsFile(path: nil, overrides: [.upstream("api.example.com", hasKey: false)])
    }
    #expect(error?.description == "--upstream: expected a URL like https://api.example.com/v1")
  }

  @Test func keysComeFromVariablesAndFiles() throws {
    #expect(try Settings.Key.environment("A").value(["A": " key-1\n"]) == "key-1")
    for (name, value) in [("B", "x"), ("A", ""), ("A", "two words"), ("A", "caf\u{E9}")] {
      let error = #expect(throws: SettingsError.self) { try Settings.Key.environment("A").value([name: value]) }
      #expect(error?.description.hasPrefix("A: ") == true)
    }
    #expect(throws: SettingsError.self) { try Settings.Key.file("/nowhere/key").value([:]) }
  }
}
