import Testing
import Veil
import VeilFormats

@testable import VeilGateway

@Suite struct AnswerStreamTests {
  private func options(_ change: (inout AnswerOptions) -> Void = { _ in }) throws -> AnswerOptions {
    var options = AnswerOptions(vault: try answerVault())
    change(&options)
    return options
  }

  private func chunk(_ choice: String, _ members: String = "") -> String {
    #"{"id":"c1","object":"chat.completion.chunk","created":7,"model":"m",\#(members)"choices":[\#(choice)]}"#
  }

  private func content(_ text: String, _ members: String = "") -> String {
    chunk(#"{"index":0,"delta":{"content":"\#(text)"},"finish_reason":null}"#, members)
  }

  @Test func heldBackTextLeavesBeforeTheFinish() throws {
    let client = try answerRead(
      [content("Hi [NAME_"), answerFinish(), answerUsage, "[DONE]"], try options())
    #expect(
      client.events == [
        content("Hi "),
        #"{"id":"c1","object":"chat.completion.chunk","created":7,"model":"m","choices":[{"index":0,"delta":{"content":"[NAME_"},"logprobs":null,"finish_reason":null}]}"#,
        answerFinish(), answerUsage, "[DONE]",
      ])
  }

  @Test func madeUpChunksLeadToTheText() throws {
    func text(_ delta: String) -> String { chunk(#"{"index":1,\#(delta),"finish_reason":null}"#) }
    for (delta, expected) in [
      (
        #""delta":{"tool_calls":[{"index":2,"id":"t","type":"function","function":{"name":"f","arguments":"[NA"}}]}"#,
        #""delta":{"tool_calls":[{"index":2,"function":{"arguments":"[NA"}}]}"#
      ),
      (#""delta":{"content":[{"type":"text","text":"[NA"}]}"#, #""delta":{"content":[{"type":"text","text":"[NA"}]}"#),
      (#""delta":{"x":["a","[NA"]}"#, #""delta":{"x":["","[NA"]}"#),
      (#""delta":{"x":[{},{"y":{"z":"[NA"}}]}"#, #""delta":{"x":[{},{"y":{"z":"[NA"}}]}"#),
      (#""text":"[NA""#, #""text":"[NA""#),
    ] {
      let client = try answerRead([text(delta), answerFinish(1)], try options())
      let madeUp = client.events[client.events.count - 3]
      #expect(
        madeUp
          == chunk(#"{"index":1,\#(expected),"logprobs":null,"finish_reason":null}"#), "\(delta)")
    }
  }

  @Test func emptiedEventsAreDroppedUnlessTheySaySomething() throws {
    func events(_ chunk: String) throws -> Int {
      var restorer = StreamRestorer(try options())
      // The first chunk of a choice always leaves.
      _ = restorer.append(Array("data: \(self.chunk(#"{"index":0}"#))\n\n".utf8))
      return restorer.append(Array("data: \(chunk)\n\n".utf8)).count
    }
    func delta(_ delta: String) -> String { chunk(#"{"index":0,"delta":\#(delta),"finish_reason":null}"#) }
    for dropped in [
      content("[NAME_"), content("[NAME_", #""usage":null,"system_fingerprint":"f","obfuscation":"x","#),
      delta(#"{"content":"[","refusal":null}"#), delta(#"{"tool_calls":[{"index":0,"function":{"arguments":"["}}]}"#),
      delta(#"{"content":"","reasoning":"["}"#), chunk(#"{"index":0,"text":"[","logprobs":null,"finish_reason":null}"#),
    ] { #expect(try events(dropped) == 0, "\(dropped)") }
    for kept in [
      content(""), delta("{}"), delta(#"{"content":null}"#), delta(#"{"role":"assistant","content":"["}"#),
      delta(#"{"tool_calls":[{"index":0,"id":"t","function":{"arguments":"["}}]}"#), content("a["),
      delta(#"{"content":"[","reasoning":"a"}"#), content("[", #""usage":{"total_tokens":1},"#),
      content("[", #""x_groq":{"id":1},"#),
      chunk(#"{"index":0,"delta":{"content":"["},"finish_reason":null},{"index":1,"delta":{"content":"a"}}"#),
      chunk(#"{"index":0,"delta":{"content":"["},"content_filter_results":{"a":1},"finish_reason":null}"#),
    ] { #expect(try events(kept) == 1, "\(kept)") }
  }

  @Test func choicesBeginInTheProvidersOrder() throws {
    func content(_ text: String, of index: Int) -> String {
      chunk(#"{"index":\#(index),"delta":{"content":"\#(text)"},"finish_reason":null}"#)
    }
    let client = try answerRead(
      [
        content("[NAME", of: 0), content("Hi", of: 1), content("_1]", of: 0), answerFinish(0), answerFinish(1),
        "[DONE]",
      ],
      try options())
    #expect(client.events.prefix(3) == [content("", of: 0), content("Hi", of: 1), content("Jane Roe", of: 0)])
  }

  @Test func countsBeforeTheLastTextWaitForIt() throws {
    let client = try answerRead(
      [content("to [NAME"), answerUsage, content("_1]."), answerFinish(), "[DONE]"], try options())
    #expect(client.texts == ["0.delta.content": "to Jane Roe."])
    #expect(client.events.suffix(3) == [answerFinish(), answerUsage, "[DONE]"])
  }

  @Test func aSecondFinishIsNone() throws {
    let client = try answerRead([content("a"), answerFinish(), answerFinish(), "[DONE]"], try options())
    #expect(client.events.count { $0.contains(#""finish_reason":"stop""#) } == 1 && client.isDone)
  }

  @Test func toolHeadersArePassedAndNamesRestored() throws {
    let header =
      #"{"index":0,"delta":{"tool_calls":[{"index":0,"id":"call_1","type":"function","function":{"name":"[NAME_1]","arguments":""}}]},"finish_reason":null}"#
    let client = try answerRead([chunk(header), answerFinish()], try options())
    #expect(client.events[0] == chunk(header.replacing("[NAME_1]", with: "Jane Roe")))
  }

  @Test func unchangedEventsPassByteForByte() throws {
    let vault = try Vault()
    var options = AnswerOptions(vault: vault)
    for isEmpty in [true, false] {
      if !isEmpty { options = try self.options { $0.restores = false } }
      for text in ["[NAME_1", #"\u005b\/é\ud83d"#, "[NAME_1] [NAME_2]"] {
        let event =
          #" {"choices" : [{"delta":{"content":"\#(text)","x":1.50},"logprobs":{"content":[]}}],"obfuscation":"ab" }"#
        var restorer = StreamRestorer(options)
        #expect(restorer.append(Array("data:\(event)\r\r".utf8)) == [Array("data: \(event.dropFirst())\n\n".utf8)])
        #expect(restorer.heldBackBytes == 0 && restorer.report == AnswerReport())
      }
    }
  }

  @Test func severalLinesBecomeOne() throws {
    var restorer = StreamRestorer(try options())
    let output = restorer.append(Array("event: x\nid: 7\ndata: {\"choices\":\ndata: []\ndata:}\n\n".utf8))
    #expect(output == [Array("data: {\"choices\": [] }\n\n".utf8)])
  }

  @Test func commentsAndEmptyEventsAreDropped() throws {
    var restorer = StreamRestorer(try options())
    #expect(restorer.append(Array("\u{FEFF}: ping\n\nretry: 5\n\nid: 4\n\ndata:\n\ndata\n\n".utf8)).isEmpty)
    #expect(restorer.isDone == false)
  }

  // MARK: Endings

  @Test func endsWithoutDone() throws {
    #expect(try answerRead([content("Hi"), answerFinish()], try options()).isDone)
    let cut = try answerRead([content("Hi [NAME_")], try options())
    #expect(cut.error == "upstream_incomplete" && !cut.isDone && cut.texts == ["0.delta.content": "Hi [NAME_"])
    #expect(try answerRead([], try options()).error == "upstream_incomplete")
    // One of two choices is missing.
    #expect(
      try answerRead([chunk(#"{"index":0,"delta":{}},{"index":1,"delta":{}}"#), answerFinish()], try options()).error
        == "upstream_incomplete")
    #expect(try answerRead([content("Hi"), answerFinish()], try options(), ending: .lost).error == "upstream_lost")
    #expect(
      try answerRead([content("[N")], try options(), ending: .failed(code: "upstream_timeout", message: "x")).events
        .count == 3)
  }

  @Test func nothingComesAfterTheEnd() throws {
    let client = try answerRead(
      [content("Hi [NAME_"), answerFinish(), "[DONE] x", content("late"), "{}"], try options())
    #expect(client.texts == ["0.delta.content": "Hi [NAME_"] && client.isDone)
  }

  @Test func textAfterTheFinishComesBeforeTheCounts() throws {
    let client = try answerRead(
      [content("[NAME_"), answerFinish(), content("1] [NAME_1"), content("] and [NAME_"), answerUsage, "[DONE]"],
      try options())
    #expect(client.texts == ["0.delta.content": "[NAME_1] Jane Roe and [NAME_"] && client.isDone && client.hasUsage)
  }

  // MARK: Errors

  @Test func errorsOfTheUpstream() throws {
    for (event, code) in [
      (#"data: {"error":{"message":"no [NAME_1] sk-abcdefghijkl","code":"overloaded"}}"#, "overloaded"),
      (#"data: {"error":"no [NAME_1]"}"#, ""), ("event: error\ndata: {\"message\":\"no [NAME_1]\"}", ""),
      (#"data: {"id":"c1","error":{"message":"no [NAME_1] KEY","code":502},"choices":[]}"#, ""),
    ] {
      var restorer = StreamRestorer(try options { $0.secrets = [Array("KEY".utf8)] })
      var client = AnswerClient()
      try client.take(restorer.append(Array("data: \(content("[NAME"))\n\n\(event)\n\ndata: [DONE]\n\n".utf8)))
      #expect(client.error == code && client.texts == ["0.delta.content": "[NAME"] && restorer.isDone)
      let last = try #require(client.events.last)
      #expect(last.contains(#""message":"no Jane Roe"#) && !last.contains("KEY") && !last.contains("sk-"))
    }
  }

  @Test func whatIsNoChunkEndsTheStream() throws {
    let long = content(String(repeating: "x", count: 2000))
    for (event, code) in [
      ("data: oops", "upstream_invalid"), ("data: [1]", "upstream_invalid"), ("data: 5", "upstream_invalid"),
      ("data: {\"choices\":[", "upstream_invalid"), ("data: {\"choices\":5}", "upstream_invalid"),
      ("data: {\"choices\":[5]}", "upstream_invalid"), ("data: {\"choices\":[{\"index\":\"0\"}]}", "upstream_invalid"),
      (#"data: {"detail":"no [NAME_1]"}"#, "upstream_error"),
      ("event: error\ndata: no", "upstream_error"), ("data: \(long)", "upstream_event_too_long"),
    ] {
      var restorer = StreamRestorer(try options { $0.limits.event = 1000 })
      var client = AnswerClient()
      try client.take(restorer.append(Array("data: \(content("a [NAME"))\n\n\(event)\n\ndata: [DONE]\n\n".utf8)))
      #expect(client.error == code && client.texts == ["0.delta.content": "a [NAME"] && restorer.isDone)
      #expect(restorer.append(Array("data: [DONE]\n\n".utf8)).isEmpty && restorer.finish(.lost).isEmpty)
      #expect(client.events.allSatisfy { !$0.contains("oops") && !$0.contains("Jane") })
    }
  }

  @Test func lanesAreBounded() throws {
    var restorer = StreamRestorer(try options { $0.limits.lanes = 10 })
    var client = AnswerClient()
    var count = 0
    while client.error == nil, count < 100 {
      let text = AnswerText.arguments("", tool: count).chunk(Array("x".utf16)[...])
      try client.take(restorer.append(Array("data: \(text)\n\n".utf8)))
      count += 1
    }
    #expect(client.error == "upstream_too_many_texts" && count == 10)
    restorer = StreamRestorer(try options { $0.limits.lanes = 10 })
    client = AnswerClient()
    try client.take(restorer.append((0..<11).flatMap { Array("data: \(answerFinish($0))\n\n".utf8) }))
    #expect(client.error == "upstream_too_many_texts")
  }

  // MARK: Policies

  @Test func countsAndReport() throws {
    var restorer = StreamRestorer(try options { $0.hidesUsage = true })
    var client = AnswerClient()
    for chunk in [
      content("[NAME_1] [NAME_8] [EM"), content("AIL_1]", #""usage":{"prompt_tokens":3,"completion_tokens":1},"#),
      answerFinish(), answerUsage, "[DONE]",
    ] { try client.take(restorer.append(Array("data: \(chunk)\n\n".utf8))) }
    #expect(restorer.usage == TokenUsage(prompt: 3, completion: 4, total: 7))
    #expect(restorer.report == AnswerReport(restored: 2, unknown: 1))
    #expect(!client.hasUsage && client.isDone && !client.events.contains { $0.contains("usage") })
  }

  @Test func logprobsAndObfuscation() throws {
    let event = chunk(
      #"{"index":0,"delta":{"content":"a"},"logprobs":{"content":[{"token":"a [NAME_1]"}]},"finish_reason":null}"#,
      #""obfuscation":"xyz","#)
    let dropped = try answerRead([event, answerFinish()], try options()).events[0]
    #expect(dropped == chunk(#"{"index":0,"delta":{"content":"a"},"logprobs":null,"finish_reason":null}"#))
    let kept = try answerRead([event, answerFinish()], try options { $0.logprobs = .keep }).events[0]
    #expect(kept.contains(#""token":"a [NAME_1]""#) && !kept.contains("obfuscation"))
  }

  @Test func mappingIsInTheFirstChunk() throws {
    let mapping = Array(#"{"[NAME_1]":"Jane Roe"}"#.utf8)
    for chunks in [[content("Hi"), content("!"), answerFinish()], [content("[NAME_1"), answerFinish()]] {
      let client = try answerRead(chunks, try options { $0.returnedMapping = mapping })
      #expect(client.mapping == #"{"[NAME_1]":"Jane Roe"}"# && client.events[0].contains("pii_mapping"))
    }
  }

  @Test func contentThatIsJSON() throws {
    let text = AnswerText.content(AnswerLawTests.json)
    let client = try answerRead(
      text.units.map { text.chunk([$0]) } + [answerFinish()], try options { $0.contentIsJSON = true })
    let content = try #require(client.texts[text.key])
    #expect(content == wholeRestored(AnswerLawTests.json, try answerVault(), isJSON: true))
    _ = try JSONTree(Array(content.utf8))
  }

  @Test func onlySomeAreRestored() throws {
    let email = try #require(EntityType("EMAIL"))
    let only = try #require(Placeholder(type: email, number: 1))
    let client = try answerRead([content("[NAME_1] [EMAIL_1]"), answerFinish()], try options { $0.only = [only] })
    #expect(client.texts == ["0.delta.content": "[NAME_1] jane.roe@example.com"])
  }

  /// Positions are counted in characters of the content as the client has it.
  @Test func annotationsAreMoved() throws {
    let source = "é [NAME_1] and [EMAIL_1] end"
    func annotation(_ start: Int, _ end: Int) -> String {
      #"{"type":"url_citation","url_citation":{"start_index":\#(start),"end_index":\#(end),"url":"https://example.com/[EMAIL_1]","title":"[NAME_1]"}}"#
    }
    let delta =
      #"{"index":0,"delta":{"annotations":[\#(annotation(2, 10)),\#(annotation(15, 28))]},"finish_reason":null}"#
    let text = AnswerText.content(source)
    for size in [1, 5, 100] {
      var chunks: [String] = []
      var rest = text.units[...]
      while !rest.isEmpty {
        chunks.append(text.chunk(rest.prefix(size)))
        rest = rest.dropFirst(size)
      }
      let client = try answerRead(chunks + [chunk(delta), answerFinish()], try options())
      let content = Array(try #require(client.texts[text.key]).unicodeScalars)
      let tree = try JSONTree(Array(client.events[client.events.count - 3].utf8))
      let delta = tree.root["choices"]?.elements[0]["delta"]
      var parts: [String] = []
      for node in delta?["annotations"]?.elements ?? [] {
        let citation = try #require(node["url_citation"])
        let start = try #require(tree.wholeNumber(citation["start_index"]))
        let end = try #require(tree.wholeNumber(citation["end_index"]))
        #expect(tree.text(citation["url"]) == "https://example.com/jane.roe@example.com")
        #expect(tree.text(citation["title"]) == "Jane Roe")
        parts.append(String(String.UnicodeScalarView(content[start..<end])))
      }
      #expect(parts == ["Jane Roe", "jane.roe@example.com end"])
    }
  }
}
