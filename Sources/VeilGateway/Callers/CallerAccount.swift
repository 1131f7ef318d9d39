import Synchronization

/// A caller's limits and what it has used of them. Safe from any thread.
final class CallerAccount: Sendable {
  /// Empty for everybody, while no callers are configured.
  let name: String
  private let time: TimeSource
  private let state: Mutex<State>

  fileprivate struct State {
    var spaces: Set<String>?
    var requests: TokenBucket?
    var tokens: TokenBucket?
    var budget: SpentBudget?
  }

  init(_ caller: Settings.Caller, time: TimeSource) {
    name = caller.name
    self.time = time
    state = Mutex(State())
    update(caller)
  }

  /// Takes over other limits; what has been used stays used.
  func update(_ caller: Settings.Caller) {
    let now = time.uptime()
    func changed(_ bucket: TokenBucket?, _ limit: Int?) -> TokenBucket? {
      guard let limit else { return nil }
      guard var bucket else { return TokenBucket(limit: limit, now: now) }
      bucket.change(limit: limit, now: now)
      return bucket
    }
    state.withLock { state in
      state.spaces = caller.spaces
      state.requests = changed(state.requests, caller.requestsPerMinute)
      state.tokens = changed(state.tokens, caller.tokensPerMinute)
      let isSame = state.budget?.budget.period == caller.budget?.period
      state.budget = caller.budget.map { SpentBudget(budget: $0, spent: isSame ? state.budget?.spent ?? [:] : [:]) }
    }
  }

  fileprivate var countsTokens: Bool { state.withLock { $0.tokens != nil || $0.budget != nil } }

  /// A request without a space is in none, and needs no permission.
  func check(space: String?) throws(CallerRefusal) {
    guard let space else { return }
    guard state.withLock({ $0.spaces?.contains(space) ?? true }) else { throw .space }
  }

  /// Counts a request, and the tokens that it is thought to take until ``Admission/settle(tokens:)`` says better.
  /// One that is refused counts for nothing.
  ///
  /// - Parameter estimate: see ``Admission/estimate(bytes:maximumTokens:choices:)``; 0 where no model is asked.
  func admit(tokens estimate: Int) throws(CallerRefusal) -> Admission {
    let now = time.uptime()
    let date = CalendarTime(time.unixTime())
    let result: Result<[(name: String, value: String)], CallerRefusal> = state.withLock { state in
      let waitForRequest = state.requests?.wait(for: 1, now: now) ?? .zero
      let waitForTokens = state.tokens?.wait(for: estimate, now: now) ?? .zero
      if state.budget?.isUsedUp(date) == true, let budget = state.budget {
        return .failure(.budget(budget.budget.period, budget.secondsLeft(date), state.headers))
      }
      if waitForRequest > .zero { return .failure(.requests(waitForRequest.wholeSeconds, state.headers)) }
      if waitForTokens > .zero { return .failure(.tokens(waitForTokens.wholeSeconds, state.headers)) }
      state.requests?.take(1, now: now)
      state.tokens?.take(estimate, now: now)
      state.budget?.add(estimate, date)
      return .success(state.headers)
    }
    return Admission(account: self, estimate: estimate, date: date, headers: try result.get())
  }

  /// - Parameter date: of the admission: what it took is given back to the same period.
  fileprivate func correct(from estimate: Int, to tokens: Int, _ date: CalendarTime) {
    let now = time.uptime()
    state.withLock { state in
      state.tokens?.correct(from: estimate, to: tokens, now: now)
      state.budget?.add(tokens - estimate, date)
    }
  }
}

extension CallerAccount.State {
  /// In the names and forms that clients know.
  fileprivate var headers: [(name: String, value: String)] {
    var headers: [(name: String, value: String)] = []
    for (bucket, what) in [(requests, "requests"), (tokens, "tokens")] {
      guard let bucket else { continue }
      headers.append(("x-ratelimit-limit-\(what)", "\(bucket.limit)"))
      headers.append(("x-ratelimit-remaining-\(what)", "\(bucket.remaining)"))
      headers.append(("x-ratelimit-reset-\(what)", bucket.reset.resetText))
    }
    return headers
  }
}

/// Tokens of a budget's period that are used, in UTC.
private struct SpentBudget {
  var budget: Settings.Budget
  /// By the period's number. Answers that end after midnight belong to the day they began on.
  var spent: [Int: Int] = [:]

  private func period(_ date: CalendarTime) -> Int {
    let month = date.year * 12 + date.month
    return budget.period == .month ? month : month * 32 + date.day
  }

  /// The request that crosses the line is still answered: what it takes is known only afterwards.
  func isUsedUp(_ date: CalendarTime) -> Bool { spent[period(date), default: 0] >= budget.tokens }

  mutating func add(_ tokens: Int, _ date: CalendarTime) {
    let period = period(date)
    if spent[period] == nil, spent.count > 1, let oldest = spent.keys.min() {
      if period < oldest { return }
      spent[oldest] = nil
    }
    spent[period] = max(0, spent[period, default: 0] + tokens)
  }

  func secondsLeft(_ date: CalendarTime) -> Int {
    budget.period == .day ? date.secondsLeftOfDay : date.secondsLeftOfMonth
  }
}

/// A request that was let in.
final class Admission: Sendable {
  /// How much is left of the caller's limits, for the answer; only limits that are configured.
  let headers: [(name: String, value: String)]
  private let account: CallerAccount
  private let estimate: Int
  private let date: CalendarTime
  private let isSettled = Atomic(false)

  fileprivate init(
    account: CallerAccount, estimate: Int, date: CalendarTime, headers: [(name: String, value: String)]
  ) {
    self.account = account
    self.estimate = estimate
    self.date = date
    self.headers = headers
  }

  /// Whether it matters what the provider says that the answer took.
  var countsTokens: Bool { account.countsTokens }

  /// Corrects the estimate by what was used, as the provider says; 0 when the provider never had the request. Only the
  /// first call counts; without any the estimate stands.
  func settle(tokens: Int) {
    guard !isSettled.exchange(true, ordering: .relaxed) else { return }
    account.correct(from: estimate, to: max(0, min(tokens, 1 << 40)), date)
  }

  /// Tokens that a text is thought to have: one for four bytes, and all that the answer may take. Also for texts of
  /// answers whose provider does not say.
  static func estimate(bytes: Int, maximumTokens: Int? = nil, choices: Int = 1) -> Int {
    let (answer, overflows) = max(0, maximumTokens ?? 0).multipliedReportingOverflow(by: max(1, choices))
    return bytes / 4 + min(overflows ? .max : answer, 1 << 40)
  }
}

extension Duration {
  /// For `retry-after`: rounded up, at least one.
  fileprivate var wholeSeconds: Int { max(1, (wholeMicroseconds + 999_999) / 1_000_000) }

  /// `12ms`, `1s`, `6m0s`, `1h0m0s`, rounded up.
  var resetText: String {
    let milliseconds = (wholeMicroseconds + 999) / 1000
    if milliseconds == 0 { return "0s" }
    if milliseconds < 1000 { return "\(milliseconds)ms" }
    let seconds = (milliseconds + 999) / 1000
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60)
    return (hours > 0 ? "\(hours)h" : "") + (seconds >= 60 ? "\(minutes)m" : "") + "\(seconds % 60)s"
  }
}
