import DealJournal
import FactReading
import NoteSyntax

extension Rule {
  /// Two entries of one day state opposite facts.
  static let contradiction = Rule(
    code: "J007", name: "contradiction", severity: .info,
    summary: Text(en: "Two notes of one day state opposite things.", zh: "同一天的两处记录说法相反。"),
    why: Text(
      en: "Later entries win over earlier ones; of two of the same day neither can.", zh: "以后写的为准；同一天的两处，谁也压不过谁。"),
    clears: Text(en: "Correct the one that is wrong, or strike it through.", zh: "改掉不对的那一处，或者划掉它。"),
    example: Example(
      fires: Text(
        en:
          "# 2026-11-12 Larkfield Mills #stage/care\nTom Reed, the production manager: not one stop since it runs #satisfaction/full.\n\nTom Reed: it never worked at all #satisfaction/none.\n",
        zh: "# 2026-11-12 长风纺织 #阶段/经营\n生产部王经理：上线后一次没停过 #满意/完全。\n\n王经理：从来就没好用过 #满意/没有。\n"),
      silent: Text(
        en:
          "# 2026-11-12 Larkfield Mills #stage/care\nTom Reed, the production manager: not one stop since it runs #satisfaction/full.\n",
        zh: "# 2026-11-12 长风纺织 #阶段/经营\n生产部王经理：上线后一次没停过 #满意/完全。\n"),
      nearMiss: Text(
        en:
          "# 2026-11-05 Larkfield Mills #stage/care\nTom Reed, the production manager: it never worked at all #satisfaction/none.\n# 2026-11-12 Larkfield Mills #stage/care\nTom Reed: not one stop since the repair #satisfaction/full.\n",
        zh: "# 2026-11-05 长风纺织 #阶段/经营\n生产部王经理：从来就没好用过 #满意/没有。\n# 2026-11-12 长风纺织 #阶段/经营\n王经理：修好以后一次没停过 #满意/完全。\n"))
  ) { journal in
    var places: [Subject: [FactKind: [Evidence]]] = [:]
    for fact in journal.facts where fact.isHeld && fact.isLikely {
      guard let day = fact.day, let deal = fact.deal, [.satisfactionFull, .satisfactionNone].contains(fact.kind) else {
        continue
      }
      places[Subject(deal: deal, person: fact.person ?? "", day: day), default: [:]][fact.kind, default: []].append(
        fact.evidence)
    }
    return places.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }.map { subject, sides in
      let first = sides[.satisfactionFull]?.first
      let second = sides[.satisfactionNone]?.first
      return Finding.Draft(
        subject: "\(subject.deal) \(subject.person) \(subject.day.iso)",
        message: Text(
          en: "On \(subject.day.short.en) one line says “\(first?.words ?? "")”, another “\(second?.words ?? "")”.",
          zh: "\(subject.day.short.zh)一处写“\(first?.words ?? "")”，另一处写“\(second?.words ?? "")”。"),
        evidence: [first, second].compactMap(\.self))
    }
  }
}

/// Of whom, in which deal and on which day two lines speak.
private struct Subject: Hashable, Comparable {
  let deal: String
  let person: String
  let day: Day

  static func < (left: Subject, right: Subject) -> Bool {
    (left.deal, left.person, left.day) < (right.deal, right.person, right.day)
  }
}
