import DealHealth
import DealJournal
import FactReading
import SourceText

/// What is known of a person, on as many lines as a pop-up holds.
public struct PersonCard: Sendable {
  private let lines: [String]

  /// The card of a person of the journal that was assessed.
  public init(_ person: Person, in assessment: Assessment, language: Language) {
    let journal = assessment.journal
    func say(_ en: String, _ zh: String) -> String { language == .zh ? zh : en }
    let separator = say(", ", "、")
    let about = [person.title, person.organisation, Self.side(person.side).in(language)].compactMap(\.self)
    var lines = [
      "**\(InertText.markdown(person.name))** · " + about.map { InertText.markdown($0) }.joined(separator: " · ")
    ]
    let others = person.surfaces.filter { $0 != person.name }
    if !others.isEmpty {
      lines.append(
        say("also ", "也叫 ") + others.prefix(6).map { InertText.markdown($0) }.joined(separator: separator))
    }
    for deal in journal.deals {
      guard let part = deal.influencers.first(where: { $0.person == person.id }), part.role != .none else { continue }
      let value = part.value.count
      let trust =
        part.trustUp.isEmpty && part.trustDown.isEmpty
        ? say("unknown", "不知道") : "+\(part.trustUp.count) −\(part.trustDown.count)"
      let last = part.contacts.last { $0 <= journal.asOf }?.iso ?? say("never", "没有")
      lines.append(
        "- " + InertText.markdown(deal.name) + say(": ", "：")
          + [
            part.role.title.in(language), say("need ", "需求") + part.need.title.in(language),
            say("value ", "价值 ") + "\(value)/3", say("trust ", "信任 ") + trust,
            say("last contact ", "最近接触 ") + last,
          ].joined(separator: " · "))
      for finding in assessment.findings(ofDeal: deal.id) where finding.person == person.id {
        lines.append("  - \(finding.code) " + InertText.markdown(finding.message.in(language)))
      }
    }
    self.lines = lines
  }

  private static func side(_ side: Side) -> Text {
    switch side {
    case .customer: Text(en: "customer", zh: "客户")
    case .ours: Text(en: "ours", zh: "我方")
    case .partner: Text(en: "partner", zh: "伙伴")
    case .competitor: Text(en: "competitor", zh: "对手")
    case .other: Text(en: "neither side", zh: "其他")
    }
  }

  /// As Markdown; words from notes stand in it as they were written.
  public func markdown() -> String { lines.joined(separator: "\n") }
}
