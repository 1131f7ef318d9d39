import TestSupport
import Testing

@testable import VeilGateway

/// The schema and the reader know the same.
@Suite struct SettingsSchemaTests {
  private let schema: JSONSchema

  init() throws { schema = try JSONSchema(SettingsFile.schema) }

  /// The keys that the reader names where it meets one that it does not know.
  private func readersKeys(_ yaml: String) -> Set<String> {
    let error = #expect(throws: SettingsError.self) { try SettingsFile(yaml: Array(yaml.utf8), path: nil) }
    let message = error?.problems.map(\.message).first { $0.hasPrefix("unknown key") } ?? ""
    return Set(message.split(separator: "may have ").last?.split(separator: ", ").map(String.init) ?? [])
  }

  private func keys(_ schema: JSON?) -> Set<String> { Set(schema?["properties"]?.members.keys.map { $0 } ?? []) }

  @Test func bothHaveTheSameKeys() throws {
    let definitions = try #require(schema.root["$defs"])
    let properties = try #require(schema.root["properties"])
    #expect(readersKeys("nonsense: 1") == keys(schema.root))
    for section in SettingsReader.sections.keys {
      let part = properties[section]?["anyOf"]?.elements.last ?? properties[section]
      #expect(readersKeys("\(section): {nonsense: 1}") == keys(part), "\(section)")
    }
    #expect(readersKeys("upstreams: [{nonsense: 1}]") == keys(definitions["upstream"]))
    #expect(
      readersKeys("upstreams: [{timeouts: {nonsense: 1}}]") == keys(definitions["upstream"]?["properties"]?["timeouts"])
    )
    #expect(readersKeys("callers: [{nonsense: 1}]") == keys(definitions["caller"]))
    #expect(readersKeys("callers: [{budget: {nonsense: 1}}]") == keys(definitions["caller"]?["properties"]?["budget"]))
    #expect(readersKeys("policy: {nonsense: 1}") == keys(definitions["policy"]))
  }

  @Test func thereAreSamples() { #expect(SettingsSample.valid.count >= 4 && SettingsSample.invalid.count >= 6) }

  @Test(arguments: SettingsSample.valid) func samplesAreValid(_ sample: SettingsSample) throws {
    #expect(schema.problems(try JSON(yaml: sample.text)) == [])
    #expect(try sample.read().remarks == [])
  }

  /// One value that each key refuses, and the schema too.
  @Test(arguments: [
    "listen: 8080", "listen: {host: 'a b'}", "listen: {port: 65536}", "listen: {port: http}",
    "listen: {allowed_origins: ['*']}", "listen: {allowed_origins: ['https://a.example/x']}", "policy: []",
    "policy: {types: NAME}", "pseudonymize: true", "pseudonymize: {pii: maybe}", "pseudonymize: {oii: 2}",
    "answers: {restore: 3}", "answers: {return_mapping: x}", "answers: {keep_system_values: x}",
    "answers: {logprobs: x}",
    "hint: {enabled: x}", "hint: {text: ''}", "hint: [x]", "attachments: hide", "conversations: {header: 'a b'}",
    "conversations: {maximum: 0}", "conversations: {expires: 30}", "conversations: {entries: x}", "limits: {body: big}",
    "limits: {event: 1XiB}", "limits: {answer: -1}", "limits: {lanes: 0}", "limits: {connections: 0}",
    "limits: {requests: x}", "limits: {keep_alive: soon}", "limits: {shutdown: 5}", "upstreams: {}",
    "upstreams: [{name: a}]", "upstreams: [{url: echo}]", "upstreams: [{name: a b, url: echo}]",
    "upstreams: [{name: a, url: a.example}]", "upstreams: [{name: a, url: 'https://a.example?x'}]",
    "upstreams: [{name: a, url: echo, models: []}]", "upstreams: [{name: a, url: echo, models: gpt}]",
    "upstreams: [{name: a, url: echo, rename: [x]}]", "upstreams: [{name: a, url: echo, key_env: sk-x}]",
    "upstreams: [{name: a, url: echo, key_file: ''}]", "upstreams: [{name: a, url: echo, headers: {a b: x}}]",
    "upstreams: [{name: a, url: echo, headers: {a: \"x\\ny\"}}]",
    "upstreams: [{name: a, url: echo, forward_headers: [a b]}]", "upstreams: [{name: a, url: echo, caller_keys: x}]",
    "upstreams: [{name: a, url: echo, timeouts: {idle: x}}]", "upstreams: [{name: a, url: echo, retries: 11}]",
    "upstreams: [{name: a, url: echo, connections: 0}]", "upstreams: [{name: a, url: echo, trusted_certificates: ''}]",
    "upstreams: [{name: a, url: echo, key: k}]", "allowed_base_urls: ['a.example']", "callers: {}",
    "callers: [{name: a, key_sha256: abc}]", "callers: [{name: a}]", "log: {level: loud}", "log: debug", "- a", "text",
  ])
  func refuseTheSame(_ yaml: String) throws {
    #expect(throws: SettingsError.self) { try SettingsFile(yaml: Array(yaml.utf8), path: nil) }
    #expect(!schema.problems(try JSON(yaml: yaml)).isEmpty)
  }

  @Test(arguments: [
    "spaces: [a/b]", "spaces: a", "requests_per_minute: 0", "tokens_per_minute: x", "budget: {tokens: 5}",
    "budget: {tokens: 0, per: day}", "budget: {tokens: 5, per: year}",
  ])
  func refuseTheSameOfCallers(_ member: String) throws {
    let yaml = "callers: [{name: a, key_sha256: \(String(repeating: "a", count: 64)), \(member)}]"
    #expect(throws: SettingsError.self) { try SettingsFile(yaml: Array(yaml.utf8), path: nil) }
    #expect(!schema.problems(try JSON(yaml: yaml)).isEmpty)
  }
}
