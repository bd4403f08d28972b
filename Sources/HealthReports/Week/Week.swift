import NoteSyntax

/// A week of ISO 8601: Monday to Sunday, numbered within the year that holds its Thursday.
public struct Week: Hashable, Sendable {
  /// Its Monday.
  public let first: Day

  /// The week that holds `day`.
  public init(containing day: Day) { first = day - (day.weekday - 1) }

  /// Reads `2026-W47`; nil when there is no such week.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    // Digits only: `Int` would take a sign.
    guard bytes.count == 8, bytes[4] == 0x2D, bytes[5] | 0x20 == 0x77,
      (bytes[0...3] + bytes[6...7]).allSatisfy({ (0x30...0x39).contains($0) }),
      let year = Int(text.prefix(4)), let number = Int(text.suffix(2)), number >= 1,
      // 4 January always lies in week 1.
      let anchor = Day(year: year, month: 1, day: 4)
    else { return nil }
    let week = Week(containing: Week(containing: anchor).first + (number - 1) * 7)
    guard week.year == year else { return nil }
    self = week
  }

  /// Its Sunday.
  public var last: Day { first + 6 }
  /// The year that it is counted in.
  public var year: Int { (first + 3).civil.year }
  /// `2026-W47`.
  public var iso: String {
    let year = self.year
    let start = Day(year: year, month: 1, day: 4).map { Week(containing: $0).first } ?? first
    let number = (first - start) / 7 + 1
    return String(repeating: "0", count: max(0, 4 - String(year).count)) + "\(year)-W" + (number < 10 ? "0" : "")
      + "\(number)"
  }
}
