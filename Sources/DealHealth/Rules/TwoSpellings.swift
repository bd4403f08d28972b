import DealJournal
import FactReading
import SourceText

extension Rule {
  /// Two names that are a slip of the pen apart.
  static let twoSpellings = Rule(
    code: "J009", name: "two-spellings", severity: .info,
    summary: Text(
      en: "One person or deal may be written in two ways.", zh: "同一个人或商机，可能写成了两种写法。"),
    why: Text(
      en:
        "What is known of one spelling is not known of the other: gaps are told that are none, and others are missed.",
      zh: "记在一种写法下的事，另一种写法不知道：没缺的当成缺，真缺的看不出。"),
    clears: Text(
      en: "Correct the spelling, or let rapport.yml say that both are one; if they are two, let this be.",
      zh: "改对写法，或者在 rapport.yml 里写明是同一个；确实是两个，就忽略这条。"),
    example: Example(
      fires: Text(
        en: """
          # 2026-11-05 Larkfield Mills
          Met Helen Marsh, the CFO of Larkfield Mills. Helen Marsh has the final say.
          # 2026-11-12 Larkfield Mills
          Helen Marsch wants payback within two years.
          """,
        zh: """
          # 2026-11-05 长风纺织
          见了财务总监王立群，王立群说了算。
          # 2026-11-12 长风纺织
          财务总监王力群要求两年内回本。
          """),
      silent: Text(
        en: """
          # 2026-11-05 Larkfield Mills
          Met Helen Marsh, the CFO of Larkfield Mills. Helen Marsh has the final say.
          # 2026-11-12 Larkfield Mills
          Helen Marsh wants payback within two years.
          """,
        zh: """
          # 2026-11-05 长风纺织
          见了财务总监王立群，王立群说了算。
          # 2026-11-12 长风纺织
          财务总监王立群要求两年内回本。
          """),
      nearMiss: Text(
        en: """
          # 2026-11-05 Larkfield Mills
          Met Helen Marsh, the CFO of Larkfield Mills, and her brother Henry Marsh. Helen Marsh has the final say.
          # 2026-11-12 Larkfield Mills
          Henry Marsh wants payback within two years.
          """,
        zh: """
          # 2026-11-05 长风纺织
          见了财务总监王立群和王立军，王立群说了算。
          # 2026-11-12 长风纺织
          王立军要求两年内回本。
          """))
  ) { journal in
    people(of: journal) + deals(of: journal)
  }

  /// Customers' people of one deal, of whom the notes name one in passing and the other more often, and never both together.
  private static func people(of journal: Journal) -> [Finding.Draft] {
    var found: Set<[String]> = []
    var drafts: [Finding.Draft] = []
    for deal in journal.deals {
      let people = deal.influencers.compactMap { journal.person($0.person) }.filter(\.isNamed)
      for other in people where other.mentions.count <= SpellingSlip.rare {
        guard
          let main = people.first(where: {
            $0.mentions.count > other.mentions.count && SpellingSlip.isLikely(other.name, for: $0.name)
              && !areTogether($0.mentions, other.mentions)
          }), found.insert([main.id, other.id]).inserted
        else { continue }
        drafts.append(
          draft(
            subject: "\(main.id) \(other.id)", main: main.name, other: other.name, count: other.mentions.count,
            evidence: other.mentions, alias: .ofPerson(main.name, other.name)))
      }
    }
    return drafts
  }

  private static func areTogether(_ left: [Evidence], _ right: [Evidence]) -> Bool {
    left.contains { one in right.contains { one.path == $0.path && abs(one.line - $0.line) < 2 } }
  }

  /// Deals of which the notes name one on few days and the other on more, and never both in one entry.
  private static func deals(of journal: Journal) -> [Finding.Draft] {
    let dealsOfLetter = Dictionary(grouping: journal.deals) { SpellingSlip.letter(of: $0.name) }
    return journal.deals.compactMap { other in
      guard other.days.count <= SpellingSlip.rare,
        let main = dealsOfLetter[SpellingSlip.letter(of: other.name), default: []].first(where: {
          $0.days.count > other.days.count && SpellingSlip.isLikely(other.name, for: $0.name)
        })
      else { return nil }
      let entries = journal.entries.filter { $0.deals.contains(other.id) }
      guard !entries.isEmpty, !entries.contains(where: { $0.deals.contains(main.id) }) else { return nil }
      return draft(
        subject: "\(main.id) \(other.id)", main: main.name, other: other.name, count: entries.count,
        evidence: entries.map(\.evidence), alias: .ofDeal(main.name, other.name))
    }
  }

  private static func draft(
    subject: String, main: String, other: String, count: Int, evidence: [Evidence], alias: Fix.Alias
  ) -> Finding.Draft {
    let times = count == 1 ? "once" : "\(count) times"
    return Finding.Draft(
      subject: subject,
      message: Text(
        en: "“\(other)” is written \(times), and may be \(main).", zh: "“\(other)”只写过\(count)次，是不是\(main)？"),
      evidence: evidence, fix: Fix(adding: alias))
  }
}
