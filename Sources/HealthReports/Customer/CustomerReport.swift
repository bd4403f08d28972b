import DealHealth
import FactReading
import SourceText

/// What a customer may be told of a deal: what was agreed, when we last spoke, what is done, and who does what by when.
///
/// It is made of few things that are known to be harmless, and the only words of the notes among them are the deal's name:
/// in others may stand what somebody said in confidence, or what we think of somebody; 「姓鲍的」 is a name as well. So it knows
/// no people, roles, trust or doubts, no gates, nothing that is missing, no advice and no amounts (one in our notes may be
/// our floor). What a promise is about is told in words of ours (`PromisedThing`).
public struct CustomerReport: Encodable, Sendable {
  /// The language it is written in.
  public let language: Language
  /// First day of the time that it tells of; nil for all of it.
  let from: String?
  /// The day up to which it tells.
  let asOf: String
  let deals: [DealPage]

  /// One deal.
  struct DealPage: Encodable, Sendable {
    let name: String
    let agreed: [Agreement]
    /// The last day on which somebody of theirs was spoken with.
    let lastSpoken: String?
    let promises: [Promise]
  }

  /// Something that both sides see alike.
  enum Agreement: String, CaseIterable, Encodable, Sendable { case need, capability, benefit }

  /// What one side does for the other.
  struct Promise: Encodable, Hashable, Sendable {
    /// `ours` or `customer`.
    let owner: Side
    let about: [PromisedThing]
    /// When it is due; nil when nobody said.
    let due: String?
    let isDone: Bool
  }

  /// What the customers of `report` may be told.
  public init(_ report: HealthReport) {
    language = report.language
    from = nil
    asOf = report.asOf
    deals = report.deals.map { deal in
      let values = deal.sheet.value
      let isTrue: [Agreement: Bool] = [
        .need: deal.influencers.contains { $0.need >= .confirmed },
        .capability: values.contains { $0.capability == .acknowledged },
        .benefit: values.contains { $0.benefit == .acknowledged },
      ]
      return DealPage(
        name: deal.name, agreed: Agreement.allCases.filter { isTrue[$0] ?? false },
        lastSpoken: deal.influencers.compactMap(\.lastContact).max(),
        promises: Self.ordered(deal.commitments.map { Promise($0.owner, $0.evidence, due: $0.due, isDone: false) }))
    }
  }

  /// What the customers of `report` may be told of a week.
  public init(_ report: WeeklyReport) {
    language = report.language
    from = report.from
    asOf = report.through
    deals = report.deals.map { deal in
      DealPage(
        name: deal.name, agreed: [], lastSpoken: nil,
        promises: Self.ordered(
          deal.kept.map { Promise($0.owner, $0.evidence, due: $0.day, isDone: true) }
            + deal.steps.map { Promise($0.owner, $0.evidence, due: $0.day, isDone: false) }))
    }
  }

  /// By day, those without one last; what would read alike is told once.
  private static func ordered(_ promises: [Promise]) -> [Promise] {
    var told: Set<Promise> = []
    return promises.filter { !$0.about.isEmpty || $0.due != nil }.filter { told.insert($0).inserted }.enumerated()
      .sorted { ($0.element.due ?? "9", $0.offset) < ($1.element.due ?? "9", $1.offset) }.map(\.element)
  }
}

extension CustomerReport.Promise {
  fileprivate init(_ owner: Side, _ evidence: HealthReport.Place, due: String?, isDone: Bool) {
    self.init(owner: owner, about: PromisedThing.named(in: evidence.quote), due: due, isDone: isDone)
  }
}
