import Testing
import VeilFormats

@Suite struct EventStreamTests {
  private struct Outcome: Equatable {
    var events: [ServerSentEvent] = []
    var error: EventStreamError?
    var pendingBytes = 0
    var reconnectionTime: Int?
  }

  private func read(_ chunks: [[UInt8]], limit: Int = 1 << 20) -> Outcome {
    var stream = EventStream(limit: limit)
    var outcome = Outcome()
    do {
      for chunk in chunks { try stream.append(chunk, to: &outcome.events) }
      outcome.pendingBytes = stream.pendingBytes
    } catch {
      outcome.error = error
    }
    outcome.reconnectionTime = stream.reconnectionTime
    return outcome
  }

  private func event(_ data: String, type: String = "", id: String = "") -> ServerSentEvent {
    ServerSentEvent(type: Array(type.utf8), data: Array(data.utf8), id: Array(id.utf8))
  }

  /// Streams, and the events that the specification gives them.
  private var fixtures: [(String, [ServerSentEvent])] {
    [
      ("", []),
      ("data: a\n\ndata: b\r\rdata: c\r\n\r\n", [event("a"), event("b"), event("c")]),
      ("data: a\r\ndata: b\rdata: c\n\r\n", [event("a\nb\nc")]),
      ("data: a\r\n\ndata: b\n\r\n", [event("a"), event("b")]),
      // Space and colon.
      ("data:a\n\ndata:  a\n\ndata: a:b\n\ndata:\ta\n\n", [event("a"), event(" a"), event("a:b"), event("\ta")]),
      // The specification's examples.
      ("data: YHOO\ndata: +2\ndata: 10\n\n", [event("YHOO\n+2\n10")]),
      (
        ": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n\n",
        [event("first event", id: "1"), event("second event"), event(" third event")]
      ),
      ("data\n\ndata\ndata\n\ndata:", [event(""), event("\n")]),
      ("data:test\n\ndata: test\n\n", [event("test"), event("test")]),
      (
        "event: add\ndata: 73857293\n\nevent: remove\ndata: 2153\n\ndata: x\n\n",
        [event("73857293", type: "add"), event("2153", type: "remove"), event("x")]
      ),
      // No event without data, and its type does not stay.
      ("event: a\n\ndata: b\n\nretry: 10\n\nid: 4\n\n: c\n\ndata: d\n\n", [event("b"), event("d", id: "4")]),
      // A later type counts; an id with NUL does not; unknown fields and other cases are nothing.
      (
        "event: a\nevent: b\nid: 1\nid: 2\u{0}\nDATA: x\nfoo: y\n data: z\ndata: w\n\n",
        [event("w", type: "b", id: "1")]
      ),
      // A byte order mark, once.
      ("\u{FEFF}data: a\n\n", [event("a")]), ("\u{FEFF}\u{FEFF}data: a\n\n", []),
      ("\u{FEFF}\n\ndata: a\n\n", [event("a")]),
      ("\n\u{FEFF}data: a\n\n", []),
      // What is cut off is no event.
      ("data: a\n\ndata: b\n", [event("a")]), ("data: a\n\ndata: [DONE]", [event("a")]),
      ("data: é😀\n\n", [event("é😀")]),
    ]
  }

  @Test func readsAsSpecified() throws {
    for (text, events) in fixtures {
      let whole = read([Array(text.utf8)])
      #expect(whole.events == events, "\(text.debugDescription)")
      let bytes = Array(text.utf8)
      for cut in 0...bytes.count { #expect(read([Array(bytes[..<cut]), [], Array(bytes[cut...])]) == whole) }
      #expect(read(bytes.map { [$0] }) == whole)
    }
  }

  @Test func saysWhatWasCutOff() {
    #expect(read([Array("data: a\n\n".utf8)]).pendingBytes == 0)
    #expect(read([Array("data: a\n\r".utf8)]).pendingBytes == 0)
    #expect(read([Array("data: a\n".utf8)]).pendingBytes > 0)
    #expect(read([Array("dat".utf8)]).pendingBytes > 0)
    #expect(read([Array("data: a\n\n: ping\n".utf8)]).pendingBytes == 0)
  }

  @Test func retryIsDigitsOnly() {
    #expect(read([Array("retry: 1500\n".utf8)]).reconnectionTime == 1500)
    for text in ["retry: 15s\n", "retry:\n", "retry: -1\n", "retry: 1 0\n", "retry: 99999999999999999999999\n"] {
      #expect(read([Array(text.utf8)]).reconnectionTime == nil)
    }
  }

  /// Neither one line nor many fill memory, and the place is the same however the stream is cut.
  @Test func eventsAreBounded() {
    let first = "data: first\n\n: \(String(repeating: "c", count: 30))\n\n"
    for (rest, offset) in [
      ("data: \(String(repeating: "x", count: 40))\n\n", 40),
      (String(repeating: "data: 12345678\n", count: 9) + "\n", 65),
      ("event: \(String(repeating: "e", count: 30))\ndata: 12345\n\n", 38 + 10),
      (": \(String(repeating: "c", count: 50))", 40),
    ] {
      let bytes = Array((first + rest).utf8)
      let whole = read([bytes], limit: 40)
      #expect(
        whole.events == [event("first")]
          && whole.error == EventStreamError(offset: first.utf8.count + offset, limit: 40))
      for cut in 0...bytes.count { #expect(read([Array(bytes[..<cut]), Array(bytes[cut...])], limit: 40) == whole) }
    }
  }

  @Test(arguments: 0..<20)
  func chunksMakeNoDifference(seed: UInt64) throws {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    let pieces = [
      "data", "event", "id", "retry", ":", ":", " ", "\n", "\n", "\r", "\r\n", "\n\n", "x", "é", "\u{FEFF}", "12",
      "\u{0}",
    ]
    for _ in 0..<200 {
      var text: [UInt8] = []
      for _ in 0..<random(40) { text += pieces[random(pieces.count)].utf8 }
      let limit = random(3) == 0 ? 8 : 1000
      let whole = read([text], limit: limit)
      var chunks: [[UInt8]] = []
      var position = 0
      while position < text.count {
        let end = min(text.count, position + 1 + random(5))
        chunks.append(Array(text[position..<end]))
        position = end
      }
      #expect(read(chunks, limit: limit) == whole)
    }
  }

  @Test func whatIsWrittenIsReadAgain() {
    for data in ["", "{\"a\":1}", " x", "[DONE]", ":"] {
      let bytes = ServerSentEvent.encoded(Array(data.utf8))
      #expect(read([bytes, bytes]).events == [event(data), event(data)])
    }
  }
}
