import AllocationCounter
import Benchmark
import Cases

/// Every case with what its thresholds are about. Time is shown and decides nothing.
let benchmarks: @Sendable () -> Void = {
  let allocations = BenchmarkMetric.custom("allocations", polarity: .prefersSmaller, useScalingFactor: false)
  Benchmark.defaultConfiguration = .init(
    metrics: [allocations, .instructions, .peakMemoryResident, .wallClock], warmupIterations: 2,
    maxDuration: .milliseconds(300), maxIterations: 30)
  for `case` in Case.all {
    var prepared: (() throws -> Int)?
    Benchmark(`case`.name) { benchmark in
      let body = try prepared ?? `case`.prepare()
      prepared = body
      benchmark.startMeasurement()
      let before = allocation_counter_count()
      let found = try body()
      let count = allocation_counter_count() - before
      benchmark.stopMeasurement()
      blackHole(found)
      benchmark.measurement(allocations, Int(count))
    }
  }
}
