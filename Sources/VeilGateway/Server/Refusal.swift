import HTTPTypes
import Hummingbird
import NIOCore
import VeilFormats

/// An answer of the gateway's own that says no. Its body serves both families of clients: those that read `detail` and
/// those that read `error`. It never holds text of the request.
struct Refusal: Error {
  var status: HTTPResponse.Status
  /// What `detail` says; `message` where nil.
  var detail: String?
  var message: String
  var type: String
  var code: String?
  var headers: [(HTTPField.Name, String)] = []

  var response: Response {
    var body: [UInt8] = []
    let style = JSONStyle()
    func write(_ text: String) { style.append(Array(text.utf8), to: &body) }
    body += #"{"detail":"#.utf8
    write(detail ?? message)
    body += #","error":{"message":"#.utf8
    write(message)
    body += #","type":"#.utf8
    write(type)
    body += #","param":null,"code":"#.utf8
    if let code { write(code) } else { body += "null".utf8 }
    body += "}}".utf8
    var response = Response.json(body, status: status)
    for (name, value) in headers { response.headers[name] = value }
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
}

extension Refusal {
  static func notAuthenticated(byBearer: Bool) -> Refusal {
    Refusal(
      status: .unauthorized, message: "Not authenticated", type: "authentication_error", code: "invalid_api_key",
      headers: [(.wwwAuthenticate, byBearer ? "Bearer" : "APIKey")])
  }

  static func forbidden(_ message: String, code: String) -> Refusal {
    Refusal(status: .forbidden, message: message, type: "permission_error", code: code)
  }

  static let notFound = Refusal(
    status: .notFound, detail: "Not Found", message: "There is nothing at this path", type: "invalid_request_error",
    code: "not_found")

  static func methodNotAllowed(_ allowed: [String]) -> Refusal {
    Refusal(
      status: .methodNotAllowed, detail: "Method Not Allowed",
      message: "This path takes \(allowed.joined(separator: ", "))",
      type: "invalid_request_error", code: "method_not_allowed",
      headers: [(.allow, allowed.joined(separator: ", "))])
  }

  static let unknownModel = Refusal(
    status: .notFound, message: "No upstream is configured for this model", type: "invalid_request_error",
    code: "model_not_found")

  static func tooLarge(_ limit: Int) -> Refusal {
    Refusal(
      status: .contentTooLarge, message: "The request's body is longer than \(limit) bytes",
      type: "invalid_request_error",
      code: "request_too_large")
  }

  static let compressed = Refusal(
    status: .unsupportedMediaType, message: "Compressed request bodies are not accepted: send identity encoding",
    type: "invalid_request_error", code: "unsupported_encoding")

  static let overloaded = Refusal(
    status: .serviceUnavailable, message: "The gateway answers as many requests as it may; try again",
    type: "server_error", code: "overloaded", headers: [(.retryAfter, "1")])

  static let internalError = Refusal(
    status: .internalServerError, message: "The gateway failed; nothing was forwarded", type: "server_error",
    code: "internal_error")

  /// A text that cannot be looked into to the end is not sent on.
  static func undetectable(_ place: String, _ reason: String) -> Refusal {
    Refusal(
      status: .unprocessableContent, message: "\(place): \(reason); nothing was forwarded",
      type: "invalid_request_error", code: "not_pseudonymized")
  }

  init(_ error: UpstreamError) {
    switch error {
    case .unreachable:
      self.init(
        status: .badGateway, message: "The upstream cannot be reached", type: "upstream_error",
        code: "upstream_unreachable")
    case .timeout:
      self.init(
        status: .gatewayTimeout, message: "The upstream did not answer in time", type: "upstream_error",
        code: "upstream_timeout")
    case .overloaded:
      self.init(
        status: .serviceUnavailable, message: "All connections to the upstream are busy; try again",
        type: "upstream_error", code: "upstream_overloaded", headers: [(.retryAfter, "1")])
    }
  }

  static let unreadableAnswer = Refusal(
    status: .badGateway, message: "The upstream's answer cannot be understood", type: "upstream_error",
    code: "upstream_unreadable")
}
