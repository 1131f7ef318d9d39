/// A limit per minute that fills evenly: as much as the limit at once, and as much again in a minute.
///
/// Whole numbers only, so that nothing is lost to rounding: a unit is counted in as many parts as a minute has
/// microseconds.
struct TokenBucket {
  private(set) var limit: Int
  /// What is there, in parts. Below zero when more was used than had been estimated.
  private var level: Int
  private var updated: Duration

  private static let minute = 60_000_000
  private var capacity: Int { limit * Self.minute }

  init(limit: Int, now: Duration) {
    self.limit = limit
    level = limit * Self.minute
    updated = now
  }

  /// What has been used stays used.
  mutating func change(limit: Int, now: Duration) {
    refill(now)
    let used = capacity - level
    self.limit = limit
    level = capacity - used
  }

  /// How long until so much is there; zero if it is. A request for more than the limit waits for a full bucket.
  mutating func wait(for count: Int, now: Duration) -> Duration {
    refill(now)
    return time(to: min(count, limit) * Self.minute)
  }

  mutating func take(_ count: Int, now: Duration) {
    refill(now)
    change(by: -charge(count))
  }

  /// Puts what was used in the place of what had been taken.
  mutating func correct(from taken: Int, to used: Int, now: Duration) {
    refill(now)
    change(by: charge(taken) - charge(used))
  }

  /// No single request keeps its caller out for more than ten minutes.
  private func charge(_ count: Int) -> Int { min(count, 10 * limit) }

  private mutating func change(by count: Int) {
    level = max(-20 * capacity, min(capacity, level + count * Self.minute))
  }

  /// What is there, in whole units.
  var remaining: Int { max(0, level / Self.minute) }

  /// How long until it is full.
  var reset: Duration { time(to: capacity) }

  private func time(to wanted: Int) -> Duration {
    level >= wanted ? .zero : .microseconds((wanted - level + limit - 1) / limit)
  }

  private mutating func refill(_ now: Duration) {
    guard now > updated else { return }
    let microseconds = (now - updated).wholeMicroseconds
    let untilFull = (capacity - level + limit - 1) / limit
    level = min(capacity, level + min(microseconds, untilFull) * limit)
    updated += .microseconds(microseconds)
  }
}
