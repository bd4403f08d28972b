import DealHealth
import DealJournal
import FactReading
import NoteSyntax

/// Everybody in the notes on a line: whose they are, their part in which deals, what is known of them.
public struct PeopleList: Sendable {
  /// Who is listed; what is not set leaves nobody out.
  public struct Filter: Sendable {
    /// Only people of these sides.
    public var sides: Set<Side> = []
    /// Only people with one of these parts in a deal.
    public var roles: Set<Role> = []
    /// Only people with a part in one of these deals (`Deal.id`).
    public var deals: Set<String>?
    /// Only people with whom no contact is on record.
    public var isUnmet = false

    /// Everybody.
    public init() {}
  }

  /// The people whom `filter` wants, by side, then heaviest part, then name.
  public let table: ReportTable

  /// Lists the people of `assessment`; `language` is by default the journal's own.
  public init(_ assessment: Assessment, filter: Filter = Filter(), language: Language? = nil) {
    let language = language ?? assessment.journal.language
    func say(_ en: String, _ zh: String) -> String { language == .zh ? zh : en }
    let journal = assessment.journal
    let parts = Self.parts(in: journal)
    typealias Row = (rank: Int, id: String, cells: [ReportTable.Cell])
    let rows = journal.people.compactMap { person -> Row? in
      let part = parts[person.id] ?? Part()
      guard filter.sides.isEmpty || filter.sides.contains(person.side),
        filter.roles.isEmpty || !filter.roles.isDisjoint(with: part.roles),
        filter.deals.map({ !$0.isDisjoint(with: part.deals) }) ?? true,
        !filter.isUnmet || part.lastContact == nil
      else { return nil }
      let role = part.roles.min { $0.rank < $1.rank }
      return (
        person.side.rank * 10 + (role?.rank ?? 9), person.id,
        [
          .init(person.id, .strong),
          .init(person.title),
          .init(person.side.rawValue, shown: person.side.title.in(language)),
          .init(person.organisation),
          .init(.list(part.deals), shown: part.deals.isEmpty ? "–" : part.deals.joined(separator: say(", ", "、"))),
          .init(role?.rawValue, shown: role?.title.in(language)),
          .init(
            part.deals.isEmpty ? nil : part.need.title.en,
            shown: part.deals.isEmpty ? nil : part.need.title.in(language),
            part.need == .unknown ? .yellow : .green),
          .init(
            .list(ValueMatrix.kinds.filter(part.value.contains).map(\.rawValue)),
            shown: part.deals.isEmpty ? "–" : HealthReport.words(for: part.value, in: language)),
          .init(.number(part.up)), .init(.number(part.down)),
          .init(
            ReportTable.Value.none, shown: HealthReport.score(up: part.up, down: part.down),
            part.down > part.up ? .red : .faint),
          .init(part.lastContact?.iso, shown: part.lastContact?.iso ?? say("never", "没有")),
        ]
      )
    }
    .sorted { ($0.rank, $0.id) < ($1.rank, $1.id) }
    table = ReportTable(
      name: "people", asOf: journal.asOf.iso,
      columns: [
        .init(key: "person", title: say("who", "谁"), minimum: 10),
        .init(key: "title", title: say("title", "职务"), minimum: 6, isSpare: true),
        .init(key: "side", title: say("side", "哪一方"), audience: filter.sides.count == 1 ? .programs : .everybody),
        .init(key: "organisation", title: say("organisation", "单位"), audience: .programs),
        .init(key: "deals", title: say("deals", "单子"), minimum: 10),
        .init(key: "role", title: say("part", "角色")),
        .init(key: "need", title: say("need", "需求")),
        .init(key: "value", title: say("value", "价值"), minimum: 6),
        .init(key: "trust_up", title: "", audience: .programs),
        .init(key: "trust_down", title: "", audience: .programs),
        .init(key: "trust", title: say("trust", "信任"), audience: .readers),
        .init(key: "last_contact", title: say("last contact", "最近联系")),
      ],
      rows: rows.map(\.cells), whenEmpty: say("nobody is like that", "没有这样的人"))
  }

  /// What a person is in all deals together.
  private struct Part {
    var deals: [String] = []
    var roles: Set<Role> = []
    var need = NeedStatus.unknown
    var value: Set<FactKind> = []
    var up = 0
    var down = 0
    var lastContact: Day?
  }

  private static func parts(in journal: Journal) -> [String: Part] {
    var parts: [String: Part] = [:]
    for deal in journal.deals {
      for influencer in deal.influencers where influencer.role != .none {
        var part = parts[influencer.person] ?? Part()
        part.deals.append(deal.id)
        part.roles.insert(influencer.role)
        part.need = max(part.need, influencer.need)
        part.value.formUnion(influencer.value)
        part.up += influencer.trustUp.count
        part.down += influencer.trustDown.count
        if let last = influencer.contacts.last(where: { $0 <= journal.asOf }) {
          part.lastContact = max(part.lastContact ?? last, last)
        }
        parts[influencer.person] = part
      }
    }
    return parts
  }
}

extension Side {
  /// The order of lists: those on whom a deal depends first.
  fileprivate var rank: Int {
    switch self {
    case .customer: 0
    case .partner: 1
    case .other: 2
    case .competitor: 3
    case .ours: 4
    }
  }
}
