import Testing
import Veil

@testable import VeilFormats
@testable import VeilGateway

/// What must hold wherever something stands in a request.
@Suite struct RequestLawTests {
  static let bodies: [(name: String, kind: RequestBody.Kind)] = [
    ("chat.json", .chat), ("completion.json", .completion),
  ]

  /// Values that stand in each place in turn, and the mapping without which the last would be found by nobody.
  private static let canaries = ["quorra.flynn@example.com", "+1 415 555 0123", "Zephyr Nine"]
  private static let headers = ["X-Pii-Mapping": #"{"Zephyr Nine": "PROJECT"}"#]

  /// Places of a JSON text: strings, numbers and keys with their quotation marks.
  private static func places(_ node: JSONNode) -> [Range<Int>] {
    switch node.value {
    case .object(let members):
      members.flatMap { [$0.key.range.lowerBound - 1..<$0.key.range.upperBound + 1] + places($0.value) }
    case .array(let elements): elements.flatMap(places)
    case .string, .number: [node.range]
    default: []
    }
  }

  private static func objects(_ node: JSONNode) -> [JSONNode] {
    switch node.value {
    case .object(let members): [node] + members.flatMap { objects($0.value) }
    case .array(let elements): elements.flatMap(objects)
    default: []
    }
  }

  /// The text with `canary` in every place in turn, also in those of JSON in its strings.
  private static func variants(_ bytes: [UInt8], _ canary: String) throws -> [[UInt8]] {
    let tree = try JSONTree(bytes)
    var variants: [[UInt8]] = []
    func put(_ json: [UInt8], at range: Range<Int>) {
      variants.append(Array(bytes[..<range.lowerBound]) + json + Array(bytes[range.upperBound...]))
    }
    for range in places(tree.root) {
      put(variants.count % 3 == 0 ? escaped(canary) : JSONWriter.string(canary), at: range)
      guard bytes[range.lowerBound] == UInt8(ascii: "\"") else { continue }
      let text = tree.text(JSONString(range: range.lowerBound + 1..<range.upperBound - 1, hasEscapes: true))
      guard let nested = NestedJSON(text), nested.pieces.count == 1 else { continue }
      for variant in try Self.variants(text, canary) {
        put(JSONWriter.string(String(decoding: variant, as: UTF8.self)), at: range)
      }
    }
    for object in objects(tree.root) {
      var edits = JSONEdits()
      edits.insert("x_unknown", JSONWriter.string(canary), into: object)
      edits.insert("x_list", Array("[[".utf8) + JSONWriter.string(canary) + Array("]]".utf8), into: object)
      edits.insert(canary, Array("1".utf8), into: object)
      variants.append(edits.applied(to: bytes))
    }
    return variants
  }

  /// Every character as an escape.
  private static func escaped(_ text: String) -> [UInt8] {
    let units = text.utf16.map { unit in
      let digits = String(unit, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
    return Array("\"\(units.joined())\"".utf8)
  }

  @Test(arguments: bodies.indices, canaries.indices) func letsNoCanaryOut(_ body: Int, _ canary: Int) throws {
    let (name, kind) = Self.bodies[body]
    let canary = Self.canaries[canary]
    var refused = 0
    let variants = try Self.variants(try RequestSupport.fixture(name), canary)
    for variant in variants {
      let sent: [UInt8]
      do {
        sent = try RequestSupport.masked(variant, kind: kind, Self.headers).body
      } catch let problems as RequestProblems {
        sent = problems.body()
        refused += 1
      }
      let leaks = try Deep(sent).texts.filter { $0.contains(canary) }
      if !leaks.isEmpty || String(decoding: sent, as: UTF8.self).contains(canary) {
        Issue.record("\(leaks) from \(String(decoding: variant, as: UTF8.self))")
      }
    }
    #expect(variants.count > 30 && refused < variants.count / 2)
  }

  @Test(arguments: bodies.indices) func comesBack(_ body: Int) throws {
    let (name, kind) = Self.bodies[body]
    let bytes = try RequestSupport.fixture(name)
    let masked = try RequestSupport.masked(bytes, kind: kind, settings: RequestSupport.plain)
    #expect(masked.count > 5)
    let engine = try RequestSupport.engines.get().engines(for: RequestOptions(Settings())).texts
    let restored = try Deep(masked.body).mapped { engine.restore($0, vault: masked.vault).text }
    // What was spelled in another way is sent as it is meant.
    let meant = String(decoding: bytes, as: UTF8.self).replacing(#""0.5""#, with: "0.5").replacing(
      #""yes""#, with: "true")
    #expect(try restored == Deep(Array(meant.utf8)))
  }

  @Test(arguments: bodies.indices) func givesTheSameForTheSame(_ body: Int) throws {
    let (name, kind) = Self.bodies[body]
    let bytes = try RequestSupport.fixture(name)
    #expect(
      try RequestSupport.masked(bytes, kind: kind).body == RequestSupport.masked(bytes, kind: kind).body)
  }

  /// Members that come twice and everything that is put in or taken out at one place.
  @Test(arguments: Settings.Attachments.allCases) func mendsAnyShape(_ attachments: Settings.Attachments) throws {
    var settings = Settings()
    settings.attachments = attachments
    let bodies = [
      #"{"uploaded_files":[],"messages":[{"role":"system","content":[{"type":"file","file":{}},{"type":"text","text":"x"}]},{"role":"user","content":"jane.roe@example.com"}],"stream":true}"#,
      #"{"chunks":[],"messages":[{"role":"system","content":[{"type":"file","file":{}}]},{"role":"user","content":"jane.roe@example.com"}],"stream":1,"stream_options":{"include_usage":"no"}}"#,
      #"{"model":"a","model":"jane.roe@example.com","messages":"jane.roe@example.com","messages":[{"role":"user","role":"user","content":["jane.roe@example.com",{"type":"jane.roe@example.com"}],"content":"jane.roe@example.com"}],"stream_options":null,"stream_options":{},"stream":"on"}"#,
      #"{"messages":[{"role":"jane.roe@example.com","content":5},7,null],"messages":[{"role":"user","content":"x"}],"input":["jane.roe@example.com"],"stream":true,"prompt":[4155550100]}"#,
    ]
    for body in bodies {
      do {
        let options = try RequestSupport.options(["X-Model": "m"])
        let request = try RequestBody(Array(body.utf8), kind: .chat, model: "m")
        let masked = try MaskedRequest(
          request, options, settings: settings, engines: try RequestSupport.engines.get(), wantsUsage: true)
        #expect(!masked.text.contains("jane.roe"))
        _ = try RequestBody(masked.body, kind: .chat)
        let again = try Deep(masked.body)
        #expect(again["model"]?.text == "m" && again["stream_options"] != nil)
      } catch let problems as RequestProblems {
        #expect(attachments == .refuse || problems.problems[0].place != ["body"], "\(problems)")
      }
    }
  }

  /// Parts of a body in the places of others: refused, or sent as JSON without what was to be masked.
  @Test(arguments: 0..<60) func surviveShuffling(_ seed: Int) throws {
    let (name, kind) = Self.bodies[seed % 2]
    let bytes = try RequestSupport.fixture(name)
    let places = Self.nodes(try JSONTree(bytes).root)
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    var settings = Settings()
    settings.attachments = Settings.Attachments.allCases[seed % 3]
    settings.answers.keepsSystemValues = seed % 4 == 0
    for _ in 0..<10 {
      let (target, source) = (places[random(places.count)], places[random(places.count)])
      let shuffled = Array(bytes[..<target.lowerBound]) + bytes[source] + Array(bytes[target.upperBound...])
      do {
        let masked = try RequestSupport.masked(shuffled, kind: kind, settings: settings, wantsUsage: true)
        #expect(try !Deep(masked.body).texts.contains { $0.contains("roe@example.com") })
      } catch let problems as RequestProblems {
        #expect(!String(decoding: problems.body(), as: UTF8.self).contains("Roe"))
      }
    }
  }

  private static func nodes(_ node: JSONNode) -> [Range<Int>] {
    switch node.value {
    case .object(let members): [node.range] + members.flatMap { nodes($0.value) }
    case .array(let elements): [node.range] + elements.flatMap(nodes)
    default: [node.range]
    }
  }

  /// As deep as it may be, in every one of the texts in texts.
  @Test func goesDeep() throws {
    let (open, close) = (String(repeating: "[", count: 100), String(repeating: "]", count: 100))
    var text = "jane.roe@example.com"
    for _ in 0..<NestedJSON.maximumDepth {
      text = open + String(decoding: JSONWriter.string(text), as: UTF8.self) + close
    }
    let prompt = String(decoding: JSONWriter.string(text), as: UTF8.self)
    let masked = try RequestSupport.masked(#"{"model":"m","prompt":\#(prompt)}"#, kind: .completion)
    #expect(masked.text.contains("[EMAIL_1]") && !masked.text.contains("jane.roe"))
  }

  /// Only what is masked differs: the text between two masked places is there byte for byte.
  @Test func keepsAllOtherBytes() throws {
    let body = """
      { "model" : "m",\t"messages":[ {"role":"user", "content":"\\u00e9 \\/ jane.roe@example.com" } ],
        "temperature": 1.50E0, "x": [ 1.0, {} ] }

      """
    let masked = try RequestSupport.masked(body, settings: RequestSupport.plain)
    #expect(masked.text == body.replacing("jane.roe@example.com", with: "[EMAIL_1]"))
  }

  @Test func changesNothingWithoutFindings() throws {
    let body = #"{"model":"m","messages":[{"role":"user","content":"What is 2 + 2?"}],"tools":[]}"#
    let masked = try RequestSupport.masked(body)
    #expect(masked.text == body && masked.count == 0)
  }

  @Test func changesNothingWhenSwitchedOff() throws {
    let bytes = try RequestSupport.fixture("completion.json")
    let masked = try RequestSupport.masked(
      bytes, kind: .completion,
      ["X-Apply-Pii-Pseudonymization": "false", "X-Apply-Oii-Pseudonymization": "false"])
    #expect(masked.body == bytes && masked.count == 0)
  }

  /// As a conversation grows, what was sent before is sent again byte for byte.
  @Test func keepsThePrefix() throws {
    let turns = [
      #"{"role":"user","content":"I am Jane Roe, jane.roe@example.com."}"#,
      #"{"role":"assistant","content":"Hello Jane Roe! Shall I write to John Doe?"}"#,
      #"{"role":"user","content":"Yes, at john.doe@example.com. He knows Jane. Tell him about [NAME_1] and [NAME_9]."}"#,
      #"{"role":"assistant","content":null,"tool_calls":[{"id":"c1","type":"function","function":{"name":"mail","arguments":"{\"to\":\"john.doe@example.com\"}"}}]}"#,
      #"{"role":"tool","tool_call_id":"c1","content":"{\"sent\":\"john.doe@example.com\",\"by\":\"Mary Major\"}"}"#,
      #"{"role":"user","content":"Mary Major is my boss: +1 415 555 0100."}"#,
    ]
    var previous = ""
    for count in 1...turns.count {
      let body =
        #"{"model":"m","tools":[{"type":"function","function":{"name":"mail","description":"For Richard Miles"}}],"messages":["#
        + turns[..<count].joined(separator: ",")
      let sent = try RequestSupport.masked(body + "]}").text
      #expect(sent.hasPrefix(previous.dropLast(2)))
      previous = sent
    }
    #expect(previous.contains("[NAME_1]") && !previous.contains("Roe") && !previous.contains("john.doe"))
  }
}
