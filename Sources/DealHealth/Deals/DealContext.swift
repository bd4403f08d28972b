import DealJournal
import FactReading
import NoteSyntax

/// A deal and the journal it stands in, as a rule sees them: only what was known at the journal's `asOf`.
public struct DealContext: Sendable {
  /// The deal.
  public let deal: Deal
  /// The journal.
  public let journal: Journal
  /// What is known and holds, by kind, each in order of day: denied, asked and imagined things are left out.
  private let factsByKind: [FactKind: [JournalFact]]
  /// What is known of signs, by kind, each in order of day; only stated ones.
  private let signsByKind: [DealSign.Kind: [JournalSign]]
  /// The settings of rules.
  private let settings: RuleSettings
  /// What kind of selling it is.
  public let profile: Profile
  /// The people with a part in the decision, heaviest role first, then by id.
  public let chain: [Influencer]
  /// What is known of each of them, by `Person.id`, in order of day, then place: rule after rule asks for it.
  private let timelines: [String: [JournalFact]]
  /// Where signs stand, by kind.
  private let linesBySign: [DealSign.Kind: Set<Evidence>]
  /// The doubts that say something against somebody.
  let doubts: StandingDoubts
  /// Where the latest entry that speaks of the deal begins.
  private let lastEntry: Evidence?
  /// What the deal is likely to lack, by everything that is known of it.
  private(set) var likelihood = GapLikelihood.unknown

  /// Looks at `deal` as a part of `journal`; `gaps` tells what is likely.
  init(
    deal: Deal, journal: Journal, lastEntry: Evidence?, settings: RuleSettings = RuleSettings(),
    gaps: LinearModel? = nil
  ) {
    self.deal = deal
    self.settings = settings
    self.journal = journal
    self.lastEntry = lastEntry
    let known = deal.facts.map { journal.facts[$0] }
      .filter { $0.isHeld && ($0.day ?? journal.asOf) <= journal.asOf }
    factsByKind = Dictionary(grouping: known, by: \.kind)
    let chain = deal.influencers.filter { $0.role != .none }
      .sorted { ($0.role.rank, $0.person) < ($1.role.rank, $1.person) }
    self.chain = chain
    timelines = Dictionary(
      chain.map { ($0.person, Self.timeline(of: $0, in: journal)) }, uniquingKeysWith: { first, _ in first })
    let signs = deal.signs.map { journal.signs[$0] }.filter { $0.isStated && ($0.day ?? journal.asOf) <= journal.asOf }
    signsByKind = Dictionary(grouping: signs, by: \.kind)
    linesBySign = signsByKind.mapValues { Set($0.map(\.evidence)) }
    doubts = StandingDoubts(
      among: factsByKind[.trustDown] ?? [], spokenAt: linesBySign[.doubts] ?? [],
      silentAt: linesBySign[.noAnswer] ?? [],
      contacts: factsByKind[.contact] ?? [],
      promises: deal.commitments.filter { $0.owner == .customer }.map { journal.facts[$0.made] },
      names: deal.surfaces + deal.influencers.compactMap { journal.person($0.person) }.flatMap(\.surfaces),
      asOf: journal.asOf)
    profile = settings.profile(of: deal) ?? Self.profile(of: signsByKind.mapValues(\.count), isAlone: chain.count < 2)
    likelihood = GapLikelihood(of: self, model: gaps)
  }

  /// The value of a setting.
  public subscript(setting: Setting) -> Int { settings[setting] }

  /// The journal's `asOf`.
  public var asOf: Day { journal.asOf }

  /// What is known of the given kinds, in order of day.
  public func facts(_ kinds: FactKind...) -> [JournalFact] {
    kinds.count == 1
      ? factsByKind[kinds[0]] ?? []
      : kinds.flatMap { factsByKind[$0] ?? [] }.sorted {
        ($0.day ?? asOf, $0.evidence.path, $0.evidence.line) < ($1.day ?? asOf, $1.evidence.path, $1.evidence.line)
      }
  }

  /// Whether anything is known of the given kinds.
  public func has(_ kinds: FactKind...) -> Bool { kinds.contains { factsByKind[$0] != nil } }

  /// What is stated of the given kinds of signs, in order of day.
  public func signs(_ kinds: DealSign.Kind...) -> [JournalSign] {
    kinds.count == 1
      ? signsByKind[kinds[0]] ?? []
      : kinds.flatMap { signsByKind[$0] ?? [] }.sorted {
        ($0.day ?? asOf, $0.evidence.path, $0.evidence.span.start) < (
          $1.day ?? asOf, $1.evidence.path, $1.evidence.span.start
        )
      }
  }

  /// Whether anything is stated of the given kinds of signs.
  public func has(sign kinds: DealSign.Kind...) -> Bool { kinds.contains { signsByKind[$0] != nil } }

  /// Whether a reading is borne out by more than a likeness: a mark or a label says it, or a sign in the same sentence.
  func isBorneOut(_ fact: JournalFact, by sign: DealSign.Kind) -> Bool {
    fact.basis > .inferred || linesBySign[sign]?.contains(fact.evidence) ?? false
  }

  /// Whether the writer marked anything that is known of the deal.
  var isMarked: Bool { factsByKind.values.contains { $0.contains { $0.basis == .marked } } }

  /// The last day on which a note speaks of the deal.
  public var lastDay: Day? { deal.days.last { $0 <= asOf } }

  /// Days without a word since then; holidays are none.
  public var silentDays: Int? { lastDay.map { settings.workdays(from: $0, to: asOf) } }

  /// Whether more than a mere possibility is known of a kind: it was stated, or its readings from prose amount to something.
  func isBacked(_ kind: FactKind) -> Bool {
    facts(kind).reduce(0) { $0 + ($1.basis > .inferred ? 1 : $1.confidence) } >= Threshold.possible
  }

  /// Days since we last met, called or exchanged messages with anybody, or were told how what was bought does; without any
  /// such word, since the last entry.
  var daysWithoutContact: Int? {
    let last = (facts(.contact).compactMap(\.day) + signs(.outcome).compactMap(\.day)).max()
    return last.map { settings.workdays(from: $0, to: asOf) } ?? silentDays
  }

  /// What readers call a person.
  public func name(_ person: String) -> String { journal.person(person)?.name ?? person }
}

extension JournalFact {
  /// Whether the reading is sure enough to hold something against somebody: what is stated or marked, or likely.
  var isLikely: Bool { basis > .inferred || confidence >= Threshold.likely }

  /// Whether it counts: a thing that has happened, or for a promise, one that was made.
  public var isHeld: Bool {
    switch kind {
    case .commitmentOurs, .commitmentTheirs:
      assertion.polarity == .affirmed && [.fact, .plan, .instruction].contains(assertion.modality)
    default: assertion.isDone
    }
  }
}

extension Role {
  /// Heavier in a decision first.
  public var rank: Int {
    switch self {
    case .economic: 0
    case .technical: 1
    case .coach: 2
    case .user: 3
    case .other: 4
    case .none: 5
    }
  }
}

extension DealContext {
  /// Steps that are still to come: promises of either side that are neither settled nor late, and either dated or
  /// fresh.
  var nextSteps: [Commitment] {
    deal.commitments.filter {
      $0.state == .open
        && ($0.due != nil || asOf - (journal.facts[$0.made].day ?? asOf) <= self[.undatedStepDays])
    }
  }

  /// Lines that set a day to see each other which is still to come, whoever set it: "Visit agreed for 12 November".
  var appointments: [JournalSign] {
    signs(.appointment).filter { !$0.isDenied && $0.dates.contains { $0.last >= asOf } }
  }

  /// Promises of ours that are late or were missed, and not made good.
  var unkeptPromises: [Commitment] { latePromises.filter { $0.owner == .ours } }

  /// Promises of either side that are late or were missed, and not made good: nothing was said to be done since.
  var latePromises: [Commitment] {
    let done = facts(.commitmentDone).compactMap(\.day)
    return deal.commitments.filter { commitment in
      // A doubtful word that it was missed leaves the promise as late as it was.
      let isMissed = commitment.settled.map { journal.facts[$0].isLikely } ?? false
      let isPast = commitment.state == .overdue || commitment.due.map { $0.last < asOf } ?? false
      let made = journal.facts[commitment.made]
      let isMade = made.isLikely || commitment.owner == .customer && isBorneOut(made, by: .promises)
      guard isMissed || isPast && isMade else { return false }
      let day = made.day ?? asOf
      switch commitment.state {
      case .open, .done: return false
      case .overdue: return !done.contains { $0 > day }
      case .broken:
        let missed = commitment.settled.flatMap { journal.facts[$0].day } ?? day
        return !done.contains { $0 >= missed }
      }
    }
  }

  /// Whether somebody was neither told of any value nor saw anything tried or reckoned: that is told in many ways, and not
  /// always read as value.
  func isShownNothing(_ influencer: Influencer) -> Bool {
    guard influencer.value.isEmpty else { return false }
    let planned = Set(facts(.commitmentOurs, .commitmentTheirs).map(\.evidence))
    return !signs(.shows).contains { $0.person == influencer.person && !planned.contains($0.evidence) }
  }

  /// What is known of an influencer and holds, in order of day, then place.
  func timeline(of influencer: Influencer) -> [JournalFact] {
    timelines[influencer.person] ?? Self.timeline(of: influencer, in: journal)
  }

  private static func timeline(of influencer: Influencer, in journal: Journal) -> [JournalFact] {
    let asOf = journal.asOf
    return influencer.facts.map { journal.facts[$0] }.filter { $0.isHeld && ($0.day ?? asOf) <= asOf }
      .sorted {
        ($0.day ?? asOf, $0.evidence.path, $0.evidence.line) < ($1.day ?? asOf, $1.evidence.path, $1.evidence.line)
      }
  }

  /// Whether we have met, called or exchanged messages with an influencer, dated or not; whom the writer says to have been
  /// shown something has been met.
  func isMet(_ influencer: Influencer) -> Bool {
    !influencer.contacts.isEmpty
      || influencer.facts.lazy.map { journal.facts[$0] }.contains {
        $0.isHeld && ($0.kind == .contact || $0.basis == .marked && ValueMatrix.kinds.contains($0.kind))
      }
  }

  /// Where the facts of the given kinds about an influencer stand, latest first; `otherwise` when there are none.
  func evidence(of influencer: Influencer, _ kinds: FactKind..., otherwise: Evidence) -> [Evidence] {
    let found = timeline(of: influencer).filter { kinds.contains($0.kind) }
    return found.isEmpty ? [otherwise] : found.reversed().map(\.evidence)
  }

  /// The latest place that says anything about the deal.
  var lastEvidence: Evidence? {
    deal.facts.last { (journal.facts[$0].day ?? asOf) <= asOf }.map { journal.facts[$0].evidence } ?? lastEntry
  }

  /// For each deal, where the latest entry up to `asOf` that speaks of it begins.
  static func lastEntries(of journal: Journal) -> [String: Evidence] {
    var last: [String: (day: Day, evidence: Evidence)] = [:]
    for entry in journal.entries {
      let day = entry.day ?? journal.asOf
      guard day <= journal.asOf else { continue }
      for deal in entry.deals where last[deal].map({ $0.day <= day }) ?? true { last[deal] = (day, entry.evidence) }
    }
    return last.mapValues(\.evidence)
  }

  /// Where `facts` stand, latest first, each place once; without any, the latest place that speaks of the deal.
  func evidence(_ facts: [JournalFact]) -> [Evidence] {
    var told: Set<Evidence> = []
    return facts.isEmpty
      ? lastEvidence.map { [$0] } ?? [] : facts.reversed().map(\.evidence).filter { told.insert($0).inserted }
  }
}
