import DealHealth
import DealJournal
import FactReading
import NoteSyntax

/// How every deal of a journal stands: what a rep or a manager reads on one page.
///
/// The report is a value in one language; formats only lay it out. Days are `YYYY-MM-DD`, lines count from 1.
public struct HealthReport: Encodable, Sendable {
  /// The language it is written in.
  public let language: Language
  /// The day as of which everything is told.
  let asOf: String
  /// Deals that need attention first: by weight of what is missing; lost ones last.
  let deals: [DealPage]
  /// What was read and could not be used, so that silence is not taken for health.
  let unchecked: [UncheckedRow]

  /// One deal.
  struct DealPage: Encodable, Sendable {
    let id: String
    let name: String
    let account: String
    let stage: Stage
    /// The stage that the notes name, when it differs from the one that facts bear out.
    let claimedStage: Stage?
    /// Day of the last entry.
    let lastEntry: String?
    /// The gate with the lowest share.
    let governing: Gate?
    let gates: [GateRow]
    let influencers: [InfluencerRow]
    let findings: [FindingRow]
    let action: ActionRow?
    let commitments: [CommitmentRow]
    /// Whether it is slipping away (`Assessment.isAtRisk`).
    let isAtRisk: Bool
    /// Signs of trust and doubt, in order of day.
    let trustEvents: [TrustEvent]
    /// Person by person and layer by layer, for whom one page is not enough.
    let sheet: DealSheet
  }

  /// How the deal stands at one gate.
  struct GateRow: Encodable, Sendable {
    let gate: Gate
    let met: Int
    let open: Int
    let unknown: Int
    /// 0 to 1; nil when nothing is known or the stage asks for nothing.
    let share: Double?
    let items: [ItemRow]
  }

  /// One thing that a gate asks for.
  struct ItemRow: Encodable, Sendable {
    let text: String
    let state: GateReading.State
    let evidence: [Place]
  }

  /// A person with a part in the decision, and what is known of them.
  struct InfluencerRow: Encodable, Sendable {
    let id: String
    let name: String
    let title: String?
    let role: Role
    let need: NeedStatus
    /// The kinds of value that were conveyed to them.
    let value: [FactKind]
    /// In `care`: what became of the need that was sold to them; nil where none was, and before the sale.
    let outcome: SoldNeed.Outcome?
    /// Number of signs.
    let trustUp: Int
    let trustDown: Int
    /// Day of the last contact.
    let lastContact: String?
  }

  /// Something that the deal lacks.
  struct FindingRow: Encodable, Sendable {
    let code: String
    let name: String
    let severity: Severity
    let person: String?
    let message: String
    let clears: String
    let evidence: [Place]
  }

  /// The one thing to do next.
  struct ActionRow: Encodable, Sendable {
    let text: String
    /// The findings that ask for it; one or two.
    let reasons: [FindingRow]
  }

  /// A promise that is open, late or missed.
  struct CommitmentRow: Encodable, Sendable {
    /// `ours` or `customer`.
    let owner: Side
    let due: String?
    let state: Commitment.State
    let evidence: Place
  }

  /// A sign of trust, or of doubt.
  struct TrustEvent: Encodable, Sendable {
    let day: String
    let isUp: Bool
    /// Whose it is, when the notes tell: `Person.id`, and the name for readers.
    let personID: String?
    let person: String?
    let evidence: Place
  }

  /// Something that could not be used, and why.
  struct UncheckedRow: Encodable, Sendable {
    let reason: UncheckedReason
    /// What exactly, in the report's language; empty when the reason says it all.
    let detail: String
    let evidence: Place
  }

  /// A place in a note.
  struct Place: Encodable, Sendable {
    let path: String
    let line: Int
    let quote: String
    /// The first of them, on one line.
    let words: String
    /// File and line as pages show them: `a.md:7`.
    let label: String

    enum CodingKeys: CodingKey { case path, line, quote }

    init(_ evidence: Evidence, in folder: SharedFolder) {
      path = evidence.path
      line = evidence.line
      quote = evidence.quote
      words = evidence.words
      label = "\(folder.name(evidence.path)):\(evidence.line)"
    }
  }
}

/// Why something that was read could not be used.
enum UncheckedReason: String, CaseIterable, Encodable, Sendable {
  case unreadable
  case badFrontMatter = "bad-front-matter"
  case unknownMark = "unknown-mark"
  case undated
  case ambiguousPerson = "ambiguous-person"
  case unassigned
}
