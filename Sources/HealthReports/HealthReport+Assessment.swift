import DealHealth
import DealJournal
import FactReading
import NoteSyntax

extension HealthReport {
  /// Reports on `assessment` in `language`, by default the journal's own.
  public init(_ assessment: Assessment, language: Language? = nil) {
    let language = language ?? assessment.journal.language
    self.language = language
    asOf = assessment.journal.asOf.iso
    let folder = SharedFolder(of: assessment.journal)
    let pages = zip(assessment.journal.deals, assessment.standings).map { deal, standing in
      let findings = assessment.findings(ofDeal: deal.id)
      let weight = deal.stage == .lost ? -1 : findings.map(\.weight).max() ?? 0
      return (weight: weight, page: DealPage(deal, standing, findings, assessment, folder, language))
    }
    deals = pages.sorted { (-$0.weight, $0.page.id) < (-$1.weight, $1.page.id) }.map(\.page)
    unchecked = assessment.journal.unchecked.map { UncheckedRow($0, folder, language) }
  }
}

extension HealthReport.DealPage {
  init(
    _ deal: Deal, _ standing: Standing, _ findings: ArraySlice<Finding>, _ assessment: Assessment,
    _ folder: SharedFolder, _ language: Language
  ) {
    let journal = assessment.journal
    id = deal.id
    name = deal.name
    account = deal.account
    stage = deal.stage
    claimedStage = deal.claimedStage.flatMap { $0.stage == deal.stage ? nil : $0.stage }
    lastEntry = deal.days.last { $0 <= journal.asOf }?.iso
    governing = standing.governing
    gates = standing.gates.map { reading in
      HealthReport.GateRow(
        gate: reading.gate, met: reading.met, open: reading.open, unknown: reading.unknown,
        share: reading.share.map { ($0 * 100).rounded() / 100 },
        items: reading.items.map {
          HealthReport.ItemRow(
            text: $0.text.spaced.in(language), state: $0.state,
            evidence: $0.evidence.prefix(3).map { HealthReport.Place($0, in: folder) })
        })
    }
    let context = assessment.context(of: deal)
    let sold = SoldNeed.all(of: context)
    influencers = deal.influencers.filter { $0.role != .none }.map {
      HealthReport.InfluencerRow($0, sold: sold, in: journal)
    }
    self.findings = findings.map { HealthReport.FindingRow($0, folder, language) }
    action = standing.action.map { action in
      HealthReport.ActionRow(
        text: action.text.spaced.in(language),
        reasons: action.reasons.map { HealthReport.FindingRow($0, folder, language) })
    }
    commitments = standing.promises.map {
      HealthReport.CommitmentRow(
        owner: $0.owner, due: $0.due?.last.iso, state: $0.state,
        evidence: HealthReport.Place(journal.facts[$0.made].evidence, in: folder))
    }
    isAtRisk = assessment.isAtRisk(deal)
    trustEvents = context.facts(.trustUp, .trustDown).map { fact in
      HealthReport.TrustEvent(
        day: (fact.day ?? journal.asOf).iso, isUp: fact.kind == .trustUp, personID: fact.person,
        person: fact.person.map(context.name),
        evidence: HealthReport.Place(fact.evidence, in: folder))
    }
    sheet = DealSheet(
      context, waiting: assessment.waiting(ofDeal: deal.id),
      dismissed: assessment.dismissed.filter { $0.finding.deal == deal.id }, folder, language)
  }
}

extension HealthReport.InfluencerRow {
  init(_ influencer: Influencer, sold: [SoldNeed], in journal: Journal) {
    let person = journal.person(influencer.person)
    id = influencer.person
    name = person?.name ?? influencer.person
    title = person?.title
    role = influencer.role
    need = influencer.need
    value = ValueMatrix.kinds.filter(influencer.value.contains)
    outcome = sold.first { $0.person == influencer.person }?.outcome
    trustUp = influencer.trustUp.count
    trustDown = influencer.trustDown.count
    lastContact = influencer.contacts.last { $0 <= journal.asOf }?.iso
  }
}

extension HealthReport.FindingRow {
  init(_ finding: Finding, _ folder: SharedFolder, _ language: Language) {
    code = finding.code
    name = finding.name
    severity = finding.severity
    person = finding.person
    message = finding.message.in(language)
    clears = finding.clears.in(language)
    evidence = finding.evidence.map { HealthReport.Place($0, in: folder) }
  }

  /// Whether it is the same finding.
  func isSame(as other: HealthReport.FindingRow) -> Bool { code == other.code && person == other.person }
}

extension HealthReport.UncheckedRow {
  init(_ unchecked: Unchecked, _ folder: SharedFolder, _ language: Language) {
    evidence = HealthReport.Place(unchecked.evidence, in: folder)
    switch unchecked.reason {
    case .undated: (reason, detail) = (.undated, "")
    case .unassigned: (reason, detail) = (.unassigned, "")
    case .ambiguousPerson(let people):
      (reason, detail) = (.ambiguousPerson, people.joined(separator: language == .zh ? "、" : ", "))
    case .problem(let problem):
      detail = language == .zh ? problem.detailZh : problem.detail
      switch problem.kind {
      case .unreadable: reason = .unreadable
      case .unknownMark: reason = .unknownMark
      case .badFrontMatter: reason = .badFrontMatter
      }
    }
  }
}
