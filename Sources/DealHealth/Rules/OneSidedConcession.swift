import DealJournal
import FactReading
import NoteSyntax

extension Rule {
  /// We gave way, and nothing came back.
  static let oneSidedConcession = Rule(
    code: "X603", name: "one-sided-concession", gate: .exchange, stages: .value ... .exchange, weight: 45,
    waitsOn: Cause.anywhere("X601"),
    summary: Text(en: "We gave way, and nothing came back for it.", zh: "我们让了步，没换回任何东西。"),
    why: Text(
      en: "What is given for nothing is worth nothing, and calls for more; terms that hurt us end badly for both.",
      zh: "白让的不值钱，还会被要更多；条件偏得让我们吃亏，最后两边都不好收场。"),
    clears: Text(
      en: "Name what you need in return: volume, prepayment, a reference, a date.", zh: "说清楚要换什么：量、预付款、做样板，或者定下日期。"),
    example: Example(
      at: .exchange,
      fires: [
        .user,
        .userConvinced,
        .say(en: "Tom Reed asked for a better price, and I gave 5 % #exchange/discount.", zh: "王经理要优惠，我让了5个点 #交换/让步。"),
      ],
      silent: [
        .user,
        .userConvinced,
        .say(
          en: "Tom Reed asked for a better price, and I gave 5 % in return for 40 % down #exchange/discount.",
          zh: "王经理要优惠，我让了5个点，换来四成预付 #交换/让步。"),
      ],
      nearMiss: [
        .user,
        .userConvinced,
        .say(en: "Tom Reed asked for 5 % off, and I said no #exchange/discount.", zh: "王经理要优惠5个点，我没松口 #交换/让步。"),
      ])
  ) { context in
    let given = Set(context.signs(.concedes).map(\.evidence))
    guard let concession = context.concessions.last(where: { given.contains($0.evidence) })
    else { return [] }
    let day = concession.day ?? context.asOf
    let isPaidFor =
      context.signs(.inReturn).contains { ($0.day ?? context.asOf) >= day }
      || context.facts(.commitmentTheirs, .exchangeInterest).contains {
        ($0.day ?? context.asOf) >= day && $0.evidence != concession.evidence
      }
    guard !isPaidFor else { return [] }
    let who = context.contactName
    return [
      Finding.Draft(
        message: Text(
          en: "We gave way, and nothing came back for it: “\(concession.evidence.words)”.",
          zh: "我们让了步，没看到换回什么：“\(concession.evidence.words)”。"),
        clears: Text(
          en: "Tell \(who.en) what you need in return: volume, prepayment, a reference, a date.",
          zh: "跟\(who.zh)说清楚要换什么：量、预付款、做样板，或者定下日期。"),
        evidence: [concession.evidence])
    ]
  }
}
