import FactReading
import NoteSyntax
import SourceText
import Testing

@testable import DealJournal

/// The people of a journal whose files are named by day.
private func people(_ notes: [String: String], team: [String] = []) -> [Person] {
  let settings = ReadingSettings(team: team)
  let readings = notes.map { path, text in
    NoteReading(of: Note(parsing: SourceFile(path: path, text: text)), settings: settings)
  }
  return Journal(folding: readings, asOf: Day(number: 20_777), settings: settings).people
}

@Suite struct CastTests {
  private static let two = [
    "2026-10-01.md": "Met Chris Delgado (ops manager) at Ferro. Chris asked for a price.",
    "2026-10-02.md": "Met Chris Park (CFO) at Harrow. Chris wants a pilot.",
  ]

  @Test func oneGivenNameOfTwoPeopleMeansTheOneOfItsNote() {
    let found = people(Self.two)
    let delgado = found.first { $0.name == "Chris Delgado" }
    let park = found.first { $0.name == "Chris Park" }
    #expect(delgado?.mentions.map(\.path) == ["2026-10-01.md", "2026-10-01.md"])
    #expect(park?.mentions.map(\.path) == ["2026-10-02.md", "2026-10-02.md"])
  }

  @Test func aTitleIsItsFullNameWhereOneNoteBearsItOut() {
    let found = people(["2026-10-01.md": "采购总监王志刚接待了我们。王总说预算够，王总要我们下周报价。"])
    #expect(found.map { Set($0.surfaces) }.contains { $0.isSuperset(of: ["王志刚", "王总"]) })
  }

  @Test func twoPeopleOfOneSurnameStayApart() {
    let found = people(["2026-10-01.md": "王总说再看看。王主任也在，王主任问了接口。"])
    #expect(!found.contains { $0.surfaces.contains("王总") && $0.surfaces.contains("王主任") })
  }

  @Test func theTeamIsOurs() {
    let found = people(Self.two, team: ["Chris Park"])
    #expect(found.first { $0.name == "Chris Park" }?.side == .ours)
    #expect(found.filter { $0.side == .ours }.count == 1)
  }

  @Test func orderOfNotesChangesNothing() {
    let readings = Self.two.sorted { $0.key < $1.key }.map {
      NoteReading(of: Note(parsing: SourceFile(path: $0.key, text: $0.value)))
    }
    let day = Day(number: 20_777)
    let forward = Journal(folding: readings, asOf: day).people
    let backward = Journal(folding: readings.reversed(), asOf: day).people
    #expect(forward.map(\.id) == backward.map(\.id))
    #expect(forward.map(\.surfaces) == backward.map(\.surfaces))
  }
}
