import DealJournal
import FactReading
import NoteSyntax

extension Rule {
  /// The signature is near, and a gate is shut.
  static let notReadyToClose = Rule(
    code: "X609", name: "not-ready-to-close", gate: .exchange, stages: .exchange ... .exchange, silentFor: [.household],
    weight: 63, settings: [.closingDays],
    summary: Text(
      en: "The signature is announced, and at a gate before it half or more is open.", zh: "说是快签了，前面还有一关没过半。"),
    why: Text(
      en: "A deal closes when needs, value and trust stand person by person; a date alone has never signed anything.",
      zh: "需求、价值、信任一个人一个人都到位了才会签；光有日子，签不了。"),
    clears: Text(en: "Before the signature, close the gate that is lowest.", zh: "签之前，先把最低的那一关补上。"),
    example: Example(
      at: .exchange,
      fires: [
        .user,
        .say(en: "Legal is through, we are ready to sign next week.", zh: "法务过了，下周签合同。"),
        .deciderUnmet,
      ],
      silent: [
        .user,
        .userConvinced,
        .say(en: "Tom Reed spoke up for us #trust/up.", zh: "王经理在会上替我们说话 #信任/升。"),
        .decider,
        .deciderConvinced,
        .say(en: "Legal is through, we are ready to sign next week.", zh: "法务过了，下周签合同。"),
      ],
      nearMiss: [
        .user,
        .say(en: "If legal is through, we are ready to sign.", zh: "要是法务过了，就可以签了。"),
        .deciderUnmet,
      ])
  ) { context in
    guard let sign = context.signs(.aboutToSign).last,
      context.asOf - (sign.day ?? context.asOf) <= context[.closingDays]
    else {
      return []
    }
    let shut = GateReader(context: context).gates().filter { reading in
      [.people, .needs, .value, .trust].contains(reading.gate) && reading.open > 0 && reading.open >= reading.met
    }
    guard !shut.isEmpty else { return [] }
    let names = (en: Text.list(shut.map(\.gate.title.en)).en, zh: Text.list(shut.map(\.gate.title.zh)).zh)
    return [
      Finding.Draft(
        message: Text(
          en:
            "They say it will be signed soon, and \(shut.count == 1 ? "one gate is" : "these gates are") still shut: \(names.en).",
          zh: "说是快签了，可\(names.zh)\(shut.count == 1 ? "这一关" : "这几关")还没过。"),
        clears: Text(
          en: "Before the signature, settle this: \(shut[0].items.first { $0.state == .open }?.text.en ?? names.en).",
          zh: "签之前先补上这一条：\(shut[0].items.first { $0.state == .open }?.text.zh ?? names.zh)。"),
        evidence: [sign.evidence])
    ]
  }
}

extension Setting {
  /// How long an announced signature counts.
  static let closingDays = Setting(
    "X609.days", standard: 30,
    summary: Text(en: "Days for which an announced signature counts.", zh: "说了快签以后，多少天之内算数。"))
}
