import DealJournal
import FactReading
import NoteSyntax

extension Rule {
  /// Our supporter leaves, falls silent or cools.
  static let coachAtRisk = Rule(
    code: "P308", name: "coach-at-risk", gate: .people, stages: .needs ... .exchange, weight: 58,
    waitsOn: Cause.samePerson("T501"), settings: [.coachDays],
    summary: Text(
      en: "Whoever guides us inside leaves, has fallen silent or has cooled.", zh: "给我们指路的人要走、没了动静，或者态度变了。"),
    why: Text(
      en: "Without a guide we know what is said to us, and nothing of what is said about us.",
      zh: "没了内线，只听得到当面的话，听不到背后的话。"),
    clears: Text(en: "Call them today, and ask whom else they would trust with this.", zh: "今天就打个电话，问问除了他还能找谁。"),
    example: Example(
      at: .needs,
      fires: [
        .user,
        .say(
          en: "Met Ravi Patel, who guides us inside #role/coach. Ravi Patel is leaving at Christmas.",
          zh: "见了信息部周主任，他一直给我们指路 #角色/教练，年底要离职。"),
      ],
      silent: [
        .user,
        .say(
          en: "Met Ravi Patel, who guides us inside #role/coach. Ravi Patel stays on the project.",
          zh: "见了信息部周主任，他一直给我们指路 #角色/教练，项目还是他跟。"),
      ],
      nearMiss: [
        .user,
        .say(
          en: "Met Ravi Patel, who guides us inside #role/coach. Ravi Patel is not leaving.",
          zh: "见了信息部周主任，他一直给我们指路 #角色/教练，他没有离职。"),
      ])
  ) { context in
    context.chain.filter { $0.role == .coach }.compactMap { context.risk(of: $0) }
  }
}

extension DealContext {
  /// What endangers the support of a coach: they leave, they cool, or they have been silent while the deal went on.
  fileprivate func risk(of coach: Influencer) -> Finding.Draft? {
    let name = name(coach.person)
    let message: Text
    let places: [Evidence]
    if let leaves = signs(.leaves).last(where: { $0.person == coach.person }) {
      message = Text(
        en: "\(name), who guides us inside, will not stay: “\(leaves.evidence.words)”.",
        zh: "给我们指路的\(name)待不久了：“\(leaves.evidence.words)”。")
      places = [leaves.evidence]
    } else if let last = timeline(of: coach).last(where: { $0.kind == .trustUp || $0.kind == .trustDown }),
      last.kind == .trustDown, last.isLikely
    {
      message = Text(
        en: "\(name), who guides us inside, has cooled of late.", zh: "给我们指路的\(name)，最近态度变了。")
      places = [last.evidence]
    } else if coach.trustUp.count > 1, let contact = coach.contacts.last, asOf - contact >= self[.coachDays],
      let silent = silentDays, silent < self[.coachDays]
    {
      message = Text(
        en:
          "The deal goes on, and it is \(asOf - contact) days since anybody spoke with \(name), who guides us inside.",
        zh: "单子在走，给我们指路的\(name)却\(asOf - contact)天没联系了。")
      places = evidence(of: coach, .contact, otherwise: coach.introduced)
    } else {
      return nil
    }
    return Finding.Draft(
      person: coach.person, message: message,
      clears: Text(
        en: "Call \(name) today, and ask whom else they would trust with this.",
        zh: "今天就给\(name)打个电话，问问除了他还能找谁。"),
      evidence: places)
  }
}

extension Setting {
  /// Days without contact after which a coach has fallen silent while the deal goes on.
  static let coachDays = Setting(
    "P308.days", standard: 30,
    summary: Text(
      en: "Days without contact after which a coach has fallen silent while the deal goes on.",
      zh: "单子在走、内线多少天没联系算没了动静。"))
}
