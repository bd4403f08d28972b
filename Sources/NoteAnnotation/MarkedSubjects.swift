import DealJournal
import FactReading
import SourceText

/// What the marks of a journal say, to be held against what they were put there to say.
struct MarkedSubjects {
  private struct Fact: Hashable {
    let path: String
    let sentence: Int
    let kind: FactKind
  }

  private let readings: [NoteReading]
  private let unmarked: Set<Fact>
  private let names: Set<String>
  private let placed: Set<String>
  private let claimed: Set<String>

  /// Looks through a journal and the readings that it was folded from.
  init(_ journal: Journal, _ readings: [NoteReading]) {
    self.readings = readings
    let positions = Dictionary(
      readings.indices.map { (readings[$0].path, $0) }, uniquingKeysWith: { first, _ in first })
    unmarked = Set(
      journal.facts.lazy.filter { $0.basis != .marked }.compactMap { fact in
        let path = fact.evidence.path
        return positions[path].flatMap { readings[$0].sentence(startingAt: fact.evidence.span.start) }.map {
          Fact(path: path, sentence: $0, kind: fact.kind)
        }
      })
    names = Set(readings.lazy.flatMap(\.names).filter(\.isMarked).map { $0.surface.lowercased() })
    placed = Set(journal.people.lazy.filter(\.isPlaced).map(\.id))
    claimed = Set(journal.deals.lazy.filter { $0.claimedStage != nil }.map(\.id))
  }

  /// Whether a proposal that was taken says what it is meant to.
  func include(_ proposal: Proposal) -> Bool {
    switch proposal.subject {
    case .facts(let note, let sentence, let kind):
      !unmarked.contains(Fact(path: readings[note].path, sentence: sentence, kind: kind))
    case .name(let surface): names.contains(surface.lowercased())
    case .part(let person): placed.contains(person)
    case .deal(let note, let sentence):
      readings[note].marks.contains { mark in
        switch mark.meaning {
        case .deal, .account: mark.sentence == sentence
        default: false
        }
      }
    case .stage(let deal): claimed.contains(deal)
    }
  }
}
