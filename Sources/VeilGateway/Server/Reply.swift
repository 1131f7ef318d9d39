import AsyncHTTPClient
import HTTPTypes
import Hummingbird
import NIOCore
import NIOHTTP1
import Veil

/// What becomes of a provider's answer: restored as a whole, event by event, or as an error.
struct Reply: Sendable {
  let upstream: Upstream
  let answer: HTTPClientResponse
  let options: AnswerOptions
  /// When the request had gone out.
  let sent: ContinuousClock.Instant
  let admission: Admission
  /// Bytes of the request, for providers that say nothing of tokens.
  let estimate: Int
  let settings: Settings
  let metrics: GatewayMetrics
  let channel: any Channel
  /// What the request holds until its answer is over.
  let slot: Running.Slot
  let conversation: Conversation?

  func response(_ exchange: Exchange) async throws -> Response {
    let status = HTTPResponse.Status(code: Int(answer.status.code))
    var response: Response
    if answer.status.code >= 400 {
      response = .json(try await errorBody(Int(answer.status.code)), status: status)
      settle(nil, exchange, AnswerReport())
    } else if isEventStream {
      response = streamed(status, exchange)
    } else {
      let restored = try await whole()
      response = .json(restored.bytes, status: status)
      settle(restored.usage, exchange, restored.report)
    }
    response.add(answer.headers.filter { Self.isPassed($0.name) })
    // A caller's limits here are narrower than the gateway's own there.
    response.add(admission.headers)
    exchange.identify(&response)
    return response
  }

  private var isEventStream: Bool {
    answer.headers.first(name: "content-type")?.lowercased().hasPrefix("text/event-stream") == true
  }

  private func streamed(_ status: HTTPResponse.Status, _ exchange: Exchange) -> Response {
    metrics.streamOpened()
    let stream = StreamAnswer(
      upstream: answer.body, options: options, keepAlive: settings.limits.keepAlive, channel: channel
    ) { end in
      metrics.streamClosed()
      metrics.heldBack(bytes: end.mostHeldBack)
      metrics.restored(in: end.time)
      settle(end.usage, exchange, end.report, end.ending)
    }
    return Response(
      status: status,
      headers: [
        .contentType: "text/event-stream; charset=utf-8", .cacheControl: "no-cache", .xAccelBuffering: "no",
      ],
      body: stream.body)
  }

  private func whole() async throws -> RestoredBody {
    let body: ByteBuffer
    do {
      body = try await answer.body.collect(upTo: settings.limits.answer)
    } catch is NIOTooManyBytesError {
      throw Refusal.unreadableAnswer
    } catch {
      throw UpstreamError(error) ?? CancellationError()
    }
    let bytes = Array(body.readableBytesView)
    let start = ContinuousClock.now
    defer { metrics.restored(in: ContinuousClock.now - start) }
    do { return try BodyRestorer(options).restore(bytes) } catch .notCompletion {
      // Some providers send their errors as if all were well.
      throw Refusal(.badGateway, .upstream, body: ErrorBodyRestorer(options).restore(bytes, status: 502))
    } catch {
      throw Refusal.unreadableAnswer
    }
  }

  /// A provider's refusal says what its caller must know, and quotes nothing but placeholders; those are restored.
  private func errorBody(_ status: Int) async throws -> [UInt8] {
    let body = try? await answer.body.collect(upTo: 1 << 20)
    return ErrorBodyRestorer(options).restore(body.map { Array($0.readableBytesView) } ?? [], status: status)
  }

  /// Takes note of what it came to, once.
  private func settle(
    _ usage: TokenUsage?, _ exchange: Exchange, _ report: AnswerReport, _ ending: StreamEnd.Ending? = nil
  ) {
    let status = Int(answer.status.code)
    admission.settle(tokens: usage?.total ?? (status >= 400 ? 0 : estimate))
    if let usage {
      metrics.tokens(.input, usage.prompt)
      metrics.tokens(.output, usage.completion)
    }
    metrics.upstream(upstream.settings.name, whole: ContinuousClock.now - sent)
    exchange.answered(status, report, ending)
  }

  /// Headers of providers that clients act on. All others stay here: they may speak of the gateway's own account.
  private static func isPassed(_ name: String) -> Bool {
    let name = name.lowercased()
    return name.hasPrefix("x-ratelimit-") || passed.contains(name)
  }

  private static let passed: Set<String> = [
    "retry-after", "retry-after-ms", "x-request-id", "x-should-retry", "openai-processing-ms", "openai-version",
  ]
}

extension HTTPField.Name {
  static let xAccelBuffering = HTTPField.Name("x-accel-buffering")!
}
