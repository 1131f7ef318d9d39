import Benchmark
import Veil
let benchmarks: @Sendable () -> Void = {}
