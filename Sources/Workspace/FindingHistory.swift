import DealHealth
import DealJournal
import NoteSyntax

/// Since when something is missing: by the days of the notes, and by git.
public struct FindingHistory: Sendable {
  /// The first day from which on it has been missing, as the notes tell it now.
  public let since: Day
  /// The entries of that day about the deal, or about anything for a finding about the journal: what it came with. Empty
  /// when it came with the passing of days.
  public let entries: [Evidence]
  /// The commit that brought it; nil when it is not committed, or there is no git.
  public let commit: GitJournal.Commit?
  /// Whether the commits were looked through, so that no commit means that it is not committed.
  public let asksGit: Bool

  /// Looks for the beginning of `finding` in `reading`, of which `now` is the assessment. `paths` are those of the notes.
  public init(of finding: Finding, in reading: JournalReading, _ now: Assessment, under paths: [String]) throws {
    let day = Self.firstDay(of: finding, in: reading, now)
    since = day
    entries = now.journal.entries.filter { entry in
      entry.day == day && finding.deal.map(entry.deals.contains) ?? true
    }.map(\.evidence)
    let commits: [GitJournal.Commit]?
    do { commits = try GitJournal.history(under: paths, for: "rapport blame") } catch is GitJournal.Failure {
      commits = nil
    }
    asksGit = commits != nil
    commit = try Self.first(of: commits ?? []) { commit in
      let journal = try GitJournal.at(commit.id, under: paths, for: "rapport blame")
      let then = JournalReading(
        of: journal.notes, settings: reading.settings, dismissals: reading.dismissals, reusing: reading)
      return Self.has(finding, then.assessment(asOf: now.journal.asOf), now)
    }
  }

  /// Goes back from entry to entry as long as it is there, and then into the days between two of them: silence and lateness
  /// come on days of which no note tells.
  private static func firstDay(of finding: Finding, in reading: JournalReading, _ now: Assessment) -> Day {
    func isThere(_ day: Day) -> Bool { has(finding, reading.assessment(asOf: day), now) }
    let days = finding.deal.flatMap { now.journal.deal($0)?.days } ?? now.journal.entries.compactMap(\.day)
    var first = now.journal.asOf
    var last: Day?
    for day in Set(days).filter({ $0 < now.journal.asOf }).sorted(by: >) {
      guard isThere(day) else {
        last = day
        break
      }
      first = day
    }
    guard var absent = last else { return first }
    while first - absent > 1 {
      let middle = absent + (first - absent) / 2
      if isThere(middle) { first = middle } else { absent = middle }
    }
    return first
  }

  /// The earliest of `commits`, latest first, from which on `isThere` holds: every one after a first one is taken to have it.
  private static func first(
    of commits: [GitJournal.Commit], where isThere: (GitJournal.Commit) throws -> Bool
  ) rethrows -> GitJournal.Commit? {
    guard let latest = commits.first, try isThere(latest) else { return nil }
    var there = 0
    var absent = commits.count
    while absent - there > 1 {
      let middle = (there + absent) / 2
      if try isThere(commits[middle]) { there = middle } else { absent = middle }
    }
    return commits[there]
  }

  /// Whether an assessment has the finding or holds it back, under whatever names.
  private static func has(_ finding: Finding, _ then: Assessment, _ now: Assessment) -> Bool {
    let change = AssessmentChange(from: then, to: now)
    return (then.findings + then.waiting).contains { change.laterIdentity(of: $0) == finding.identity }
  }
}
