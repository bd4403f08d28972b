import DealHealth
import DealJournal
import FactReading
import NoteSyntax
import SourceText
import Workspace

/// A journal as it was read and assessed at one moment, with what features look up in it.
///
/// A class, for every request holds it and nobody changes it.
final class AssessedJournal: Sendable {
  /// The notes and what belongs to them.
  let contents: JournalFolder.Contents
  /// What they come to.
  let assessment: Assessment
  /// Counts the changes of the journal: the one up to which this one knows.
  let generation: Int
  /// A finding and where it is reported.
  struct PlacedFinding: Sendable {
    let finding: Finding
    let place: Evidence
  }

  /// Findings that are shown, those of the baseline left out, by the path of the note that they are reported in.
  let findings: [String: [PlacedFinding]]
  /// Facts by path, as indices of `Journal.facts`.
  private let facts: [String: [Int]]
  /// Where people are named, by path: index of `Journal.people` and place, in order of places.
  private let mentions: [String: [(person: Int, evidence: Evidence)]]
  private let positions: [String: Int]

  init(_ contents: JournalFolder.Contents, asOf: Day, in language: Language?, generation: Int) {
    self.contents = contents
    self.generation = generation
    assessment = contents.reading.assessment(asOf: asOf, in: language)
    let journal = assessment.journal
    let shown = assessment.findings.lazy.filter { !contents.baseline.contains($0.identity) }
    let placed = shown.compactMap { finding in
      Self.place(of: finding, journal, contents.reading).map { PlacedFinding(finding: finding, place: $0) }
    }
    findings = Dictionary(grouping: placed, by: \.place.path)
    facts = Dictionary(grouping: journal.facts.indices) { journal.facts[$0].evidence.path }
    var mentions: [String: [(person: Int, evidence: Evidence)]] = [:]
    for (index, person) in journal.people.enumerated() {
      for evidence in person.mentions { mentions[evidence.path, default: []].append((index, evidence)) }
    }
    self.mentions = mentions.mapValues { $0.sorted { ($0.evidence.span, $0.person) < ($1.evidence.span, $1.person) } }
    positions = Dictionary(
      contents.reading.sources.enumerated().map { ($0.element.path, $0.offset) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// Where a finding is reported. A deal of which nothing is known but its name is reported where it is named.
  private static func place(of finding: Finding, _ journal: Journal, _ reading: JournalReading) -> Evidence? {
    if let first = finding.evidence.first { return first }
    guard let deal = finding.deal.flatMap(journal.deal) else { return nil }
    if let entry = journal.entries.last(where: { $0.deals.contains(deal.id) }) { return entry.evidence }
    for (source, note) in zip(reading.sources, reading.readings) {
      for account in note.accounts where deal.surfaces.contains(account.surface) {
        let span = account.span ?? Span(0, 0)
        let line = source.lines.line(at: span.start)
        return Evidence(
          path: source.path, span: span, line: line, column: span.start - source.lines.span(ofLine: line).start + 1,
          quote: source.text(of: span))
      }
    }
    return nil
  }

  var journal: Journal { assessment.journal }

  /// The note at `path` as it was then.
  func source(_ path: String) -> SourceFile? { positions[path].map { contents.reading.sources[$0] } }

  /// What the note at `path` said by itself.
  func reading(_ path: String) -> NoteReading? { positions[path].map { contents.reading.readings[$0] } }

  /// The facts of a note, in order of lines.
  func facts(in path: String) -> [JournalFact] { (facts[path] ?? []).map { journal.facts[$0] } }

  /// Who is named where in a note, in order of places.
  func mentions(in path: String) -> [(person: Person, evidence: Evidence)] {
    (mentions[path] ?? []).map { (journal.people[$0.person], $0.evidence) }
  }

  /// The paths of all notes that could be read, in order.
  var paths: [String] { positions.keys.sorted() }
}
