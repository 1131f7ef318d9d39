import Glibc

/// The clocks that callers' limits, conversations and logs go by. Tests bring their own.
struct TimeSource: Sendable {
  /// Since a moment that does not matter; never goes back.
  var uptime: @Sendable () -> Duration
  /// Since 1970 in UTC.
  var unixTime: @Sendable () -> Duration

  static let system = TimeSource(uptime: { read(CLOCK_MONOTONIC) }, unixTime: { read(CLOCK_REALTIME) })

  private static func read(_ clock: clockid_t) -> Duration {
    var time = timespec()
    clock_gettime(clock, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}

extension Duration {
  /// Rounded down.
  var wholeMicroseconds: Int { Int(components.seconds) * 1_000_000 + Int(components.attoseconds / 1_000_000_000_000) }

  var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}

/// A moment in UTC by the calendar.
struct CalendarTime: Hashable {
  var year: Int
  /// From 1.
  var month: Int
  /// From 1.
  var day: Int
  var secondOfDay: Int
  var milliseconds: Int

  /// - Parameter unixTime: since 1970.
  init(_ unixTime: Duration) {
    let (seconds, attoseconds) = unixTime.components
    let days = Int(seconds) / 86_400
    secondOfDay = Int(seconds) % 86_400
    milliseconds = Int(attoseconds / 1_000_000_000_000_000)
    // Years that begin in March, so that the leap day is the last; in eras of 400 years, all of one length.
    let dayOfCount = days + 719_468
    let era = dayOfCount / 146_097
    let dayOfEra = dayOfCount % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
  }

  /// RFC 3339: `2026-11-21T09:30:00.250Z`.
  var text: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    let date = "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    let time = "\(padded(secondOfDay / 3600, 2)):\(padded(secondOfDay / 60 % 60, 2)):\(padded(secondOfDay % 60, 2))"
    return "\(date)T\(time).\(padded(milliseconds, 3))Z"
  }

  /// How many seconds of the day and of the month are left, at least one.
  var secondsLeftOfDay: Int { 86_400 - secondOfDay }
  var secondsLeftOfMonth: Int { (daysInMonth - day) * 86_400 + secondsLeftOfDay }

  private var daysInMonth: Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
