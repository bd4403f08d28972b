import DealJournal

extension Rule {
  /// Facts that belong to no deal.
  static let unassignedFacts = Rule(
    code: "J005", name: "unassigned-facts", severity: .info,
    summary: Text(en: "Something was read that belongs to no deal.", zh: "有读出来的内容，看不出是哪个单子的。"),
    why: Text(
      en: "A step that is booked to no deal is missing in one.", zh: "记不到单子上的事，就等于那个单子没做。"),
    clears: Text(
      en: "Name the customer in the heading or on the line.", zh: "在标题或那一行写上客户名。"),
    example: Example(
      fires: Text(
        en: "# 2026-11-12\nHe promised to send the budget by Friday.\n", zh: "# 2026-11-12\n他答应周五前把预算发过来。\n"),
      silent: Text(
        en: "# 2026-11-12 Larkfield Mills\nTom Reed promised to send the budget by Friday.\n",
        zh: "# 2026-11-12 长风纺织\n王经理答应周五前把预算发过来。\n"),
      nearMiss: Text(
        en: "# 2026-11-12\nRain all day.\n",
        zh: "# 2026-11-12\n下了一天雨。\n"))
  ) { journal in
    let homeless = journal.unchecked.filter { if case .unassigned = $0.reason { true } else { false } }
    return Finding.Draft.perNote(homeless) { count in
      count == 1
        ? Text(en: "Nothing here tells which deal this is about.", zh: "看不出这是哪个单子的事。")
        : Text(
          en: "Nothing tells which deal \(count) lines of this note are about.", zh: "这份笔记有\(count)处看不出是哪个单子的事。")
    }
  }
}
