import DealJournal
import FactReading
import NoteSyntax

extension Rule {
  /// The amount fell by a tenth or more.
  static let amountFell = Rule(
    code: "X608", name: "amount-fell", gate: .exchange, stages: .value ... .exchange, weight: 33,
    waitsOn: Cause.anywhere("X601", "X603"), settings: [.amountFall],
    summary: Text(en: "What we quoted has fallen by a tenth or more.", zh: "报价比之前少了一成以上。"),
    why: Text(
      en: "A smaller deal is often a smaller need or a lost supporter; the number shows it first.",
      zh: "金额变小，往往是需求变小了，或者支持的人没了；数字先知道。"),
    clears: Text(en: "Ask what left the deal: scope, belief, or somebody.", zh: "问清楚少掉的是什么：范围、信心，还是人。"),
    example: Example(
      at: .exchange, from: "2026-11-02",
      fires: [
        .user,
        .say(en: "Quoted 420,000 #exchange/price.", zh: "报价42万 #交换/价格。"),
        .entry("2026-11-16"),
        .say(en: "Quoted anew for Tom Reed: 300,000 #exchange/price.", zh: "给王经理重新报价：30万 #交换/价格。"),
      ],
      silent: [
        .user,
        .say(en: "Quoted 420,000 #exchange/price.", zh: "报价42万 #交换/价格。"),
        .entry("2026-11-16"),
        .say(en: "Quoted anew for Tom Reed: 410,000 #exchange/price.", zh: "给王经理重新报价：41万 #交换/价格。"),
      ],
      nearMiss: [
        .user,
        .say(en: "Quoted 420,000 #exchange/price.", zh: "报价42万 #交换/价格。"),
        .entry("2026-11-16"),
        .say(en: "Service comes to 12,000 a year #exchange/price.", zh: "维保一年1.2万 #交换/价格。"),
      ])
  ) { context in
    let amounts = context.withoutRivals(context.facts(.exchangePrice)).compactMap { fact in
      Amount(only: fact.evidence.quote).map { (amount: $0, fact: fact) }
    }
    guard let last = amounts.last,
      let before = amounts.last(where: { $0.fact.day != last.fact.day && $0.amount.value > last.amount.value }),
      // Less than two fifths is as a rule another thing: a part, a fee, a year of service.
      last.amount.value * 100 <= before.amount.value * Double(100 - context[.amountFall]),
      last.amount.value * 5 >= before.amount.value * 2
    else { return [] }
    return [
      Finding.Draft(
        message: Text(
          en: "The amount fell from \(before.amount.words) to \(last.amount.words).",
          zh: "金额从\(before.amount.words)降到了\(last.amount.words)。"),
        evidence: [last.fact.evidence, before.fact.evidence])
    ]
  }
}

extension Setting {
  /// Percent by which the amount has to fall.
  static let amountFall = Setting(
    "X608.percent", standard: 10, summary: Text(en: "Percent by which the amount has to fall.", zh: "金额降多少个百分点才提醒。"))
}
