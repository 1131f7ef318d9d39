import CoreMetrics
import Testing
import Veil

@testable import VeilGateway

@Suite struct MetricsTests {
  private func text(_ registry: PrometheusMetrics) -> String { String(decoding: registry.render(), as: UTF8.self) }

  @Test func everythingIsSortedAndEscaped() {
    let registry = PrometheusMetrics(help: ["b_total": "Lines,\nand a \\."], buckets: ["c_seconds": [0.5, 2]])
    Counter(label: "b_total", dimensions: [("z", "1"), ("a", "say \"\\\n\"")], factory: registry).increment(by: 3)
    Counter(label: "b_total", dimensions: [("z", "0"), ("a", "")], factory: registry).increment()
    Meter(label: "a.gauge-1", factory: registry).set(2.5)
    let timer = CoreMetrics.Timer(label: "c_seconds", factory: registry)
    timer.recordMilliseconds(400)
    timer.recordSeconds(2)
    timer.recordSeconds(9)
    #expect(
      text(registry) == #"""
        # TYPE a_gauge_1 gauge
        a_gauge_1 2.5
        # HELP b_total Lines,\nand a \\.
        # TYPE b_total counter
        b_total{a="",z="0"} 1
        b_total{a="say \"\\\n\"",z="1"} 3
        # TYPE c_seconds histogram
        c_seconds_bucket{le="0.5"} 1
        c_seconds_bucket{le="2"} 2
        c_seconds_bucket{le="+Inf"} 3
        c_seconds_sum 11.4
        c_seconds_count 3

        """#)
  }

  @Test func metersGoUpAndDownAndCountersOnlyUp() {
    let registry = PrometheusMetrics()
    let meter = Meter(label: "m", factory: registry)
    meter.increment()
    meter.increment(by: 2)
    meter.decrement()
    let counter = FloatingPointCounter(label: "n", factory: registry)
    counter.increment(by: 0.5)
    counter.increment(by: -1)
    Recorder(label: "o", dimensions: [], aggregate: false, factory: registry).record(7)
    #expect(text(registry).contains("\nm 2\n"))
    #expect(text(registry).contains("\nn 0.5\n"))
    #expect(text(registry).contains("\no 7\n"))
  }

  @Test func labelsAreBounded() {
    let registry = PrometheusMetrics(maximumSeries: 3)
    for number in 0..<100 { Counter(label: "n", dimensions: [("x", "\(number)")], factory: registry).increment() }
    Counter(label: "n", dimensions: [("x", "1")], factory: registry).increment()
    #expect(
      text(registry) == """
        # TYPE n counter
        n{x="0"} 1
        n{x="1"} 2
        n{x="2"} 1
        n{x="other"} 97

        """)
  }

  @Test func aNameIsOneKind() {
    let registry = PrometheusMetrics()
    Counter(label: "n", factory: registry).increment()
    Meter(label: "n", factory: registry).set(9)
    #expect(text(registry) == "# TYPE n counter\nn 1\n")
  }

  @Test func countsOfManyThreadsAddUp() async {
    let registry = PrometheusMetrics()
    await withTaskGroup(of: Void.self) { group in
      for task in 0..<8 {
        group.addTask {
          for _ in 0..<1000 { Counter(label: "n", dimensions: [("x", "\(task % 2)")], factory: registry).increment() }
        }
      }
    }
    #expect(text(registry).contains("n{x=\"0\"} 4000\nn{x=\"1\"} 4000\n"))
  }

  @Test func theGatewayCounts() throws {
    let registry = GatewayMetrics.makeRegistry()
    var policy = Policy.default
    policy.deny = [.init("Blue Heron", try #require(EntityType("PROJECT")))]
    let metrics = GatewayMetrics(registry, types: GatewayMetrics.types(of: policy))
    metrics.answered(.chat, status: 200)
    metrics.answered(.chat, status: 200)
    metrics.answered(.detect, status: 99_999)
    metrics.found([.email: 2, try #require(EntityType("PROJECT")): 1, try #require(EntityType("JANE_ROE")): 4])
    metrics.restored(5, unknown: 1)
    metrics.masked(in: .milliseconds(3))
    metrics.heldBack(bytes: 9)
    metrics.upstream("main", firstByte: .seconds(1))
    metrics.upstream("main", whole: .seconds(2))
    metrics.streamOpened()
    metrics.streamOpened()
    metrics.streamClosed()
    metrics.refused(.tooLarge)
    metrics.tokens(.input, 120)
    let text = text(registry)
    for line in [
      #"veil_requests_total{code="200",endpoint="chat"} 2"#, #"veil_requests_total{code="other",endpoint="detect"} 1"#,
      #"veil_findings_total{type="EMAIL"} 2"#, #"veil_findings_total{type="PROJECT"} 1"#,
      #"veil_findings_total{type="other"} 4"#, #"veil_placeholders_total{outcome="restored"} 5"#,
      #"veil_placeholders_total{outcome="unknown"} 1"#, #"veil_added_seconds_bucket{stage="mask",le="0.005"} 1"#,
      #"veil_added_seconds_bucket{stage="mask",le="0.0025"} 0"#, #"veil_hold_back_bytes_bucket{le="16"} 1"#,
      #"veil_upstream_first_byte_seconds_sum{upstream="main"} 1"#,
      #"veil_upstream_seconds_count{upstream="main"} 1"#, "veil_open_streams 1",
      #"veil_refusals_total{reason="too_large"} 1"#, #"veil_tokens_total{direction="input"} 120"#,
    ] { #expect(text.contains(line + "\n"), "\(line)") }
    // A type of a request's mapping could be anything.
    #expect(!text.contains("JANE"))
    // Each has a help text.
    let names = text.split(separator: "\n").filter { $0.hasPrefix("# TYPE ") }.map { $0.split(separator: " ")[2] }
    for name in names { #expect(text.contains("# HELP \(name) "), "\(name)") }
    #expect(names.count == 10)
  }
}
