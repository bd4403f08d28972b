import DealHealth
import DealJournal
import FactReading

/// What is known of one deal person by person: needs in their layers, value, trust, and the exchange.
///
/// The sheet is a value in one language; `SheetSection` lays it out.
struct DealSheet: Encodable, Sendable {
  let profile: Profile
  /// The day that a note tells to wait for.
  let wait: WaitRow?
  /// In `care`: each need that was sold, and what became of it; else empty.
  let sold: [SoldRow]
  let value: [ValueRow]
  let needs: [NeedRow]
  let trust: [TrustRow]
  let exchange: ExchangeRow
  /// Why they call it too expensive; nil when nobody does.
  let objection: ObjectionRow?
  /// What is missing as well, and waits on an earlier cause.
  let waiting: [WaitingRow]
  /// What is let be, and why.
  let dismissed: [DismissedRow]

  /// A day to wait for.
  struct WaitRow: Encodable, Sendable {
    let until: String
    let evidence: HealthReport.Place
  }

  /// A need that was sold, and what became of it.
  struct SoldRow: Encodable, Sendable {
    /// Nil for what is said of nobody in particular.
    let person: String?
    let outcome: SoldNeed.Outcome
    /// What they wanted.
    let wanted: HealthReport.Place?
    /// What we told them to expect.
    let promised: [HealthReport.Place]
    /// Their last word on it.
    let word: HealthReport.Place?
    /// What was done since about a word that is no praise.
    let answer: [HealthReport.Place]
  }

  /// What was told to a person, in the order of `ValueMatrix.kinds`.
  struct ValueRow: Encodable, Sendable {
    let person: String
    let capability: ValueMatrix.State
    let benefit: ValueMatrix.State
    let difference: ValueMatrix.State
  }

  /// A person's need.
  struct NeedRow: Encodable, Sendable {
    /// Nil for what is said of nobody in particular.
    let person: String?
    let status: NeedStatus
    let requirement: [HealthReport.Place]
    let want: [HealthReport.Place]
    let driver: [HealthReport.Place]
    let confirmed: [HealthReport.Place]
    let guided: [HealthReport.Place]
    let questions: [QuestionRow]
  }

  /// One of the three questions.
  struct QuestionRow: Encodable, Sendable {
    let question: String
    /// Nil while it is open.
    let isYes: Bool?
    let evidence: [HealthReport.Place]
  }

  /// Trust in one object.
  struct TrustRow: Encodable, Sendable {
    let object: TrustRecord.Object
    let up: Int
    let down: Int
    let trend: TrustRecord.Trend
    let last: HealthReport.Place?
  }

  /// Both sides of the exchange.
  struct ExchangeRow: Encodable, Sendable {
    let theirs: [ExchangeItemRow]
    let ours: [ExchangeItemRow]
  }

  /// One thing to be known of the exchange.
  struct ExchangeItemRow: Encodable, Sendable {
    let title: String
    let evidence: [HealthReport.Place]
  }

  /// An objection to the price and its four possible causes, in order.
  struct ObjectionRow: Encodable, Sendable {
    let person: String?
    let evidence: HealthReport.Place
    let causes: [CauseRow]
  }

  /// One of the four causes.
  struct CauseRow: Encodable, Sendable {
    let cause: String
    let state: Diagnosis.State
    let evidence: [HealthReport.Place]
  }

  /// Something that is let be.
  struct DismissedRow: Encodable, Sendable {
    let finding: HealthReport.FindingRow
    let reason: String
    let until: String?
  }

  /// Something missing that waits.
  struct WaitingRow: Encodable, Sendable {
    let finding: HealthReport.FindingRow
    /// The code of the earliest cause that it waits on.
    let waitsOn: String
  }
}

extension DealSheet {
  init(
    _ context: DealContext, waiting: ArraySlice<Finding>, dismissed: [(finding: Finding, dismissal: Dismissal)],
    _ folder: SharedFolder, _ language: Language
  ) {
    func place(_ evidence: Evidence) -> HealthReport.Place { HealthReport.Place(evidence, in: folder) }
    /// The latest three: what was said last counts.
    func places(_ evidence: [Evidence]) -> [HealthReport.Place] { evidence.suffix(3).reversed().map(place) }
    profile = context.profile
    wait = context.wait.map { WaitRow(until: $0.until.iso, evidence: place($0.evidence)) }
    sold = SoldNeed.all(of: context).map { sold in
      SoldRow(
        person: sold.person.map { context.name($0) }, outcome: sold.outcome,
        wanted: sold.wanted.map { place($0.evidence) }, promised: places(sold.promised.map(\.evidence)),
        word: sold.word.map { place($0.evidence) }, answer: places(sold.answer))
    }
    value = ValueMatrix(of: context).rows.map { row in
      ValueRow(
        person: context.name(row.person), capability: row.cells[0].state, benefit: row.cells[1].state,
        difference: row.cells[2].state)
    }
    let people: [Influencer?] = context.chain.map(\.self) + [nil]
    needs = people.map { NeedLayers(of: $0, in: context) }.filter { $0.person != nil || !$0.isEmpty }.map { need in
      NeedRow(
        person: need.person.map { context.name($0) }, status: need.status, requirement: places(need.requirement),
        want: places(need.want), driver: places(need.driver), confirmed: places(need.confirmed),
        guided: places(need.guided),
        questions: need.answers.map {
          QuestionRow(question: $0.question.title.in(language), isYes: $0.isYes, evidence: places($0.evidence))
        })
    }
    trust = TrustRecord.records(of: context).map { record in
      TrustRow(
        object: record.object, up: record.up, down: record.down, trend: record.trend,
        last: record.events.last.map { place($0.evidence) })
    }
    let balance = ExchangeBalance(of: context)
    func items(_ items: [ExchangeBalance.Item]) -> [ExchangeItemRow] {
      items.map { ExchangeItemRow(title: $0.title.in(language), evidence: places($0.evidence)) }
    }
    exchange = ExchangeRow(theirs: items(balance.theirs), ours: items(balance.ours))
    objection = Diagnosis(of: context).map { diagnosis in
      ObjectionRow(
        person: diagnosis.objection.person.map { context.name($0) }, evidence: place(diagnosis.objection.evidence),
        causes: diagnosis.steps.map {
          CauseRow(cause: $0.cause.title.in(language), state: $0.state, evidence: places($0.evidence))
        })
    }
    self.waiting = waiting.map {
      WaitingRow(finding: HealthReport.FindingRow($0, folder, language), waitsOn: $0.waitsOn?.code ?? "")
    }
    self.dismissed = dismissed.map {
      DismissedRow(
        finding: HealthReport.FindingRow($0.finding, folder, language), reason: $0.dismissal.reason,
        until: $0.dismissal.until)
    }
  }
}
