import Foundation
import Testing
import Veil

@testable import VeilGateway

@Suite struct RequestHeaderTests {
  private func options(_ headers: [String: String], _ settings: Settings = Settings()) throws -> RequestOptions {
    try RequestSupport.options(headers, settings: settings)
  }

  /// Type and header of each problem.
  private func refusal(_ headers: [String: String], _ settings: Settings = Settings()) -> [String] {
    let problems = RequestSupport.problems { _ = try options(headers, settings) }
    return problems?.problems.map { "\($0.type) \($0.place.map(\.description).joined(separator: "."))" } ?? []
  }

  @Test func masksEverythingByDefault() throws {
    let options = try options([:])
    #expect(options.classes == [.pii, .oii])
    #expect(options.detects && options.masks && options.restores && !options.returnsMapping)
  }

  @Test(arguments: [
    ("true", true), ("TRUE", true), ("1", true), ("on", true), ("t", true), ("Y", true), ("yes", true),
    ("false", false), ("0", false), ("off", false), ("F", false), ("n", false), ("No", false), (" no ", false),
  ])
  func readsBooleans(_ text: String, _ value: Bool) throws {
    #expect(try options(["X-Apply-Pii-Pseudonymization": text]).classes.contains(.pii) == value)
    #expect(try options(["X-Restore-Response": text]).restores == value)
    #expect(try options(["X-Return-Pii-Mapping": text]).returnsMapping == value)
  }

  @Test(arguments: ["", "2", "enabled", "wahr"]) func refusesOtherBooleans(_ text: String) {
    #expect(
      refusal(["X-Apply-Oii-Pseudonymization": text]) == ["bool_parsing header.X-Apply-Oii-Pseudonymization"])
  }

  @Test func lacksClassesThatThePolicyLacks() {
    var settings = Settings()
    settings.policy.classes = [.pii]
    #expect(
      refusal(["X-Apply-Oii-Pseudonymization": "true"], settings)
        == ["not_supported header.X-Apply-Oii-Pseudonymization"])
    #expect(refusal(["X-Apply-Oii-Pseudonymization": "false"], settings) == [])
  }

  @Test func readsMappingsInEverySpelling() throws {
    let json = #"{"Jané Roe": "[NAME_1]", "[NAME_2]": "100% John"}"#
    let base64 = Data(json.utf8).base64EncodedString()
    let url = base64.replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    let percent = json.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    for text in [json, base64, url, percent, "  " + json] {
      let mapping = try options(["X-Pii-Mapping": text]).mapping
      #expect(mapping.map(\.0) == ["Jané Roe", "[NAME_2]"] && mapping.map(\.1) == ["[NAME_1]", "100% John"])
    }
  }

  @Test(arguments: [
    "nonsense", "[]", #"{"a":1}"#, #"{"a":"b"}"#, #"{"[NAME_1]":"[NAME_2]"}"#, #"{"a":"[NAME_1]","b":"[NAME_1]"}"#,
    #"{"a":"[NAME_1]","A":"[NAME_2]"}"#, "%7B%22", "e30x", #"{"NAME":"EMAIL"}"#,
  ])
  func refusesMappings(_ text: String) {
    let found = refusal(["X-Pii-Mapping": text])
    #expect(found.count == 1 && found[0].hasSuffix(" header.X-Pii-Mapping"))
  }

  @Test func tellsNothingOfMappings() {
    let problems = RequestSupport.problems {
      _ = try options(["X-Pii-Mapping": #"{"Quorra":"[NAME_QUORRA_1]","Flynn":"[NAME_QUORRA_1_GIVEN]","x":"quorra"}"#])
    }
    let body = String(decoding: problems?.body() ?? [], as: UTF8.self).lowercased()
    #expect(!body.isEmpty && !body.contains("quorra") && !body.contains("flynn"))
  }

  @Test func takesExactPlaceholdersForHistory() throws {
    let history = try options([
      "X-Chat-History-Pii-Mapping":
        #"{"[NAME_1_GIVEN]":"Jane","[NAME_1]":"Jane Roe","[TEXT_1]":"[NAME_9]","[NAME_4]":"Jane Roe"}"#
    ]).history
    #expect(history.map(\.placeholder) == ["[NAME_1]", "[TEXT_1]", "[NAME_1_GIVEN]"])
    #expect(
      refusal(["X-Chat-History-Pii-Mapping": #"{"Jane Roe":"NAME"}"#])
        == ["value_error header.X-Chat-History-Pii-Mapping"])
  }

  @Test func refusesContradictions() {
    #expect(
      refusal(["X-Chat-History-Pii-Mapping": #"{"[NAME_1]":"Jane"}"#, "X-Pii-Mapping": #"{"[NAME_1]":"John"}"#])
        == ["value_error header.X-Pii-Mapping"])
  }

  @Test func needsSomethingToReplace() throws {
    #expect(refusal(["X-Auto-Pii-Mapping": "false"]) == ["value_error header.X-Auto-Pii-Mapping"])
    #expect(try !options(["X-Auto-Pii-Mapping": "false", "X-Pii-Mapping": #"{"a":"NAME"}"#]).detects)
  }

  @Test func readsPositions() throws {
    let position = try options(["X-Pii-Positions": #"[{"message":0,"start":11,"end":19,"type":"NAME"}]"#]).positions
    #expect(position == [RequestOptions.Position(message: 0, range: 11..<19, type: .name)])
    for text in [
      "{}", "[1]", "[{}]", #"[{"message":0,"start":5,"end":5,"type":"NAME"}]"#,
      #"[{"message":0,"start":-1,"end":5,"type":"NAME"}]"#, #"[{"message":0,"start":1,"end":5,"type":"name"}]"#,
    ] { #expect(refusal(["X-Pii-Positions": text]).count == 1) }
  }

  @Test(arguments: RequestOptions.unsupported) func refusesWhatCannotApply(_ name: String) {
    #expect(refusal([name: "x"]) == ["not_supported header.\(name)"])
    #expect(refusal([name: ""]) == [])
  }

  @Test func readsSpaces() throws {
    #expect(try options(["X-Space-Id": "a.b-c_1"]).space == "a.b-c_1")
    #expect(try options(["X-Space-Id": "a", "X-Aimable-Space-Id": "a"]).space == "a")
    #expect(refusal(["X-Space-Id": "a", "X-Aimable-Space-Id": "b"]) == ["value_error header.X-Space-Id"])
    #expect(refusal(["X-Aimable-Space-Id": "a b"]) == ["string_pattern_mismatch header.X-Aimable-Space-Id"])
  }

  @Test func keepsPersonalDataOutOfTraceIds() throws {
    #expect(try options(["X-Trace-Id": "4bf92f3577b34da6a3ce929d0e0e4736"]).traceID != nil)
    #expect(try options(["X-Trace-Id": "7d2c5a1e-8f0b-4a52-9a35-3f5d0a3b1c9d"]).traceID != nil)
    #expect(refusal(["X-Trace-Id": "4111-1111-1111-1111"]) == ["value_error header.X-Trace-Id"])
    #expect(refusal(["X-Trace-Id": "a b"]) == ["string_pattern_mismatch header.X-Trace-Id"])
    #expect(refusal(["X-Trace-Id": String(repeating: "a", count: 65)]) == ["string_too_long header.X-Trace-Id"])
  }

  @Test func followsTraceContext() throws {
    let text = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
    let parent = try #require(try options(["traceparent": text]).traceParent)
    #expect(parent.child(span: 0xAB) == "00-4bf92f3577b34da6a3ce929d0e0e4736-00000000000000ab-01")
    for wrong in [
      "", "x", text + "-00", "ff" + text.dropFirst(2), text.uppercased(),
      text.replacing("00f067aa0ba902b7", with: "0000000000000000"),
    ] {
      #expect(try options(["traceparent": wrong]).traceParent == nil)
    }
    #expect(try options(["traceparent": "01" + text.dropFirst(2) + "-what"]).traceParent?.isSampled == true)
  }

  @Test func goesOnlyWhereItMay() throws {
    var settings = Settings()
    settings.allowedBaseURLs = ["https://api.example.com/v1", "http://localhost:9000"]
    func url(_ text: String) throws -> String? {
      try options(["X-Model-Api-Base-Url": text, "X-Model-Api-Key": "k"], settings).upstreamURL
    }
    #expect(try url("https://API.example.com:443/v1/") == "https://api.example.com/v1")
    #expect(try url("https://api.example.com/v1/eu") == "https://api.example.com/v1/eu")
    #expect(try url("http://localhost:9000/x") == "http://localhost:9000/x")
    for text in [
      "https://api.example.com/v10", "https://api.example.com/", "http://api.example.com/v1",
      "https://api.example.com:444/v1", "https://api.example.com.evil.example/v1",
      "https://evil.example/api.example.com/v1",
      "https://api.example.com/v1/../x", "https://api.example.com/v1/%2e%2e/x",
      "https://api.example.com@evil.example/v1",
      "https://evil.example#@api.example.com/v1", "https://api.example.com/v1?x=1", "ftp://api.example.com/v1", "x",
      "https://api.example.com\\@evil.example/v1", "https://api.example.com/v1//x", "https://",
    ] { #expect(throws: RequestProblems.self) { try url(text) } }
    #expect(
      refusal(["X-Model-Api-Base-Url": "http://localhost:9000"], settings)
        == ["not_supported header.X-Model-Api-Base-Url"])
  }

  @Test func needsConversationsToBeConfigured() throws {
    #expect(refusal(["X-Conversation-Id": "c"]) == ["not_supported header.X-Conversation-Id"])
    var settings = Settings()
    settings.conversations = Settings.Conversations()
    #expect(try options(["X-Conversation-Id": "c"], settings).conversation == "c")
    settings.conversations?.header = "X-Thread"
    #expect(try options(["X-Thread": "c"], settings).conversation == "c")
  }

  @Test func refusesHeadersThatContradictThemselves() {
    let problems = RequestSupport.problems {
      _ = try RequestOptions(
        ["x-model": ["a", "b"]], settings: Settings(), engines: try RequestSupport.engines.get())
    }
    #expect(problems?.problems.first?.place == ["header", "X-Model"])
  }
}
