/// Why a caller's request is not answered, with all that an answer says of it.
struct CallerRefusal: Error, Sendable {
  var reason: RefusalReason
  var status: Int
  /// For people, and for clients that look for the word "budget".
  var detail: String
  /// The error object's `type` and `code`.
  var type: String
  var code: String
  var headers: [(name: String, value: String)] = []

  static let noKey = unauthenticated("Not authenticated", code: "missing_api_key")
  static let wrongKey = unauthenticated("Not authenticated", code: "invalid_api_key")
  static let severalKeys = unauthenticated(
    "Not authenticated: Authorization and X-API-Key have different keys", code: "invalid_api_key")

  private static func unauthenticated(_ detail: String, code: String) -> CallerRefusal {
    CallerRefusal(
      reason: .key, status: 401, detail: detail, type: "authentication_error", code: code,
      headers: [("www-authenticate", "Bearer")])
  }

  static let space = CallerRefusal(
    reason: .space, status: 403, detail: "Insufficient permissions for the space", type: "permission_error",
    code: "space_not_allowed")

  /// - Parameter seconds: until it is worth trying again.
  static func requests(_ seconds: Int, _ headers: [(name: String, value: String)]) -> CallerRefusal {
    CallerRefusal(
      reason: .requests, status: 429, detail: "Rate limit reached: requests per minute", type: "requests",
      code: "rate_limit_exceeded", headers: headers + [("retry-after", "\(seconds)")])
  }

  static func tokens(_ seconds: Int, _ headers: [(name: String, value: String)]) -> CallerRefusal {
    CallerRefusal(
      reason: .tokens, status: 429, detail: "Rate limit reached: tokens per minute", type: "tokens",
      code: "rate_limit_exceeded", headers: headers + [("retry-after", "\(seconds)")])
  }

  /// Clients that try again by themselves are told not to: a budget is not there again in a minute.
  static func budget(
    _ period: Settings.Budget.Period, _ seconds: Int, _ headers: [(name: String, value: String)]
  ) -> CallerRefusal {
    CallerRefusal(
      reason: .budget, status: 429, detail: "The budget of tokens for this \(period.rawValue) is used up",
      type: "insufficient_quota", code: "budget_exceeded",
      headers: headers + [("retry-after", "\(seconds)"), ("x-should-retry", "false")])
  }
}
