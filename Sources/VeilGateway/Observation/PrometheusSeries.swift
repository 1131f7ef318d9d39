import CoreMetrics
import Synchronization

/// What is counted under one name and one set of labels.
protocol PrometheusSeries: AnyObject, Sendable {
  func write(_ name: String, _ labels: Labels, to text: inout String)
}

final class PrometheusCounter: PrometheusSeries, CounterHandler, FloatingPointCounterHandler {
  private let value = Mutex(0.0)

  func increment(by amount: Int64) { increment(by: Double(amount)) }
  func increment(by amount: Double) {
    // Counters only rise.
    if amount > 0 { value.withLock { $0 += amount } }
  }
  func reset() { value.withLock { $0 = 0 } }

  func write(_ name: String, _ labels: Labels, to text: inout String) {
    text += "\(name)\(labels.text()) \(number(value.withLock { $0 }))\n"
  }
}

final class PrometheusGauge: PrometheusSeries, MeterHandler, RecorderHandler {
  private let value = Mutex(0.0)

  func set(_ value: Int64) { set(Double(value)) }
  func set(_ value: Double) { self.value.withLock { $0 = value } }
  func increment(by amount: Double) { value.withLock { $0 += amount } }
  func decrement(by amount: Double) { increment(by: -amount) }
  func record(_ value: Int64) { set(Double(value)) }
  func record(_ value: Double) { set(value) }

  func write(_ name: String, _ labels: Labels, to text: inout String) {
    text += "\(name)\(labels.text()) \(number(value.withLock { $0 }))\n"
  }
}

final class PrometheusHistogram: PrometheusSeries, TimerHandler, RecorderHandler {
  /// Ascending.
  private let bounds: [Double]
  private let state: Mutex<State>

  private struct State {
    /// By bucket, the last for what is above all bounds.
    var counts: [Int]
    var sum = 0.0
  }

  init(_ bounds: [Double]) {
    self.bounds = bounds
    state = Mutex(State(counts: Array(repeating: 0, count: bounds.count + 1)))
  }

  func recordNanoseconds(_ duration: Int64) { record(Double(duration) / 1e9) }
  func record(_ value: Int64) { record(Double(value)) }
  func record(_ value: Double) {
    let bucket = bounds.firstIndex { value <= $0 } ?? bounds.count
    state.withLock { state in
      state.counts[bucket] += 1
      state.sum += value
    }
  }

  func write(_ name: String, _ labels: Labels, to text: inout String) {
    let state = state.withLock { $0 }
    var count = 0
    for (bound, counted) in zip(bounds.map(number) + ["+Inf"], state.counts) {
      count += counted
      text += "\(name)_bucket\(labels.text(bound: bound)) \(count)\n"
    }
    text += "\(name)_sum\(labels.text()) \(number(state.sum))\n"
    text += "\(name)_count\(labels.text()) \(count)\n"
  }
}

/// Whole numbers without a point.
private func number(_ value: Double) -> String {
  if let whole = Int(exactly: value) { return "\(whole)" }
  if value.isNaN { return "NaN" }
  return value.isInfinite ? (value < 0 ? "-Inf" : "+Inf") : "\(value)"
}
