import DealJournal
import FactReading
import NoteSyntax
import SourceText

/// What two readings of a journal must have in common for marks to have changed nothing: facts, people, deals.
struct JournalLikeness {
  /// A fact by its sentence, whatever its basis.
  struct Fact: Hashable {
    let note: Int
    let sentence: Int
    let kind: FactKind
    let deal: String?
    let person: String?
    let assertion: Assertion
    let dates: [DayRange]
  }

  private struct Someone: Hashable {
    let id: String
    let side: Side
    let title: String?
    let surfaces: Set<String>
  }

  private struct Pursuit: Hashable {
    let id: String
    let account: String
    let stage: Stage
    let shownStage: Stage
    let days: [Day]
    let parts: [[String]]
    let promises: [String]
    let surfaces: Set<String>
  }

  /// How often each fact occurs.
  let facts: [Fact: Int]
  private let people: [Someone]
  private let deals: [Pursuit]

  /// The traits of `journal`, which `readings` were folded to.
  init(_ journal: Journal, _ readings: [NoteReading]) {
    let positions = Dictionary(
      readings.indices.map { (readings[$0].path, $0) }, uniquingKeysWith: { first, _ in first })
    var facts: [Fact: Int] = [:]
    for fact in journal.facts {
      guard let note = positions[fact.evidence.path] else { continue }
      let sentence = readings[note].sentence(startingAt: fact.evidence.span.start) ?? -1
      let key = Fact(
        note: note, sentence: sentence, kind: fact.kind, deal: fact.deal, person: fact.person,
        assertion: fact.assertion, dates: fact.dates)
      facts[key, default: 0] += 1
    }
    self.facts = facts
    people = journal.people.map {
      Someone(id: $0.id, side: $0.side, title: $0.title, surfaces: Set($0.surfaces))
    }
    deals = journal.deals.map { deal in
      Pursuit(
        id: deal.id, account: deal.account, stage: deal.stage, shownStage: deal.shownStage, days: deal.days,
        parts: deal.influencers.map { [$0.person, $0.role.rawValue] },
        promises: deal.commitments.map { "\($0.owner) \($0.state) \($0.made) \($0.settled ?? -1)" },
        surfaces: Set(deal.surfaces))
    }
  }

  /// Whether people and deals are the same.
  func agrees(with other: JournalLikeness) -> Bool { people == other.people && deals == other.deals }

  /// Facts that one has more often than the other.
  func differences(from other: JournalLikeness) -> [Fact] {
    guard facts != other.facts else { return [] }
    return Set(facts.keys).union(other.facts.keys).filter { facts[$0] != other.facts[$0] }
  }
}

extension NoteReading {
  /// The sentence that starts at an offset of the file, as an index of `sentences`.
  func sentence(startingAt offset: Int) -> Int? {
    let index = sentences.firstIndexSorted { $0.span.start >= offset }
    return index < sentences.count && sentences[index].span.start == offset ? index : nil
  }
}
