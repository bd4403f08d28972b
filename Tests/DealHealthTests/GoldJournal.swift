import FactReading
import FoundationEssentials
import NoteSyntax
import SourceText

@testable import DealJournal

/// An annotated journal as a perfect reading would give it, so that rules can be judged apart from reading.
struct GoldJournal: Sendable {
  /// The folder's name.
  let name: String
  /// People, deals, stages and facts as annotated; days and due dates as read from the notes.
  let journal: Journal
  /// The gaps that the annotator marked.
  let gaps: Set<Gap>

  /// What a gap's score looks at.
  struct Gap: Hashable, Sendable {
    let deal: String
    let kind: String
  }

  /// Reads `folder/gold.json` and `folder/notes`.
  init(folder: String) throws {
    let manager = FileManager.default
    let gold = try JSONDecoder().decode(
      Gold.self, from: manager.contents(atPath: folder + "/gold.json") ?? Data())
    let asOf = Day(iso: gold.as_of) ?? Day(number: 0)
    let paths = try manager.subpathsOfDirectory(atPath: folder + "/notes").sorted()
    let notes = paths.compactMap { path in
      manager.contents(atPath: folder + "/notes/" + path).map {
        Note(parsing: SourceFile(path: path, bytes: Array($0)))
      }
    }
    name = String(folder.split(separator: "/").last ?? "")
    gaps = Set(gold.gaps.map { Gap(deal: $0.deal, kind: $0.kind) })
    let pages = Pages(notes, asOf: asOf)
    let facts = gold.facts.compactMap { pages.fact($0) }
      .sorted {
        ($0.evidence.path, $0.evidence.line, $0.kind.rawValue) < ($1.evidence.path, $1.evidence.line, $1.kind.rawValue)
      }
    let entries = pages.entries(facts)
    journal = Journal(
      asOf: asOf,
      people: gold.people.map {
        Person(
          id: $0.id, name: $0.name, surfaces: $0.surface, side: Side(rawValue: $0.side) ?? .other, title: $0.title,
          organisation: $0.org, mentions: [])
      },
      deals: gold.deals.map { Self.deal($0, gold: gold, facts: facts, entries: entries, asOf: asOf) }, facts: facts,
      entries: entries, unchecked: [], language: .en)
  }

  private static func deal(
    _ deal: Gold.Deal, gold: Gold, facts: [JournalFact], entries: [JournalEntry], asOf: Day
  ) -> Deal {
    let own = facts.indices.filter { facts[$0].deal == deal.id }
      .sorted { ((facts[$0].day ?? asOf), $0) < ((facts[$1].day ?? asOf), $1) }
    let known = own.filter { (facts[$0].day ?? asOf) <= asOf }
    let influencers = gold.people.filter { $0.side == "customer" && $0.deals.contains(deal.id) }
      .sorted { $0.id < $1.id }
      .map { person in
        let about = known.filter { facts[$0].person == person.id }
        func among(_ kind: FactKind) -> [Int] { about.filter { facts[$0].kind == kind } }
        let kinds = Set(about.map { facts[$0].kind })
        return Influencer(
          person: person.id, role: Role(rawValue: person.role ?? "") ?? .none,
          need: kinds.contains(.needGuided)
            ? .guided
            : kinds.contains(.needConfirmed)
              ? .confirmed : kinds.isDisjoint(with: [.needRequirement, .needDriver]) ? .unknown : .stated,
          value: kinds.intersection([.valueCapability, .valueBenefit, .valueDifference]), trustUp: among(.trustUp),
          trustDown: among(.trustDown), contacts: Set(among(.contact).compactMap { facts[$0].day }).sorted(),
          facts: about,
          introduced: about.first.map { facts[$0].evidence }
            ?? Evidence(path: "", span: Span(0, 0), line: 1, column: 1, quote: ""))
      }
    return Deal(
      id: deal.id, name: deal.name, surfaces: deal.surface, account: deal.account,
      stage: Stage(rawValue: deal.stage) ?? .lead,
      days: Set(entries.filter { $0.deals.contains(deal.id) }.compactMap(\.day)).sorted(), facts: own,
      influencers: influencers, commitments: CommitmentLedger.commitments(of: facts, known, asOf: asOf))
  }

  /// The notes, by file and line.
  private struct Pages {
    private let notes: [String: (index: Int, note: Note)]
    private let calendar: JournalCalendar

    init(_ notes: [Note], asOf: Day) {
      self.notes = Dictionary(
        uniqueKeysWithValues: notes.enumerated().map { ($0.element.source.path, ($0.offset, $0.element)) })
      calendar = JournalCalendar(notes.map { NoteReading(of: $0) }, asOf: asOf)
    }

    func fact(_ fact: Gold.Fact) -> JournalFact? {
      guard let kind = FactKind(rawValue: fact.kind), let (index, note) = notes[fact.file] else { return nil }
      let entry = note.entries.lastIndex { $0.line <= fact.line } ?? (note.entries.isEmpty ? nil : 0)
      let day = entry.flatMap { calendar.day(ofEntry: $0, inNote: index) }
      let span = note.source.lines.span(ofLine: fact.line)
      let dates = note.dates.filter { date in
        date.sentence.map { note.sentences[$0].line == fact.line } ?? false
      }
      return JournalFact(
        kind: kind, day: day, deal: fact.deal, person: fact.person, basis: .stated, confidence: 1,
        assertion: Assertion(),
        dates: dates.compactMap { $0.expression.resolved(anchor: day, convention: calendar.convention) },
        evidence: Evidence(
          path: fact.file, span: span, line: fact.line, column: 1, quote: note.source.text(of: span)))
    }

    func entries(_ facts: [JournalFact]) -> [JournalEntry] {
      notes.values.sorted { $0.index < $1.index }.flatMap { index, note in
        note.entries.indices.map { entry in
          let first = note.entries[entry].line
          let next = entry + 1 < note.entries.count ? note.entries[entry + 1].line : Int.max
          let inside = facts.filter {
            $0.evidence.path == note.source.path && $0.evidence.line >= first && $0.evidence.line < next
          }
          return JournalEntry(
            day: calendar.day(ofEntry: entry, inNote: index),
            evidence: Evidence(path: note.source.path, span: Span(0, 0), line: first, column: 1, quote: ""),
            deals: Set(inside.compactMap(\.deal)).sorted())
        }
      }
    }
  }
}

/// The file `gold.json`, as its guideline describes it.
private struct Gold: Decodable {
  struct Person: Decodable {
    let id: String
    let name: String
    let surface: [String]
    let side: String
    let org: String?
    let title: String?
    let deals: [String]
    let role: String?
  }
  struct Deal: Decodable {
    let id: String
    let name: String
    let surface: [String]
    let account: String
    let stage: String
  }
  struct Fact: Decodable {
    let file: String
    let line: Int
    let kind: String
    let deal: String?
    let person: String?
  }
  struct Gap: Decodable {
    let deal: String
    let kind: String
  }
  let as_of: String
  let people: [Person]
  let deals: [Deal]
  let facts: [Fact]
  let gaps: [Gap]
}
