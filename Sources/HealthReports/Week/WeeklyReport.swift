import DealHealth
import DealJournal
import FactReading
import NoteSyntax

/// What moved in a week, what slipped, and what is to be done: movement, not storytelling.
///
/// Both sides are assessments of the same notes, folded as of the last day of the period (or today, if earlier) and as
/// of the day before it. A line is told only when it differs between the two, so the report says what the week brought.
public struct WeeklyReport: Encodable, Sendable {
  /// The language it is written in.
  public let language: Language
  /// The period: `2026-W47`, or `2026-11-09/2026-11-20`.
  public let week: String
  /// First and last day that it tells of, `YYYY-MM-DD`.
  let from: String
  let through: String
  /// Whose deals these are; nil for the whole team.
  let rep: String?
  /// Deals that moved, slipped, or have something due or missing; those that moved most first.
  let deals: [DealWeek]
  /// Names of deals of which no note spoke and nothing is due.
  let quiet: [String]
  /// How much moved in the period before; nil unless it was asked for.
  let comparison: [ComparisonRow]?
  /// What was read and could not be used, so that silence is not taken for health.
  let unchecked: [HealthReport.UncheckedRow]

  /// The customers whom it tells of, in order.
  public var accounts: [String] { Set(deals.map(\.account)).sorted() }

  /// One deal's week.
  struct DealWeek: Encodable, Sendable {
    let id: String
    let name: String
    let account: String
    /// Whose it is, where the notes show several reps.
    let reps: [String]
    let stage: Stage
    /// The stage before; nil when it is the same, or the deal is new.
    let stageBefore: Stage?
    let isNew: Bool
    /// What went forward, in the order of `Topic`.
    let moved: [Move]
    /// What went back, or did not happen.
    let slipped: [Move]
    /// The lowest gate, when it is another one than before, or stands otherwise.
    let gate: GateShift?
    /// What is missing since this week, gravest first.
    let opened: [HealthReport.FindingRow]
    /// What was missing before and is not now.
    let cleared: [HealthReport.FindingRow]
    let kept: [Promise]
    let broken: [Promise]
    /// Promises of either side that are open.
    let steps: [Promise]
    /// What a customer is disappointed by.
    let disappointments: [HealthReport.FindingRow]
    /// The one thing to do or to ask.
    let ask: HealthReport.ActionRow?
  }

  /// Something that the week brought.
  struct Move: Encodable, Sendable {
    let topic: Topic
    let text: String
    let evidence: HealthReport.Place?
  }

  /// What a move is about, in the order of the report.
  enum Topic: String, CaseIterable, Encodable, Sendable { case stage, people, needs, value, trust, amount, promises }

  /// The lowest gate before and now.
  struct GateShift: Encodable, Sendable {
    let before: GateScore?
    let now: GateScore
  }

  /// A gate and how far it is passed.
  struct GateScore: Encodable, Hashable, Sendable {
    let gate: Gate
    let met: Int
    let asked: Int
  }

  /// A promise with its day.
  struct Promise: Encodable, Sendable {
    let owner: Side
    /// When it is due; nil when nobody said.
    let day: String?
    let isLate: Bool
    let evidence: HealthReport.Place
  }

  /// How much of one kind moved, in the period before and in this one.
  struct ComparisonRow: Encodable, Sendable {
    let topic: String
    let before: Int
    let now: Int
  }

  /// Tells of `period` by comparing `now` with `before`; with `earlier`, an assessment as of the day before
  /// `period.previous`, it counts what moved in both. `wanted` leaves only these deals (`Deal.id`), which are those of `rep`.
  public init(
    now: Assessment, before: Assessment, period: Period, earlier: Assessment? = nil, rep: String? = nil,
    wanted: Set<String>? = nil, language: Language? = nil
  ) {
    let language = language ?? now.journal.language
    self.language = language
    week = period.name
    from = period.first.iso
    through = min(period.last, now.journal.asOf).iso
    self.rep = rep
    let folder = SharedFolder(of: now.journal)
    let reps = JournalReps(of: now.journal)
    func read(_ now: Assessment, _ before: Assessment, _ period: Period) -> [DealWeek] {
      zip(now.journal.deals, now.standings).compactMap { deal, standing in
        guard wanted?.contains(deal.id) ?? true else { return nil }
        return WeekReader(
          deal: deal, standing: standing, now: now, before: before, period: period, folder: folder, language: language
        )
        .read(reps: reps.all.count > 1 ? reps.reps(of: deal.id) : [])
      }
    }
    let told = read(now, before, period)
    deals = told.filter(\.hasNews)
      .sorted {
        (-$0.moved.count - $0.slipped.count, $0.name) < (-$1.moved.count - $1.slipped.count, $1.name)
      }
    quiet = told.filter { !$0.hasNews && $0.stage != .lost }.map(\.name)
    comparison = earlier.map { Self.comparison(of: read(before, $0, period.previous), with: told, language) }
    unchecked = now.journal.unchecked.map { HealthReport.UncheckedRow($0, folder, language) }
  }

  private static func comparison(
    of before: [DealWeek], with now: [DealWeek], _ language: Language
  ) -> [ComparisonRow] {
    func row(_ title: Text, _ count: (DealWeek) -> Int) -> ComparisonRow {
      ComparisonRow(
        topic: title.in(language), before: before.reduce(0) { $0 + count($1) }, now: now.reduce(0) { $0 + count($1) })
    }
    return Topic.allCases.filter { $0 != .promises }.map { topic in
      row(topic.title) { $0.moved.count { $0.topic == topic } }
    } + [
      row(Text(en: "promises kept", zh: "兑现的承诺")) { $0.kept.count },
      row(Text(en: "promises missed", zh: "没兑现的承诺")) { $0.broken.count },
      row(Text(en: "slipped", zh: "退步")) { $0.slipped.count },
      row(Text(en: "new gaps", zh: "新问题")) { $0.opened.count },
      row(Text(en: "gaps settled", zh: "解决的问题")) { $0.cleared.count },
    ]
  }
}

extension WeeklyReport.DealWeek {
  /// Whether there is anything to say of it.
  fileprivate var hasNews: Bool {
    !moved.isEmpty || !slipped.isEmpty || !opened.isEmpty || !cleared.isEmpty || !kept.isEmpty || !broken.isEmpty
      || steps.contains { $0.day != nil }
  }
}

extension WeeklyReport.Topic {
  /// Its name for readers.
  var title: Text {
    switch self {
    case .stage: Text(en: "stage", zh: "阶段")
    case .people: Text(en: "people", zh: "人")
    case .needs: Text(en: "needs", zh: "需求")
    case .value: Text(en: "value", zh: "价值")
    case .trust: Text(en: "trust", zh: "信用")
    case .amount: Text(en: "amounts", zh: "金额")
    case .promises: Text(en: "promises", zh: "承诺")
    }
  }
}
