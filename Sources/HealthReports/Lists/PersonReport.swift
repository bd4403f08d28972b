import DealHealth
import DealJournal
import FactReading
import SourceText

/// Everything that is known of somebody: their part in each deal, what they said, what is still missing about them.
public struct PersonReport: Encodable, Sendable {
  /// The language it is written in.
  public let language: Language
  let asOf: String
  let people: [PersonPage]

  /// One person.
  struct PersonPage: Encodable, Sendable {
    let id: String
    let name: String
    /// Other forms in the notes, most frequent first.
    let alsoCalled: [String]
    let side: Side
    let title: String?
    let organisation: String?
    /// Their part in each deal.
    let parts: [PartRow]
    /// What is missing about them.
    let findings: [DealFindingRow]
    /// What is known of them, in order of day.
    let facts: [FactRow]
  }

  /// A part in a deal.
  struct PartRow: Encodable, Sendable {
    let deal: String
    let influencer: HealthReport.InfluencerRow
  }

  /// Something missing, with the deal that lacks it.
  struct DealFindingRow: Encodable, Sendable {
    let deal: String?
    let finding: HealthReport.FindingRow
  }

  /// Something that the notes tell of them.
  struct FactRow: Encodable, Sendable {
    let day: String?
    let kind: FactKind
    let deal: String?
    let evidence: HealthReport.Place
  }

  /// Reports on the people with these ids (`Person.id`) in `language`, by default the journal's own.
  public init(_ assessment: Assessment, people ids: Set<String>, language: Language? = nil) {
    let journal = assessment.journal
    let language = language ?? journal.language
    self.language = language
    asOf = journal.asOf.iso
    let folder = SharedFolder(of: journal)
    people = journal.people.filter { ids.contains($0.id) }.map { person in
      let facts = journal.facts.filter { fact in
        fact.person == person.id && fact.isHeld && fact.day.map { $0 <= journal.asOf } ?? true
      }
      return PersonPage(
        id: person.id, name: person.name, alsoCalled: person.surfaces.filter { $0 != person.name }, side: person.side,
        title: person.title, organisation: person.organisation,
        parts: journal.deals.flatMap { deal in
          deal.influencers.filter { $0.person == person.id && $0.role != .none }.map {
            PartRow(
              deal: deal.id,
              influencer: HealthReport.InfluencerRow(
                $0, sold: SoldNeed.all(of: assessment.context(of: deal)), in: journal))
          }
        },
        findings: assessment.findings.filter { $0.person == person.id }.map {
          DealFindingRow(deal: $0.deal, finding: HealthReport.FindingRow($0, folder, language))
        },
        facts: facts.enumerated().sorted { left, right in
          (left.element.day?.iso ?? "", left.offset) < (right.element.day?.iso ?? "", right.offset)
        }.map { _, fact in
          FactRow(
            day: fact.day?.iso, kind: fact.kind, deal: fact.deal,
            evidence: HealthReport.Place(fact.evidence, in: folder))
        })
    }
  }

  /// For a terminal, wrapped to the style's width.
  public func terminal(_ style: TerminalStyle) -> String {
    var page = TerminalPage(style)
    for person in people {
      page.gap()
      page.add(line: [
        (person.name, [.strong, .blue]), ("  " + person.subtitle(in: language), []),
      ])
      if let names = person.names(in: language) { page.add(lead: "  ", names, ink: .faint) }
      for section in sections(of: person) { page.add(section) }
    }
    return page.text
  }

  /// As Markdown (CommonMark with tables).
  public func markdown() -> String {
    people.map { person in
      (["## \(InertText.markdown(person.name))", InertText.markdown(person.subtitle(in: language))]
        + (person.names(in: language).map { [InertText.markdown($0)] } ?? [])
        + sections(of: person).map { $0.markdown() }).joined(separator: "\n\n")
    }.joined(separator: "\n\n") + "\n"
  }

  /// As JSON with sorted keys; ends in a line feed.
  public func json() -> String { ReportJSON.text(self) }

  private func say(_ en: String, _ zh: String) -> String { language == .zh ? zh : en }

  private func sections(of person: PersonPage) -> [SheetSection] {
    [
      SheetSection(
        title: say("Part", "角色"),
        header: [
          say("deal", "单子"), say("part", "角色"), say("need", "需求"), say("value", "价值"), say("trust", "信任"),
          say("last contact", "最近联系"),
        ],
        rows: person.parts.map { part in
          [
            part.deal, part.influencer.role.title.in(language), part.influencer.needWords(in: language),
            part.influencer.valueWords(in: language), part.influencer.trustScore,
            part.influencer.lastContact ?? say("never", "没有"),
          ]
        }),
      SheetSection(
        title: say("Missing", "还缺"), header: [],
        rows: person.findings.flatMap { row in
          [[row.finding.code, row.deal ?? "", row.finding.message], ["", "", "→ " + row.finding.clears]]
        }),
      SheetSection(
        title: say("What the notes tell", "记录里写的"), header: [],
        rows: person.sayings.map { facts in
          [
            facts[0].day ?? say("undated", "没有日期"),
            facts.map { $0.kind.title.in(language) }.joined(separator: say(", ", "、")),
            "“\(facts[0].evidence.words)” \(facts[0].evidence.label)",
          ]
        }),
    ].filter { !$0.rows.isEmpty }
  }
}

extension PersonReport.PersonPage {
  /// What one sentence tells stands together.
  fileprivate var sayings: [[PersonReport.FactRow]] {
    facts.reduce(into: []) { sayings, fact in
      if let last = sayings.last?.first, last.day == fact.day, last.evidence.label == fact.evidence.label,
        last.evidence.quote == fact.evidence.quote
      {
        sayings[sayings.count - 1].append(fact)
      } else {
        sayings.append([fact])
      }
    }
  }

  fileprivate func subtitle(in language: Language) -> String {
    [side.title.in(language), title, organisation].compactMap(\.self).joined(separator: language == .zh ? "，" : ", ")
  }

  fileprivate func names(in language: Language) -> String? {
    guard !alsoCalled.isEmpty else { return nil }
    return language == .zh
      ? "也叫：" + alsoCalled.joined(separator: "、") : "also called " + alsoCalled.joined(separator: ", ")
  }
}
