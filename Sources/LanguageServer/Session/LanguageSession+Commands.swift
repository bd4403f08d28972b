import DealHealth
import DealJournal
import FactReading
import HealthReports
import NoteSyntax
import Workspace

extension LanguageSession {
  /// Commands that a client can have done.
  static let commands = ["rapport.report", "rapport.weekly", "rapport.deal", "rapport.newNote"]

  /// Answers with the page as Markdown; a new note is written by the client.
  func execute(_ id: MessageID, _ params: ExecuteCommandParams) throws(ResponseError) {
    let arguments = params.arguments?.first
    guard let journal = journal(of: arguments?.uri) else {
      throw ResponseError(code: .requestFailed, message: "no journal is open")
    }
    switch params.command {
    case "rapport.report":
      page(id, of: journal) { $0.report($1).markdown() }
    case "rapport.deal":
      let deal = arguments?.deal ?? ""
      page(id, of: journal) { $0.report($1).narrowed(to: [deal]).wholeMarkdown() }
    case "rapport.weekly":
      page(id, of: journal) { session, assessed in
        let week = Week(containing: assessed.journal.asOf)
        let before = assessed.contents.reading.assessment(
          asOf: week.first - 1, in: session.options.language.flatMap(Language.init))
        return WeeklyReport(
          now: assessed.assessment, before: before, period: Period(week), language: session.language(assessed)
        )
        .markdown()
      }
    case "rapport.newNote": makeNote(id, in: journal, deal: arguments?.deal)
    default: throw ResponseError(code: .invalidParams, message: "there is no command \(params.command)")
    }
  }

  /// The journal of a document or folder; without one, the first.
  private func journal(of uri: String?) -> Int? {
    if let uri, let note = notes[uri] { return note.journal }
    let folder = uri.flatMap(DocumentURI.path).map(JournalFolder.init(at:))
    return journals.keys.sorted().first { journals[$0]?.folder == folder }
      ?? journals.keys.sorted().first { journals[$0]?.isWholeFolder == true }
  }

  private func language(_ assessed: AssessedJournal) -> Language {
    options.language.flatMap(Language.init) ?? assessed.journal.language
  }

  private func report(_ assessed: AssessedJournal) -> HealthReport {
    HealthReport(assessed.assessment, language: language(assessed))
  }

  private func page(
    _ id: MessageID, of journal: Int, _ text: @escaping (LanguageSession, AssessedJournal) -> String
  ) {
    whenCurrent(id, journal) { session, assessed in session.answer(id, text(session, assessed)) }
  }

  /// A file for a note of today, named for its day and deal, and opened where the client can.
  private func makeNote(_ id: MessageID, in journal: Int, deal: String?) {
    whenCurrent(id, journal) { session, assessed in
      guard let folder = session.journals[journal]?.folder else { return session.answer(id, String?.none) }
      let note = NewNote(
        about: deal.flatMap(assessed.journal.deal), named: deal ?? "", on: assessed.journal.asOf,
        in: assessed.contents.reading, assessed.assessment, template: folder.noteTemplate, folder: "",
        language: session.options.language.flatMap(Language.init))
      let stem = String(note.path.dropLast(".md".count))
      let name =
        (0...).lazy.map { $0 == 0 ? "\(stem).md" : "\(stem)-\($0 + 1).md" }
        .first { !JournalFolder.hasFile(at: folder.file(named: $0)) } ?? note.path
      let uri = DocumentURI.uri(ofFile: folder.file(named: name))
      let start = TextPosition(line: 0, character: 0)
      let text = note.text
      let edit = WorkspaceEdit(documentChanges: [
        .create(.init(uri: uri)),
        .edit(
          .init(
            textDocument: .init(uri: uri, version: nil),
            edits: [TextEdit(range: TextRange(start: start, end: start), newText: text)])),
      ])
      let canShow = session.client?.window?.showDocument?.support == true
      session.ask("workspace/applyEdit", ApplyEditParams(label: name, edit: edit)) { session, _ in
        if canShow { session.ask("window/showDocument", ShowDocumentParams(uri: uri)) }
      }
      session.answer(id, uri)
    }
  }
}
