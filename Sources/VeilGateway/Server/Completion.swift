import AsyncHTTPClient
import HTTPTypes
import Hummingbird
import NIOCore
import Veil
import VeilFormats

/// One request for a completion, from the caller's bytes to the restored answer.
///
/// Each step either ends with everything understood and masked, or throws: nothing is forwarded by a step that failed.
struct Completion: Sendable {
  let kind: RequestBody.Kind
  let gateway: Gateway
  let shared: SharedState
  let channel: any Channel
  /// Held until the answer is over.
  let slot: Running.Slot

  func answer(_ request: Request, _ exchange: inout Exchange) async throws -> Response {
    let incoming = try await Incoming(request, gateway: gateway, shared: shared, &exchange)
    let options = incoming.options
    let body = try RequestBody(incoming.body, kind: kind, model: options.model)
    guard let model = options.model ?? body.model, let upstream = gateway.upstreams.upstream(for: model) else {
      throw Refusal.unknownModel
    }
    exchange.upstream = upstream.settings.name
    try Self.check(options, upstream)
    let estimate = Admission.estimate(
      bytes: incoming.body.count, maximumTokens: body.maximumTokens, choices: body.choiceCount)
    let admission = try incoming.account.admit(tokens: estimate)
    var isSent = false
    defer { if !isSent { admission.settle(tokens: 0) } }

    let conversation = try incoming.conversation(shared)
    let start = ContinuousClock.now
    let masked = try MaskedRequest(
      body, options, settings: gateway.settings, engines: gateway.engines,
      upstreamModel: upstream.settings.renames[model], vault: conversation?.vault,
      wantsUsage: admission.countsTokens)
    try conversation?.keep(masked.vault)
    shared.metrics.masked(in: ContinuousClock.now - start)
    exchange.counts = masked.counts

    let call = try call(masked, request, options, upstream)
    let sent = ContinuousClock.now
    let answer: HTTPClientResponse
    do {
      answer = try await upstream.send(call)
      isSent = true
    } catch {
      // What a provider had costs, also when nobody waits for it any more.
      isSent = (error as? UpstreamError).map { $0 == .timeout } ?? true
      throw error
    }
    shared.metrics.upstream(upstream.settings.name, firstByte: ContinuousClock.now - sent)
    let reply = Reply(
      upstream: upstream, answer: answer, options: answerOptions(masked, body, options, upstream, admission),
      sent: sent, admission: admission, estimate: estimate, settings: gateway.settings, metrics: shared.metrics,
      channel: channel,
      slot: slot, conversation: conversation)
    return try await reply.response(exchange)
  }

  /// Whether the caller's own key may be used there.
  private static func check(_ options: RequestOptions, _ upstream: Upstream) throws(RequestProblems) {
    guard options.upstreamKey != nil, options.upstreamURL == nil, !upstream.settings.acceptsCallerKeys else { return }
    throw RequestProblems(
      Problem.notSupported(["header", "X-Model-Api-Key"], "The upstream of this model takes no keys of callers"))
  }

  private func call(
    _ masked: MaskedRequest, _ request: Request, _ options: RequestOptions, _ upstream: Upstream
  ) throws -> Upstream.Call {
    var headers: [(name: String, value: String)] = []
    let engine = try gateway.engines.engines(for: options).identifiers
    for field in request.headers where upstream.settings.forwardedHeaders.contains(field.name.canonicalName) {
      if options.masks, try !engine.findings(in: field.value, mapping: masked.vault.mapping).isEmpty {
        throw RequestProblems(
          Problem("value_error", ["header", .name(field.name.rawName)], "The header should hold nothing to be masked"))
      }
      headers.append((field.name.canonicalName, field.value))
    }
    if let parent = options.traceParent {
      headers.append(("traceparent", parent.child(span: UInt64.random(in: 1...UInt64.max))))
    }
    return Upstream.Call(
      path: kind == .chat ? "/chat/completions" : "/completions", body: masked.body, isLegacy: kind == .completion,
      isStream: masked.isStream, headers: headers, callersKey: options.upstreamKey, callersURL: options.upstreamURL)
  }

  private func answerOptions(
    _ masked: MaskedRequest, _ body: RequestBody, _ options: RequestOptions, _ upstream: Upstream,
    _ admission: Admission
  ) -> AnswerOptions {
    var answer = AnswerOptions(vault: masked.vault)
    answer.restores = options.restores
    answer.only = masked.known
    answer.logprobs = gateway.settings.answers.logprobs
    if options.returnsMapping {
      var mapping = JSONWriter()
      mapping.mapping(masked.vault, only: masked.known)
      answer.returnedMapping = mapping.bytes
    }
    answer.contentIsJSON = body.asksForJSON
    answer.hidesUsage = admission.countsTokens && !masked.includesUsage
    answer.secrets = upstream.secrets(callersKey: options.upstreamKey)
    answer.limits = gateway.settings.limits
    return answer
  }
}
