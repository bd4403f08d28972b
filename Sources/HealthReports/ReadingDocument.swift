import DealHealth
import DealJournal

/// What was read from a journal, in the JSON shape that annotated corpora and other programs use.
///
/// Lines count from 1, spans are UTF-8 byte offsets from 0, days are `YYYY-MM-DD`.
public struct ReadingDocument: Encodable, Sendable {
  struct PersonRow: Encodable, Sendable {
    let id: String
    let name: String
    let surface: [String]
    let side: String
    let org: String?
    let title: String?
    let deals: [String]
    let role: String?
  }
  struct DealRow: Encodable, Sendable {
    let id: String
    let name: String
    let surface: [String]
    let account: String
    let stage: String
  }
  struct FactRow: Encodable, Sendable {
    let file: String
    let line: Int
    let kind: String
    let deal: String?
    let person: String?
    let day: String?
    let basis: String
    let confidence: Double
    let polarity: String
    let modality: String
    let span: [Int]
  }
  struct GapRow: Encodable, Sendable {
    let deal: String
    let kind: String
    let person: String?
  }

  let asOf: String
  let people: [PersonRow]
  let deals: [DealRow]
  let facts: [FactRow]
  let gaps: [GapRow]

  enum CodingKeys: String, CodingKey {
    case asOf = "as_of"
    case people, deals, facts, gaps
  }

  /// Lists everything in `assessment`; a path is told relative to what `relative` makes of it.
  public init(_ assessment: Assessment, relative: (String) -> String) {
    let journal = assessment.journal
    asOf = journal.asOf.iso
    people = journal.people.map { person in
      let parts = journal.deals.compactMap { deal in
        deal.influencers.first { $0.person == person.id }.map { (deal.id, $0.role) }
      }
      return PersonRow(
        id: person.id, name: person.name, surface: person.surfaces, side: person.side.rawValue,
        org: person.organisation, title: person.title, deals: parts.map(\.0),
        role: person.side == .customer ? (parts.first?.1 ?? .none).rawValue : nil)
    }
    deals = journal.deals.map {
      DealRow(id: $0.id, name: $0.name, surface: $0.surfaces, account: $0.account, stage: $0.stage.rawValue)
    }
    facts = journal.facts.map {
      FactRow(
        file: relative($0.evidence.path), line: $0.evidence.line, kind: $0.kind.rawValue, deal: $0.deal,
        person: $0.person, day: $0.day?.iso, basis: $0.basis.rawValue,
        confidence: ($0.confidence * 100).rounded() / 100, polarity: $0.assertion.polarity.rawValue,
        modality: $0.assertion.modality.rawValue, span: [$0.evidence.span.start, $0.evidence.span.end])
    }
    gaps = assessment.findings.compactMap { finding in
      finding.deal.map { GapRow(deal: $0, kind: finding.name, person: finding.person) }
    }
  }

  /// As JSON with sorted keys; ends in a line feed.
  public func json() -> String { ReportJSON.text(self) }
}
