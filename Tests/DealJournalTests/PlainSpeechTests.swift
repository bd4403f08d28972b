import DealJournal
import FactReading
import NoteSyntax
import SourceText
import TestSupport
import Testing

/// What is said outright has to be read: `Tests/Corpus/plain`, from which nothing learns. `Tests/Corpus/plain.py` tells more.
@Suite struct PlainSpeechTests {
  /// Words of a note, and the kind of fact that they say or only seem to say.
  private struct Statement {
    let kind: String
    let isSaid: Bool
    let words: String
  }

  private static func statements(_ language: String) throws -> [Statement] {
    try Checkout.text("Tests/Corpus/plain/\(language).tsv").split(separator: "\n").map { line in
      let parts = line.split(separator: "\t").map(String.init)
      try #require(parts.count == 3)
      return Statement(kind: parts[0], isSaid: parts[1] == "+", words: parts[2])
    }
  }

  private static func note(_ language: String, _ words: String) -> String {
    language == "en"
      ? "# Alder Foods\n\n2026-11-03 Met Anna Harlow, plant manager at Alder Foods.\n"
        + words.replacing("{P}", with: "Anna") + "\n"
      : "# 云麓食品\n\n2026-11-03 去云麓食品见了陆总。\n" + words.replacing("{P}", with: "陆总") + "\n"
  }

  /// Floors, a little below what was measured: who lowers one says why.
  @Test(arguments: [("en", 0.40, 0.35), ("zh", 0.40, 0.35)])
  func whatIsSaidOutrightIsRead(language: String, read: Double, wrong: Double) throws {
    var said = (found: 0, all: 0)
    var unsaid = (found: 0, all: 0)
    for statement in try Self.statements(language) {
      let text = Self.note(language, statement.words)
      let reading = NoteReading(
        of: Note(parsing: SourceFile(path: "note.md", bytes: Array(text.utf8))), settings: ReadingSettings(),
        models: .builtin)
      let journal = Journal(folding: [reading], asOf: Day(iso: "2026-11-25")!, settings: ReadingSettings())
      let isFound = journal.facts.contains { $0.kind.rawValue == statement.kind && $0.evidence.line == 4 }
      if statement.isSaid {
        said = (said.found + (isFound ? 1 : 0), said.all + 1)
      } else {
        unsaid = (unsaid.found + (isFound ? 1 : 0), unsaid.all + 1)
      }
    }
    #expect(said.all == 364 && unsaid.all == 156)
    #expect(Double(said.found) / Double(said.all) >= read, "\(said.found) of \(said.all) read")
    #expect(Double(unsaid.found) / Double(unsaid.all) <= wrong, "\(unsaid.found) of \(unsaid.all) read and not said")
  }
}
