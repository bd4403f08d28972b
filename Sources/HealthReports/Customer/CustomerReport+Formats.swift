import DealHealth
import FactReading
import SourceText

extension CustomerReport: PrintedReport {
  /// For a terminal, wrapped to the style's width.
  public func terminal(_ style: TerminalStyle) -> String { TerminalReport(report: page, style: style).text() }

  /// As Markdown; there is no place to lead to.
  public func markdown(links: EvidenceLinks = .none) -> String {
    BuiltinTemplate.page.filled(with: values(links: .none), .markdown)
  }

  /// As one web page that needs nothing beside it; there is no place to lead to.
  public func html(links: EvidenceLinks = .none) -> String { web(.none).text() }

  func web(_ links: EvidenceLinks) -> WebPage { WebReport(report: page, links: .none).page() }

  /// What templates call its parts.
  static let names = ["agreed", "done", "next", "spoken"]

  private func say(_ en: String, _ zh: String) -> String { Text(en: en, zh: zh).spaced.in(language) }

  /// The report as a page; where it tells of one deal, that is its title.
  var page: ReportPage {
    func section(_ name: String, _ title: String, _ items: (DealPage) -> [ReportPage.Item]) -> ReportPage.Section {
      ReportPage.Section(name: name, title: title, items: deals.flatMap(items))
    }
    func subject(_ deal: DealPage) -> String { deals.count == 1 ? "" : deal.name }
    func promises(_ name: String, _ title: String, isDone: Bool) -> ReportPage.Section {
      section(name, title) { deal in
        deal.promises.filter { $0.isDone == isDone }.map {
          ReportPage.Item(subject: subject(deal), text: sentence($0))
        }
      }
    }
    return ReportPage(
      language: language, title: deals.count == 1 ? deals[0].name : say("Where we stand", "目前进展"),
      lead: [from.map { say("\($0) to \(asOf)", "\($0) 至 \(asOf)") } ?? say("As of \(asOf)", "截至 \(asOf)")],
      sections: [
        section("agreed", say("Agreed", "已经达成一致")) { deal in
          deal.agreed.map { ReportPage.Item(subject: subject(deal), text: sentence($0)) }
        },
        promises("done", say("Done", "已经办好"), isDone: true), promises("next", say("Next steps", "接下来"), isDone: false),
        section("spoken", say("Last spoken", "最近联系")) { deal in
          deal.lastSpoken.map { [ReportPage.Item(subject: subject(deal), text: $0)] } ?? []
        },
      ].filter { !$0.items.isEmpty })
  }

  private func sentence(_ agreement: Agreement) -> String {
    switch agreement {
    case .need: say("What you need", "您的需求")
    case .capability: say("That we can do it", "我们能做到")
    case .benefit: say("What you gain by it", "对您的好处")
    }
  }

  private func sentence(_ promise: Promise) -> String {
    let who = promise.owner == .ours ? say("We", "我们") : say("You", "您")
    let what =
      promise.about.isEmpty
      ? say("an open point", "一件待办的事")
      : promise.about.map { $0.title.in(language) }.joined(separator: say(", ", "、"))
    let when = promise.due.map { promise.isDone ? "" : say(", by \($0)", "，\($0) 前") } ?? ""
    return who + say(": ", "：") + what + when
  }
}

extension PromisedThing {
  /// Its name for readers.
  var title: Text {
    switch self {
    case .offer: Text(en: "the quotation", zh: "报价")
    case .contract: Text(en: "the contract", zh: "合同")
    case .plan: Text(en: "the plan", zh: "方案")
    case .sample: Text(en: "a sample", zh: "样品")
    case .demonstration: Text(en: "a demonstration", zh: "演示")
    case .trial: Text(en: "a trial", zh: "试用")
    case .materials: Text(en: "documents", zh: "资料")
    case .figures: Text(en: "figures", zh: "测算")
    case .reference: Text(en: "a reference", zh: "案例或参观")
    case .delivery: Text(en: "delivery", zh: "交付")
    case .installation: Text(en: "installation", zh: "安装上线")
    case .training: Text(en: "training", zh: "培训")
    case .repair: Text(en: "a repair", zh: "维修")
    case .payment: Text(en: "payment", zh: "款项")
    case .meeting: Text(en: "a meeting", zh: "见面")
    case .call: Text(en: "a call", zh: "电话")
    case .answer: Text(en: "an answer", zh: "答复")
    case .approval: Text(en: "approval", zh: "审批")
    }
  }
}
