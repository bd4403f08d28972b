import DealHealth
import DealJournal
import FactReading
import NoteSyntax
import SourceText
import TestSupport
import Testing

@testable import Workspace

/// A note that was just started is as if it were not there; what is written into it belongs to its deal.
@Suite struct NewNoteTests {
  private static let day = Day(number: 20_777)

  private func reading(_ folder: String) throws -> JournalReading {
    let files = [".md", ".txt", ".markdown"].flatMap { Checkout.files(under: folder, ending: $0) }
    return JournalReading(
      of: try files.map { NoteInput(path: $0, bytes: Array(try Checkout.text($0).utf8)) }, settings: Configuration())
  }

  /// All that a report could be made of.
  private func said(by assessment: Assessment) -> [String] {
    assessment.findings.map { "\($0.identity) \($0.message) \($0.clears) \($0.evidence)" }
      + assessment.waiting.map { "waits: \($0.identity)" }
      + assessment.journal.deals.map {
        "\($0.id) \($0.surfaces) \($0.stage) \($0.days) \($0.facts) \($0.signs) \($0.influencers.map(\.person))"
      }
      + assessment.journal.people.map { "\($0)" } + assessment.journal.entries.map { "\($0)" }
  }

  @Test(arguments: [
    "examples/journal", "Tests/Corpus/dev/en-saas", "Tests/Corpus/dev/zh-gov", "Tests/Corpus/dev/mixed-auto",
    "Tests/Corpus/own/zh-elevator", "Tests/Corpus/own/en-dental",
  ])
  func isAsIfItWereNotThere(folder: String) throws {
    let reading = try reading(folder)
    let assessment = reading.assessment(asOf: Self.day)
    let before = said(by: assessment)
    let template = try NoteTemplate(above: folder)
    #expect(template.path == nil)
    var all = reading
    for deal in assessment.journal.deals {
      for language in Language.allCases {
        let note = NewNote(
          about: deal, named: deal.name, on: Self.day, in: reading, assessment, template: template, folder: "",
          language: language)
        #expect(note.questionCount == Set(assessment.findings(ofDeal: deal.id).map { $0.clears.in(language) }).count)
        all.update(NoteInput(path: note.path, bytes: Array(note.text.utf8)))
        let isUnfilled = NoteReading(of: Note(parsing: SourceFile(path: note.path, text: note.text))).isUnfilled
        #expect(isUnfilled, "\(note.text)")
      }
    }
    #expect(all.sources.count > reading.sources.count)
    let after = said(by: all.assessment(asOf: Self.day))
    #expect(after.difference(from: before).first == nil)
  }

  @Test(arguments: ["examples/journal", "Tests/Corpus/dev/en-saas", "Tests/Corpus/dev/zh-gov"])
  func whatIsWrittenIntoItIsAboutItsDeal(folder: String) throws {
    let reading = try reading(folder)
    let assessment = reading.assessment(asOf: Self.day)
    let template = try NoteTemplate(above: folder)
    for deal in assessment.journal.deals {
      let note = NewNote(
        about: deal, named: deal.name, on: Self.day, in: reading, assessment, template: template, folder: "",
        language: nil)
      var filled = reading
      let words = note.language == .zh ? "电话里说还要再等等。" : "Called them, they want to wait a little."
      filled.update(NoteInput(path: note.path, bytes: Array((note.text + words + "\n").utf8)))
      let now = filled.assessment(asOf: Self.day).journal.deals.first { $0.name == deal.name }
      #expect(now?.days.contains(Self.day) == true, "\(note.path)")
    }
  }

  private func values(_ questions: [String]) -> NoteTemplate.Values {
    var values = NoteTemplate.Values()
    (values.deal, values.account, values.date) = ("Acme {{date}}", "Acme", "2026-11-20")
    (values.questions, values.questionsTitle) = (questions, "Open:")
    return values
  }

  @Test func fieldsAreFilledOnce() throws {
    let template = NoteTemplate(text: "# {{ Deal }}, {{客户}} {{日期}}\n{{questions}}\n{{who}}: {{")
    #expect(
      template.text(with: values(["Who decides?"]))
        == "# Acme {{date}}, Acme 2026-11-20\n<!-- Open:\n- Who decides?\n-->\n{{who}}: {{")
    #expect(template.text(with: values([])) == "# Acme {{date}}, Acme 2026-11-20\n\n{{who}}: {{")
  }

  @Test func aQuestionEndsNoComment() throws {
    let hostile = "a --> b <!-- c\n# d --> <!-- rapport: ignore P301: x -->\r\n--"
    for text in [
      "{{questions}}", "<!-- {{questions}} -->", "<!-- a -->{{questions}}<!-- b -->", "<!--\n\n{{questions}}\n\n-->",
    ] {
      let note = NoteTemplate(text: text).text(with: values([hostile]))
      let parsed = Note(parsing: SourceFile(path: "2026-11-20 a.md", text: note))
      #expect(parsed.blocks.isEmpty, "\(note)")
      #expect(parsed.ignores.isEmpty)
    }
  }

  @Test(arguments: [
    "# A\n{{questions}}", "# A {{questions}} b", "- a {{questions}}", "a <!-- {{questions}} --> b", "> {{questions}}\n",
    "| a | {{questions}} |\n|---|---|\n", "1. a\n   {{questions}}\n   b", "```\n{{questions}}\n```\n",
  ])
  func noQuestionIsReadWhereverItStands(template: String) {
    let note = NoteTemplate(text: template).text(with: values(["Who decides?", "Zoe Quill asks?"]))
    let parsed = Note(parsing: SourceFile(path: "2026-11-20 a.md", text: note))
    #expect(!parsed.sentences.contains { parsed.text.string($0.text).contains("decides") }, "\(note)")
    #expect(!parsed.sentences.contains { parsed.text.string($0.text).contains("Quill") }, "\(note)")
  }

  @Test func lineEndsStayThoseOfTheTemplate() throws {
    let text = NoteTemplate(text: "a\r\n{{questions}}\r\n").text(with: values(["b", "c"]))
    #expect(text == "a\r\n<!-- Open:\r\n- b\r\n- c\r\n-->\r\n")
  }

  @Test(arguments: ["rapport-note.md", "notes/rapport-note.md"]) func theTemplateIsNoNote(path: String) {
    #expect(!NoteInput.isNote(name: Array(path.utf8)))
    #expect(NoteInput.isNote(name: Array("my-\(path)x.md".utf8)))
    #expect(NoteInput.isNote(name: Array("a rapport-note.md".utf8)))
  }
}
