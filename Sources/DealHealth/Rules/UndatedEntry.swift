import DealJournal
import NoteSyntax
import SourceText

extension Rule {
  /// Facts without a date.
  static let undatedEntry = Rule(
    code: "J002", name: "undated-entry", severity: .warning,
    summary: Text(en: "An entry has no date.", zh: "有一段记录没有日期。"),
    why: Text(
      en: "What happened cannot be put in order without a day: neither what is late nor what came later.",
      zh: "没有日期就排不出先后，也看不出什么过期了。"),
    clears: Text(
      en: "Write the day into the heading or the file name, as in 2026-11-12.",
      zh: "在标题或文件名里写上日期，比如 2026-11-12。"),
    example: Example(
      fires: Text(
        en: "# Larkfield Mills\nCalled Tom Reed, the production manager.\n", zh: "# 长风纺织\n给生产部王经理打了电话。\n"),
      silent: Text(
        en: "# 2026-11-12 Larkfield Mills\nCalled Tom Reed, the production manager.\n",
        zh: "# 2026-11-12 长风纺织\n给生产部王经理打了电话。\n"),
      nearMiss: Text(
        en: "# Larkfield Mills\nBackground.\n",
        zh: "# 长风纺织\n背景。\n"))
  ) { journal in
    let undated = journal.unchecked.filter { if case .undated = $0.reason { true } else { false } }
    return Finding.Draft.perNote(undated, fix: fix) { count in
      count == 1
        ? Text(en: "Nothing tells the day of this entry.", zh: "这段记录看不出是哪天的。")
        : Text(en: "Nothing tells the days of \(count) entries of this note.", zh: "这份笔记有\(count)段看不出是哪天的。")
    }
  }

  /// The day that the file is named for, before the first words of its only undated entry.
  private static func fix(at places: [Evidence]) -> Fix? {
    guard places.count == 1, let day = FileNameDate.day(gluedIn: places[0].path) else { return nil }
    return Fix(
      title: "+ \(day.iso)", path: places[0].path,
      edit: TextEdit(Span(places[0].span.start, places[0].span.start), day.iso + " "), isSafe: true)
  }
}
