import FactReading
import NoteSyntax
import SourceText
import Testing

@testable import DealJournal

/// What is told of the people around a sentence to the model that chooses whom a fact concerns.
@Suite struct PersonBindingTests {
  /// The features of the only person named in the last sentence of a note, for a need.
  private func features(_ text: String) throws -> [UInt32] {
    let reading = NoteReading(of: Note(parsing: SourceFile(path: "2026-11-12.md", text: text)))
    let asOf = try #require(Day(iso: "2026-11-20"))
    let study = PlacementStudy([reading], asOf: asOf, people: ReadingModels.builtin.people)
    let last = reading.sentences.count - 1
    let named = study.bindings[0].choices(for: .needRequirement, sentence: last).filter { $0.person != nil }
    return try #require(named.count == 1 ? named.first : nil).features
  }

  /// Whoever acts in a sentence is told from whom it only names; who acted in the one before acts in this one no more.
  @Test func onlyTheSentenceTellsWhoActs() throws {
    #expect(
      try features("We rang Ann Cole.\nAnn Cole wants fewer stops.")
        != features("We rang Ann Cole.\nWe asked Ann Cole."))
    #expect(try features("Ann Cole rang.\nWe asked Ann Cole.") == features("We rang Ann Cole.\nWe asked Ann Cole."))
  }
}
