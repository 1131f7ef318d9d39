import HTTPTypes
import Hummingbird
import Logging
import Veil

/// What is noted of one request and its answer: for the log one line, for the metrics counts. Never text.
struct Exchange: Sendable {
  let endpoint: Endpoint
  let metrics: GatewayMetrics
  let logger: Logger
  /// The caller's, or made up.
  var trace = Self.newTrace()
  var caller = ""
  var upstream: String?
  /// Findings that were replaced.
  var counts: [EntityType: Int] = [:]
  private let start = ContinuousClock.now

  init(endpoint: Endpoint, metrics: GatewayMetrics, logger: Logger) {
    self.endpoint = endpoint
    self.metrics = metrics
    self.logger = logger
  }

  private static func newTrace() -> String {
    var random = SystemRandomNumberGenerator()
    let words = [random.next(), random.next() as UInt64]
    let digits = Array("0123456789abcdef".utf8)
    let text = (0..<32).map { digits[Int(words[$0 >> 4] >> UInt64(4 * ($0 & 15)) & 15)] }
    return String(decoding: text, as: UTF8.self)
  }

  /// Names the exchange in its answer; a provider's own id stays, for it is asked for when something went wrong there.
  func identify(_ response: inout Response) {
    response.headers[.xTraceID] = trace
    if response.headers[.xRequestID] == nil { response.headers[.xRequestID] = trace }
  }

  /// - Parameter restoration: nil for what is no model's answer.
  func answered(_ status: Int, _ report: AnswerReport? = nil, _ ending: StreamEnd.Ending? = nil) {
    metrics.answered(endpoint, status: status)
    metrics.found(counts)
    var fields: [LogField] = [
      .trace(trace), .endpoint(endpoint), .status(status), .milliseconds("duration", ContinuousClock.now - start),
    ]
    if !caller.isEmpty { fields.append(.caller(caller)) }
    if let upstream { fields.append(.upstream(upstream)) }
    if !counts.isEmpty { fields.append(.findings(metrics.told(counts))) }
    if let report {
      metrics.restored(report.restored, unknown: report.unknown)
      fields.append(.count("restored", report.restored))
      fields.append(.count("unknown", report.unknown))
    }
    if let ending {
      fields.append(.ending(ending))
      if ending == .lost { metrics.refused(.upstream) }
      if ending == .timeout { metrics.refused(.timeout) }
    }
    logger.note(.info, "answered", fields)
  }

  func refused(_ refusal: Refusal) {
    metrics.answered(endpoint, status: Int(refusal.status.code))
    metrics.refused(refusal.reason)
    logger.note(
      .info, "refused",
      [
        .trace(trace), .endpoint(endpoint), .status(Int(refusal.status.code)), .reason(refusal.reason),
        .milliseconds("duration", ContinuousClock.now - start),
      ] + (caller.isEmpty ? [] : [.caller(caller)]))
  }
}

extension HTTPField.Name {
  static let xTraceID = HTTPField.Name("x-trace-id")!
  static let xRequestID = HTTPField.Name("x-request-id")!
}
