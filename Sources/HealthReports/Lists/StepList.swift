import DealHealth
import DealJournal
import FactReading
import NoteSyntax

/// What is to be done next, in all deals: open steps and promises of either side, late ones first.
public struct StepList: Sendable {
  /// Which steps are listed; what is not set leaves nothing out.
  public struct Filter: Sendable {
    /// Only these deals (`Deal.id`).
    public var deals: Set<String>?
    /// Only steps of this side: `ours` or `customer`.
    public var owner: Side?
    /// Only what is late or was missed.
    public var isLate = false
    /// Only what is due by then.
    public var until: Day?

    /// Everything.
    public init() {}

    func wants(_ step: Step) -> Bool {
      if let owner, owner != step.owner { return false }
      if isLate, step.state == .open { return false }
      guard let until else { return true }
      return step.due.map { $0.last <= until } ?? false
    }
  }

  /// One step.
  struct Step: Sendable {
    let deal: String
    let owner: Side
    let due: DayRange?
    let state: Commitment.State
    /// The day of the entry that made it.
    let made: Day?
    let person: String?
    let evidence: Evidence

    /// Late first, each by day, undated ones last.
    var order: (Int, Int, Int, String, Int) {
      let group = state != .open ? 0 : due != nil ? 1 : 2
      return (group, (due?.last ?? made)?.number ?? 0, made?.number ?? 0, evidence.path, evidence.span.start)
    }
  }

  let steps: [Step]
  let asOf: Day
  let language: Language
  private let folder: SharedFolder

  /// Lists the steps of `assessment` that `filter` wants; `language` is by default the journal's own.
  public init(_ assessment: Assessment, filter: Filter = Filter(), language: Language? = nil) {
    let journal = assessment.journal
    self.language = language ?? journal.language
    asOf = journal.asOf
    folder = SharedFolder(of: journal)
    steps = zip(journal.deals, assessment.standings).flatMap { deal, standing -> [Step] in
      guard deal.stage != .lost, filter.deals?.contains(deal.id) ?? true else { return [] }
      return standing.promises.map { promise in
        let fact = journal.facts[promise.made]
        return Step(
          deal: deal.id, owner: promise.owner, due: promise.due, state: promise.state, made: fact.day,
          person: fact.person, evidence: fact.evidence)
      }
    }
    .filter(filter.wants)
    .sorted { $0.order == $1.order ? $0.owner.rawValue < $1.owner.rawValue : $0.order < $1.order }
  }

  /// The steps as rows.
  public var table: ReportTable {
    ReportTable(
      name: "steps", asOf: asOf.iso,
      columns: [
        .init(key: "due", title: say("due", "到期")),
        .init(key: "state", title: "", audience: .programs),
        .init(key: "owner", title: say("who", "谁")),
        .init(key: "deal", title: say("deal", "单子"), minimum: 10),
        .init(key: "person", title: say("person", "相关的人"), audience: .programs),
        .init(key: "step", title: say("step", "什么事"), minimum: 20),
        .init(key: "made", title: say("said on", "哪天说的"), audience: .programs),
        .init(key: "path", title: "", audience: .programs),
        .init(key: "line", title: "", audience: .programs),
        .init(key: "place", title: say("where", "出处"), audience: .readers, minimum: 10, isSpare: true),
      ],
      rows: steps.map { step in
        let isLate = step.state != .open
        let due = step.due?.last.iso ?? say("–", "–")
        return [
          .init(
            step.due?.last.iso, shown: isLate ? "\(due) \(step.state.title.in(language))" : due,
            isLate ? .red : step.due == nil ? .faint : .green),
          .init(step.state.rawValue),
          .init(step.owner.rawValue, shown: step.owner == .ours ? say("we", "我方") : say("they", "对方")),
          .init(step.deal, .strong),
          .init(step.person),
          .init(step.evidence.quote, shown: step.evidence.words(columns: 96)),
          .init(step.made?.iso),
          .init(step.evidence.path),
          .init(.number(step.evidence.line)),
          .init(ReportTable.Value.none, shown: "\(folder.name(step.evidence.path)):\(step.evidence.line)", .faint),
        ]
      },
      whenEmpty: say("nothing is open", "没有要办的事"))
  }

  func say(_ en: String, _ zh: String) -> String { language == .zh ? zh : en }
}
