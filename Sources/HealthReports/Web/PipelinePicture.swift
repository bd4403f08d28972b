import FactReading

/// The pipeline: a row for each stage, a square for each deal; a frame with `!` is at risk.
struct PipelinePicture {
  let deals: [HealthReport.DealPage]
  let language: Language
  /// Where a deal is told of.
  let url: (HealthReport.DealPage) -> String

  func svg() -> Markup {
    let stages: [Stage] = [.lead, .opportunity, .needs, .value, .exchange, .care, .lost]
    let groups = stages.map { stage in (stage: stage, deals: deals.filter { $0.stage == stage }) }
    let width = 640
    let perRow = 18
    let heights = groups.map { max(1, ($0.deals.count + perRow - 1) / perRow) * 28 }
    let words = groups.map { "\($0.stage.title.in(language)) \($0.deals.count)" }.joined(separator: ", ")
    var svg = Markup()
    // A group, not a picture: its squares are links, which a picture would hide.
    svg.element(
      "svg",
      [
        "viewBox": "0 0 \(width) \(heights.reduce(4, +))", "width": "\(width)", "height": "\(heights.reduce(4, +))",
        "role": "group", "aria-label": (language == .zh ? "各阶段的单子：" : "Deals by stage: ") + words,
      ]
    ) { svg in
      var y = 2
      for (group, height) in zip(groups, heights) {
        svg.element("text", ["x": "0", "y": "\(y + 18)"], group.stage.title.in(language))
        svg.element(
          "text", ["x": "112", "y": "\(y + 18)", "text-anchor": "end", "class": "dim"], String(group.deals.count))
        for (index, deal) in group.deals.enumerated() {
          let (x, top) = (124 + index % perRow * 28, y + index / perRow * 28)
          let name = Markup.short(deal.name) + (deal.isAtRisk ? language == .zh ? "，有风险" : ", at risk" : "")
          svg.element("a", ["href": url(deal), "aria-label": name]) { link in
            link.element(
              "rect",
              [
                "x": "\(x + 1)", "y": "\(top + 2)", "width": "22", "height": "22", "rx": "4",
                "class": deal.isAtRisk ? "risk" : nil,
              ]
            ) { $0.element("title", name) }
            if deal.isAtRisk {
              link.element(
                "text", ["x": "\(x + 12)", "y": "\(top + 18)", "text-anchor": "middle", "aria-hidden": "true"], "!")
            }
          }
        }
        y += height
      }
    }
    return svg
  }
}
