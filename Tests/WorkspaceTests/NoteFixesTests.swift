import DealHealth
import FactReading
import NoteSyntax
import SourceText
import TestSupport
import Testing

@testable import Workspace

/// Changes that settle findings: they touch nothing else, and a second time there is nothing left to change.
@Suite struct NoteFixesTests {
  private let day = Day(number: 20_777)

  private func fixes(of notes: [NoteInput], withUnsafe: Bool = true) -> (JournalReading, NoteFixes) {
    let reading = JournalReading(of: notes, settings: Configuration())
    return (
      reading,
      NoteFixes(of: reading.assessment(asOf: day).findings, in: reading, asOf: day, withUnsafe: withUnsafe)
    )
  }

  /// Every other byte is where it was: taking the changes back gives the note.
  private func check(_ notes: [NoteInput]) {
    let (reading, fixes) = fixes(of: notes)
    let edits = Dictionary(grouping: fixes.fixes.compactMap(\.noteEdit), by: \.path)
    for (before, after) in fixes.changes {
      var undone: [UInt8] = []
      var at = 0
      var rest = after.bytes[...]
      for edit in (edits[before.path] ?? []).map(\.edit).sorted(by: { $0.span < $1.span }) {
        let kept = rest.prefix(edit.span.start - at)
        #expect(kept.elementsEqual(before.bytes[at..<edit.span.start]))
        undone += kept
        rest = rest.dropFirst(kept.count)
        #expect(rest.starts(with: Array(edit.text.utf8)))
        rest = rest.dropFirst(edit.text.utf8.count)
        undone += before.bytes[edit.span.range]
        at = edit.span.end
      }
      #expect(undone + rest == before.bytes)
    }
    #expect(fixes.changes.count == edits.count)
    #expect(reading.sources.map(\.path) == fixes.reading.sources.map(\.path))
    let again = NoteFixes(
      of: fixes.reading.assessment(asOf: day).findings, in: fixes.reading, asOf: day, withUnsafe: true)
    #expect(again.changes.isEmpty, "\(again.fixes)")
  }

  @Test func everyJournalOfTheCorpus() throws {
    let files =
      Checkout.files(under: "Tests/Corpus/dev", ending: ".md") + Checkout.files(under: "examples", ending: ".md")
    #expect(files.count > 20)
    check(try files.map { NoteInput(path: $0, bytes: Array(try Checkout.text($0).utf8)) })
  }

  @Test func generatedNotes() {
    let marks = [
      "#ned/driver", "#need/drivr(Tom Reed)", "＃价值/收意", "#value/benfit #trust/upp", "#satge/needs", "#stage/nedes",
      "key:: #need/drver", "[need/drver:: x]", "#阶段/商计", "#need/", "#commitment/our(可能)", "`#ned/driver`",
    ]
    let words = ["Met Tom Reed at Acme.", "见了王经理，", "> quoted", "- [ ] call", "| a | b |", "## 11 号", "🧑‍🏭", "\t", ""]
    let names = [
      "20261112acme.md", "acme2026-11-12b.md", "2026-11-10 x.md", "notes.md", "客户20261113.txt", "20261399a.md",
    ]
    var random = SeededGenerator(seed: 5)
    for _ in 0..<60 {
      let ending = ["\n", "\r\n", "\n\n"].randomElement(using: &random) ?? "\n"
      var text = Bool.random(using: &random) ? "\u{FEFF}" : ""
      text += (0..<Int.random(in: 1...6, using: &random)).map { _ in
        (0..<Int.random(in: 1...4, using: &random)).map { _ in
          ((Bool.random(using: &random) ? marks : words).randomElement(using: &random) ?? "")
        }.joined(separator: " ")
      }.joined(separator: ending)
      if Bool.random(using: &random) { text += ending }
      check([NoteInput(path: names.randomElement(using: &random) ?? "a.md", bytes: Array(text.utf8))])
    }
  }

  @Test(
    arguments: [
      ("#ned/driver", "#need/driver", true), ("#value/benfit", "#value/benefit", true), ("＃价值/收意", "＃价值/收益", true),
      ("#need/dxxr", nil, true), ("#stage/nedes", "#stage/needs", true),
    ] as [(String, String?, Bool)])
  func aMarkThatCanHardlyBeAnother(written: String, meant: String?, isSafe: Bool) {
    let note = "# 2026-11-12 Larkfield Mills\nTom Reed is glad. "
    let (_, fixes) = fixes(of: [NoteInput(path: "a.md", bytes: Array((note + written).utf8))], withUnsafe: !isSafe)
    #expect(fixes.changes.first.map { $0.after.text(of: Span(0, 999)) } == meant.map { note + $0 })
  }

  @Test func theDayOfAFileName() {
    for (name, text) in [
      ("20261112larkfield.md", "# 2026-11-12 Larkfield Mills"), ("larkfield.md", nil), ("20261313x.md", nil),
    ] {
      let note = "# Larkfield Mills\nCalled Tom Reed, the production manager.\n"
      let (_, fixes) = fixes(of: [NoteInput(path: name, bytes: Array(note.utf8))])
      #expect(
        fixes.changes.first.map { $0.after.text(of: $0.after.lines.span(ofLine: 1)) }?.hasPrefix(text ?? "")
          == text.map { _ in true })
    }
  }
}
