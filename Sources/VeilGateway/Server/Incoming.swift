import HTTPTypes
import Hummingbird
import NIOCore

/// A request by somebody who may make it, read whole.
struct Incoming: Sendable {
  let options: RequestOptions
  let account: CallerAccount
  let body: [UInt8]

  /// - Throws: what is refused: the key, the headers, the body's size or encoding.
  init(_ request: Request, gateway: Gateway, shared: SharedState, _ exchange: inout Exchange) async throws {
    let headers = request.headers
    account = try shared.callers.account(of: request)
    exchange.caller = account.name
    var values: [String: [String]] = [:]
    for field in headers { values[field.name.canonicalName, default: []].append(field.value) }
    options = try RequestOptions(values, settings: gateway.settings, engines: gateway.engines)
    if let trace = options.traceID ?? options.traceParent?.trace { exchange.trace = trace }
    try account.check(space: options.space)
    body = try await Self.read(request, limit: gateway.settings.limits.body)
  }

  private static func read(_ request: Request, limit: Int) async throws -> [UInt8] {
    if let encoding = request.headers[.contentEncoding], encoding.lowercased() != "identity" {
      throw Refusal.compressed
    }
    if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit {
      throw Refusal.tooLarge(limit)
    }
    do {
      return Array(try await request.body.collect(upTo: limit).readableBytesView)
    } catch is NIOTooManyBytesError {
      throw Refusal.tooLarge(limit)
    }
  }

  /// The conversation that the request names in a header or, some calls, in the body; nil where it names none.
  func conversation(_ shared: SharedState, thread: String? = nil, space: String? = nil) throws -> Conversation? {
    guard let id = thread ?? options.conversation, let store = shared.conversations else { return nil }
    let space = space ?? options.space
    try account.check(space: space)
    guard let key = ConversationStore.Key(caller: account.name, space: space, id: id) else {
      throw RequestProblems(Problem("value_error", ["body", "thread_id"], "Input should be visible ASCII characters"))
    }
    return try store.open(key)
  }
}

extension CallerBook {
  func account(of request: Request) throws(CallerRefusal) -> CallerAccount {
    try account(
      authorization: request.headers[values: .authorization], apiKey: request.headers[values: .xAPIKey])
  }
}

extension HTTPField.Name {
  static let xAPIKey = HTTPField.Name("x-api-key")!
}
