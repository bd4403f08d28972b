import NoteSyntax

/// A week, Monday to Sunday unless a team begins it otherwise, with the number that ISO 8601 gives its Thursday.
public struct Week: Hashable, Sendable {
  /// Its first day.
  public let first: Day

  /// The week that holds `day`; `start` is the day on which weeks begin, 1 Monday – 7 Sunday.
  public init(containing day: Day, startingOn start: Int = 1) { first = day - (day.weekday - start + 7) % 7 }

  /// Reads `2026-W47`; nil when there is no such week.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    // Digits only: `Int` would take a sign.
    guard bytes.count == 8, bytes[4] == 0x2D, bytes[5] | 0x20 == 0x77,
      (bytes[0...3] + bytes[6...7]).allSatisfy({ (0x30...0x39).contains($0) }),
      let year = Int(text.prefix(4)), let number = Int(text.suffix(2)), number >= 1,
      let start = Self.firstThursday(of: year)
    else { return nil }
    let week = Week(containing: start + (number - 1) * 7)
    guard week.year == year else { return nil }
    self = week
  }

  /// The week of the same number that begins on another day.
  public func starting(on start: Int) -> Week { Week(containing: thursday, startingOn: start) }

  /// Its last day.
  public var last: Day { first + 6 }
  /// The year that it is counted in.
  public var year: Int { thursday.civil.year }
  /// `2026-W47`.
  public var iso: String {
    let year = self.year
    let number = (thursday - (Self.firstThursday(of: year) ?? thursday)) / 7 + 1
    return String(repeating: "0", count: max(0, 4 - String(year).count)) + "\(year)-W" + (number < 10 ? "0" : "")
      + "\(number)"
  }

  private var thursday: Day { first + (4 - first.weekday + 7) % 7 }

  /// 4 January always lies in week 1.
  private static func firstThursday(of year: Int) -> Day? {
    Day(year: year, month: 1, day: 4).map { $0 - ($0.weekday - 1) + 3 }
  }
}
