import FactReading

/// Two periods side by side: for each kind of movement a bar of this one, and under it the frame of the one before.
struct PeriodsPicture {
  let rows: [WeeklyReport.ComparisonRow]
  let language: Language

  func svg() -> Markup {
    let (width, left, right) = (520, 150, 60)
    let most = max(1, rows.map { max($0.before, $0.now) }.max() ?? 1)
    let words = rows.map { "\($0.topic) \($0.before) → \($0.now)" }.joined(separator: ", ")
    var svg = Markup()
    svg.picture(
      width: width, height: rows.count * 28 + 4, title: language == .zh ? "上期和本期" : "The period before, and this one",
      description: words
    ) { svg in
      for (number, row) in rows.enumerated() {
        let y = number * 28 + 4
        func bar(_ value: Int) -> String { "\(value * (width - left - right) / most)" }
        svg.element("text", ["x": "0", "y": "\(y + 15)"], row.topic)
        svg.empty("rect", ["x": "\(left)", "y": "\(y + 2)", "width": bar(row.now), "height": "9", "class": "bar"])
        svg.empty("rect", ["x": "\(left)", "y": "\(y + 13)", "width": bar(row.before), "height": "7", "class": "past"])
        svg.element(
          "text", ["x": "\(width)", "y": "\(y + 15)", "text-anchor": "end", "class": "dim"],
          "\(row.before) → \(row.now)")
      }
    }
    return svg
  }
}
