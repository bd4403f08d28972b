import DealJournal
import FactReading

extension Rule {
  /// One of the three questions is answered "no", and nothing was done to guide the need.
  static let unguidedNo = Rule(
    code: "N205", name: "unguided-no", gate: .needs, stages: .needs ... .exchange, weight: 57,
    summary: Text(
      en: "What they ask for misses what they want, or leaves us no chance, and nothing was done about it.",
      zh: "按对方的要求做，解决不了问题，或者我们没胜算，却没去引导。"),
    why: Text(
      en:
        "A requirement can be rebuilt: so that it serves the want, or so that our edge counts. One of the two is enough.",
      zh: "要求是可以重新来过的：要么更能满足需要，要么能显出我们的优势，做到一样就够。"),
    clears: Text(
      en: "Bring one idea that serves the want better, and ask: would that do it for you?",
      zh: "带一个更能解决问题的思路去，问一句：这样行不行？"),
    example: Example(
      at: .needs,
      fires: [
        .user,
        .say(en: "A second line won't solve the stops.", zh: "再上一条线解决不了问题。"),
      ],
      silent: [
        .user,
        .say(en: "A second line won't solve the stops.", zh: "再上一条线解决不了问题。"),
        .entry("2026-11-16"),
        .say(
          en: "Proposed new sensors to Tom Reed instead of a line, and he took it up #need/guided.",
          zh: "跟王经理建议不上线、先换传感器，他接受了 #需求/引导。"),
      ],
      nearMiss: [
        .user,
        .say(en: "If a second line won't solve the stops, we look at sensors.", zh: "如果再上一条线解决不了问题，就看看传感器。"),
      ])
  ) { context in
    let answers = NeedLayers.Question.allCases.map { context.answer(to: $0, of: nil) }
    guard let answer = answers.first(where: { $0.isYes == false }), let place = answer.evidence.first,
      // What somebody else's way cannot do is no fault of the requirement; that it is written for them is.
      answer.question == .canWin || !context.facts(.competitor).contains(where: { $0.evidence == place })
    else { return [] }
    let who = context.contactName
    return [
      Finding.Draft(
        message: answer.question == .canWin
          ? Text(
            en: "In this way we can hardly win, and nobody has tried to change the requirement: “\(place.words)”.",
            zh: "按这个要求我们没什么胜算，也没看到去引导：“\(place.words)”。")
          : Text(
            en: "What they ask for will not get them what they want, and no other way was proposed: “\(place.words)”.",
            zh: "按对方的要求做解决不了问题，也没看到提别的思路：“\(place.words)”。"),
        clears: answer.question == .canWin
          ? Text(
            en:
              "Before the requirement is final, bring \(who.en) one point that matters to them and that only we can meet.",
            zh: "趁要求还没定死，跟\(who.zh)谈一条对他们要紧、又只有我们做得好的。")
          : Text(
            en: "Bring \(who.en) one idea that serves the want better, and ask: would that do it for you?",
            zh: "给\(who.zh)带一个更能解决问题的思路，问一句：这样行不行？"),
        evidence: answer.evidence)
    ]
  }
}
