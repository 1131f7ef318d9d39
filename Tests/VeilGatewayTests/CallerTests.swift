import Synchronization
import Testing

@testable import VeilGateway

/// A clock that stands still until it is moved.
final class TestClock: Sendable {
  private let elapsed = Mutex(Duration.zero)
  /// 2026-11-21, 23:58 UTC.
  private static let start = Duration.seconds(1_795_305_480)

  func advance(_ duration: Duration) { elapsed.withLock { $0 += duration } }

  var time: TimeSource {
    TimeSource(uptime: { self.elapsed.withLock { $0 } }, unixTime: { Self.start + self.elapsed.withLock { $0 } })
  }
}

@Suite struct CallerTests {
  private let clock = TestClock()

  private func caller(
    _ name: String, _ key: String = "key", requests: Int? = nil, tokens: Int? = nil, budget: Settings.Budget? = nil,
    spaces: Set<String>? = nil
  ) -> Settings.Caller {
    var caller = Settings.Caller(name: name, keyHash: CallerKey.hash(key))
    caller.requestsPerMinute = requests
    caller.tokensPerMinute = tokens
    caller.budget = budget
    caller.spaces = spaces
    return caller
  }

  private func account(_ caller: Settings.Caller) -> CallerAccount { CallerAccount(caller, time: clock.time) }

  private func headers(_ list: [(name: String, value: String)]) -> [String: String] {
    Dictionary(list.map { ($0.name, $0.value) }) { "\($0) and \($1)" }
  }

  @Test func keysAreFoundInBothHeaders() throws {
    let book = CallerBook([caller("a", "key-a"), caller("b", "key-b")])
    #expect(try book.account(authorization: ["Bearer key-a"], apiKey: []).name == "a")
    #expect(try book.account(authorization: ["bearer  key-b"], apiKey: []).name == "b")
    #expect(try book.account(authorization: [], apiKey: ["key-b"]).name == "b")
    #expect(try book.account(authorization: ["Bearer key-b"], apiKey: ["key-b"]).name == "b")
    #expect(try book.account(authorization: ["Basic abc"], apiKey: ["key-b"]).name == "b")
  }

  @Test(
    arguments: [
      ([], []), (["key-a"], []), (["Basic key-a"], []), (["Bearer "], [""]), (["Bearer key-c"], []),
      (["Bearer key-a"], ["key-b"]), (["Bearer key-a", "Bearer key-c"], []), (["Bearer key-a "], []), ([], ["KEY-A"]),
    ] as [([String], [String])])
  func othersAreNotLetIn(_ authorization: [String], _ apiKey: [String]) {
    let book = CallerBook([caller("a", "key-a"), caller("b", "key-b")])
    let refusal = #expect(throws: CallerRefusal.self) {
      try book.account(authorization: authorization, apiKey: apiKey)
    }
    #expect(refusal?.status == 401 && refusal?.detail.hasPrefix("Not authenticated") == true)
    #expect(headers(refusal?.headers ?? [])["www-authenticate"] == "Bearer")
    #expect("\(refusal as Any)".contains("key-") == false)
  }

  @Test func withoutCallersEverybodyIsNobody() throws {
    let account = try CallerBook([]).account(authorization: ["Bearer anything"], apiKey: ["else"])
    #expect(account.name == "")
    for _ in 0..<1000 { #expect(try account.admit(tokens: 1 << 30).headers.isEmpty) }
    #expect(throws: Never.self) { try account.check(space: "any") }
  }

  @Test func spacesAreChecked() {
    let free = account(caller("a"))
    let bound = account(caller("b", spaces: ["one", "two"]))
    #expect(throws: Never.self) { try free.check(space: "any") }
    #expect(throws: Never.self) { try bound.check(space: "two") }
    #expect(throws: Never.self) { try bound.check(space: nil) }
    #expect(throws: CallerRefusal.self) { try bound.check(space: "three") }
    #expect(CallerRefusal.space.status == 403)
  }

  @Test func requestsAreLimitedPerMinute() throws {
    let account = account(caller("a", requests: 3))
    let first = headers(try account.admit(tokens: 0).headers)
    #expect(
      first == [
        "x-ratelimit-limit-requests": "3", "x-ratelimit-remaining-requests": "2", "x-ratelimit-reset-requests": "20s",
      ])
    clock.advance(.milliseconds(500))
    _ = try account.admit(tokens: 0)
    _ = try account.admit(tokens: 0)
    let refusal = #expect(throws: CallerRefusal.self) { try account.admit(tokens: 0) }
    #expect(refusal?.status == 429 && refusal?.reason == .requests)
    #expect(headers(refusal?.headers ?? [])["retry-after"] == "20")
    #expect(headers(refusal?.headers ?? [])["x-ratelimit-remaining-requests"] == "0")
    // A refused one counts for nothing.
    clock.advance(.milliseconds(19_499))
    #expect(throws: CallerRefusal.self) { try account.admit(tokens: 0) }
    clock.advance(.milliseconds(1))
    #expect(throws: Never.self) { try account.admit(tokens: 0) }
    #expect(throws: CallerRefusal.self) { try account.admit(tokens: 0) }
    clock.advance(.seconds(1_000_000))
    #expect(headers(try account.admit(tokens: 0).headers)["x-ratelimit-remaining-requests"] == "2")
  }

  @Test func tokensAreEstimatedAndCorrected() throws {
    let account = account(caller("a", tokens: 6000))
    let admission = try account.admit(tokens: 4000)
    #expect(headers(admission.headers)["x-ratelimit-remaining-tokens"] == "2000")
    #expect(headers(admission.headers)["x-ratelimit-reset-tokens"] == "40s")
    let refusal = #expect(throws: CallerRefusal.self) { try account.admit(tokens: 2500) }
    #expect(refusal?.reason == .tokens && headers(refusal?.headers ?? [])["retry-after"] == "5")
    admission.settle(tokens: 1000)
    // Only the first counts.
    admission.settle(tokens: 0)
    #expect(headers(try account.admit(tokens: 2500).headers)["x-ratelimit-remaining-tokens"] == "2500")
  }

  @Test func whatWasUsedBeyondTheEstimateIsOwed() throws {
    let account = account(caller("a", tokens: 600))
    try account.admit(tokens: 100).settle(tokens: 900)
    let refusal = #expect(throws: CallerRefusal.self) { try account.admit(tokens: 1) }
    #expect(headers(refusal?.headers ?? [])["retry-after"] == "31")
    clock.advance(.seconds(31))
    #expect(throws: Never.self) { try account.admit(tokens: 1) }
  }

  @Test func aRequestLargerThanTheLimitWaitsForAFullBucket() throws {
    let account = account(caller("a", tokens: 600))
    let admission = try account.admit(tokens: 1_000_000_000_000)
    #expect(throws: CallerRefusal.self) { try account.admit(tokens: 1) }
    admission.settle(tokens: 60)
    clock.advance(.seconds(5))
    #expect(throws: CallerRefusal.self) { try account.admit(tokens: 700) }
    clock.advance(.seconds(1))
    #expect(throws: Never.self) { try account.admit(tokens: 700) }
  }

  @Test func estimatesCountBytesAndWhatTheAnswerMayTake() {
    #expect(Admission.estimate(bytes: 4001) == 1000)
    #expect(Admission.estimate(bytes: 400, maximumTokens: 50, choices: 3) == 250)
    #expect(Admission.estimate(bytes: 0, maximumTokens: .max, choices: .max) > 0)
    #expect(Admission.estimate(bytes: 0, maximumTokens: -5, choices: -1) == 0)
  }

  @Test func budgetsEndWithTheirDay() throws {
    let account = account(caller("a", budget: .init(tokens: 1000, period: .day)))
    let admission = try account.admit(tokens: 800)
    _ = try account.admit(tokens: 300)
    let refusal = #expect(throws: CallerRefusal.self) { try account.admit(tokens: 0) }
    #expect(refusal?.status == 429 && refusal?.detail.contains("budget") == true)
    #expect(refusal?.type == "insufficient_quota")
    // Two minutes before midnight.
    #expect(headers(refusal?.headers ?? [])["retry-after"] == "120")
    #expect(headers(refusal?.headers ?? [])["x-should-retry"] == "false")
    clock.advance(.seconds(121))
    _ = try account.admit(tokens: 999)
    // What comes back belongs to the day before.
    admission.settle(tokens: 0)
    #expect(throws: Never.self) { try account.admit(tokens: 1) }
    #expect(throws: CallerRefusal.self) { try account.admit(tokens: 0) }
  }

  @Test func budgetsEndWithTheirMonth() throws {
    let account = account(caller("a", budget: .init(tokens: 10, period: .month)))
    _ = try account.admit(tokens: 10)
    clock.advance(.days(9))
    let refusal = #expect(throws: CallerRefusal.self) { try account.admit(tokens: 0) }
    #expect(headers(refusal?.headers ?? [])["retry-after"] == "120")
    clock.advance(.seconds(120))
    #expect(throws: Never.self) { try account.admit(tokens: 0) }
  }

  @Test func reloadingKeepsWhatWasUsed() throws {
    let book = CallerBook([caller("a", "one", requests: 2), caller("b", "two")], time: clock.time)
    _ = try book.account(authorization: [], apiKey: ["one"]).admit(tokens: 0)
    book.update([caller("a", "three", requests: 5), caller("c", "one", requests: 1)])
    let account = try book.account(authorization: [], apiKey: ["three"])
    #expect(account.name == "a")
    #expect(headers(try account.admit(tokens: 0).headers)["x-ratelimit-remaining-requests"] == "3")
    #expect(try book.account(authorization: [], apiKey: ["one"]).name == "c")
    #expect(throws: CallerRefusal.self) { try book.account(authorization: [], apiKey: ["two"]) }
    book.update([caller("a", "three")])
    #expect(try book.account(authorization: [], apiKey: ["three"]).admit(tokens: 0).headers.isEmpty)
  }

  @Test func oneCallersUseIsNotAnothers() throws {
    let book = CallerBook([caller("a", "one", requests: 1), caller("b", "two", requests: 1)], time: clock.time)
    _ = try book.account(authorization: [], apiKey: ["one"]).admit(tokens: 0)
    #expect(throws: Never.self) { try book.account(authorization: [], apiKey: ["two"]).admit(tokens: 0) }
  }

  @Test func limitsHoldForParallelRequests() async {
    let account = account(caller("a", requests: 50))
    let admitted = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<200 { group.addTask { (try? account.admit(tokens: 1)) != nil } }
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(admitted == 50)
  }

  @Test(arguments: [
    (Duration.zero, "0s"), (.microseconds(1), "1ms"), (.milliseconds(12), "12ms"), (.milliseconds(1001), "2s"),
    (.seconds(59), "59s"), (.seconds(360), "6m0s"), (.seconds(3661), "1h1m1s"),
  ]) func timesAreWrittenAsClientsKnowThem(_ duration: Duration, _ text: String) {
    #expect(duration.resetText == text)
  }

  @Test func keysAreLongAndNeverTheSame() {
    #expect(CallerKey.make() != CallerKey.make())
    #expect(CallerKey.make().utf8.count == 69)
    #expect(
      CallerKey.settingsLine(for: "secret")
        == "key_sha256: 2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b")
  }
}

/// A bucket against a plain reading of its rule, in random order.
@Suite struct CallerTokenBucketTests {
  @Test func neverGivesMoreThanItsLimit() {
    var random = SystemRandomNumberGenerator()
    for limit in [1, 7, 60, 999_983, 1_000_000_000] {
      var bucket = TokenBucket(limit: limit, now: .zero)
      var now = Duration.zero
      var taken = 0
      for _ in 0..<2000 {
        now += .microseconds(Int.random(in: 0...3_000_000, using: &random))
        let count = Int.random(in: 0...max(1, limit / 10), using: &random)
        if bucket.wait(for: count, now: now) == .zero {
          bucket.take(count, now: now)
          taken += count
        }
        let most = limit + now.wholeMicroseconds * limit / 60_000_000
        #expect(taken <= most)
      }
    }
  }

  /// After the time that it named there is enough, and a microsecond before there is not.
  @Test func namesTheExactTime() {
    for limit in [1, 7, 60, 999_983] {
      var bucket = TokenBucket(limit: limit, now: .zero)
      bucket.take(limit, now: .zero)
      let wait = bucket.wait(for: 1, now: .zero)
      var early = bucket
      #expect(early.wait(for: 1, now: wait - .microseconds(1)) > .zero)
      #expect(bucket.wait(for: 1, now: wait) == .zero)
    }
  }
}
