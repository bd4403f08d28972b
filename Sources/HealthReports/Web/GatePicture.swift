import DealHealth
import FactReading

/// The gates of a deal as rows of small bars: filled is met, an empty frame is missing, a broken frame unknown.
struct GatePicture {
  let deal: HealthReport.DealPage
  let language: Language

  func svg() -> Markup {
    let width = 340
    let height = deal.gates.count * 26 + 4
    let title = language == .zh ? "各关情况" : "Gates"
    let words = deal.gates.map { "\($0.gate.title.in(language)) \($0.score)" }.joined(
      separator: language == .zh ? "，" : ", ")
    var svg = Markup()
    svg.picture(width: width, height: height, title: title, description: words) { svg in
      for (row, gate) in deal.gates.enumerated() {
        let y = row * 26 + 4
        let isLowest = gate.gate == deal.governing && gate.open > 0
        svg.element(
          "text", ["x": "0", "y": "\(y + 14)", "class": isLowest ? "strong" : nil],
          (isLowest ? "› " : "") + gate.gate.title.in(language))
        let items = gate.items
        let unit = min(22, 150 / max(1, items.count))
        for (column, item) in items.enumerated() {
          svg.element(
            "rect",
            [
              "x": "\(106 + column * unit)", "y": "\(y + 3)", "width": "\(max(1, unit - 3))", "height": "13",
              "class": item.state.rawValue,
            ]
          ) { $0.element("title", Markup.short(item.text)) }
        }
        svg.element("text", ["x": "\(width)", "y": "\(y + 14)", "text-anchor": "end", "class": "dim"], gate.score)
      }
    }
    return svg
  }
}

extension Markup {
  /// An SVG of `width` × `height` units, with what a screen reader says of it; a picture would hide the links within.
  mutating func picture(
    width: Int, height: Int, title: String, description: String, hasLinks: Bool = false,
    _ body: (inout Markup) -> Void
  ) {
    element(
      "svg",
      [
        "viewBox": "0 0 \(width) \(height)", "width": "\(width)", "height": "\(height)",
        "role": hasLinks ? "group" : "img",
        "aria-label": Markup.short(title + ": " + description, columns: 1000),
      ], body)
  }
}
