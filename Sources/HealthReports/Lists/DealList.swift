import DealHealth
import DealJournal
import FactReading

/// Every deal on a line: where it stands, what governs, what is late, what to do next.
public struct DealList: Sendable {
  /// Which deals are listed; what is not set leaves nothing out.
  public struct Filter: Sendable {
    /// Only in these stages.
    public var stages: Set<Stage> = []
    /// Only these (`Deal.id`).
    public var deals: Set<String>?
    /// Only those with a promise that is late, of either side.
    public var isLate = false
    /// Only those that are slipping away (`Assessment.isAtRisk`).
    public var isAtRisk = false

    /// Everything.
    public init() {}
  }

  /// The deals that `filter` wants, those that need attention first, lost ones last.
  public let table: ReportTable

  /// Lists the deals of `assessment`; `language` is by default the journal's own.
  public init(_ assessment: Assessment, filter: Filter = Filter(), language: Language? = nil) {
    let language = language ?? assessment.journal.language
    func say(_ en: String, _ zh: String) -> String { language == .zh ? zh : en }
    let journal = assessment.journal
    let reps = JournalReps(of: journal)
    typealias Row = (weight: Int, id: String, cells: [ReportTable.Cell])
    let rows = zip(journal.deals, assessment.standings).compactMap { deal, standing -> Row? in
      let late = standing.promises.filter { $0.state != .open }
      let isAtRisk = assessment.isAtRisk(deal)
      guard filter.stages.isEmpty || filter.stages.contains(deal.stage),
        filter.deals?.contains(deal.id) ?? true, !filter.isLate || !late.isEmpty, !filter.isAtRisk || isAtRisk
      else { return nil }
      let findings = assessment.findings(ofDeal: deal.id).filter { $0.severity > .info }
      let governing = standing.gates.first { $0.gate == standing.governing }
      let isLost = deal.stage == .lost
      return (
        isLost ? -1 : findings.map(\.weight).max() ?? 0, deal.id,
        [
          .init(deal.id, .strong),
          .init(deal.account),
          .init(deal.stage.rawValue, shown: deal.stage.title.in(language), .cyan),
          .init(
            governing?.gate.rawValue,
            shown: governing.map { "\($0.gate.title.in(language)) \($0.met)/\($0.met + $0.open)" },
            governing.map { $0.open > 0 ? .yellow : .green } ?? .faint),
          .init(governing?.share.map(ReportTable.Value.share) ?? .none),
          .init(.number(findings.count)),
          .init(.number(late.count), late.isEmpty ? .faint : .red),
          .init(.flag(isAtRisk)),
          .init(deal.days.last { $0 <= journal.asOf }?.iso),
          .init(.list(reps.reps(of: deal.id)), shown: reps.reps(of: deal.id).joined(separator: say(", ", "、"))),
          .init(standing.action?.text.spaced.in(language)),
        ]
      )
    }
    .sorted { (-$0.weight, $0.id) < (-$1.weight, $1.id) }
    table = ReportTable(
      name: "deals", asOf: journal.asOf.iso,
      columns: [
        .init(key: "deal", title: say("deal", "单子"), minimum: 10),
        .init(key: "account", title: say("customer", "客户"), audience: .programs),
        .init(key: "stage", title: say("stage", "阶段")),
        .init(key: "gate", title: say("gate", "卡在")),
        .init(key: "gate_share", title: "", audience: .programs),
        .init(key: "missing", title: say("missing", "还缺"), isSpare: true),
        .init(key: "late", title: say("late", "过期")),
        .init(key: "at_risk", title: say("at risk", "有风险"), audience: .programs),
        .init(key: "last_entry", title: say("last entry", "最近记录")),
        .init(
          key: "rep", title: say("rep", "谁在跟"), audience: reps.all.count > 1 ? .everybody : .programs, minimum: 6,
          isSpare: true),
        .init(key: "next", title: say("next", "下一步"), minimum: 12),
      ],
      rows: rows.map(\.cells), whenEmpty: say("no deal is like that", "没有这样的单子"))
  }
}
