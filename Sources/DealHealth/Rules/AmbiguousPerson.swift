import DealJournal

extension Rule {
  /// One name, several people.
  static let ambiguousPerson = Rule(
    code: "J004", name: "ambiguous-person", severity: .info,
    summary: Text(en: "A name may be one of several people.", zh: "一个称呼可能是好几个人。"),
    why: Text(
      en: "What one of them said must not be booked to the other.", zh: "张三说的话，不能记到李四头上。"),
    clears: Text(
      en: "Write the full name once on that line, or as [[full name]].", zh: "在那一行写一次全名，或者写成 [[全名]]。"),
    example: Example(
      fires: Text(
        en: """
          # 2026-11-05 Larkfield Mills
          Met Tom Reed, production manager, and Tom Baker, head of IT.
          # 2026-11-12 Larkfield Mills
          Tom wants payback within two years.
          """,
        zh: """
          # 2026-11-05 长风纺织
          见了生产部经理王强和信息部经理王敏。
          # 2026-11-12 长风纺织
          王经理要求两年内回本。
          """),
      silent: Text(
        en: """
          # 2026-11-05 Larkfield Mills
          Met Tom Reed, production manager, and Tom Baker, head of IT.
          # 2026-11-12 Larkfield Mills
          Tom Reed wants payback within two years.
          """,
        zh: """
          # 2026-11-05 长风纺织
          见了生产部经理王强和信息部经理王敏。
          # 2026-11-12 长风纺织
          王强要求两年内回本。
          """),
      nearMiss: Text(
        en: """
          # 2026-11-05 Larkfield Mills
          Met Tom Reed, production manager.
          # 2026-11-12 Larkfield Mills
          Tom wants payback within two years.
          """,
        zh: """
          # 2026-11-05 长风纺织
          见了生产部经理王强和信息部经理李敏。
          # 2026-11-12 长风纺织
          王经理要求两年内回本。
          """))
  ) { journal in
    var places: [[String]: [Evidence]] = [:]
    for unchecked in journal.unchecked {
      if case .ambiguousPerson(let people) = unchecked.reason {
        places[people, default: []].append(unchecked.evidence)
      }
    }
    return places.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { people, evidence in
      let names = people.map { journal.person($0)?.name ?? $0 }
      let list = (en: names.joined(separator: " or "), zh: names.joined(separator: "，也可能是"))
      let form = evidence[0].quote
      return Finding.Draft(
        subject: people.joined(separator: " "),
        message: Text(
          en: "“\(form)” may be \(list.en); until that is clear, it counts for nobody.",
          zh: "“\(form)”可能是\(list.zh)；没弄清之前，先不记到谁头上。"),
        evidence: evidence)
    }
  }
}
