import Logging
import Veil

/// What a log line may say besides its message: ids, names of the configuration, types, counts and times. There is no
/// field for text.
enum LogField: Sendable {
  /// A checked `X-Trace-Id`, or one that was made up here.
  case trace(String)
  case endpoint(Endpoint)
  case status(Int)
  /// A configured name.
  case caller(String)
  /// A configured name.
  case upstream(String)
  case reason(RefusalReason)
  case ending(StreamEnd.Ending)
  /// Findings by type, as ``GatewayMetrics/told(_:)`` names them.
  case findings([String: Int])
  case count(StaticString, Int)
  case milliseconds(StaticString, Duration)
  /// Something about the configuration; it names a place.
  case problem(SettingsError.Problem)
  /// Where something went wrong, in words of the program.
  case place(StaticString)

  fileprivate var pair: (String, Logger.MetadataValue) {
    switch self {
    case .trace(let id): ("trace", .string(id))
    case .endpoint(let endpoint): ("endpoint", .string(endpoint.rawValue))
    case .status(let status): ("status", .stringConvertible(status))
    case .caller(let name): ("caller", .string(name))
    case .upstream(let name): ("upstream", .string(name))
    case .reason(let reason): ("reason", .string(reason.rawValue))
    case .ending(let ending): ("ending", .string(ending.rawValue))
    case .findings(let counts):
      ("findings", .dictionary(Dictionary(counts.map { ($0.key, .stringConvertible($0.value)) }) { $1 }))
    case .count(let name, let count): ("\(name)", .stringConvertible(count))
    case .milliseconds(let name, let duration):
      ("\(name)_ms", .stringConvertible(Double(duration.wholeMicroseconds) / 1000))
    case .problem(let problem): ("problem", .string(problem.description))
    case .place(let place): ("place", .string("\(place)"))
    }
  }
}

extension Logger {
  /// Logs a fixed sentence with fields. The gateway logs in no other way, so that no text of a request can come in.
  func note(_ level: Logger.Level, _ message: StaticString, _ fields: [LogField]) {
    log(level: level, "\(message)", metadata: Metadata(fields.map(\.pair)) { $1 })
  }
}
