import VeilFormats

/// Checks the shape of a body as pydantic would, and collects what is wrong.
///
/// Only what the gateway or a provider could misunderstand is checked; whether a text may be forwarded is not asked here.
struct BodyChecker {
  let tree: JSONTree
  private(set) var problems: [Problem] = []

  init(tree: JSONTree) { self.tree = tree }

  mutating func check(_ kind: RequestBody.Kind, hasModel: Bool) {
    let root = tree.root
    let place: [Problem.Step] = ["body"]
    if root["model"] == nil, !hasModel { fail(Problem.missing(place + ["model"])) }
    if let model = root["model"], model.isNull, !hasModel { fail(Problem.notString(place + ["model"])) }
    switch kind {
    case .chat: checkMessages(root["messages"], place + ["messages"])
    case .completion: checkPrompt(root["prompt"], place + ["prompt"])
    }
    let table = kind == .chat ? FieldTable.chat : .completions
    for member in root.members where member.name != "messages" && member.name != "prompt" {
      guard let field = table.root.members[member.name] else { continue }
      if member.name == "metadata", !member.value.isNull, !member.value.isObject {
        fail(Problem.notDictionary(place + ["metadata"]))
      }
      check(member.value, field, place + [.name(member.name)])
    }
  }

  mutating func fail(_ problem: Problem) {
    if problems.count < RequestProblems.maximum { problems.append(problem) }
  }

  /// A field of which the table says what it holds.
  mutating func check(_ node: JSONNode, _ field: FieldTable.Field, _ place: [Problem.Step]) {
    guard !node.isNull else { return }
    switch field.kind {
    case .integer(let least, let most):
      check(node, field.kind, least.map(Double.init), most.map(Double.init), place)
    case .number(let least, let most): check(node, field.kind, least, most, place)
    case .flag:
      guard Coercion(.flag, node, tree) == nil else { return }
      fail(
        node.isContainer
          ? Problem("bool_type", place, "Input should be a valid boolean")
          : Problem("bool_parsing", place, "Input should be a valid boolean, unable to interpret input"))
    case .structure: checkStructure(node, field, place)
    case .text where field.elements?.kind == .part: checkContent(node, place)
    case .text where field.elements != nil:
      if case .array(let elements) = node.value {
        for (index, element) in elements.enumerated() where !element.isString {
          fail(Problem.notString(place + [.index(index)]))
        }
      } else if !node.isString {
        fail(Problem.notString(place + ["str"]))
        fail(Problem.notList(place + ["list[str]"]))
      }
    case .text: if !node.isString, !node.isContainer { fail(Problem.notString(place)) }
    case .labelled, .identifier, .model: if !node.isString { fail(Problem.notString(place)) }
    case .words: if node.isObject { checkStructure(node, field, place) }
    case .biases: checkBiases(node, place)
    case .refused:
      guard !node.isEmpty(in: tree) else { return }
      fail(Problem.notSupported(place, "This gateway has nothing that could apply it"))
    case .free, .schema, .part, .opaque: break
    }
  }

  private mutating func checkStructure(_ node: JSONNode, _ field: FieldTable.Field, _ place: [Problem.Step]) {
    if let element = field.elements, field.members.isEmpty {
      guard case .array(let elements) = node.value else { return fail(Problem.notList(place)) }
      for (index, node) in elements.enumerated() { check(node, element, place + [.index(index)]) }
    } else {
      guard case .object(let members) = node.value else { return fail(Problem.notObject(place)) }
      for member in members {
        if let field = field.members[member.name] { check(member.value, field, place + [.name(member.name)]) }
      }
    }
  }

  private mutating func check(
    _ node: JSONNode, _ kind: FieldTable.Kind, _ least: Double?, _ most: Double?, _ place: [Problem.Step]
  ) {
    guard let value = Coercion(kind, node, tree)?.number else { return fail(notNumber(node, kind, place)) }
    func fact(_ bound: Double) -> Problem.Fact { Int(exactly: bound).map { .integer($0) } ?? .number(bound) }
    func shown(_ bound: Double) -> String { Int(exactly: bound).map { "\($0)" } ?? "\(bound)" }
    if let least, value < least {
      let message = "Input should be greater than or equal to \(shown(least))"
      fail(Problem("greater_than_equal", place, message, ["ge": fact(least)]))
    }
    if let most, value > most {
      let message = "Input should be less than or equal to \(shown(most))"
      fail(Problem("less_than_equal", place, message, ["le": fact(most)]))
    }
  }

  private func notNumber(_ node: JSONNode, _ kind: FieldTable.Kind, _ place: [Problem.Step]) -> Problem {
    let isInteger = if case .integer = kind { true } else { false }
    let what = isInteger ? "integer" : "number"
    let short = isInteger ? "int" : "float"
    switch node.value {
    case .string:
      return Problem(
        "\(short)_parsing", place,
        "Input should be a valid \(what), unable to parse string as \(isInteger ? "an" : "a") \(what)")
    case .number where isInteger:
      return Problem("int_from_float", place, "Input should be a valid integer, got a number with a fractional part")
    case .number: return Problem("finite_number", place, "Input should be a finite number")
    default: return Problem("\(short)_type", place, "Input should be a valid \(what)")
    }
  }

  /// Token ids by which nothing can be said.
  private mutating func checkBiases(_ node: JSONNode, _ place: [Problem.Step]) {
    guard case .object(let members) = node.value else { return fail(Problem.notDictionary(place)) }
    for member in members {
      guard (1...7).contains(member.name.utf8.count), member.name.utf8.allSatisfy({ $0 &- 0x30 < 10 }) else {
        // The key is not told.
        fail(Problem("int_parsing", place + ["[key]"], "Keys should be token ids"))
        continue
      }
      check(member.value, .number(-100, 100), -100, 100, place + [.name(member.name)])
    }
  }
}

extension JSONNode {
  var isString: Bool { if case .string = value { true } else { false } }
  var isNumber: Bool { if case .number = value { true } else { false } }
  var isFlag: Bool { if case .bool = value { true } else { false } }
  var isContainer: Bool { isObject || isArray }

  /// Whether it says nothing: null, false, an empty text, list or object.
  func isEmpty(in tree: JSONTree) -> Bool {
    switch value {
    case .object(let members): members.isEmpty
    case .array(let elements): elements.isEmpty
    case .string: tree.text(self) == ""
    case .number: false
    case .bool(let value): !value
    case .null: true
    }
  }
}
