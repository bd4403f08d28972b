import DealHealth
import FactReading
import SourceText

/// The map of who has a part in the decision: a column for each part, a card for each person. A full frame was met, a
/// broken one was not; need, value and trust stand on the card in words.
struct PeoplePicture {
  let people: [HealthReport.InfluencerRow]
  let language: Language
  /// Where a person is told of; nil when nowhere.
  var url: (HealthReport.InfluencerRow) -> String? = { _ in nil }
  private static let cardWidth = 168
  private static let cardHeight = 84

  func svg() -> Markup {
    let parts: [Role] = [.economic, .technical, .coach, .user, .other]
    var columns = parts.map { role in (role: role, people: people.filter { $0.role == role }) }
    // A deal needs somebody who decides, known or not.
    columns.removeAll { $0.people.isEmpty && $0.role != .economic }
    let rows = max(1, columns.map(\.people.count).max() ?? 1)
    let width = columns.count * (Self.cardWidth + 14) - 12
    let height = rows * (Self.cardHeight + 10) + 26
    var svg = Markup()
    svg.picture(
      width: width, height: height, title: say("Who decides", "谁说了算"), description: words,
      hasLinks: people.contains { url($0) != nil }
    ) { svg in
      for (number, column) in columns.enumerated() {
        let x = number * (Self.cardWidth + 14) + 1
        svg.element("text", ["x": "\(x)", "y": "14", "class": "dim strong"], column.role.title.in(language))
        if column.people.isEmpty { missing(x, to: &svg) }
        for (row, person) in column.people.enumerated() { card(person, x, row * (Self.cardHeight + 10) + 24, to: &svg) }
      }
    }
    return svg
  }

  private func say(_ en: String, _ zh: String) -> String { language == .zh ? zh : en }

  /// The map in words, for who can't see it.
  private var words: String {
    people.isEmpty
      ? say("nobody is known", "一个人都不知道")
      : people.map { person in
        "\(Markup.short(person.name, columns: 40)), \(person.role.title.in(language)), "
          + (person.lastContact.map { say("met, last \($0)", "见过，最近 \($0)") } ?? say("never met", "没见过"))
          + say(", need ", "，需求") + person.needWords(in: language)
          + say(", value ", "，价值") + person.valueWords(in: language) + say(", trust ", "，信任") + person.trustScore
      }.joined(separator: "; ")
  }

  private func missing(_ x: Int, to svg: inout Markup) {
    frame(x, 24, isMet: false, to: &svg)
    svg.element("text", ["x": "\(x + 12)", "y": "50", "class": "strong"], "?")
    svg.element("text", ["x": "\(x + 12)", "y": "70", "class": "dim"], say("nobody known yet", "还不知道是谁"))
  }

  private func frame(_ x: Int, _ y: Int, isMet: Bool, to svg: inout Markup) {
    svg.empty(
      "rect",
      [
        "x": "\(x)", "y": "\(y)", "width": "\(Self.cardWidth)", "height": "\(Self.cardHeight)", "rx": "8",
        "class": isMet ? "box" : "box unmet",
      ])
  }

  private func card(_ person: HealthReport.InfluencerRow, _ x: Int, _ y: Int, to svg: inout Markup) {
    frame(x, y, isMet: person.lastContact != nil, to: &svg)
    func name(_ svg: inout Markup) {
      svg.element("text", ["x": "\(x + 10)", "y": "\(y + 19)", "class": "strong"]) {
        $0.text(Markup.short(person.name, columns: 18))
        $0.element("title", Markup.short(person.name))
      }
    }
    if let url = url(person) { svg.element("a", ["href": url]) { name(&$0) } } else { name(&svg) }
    let met =
      person.lastContact.map { say("met, last \(monthAndDay($0))", "见过，最近 \(monthAndDay($0))") }
      ?? say("never met", "没见过")
    let lines = [
      met, say("need: ", "需求：") + (person.outcome?.title ?? person.need.title).in(language),
      say("value: ", "价值：") + person.valueWords(in: language) + say(" · trust ", " · 信任 ") + person.trustScore,
    ]
    for (number, line) in lines.enumerated() {
      svg.element(
        "text", ["x": "\(x + 10)", "y": "\(y + 37 + number * 17)", "class": "dim"], Markup.short(line, columns: 26))
    }
  }

  /// `11-20`
  private func monthAndDay(_ iso: String) -> String { String(iso.dropFirst(5)) }
}
