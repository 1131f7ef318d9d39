import Testing
import Veil

@testable import VeilGateway

@Suite struct RequestCallTests {
  private func detect(_ body: String, vault: Vault? = nil) throws -> (json: Deep, vault: Vault) {
    let call = try DetectCall(Array(body.utf8), settings: Settings())
    let (json, vault, _) = try call.answer(try RequestSupport.engines.get(), vault: vault)
    return (try Deep(json), vault)
  }

  @Test func detects() throws {
    let json = try detect(#"{"text":"My name is Jane Roe. Jane Roe, jane.roe@example.com"}"#).json
    #expect(json["redacted_text"]?.text == "My name is [NAME_1]. [NAME_1], [EMAIL_1]")
    #expect(json["pii_mapping"]?["[NAME_1]"]?.text == "Jane Roe")
    #expect(json["entity_details"]?["[NAME_1]"]?["count"]?.text == "2")
    #expect(json["entity_details"]?["[EMAIL_1]"]?["class"]?.text == "pii")
    let finding = json["findings"]?[0]
    #expect(finding?["start"]?.text == "11" && finding?["end"]?.text == "19")
    #expect(finding?["type"]?.text == "NAME" && finding?["placeholder"]?.text == "[NAME_1]")
    #expect(finding?["reason"]?.text?.contains("base score") == true && finding?["rule"]?.text?.isEmpty == false)
    #expect(json["findings"]?[3] == nil && json["findings"]?[2] != nil)
  }

  @Test func detectsOrganisationsUnlessTold() throws {
    let text = #""text":"BIC DEUTDEFF500 of Acme Holdings LLC""#
    #expect(try detect("{\(text)}").json["pii_mapping"]?.texts.contains("[ORG_1]") == true)
    #expect(try detect("{\(text),\"include_oii\":false}").json["pii_mapping"]?.texts == [])
    #expect(
      try detect("{\(text),\"include_oii\":false,\"include_business_data\":\"yes\"}").json["pii_mapping"]?.texts != [])
  }

  @Test func detectsWithWhatIsKnown() throws {
    let body =
      #"{"text":"Jane Roe met Mary Major and <PERSON_1>","existing_mapping":{"<PERSON_1>":"Jane Roe","<PERSON_4>":"Jane Roe","[NAME_3]":"Mary Major"}}"#
    let json = try detect(body).json
    #expect(json["redacted_text"]?.text == "<PERSON_1> met [NAME_3] and <PERSON_1>")
    #expect(json["pii_mapping"]?.texts.sorted() == ["<PERSON_1>", "Jane Roe", "Mary Major", "[NAME_3]"])
  }

  @Test func goesOnWithAThread() throws {
    let first = try detect(#"{"text":"I am Jane Roe"}"#)
    let second = try detect(#"{"text":"Jane Roe met Mary Major"}"#, vault: first.vault)
    #expect(second.json["redacted_text"]?.text == "[NAME_1] met [NAME_2]")
    #expect(second.json["pii_mapping"]?["[NAME_1]"]?.text == "Jane Roe")
  }

  @Test(arguments: [
    (#"{}"#, ["body", "text"]), (#"{"text":5}"#, ["body", "text"]),
    (#"{"text":"x","enhanced_mode":"so"}"#, ["body", "enhanced_mode"]),
    (#"{"text":"x","existing_mapping":{"a":"b"}}"#, ["body", "existing_mapping"]),
    (#"{"text":"x","thread_id":"t","space_id":"s"}"#, ["body", "thread_id"]), (#"[]"#, ["body"]),
  ])
  func refuses(_ body: String, _ place: [String]) {
    let problems = RequestSupport.problems { _ = try DetectCall(Array(body.utf8), settings: Settings()) }
    #expect(problems?.problems.first?.place.map(\.description) == place)
  }

  private func pseudonymize(_ body: String, _ headers: [String: String] = [:]) throws -> Deep {
    let call = try PseudonymizeCall(Array(body.utf8), options: try RequestSupport.options(headers))
    return try Deep(call.answer(settings: RequestSupport.plain, engines: try RequestSupport.engines.get()).body)
  }

  @Test func pseudonymizesTexts() throws {
    let json = try pseudonymize(#"{"text":"Jane Roe on Falcon","mapping":{"Falcon":"[PROJECT_2]"}}"#)
    #expect(json["text"]?.text == "[NAME_1] on [PROJECT_2]")
    #expect(json["pii_mapping"]?["[PROJECT_2]"]?.text == "Falcon")
    #expect(json["counts"]?["NAME"]?.text == "1")
  }

  @Test func pseudonymizesRequests() throws {
    let json = try pseudonymize(
      #"{"request":{"messages":[{"role":"user","content":"I am Jane Roe"}],"x":1}}"#)
    #expect(json["request"]?["messages"]?[0]?["content"]?.text == "I am [NAME_1]")
    #expect(json["request"]?["model"] == nil && json["pii_mapping"]?["[NAME_1]"]?.text == "Jane Roe")
    #expect(try pseudonymize(#"{"request":{"prompt":"I am Jane Roe"}}"#)["request"]?["prompt"]?.text == "I am [NAME_1]")
    #expect(throws: RequestProblems.self) { try pseudonymize(#"{"request":5}"#) }
    #expect(throws: RequestProblems.self) { try pseudonymize(#"{"request":{"messages":[]}}"#) }
    #expect(throws: RequestProblems.self) { try pseudonymize("{}") }
  }

  private func restore(_ body: String) throws -> Deep { try Deep(RestoreCall(Array(body.utf8)).answer().body) }

  @Test func restores() throws {
    let json = try restore(
      #"{"text":"Hi **[name_1]** and [NAME_2] and <PERSON_1>","mapping":{"[NAME_1]":"Jane \"Roe\"","Mary":"<PERSON_1>"}}"#
    )
    #expect(json["text"]?.text == #"Hi **Jane "Roe"** and [NAME_2] and Mary"#)
    #expect(json["restored"]?["[NAME_1]"]?.text == "1" && json["restored"]?["<PERSON_1>"]?.text == "1")
    #expect(json["unknown"]?["[NAME_2]"]?.text == "1")
    #expect(
      try restore(#"{"text":"[NAME_1]","mapping":{"[NAME_1]":"a & b"},"escape":"html"}"#)["text"]?.text == "a &amp; b")
    #expect(throws: RequestProblems.self) { try restore(#"{"text":"x","mapping":{},"escape":"xml"}"#) }
    #expect(throws: RequestProblems.self) { try restore(#"{"text":"x"}"#) }
  }

  @Test func refusesTwoKinds() {
    let problems = RequestSupport.problems { _ = try pseudonymize(#"{"text":"a","request":{}}"#) }
    #expect(problems?.problems.first?.place == ["body", "text"])
  }
}
