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
    restorer = StreamRestorer(AnswerOptions(vault: vault))
    var client = AnswerClient()
    for text in [AnswerText.content(Self.plain), .arguments(Self.json)] {
      // What the engine alone would have written by now.
      var stream = RestoringStream(vault: vault, escaping: text.isJSON ? .json : .none)
      var expected: [UInt8] = []
      var others = restorer.heldBackBytes
      for scalar in text.text.unicodeScalars {
        let chunk = text.chunk(Array(String(scalar).utf16)[...])
        try client.take(restorer.append(Array("data: \(chunk)\n\n".utf8)))
        stream.append(Array(String(scalar).utf8).span, to: &expected)
        try #require(client.texts[text.key] ?? "" == String(decoding: expected, as: UTF8.self))
        try #require(restorer.heldBackBytes - others == stream.heldBack && stream.heldBack <= bound)
        held = max(held, stream.heldBack)
      }
      others = restorer.heldBackBytes
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

  /// Arguments of any shape: their JSON stays as it was, the strings in it are restored, and so in JSON in those.
  @Test(arguments: 0..<40)
  func nestedArguments(seed: Int) throws {
    var random = AnswerRandom(seed)
    let vault = try answerVault()
    for _ in 0..<20 {
      let source = Self.randomJSON(depth: 0, &random)
      let text = AnswerText.arguments(source)
      var chunks: [String] = []
      var rest = text.units[...]
      while !rest.isEmpty {
        let count = Int.random(in: 1...20, using: &random)
        chunks.append(text.chunk(rest.prefix(count)))
        rest = rest.dropFirst(count)
      }
      let client = try answerRead(chunks + [answerFinish()], AnswerOptions(vault: vault))
      let restored = try JSONTree(Array(try #require(client.texts[text.key]).utf8))
      let tree = try JSONTree(Array(source.utf8))
      try Self.check(restored, restored.root, tree, tree.root, vault)
    }
  }

  private static func randomJSON(depth: Int, _ random: inout AnswerRandom) -> String {
    let pieces = [
      "[NAME_2]", "[NAME_2]'s", "<EMAIL_1>", "[NAME_9]", "x", " ", "\"", "\\", "\n", "é", "😀", ": ", ", ", "1]",
    ]
    func string(_ random: inout AnswerRandom) -> String {
      if depth < 3, Int.random(in: 0..<3, using: &random) == 0 { return randomJSON(depth: depth + 1, &random) }
      return (0..<Int.random(in: 0...6, using: &random)).map { _ in pieces.randomElement(using: &random)! }.joined()
    }
    func value(_ random: inout AnswerRandom) -> String {
      switch Int.random(in: 0..<8, using: &random) {
      case 0: "true"
      case 1: "-1.5e3"
      case 2: " null "
      case 3: "[ ]"
      default: String(decoding: jsonString(string(&random)), as: UTF8.self)
      }
    }
    let values = (0..<Int.random(in: 0...4, using: &random)).map { _ in value(&random) }
    return Bool.random(using: &random)
      ? "[\(values.joined(separator: ","))]"
      : "{\(values.map { "\"k [NAME_1]\" : \($0)" }.joined(separator: ", "))}"
  }

  private static func check(
    _ new: JSONTree, _ newNode: JSONNode, _ old: JSONTree, _ oldNode: JSONNode, _ vault: Vault
  ) throws {
    if case .string(let string) = oldNode.value {
      let text = old.text(string)
      let newText = Array(try #require(new.text(newNode)).utf8)
      if let inner = try? JSONTree(text), !inner.root.members.isEmpty || !inner.root.elements.isEmpty {
        let newInner = try JSONTree(newText)
        return try check(newInner, newInner.root, inner, inner.root, vault)
      }
      let expected = wholeRestored(String(decoding: text, as: UTF8.self), vault)
      try #require(String(decoding: newText, as: UTF8.self) == expected)
    }
    try #require(oldNode.members.count == newNode.members.count && oldNode.elements.count == newNode.elements.count)
    for (newMember, oldMember) in zip(newNode.members, oldNode.members) {
      try #require(newMember.name == oldMember.name.replacing("[NAME_1]", with: "Jane Roe"))
      try check(new, newMember.value, old, oldMember.value, vault)
    }
    for (newElement, oldElement) in zip(newNode.elements, oldNode.elements) {
      try check(new, newElement, old, oldElement, vault)
    }
  }

  /// Whatever the upstream sends: what comes out are events and JSON.
  @Test(arguments: 0..<40)
  func anythingIsAnswered(seed: Int) throws {
    var random = AnswerRandom(seed)
    var options = AnswerOptions(vault: try answerVault())
    for _ in 0..<40 {
      options.hidesUsage = Bool.random(using: &random)
      options.contentIsJSON = Bool.random(using: &random)
      options.returnedMapping = Bool.random(using: &random) ? Array("{}".utf8) : nil
      options.limits.lanes = Int.random(in: 1...20, using: &random)
      var restorer = StreamRestorer(options)
      var output: [[UInt8]] = []
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        let body = Array(Self.anyAnswer(depth: 0, &random).utf8)
        output += restorer.append(Array("data: ".utf8) + body + Array("\n\n".utf8))
        if let whole = try? BodyRestorer(options).restore(body) {
          _ = try JSONTree(whole.bytes, admitsLoneSurrogates: true)
        }
        let error = try JSONTree(ErrorBodyRestorer(options).restore(body, status: 500), admitsLoneSurrogates: true)
        try #require(error.root["error"]?["message"] != nil && error.root["detail"] != nil)
      }
      output += restorer.finish(.clean)
      for write in output {
        let line = try #require(String(validating: write, as: UTF8.self))
        try #require(line.hasPrefix("data: ") && line.hasSuffix("\n\n"))
        if line != "data: [DONE]\n\n" { _ = try JSONTree(Array(write[6...]), admitsLoneSurrogates: true) }
      }
    }
  }

  /// JSON of the members that answers have, anywhere.
  private static func anyAnswer(depth: Int, _ random: inout AnswerRandom) -> String {
    let names = [
      "choices", "choices", "index", "delta", "message", "text", "content", "tool_calls", "function", "arguments",
      "name",
      "usage", "finish_reason", "logprobs", "annotations", "start_index", "end_index", "obfuscation", "error", "detail",
      "input", "id", "type", "role",
    ]
    let leaves = ["null", "1", "-2.5", "true", "\"\"", "\"[NAME_1]\"", "\"[NAME\"", "\"_2] \\ud83d\"", "[]", "{}"]
    let kind = depth == 0 ? 0 : depth > 6 ? 3 : Int.random(in: 0..<5, using: &random)
    guard kind < 3 else { return leaves.randomElement(using: &random)! }
    let count = Int.random(in: 0...4, using: &random)
    if kind == 2 { return "[\((0..<count).map { _ in anyAnswer(depth: depth + 1, &random) }.joined(separator: ","))]" }
    var members: [String] = []
    for _ in 0..<count {
      let name = names.randomElement(using: &random)!
      let value = anyAnswer(depth: depth + 1, &random)
      members.append("\"\(name)\":\(name == "choices" && Bool.random(using: &random) ? "[\(value)]" : value)")
    }
    return "{\(members.joined(separator: ","))}"
  }
}
