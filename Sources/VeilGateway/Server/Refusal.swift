import HTTPTypes
import Hummingbird
import NIOCore

/// An answer of the gateway's own that says no. Its body serves both families of clients: those that read `detail` and
/// those that read `error`. It never holds text of the request.
struct Refusal: Error {
  var status: HTTPResponse.Status
  /// As metrics count it.
  var reason: RefusalReason
  var headers: [(name: String, value: String)] = []
  /// JSON.
  var body: [UInt8]

  /// - Parameter detail: what `detail` says; the message where nil.
  init(
    _ status: HTTPResponse.Status, _ reason: RefusalReason, _ message: String, detail: String? = nil, type: String,
    code: String, headers: [(name: String, value: String)] = []
  ) {
    self.status = status
    self.reason = reason
    self.headers = headers
    var json = JSONWriter()
    json.object { json in
      json.member("detail", detail ?? message)
      json.object("error") { json in
        json.member("message", message)
        json.member("type", type)
        json.member("param", nil)
        json.member("code", code)
      }
    }
    body = json.bytes
  }

  /// - Parameter body: JSON with `detail` and `error`.
  init(_ status: HTTPResponse.Status, _ reason: RefusalReason, body: [UInt8]) {
    (self.status, self.reason, self.body) = (status, reason, body)
  }

  var response: Response {
    var response = Response.json(body, status: status)
    response.add(headers)
    return response
  }
}

extension Response {
  /// - Parameter body: JSON.
  static func json(_ body: [UInt8], status: HTTPResponse.Status = .ok) -> Response {
    Response(
      status: status, headers: [.contentType: "application/json", .cacheControl: "no-store"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: body)))
  }

  mutating func add(_ fields: [(name: String, value: String)]) {
    for (name, value) in fields {
      if let name = HTTPField.Name(name) { headers[name] = value }
    }
  }
}

extension Refusal {
  static let notFound = Refusal(
    .notFound, .notFound, "There is nothing at this path", detail: "Not Found", type: "invalid_request_error",
    code: "not_found")

  static func methodNotAllowed(_ allowed: [String]) -> Refusal {
    let list = allowed.joined(separator: ", ")
    return Refusal(
      .methodNotAllowed, .method, "This path takes \(list)", detail: "Method Not Allowed",
      type: "invalid_request_error",
      code: "method_not_allowed", headers: [("allow", list)])
  }

  static func forbidden(_ message: String, code: String) -> Refusal {
    Refusal(.forbidden, .origin, message, type: "permission_error", code: code)
  }

  static let unknownModel = Refusal(
    .notFound, .model, "No upstream is configured for this model", type: "invalid_request_error",
    code: "model_not_found")

  static func tooLarge(_ limit: Int) -> Refusal {
    Refusal(
      .contentTooLarge, .tooLarge, "The request's body is longer than \(limit) bytes", type: "invalid_request_error",
      code: "request_too_large")
  }

  static let compressed = Refusal(
    .unsupportedMediaType, .mediaType, "Compressed request bodies are not accepted: send identity encoding",
    type: "invalid_request_error", code: "unsupported_encoding")

  static let overloaded = Refusal(
    .serviceUnavailable, .overloaded, "The gateway answers as many requests as it may; try again",
    type: "server_error", code: "overloaded", headers: [("retry-after", "1")])

  static let unreadableAnswer = Refusal(
    .badGateway, .upstream, "The upstream's answer cannot be understood", type: "upstream_error",
    code: "upstream_unreadable")

  /// What is said of an error. What nobody foresaw is told as such, without its text.
  init(_ error: any Error) {
    switch error {
    case let refusal as Refusal: self = refusal
    case let problems as RequestProblems: self.init(problems)
    case let refusal as CallerRefusal:
      self.init(
        HTTPResponse.Status(code: refusal.status), refusal.reason, refusal.detail, type: refusal.type,
        code: refusal.code, headers: refusal.headers)
    case let error as UpstreamError: self.init(error)
    case let error as ConversationError: self.init(error)
    default:
      self.init(
        .internalServerError, .failure, "The gateway failed; nothing of the request was forwarded unmasked",
        type: "server_error", code: "internal_error")
    }
  }

  private init(_ problems: RequestProblems) {
    status = HTTPResponse.Status(code: problems.status)
    reason = problems.reason
    body = problems.body()
  }

  private init(_ error: UpstreamError) {
    switch error {
    case .unreachable:
      self.init(
        .badGateway, .upstream, "The upstream cannot be reached", type: "upstream_error", code: "upstream_unreachable")
    case .timeout:
      self.init(
        .gatewayTimeout, .timeout, "The upstream did not answer in time", type: "upstream_error",
        code: "upstream_timeout")
    case .overloaded:
      self.init(
        .serviceUnavailable, .upstream, "All connections to the upstream are busy; try again", type: "upstream_error",
        code: "upstream_overloaded", headers: [("retry-after", "1")])
    }
  }

  private init(_ error: ConversationError) {
    switch error {
    case .busy:
      self.init(
        .conflict, .conversation, "Another request of this conversation is running with another mapping",
        type: "invalid_request_error", code: "conversation_busy")
    case .vault:
      self.init(
        .unprocessableContent, .conversation, "The conversation holds as many values as it may",
        type: "invalid_request_error", code: "conversation_full")
    }
  }
}
