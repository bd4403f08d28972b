import NoteSyntax

/// The days that a weekly report tells of: a week, or any stretch that somebody asks for.
public struct Period: Hashable, Sendable {
  /// Its first day.
  public let first: Day
  /// Its last day, which is not before the first.
  public let last: Day
  /// `2026-W47`, or `2026-11-09/2026-11-20` (ISO 8601).
  public let name: String

  /// A week.
  public init(_ week: Week) {
    first = week.first
    last = week.last
    name = week.iso
  }

  /// From `first` through `last`; nil when that is no day at all.
  public init?(first: Day, last: Day) {
    guard first <= last else { return nil }
    self.first = first
    self.last = last
    let week = Week(containing: first)
    name = week.first == first && week.last == last ? week.iso : "\(first.iso)/\(last.iso)"
  }

  /// As many days just before it.
  public var previous: Period { moved(by: first - last - 1) }

  private func moved(by days: Int) -> Period {
    Period(first: first + days, last: last + days) ?? self
  }
}
