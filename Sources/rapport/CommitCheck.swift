import DealHealth
import NoteSyntax
import Workspace

/// What the next commit does to a journal.
struct CommitCheck {
  /// The journal as it would be after the commit.
  let reading: JournalReading
  /// What it lacks then.
  let after: Assessment
  /// Findings that the commit brings, and what is wrong with the staged notes themselves, in their order.
  let findings: [Finding]
  /// `rapport.yml` as staged.
  let configuration: Configuration

  /// Reads what is staged under `paths`; nil when the commit changes no note.
  init?(under paths: [String], asOf: Day) throws {
    let staged = try GitJournal.staged(under: paths)
    guard !staged.isEmpty else { return nil }
    configuration = staged.configuration
    reading = JournalReading(
      of: staged.after.notes, settings: configuration, dismissals: staged.dismissals)
    after = reading.assessment(asOf: asOf)
    let before = JournalReading(
      of: staged.before.notes, settings: configuration, dismissals: staged.dismissals, reusing: reading)
    findings = after.findings(since: before.assessment(asOf: asOf), in: staged.changed)
  }
}

extension Assessment {
  /// The findings that an earlier assessment did not have, and those about the notes at `changed` themselves.
  func findings(since before: Assessment, in changed: Set<String>) -> [Finding] {
    let worse = Set(AssessmentChange(from: before, to: self).worse.map(\.identity))
    return findings.filter { finding in
      worse.contains(finding.identity)
        || finding.deal == nil && finding.evidence.contains { changed.contains($0.path) }
    }
  }
}
