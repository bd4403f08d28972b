import DealJournal
import FactReading

extension Rule {
  /// Price is being talked, and no gain stands in numbers.
  static let valueUnquantified = Rule(
    code: "V405", name: "value-unquantified", gate: .value, stages: .exchange ... .exchange, silentFor: [.household],
    weight: 34, waitsOn: Cause.anywhere("V401", "M807", "X604"),
    summary: Text(en: "Price is being talked, and no gain of theirs stands in numbers.", zh: "在谈价了，对方的好处还没有一个数。"),
    why: Text(en: "A price is a number; against words alone it always looks large.", zh: "价格是数字，好处只是几句话，价格就总显得高。"),
    clears: Text(
      en: "Work it out with them, with their own numbers: what does it cost you today, per month?",
      zh: "用对方自己的数一起算：现在这样，一个月要花多少？"),
    example: Example(
      at: .exchange,
      fires: [
        .user,
        .say(en: "Showed Tom Reed how the stops would go away #value/benefit.", zh: "跟王经理讲了怎么让停机没了 #价值/收益。"),
        .say(en: "Quoted for two lines #exchange/price.", zh: "报了两条线的价 #交换/价格。"),
      ],
      silent: [
        .user,
        .say(
          en: "Showed Tom Reed how the stops would go away: 80,000 a year #value/benefit.",
          zh: "跟王经理算了停机没了的账，一年省8万 #价值/收益。"),
        .say(en: "Quoted for two lines #exchange/price.", zh: "报了两条线的价 #交换/价格。"),
      ],
      nearMiss: [
        .user,
        .say(
          en: "Showed Tom Reed how the stops would go away: saves a third of his shifts #value/benefit.",
          zh: "跟王经理讲了停机没了能省三分之一的班 #价值/收益。"),
        .say(en: "Quoted for two lines #exchange/price.", zh: "报了两条线的价 #交换/价格。"),
      ])
  ) { context in
    let gains = context.facts(.valueBenefit)
    let shown = context.facts(.valueCapability, .valueBenefit, .valueDifference)
    guard !shown.isEmpty, !gains.contains(where: { $0.evidence.hasNumber }) else { return [] }
    let who = context.contactName
    return [
      Finding.Draft(
        message: Text(
          en: "Price is being talked, and what they gain does not stand in numbers yet.",
          zh: "已经在谈价了，对方能得多少好处，还没有一个数。"),
        clears: Text(
          en: "Work it out with \(who.en), with their own numbers: what does it cost you today, per month?",
          zh: "跟\(who.zh)一起，用对方自己的数算：现在这样，一个月要花多少？"),
        evidence: context.evidence(gains.isEmpty ? shown : gains))
    ]
  }
}

extension Evidence {
  /// Whether the words hold a number, in digits or written out: 三分之一, a third, twice.
  fileprivate var hasNumber: Bool {
    if quote.utf8.contains(where: { (0x30...0x39).contains($0) }) { return true }
    if quote.unicodeScalars.contains(where: { "一二两三四五六七八九十百千万亿半倍".unicodeScalars.contains($0) }) { return true }
    let words = quote.lowercased().split { !$0.isLetter }
    return words.contains { Self.numbers.contains(String($0)) }
  }

  private static let numbers: Set<String> = [
    "half", "third", "quarter", "twice", "double", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    "ten", "dozen", "hundred", "thousand", "million", "percent",
  ]
}
