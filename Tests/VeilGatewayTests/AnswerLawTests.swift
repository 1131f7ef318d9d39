import Testing
import Veil
import VeilFormats

@testable import VeilGateway

/// However an answer is cut into events and bytes, the client gets the restored text, and without delay.
@Suite struct AnswerLawTests {
  static let plain =
    "To [NAME_1], **[name_2]**, [EMAIL\\_1]: 😀 NAME_1's [NAME_9] [NA é [NAME_1_GIVEN] [TEXT_1] \\u005bNAME_1"
  static let json =
    #"{"a":"[NAME_2]","b":"<[TEXT_1]> \"[NAME_2]\"","c":"{\"d\":\"[NAME_2]\",\"e\":[\"[EMAIL_1] [NAME_2] 😀\"]}","#
    + #""f":"[NAME_9] [NAME_2]"}"#

  static let texts: [AnswerText] = [
    .content(plain), .member("refusal", plain), .member("reasoning_content", plain), .member("reasoning", plain),
    .legacy(plain), .arguments(json), .arguments(json, tool: 3), .function(json), .details(plain, element: 2),
    .part(plain), .content("[NAME_1]", choice: 2),
  ]

  private static func expected(_ text: AnswerText, _ vault: Vault) -> String {
    wholeRestored(text.text, vault, isJSON: text.isJSON)
  }

  /// All cuts into two, one code unit an event, and all at once.
  @Test(arguments: texts.indices)
  func cutsMakeNoDifference(index: Int) throws {
    let text = Self.texts[index]
    let vault = try answerVault()
    let expected = Self.expected(text, vault)
    let units = text.units
    func check(_ pieces: [ArraySlice<UInt16>], endsInText: Bool = false) throws {
      var chunks = pieces.map(text.chunk)
      if endsInText {
        chunks[chunks.count - 1].replace("\"finish_reason\":null", with: "\"finish_reason\":\"length\"")
      } else {
        chunks.append(answerFinish(text.choice))
      }
      let client = try answerRead(chunks + [answerUsage, "[DONE]"], AnswerOptions(vault: vault))
      #expect(client.texts[text.key] == expected)
      #expect(client.isDone && client.hasUsage && client.finished == [text.choice])
      #expect(client.events.suffix(3).first?.contains("finish_reason\":null") == false, "the finish comes last")
    }
    for cut in 0...units.count { try check([units[..<cut], units[cut...]], endsInText: cut % 2 == 0) }
    try check(units.indices.map { units[$0...$0] })
    try check([units[...]])
  }

  /// Several texts at once, cut anywhere and mixed; the stream's bytes cut anywhere, too.
  @Test(arguments: 0..<40)
  func mixedTexts(seed: Int) throws {
    var random = AnswerRandom(seed)
    let vault = try answerVault()
    var rest: [(text: AnswerText, units: ArraySlice<UInt16>)] = []
    var keys = Set<String>()
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      var text = Self.texts.randomElement(using: &random)!
      text.choice = Int.random(in: 0...2, using: &random)
      // Parts and text are never mixed.
      let isContent = text.path.hasPrefix("delta.content")
      guard keys.insert(isContent ? "\(text.choice).content" : text.key).inserted else { continue }
      rest.append((text, text.units[...]))
    }
    let texts = rest.map(\.text)
    var chunks: [String] = []
    while !rest.isEmpty {
      let index = rest.indices.randomElement(using: &random)!
      let count = min(rest[index].units.count, Int.random(in: 1...9, using: &random))
      chunks.append(rest[index].text.chunk(rest[index].units.prefix(count)))
      rest[index].units.removeFirst(count)
      if rest[index].units.isEmpty { rest.remove(at: index) }
    }
    for choice in Set(texts.map(\.choice)) { chunks.append(answerFinish(choice)) }
    chunks += [answerUsage, "[DONE]", "{}"]

    let lineEnd = ["\n", "\r", "\r\n"].randomElement(using: &random)!
    let bytes = Array(
      chunks.map { "\(lineEnd): ping\(lineEnd)id: 1\(lineEnd)data:\($0)\(lineEnd)\(lineEnd)" }.joined().utf8)
    func read(_ maximum: Int) throws -> AnswerClient {
      var restorer = StreamRestorer(AnswerOptions(vault: vault))
      var client = AnswerClient()
      var position = 0
      while position < bytes.count {
        let end = min(bytes.count, position + Int.random(in: 1...maximum, using: &random))
        try client.take(restorer.append(Array(bytes[position..<end])))
        position = end
      }
      try client.take(restorer.finish(.clean))
      return client
    }
    let client = try read(bytes.count)
    for text in texts { #expect(client.texts[text.key] == Self.expected(text, vault), "\(text.key)") }
    #expect(client.isDone)
    for maximum in [1, 3, 100] { #expect(try read(maximum).events == client.events) }
  }

  /// An event with nothing that could be part of a placeholder leaves at once and as it came; never is more held back
  /// than the longest placeholder.
  @Test func nothingIsDelayed() throws {
    let vault = try answerVault()
    let bound = RestoringStream(vault: vault).holdBack
    var restorer = StreamRestorer(AnswerOptions(vault: vault))
    for word in ["Dear ", "customer", ", ", "é😀", " (a) ", "x: 1, ", "\"quoted\"", "\\n", ".", "\n"] {
      let chunk = AnswerText.content("").chunk(Array(word.utf16)[...])
      #expect(restorer.append(Array("data: \(chunk)\n\n".utf8)) == [Array("data: \(chunk)\n\n".utf8)])
      #expect(restorer.heldBackBytes == 0)
    }
    var held = 0
    for text in [AnswerText.content(Self.plain), .arguments(Self.json)] {
      for unit in text.units {
        _ = restorer.append(Array("data: \(text.chunk([unit]))\n\n".utf8))
        #expect(restorer.heldBackBytes <= 2 * bound)
        held = max(held, restorer.heldBackBytes)
      }
    }
    #expect(held >= "[EMAIL\\_1".utf8.count)
  }

  /// Arguments are JSON whatever is in the value, at each depth.
  @Test(arguments: 0..<30)
  func argumentsStayJSON(seed: Int) throws {
    var random = AnswerRandom(seed)
    let pieces = [
      "\"", "\\", "\n", "\r", "\t", "\u{0}", "\u{1F}", "\u{7F}", "/", "{", "}", "[", "]", ":", ",", "é", "😀", "u", "x",
    ]
    for _ in 0..<20 {
      let value = (0..<Int.random(in: 1...12, using: &random)).map { _ in pieces.randomElement(using: &random)! }
        .joined()
      let vault = try answerVault(name: value)
      let text = AnswerText.arguments(#"{"a":"[NAME_2]","b":"{\"c\":\"[NAME_2]\",\"d\":\"[\\\"[NAME_2]\\\"]\"}"}"#)
      let chunks = text.units.map { text.chunk([$0]) } + [answerFinish()]
      let client = try answerRead(chunks, AnswerOptions(vault: vault))
      let arguments = try JSONTree(Array(try #require(client.texts[text.key]).utf8))
      #expect(arguments.text(arguments.root["a"]) == value)
      let inner = try JSONTree(Array(try #require(arguments.text(arguments.root["b"])).utf8))
      #expect(inner.text(inner.root["c"]) == value)
      let innermost = try JSONTree(Array(try #require(inner.text(inner.root["d"])).utf8))
      #expect(innermost.text(innermost.root.elements[0]) == value)
    }
  }
}
