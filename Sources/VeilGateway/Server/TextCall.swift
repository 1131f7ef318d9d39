import Hummingbird
import Veil

/// The endpoints that treat text without any model: what is found in it, placeholders in, originals back.
struct TextCall: Sendable {
  let gateway: Gateway
  let shared: SharedState

  func answer(_ route: Route, _ request: Request, _ exchange: inout Exchange) async throws -> Response {
    let incoming = try await Incoming(request, gateway: gateway, shared: shared, &exchange)
    // They cost time as completions do, and no provider's tokens.
    let admission = try incoming.account.admit(tokens: 0)
    let body: [UInt8]
    switch route {
    case .detect:
      let call = try DetectCall(incoming.body, settings: gateway.settings)
      let conversation = try incoming.conversation(shared, thread: call.thread, space: call.space)
      let answer = try call.answer(gateway.engines, vault: conversation?.vault)
      try conversation?.keep(answer.vault)
      exchange.counts = answer.counts
      body = answer.body
    case .pseudonymize:
      let answer = try PseudonymizeCall(incoming.body, options: incoming.options).answer(
        settings: gateway.settings, engines: gateway.engines,
        upstreamModel: { gateway.upstreams.upstream(for: $0)?.settings.renames[$0] },
        wantsUsage: admission.countsTokens)
      exchange.counts = answer.counts
      body = answer.body
    default:
      let answer = try RestoreCall(incoming.body).answer()
      shared.metrics.restored(answer.report.restoredCount, unknown: answer.report.unknownCount)
      body = answer.body
    }
    var response = Response.json(body)
    response.add(admission.headers)
    return response
  }
}
