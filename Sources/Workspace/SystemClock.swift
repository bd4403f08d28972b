#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

import NoteSyntax

/// The one place that asks what day it is, and how much time has passed.
public enum SystemClock {
  /// Today in the system's time zone.
  public static func today() -> Day {
    var now = time(nil)
    var local = tm()
    localtime_r(&now, &local)
    return Day(year: Int(local.tm_year) + 1900, month: Int(local.tm_mon) + 1, day: Int(local.tm_mday)) ?? Day(number: 0)
  }

  /// The time of day in the system's time zone: `14:03:07`.
  public static func timeOfDay() -> String {
    var now = time(nil)
    var local = tm()
    localtime_r(&now, &local)
    return [local.tm_hour, local.tm_min, local.tm_sec].map { ($0 < 10 ? "0" : "") + String($0) }.joined(separator: ":")
  }

  /// Seconds since 1970, for what the file system says of its files.
  static func secondsSince1970() -> Int { Int(time(nil)) }

  /// Tells, whenever it is asked, whether so many seconds have passed since now; changes of the clock do not count.
  public static func isOver(after seconds: Double) -> () -> Bool {
    let start = monotonicSeconds()
    return { monotonicSeconds() - start >= seconds }
  }

  private static func monotonicSeconds() -> Double {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
  }
}
