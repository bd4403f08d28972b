import FactReading
import NoteSyntax
import SourceText
import Testing

@testable import DealJournal

/// What a journal counts of a name before it tells whether it is a customer's.
@Suite struct AccountEvidenceTests {
  private func evidence(_ key: String, in texts: [(path: String, text: String)]) throws -> AccountEvidence {
    let notes = JournalNotes(texts.map { NoteReading(of: Note(parsing: SourceFile(path: $0.path, text: $0.text))) })
    let study = NameStudy(notes, people: PeopleNames([]), model: nil)
    var evidence = [AccountEvidence](repeating: AccountEvidence(), count: study.members.count)
    for (index, candidate) in study.candidates.enumerated() {
      let surface = study.spellings[index].max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? key
      evidence[study.family[index]].describe(candidate, as: surface, isPerson: nil)
    }
    AccountEvidence.gather(&evidence, from: study.occurrences, family: study.family, in: notes)
    let index = try #require(study.candidates.firstIndex { $0.key.elementsEqual(key.utf8) })
    return evidence[study.family[index]]
  }

  @Test func notesAndEntriesCountOnce() throws {
    let corvane = try evidence(
      "corvane",
      in: [
        ("2026-10-01 Corvane.md", "# Corvane\n\nMet Corvane's boss. Corvane wants a quote."),
        ("b.md", "# 2026-10-02\nRang Corvane.\n\n# 2026-10-03\nCorvane rang."),
        ("c.md", "# 2026-10-04\nNothing."),
      ])
    #expect([corvane.notes, corvane.entries, corvane.fileNames] == [2, 3, 1])
    #expect([corvane.mentions, corvane.headings, corvane.possessives] == [5, 1, 1])
    // Behind `Met` and `Rang`; at the head of a line; at the head of a sentence.
    #expect([corvane.destinations, corvane.openers, corvane.firsts] == [2, 3, 3])
  }

  @Test(arguments: [
    ("宏泰", "# 宏泰\n去了宏泰。", [true, false, false, false]),
    ("corvane", "# Corvane\nRang Corvane.", [false, false, false, false]),
    ("vtx", "# VTX\nRang VTX.", [false, true, false, false]),
    ("corvane foods", "# Corvane Foods\nRang Corvane Foods.", [false, false, true, true]),
  ])
  func theLettersOfAName(key: String, text: String, expected: [Bool]) throws {
    let one = try evidence(key, in: [("a.md", text)])
    #expect([one.isHan, one.isAcronym, one.hasManyWords, one.hasKind] == expected)
  }

  /// A folder of all notes is where they lie, and no customer; one of some of them may be one.
  @Test func theFolderOfAllNotes() {
    func names(_ paths: [String]) -> [String] {
      let notes = JournalNotes(paths.map { NoteReading(of: Note(parsing: SourceFile(path: $0, text: "Nothing."))) })
      return NameCandidates(notes).all.map { String(decoding: $0.key, as: UTF8.self) }
    }
    #expect(names(["Kunden/2026-10-01.md", "Kunden/2026-10-02.md"]) == [])
    #expect(names(["Corvane/2026-10-01.md", "Harrow/2026-10-02.md"]) == ["corvane", "harrow"])
    #expect(names(["Corvane/2026-10-01.md", "2026-10-02.md"]) == ["corvane"])
  }

  /// A heading with a stage names a deal; what stands below it is told of that deal.
  @Test(arguments: [
    ("# Corvane\nStage: POC\n\nHarrow is a reference.", 1),
    ("# Corvane\n## 2026-10-02\nStage: POC\n\nHarrow is a reference.", 1),
    ("# Corvane\n\nHarrow is a reference.", 0),
  ])
  func headingsWithAStage(text: String, count: Int) throws {
    #expect(try evidence("corvane", in: [("a.md", text)]).stageTitles == count)
    #expect(try evidence("harrow", in: [("a.md", text)]).underStages == count)
  }
}
