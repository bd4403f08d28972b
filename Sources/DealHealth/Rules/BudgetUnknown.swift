import DealJournal
import FactReading

extension Rule {
  /// Price is being talked, and their budget is unknown.
  static let budgetUnknown = Rule(
    code: "X606", name: "budget-unknown", gate: .exchange, severity: .info, stages: .exchange ... .exchange, weight: 16,
    waitsOn: Cause.anywhere("M807"),
    summary: Text(
      en: "Price is being talked, and nothing says what money they have for it.", zh: "在谈价了，对方有没有预算、有多少，还没写。"),
    why: Text(en: "Whoever does not know the money negotiates against a wall.", zh: "不知道对方有多少钱，谈价就是对着墙谈。"),
    clears: Text(en: "Ask: is there money set aside for this, and whose is it?", zh: "问一句：这笔钱列预算了吗？从谁那儿出？"),
    example: Example(
      at: .exchange,
      fires: [
        .user,
        .say(en: "Quoted 420,000 #exchange/price.", zh: "报价42万 #交换/价格。"),
      ],
      silent: [
        .user,
        .say(en: "Quoted 420,000 #exchange/price.", zh: "报价42万 #交换/价格。"),
        .say(en: "There are 400,000 in this year's budget #exchange/budget.", zh: "今年预算里有40万 #交换/预算。"),
      ],
      nearMiss: [
        .user,
        .say(en: "Quoted 420,000 #exchange/price.", zh: "报价42万 #交换/价格。"),
        .say(en: "No budget is set aside yet #exchange/budget.", zh: "预算还没批 #交换/预算。"),
      ])
  ) { context in
    guard !context.has(.exchangeBudget) else { return [] }
    let who = context.contactName
    return [
      Finding.Draft(
        message: Text(
          en: "We are talking price, and nothing says what money they have for it.",
          zh: "已经在谈价了，对方有没有预算、有多少，还没写。"),
        clears: Text(
          en: "Ask \(who.en): is there money set aside for this, and whose is it?",
          zh: "问\(who.zh)一句：这笔钱列预算了吗？从谁那儿出？"),
        evidence: context.evidence(context.facts(.exchangePrice, .exchangeTerms)))
    ]
  }
}
