import DealJournal

extension Rule {
  /// A note that could not be read.
  static let unreadableNote = Rule(
    code: "J001", name: "unreadable-note", severity: .error,
    summary: Text(en: "A note could not be read.", zh: "有一份笔记读不了。"),
    why: Text(
      en: "A note that is skipped in silence makes its deals look healthier than they are.",
      zh: "读不了还不吭声，单子看起来就比实际好。"),
    clears: Text(
      en: "Open it in an editor, save it as UTF-8 text, or take it out of the folder.",
      zh: "用编辑器打开，另存为 UTF-8 文本；不是笔记就移出文件夹。"),
    // What GB18030 bytes look like in a program that expects UTF-8.
    example: Example(
      fires: Text(
        en: "# 2026-11-12 \u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}", zh: "# 2026-11-12 \u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
      silent: Text(
        en: "# 2026-11-12 Larkfield Mills\nCalled Tom Reed.\n", zh: "# 2026-11-12 长风纺织\n给王经理打了电话。\n"),
      nearMiss: Text(
        en: "# 2026-11-12 Larkfield Mills\nCalled Zoë.\n",
        zh: "# 2026-11-12 长风纺织\n给喆总打了电话。\n"))
  ) { journal in
    journal.problems { $0 == .unreadable }.map { problem, evidence in
      Finding.Draft(
        subject: evidence.path,
        message: Text(
          en: "This note \(problem.detail).", zh: "这份笔记\(problem.detailZh)。"),
        evidence: [evidence])
    }
  }
}
