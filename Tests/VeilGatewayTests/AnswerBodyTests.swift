import Testing
import Veil
import VeilFormats

@testable import VeilGateway

@Suite struct AnswerBodyTests {
  private func restored(_ body: String, _ change: (inout AnswerOptions) -> Void = { _ in }) throws -> RestoredBody {
    var options = AnswerOptions(vault: try answerVault())
    change(&options)
    return try BodyRestorer(options).restore(Array(body.utf8))
  }

  private func text(_ body: String, _ change: (inout AnswerOptions) -> Void = { _ in }) throws -> String {
    String(decoding: try restored(body, change).bytes, as: UTF8.self)
  }

  @Test func everyTextIsRestored() throws {
    let body =
      #"{ "id":"[NAME_1]","choices":[{"index":0,"message":{"role":"assistant","content":"[NAME_1]","refusal":"to NAME_1's","reasoning_content":"[name_1]","reasoning_details":[{"type":"reasoning.text","text":"[NAME_1]"},{"type":"reasoning.encrypted","data":"[NAME_1]"}]},"finish_reason":"stop"},{"index":1,"message":{"content":[{"type":"text","text":"[NAME_1]"}]}},{"index":2,"text":"[NAME_1] \ud83d"}],"usage":{"prompt_tokens":1,"completion_tokens":2,"total_tokens":9},"citations":["[EMAIL_1]"]}"#
    let result = try restored(body)
    var expected = body.replacing("\"[NAME_1]", with: "\"Jane Roe").replacing("[name_1]", with: "Jane Roe")
      .replacing("NAME_1's", with: "Jane Roe's").replacing("[EMAIL_1]", with: "jane.roe@example.com")
    expected = expected.replacing("\"data\":\"Jane Roe\"", with: "\"data\":\"[NAME_1]\"")
    #expect(String(decoding: result.bytes, as: UTF8.self) == expected)
    #expect(result.usage == TokenUsage(prompt: 1, completion: 2, total: 9))
    #expect(result.report == AnswerReport(restored: 8, unknown: 0))
  }

  @Test func argumentsStayJSON() throws {
    let arguments = AnswerLawTests.json
    let body =
      #"{"choices":[{"message":{"content":null,"tool_calls":[{"id":"c","type":"function","function":{"name":"f","arguments":\#(String(decoding: jsonString(arguments), as: UTF8.self))}}],"function_call":{"name":"f","arguments":"{\"a\":\"[NAME_2]\"}"}}}]}"#
    let vault = try answerVault()
    let tree = try JSONTree(restored(body).bytes)
    let message = try #require(tree.root["choices"]?.elements[0]["message"])
    let tool = try #require(tree.text(message["tool_calls"]?.elements[0]["function"]?["arguments"]))
    #expect(tool == wholeRestored(arguments, vault, isJSON: true))
    _ = try JSONTree(Array(tool.utf8))
    let function = try JSONTree(Array(try #require(tree.text(message["function_call"]?["arguments"])).utf8))
    #expect(function.text(function.root["a"]) == "O\"Brien \\ \n\t\u{1}😀 é")
  }

  @Test func policies() throws {
    let body = #"{"choices":[{"message":{"content":"a"},"logprobs":{"content":[{"token":"[NAME_1]"}]}}]}"#
    #expect(try text(body) == #"{"choices":[{"message":{"content":"a"},"logprobs":null}]}"#)
    #expect(try text(body) { $0.logprobs = .keep } == body)
    #expect(try text(body) { $0.restores = false } == body)
    #expect(
      try text(body) {
        $0.returnedMapping = Array("{\"a\":1}".utf8); $0.logprobs = .keep
      }
        == #"{"pii_mapping":{"a":1},"# + body.dropFirst())
    let json = #"{"choices":[{"message":{"content":"{\"a\":\"[NAME_2]\"}"}}]}"#
    let tree = try JSONTree(restored(json) { $0.contentIsJSON = true }.bytes)
    _ = try JSONTree(Array(try #require(tree.text(tree.root["choices"]?.elements[0]["message"]?["content"])).utf8))
  }

  @Test func annotationsAreMoved() throws {
    let body =
      #"{"choices":[{"message":{"annotations":[{"type":"url_citation","url_citation":{"start_index":3,"end_index":11,"title":"[NAME_1]"}},{"url_citation":{"start_index":0,"end_index":12}}],"content":"é: [EMAIL_1]."}}]}"#
    let expected = body.replacing("[NAME_1]", with: "Jane Roe").replacing("[EMAIL_1]", with: "jane.roe@example.com")
      .replacing(#""end_index":12"#, with: #""end_index":23"#).replacing(#""end_index":11"#, with: #""end_index":22"#)
    #expect(try text(body) == expected)
  }

  @Test func whatIsNoCompletionIsRefused() throws {
    for (body, error) in [
      ("", AnswerError.notJSON), ("<html>", .notJSON), ("{\"choices\":[}", .notJSON), ("[]", .notCompletion),
      ("{}", .notCompletion), (#"{"error":{"message":"x"},"choices":[]}"#, .notCompletion),
      (#"{"choices":[]}"# + String(repeating: " ", count: 200), .tooLong),
    ] {
      #expect(throws: error) { try restored(body) { $0.limits.answer = 100 } }
    }
  }

  /// A stream of the same texts comes to the same.
  @Test func streamsComeToTheSame() throws {
    let vault = try answerVault()
    for text in AnswerLawTests.texts where text.path.hasPrefix("delta.") {
      let whole = text.chunk(text.units[...]).replacing("\"delta\"", with: "\"message\"")
      let tree = try JSONTree(BodyRestorer(AnswerOptions(vault: vault)).restore(Array(whole.utf8)).bytes)
      var client = AnswerClient()
      try client.take([
        ServerSentEvent.encoded(
          Array(String(decoding: tree.bytes, as: UTF8.self).replacing("\"message\"", with: "\"delta\"").utf8))
      ])
      #expect(client.texts[text.key] == wholeRestored(text.text, vault, isJSON: text.isJSON), "\(text.key)")
    }
  }
}

@Suite struct AnswerErrorTests {
  private func restored(_ body: String, status: Int = 400) throws -> JSONTree {
    var options = AnswerOptions(vault: try answerVault())
    options.secrets = [Array("upstream-key/1".utf8)]
    let tree = try JSONTree(ErrorBodyRestorer(options).restore(Array(body.utf8), status: status))
    #expect(tree.root["detail"] != nil)
    for name in ["message", "type", "param", "code"] { #expect(tree.root["error"]?[name] != nil, "\(body)") }
    for name in ["message", "type"] { #expect(tree.text(tree.root["error"]?[name]) != nil, "\(body)") }
    return tree
  }

  @Test func shapesAreCompleted() throws {
    for (body, message) in [
      (#"{"error":{"message":"no [NAME_1]","type":"t","param":"p","code":"c","more":1}}"#, "no Jane Roe"),
      (#"{"error":"no [NAME_1]"}"#, "no Jane Roe"), (#"{"detail":"no [NAME_1]"}"#, "no Jane Roe"),
      (#"{"detail":[{"loc":["body"],"msg":"no [NAME_1]","type":"t","input":{"a":"[NAME_2]"}}]}"#, "no Jane Roe"),
      (#"{"object":"error","message":"no [NAME_1]","code":404}"#, "no Jane Roe"),
      ("{}", "The model's provider answered with status 400."),
      (#"{"error":{"message":null}}"#, "The model's provider answered with status 400."),
    ] {
      let tree = try restored(body)
      #expect(tree.text(tree.root["error"]?["message"]) == message)
      #expect(!String(decoding: tree.bytes, as: UTF8.self).contains("input\""))
    }
    let whole = try restored(#"{"error":{"message":"m","type":"t","param":"p","code":"c","more":1},"request_id":"r"}"#)
    #expect(
      String(decoding: whole.bytes, as: UTF8.self)
        == #"{"error":{"message":"m","type":"t","param":"p","code":"c","more":1},"detail":"m","request_id":"r"}"#)
  }

  @Test func keysAreTakenOut() throws {
    for text in [
      "upstream-key/1", "upstream-key\\/1", "\\u0075pstream-key/1", "sk-abcdefghijklmnop", "sk-ab***********yz",
      "gsk_ab***yz",
    ] {
      let tree = try restored(#"{"error":{"message":"key \#(text).","\#(text)":"\n\#(text)"}}"#)
      #expect(tree.text(tree.root["error"]?["message"]) == "key ***.")
      let bytes = String(decoding: tree.bytes, as: UTF8.self)
      #expect(!bytes.contains("-key") && !bytes.contains("sk-a") && !bytes.contains("sk_a"), "\(bytes)")
    }
    // What only looks a little like one stays.
    let tree = try restored(#"{"error":{"message":"task-force-abcdefghijk sk-a **b**"}}"#)
    #expect(tree.text(tree.root["error"]?["message"]) == "task-force-abcdefghijk sk-a **b**")
  }

  @Test func whatCannotBeReadIsNotHandedOn() throws {
    for body in ["<html>[NAME_1]</html>", "", "[\"x\"]", "{\"a\":"] {
      let tree = try restored(body, status: 503)
      #expect(tree.text(tree.root["detail"]) == "The model's provider answered with status 503.")
    }
    for status in [401, 403] {
      let tree = try restored(#"{"error":{"message":"key gateway-4711 of org-1 is wrong"}}"#, status: status)
      #expect(!String(decoding: tree.bytes, as: UTF8.self).contains("4711"))
      #expect(tree.text(tree.root["error"]?["code"]) == "upstream_denied")
    }
  }
}
