import DealJournal
import FactReading
import NoteSyntax
import SourceText

/// A journal put together by hand, so that reports can be tested without reading.
public struct JournalBuilder {
  private var facts: [JournalFact] = []
  private var signs: [JournalSign] = []
  private var influencers: [Influencer] = []
  private var commitments: [Commitment] = []
  private var people: [Person] = []
  private var unchecked: [Unchecked] = []
  private var line = 0
  private let asOf: Day
  private let deal: String
  private let otherForms: [String]

  /// A journal with one deal, which is called by `otherForms` as well.
  public init(deal: String = "Larkfield", otherForms: [String] = [], asOf: String = "2026-11-20") {
    self.deal = deal
    self.otherForms = otherForms
    self.asOf = Day(iso: asOf) ?? Day(number: 0)
  }

  /// A place for the next fact: every fact has a line of its own in `notes.md`.
  private mutating func place(_ quote: String) -> Evidence {
    line += 1
    return Evidence(path: "notes.md", span: Span(line * 10, line * 10 + 5), line: line, column: 1, quote: quote)
  }

  /// A fact on a day; returns its index.
  @discardableResult
  public mutating func fact(_ kind: FactKind, _ person: String? = nil, on day: String, _ quote: String = "words") -> Int
  {
    facts.append(
      JournalFact(
        kind: kind, day: Day(iso: day), deal: deal, person: person, basis: .stated, confidence: 1,
        assertion: Assertion(), dates: [], evidence: place(quote)))
    return facts.count - 1
  }

  /// A sign on a day, with a line of its own.
  public mutating func sign(
    _ kind: DealSign.Kind, _ person: String? = nil, on day: String, until: String? = nil, _ quote: String = "words"
  ) {
    signs.append(
      JournalSign(
        kind: kind, day: Day(iso: day), deal: deal, person: person,
        dates: until.flatMap { Day(iso: $0) }.map { [DayRange($0, $0)] } ?? [], evidence: place(quote), words: quote))
  }

  /// A person of the customer with a part in the deal, as told by the facts that were added before.
  public mutating func influencer(_ name: String, _ role: Role, title: String? = nil, otherForms: [String] = []) {
    let about = facts.indices.filter { facts[$0].person == name && (facts[$0].day ?? asOf) <= asOf }
    func among(_ kind: FactKind) -> [Int] { about.filter { facts[$0].kind == kind } }
    let kinds = Set(about.map { facts[$0].kind })
    people.append(
      Person(id: name, name: name, surfaces: [name] + otherForms, side: .customer, title: title, mentions: []))
    influencers.append(
      Influencer(
        person: name, role: role,
        need: kinds.contains(.needConfirmed) ? .confirmed : kinds.contains(.needRequirement) ? .stated : .unknown,
        value: kinds.intersection([.valueCapability, .valueBenefit, .valueDifference]), trustUp: among(.trustUp),
        trustDown: among(.trustDown), contacts: among(.contact).compactMap { facts[$0].day }, facts: about,
        introduced: place(name)))
  }

  /// A promise on a day.
  public mutating func promise(_ owner: Side, on day: String, due: String?, _ state: Commitment.State, _ quote: String)
  {
    let made = fact(owner == .ours ? .commitmentOurs : .commitmentTheirs, on: day, quote)
    commitments.append(
      Commitment(
        owner: owner, due: due.flatMap { Day(iso: $0) }.map { DayRange($0, $0) }, state: state, made: made))
  }

  /// Something that could not be used.
  public mutating func leave(_ reason: Unchecked.Reason, _ quote: String) {
    unchecked.append(Unchecked(reason: reason, evidence: place(quote)))
  }

  /// The journal with its one deal at `stage`.
  public func journal(_ stage: Stage, language: Language = .en) -> Journal {
    let days = Set(facts.compactMap(\.day)).sorted()
    return Journal(
      asOf: asOf, people: people.sorted { $0.id < $1.id },
      deals: [
        Deal(
          id: deal, name: deal, surfaces: [deal] + otherForms, account: deal, stage: stage, days: days,
          facts: facts.indices.sorted { ((facts[$0].day ?? asOf), $0) < ((facts[$1].day ?? asOf), $1) },
          signs: Array(signs.indices), influencers: influencers.sorted { $0.person < $1.person },
          commitments: commitments)
      ],
      facts: facts, signs: signs, entries: [], unchecked: unchecked, language: language)
  }
}
