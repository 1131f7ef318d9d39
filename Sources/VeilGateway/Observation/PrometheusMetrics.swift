import CoreMetrics
import Synchronization

/// A backend of swift-metrics that keeps everything in memory and writes it as Prometheus reads it (text format 0.0.4).
///
/// Counters are counters; meters, and recorders that do not aggregate, are gauges; timers, in seconds, and other
/// recorders are histograms. A name has at most ``maximumSeries`` combinations of labels: what comes beyond is counted
/// with `other` for each label, so that memory is bounded whatever labels come.
final class PrometheusMetrics: MetricsFactory, Sendable {
  static let contentType = "text/plain; version=0.0.4; charset=utf-8"

  let maximumSeries: Int
  private let help: [String: String]
  private let buckets: [String: [Double]]
  private let families = Mutex<[String: Family]>([:])

  enum Kind: String { case counter, gauge, histogram }

  private struct Family {
    var kind: Kind
    var series: [Labels: any PrometheusSeries] = [:]
  }

  /// - Parameters:
  ///   - help: what a metric means, by its name.
  ///   - buckets: upper bounds of histograms by their names, ascending; ``seconds`` for others.
  init(help: [String: String] = [:], buckets: [String: [Double]] = [:], maximumSeries: Int = 1000) {
    self.help = help
    self.buckets = buckets
    self.maximumSeries = maximumSeries
  }

  /// From a tenth of a millisecond to ten minutes.
  static let seconds = [
    0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 600,
  ]

  func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
    series(label, .counter, dimensions) { _ in PrometheusCounter() }
  }

  func makeFloatingPointCounter(label: String, dimensions: [(String, String)]) -> any FloatingPointCounterHandler {
    series(label, .counter, dimensions) { _ in PrometheusCounter() }
  }

  func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
    series(label, .gauge, dimensions) { _ in PrometheusGauge() }
  }

  func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
    if aggregate { return series(label, .histogram, dimensions) { PrometheusHistogram($0) } }
    return series(label, .gauge, dimensions) { _ in PrometheusGauge() }
  }

  func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
    series(label, .histogram, dimensions) { PrometheusHistogram($0) }
  }

  // What was counted stays: a counter that vanished would look like a restart.
  func destroyCounter(_ handler: any CounterHandler) {}
  func destroyFloatingPointCounter(_ handler: any FloatingPointCounterHandler) {}
  func destroyMeter(_ handler: any MeterHandler) {}
  func destroyRecorder(_ handler: any RecorderHandler) {}
  func destroyTimer(_ handler: any TimerHandler) {}

  /// The one of this name and these labels. A name that is another kind of metric already gets one that nobody reads.
  private func series<S: PrometheusSeries>(
    _ label: String, _ kind: Kind, _ dimensions: [(String, String)], _ make: ([Double]) -> S
  ) -> S {
    let name = Labels.name(label)
    let labels = Labels(dimensions)
    return families.withLock { families in
      var family = families[name] ?? Family(kind: kind)
      guard family.kind == kind else { return make(buckets[name] ?? Self.seconds) }
      if let series = family.series[labels] as? S { return series }
      let isFull = family.series.count >= maximumSeries
      let key = isFull ? labels.other : labels
      if let series = family.series[key] as? S { return series }
      let series = make(buckets[name] ?? Self.seconds)
      family.series[key] = series
      families[name] = family
      return series
    }
  }

  /// All of it, sorted by name and labels.
  func render() -> [UInt8] {
    let families = families.withLock { $0 }
    var text = ""
    for (name, family) in families.sorted(by: { $0.key < $1.key }) {
      if let help = help[name] { text += "# HELP \(name) \(Labels.escapedHelp(help))\n" }
      text += "# TYPE \(name) \(family.kind.rawValue)\n"
      for (labels, series) in family.series.sorted(by: { $0.key < $1.key }) {
        series.write(name, labels, to: &text)
      }
    }
    return Array(text.utf8)
  }
}

/// Label names and values of one series, sorted.
struct Labels: Hashable, Comparable {
  private let pairs: [Pair]

  private struct Pair: Hashable {
    var name: String
    var value: String
  }

  init(_ dimensions: [(String, String)]) {
    // The last of several with one name counts.
    let values = Dictionary(dimensions.map { (Self.name($0.0), $0.1) }) { $1 }
    pairs = values.sorted { $0.key < $1.key }.map { Pair(name: $0.key, value: $0.value) }
  }

  private init(pairs: [Pair]) { self.pairs = pairs }

  /// The series for those that are too many.
  var other: Labels { Labels(pairs: pairs.map { Pair(name: $0.name, value: "other") }) }

  static func < (a: Labels, b: Labels) -> Bool { a.text() < b.text() }

  /// `{code="200",endpoint="chat"}`
  ///
  /// - Parameter bound: of a histogram's bucket.
  func text(bound: String? = nil) -> String {
    var parts = pairs.map { "\($0.name)=\"\(Self.escaped($0.value))\"" }
    if let bound { parts.append("le=\"\(bound)\"") }
    return parts.isEmpty ? "" : "{\(parts.joined(separator: ","))}"
  }

  /// As Prometheus wants names: letters, digits, `_` and `:`, no digit first.
  static func name(_ text: String) -> String {
    func isAllowed(_ byte: UInt8) -> Bool {
      (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x5F || byte == 0x3A
    }
    let startsWithDigit = text.utf8.first.map { $0 &- 0x30 < 10 } ?? true
    if !startsWithDigit, text.utf8.allSatisfy(isAllowed) { return text }
    let name = String(text.unicodeScalars.map { $0.isASCII && isAllowed(UInt8($0.value)) ? Character($0) : "_" })
    return startsWithDigit ? "_" + name : name
  }

  private static func escaped(_ value: String) -> String { escapedHelp(value).replacing("\"", with: "\\\"") }

  static func escapedHelp(_ text: String) -> String { text.replacing("\\", with: "\\\\").replacing("\n", with: "\\n") }
}
