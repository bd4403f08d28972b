import DealHealth
import FactReading

extension TemplateValue {
  /// A list of which each item knows whether another follows it.
  static func list(of items: [[Field]]) -> TemplateValue {
    .list(
      items.enumerated().map { index, fields in
        .fields(
          fields + [
            Field("first", "whether none stands before it", .flag(index == 0)),
            Field("more", "whether another follows", .flag(index + 1 < items.count)),
          ])
      })
  }

  /// A list of texts, likewise.
  static func list(texts: [String]) -> TemplateValue { list(of: texts.map { [Field("text", "the words", $0)] }) }

  /// Places, with links where there are any.
  static func list(_ places: [HealthReport.Place], _ links: EvidenceLinks) -> TemplateValue {
    list(
      of: places.map { place in
        [
          Field("label", "file and line: `acme.md:7`", place.label), Field("path", "the file", place.path),
          Field("line", "the line, from 1", String(place.line)),
          Field("words", "the words there, on one line", place.words),
          Field("link", "where they are opened; empty without `--link-base`", links.url(of: place)),
        ]
      })
  }
}

extension ReportPage {
  /// Its title, lead and parts, each part in `sections` and by its name.
  func fields(_ links: EvidenceLinks) -> [TemplateValue.Field] {
    typealias Field = TemplateValue.Field
    func fields(_ section: Section) -> [Field] {
      [
        Field("name", "what the part is called in templates", section.name),
        Field("title", "its title", section.title), Field("note", "a sentence under it", section.note),
        Field("rows", "a table; its first row has the heads", .list(of: rows(of: section.table))),
        Field("items", "what it says", .list(of: section.items.map { item($0, links) })),
      ]
    }
    return [
      Field("language", "`en` or `zh`", language.rawValue),
      Field("zh", "whether it is written in Chinese", .flag(language == .zh)),
      Field("title", "its title", title), Field("lead", "lines under the title", .list(texts: lead)),
      Field("sections", "its parts, in order", .list(of: sections.map(fields))),
    ]
      + sections.filter { !$0.name.isEmpty }.map {
        Field($0.name, "the part of this name, as in `sections`", .fields(fields($0)))
      }
  }

  private func rows(of table: [[String]]) -> [[TemplateValue.Field]] {
    table.enumerated().map { index, cells in
      [
        TemplateValue.Field("head", "whether it has the heads", .flag(index == 0)),
        TemplateValue.Field("cells", "its cells", .list(texts: cells)),
      ]
    }
  }

  private func item(_ item: Item, _ links: EvidenceLinks) -> [TemplateValue.Field] {
    typealias Field = TemplateValue.Field
    return [
      Field("subject", "what it is about, such as a deal; may be empty", item.subject),
      Field("text", "the words", item.text), Field("detail", "why, or in which words; may be empty", item.detail),
      Field("urgent", "whether it calls for attention", .flag(item.isUrgent)),
      Field("places", "where the notes show it", .list(item.places, links)),
    ]
  }
}

extension WeeklyReport {
  /// What a template can show.
  public func values(links: EvidenceLinks) -> TemplateValue {
    typealias Field = TemplateValue.Field
    return .fields(
      [
        Field("week", "`2026-W47`, or two days with a slash between", week), Field("from", "the first day", from),
        Field("through", "the last day", through), Field("rep", "whose deals these are; empty for the team's", rep),
      ] + page.fields(links))
  }
}

extension CustomerReport {
  /// What a template can show.
  public func values(links: EvidenceLinks) -> TemplateValue { .fields(page.fields(.none)) }
}

extension HealthReport {
  /// What a template can show.
  public func values(links: EvidenceLinks) -> TemplateValue {
    typealias Field = TemplateValue.Field
    return .fields(
      [
        Field("as_of", "the day as of which everything is told", asOf),
        Field("headline", "the deals counted", headline),
        Field("deals", "the deals, in the order asked for", .list(of: deals.map { fields(of: $0, links) })),
      ] + page.fields(links))
  }

  private func fields(of deal: DealPage, _ links: EvidenceLinks) -> [TemplateValue.Field] {
    typealias Field = TemplateValue.Field
    return [
      Field("deal", "its name", deal.name), Field("account", "the customer", deal.account),
      Field("stage", "its stage, in words", deal.stage.title.in(language)),
      Field("claimed_stage", "the stage in the notes, when it is another", deal.claimedStage?.title.in(language)),
      Field("last_entry", "the day of the last entry", deal.lastEntry),
      Field("at_risk", "whether it is slipping away", .flag(deal.isAtRisk)),
      Field("action", "the next thing to do; may be empty", deal.action?.text),
      Field(
        "reasons", "the findings that ask for it", .list(of: (deal.action?.reasons ?? []).map { fields(of: $0, links) })
      ),
      Field("findings", "everything that is missing", .list(of: deal.findings.map { fields(of: $0, links) })),
      Field(
        "gates", "its gates",
        .list(
          of: deal.gates.map { gate in
            [
              Field("gate", "its name", gate.gate.title.in(language)),
              Field("score", "`3/4`, `?` for unknown, `–` for nothing asked", gate.score),
              Field("lowest", "whether it governs", .flag(gate.gate == deal.governing && gate.open > 0)),
            ]
          })),
      Field("people", "who has a part in it", .list(of: deal.influencers.map(fields))),
      Field(
        "promises", "what is open, late or missed",
        .list(
          of: deal.commitments.map { promise in
            [
              Field("who", "whose it is, until when, and whether it is late", promise.label(in: language)),
              Field("text", "the words", promise.evidence.words),
              Field("late", "whether it is late or missed", .flag(promise.state != .open)),
              Field("places", "where the notes show it", .list([promise.evidence], links)),
            ]
          })),
    ]
  }

  private func fields(of finding: FindingRow, _ links: EvidenceLinks) -> [TemplateValue.Field] {
    typealias Field = TemplateValue.Field
    return [
      Field("code", "the rule: `P301`", finding.code), Field("message", "what is missing", finding.message),
      Field("clears", "what would clear it", finding.clears),
      Field("places", "where the notes show it", .list(finding.evidence, links)),
    ]
  }

  private func fields(of person: InfluencerRow) -> [TemplateValue.Field] {
    typealias Field = TemplateValue.Field
    return [
      Field("person", "the name", person.name), Field("function", "the title; may be empty", person.title),
      Field("part", "the part in the decision", person.role.title.in(language)),
      Field("need", "how far the need is known", person.need.title.in(language)),
      Field("value", "what was conveyed", person.valueWords(in: language)),
      Field("trust", "signs of trust and doubt: `+3 −1`", person.trustScore),
      Field("last_contact", "the day; empty for never", person.lastContact),
    ]
  }
}
