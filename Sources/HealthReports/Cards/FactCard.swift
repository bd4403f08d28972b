import DealHealth
import DealJournal
import FactReading
import SourceText

/// How a line was read: one fact in words.
public struct FactCard: Sendable {
  /// The fact in few words, for the end of its line: `requirement · 王总`.
  public let label: String
  private let reason: String

  /// The card of a fact of `journal`, which stands in `source`.
  public init(_ fact: JournalFact, in journal: Journal, source: SourceFile?, language: Language) {
    func say(_ en: String, _ zh: String) -> String { language == .zh ? zh : en }
    let assertion: String
    switch fact.assertion.modality {
    case _ where fact.assertion.polarity == .denied: assertion = say("denied", "否定")
    case .fact: assertion = ""
    case .plan: assertion = fact.isHeld ? "" : say("planned", "打算")
    case .possible: assertion = say("possible", "可能")
    case .conditional: assertion = say("conditional", "有条件")
    case .question: assertion = say("asked", "疑问")
    case .instruction: assertion = fact.isHeld ? "" : say("instruction", "嘱咐")
    }
    let person = fact.person.map { journal.person($0)?.name ?? $0 }
    label = [fact.kind.title.in(language), person ?? "", assertion].filter { !$0.isEmpty }.joined(separator: " · ")
    let basis =
      switch fact.basis {
      case .marked: say("marked", "作者标记")
      case .stated: say("stated", "明写")
      case .inferred: say("inferred", "推断")
      }
    let words = fact.cues.compactMap { source?.text(of: $0) }.filter { !$0.isEmpty }
    let cues = words.map { "“\(InertText.markdown($0))”" }.joined(separator: say(", ", "、"))
    reason =
      "\(basis), \(Int((fact.confidence * 100).rounded())) %" + (cues.isEmpty ? "" : say(": ", "：") + cues)
      + (fact.deal.map { " · " + InertText.markdown($0) } ?? "")
  }

  /// The fact and why it was read, as Markdown on one line.
  public func markdown() -> String { "**\(InertText.markdown(label))** · \(reason)" }
}

extension FactKind {
  /// What readers call it.
  public func title(in language: Language) -> String { title.in(language) }
}
