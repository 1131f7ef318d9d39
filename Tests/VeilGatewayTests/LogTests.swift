import Logging
import Synchronization
import Testing
import Veil
import VeilFormats

@testable import VeilGateway

@Suite struct LogTests {
  /// Keeps what is logged.
  private final class Lines: Sendable {
    let bytes = Mutex<[UInt8]>([])
    var text: String { String(decoding: bytes.withLock { $0 }, as: UTF8.self) }
  }

  private let lines = Lines()
  private let clock = TestClock()

  private func logger(_ level: Logger.Level = .info) -> Logger {
    let lines = lines
    return Logger(label: "veil") { label in
      JSONLogHandler(label: label, level: level, time: clock.time) { line in lines.bytes.withLock { $0 += line } }
    }
  }

  @Test func aLineIsAnObject() throws {
    clock.advance(.milliseconds(7))
    logger().note(
      .info, "request answered",
      [
        .trace("t-1"), .endpoint(.chat), .status(200), .caller("billing"),
        .upstream("main"), .findings(["EMAIL": 2, "NAME": 1]), .count("bytes", 12),
        .milliseconds("added", .microseconds(1500)),
        .reason(.budget), .place("body"),
      ])
    #expect(
      lines.text == """
        {"time":"2026-11-21T23:58:00.007Z","level":"info","message":"request answered","added_ms":1.5,"bytes":12,\
        "caller":"billing","endpoint":"chat","findings":{"EMAIL":2,"NAME":1},"place":"body","reason":"budget",\
        "status":200,"trace":"t-1","upstream":"main"}

        """)
    #expect(throws: Never.self) { try JSONTree(Array(lines.text.utf8)) }
  }

  @Test func levelsAreKept() {
    let logger = logger(.warning)
    logger.note(.info, "not this", [])
    logger.note(.warning, "this", [])
    #expect(lines.text.contains("\"this\"") && !lines.text.contains("not this"))
  }

  @Test func whatLibrariesQuoteStaysOut() {
    let logger = logger(.trace)
    logger.log(
      level: .error, "Server failed: Jane Roe <jane@example.com>", metadata: ["path": "/v1?name=Jane"],
      source: "Elsewhere")
    logger.log(level: .debug, "Jane Roe", source: "Elsewhere")
    #expect(
      lines.text == """
        {"time":"2026-11-21T23:58:00.000Z","level":"error","message":"Server failed","library":"Elsewhere"}

        """)
  }

  @Test func linesOfManyThreadsDoNotMix() async throws {
    let logger = logger()
    await withTaskGroup(of: Void.self) { group in
      for task in 0..<8 {
        group.addTask {
          for turn in 0..<100 { logger.note(.info, "line", [.count("task", task), .count("turn", turn)]) }
        }
      }
    }
    let all = lines.text.split(separator: "\n")
    #expect(all.count == 800)
    for line in all { #expect(throws: Never.self) { try JSONTree(Array(line.utf8)) } }
  }

  @Test(arguments: [
    (0, "1970-01-01T00:00:00.000Z"), (951_782_399, "2000-02-28T23:59:59.000Z"),
    (951_782_400, "2000-02-29T00:00:00.000Z"), (951_868_800, "2000-03-01T00:00:00.000Z"),
    (1_795_305_480, "2026-11-21T23:58:00.000Z"), (4_107_542_399, "2100-02-28T23:59:59.000Z"),
    (4_107_542_400, "2100-03-01T00:00:00.000Z"),
  ]) func timesAreThoseOfTheCalendar(_ seconds: Int, _ text: String) {
    #expect(CalendarTime(.seconds(seconds)).text == text)
  }

  @Test func monthsHaveTheirLength() {
    // 2024-02-28 12:00 and 2026-12-31 23:59:59.
    #expect(CalendarTime(.seconds(1_709_121_600)).secondsLeftOfMonth == 86_400 + 43_200)
    #expect(CalendarTime(.seconds(1_798_761_599)).secondsLeftOfMonth == 1)
  }
}
