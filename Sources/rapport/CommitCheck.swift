import DealHealth
import FactReading
import NoteSyntax
import SourceText
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
  /// What was missing when somebody began to look, as staged.
  let baseline: Set<Finding.Identity>

  /// Reads what is staged under `paths`, to be told in `language`; nil when the commit changes no note. What notes said is
  /// looked for in `cache` and kept there.
  init?(under paths: [String], asOf: Day, in language: Language? = nil, keptIn cache: CacheFolder? = .ofUser) throws {
    let staged = try GitJournal.staged(under: paths)
    guard !staged.isEmpty else { return nil }
    configuration = staged.configuration.speaking(language)
    baseline = staged.baseline.known
    reading = JournalReading(
      of: staged.after.notes, settings: configuration, dismissals: staged.dismissals,
      keptIn: ReadingCache(in: cache, ofNotesFrom: ".", configuration, count: staged.after.notes.count))
    let before = JournalReading(
      of: staged.before.notes, settings: configuration, dismissals: staged.dismissals, reusing: reading)
    // A fold keeps one core busy; there are two to be made.
    let assessments = concurrentMap([reading, before], chunk: 1) { $0.assessment(asOf: asOf) }
    after = assessments[0]
    findings = after.findings(since: assessments[1], in: staged.changed)
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
