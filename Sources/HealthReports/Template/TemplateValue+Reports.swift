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
    list(of: places.map { fields(of: $0, links) })
  }

  static func fields(of place: HealthReport.Place, _ links: EvidenceLinks) -> [Field] {
    [
      Field("label", "file and line: `acme.md:7`", place.label), Field("path", "the file", place.path),
      Field("line", "the line, from 1", String(place.line)),
      Field("words", "the words there, on one line", place.words),
      Field("link", "where they are opened; empty without `--link-base`", links.url(of: place)),
    ]
  }

  /// A table, row by row; the first row has the heads.
  static func list(rows: [[String]]) -> TemplateValue {
    list(
      of: rows.enumerated().map { index, cells in
        [
          Field("head", "whether it has the heads", .flag(index == 0)),
          Field("cells", "its cells", .list(texts: cells)),
        ]
      })
  }

  /// A picture; without one, nothing.
  static func picture(_ make: @escaping @Sendable () -> Markup?) -> TemplateValue { .html { make()?.source ?? "" } }
}

extension ReportPage {
  /// Its title, lead and parts, each part in `sections` and by its name.
  func fields(_ links: EvidenceLinks) -> [TemplateValue.Field] {
    typealias Field = TemplateValue.Field
    func fields(_ section: Section) -> [Field] {
      [
        Field("name", "what the part is called in templates", section.name),
        Field("title", "its title", section.title), Field("note", "a sentence under it", section.note),
        Field("rows", "a table; its first row has the heads", .list(rows: section.table)),
        Field("items", "what it says", .list(of: section.items.map { item($0, links) })),
        Field("picture", "the numbers of the table", .picture { section.picture(language) }),
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
      ] + page.fields(links) + web(links).fields)
  }
}

extension CustomerReport {
  /// What a template can show.
  public func values(links: EvidenceLinks) -> TemplateValue { .fields(page.fields(.none) + web(.none).fields) }
}

extension HealthReport {
  /// What a template can show.
  public func values(links: EvidenceLinks) -> TemplateValue { values(links: links, isWhole: false) }

  /// The same, of which `isWhole` is for `rapport show`.
  func values(links: EvidenceLinks, isWhole: Bool) -> TemplateValue {
    typealias Field = TemplateValue.Field
    let web = WebHealth(report: self, links: links)
    return .fields(
      [
        Field("as_of", "the day as of which everything is told", asOf),
        Field("headline", "the deals counted", headline),
        Field("whole", "whether everything is told, as `rapport show` does", .flag(isWhole)),
        Field("deals", "the deals, in the order asked for", .list(of: deals.map { fields(of: $0, links, web) })),
        Field("unchecked", "what had no part in all this, by reason", uncheckedValue(links)),
        Field("pipeline_picture", "the deals by stage", .picture { web.pipelinePicture }),
      ] + page.fields(links) + web.page().fields)
  }

  private func uncheckedValue(_ links: EvidenceLinks) -> TemplateValue {
    typealias Field = TemplateValue.Field
    let shown = 3
    return .list(
      of: UncheckedReason.allCases.compactMap { reason in
        let rows = unchecked.filter { $0.reason == reason }
        guard !rows.isEmpty else { return nil }
        return [
          Field("count", "how many", String(rows.count)), Field("what", "the reason", reason.title.in(language)),
          Field(
            "places", "the first ones",
            .list(
              of: rows.prefix(shown).map {
                TemplateValue.fields(of: $0.evidence, links) + [Field("detail", "what it was; may be empty", $0.detail)]
              })),
          Field("rest", "how many more there are; may be empty", rows.count > shown ? String(rows.count - shown) : nil),
        ]
      })
  }

  private func fields(of deal: DealPage, _ links: EvidenceLinks, _ web: WebHealth) -> [TemplateValue.Field] {
    typealias Field = TemplateValue.Field
    return [
      Field("deal", "its name", deal.name), Field("account", "the customer", deal.account),
      Field("stage", "its stage, in words", deal.stage.title.in(language)),
      Field("claimed_stage", "the stage in the notes, when it is another", deal.claimedStage?.title.in(language)),
      Field("last_entry", "the day of the last entry", deal.lastEntry),
      Field("at_risk", "whether it is slipping away", .flag(deal.isAtRisk)),
      Field("wait", "until when nothing is to be expected; may be empty", deal.sheet.wait?.until),
      Field("wait_places", "where the notes say so", .list([deal.sheet.wait?.evidence].compactMap(\.self), links)),
      Field("action", "the next thing to do; may be empty", deal.action?.text),
      Field(
        "calm", "whether nothing is missing that the notes would show", .flag(deal.action == nil && deal.stage != .lost)
      ),
      Field(
        "reasons", "the findings that ask for it", .list(of: (deal.action?.reasons ?? []).map { fields(of: $0, links) })
      ),
      Field("findings", "everything that is missing", .list(of: deal.findings.map { fields(of: $0, links) })),
      Field("further", "what is missing beside the reasons, by code; may be empty", deal.further(in: language)),
      Field("measured", "whether it has gates", .flag(!deal.gates.isEmpty)),
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
      Field(
        "sheet", "what else is known, part by part",
        .list(
          of: deal.sheet.sections(language).map { part in
            [
              Field("title", "its title", part.title),
              Field("rows", "a table; its first row has the heads", .list(rows: part.table)),
            ]
          })),
      Field("gates_picture", "its gates", .picture { web.gatePicture(of: deal) }),
      Field("people_picture", "who decides, and what is known of them", .picture { web.peoplePicture(of: deal) }),
      Field("trust_picture", "trust over time; without signs of it, nothing", .picture { web.trustPicture(of: deal) }),
    ]
  }

  private func fields(of finding: FindingRow, _ links: EvidenceLinks) -> [TemplateValue.Field] {
    typealias Field = TemplateValue.Field
    return [
      Field("code", "the rule: `P301`", finding.code), Field("message", "what is missing", finding.message),
      Field("clears", "what would clear it", finding.clears),
      Field("quote", "the words that show it, where `message` has them not", finding.quote),
      Field("places", "where the notes show it", .list(finding.evidence, links)),
    ]
  }

  private func fields(of person: InfluencerRow) -> [TemplateValue.Field] {
    typealias Field = TemplateValue.Field
    return [
      Field("person", "the name", person.name), Field("function", "the title; may be empty", person.title),
      Field("part", "the part in the decision", person.role.title.in(language)),
      Field("need", "how far the need is known, and what became of it", person.needWords(in: language)),
      Field("value", "what was conveyed", person.valueWords(in: language)),
      Field("trust", "signs of trust and doubt: `+3 −1`", .sign(person.trustScore)),
      Field("last_contact", "the day; empty for never", person.lastContact),
    ]
  }
}
