import DealJournal
import FactReading
import NoteSyntax

extension Rule {
  /// Somebody new has a part in the decision, and nobody has met them.
  static let newInfluencer = Rule(
    code: "P307", name: "new-influencer", gate: .people, stages: .opportunity ... .care, weight: 61,
    summary: Text(
      en: "Somebody new has a part in the decision, or an office changed hands, and nobody has met them since.",
      zh: "有新人接手或换了人，还没去接触。"),
    why: Text(
      en: "With a new person trust and need start at zero, whatever the one before them promised.",
      zh: "换了人，信任和需求都从零开始，前任答应过什么都不算。"),
    clears: Text(
      en: "Call to introduce yourself, and ask what they want to be known for in the first half-year.",
      zh: "打个电话认识一下，问问上任头半年最想做成什么。"),
    example: Example(
      at: .needs,
      fires: [
        .user,
        .say(en: "Helen Marsh took over from the old CFO and signs now #role/economic.", zh: "李总刚接手财务，现在她说了算 #角色/拍板。"),
      ],
      silent: [
        .user,
        .say(en: "Helen Marsh took over from the old CFO and signs now #role/economic.", zh: "李总刚接手财务，现在她说了算 #角色/拍板。"),
        .entry("2026-11-16"),
        .say(en: "Met Helen Marsh: she wants it paid back in two years #need/confirmed.", zh: "今天见了李总，她要两年内回本 #需求/确认。"),
      ],
      nearMiss: [
        .user,
        .say(en: "Helen Marsh signs #role/economic. Nobody took over from her.", zh: "李总说了算 #角色/拍板，没有谁接手。"),
      ])
  ) { context in
    context.chain.compactMap { influencer in
      guard let change = context.signs(.newInRole).last(where: { $0.person == influencer.person }) else { return nil }
      let isMetSince = context.timeline(of: influencer).contains {
        $0.kind == .contact && ($0.day ?? context.asOf) >= (change.day ?? context.asOf)
      }
      guard !isMetSince else { return nil }
      let name = context.called(influencer.person)
      return Finding.Draft(
        person: influencer.person,
        message: Text(
          en: "\(name.en) is new here, and nobody has spoken with them since: “\(change.evidence.words)”.",
          zh: "\(name.zh)是新接手的，还没去接触：“\(change.evidence.words)”。"),
        clears: Text(
          en: "Call \(name.en) to introduce yourself, and ask what they want to be known for in the first half-year.",
          zh: "给\(name.zh)打个电话认识一下，问问上任头半年最想做成什么。"),
        evidence: [change.evidence], extraWeight: influencer.role == .economic ? 12 : 0)
    }
  }
}
