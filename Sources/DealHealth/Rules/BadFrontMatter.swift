import DealJournal

extension Rule {
  /// Malformed front matter; the rest of the note is read all the same.
  static let badFrontMatter = Rule(
    code: "J006", name: "bad-front-matter", severity: .warning,
    summary: Text(
      en: "The front matter is malformed; the rest of the note is read all the same.",
      zh: "文件头格式有误，正文照读。"),
    why: Text(
      en: "What it says about deal, people or date counts for nothing until it can be read.",
      zh: "文件头读不出来，里面写的单子、人和日期就不算数。"),
    clears: Text(
      en: "Mend the YAML between the two lines of three hyphens, or take it out.",
      zh: "把两行 --- 之间的 YAML 改对，或者删掉。"),
    example: Example(
      fires: Text(
        en: "---\ndeal: [Larkfield\n---\n# 2026-11-12\nCalled Tom Reed.\n",
        zh: "---\ndeal: [长风纺织\n---\n# 2026-11-12\n给王经理打了电话。\n"),
      silent: Text(
        en: "---\ndeal: Larkfield Mills\n---\n# 2026-11-12\nCalled Tom Reed.\n",
        zh: "---\ndeal: 长风纺织\n---\n# 2026-11-12\n给王经理打了电话。\n"),
      nearMiss: Text(
        en: "# 2026-11-12 Larkfield Mills\nCalled Tom Reed.\n\n---\n\nHe rings back.\n",
        zh: "# 2026-11-12 长风纺织\n给王经理打了电话。\n\n---\n\n他会回电。\n"))
  ) { journal in
    journal.problems { $0 == .badFrontMatter }.map { problem, evidence in
      Finding.Draft(
        subject: evidence.path,
        message: Text(
          en: "The front matter is malformed: \(problem.detail).", zh: "文件头格式有误：\(problem.detailZh)。"),
        evidence: [evidence])
    }
  }
}
