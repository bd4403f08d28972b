import FactReading

extension Rule {
  /// Several people, late, and not one doubt on record.
  static let nobodyOpposed = Rule(
    code: "P306", name: "nobody-opposed", gate: .people, severity: .info, stages: .exchange ... .exchange,
    silentFor: [.owner, .household], weight: 8, waitsOn: Cause.anywhere("P301", "P304"),
    summary: Text(
      en: "Several people decide, it is late, and not one doubt is on record: too rosy.",
      zh: "好几个人一起定，都到后期了，一句反对都没有，太顺了。"),
    why: Text(
      en: "Where several people give up something, somebody minds. Nothing on record means that they say it elsewhere.",
      zh: "几个人的事总有人不乐意；没听到，是他们没跟我们说。"),
    clears: Text(
      en: "Ask: who loses most by this, and what do they say when we are not there?", zh: "问一句：这件事谁最吃亏？我们不在的时候他怎么说？"),
    example: Example(
      at: .exchange,
      fires: [
        .user,
        .userConvinced,
        .decider,
        .deciderConvinced,
        .say(
          en: "Met Ravi Patel, head of IT #role/technical. He wants a standard interface #need/confirmed.",
          zh: "今天见了信息部周主任 #角色/把关。周主任要标准接口 #需求/确认。"),
      ],
      silent: [
        .user,
        .userConvinced,
        .decider,
        .deciderConvinced,
        .say(
          en: "Met Ravi Patel, head of IT #role/technical. He wants a standard interface #need/confirmed.",
          zh: "今天见了信息部周主任 #角色/把关。周主任要标准接口 #需求/确认。"),
        .say(en: "He doubts that we have one #trust/down.", zh: "他怀疑我们没有 #信任/降。"),
      ],
      nearMiss: [
        .user,
        .userConvinced,
        .decider,
        .deciderConvinced,
      ])
  ) { context in
    let met = context.chain.filter { context.isMet($0) }
    guard met.count > 2, !context.has(.trustDown), !context.isBacked(.competitor),
      !context.has(sign: .opposes, .tooExpensive, .sameCheaper, .fallsShort)
    else { return [] }
    let who = context.contactName
    return [
      Finding.Draft(
        message: Text(
          en: "\(met.count) people have a part in this, and not one doubt is on record; that is seldom all there is.",
          zh: "\(met.count)个人参与，一句顾虑都没记过，怕是没听全。"),
        clears: Text(
          en: "Ask \(who.en): who loses most by this, and what do they say when we are not there?",
          zh: "问\(who.zh)一句：这件事谁最吃亏？我们不在的时候他怎么说？"),
        evidence: met.map(\.introduced))
    ]
  }
}
