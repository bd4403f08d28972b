import DealHealth
import DealJournal
import FactReading
import NoteSyntax
import SourceText

/// Since when something is missing, what it came with, and what would clear it.
public struct FindingBlame: Encodable, Sendable {
  /// The language it is written in.
  let language: Language
  let asOf: String
  /// What `rapport dismiss` takes.
  let id: String
  let deal: String?
  let finding: HealthReport.FindingRow
  let why: String
  /// The first day from which on it has been missing.
  let since: String
  let days: Int
  /// The entries of that day that it came with; none when it came with the passing of days.
  let entries: [HealthReport.Place]
  /// The commit of git that brought it.
  let commit: Commit?
  /// Whether git was asked: without a commit, it is not committed.
  let asksGit: Bool

  /// A commit.
  public struct Commit: Encodable, Sendable {
    let id: String
    let day: String
    let author: String
    let subject: String

    /// A commit as git tells it; `id` in hexadecimal.
    public init(id: String, day: Day, author: String, subject: String) {
      self.id = id
      self.day = day.iso
      self.author = author
      self.subject = subject
    }
  }

  /// Puts together what is known; `language` is by default the journal's own.
  public init(
    _ finding: Finding, in journal: Journal, since: Day, entries: [Evidence], commit: Commit?, asksGit: Bool,
    language: Language? = nil
  ) {
    let language = language ?? journal.language
    let folder = SharedFolder(of: journal)
    self.language = language
    asOf = journal.asOf.iso
    id = finding.identity.description
    deal = finding.deal
    self.finding = HealthReport.FindingRow(finding, folder, language)
    why = finding.why.in(language)
    self.since = since.iso
    days = journal.asOf - since
    self.entries = entries.map { HealthReport.Place($0, in: folder) }
    self.commit = commit
    self.asksGit = asksGit
  }

  /// As JSON with sorted keys; ends in a line feed.
  public func json() -> String { ReportJSON.text(self) }

  /// For a terminal, wrapped to the style's width.
  public func terminal(_ style: TerminalStyle) -> String {
    var page = TerminalPage(style)
    page.add(lead: "\(finding.code) ", leadInk: .yellow, headline, ink: .strong)
    for (label, text) in rows { page.add(lead: "  \(label)\(say(": ", "："))", leadInk: .faint, text) }
    return page.text
  }

  /// As Markdown (CommonMark).
  public func markdown() -> String {
    "## \(finding.code) \(InertText.markdown(headline))\n\n"
      + rows.map { "- **\($0.0)**\(say(": ", "："))\(InertText.markdown($0.1))\n" }.joined()
  }

  private func say(_ en: String, _ zh: String) -> String { language == .zh ? zh : en }

  private var headline: String { (deal.map { $0 + say(": ", "：") } ?? "") + finding.message }

  private var rows: [(String, String)] {
    let age = days == 0 ? say("today", "今天") : say("\(days) \(days == 1 ? "day" : "days")", "\(days) 天")
    let origin =
      entries.isEmpty
      ? say("came with the passing of days; no entry of that day", "那天没有记录，是拖出来的")
      : entries.map { "“\($0.words)” \($0.label)" }.joined(separator: say("; ", "；"))
    var rows = [(say("since", "从"), "\(since) (\(age))"), (say("came with", "因为"), origin)]
    if let commit {
      rows.append((say("commit", "提交"), "\(commit.id.prefix(10)) \(commit.day) \(commit.author): \(commit.subject)"))
    } else if asksGit {
      rows.append((say("commit", "提交"), say("not committed yet", "还没有提交")))
    }
    let places = finding.evidence.map { "“\($0.words)” \($0.label)" }
    if !places.isEmpty { rows.append((say("shown by", "依据"), places.prefix(3).joined(separator: say("; ", "；")))) }
    return rows + [(say("why", "原因"), why), (say("do", "怎么办"), finding.clears)]
  }
}
