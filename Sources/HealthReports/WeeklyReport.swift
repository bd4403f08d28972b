import DealHealth
import DealJournal
import FactReading
import NoteSyntax

/// What moved in a week, what blocks, and what is due.
///
/// Both sides are assessments of the same notes, folded as of the week's last day (or today, if earlier) and as of
/// the Sunday before.
public struct WeeklyReport: Encodable, Sendable {
  /// The language it is written in.
  public let language: Language
  /// `2026-W47`.
  public let week: String

  /// Compares `now` with `before`.
  public init(now: Assessment, before: Assessment, week: Week, language: Language? = nil) {
    self.language = language ?? now.journal.language
    self.week = week.iso
  }

  /// As Markdown.
  public func markdown() -> String { "# \(week)\n" }

  /// As JSON with sorted keys; ends in a line feed.
  public func json() -> String { ReportJSON.text(self) }
}
