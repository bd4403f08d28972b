import DealHealth
import FactReading
import SourceText

extension SetUp {
  /// What is wrong and what could be better, each with what to do; with `all` what is fine as well. A line when nothing is
  /// wrong.
  public func text(in language: Language, all: Bool) -> String {
    let shown = all ? remarks : remarks.filter { $0.state != .fine }
    let lines = shown.flatMap { remark in
      [Self.heading(remark, language)] + (remark.remedy.map { ["  → " + InertText.terminal($0.in(language))] } ?? [])
    }
    guard !remarks.contains(where: { $0.state != .fine }) else { return lines.map { $0 + "\n" }.joined() }
    let count = Set(remarks.map(\.check)).count
    let praise =
      language == .zh ? "一切正常，看了 \(count) 项。" : "Everything is in order; \(count) things were looked at."
    return (lines + [praise]).map { $0 + "\n" }.joined()
  }

  /// The same as JSON, whatever is fine included.
  public func json(in language: Language) -> String {
    JSONValue.object([
      (
        "checks",
        .list(
          remarks.map { remark in
            .object([
              ("check", .text(remark.check)), ("state", .text(remark.state.rawValue)),
              ("message", .text(remark.message.in(language))),
              ("remedy", remark.remedy.map { .text($0.in(language)) } ?? .null),
            ])
          })
      )
    ]).document
  }

  private static func heading(_ remark: SetUpRemark, _ language: Language) -> String {
    let words: Text =
      switch remark.state {
      case .fine: Text(en: "fine: ", zh: "正常：")
      case .advice: Text(en: "advice: ", zh: "建议：")
      case .problem: Text(en: "problem: ", zh: "问题：")
      }
    return words.in(language) + InertText.terminal(remark.message.in(language))
  }
}
