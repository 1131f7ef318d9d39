import Testing
import VeilFormats

@testable import VeilGateway

@Suite struct RequestProblemTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var kind: RequestBody.Kind
    var body: String
    var status: Int
    /// As JSON without spaces: type, loc and msg of each.
    var problems: [String]
  }

  static let cases: [Case] = {
    guard let bytes = try? RequestSupport.fixture("refused.jsonl") else { return [] }
    return bytes.split(separator: 0x0A).compactMap { line in
      guard let tree = try? JSONTree(Array(line)) else { return nil }
      let root = tree.root
      return Case(
        testDescription: tree.text(root["case"]) ?? "", kind: tree.text(root["kind"]) == "chat" ? .chat : .completion,
        body: tree.text(root["body"]) ?? "", status: 422,
        problems: (root["problems"]?.elements ?? []).map { problem in
          let place = (problem["loc"]?.elements ?? []).map { step in
            tree.text(step) ?? String(decoding: tree.bytes[step.range], as: UTF8.self)
          }
          return "\(tree.text(problem["type"]) ?? "") \(place) \(tree.text(problem["msg"]) ?? "")"
        })
    }
  }()

  @Test func readsTheTable() { #expect(Self.cases.count > 50) }

  @Test(arguments: cases) func refuses(_ example: Case) throws {
    let found = RequestSupport.problems { _ = try RequestBody(Array(example.body.utf8), kind: example.kind) }
    let problems = try #require(found)
    #expect(problems.status == example.status)
    #expect(problems.problems.map { "\($0.type) \($0.place.map(\.description)) \($0.message)" } == example.problems)
    let body = try Deep(problems.body())
    #expect(body["detail"]?[0]?["type"]?.text == problems.problems[0].type)
    #expect(body["error"]?["type"]?.text == "invalid_request_error")
    #expect(body["error"]?["code"]?.text == problems.problems[0].type)
    #expect(!String(decoding: problems.body(), as: UTF8.self).contains("\"input\":"))
  }

  @Test func writesBothShapes() {
    let problems = RequestProblems(Problem.missing(["body", "messages"]))
    #expect(
      String(decoding: problems.body(), as: UTF8.self)
        == #"{"detail":[{"type":"missing","loc":["body","messages"],"msg":"Field required"}],"#
        + #""error":{"message":"body.messages: Field required","type":"invalid_request_error","#
        + #""param":"messages","code":"missing"}}"#)
    #expect(Problem.missing(["body", "messages", 0, "role"]).parameter == "messages[0].role")
  }

  @Test func tellsTheBounds() {
    let body = #"{"model":"m","messages":[{"role":"user","content":"x"}],"temperature":3}"#
    let problems = RequestSupport.problems { _ = try RequestBody(Array(body.utf8), kind: .chat) }
    #expect(problems?.problems.first?.facts == ["le": .integer(2)])
  }

  @Test func answersBytesThatAreNoText() throws {
    let problems = try #require(RequestSupport.problems { _ = try RequestBody([0x7B, 0xFF, 0x7D], kind: .chat) })
    #expect(problems.status == 400)
    #expect(try Deep(problems.body())["detail"]?.text == "There was an error parsing the body")
  }

  @Test(arguments: [
    #""temperature":"0.5""#, #""temperature":true"#, #""n":"2""#, #""n":1.0"#, #""stream":"yes""#, #""stream":0"#,
    #""temperature":null"#, #""stop":null"#, #""unknown":{"a":[1]}"#, #""uploaded_files":[],"chunks":null"#,
    #""logit_bias":{"1":5}"#, #""tools":[]"#, #""top_k":-1"#,
  ])
  func accepts(_ member: String) throws {
    let body = #"{"model":"m","messages":[{"role":"user","content":"x"}],"# + member + "}"
    _ = try RequestBody(Array(body.utf8), kind: .chat)
  }

  @Test(arguments: [
    #"{"model":"m","prompt":"x"}"#, #"{"model":"m","prompt":["x","y"]}"#, #"{"model":"m","prompt":[1,2]}"#,
    #"{"model":"m","prompt":[[1],[2,3]]}"#, #"{"model":"m","prompt":"x","logprobs":5,"max_tokens":0}"#,
  ])
  func acceptsPrompts(_ body: String) throws { _ = try RequestBody(Array(body.utf8), kind: .completion) }

  @Test func leavesAByteOrderMarkOut() throws {
    let body = try RequestBody([0xEF, 0xBB, 0xBF] + Array(#"{"prompt":"x"}"#.utf8), kind: .completion, model: "m")
    #expect(body.tree.bytes.first == UInt8(ascii: "{"))
  }
}
