import DealHealth
import DealJournal
import FactReading
import NoteSyntax

/// What moved in a week, what blocks, and what is due.
///
/// Both sides are assessments of the same notes, folded as of the week's last day (or today, if earlier) and as of
/// the Sunday before. A line is told only when it differs between the two, so the report says what the week brought.
public struct WeeklyReport: Encodable, Sendable {
  /// The language it is written in.
  public let language: Language
  /// `2026-W47`.
  public let week: String
  /// First and last day that it tells of, `YYYY-MM-DD`.
  let from: String
  let through: String
  /// Deals that moved, or have something due or missing; those that moved most first.
  let deals: [DealWeek]
  /// Names of deals in which nothing moved and nothing is due.
  let quiet: [String]

  /// One deal's week.
  struct DealWeek: Encodable, Sendable {
    let name: String
    let stage: Stage
    /// The stage a week ago; nil when it is the same, or the deal is new.
    let stageBefore: Stage?
    let isNew: Bool
    let moves: [Move]
    /// The next action and the first reason for it.
    let action: String?
    let reason: String?
    /// Codes and names of findings that are new, and of those that were cleared.
    let opened: [String]
    let cleared: [String]
    let due: [Due]
  }

  /// Something that the week brought.
  struct Move: Encodable, Sendable {
    let topic: Topic
    let text: String
  }

  /// What a move is about, in the order of the report.
  enum Topic: String, CaseIterable, Encodable, Sendable { case stage, people, needs, value, trust, promises }

  /// A promise with its day.
  struct Due: Encodable, Sendable {
    let owner: Side
    let day: String?
    let isLate: Bool
    let text: String
    let path: String
    let line: Int
    /// File and line as pages show them.
    let label: String

    enum CodingKeys: CodingKey { case owner, day, isLate, text, path, line }
  }

  /// Compares `now` with `before`.
  public init(now: Assessment, before: Assessment, week: Week, language: Language? = nil) {
    let language = language ?? now.journal.language
    self.language = language
    self.week = week.iso
    from = week.first.iso
    through = min(week.last, now.journal.asOf).iso
    let folder = SharedFolder(of: now.journal)
    let told = zip(now.journal.deals, now.standings).map { deal, standing in
      WeekReader(
        deal: deal, standing: standing, now: now, before: before, week: week, folder: folder, language: language
      )
      .read()
    }
    deals = told.filter { !$0.moves.isEmpty || !$0.due.isEmpty || !$0.opened.isEmpty || !$0.cleared.isEmpty }
      .sorted { (-$0.moves.count, $0.name) < (-$1.moves.count, $1.name) }
    let moved = Set(deals.map(\.name))
    quiet = told.filter { $0.stage != .lost && !moved.contains($0.name) }.map(\.name)
  }

  /// As Markdown.
  public func markdown() -> String { MarkdownWeek(report: self).text() }

  /// As JSON with sorted keys; ends in a line feed.
  public func json() -> String { ReportJSON.text(self) }
}
