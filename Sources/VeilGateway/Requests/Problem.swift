import Veil

/// What is wrong with one place of a request. Never holds text of the request.
struct Problem: Sendable, Hashable {
  /// A step of the way to the place: the name of a member or header, or the index of an element.
  enum Step: Sendable, Hashable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, CustomStringConvertible {
    case name(String)
    case index(Int)

    init(stringLiteral name: String) { self = .name(name) }
    init(integerLiteral index: Int) { self = .index(index) }

    var description: String {
      switch self {
      case .name(let name): name
      case .index(let index): "\(index)"
      }
    }
  }

  /// A fact about the problem that programs may read: a bound, what was expected.
  enum Fact: Sendable, Hashable {
    case text(String)
    case integer(Int)
    case number(Double)
  }

  /// A word for programs, as pydantic has it: `missing`, `bool_parsing`, …
  var type: String
  /// `["body", "messages", 0, "role"]`, `["header", "X-Model"]`.
  var place: [Step]
  var message: String
  var facts: [String: Fact] = [:]

  init(_ type: String, _ place: [Step], _ message: String, _ facts: [String: Fact] = [:]) {
    self.type = type
    self.place = place
    self.message = message
    self.facts = facts
  }

  /// The place as an OpenAI client expects it: `messages[0].role`; nil for the body as a whole.
  var parameter: String? {
    var text = ""
    for step in place.dropFirst() {
      switch step {
      case .name(let name): text += text.isEmpty ? name : ".\(name)"
      case .index(let index): text += "[\(index)]"
      }
    }
    return text.isEmpty || type == "json_invalid" ? nil : text
  }

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("type", type)
      json.array("loc") { json in
        for step in place {
          switch step {
          case .name(let name): json.string(name)
          case .index(let index): json.raw(index)
          }
        }
      }
      json.member("msg", message)
      guard !facts.isEmpty else { return }
      json.object("ctx") { json in
        for (name, fact) in facts.sorted(by: { $0.key < $1.key }) {
          switch fact {
          case .text(let text): json.member(name, text)
          case .integer(let value): json.member(name, value)
          case .number(let value): json.member(name, value)
          }
        }
      }
    }
  }
}

/// Why a request is refused, so that nothing of it is forwarded. Its body satisfies clients that read `detail` and those
/// that read `error`.
struct RequestProblems: Error, Sendable, Hashable {
  /// 422, 400 for a body that is not even text, 500 for a policy that cannot be compiled.
  var status = 422
  /// At least one.
  var problems: [Problem]

  /// More than these of one request are not told.
  static let maximum = 100

  init(_ problems: [Problem], status: Int = 422) {
    precondition(!problems.isEmpty)
    self.problems = Array(problems.prefix(Self.maximum))
    self.status = status
  }

  init(_ problem: Problem) { self.init([problem]) }

  var reason: RefusalReason {
    switch problems[0].type {
    case "not_checked", "policy_error": .detection
    case "attachment": .attachment
    default: .invalid
    }
  }

  /// The body is not UTF-8.
  static let unreadable = RequestProblems(
    [Problem("unreadable", ["body"], "There was an error parsing the body")], status: 400)

  /// `{"detail":[…],"error":{…}}`
  func body() -> [UInt8] {
    let first = problems[0]
    let place = first.place.map(\.description).joined(separator: ".")
    var json = JSONWriter()
    json.object { json in
      if status == 400 {
        json.member("detail", first.message)
      } else {
        json.array("detail") { json in for problem in problems { problem.write(to: &json) } }
      }
      json.object("error") { json in
        json.member("message", status == 400 ? first.message : "\(place): \(first.message)")
        json.member("type", status < 500 ? "invalid_request_error" : "server_error")
        json.member("param", first.parameter)
        json.member("code", first.type)
      }
    }
    return json.bytes
  }
}

extension Problem {
  static func missing(_ place: [Step]) -> Problem { Problem("missing", place, "Field required") }

  static func notObject(_ place: [Step]) -> Problem {
    Problem(
      "model_attributes_type", place, "Input should be a valid dictionary or object to extract fields from")
  }

  static func notString(_ place: [Step]) -> Problem {
    Problem("string_type", place, "Input should be a valid string")
  }

  static func notList(_ place: [Step]) -> Problem { Problem("list_type", place, "Input should be a valid list") }

  static func notDictionary(_ place: [Step]) -> Problem {
    Problem("dict_type", place, "Input should be a valid dictionary")
  }

  /// - Parameter words: what may stand there.
  static func notOneOf(_ words: [String], _ place: [Step]) -> Problem {
    let quoted = words.map { "'\($0)'" }
    let list =
      quoted.count > 1 ? quoted.dropLast().joined(separator: ", ") + " or " + quoted[quoted.count - 1] : quoted[0]
    return Problem("literal_error", place, "Input should be \(list)", ["expected": .text(list)])
  }

  /// Something that this gateway cannot do.
  static func notSupported(_ place: [Step], _ message: String) -> Problem { Problem("not_supported", place, message) }

  /// Something that cannot be looked into.
  static func attachment(_ place: [Step], _ what: String) -> Problem {
    Problem("attachment", place, "\(what) cannot be looked into and are not allowed with pseudonymization")
  }

  /// A text that could not be looked at; the error names rule and offset.
  static func notChecked(_ place: [Step], _ error: EngineError) -> Problem {
    Problem("not_checked", place, "The text could not be checked: \(error)")
  }
}
