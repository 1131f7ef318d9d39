import HTTPTypes
import Hummingbird
import NIOCore

/// What is known of a request's connection.
struct GatewayContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  let channel: any Channel

  init(source: Source) {
    coreContext = CoreRequestContextStorage(source: source)
    channel = source.channel
  }
}

/// Finds out what is asked for, by whom, and gives the answer or a refusal.
struct GatewayResponder: HTTPResponder {
  let current: CurrentGateway
  let shared: SharedState

  func respond(to request: Request, context: GatewayContext) async throws -> Response {
    let gateway = current.gateway
    let route = Route.all[request.uri.path]
    var exchange = Exchange(endpoint: route?.endpoint ?? .other, metrics: shared.metrics, logger: gateway.logger)
    var origin: String?
    var response: Response
    do {
      origin = try gateway.origins.check(request.head)
      guard let route else { throw Refusal.notFound }
      let allowed: [HTTPRequest.Method] = route.isPost ? [.post] : [.get, .head]
      if allowed.contains(request.method) {
        response = try await answer(route, request, context, gateway, &exchange)
      } else if request.method == .options, origin != nil {
        response = Response(status: .noContent)
        response.add(OriginGuard.preflight(allowed.map(\.rawValue)))
      } else {
        throw Refusal.methodNotAllowed(allowed.map(\.rawValue))
      }
    } catch {
      let refusal = Refusal(error)
      exchange.refused(refusal)
      response = refusal.response
      exchange.identify(&response)
    }
    if let origin { response.add(OriginGuard.headers(for: origin)) }
    return response
  }

  private func answer(
    _ route: Route, _ request: Request, _ context: GatewayContext, _ gateway: Gateway, _ exchange: inout Exchange
  ) async throws -> Response {
    var response: Response
    switch route {
    case .chat, .completion:
      guard let slot = shared.running.enter(limit: gateway.settings.limits.requests) else { throw Refusal.overloaded }
      let completion = Completion(
        kind: route == .chat ? .chat : .completion, gateway: gateway, shared: shared, channel: context.channel,
        slot: slot)
      // What was noted is kept also of a request that fails.
      let noted = exchange
      let (result, after) = try await ClientWatch.run(for: context.channel) {
        var exchange = noted
        let result: Result<Response, any Error>
        do { result = .success(try await completion.answer(request, &exchange)) } catch { result = .failure(error) }
        return (result, exchange)
      }
      exchange = after
      return try result.get()
    case .models:
      // Providers are asked with the gateway's own key.
      exchange.caller = try shared.callers.account(of: request).name
      response = try await ModelList(gateway: gateway).answer()
    case .detect, .pseudonymize, .restore:
      response = try await TextCall(gateway: gateway, shared: shared).answer(route, request, &exchange)
    case .live: response = .json(Array(#"{"status":"live"}"#.utf8))
    case .ready:
      // What could not serve would not have started.
      response =
        shared.isStopping
        ? .json(Array(#"{"status":"stopping"}"#.utf8), status: .serviceUnavailable)
        : .json(Array(#"{"status":"ready"}"#.utf8))
    case .metrics:
      response = Response(
        status: .ok, headers: [.contentType: PrometheusMetrics.contentType],
        body: ResponseBody(byteBuffer: ByteBuffer(bytes: shared.registry.render())))
    case .docs: response = Pages.docs.response
    case .openapi: response = Pages.openapi.response
    case .page: response = Pages.index.response
    }
    exchange.identify(&response)
    exchange.answered(Int(response.status.code))
    return response
  }
}
