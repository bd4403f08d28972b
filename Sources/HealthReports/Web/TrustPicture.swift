import FactReading
import NoteSyntax

/// The balance of trust and doubt over time, with each sign at its day: ▲ for trust, ▼ for doubt.
struct TrustPicture {
  let events: [HealthReport.TrustEvent]
  /// The day at which the line ends, `YYYY-MM-DD`.
  let asOf: String
  let language: Language

  func svg() -> Markup? {
    guard let firstDay = events.first.flatMap({ Day(iso: $0.day) }), let lastDay = Day(iso: asOf) else { return nil }
    let (width, height, left, right) = (340, 150, 26, 12)
    let days = max(1, lastDay - firstDay)
    var balances: [Int] = []
    for event in events { balances.append((balances.last ?? 0) + (event.isUp ? 1 : -1)) }
    let top = max(1, balances.max() ?? 1)
    let bottom = min(-1, balances.min() ?? -1)
    func x(_ iso: String) -> Int {
      left + (Day(iso: iso).map { $0 - firstDay } ?? 0) * (width - left - right) / days
    }
    func y(_ balance: Int) -> Int { 16 + (top - balance) * (height - 46) / (top - bottom) }
    let up = events.count(where: \.isUp)
    let words =
      language == .zh
      ? "\(up) 次信任，\(events.count - up) 次疑虑，合计 \(signed(balances.last ?? 0))"
      : "\(up) \(up == 1 ? "sign" : "signs") of trust, \(events.count - up) \(events.count - up == 1 ? "doubt" : "doubts"), balance \(signed(balances.last ?? 0))"
    var svg = Markup()
    svg.picture(width: width, height: height, title: language == .zh ? "信任的走势" : "Trust over time", description: words)
    {
      svg in
      svg.empty(
        "line", ["x1": "\(left)", "x2": "\(width - right)", "y1": "\(y(0))", "y2": "\(y(0))", "class": "axis"])
      for mark in Set([top, 0, bottom]).sorted() {
        svg.element(
          "text", ["x": "\(left - 6)", "y": "\(y(mark) + 4)", "text-anchor": "end", "class": "dim"], signed(mark))
      }
      var path = "M\(left) \(y(0))"
      for (event, balance) in zip(events, balances) { path += "H\(x(event.day))V\(y(balance))" }
      svg.empty("path", ["d": path + "H\(width - right)", "class": "trend"])
      for (event, balance) in zip(events, balances) {
        let (px, py) = (x(event.day), y(balance))
        let shape = event.isUp ? "M\(px) \(py - 6)l5 9h-10z" : "M\(px) \(py + 6)l5 -9h-10z"
        svg.element("path", ["d": shape, "class": event.isUp ? "up" : "down"]) {
          $0.element("title", [event.day, event.person ?? "", "“\(event.evidence.words)”"].joined(separator: " "))
        }
      }
      svg.element("text", ["x": "\(left)", "y": "\(height - 6)", "class": "dim"], firstDay.iso)
      svg.element(
        "text", ["x": "\(width - right)", "y": "\(height - 6)", "text-anchor": "end", "class": "dim"], lastDay.iso)
    }
    return svg
  }

  private func signed(_ number: Int) -> String { number > 0 ? "+\(number)" : number < 0 ? "−\(-number)" : "0" }
}
