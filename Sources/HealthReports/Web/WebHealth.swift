import DealHealth
import DealJournal
import FactReading
import SourceText

/// Lays a health report out as a web page.
struct WebHealth {
  let report: HealthReport
  let links: EvidenceLinks
  /// Where a deal is told of.
  var dealURL: @Sendable (HealthReport.DealPage) -> String = { "#" + $0.anchor }
  /// Where a person is told of; nil when nowhere.
  var personURL: @Sendable (HealthReport.InfluencerRow) -> String? = { _ in nil }
  /// Whether the deals are told of below the list of them.
  var isWhole = true
  private var language: Language { report.language }

  func page() -> WebPage {
    WebPage(language: language, title: say("Deals", "商机") + " · " + report.asOf) { body }
  }

  /// The page of one deal.
  func page(of deal: HealthReport.DealPage) -> WebPage {
    WebPage(language: language, title: deal.name) {
      var body = Markup()
      body.element("p", ["class": "lead"]) { $0.text(say("As of ", "截至 ") + report.asOf) }
      body.element("article", ["class": "deal"]) { article in
        article.element("div", ["class": "top"]) { summary(of: deal, heading: "h1", to: &$0) }
        content(of: deal, to: &article)
      }
      return body
    }
  }

  private var body: Markup {
    var body = Markup()
    body.element("h1", say("Deals", "商机"))
    body.element("p", ["class": "lead"], report.headline)
    if report.deals.count > 1 {
      figure(
        pipelinePicture, to: &body,
        caption: say(
          "One square is one deal; a frame with ! is at risk.", "一个方块是一个单子，带 ! 的空框有风险。"))
      tools(to: &body)
      overview(to: &body)
    }
    if isWhole { for deal in report.deals { article(deal, to: &body) } }
    unchecked(to: &body)
    return body
  }

  var pipelinePicture: Markup { PipelinePicture(deals: report.deals, language: language, url: dealURL).svg() }

  func gatePicture(of deal: HealthReport.DealPage) -> Markup { GatePicture(deal: deal, language: language).svg() }

  /// Nil without any sign of trust or doubt.
  func trustPicture(of deal: HealthReport.DealPage) -> Markup? {
    TrustPicture(events: deal.trustEvents, asOf: report.asOf, language: language).svg()
  }

  func peoplePicture(of deal: HealthReport.DealPage) -> Markup {
    PeoplePicture(people: deal.influencers, language: language, url: personURL).svg()
  }

  private func say(_ en: String, _ zh: String) -> String { language == .zh ? zh : en }

  private func figure(_ picture: Markup, to body: inout Markup, caption: String? = nil) {
    body.element("figure") { figure in
      // A region that scrolls has to be reached by the keyboard.
      figure.element(
        "div", ["class": "scroll", "tabindex": "0", "role": "group", "aria-label": say("Picture", "图")]
      ) { $0.add(picture) }
      if let caption { figure.element("figcaption", caption) }
    }
    body.line()
  }

  /// What only works with JavaScript, which shows it.
  private func tools(to body: inout Markup) {
    body.element("form", ["class": "tools", "hidden": ""]) { form in
      form.element("label") { label in
        label.text(say("Filter", "筛选"))
        label.empty("input", ["type": "search", "id": "filter", "autocomplete": "off", "aria-keyshortcuts": "/"])
      }
      form.element("label") { label in
        label.text(say("Stage", "阶段"))
        label.element("select", ["id": "stage"]) { select in
          select.element("option", ["value": ""], say("all", "全部"))
          for stage in Stage.allCases where report.deals.contains(where: { $0.stage == stage }) {
            select.element("option", ["value": stage.rawValue], stage.title.in(language))
          }
        }
      }
      form.element("label") { label in
        label.empty("input", ["type": "checkbox", "id": "risk"])
        label.text(say("at risk", "有风险"))
      }
      form.element("button", ["type": "button", "id": "fold"], say("Fold / unfold all", "全部折叠／展开"))
      form.element("button", ["type": "button", "id": "theme", "hidden": ""], say("Light / dark", "浅色／深色"))
      form.element("output", ["id": "count", "class": "count", "for": "filter stage risk"], "")
    }
    body.line()
  }

  private func overview(to body: inout Markup) {
    let heads = [
      say("Deal", "单子"), say("Stage", "阶段"), say("Lowest gate", "最低的一关"), say("Last entry", "最近记录"),
      say("Next", "下一步"),
    ]
    body.element("table", ["id": "deals", "class": "stack"]) { table in
      table.element("thead") {
        $0.element("tr") { row in for head in heads { row.element("th", ["scope": "col", "data-sort": ""], head) } }
      }
      table.element("tbody") { rows in
        for deal in report.deals {
          let gate = deal.gates.first { $0.gate == deal.governing }
          rows.line()
          rows.element("tr", filterData(of: deal)) { row in
            row.element("td", ["data-key": Markup.short(deal.name).lowercased()]) { cell in
              cell.element("a", ["href": dealURL(deal)], Markup.short(deal.name))
              if deal.isAtRisk {
                cell.text(" "); cell.element("span", ["class": "chip risk"], say("! at risk", "! 有风险"))
              }
            }
            row.element(
              "td", ["class": "keep", "data-key": "\(Stage.allCases.firstIndex(of: deal.stage) ?? 0)"],
              deal.stage.title.in(language))
            row.element(
              "td", ["class": "keep", "data-key": "\(Int((gate?.share ?? 2) * 100))", "data-label": heads[2]],
              gate.map { "\($0.gate.title.in(language)) \($0.score)" } ?? "–")
            row.element(
              "td", ["class": "keep", "data-key": deal.lastEntry ?? "", "data-label": heads[3]], deal.lastEntry ?? "–")
            row.element("td", ["data-key": "\(-(deal.findings.count))"], deal.action?.text ?? "–")
          }
        }
      }
    }
    body.line()
  }

  private func filterData(of deal: HealthReport.DealPage) -> KeyValuePairs<StaticString, String?> {
    [
      "data-stage": deal.stage.rawValue, "data-risk": deal.isAtRisk ? "yes" : "no",
      "data-words": ([deal.name, deal.account] + deal.influencers.map(\.name)).map { Markup.short($0) }
        .joined(separator: " ").lowercased(),
    ]
  }

  /// One deal: what to do, then the pictures, the people, what is missing, what was promised.
  func article(_ deal: HealthReport.DealPage, to body: inout Markup) {
    body.element(
      "article",
      [
        "class": "deal", "id": deal.anchor, "data-stage": deal.stage.rawValue,
        "data-risk": deal.isAtRisk ? "yes" : "no",
        "data-words": ([deal.name, deal.account] + deal.influencers.map(\.name)).map { Markup.short($0) }
          .joined(separator: " ").lowercased(),
      ]
    ) { article in
      article.element("details", ["open": ""]) { details in
        details.element("summary") { summary(of: deal, to: &$0) }
        details.element("div") { content(of: deal, to: &$0) }
      }
    }
    body.line()
  }

  private func summary(
    of deal: HealthReport.DealPage, heading: StaticString = "h2", to body: inout Markup
  ) {
    body.element(heading, Markup.short(deal.name))
    body.element("span", ["class": "chip"], deal.stage.title.in(language))
    if deal.isAtRisk { body.element("span", ["class": "chip risk"], say("! at risk", "! 有风险")) }
    let facts = [
      deal.claimedStage.map { say("the notes say ", "记录里写的是") + $0.title.in(language) },
      deal.lastEntry.map { say("last entry ", "最近记录 ") + $0 },
    ].compactMap(\.self)
    if !facts.isEmpty { body.element("span", ["class": "faint"], facts.joined(separator: " · ")) }
  }

  private func content(of deal: HealthReport.DealPage, to body: inout Markup) {
    if let wait = deal.sheet.wait {
      body.element("p", ["class": "calm"]) { line in
        line.text(say("Nothing is to be expected before \(wait.until): ", "\(wait.until) 之前不用等动静："))
        line.evidence(wait.evidence, links: links)
      }
    }
    if let action = deal.action {
      body.element("div", ["class": "act"]) { box in
        box.element("strong", action.text)
        box.element("ul") { list in
          for reason in action.reasons { list.element("li") { finding(reason, isBrief: true, to: &$0) } }
        }
      }
    } else if deal.stage != .lost {
      body.element("p", ["class": "calm"], say("Nothing missing that the notes would show.", "从记录里没看出缺什么。"))
    }
    body.element("div", ["class": "pair"]) { pair in
      if !deal.gates.isEmpty {
        pair.element("section") { part in
          part.element("h3", say("Gates", "各关"))
          part.element("figure") { figure in
            figure.add(gatePicture(of: deal))
            figure.element(
              "figcaption", say("Filled: there. Empty: missing. Broken: unknown.", "实心：有；空框：缺；虚框：不知道。"))
          }
        }
      }
      if let picture = trustPicture(of: deal) {
        pair.element("section") { part in
          part.element("h3", say("Trust", "信任"))
          part.element("figure") { $0.add(picture) }
          part.element("details") { details in
            details.element("summary", ["class": "faint"], say("The signs", "每一次"))
            details.element("ul", ["class": "plain"]) { list in
              for event in deal.trustEvents {
                list.element("li") { line in
                  line.text("\(event.isUp ? "▲" : "▼") \(event.day) \(event.person.map { Markup.short($0) } ?? "") ")
                  line.evidence(event.evidence, links: links)
                }
              }
            }
          }
        }
      }
    }
    people(of: deal, to: &body)
    SoldPart(rows: deal.sheet.sold, language: language, links: links).add(to: &body)
    missing(in: deal, to: &body)
    promises(of: deal, to: &body)
  }

  private func people(of deal: HealthReport.DealPage, to body: inout Markup) {
    guard !deal.influencers.isEmpty else { return }
    body.element("h3", say("Who decides", "谁说了算"))
    figure(
      peoplePicture(of: deal), to: &body,
      caption: say("A broken frame: never met, or not known.", "虚框：没见过，或者不知道是谁。"))
  }

  private func missing(in deal: HealthReport.DealPage, to body: inout Markup) {
    let others = deal.findings.filter { finding in !(deal.action?.reasons.contains { $0.isSame(as: finding) } ?? false)
    }
    guard !others.isEmpty else { return }
    body.element("h3", say("Also missing", "另外还缺"))
    body.element("ul", ["class": "plain"]) { list in
      for other in others { list.element("li") { finding(other, isBrief: false, to: &$0) } }
    }
  }

  private func finding(_ finding: HealthReport.FindingRow, isBrief: Bool, to body: inout Markup) {
    body.element("span", ["class": "code", "title": finding.name], finding.code)
    body.text(finding.message + " ")
    if let place = finding.evidence.first {
      body.evidence(place, links: links, quoting: finding.quote != nil)
    }
    if !isBrief { body.element("div", ["class": "clears"], "→ " + finding.clears) }
  }

  private func promises(of deal: HealthReport.DealPage, to body: inout Markup) {
    guard !deal.commitments.isEmpty else { return }
    body.element("h3", say("Promises", "承诺"))
    body.element("ul", ["class": "plain"]) { list in
      for promise in deal.commitments {
        list.element("li") { line in
          line.element("span", ["class": promise.state == .open ? nil : "late"], promise.label(in: language))
          line.text(" ")
          line.evidence(promise.evidence, links: links)
        }
      }
    }
  }

  private func unchecked(to body: inout Markup) {
    guard !report.unchecked.isEmpty else { return }
    body.element("section", ["class": "part"]) { part in
      part.element("h2", say("Not checked", "没有核对"))
      part.element("p", ["class": "faint"], say("What follows had no part in the above.", "以下内容没有计入上面的判断。"))
      for reason in UncheckedReason.allCases {
        let rows = report.unchecked.filter { $0.reason == reason }
        guard !rows.isEmpty else { continue }
        part.element("details") { details in
          details.element("summary", "\(rows.count) \(reason.title.in(language))")
          details.element("ul", ["class": "plain"]) { list in
            for row in rows {
              list.element("li") { line in
                if !row.detail.isEmpty { line.text(Markup.short(row.detail) + " ") }
                line.evidence(row.evidence, links: links)
              }
            }
          }
        }
      }
    }
  }
}

extension HealthReport.DealPage {
  /// Where the deal stands on a page: the same in every report, whatever its name is made of.
  var anchor: String { "deal-" + Fingerprint.of([id]).prefix(10) }
}

extension HealthReport {
  /// As one web page that needs nothing beside it.
  public func html(links: EvidenceLinks = .none) -> String { WebHealth(report: self, links: links).page().text() }
}
