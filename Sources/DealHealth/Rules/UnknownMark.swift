import DealJournal
import FactReading
import NoteSyntax
import SourceText

extension Rule {
  /// A tag, key or stage that means nothing here.
  static let unknownMark = Rule(
    code: "J003", name: "unknown-mark", severity: .warning,
    summary: Text(
      en: "A mark looks like one of ours and means nothing.", zh: "有个标记像是写给 Rapport 的，但没有这个标记。"),
    why: Text(
      en: "A mark is written to make a reading certain; a misspelt one makes it look certain.",
      zh: "标记是为了读得准；写错了，反而以为读准了。"),
    clears: Text(
      en: "Correct the mark, or drop the sign before it.", zh: "改对这个标记，或者去掉前面的符号。"),
    example: Example(
      fires: Text(
        en: """
          # 2026-11-12 Larkfield Mills
          Tom Reed sees what it saves him. #value/benfit
          """,
        zh: """
          # 2026-11-12 长风纺织
          王经理算得出能省多少。#价值/收意
          """),
      silent: Text(
        en: """
          # 2026-11-12 Larkfield Mills
          Tom Reed sees what it saves him. #value/benefit
          """,
        zh: """
          # 2026-11-12 长风纺织
          王经理算得出能省多少。#价值/收益
          """),
      nearMiss: Text(
        en: "# 2026-11-12 Larkfield Mills\nTom Reed lent me a book. #reading-list\n",
        zh: "# 2026-11-12 长风纺织\n王经理借了我一本书。#书单\n"))
  ) { journal in
    let isUnknown: (NoteProblem.Kind) -> Bool = { if case .unknownMark = $0 { true } else { false } }
    return journal.problems(where: isUnknown).map { problem, evidence in
      var meant = Text(en: "", zh: "")
      if case .unknownMark(let suggestion?) = problem.kind {
        meant = Text(en: " Did you mean \(suggestion)?", zh: "是不是想写 \(suggestion)？")
      }
      let mark = evidence.quote.isEmpty ? problem.detail : evidence.quote
      return Finding.Draft(
        subject: "\(evidence.path) \(mark)",
        message: Text(en: "\(mark) means nothing here.\(meant.en)", zh: "没有 \(mark) 这个标记。\(meant.zh)"),
        evidence: [evidence], fix: fix(of: problem, at: evidence))
    }
  }

  /// The mark that was probably meant in place of a tag; of keys and values only the writer can tell.
  private static func fix(of problem: NoteProblem, at evidence: Evidence) -> Fix? {
    guard case .unknownMark(let suggestion?) = problem.kind,
      let sign = ["#", "＃"].first(where: { evidence.quote.hasPrefix($0) })
    else { return nil }
    let name = evidence.quote.dropFirst().prefix { !"(（".contains($0) && !$0.isWhitespace }
    let start = evidence.span.start + sign.utf8.count
    guard !name.isEmpty, start + name.utf8.count <= evidence.span.end else { return nil }
    return Fix(
      title: "\(sign)\(name) → \(sign)\(suggestion)", path: evidence.path,
      edit: TextEdit(Span(start, start + name.utf8.count), suggestion),
      isSafe: MarkVocabulary.isCertain(suggestion, for: problem.detail))
  }
}
