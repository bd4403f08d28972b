import DealHealth
import FactReading

/// The part of a customer's page about what was sold: each need beside what became of it.
struct SoldPart {
  let rows: [DealSheet.SoldRow]
  let language: Language
  let links: EvidenceLinks

  /// Adds it; nothing before the sale.
  func add(to body: inout Markup) {
    guard !rows.isEmpty else { return }
    body.element("h3", say("Sold, and what became of it", "卖出去的需求，后来怎样"))
    body.element("ul", ["class": "plain"]) { list in
      for row in rows { list.element("li") { add(row, to: &$0) } }
    }
  }

  private func say(_ en: String, _ zh: String) -> String { language == .zh ? zh : en }

  private func add(_ row: DealSheet.SoldRow, to line: inout Markup) {
    let isOpen = row.outcome == .partly || row.outcome == .unmet
    line.element("strong", Markup.short(row.person ?? say("nobody in particular", "没写是谁")))
    line.text(" ")
    line.element("span", ["class": isOpen ? "late" : nil], row.outcome.title.in(language))
    if let word = row.word {
      line.text(" ")
      line.evidence(word, links: links)
    }
    if let wanted = row.wanted { add(say("wanted", "当初要的"), [wanted], to: &line) }
    add(say("was told", "我们讲过"), row.promised, to: &line)
    if isOpen {
      add(say("our answer", "我们的回应"), row.answer, otherwise: say("none yet", "还没有"), to: &line)
    }
  }

  private func add(
    _ title: String, _ places: [HealthReport.Place], otherwise: String? = nil, to line: inout Markup
  ) {
    guard !places.isEmpty || otherwise != nil else { return }
    line.element("div", ["class": "faint"]) { part in
      part.text(title + say(": ", "：") + (places.isEmpty ? otherwise ?? "" : ""))
      for (number, place) in places.enumerated() {
        if number > 0 { part.text(say("; ", "；")) }
        part.evidence(place, links: links)
      }
    }
  }
}
