import Testing
import Veil
import VeilFormats

@testable import VeilGateway

@Suite struct RequestMaskTests {
  /// What became of a chat body, without the hint.
  private func sent(
    _ body: String, _ headers: [String: String] = [:], _ settings: Settings = RequestSupport.plain
  ) throws -> String {
    try RequestSupport.masked(body, headers, settings: settings).text
  }

  private func content(
    _ text: String, role: String = "user", _ headers: [String: String] = [:],
    _ settings: Settings = RequestSupport.plain
  ) throws -> String {
    var json = JSONWriter()
    json.object { json in
      json.member("model", "m")
      json.array("messages") { json in
        json.object { json in
          json.member("role", role)
          json.member("content", text)
        }
      }
    }
    let masked = try RequestSupport.masked(json.bytes, headers, settings: settings)
    return try Deep(masked.body)["messages"]?[0]?["content"]?.text ?? masked.text
  }

  private func request(_ members: String) -> String {
    #"{"model":"m","messages":[{"role":"user","content":"hi"}],"# + members + "}"
  }

  // MARK: Fields by name

  struct Example: Sendable, CustomTestStringConvertible {
    var request: String
    var sent: String
    var testDescription: String { request }
  }

  static let examples: [Example] = {
    guard let bytes = try? RequestSupport.fixture("masked.jsonl") else { return [] }
    return bytes.split(separator: 0x0A).compactMap { line in
      guard let tree = try? JSONTree(Array(line)) else { return nil }
      return Example(request: tree.text(tree.root["request"]) ?? "", sent: tree.text(tree.root["sent"]) ?? "")
    }
  }()

  @Test func readsTheExamples() { #expect(Self.examples.count > 30) }

  @Test(arguments: examples) func treats(_ example: Example) throws {
    #expect(try sent(example.request) == example.sent)
  }

  @Test(arguments: [
    (#"Result: {"mail": "jane\u002eroe@example.com"} and [x]"#, #"Result: {"mail": "[EMAIL_1]"} and [x]"#),
    (#"a[0] = "\n"; {"mail": "jane.roe@example.com"}"#, #"a[0] = "\n"; {"mail": "[EMAIL_1]"}"#),
    (#""jane\u002eroe@example.com""#, #""[EMAIL_1]""#),
    ("{\"mail\": \"jane.roe@example.com\"}\n\n[1]\n", "{\"mail\": \"[EMAIL_1]\"}\n\n[1]\n"),
  ])
  func looksIntoJSONInTexts(_ text: String, _ expected: String) throws {
    let masked = try RequestSupport.masked(
      Array("{\"model\":\"m\",\"prompt\":\(String(decoding: JSONWriter.string(text), as: UTF8.self))}".utf8),
      kind: .completion, settings: RequestSupport.plain)
    let tree = try JSONTree(masked.body)
    #expect(tree.text(tree.root["prompt"]) == expected)
  }

  @Test func masksIdentifiersAlike() throws {
    let body =
      #"{"model":"m","tools":[{"type":"function","function":{"name":"falcon","parameters":{"type":"object","properties":{"jane.roe@example.com":{"type":"string"},"falcon":{}},"required":["falcon","jane.roe@example.com"]}}}],"messages":[{"role":"assistant","tool_calls":[{"id":"call_falcon 1","type":"function","function":{"name":"falcon","arguments":"{\"falcon\":1}"}}]},{"role":"tool","tool_call_id":"call_falcon 1","content":"falcon"}],"tool_choice":{"type":"function","function":{"name":"falcon"}}}"#
    let sent = try sent(body, ["X-Pii-Mapping": #"{"falcon":"[PROJECT_7]"}"#])
    #expect(!sent.contains(#""falcon""#) && !sent.contains("jane.roe"))
    #expect(sent.contains(#""required":["[PROJECT_7]","[EMAIL_1]"]"#))
    #expect(sent.contains(#""arguments":"{\"[PROJECT_7]\":1}""#))
    #expect(sent.contains(#""properties":{"[EMAIL_1]":{"type":"string"},"[PROJECT_7]":{}}"#))
  }

  @Test func leavesNamesOfFunctionsAlone() throws {
    let body =
      #"{"model":"m","messages":[{"role":"user","content":"I am Paris Brown"}],"tools":[{"type":"function","function":{"name":"Paris"}}],"tool_choice":{"type":"function","function":{"name":"Paris"}}}"#
    let sent = try sent(body)
    #expect(
      sent.contains(#""function":{"name":"Paris"}}]"#)
        && sent.contains(#""tool_choice":{"type":"function","function":{"name":"Paris"}}"#))
  }

  @Test func refusesFindsInModels() throws {
    #expect(throws: RequestProblems.self) {
      try sent(#"{"model":"jane.roe@example.com","messages":[{"role":"user","content":"x"}]}"#)
    }
    #expect(throws: RequestProblems.self) {
      try sent(request(#""n":1"#), ["X-Model": "falcon", "X-Pii-Mapping": #"{"falcon":"PROJECT"}"#])
    }
    for model in [
      "gpt-4o-2024-11-20", "meta-llama/Llama-3.1-8B-Instruct", "claude-3@20240229", "ft:gpt-4o-mini:acme:custom:AbC12",
      "us.anthropic.claude-3-5-sonnet-20241022-v2:0", "hf.co/bartowski/Llama", "@cf/meta/llama-3-8b",
      "deepseek-r1:70b-q4_K_M", "gemini-2.5-pro", "Paris",
    ] {
      let body = #"{"model":"\#(model)","messages":[{"role":"user","content":"x"}]}"#
      #expect(try sent(body) == body)
    }
  }

  // MARK: Placeholders in texts

  @Test func takesOwnPlaceholdersOnlyFromAssistants() throws {
    let turns =
      #"{"role":"user","content":"I am Jane Roe."},{"role":"assistant","content":"Hello [NAME_1], not [NAME_5]."},"#
    let own = try sent(#"{"model":"m","messages":["# + turns + #"{"role":"user","content":"What is [NAME_1]?"}]}"#)
    #expect(own.contains("Hello [NAME_1], not [NAME_5]."))
    #expect(own.contains("What is [TEXT_1]?"))
  }

  @Test func takesPlaceholdersOfTheHistoryFromAll() throws {
    let masked = try RequestSupport.masked(
      #"{"model":"m","messages":[{"role":"user","content":"What of [NAME_1] and Jane Roe and Mary Major?"}]}"#,
      ["X-Chat-History-Pii-Mapping": #"{"[NAME_1]":"Jane Roe"}"#], settings: RequestSupport.plain)
    #expect(masked.text.contains("What of [NAME_1] and [NAME_1] and [NAME_2]?"))
    #expect(masked.vault.entries.first?.placeholder == "[NAME_1]")
  }

  /// What an answer's mapping says, sent back with the next turn, changes nothing of what was sent before.
  @Test func sendsTheSameWithTheHistory() throws {
    let body =
      #"{"model":"m","messages":[{"role":"user","content":"I am Jane Roe, JANE ROE, 42 years old, with 42 cats."},"#
      + #"{"role":"assistant","content":"Hi Jane!"},{"role":"user","content":"Ms Roe has jane.roe@example.com"}]}"#
    let first = try RequestSupport.masked(body)
    var json = JSONWriter()
    json.object { $0.mapping("m", first.vault) }
    let mapping = String(decoding: json.bytes.dropFirst(5).dropLast(), as: UTF8.self)
    let second = try RequestSupport.masked(body, ["X-Chat-History-Pii-Mapping": mapping])
    #expect(second.text == first.text && first.vault.entries.count > 4)
  }

  @Test func findsOnlyWhatIsListedWhenTold() throws {
    let headers = [
      "X-Auto-Pii-Mapping": "false", "X-Pii-Mapping": #"{"Project Falcon":"[PROJECT_1]"}"#,
      "X-Chat-History-Pii-Mapping": #"{"<PERSON_1>":"Jane Roe"}"#,
    ]
    #expect(
      try content("Jane Roe and John Doe on Project Falcon", headers) == "<PERSON_1> and John Doe on [PROJECT_1]")
  }

  @Test func findsWhatWasIssuedAsATypeOfItsOwn() throws {
    #expect(
      try content("Ask Jane Roe, aged 42; 42 of them", ["X-Chat-History-Pii-Mapping": #"{"<PERSON_1>":"Jane Roe"}"#])
        .hasPrefix("Ask <PERSON_1>"))
  }

  @Test func goesOnWithAConversationsVault() throws {
    let vault = try Vault()
    let first = try RequestSupport.masked(
      Array(request(#""user":"jane.roe@example.com""#).utf8), settings: RequestSupport.plain, vault: vault)
    #expect(first.vault === vault)
    let second = try RequestSupport.masked(
      Array(request(#""user":"john.doe@example.com","metadata":{"a":"[EMAIL_1]"}"#).utf8),
      ["X-Pii-Mapping": #"{"x y":"NAME"}"#], settings: RequestSupport.plain, vault: vault)
    #expect(second.vault !== vault)
    #expect(second.text.contains(#""user":"[EMAIL_2]","metadata":{"a":"[EMAIL_1]"}"#))
  }

  // MARK: Positions

  @Test func masksPositionsEverywhere() throws {
    let body =
      #"{"model":"m","messages":[{"role":"user","content":"é the zorbl plan"},{"role":"user","content":"Zorbl? zorbl!"}]}"#
    let sent = try sent(body, ["X-Pii-Positions": #"[{"message":0,"start":7,"end":12,"type":"PROJECT"}]"#])
    #expect(sent.contains("é the [PROJECT_1] plan") && !sent.lowercased().contains("zorbl"))
  }

  @Test(arguments: [
    #"[{"message":1,"start":0,"end":1,"type":"NAME"}]"#, #"[{"message":0,"start":0,"end":99,"type":"NAME"}]"#,
    #"[{"message":0,"start":1,"end":3,"type":"NAME"}]"#, #"[{"message":0,"start":7,"end":10,"type":"NAME"}]"#,
    #"[{"message":0,"start":2,"end":3,"type":"NAME"}]"#,
  ])
  func refusesPositions(_ positions: String) {
    let body = #"{"model":"m","messages":[{"role":"user","content":"é the zorbl plan"}]}"#
    #expect(throws: RequestProblems.self) { try sent(body, ["X-Pii-Positions": positions]) }
  }

  @Test func findsPositionsInJSON() throws {
    let body = #"{"model":"m","messages":[{"role":"user","content":"{\"a\": \"the zorbl plan\", \"b\": \"x\\\\y\"}"}]}"#
    let sent = try sent(body, ["X-Pii-Positions": #"[{"message":0,"start":11,"end":16,"type":"PROJECT"}]"#])
    #expect(sent.contains(#"{\"a\": \"the [PROJECT_1] plan\""#))
    #expect(throws: RequestProblems.self) {
      try self.sent(body, ["X-Pii-Positions": #"[{"message":0,"start":11,"end":30,"type":"PROJECT"}]"#])
    }
  }

  // MARK: Attachments

  private static let picture =
    #"{"model":"m","messages":[{"role":"user","content":[{"type":"image_url","image_url":{"url":"https://example.com/a.png"}},{"type":"text","text":"hi"},{"type":"file","file":{"file_id":"f"}}]}]}"#

  @Test func refusesAttachments() throws {
    let problems = RequestSupport.problems { _ = try sent(Self.picture) }
    #expect(
      problems?.problems.first?.place == ["body", "messages", 0, "content", 0] && problems?.reason == .attachment)
    let off = ["X-Apply-Pii-Pseudonymization": "false", "X-Apply-Oii-Pseudonymization": "false"]
    #expect(try sent(Self.picture, off) == Self.picture)
  }

  @Test func stripsAttachments() throws {
    var settings = RequestSupport.plain
    settings.attachments = .strip
    #expect(
      try sent(Self.picture, [:], settings)
        == #"{"model":"m","messages":[{"role":"user","content":[{"type":"text","text":"hi"}]}]}"#)
    let only = #"{"model":"m","messages":[{"role":"user","content":[{"type":"file","file":{"file_id":"f"}}]}]}"#
    #expect(try sent(only, [:], settings) == #"{"model":"m","messages":[{"role":"user","content":""}]}"#)
    let tokens = try RequestSupport.masked(
      #"{"model":"m","prompt":[[1,2],[3]]}"#, kind: .completion, settings: settings)
    #expect(tokens.text == #"{"model":"m","prompt":""}"#)
  }

  @Test func forwardsAttachments() throws {
    var settings = RequestSupport.plain
    settings.attachments = .forward
    #expect(try sent(Self.picture, [:], settings) == Self.picture)
    let named = Self.picture.replacing(
      #"{"file_id":"f"}"#, with: #"{"file_id":"f","filename":"jane.roe@example.com","x":"jane.roe@example.com"}"#)
    #expect(
      try sent(named, [:], settings).contains(#""file":{"file_id":"f","filename":"[EMAIL_1]","x":"[EMAIL_1]"}"#))
    // Only in an attachment.
    let hidden =
      #"{"model":"m","messages":[{"role":"user","content":[{"type":"text","text":"hi","image_url":"jane.roe@example.com"}]}]}"#
    #expect(try !sent(hidden, [:], settings).contains("jane.roe"))
    let tokens = #"{"model":"m","prompt":[4155550100,2]}"#
    #expect(try RequestSupport.masked(tokens, kind: .completion, settings: settings).text == tokens)
  }

  @Test func refusesTokens() {
    #expect(throws: RequestProblems.self) {
      try RequestSupport.masked(#"{"model":"m","prompt":[1,2]}"#, kind: .completion)
    }
  }

  // MARK: The body as a whole

  @Test func namesTheModel() throws {
    let body = #"{"messages":[{"role":"user","content":"hi"}],"model":"a"}"#
    #expect(try sent(body, ["X-Model": "b"]) == body.replacing(#""a""#, with: #""b""#))
    #expect(
      try sent(#"{"messages":[{"role":"user","content":"hi"}]}"#, ["X-Model": "b"])
        == #"{"model":"b","messages":[{"role":"user","content":"hi"}]}"#)
    let masked = try RequestSupport.masked(
      Array(body.utf8), settings: RequestSupport.plain, upstreamModel: "provider/a")
    #expect(masked.model == "a" && masked.text.contains(#""model":"provider/a""#))
  }

  @Test func readsInput() throws {
    #expect(
      try sent(#"{"input": "I am Jane Roe\n"}"#, ["X-Model": "m"])
        == #"{"model":"m","messages":[{"role":"user","content":"I am [NAME_1]\n"}]}"#)
    #expect(
      try sent(#"{"model":"m","input":[{"role":"user","content":"I am Jane Roe"}]}"#)
        == #"{"model":"m","messages":[{"role":"user","content":"I am [NAME_1]"}]}"#)
  }

  @Test(arguments: [
    (#""stream":true"#, #"{"stream_options":{"include_usage":true},"model""#),
    (#""stream":true,"stream_options":null"#, #""stream_options":{"include_usage":true}"#),
    (#""stream":true,"stream_options":{}"#, #""stream_options":{"include_usage":true}"#),
    (#""stream":true,"stream_options":{"include_usage":false}"#, #""stream_options":{"include_usage":true}"#),
  ])
  func asksForUsage(_ members: String, _ expected: String) throws {
    let masked = try RequestSupport.masked(
      Array(request(members).utf8), settings: RequestSupport.plain, wantsUsage: true)
    #expect(masked.text.contains(expected) && !masked.includesUsage && masked.isStream)
  }

  @Test func tellsTheModel() throws {
    func hinted(_ messages: String) throws -> Deep {
      var settings = Settings()
      settings.hint.text = "Keep \"them\"."
      let body = #"{"model":"m","messages":["# + messages + "]}"
      return try #require(try Deep(RequestSupport.masked(body, settings: settings).body)["messages"])
    }
    let user = #"{"role":"user","content":"I am Jane Roe"}"#
    #expect(try hinted(user)[0]?["content"]?.text == #"Keep "them"."#)
    #expect(try hinted(user)[0]?["role"]?.text == "system")
    #expect(
      try hinted(#"{"role":"system","content":"For John Doe."},"# + user)[0]?["content"]?.text
        == "Keep \"them\".\n\nFor [NAME_1].")
    #expect(try hinted(#"{"role":"developer","content":""},"# + user)[0]?["content"]?.text == #"Keep "them"."#)
    #expect(
      try hinted(#"{"role":"system","content":[{"type":"text","text":"x"}]},"# + user)[0]?["content"]?[0]?["text"]?
        .text == #"Keep "them"."#)
    #expect(try hinted(#"{"role":"user","content":"hello"}"#)[1] == nil)
    let prompt = try RequestSupport.masked(#"{"model":"m","prompt":"I am Jane Roe"}"#, kind: .completion)
    #expect(prompt.text == #"{"model":"m","prompt":"I am [NAME_1]"}"#)
  }

  @Test func knowsWhatTheCallerKnows() throws {
    var settings = RequestSupport.plain
    settings.answers.keepsSystemValues = true
    let masked = try RequestSupport.masked(
      #"{"model":"m","messages":[{"role":"system","content":"The boss is Mary Major, mary@example.com"},{"role":"user","content":"I am Jane Roe, ask mary@example.com"}]}"#,
      ["X-Pii-Mapping": #"{"Falcon":"[PROJECT_3]","zzz":"[PROJECT_4]"}"#], settings: settings)
    let known = try #require(masked.known).map(\.description).sorted()
    #expect(known.contains("EMAIL_1") && known.contains("NAME_2") && !known.contains("NAME_1"))
    #expect(try RequestSupport.masked(#"{"model":"m","prompt":"x"}"#, kind: .completion).known == nil)
  }

  @Test func namesThePlaceOfWhatCannotBeChecked() throws {
    var text = #""Jane Roe""#
    for _ in 0...NestedJSON.maximumDepth { text = String(decoding: JSONWriter.string("[\(text)]"), as: UTF8.self) }
    let problems = RequestSupport.problems { _ = try sent(request(#""metadata":{"Jane Roe":["# + text + "]}")) }
    #expect(problems?.problems.first?.place.prefix(4) == ["body", "metadata", "*", 0])
    #expect(problems.map { !String(decoding: $0.body(), as: UTF8.self).contains("Jane") } == true)
  }

  // MARK: Documentation

  @Test func documentsEveryField() throws {
    let tables = [("Chat completions", FieldTable.chat), ("Completions", .completions), ("JSON Schema", .schema)]
    let text = tables.map { "## \($0.0)\n\n\($0.1.markdown)" }.joined(separator: "\n")
    let article = try RequestSupport.article("GatewayFields")
    #expect(article.hasSuffix("\n" + text), "the article ends with:\n\(text)")
  }
}
