import DealHealth
import DealJournal
import FactReading
import NoteSyntax
import SourceText
import Workspace

extension LanguageSession {
  /// Hands out the work that is to be done: one piece for each journal at a time, so that however fast somebody writes,
  /// what has gathered meanwhile is done at once.
  func beginWork() {
    for id in journals.keys.sorted() {
      guard var journal = journals[id], !journal.isAtWork, !journal.isUpToDate else { continue }
      let isFirst = journal.assessed == nil
      let looksAtDisk = isFirst || journal.needsDisk
      if looksAtDisk {
        // Reading the disk anew forgets what the editor has.
        for note in notes.values where note.journal == id && journal.changes[note.name] == nil {
          journal.changes[note.name] = .some(NoteInput(path: note.name, bytes: note.document.source.bytes))
        }
      }
      effects.work.append(
        JournalWork(
          journal: id, folder: journal.folder, isWholeFolder: journal.isWholeFolder,
          base: journal.assessed?.contents, looksAtDisk: looksAtDisk, changes: journal.changes, asOf: asOf,
          language: options.language.flatMap(Language.init),
          generation: journal.generation))
      journal.changes = [:]
      journal.needsDisk = false
      journal.isAtWork = true
      journals[id] = journal
      if isFirst { beginProgress(of: id, journal) }
    }
  }

  private var asOf: Day { options.asOf.flatMap { Day(iso: $0) } ?? day() }

  /// Takes over what work has come to.
  func finish(_ outcome: JournalWork.Outcome) {
    let id = outcome.journal
    guard journals[id] != nil else { return }
    journals[id]?.assessed = outcome.assessed
    journals[id]?.isAtWork = false
    if outcome.wasFirst { endProgress(of: id) }
    publish(id)
    let ready = waiting.filter { $0.journal == id && $0.generation <= outcome.assessed.generation }
    waiting.removeAll { $0.journal == id && $0.generation <= outcome.assessed.generation }
    for request in ready { request.answer(self) }
  }

  // MARK: Diagnostics

  /// Tells of what has changed in the diagnostics of a journal.
  func publish(_ id: Int) {
    guard let journal = journals[id], let assessed = journal.assessed else { return }
    var uris: [String: [Diagnostic]] = [:]
    for note in notes.values where note.journal == id {
      uris[note.document.uri] = scene(of: note).map { $0.diagnostics() } ?? []
    }
    if options.diagnostics == "workspace", journal.isWholeFolder {
      let open = Set(notes.values.filter { $0.journal == id }.map(\.name))
      for path in assessed.paths where !open.contains(path) {
        guard let scene = scene(ofClosed: path, in: id) else { continue }
        let found = scene.diagnostics()
        if !found.isEmpty || published[scene.document.uri] != nil { uris[scene.document.uri] = found }
      }
    }
    tellFaults(of: journal, assessed)
    if clientPulls {
      let isOther = uris.contains { published[$0.key] != $0.value }
      published.merge(uris) { $1 }
      if isOther { ask("workspace/diagnostic/refresh", NoParams?.none) }
      return
    }
    for (uri, diagnostics) in uris.sorted(by: { $0.key < $1.key }) { tell(uri, diagnostics) }
  }

  private func tell(_ uri: String, _ diagnostics: [Diagnostic]) {
    let version = notes[uri]?.document.version
    if version == nil, published[uri] ?? [] == diagnostics { return }
    published[uri] = diagnostics.isEmpty && version == nil ? nil : diagnostics
    send(
      OutgoingMessage.notification(
        "textDocument/publishDiagnostics",
        PublishDiagnosticsParams(uri: uri, version: version, diagnostics: diagnostics)))
  }

  /// Takes back what was told of a document.
  func clear(_ uri: String) {
    guard published.removeValue(forKey: uri) != nil, !clientPulls else { return }
    send(
      OutgoingMessage.notification(
        "textDocument/publishDiagnostics", PublishDiagnosticsParams(uri: uri, version: nil, diagnostics: [])))
  }

  /// What is wrong with the files of settings is told on their own lines.
  private func tellFaults(of journal: OpenJournal, _ assessed: AssessedJournal) {
    let known = ["rapport.yml", "rapport-dismissed.yml", "rapport-baseline.tsv"]
      .map { DocumentURI.uri(ofFile: journal.folder.file(named: $0)) }
    let language = options.language.flatMap(Language.init) ?? assessed.journal.language
    var found: [String: [Diagnostic]] = [:]
    for fault in assessed.contents.faults {
      let start = TextPosition(line: fault.line - 1, character: 0)
      found[DocumentURI.uri(ofFile: fault.path), default: []].append(
        Diagnostic(
          range: TextRange(start: start, end: TextPosition(line: fault.line, character: 0)), severity: .error,
          code: "settings", codeDescription: nil, source: "rapport", message: fault.detail.in(language), tags: nil,
          relatedInformation: nil, data: nil))
    }
    for uri in Set(known).union(found.keys).sorted() { tell(uri, found[uri] ?? []) }
  }

  // MARK: Scenes

  /// A note that is open, with its journal; nil while the journal was never read.
  func scene(of note: OpenNote) -> NoteScene? {
    guard let journal = journals[note.journal], let assessed = journal.assessed else { return nil }
    let old = assessed.source(note.name)
    return NoteScene(
      document: note.document, name: note.name, assessed: assessed, folder: journal.folder, encoding: encoding,
      options: options, shift: old.map { OffsetShift(from: $0, to: note.document.source) },
      open: openDocuments(in: note.journal), rulePages: rulePages)
  }

  /// A note of a journal that is not open.
  func scene(ofClosed path: String, in id: Int) -> NoteScene? {
    guard let journal = journals[id], let assessed = journal.assessed, let source = assessed.source(path) else {
      return nil
    }
    let document = EditedDocument(
      uri: DocumentURI.uri(ofFile: journal.folder.file(named: path)), languageID: "markdown", version: 0, source: source
    )
    return NoteScene(
      document: document, name: path, assessed: assessed, folder: journal.folder, encoding: encoding, options: options,
      shift: nil, open: openDocuments(in: id), rulePages: rulePages)
  }

  private func openDocuments(in id: Int) -> [String: EditedDocument] {
    Dictionary(
      notes.values.filter { $0.journal == id }.map { ($0.name, $0.document) }, uniquingKeysWith: { first, _ in first })
  }

  // MARK: Progress

  private struct Token: Encodable {
    let token: String
  }

  private struct Progress: Encodable {
    struct Value: Encodable {
      let kind: String
      let title: String?
      let message: String?
    }
    let token: String
    let value: Value
  }

  private func beginProgress(of id: Int, _ journal: OpenJournal) {
    guard client?.window?.workDoneProgress == true, journal.isWholeFolder else { return }
    let token = "rapport-\(id)"
    ask("window/workDoneProgress/create", Token(token: token))
    send(
      OutgoingMessage.notification(
        "$/progress",
        Progress(token: token, value: .init(kind: "begin", title: "Rapport reads the notes", message: nil))))
  }

  private func endProgress(of id: Int) {
    guard client?.window?.workDoneProgress == true, let journal = journals[id], journal.isWholeFolder else { return }
    let count = journal.assessed?.contents.reading.sources.count ?? 0
    send(
      OutgoingMessage.notification(
        "$/progress",
        Progress(
          token: "rapport-\(id)", value: .init(kind: "end", title: nil, message: "\(count) notes"))))
  }

  /// Lets the client ask again for what it shows beside the text.
  func refreshClient() {
    let workspace = client?.workspace
    if workspace?.inlayHint?.refreshSupport == true { ask("workspace/inlayHint/refresh", NoParams?.none) }
    if workspace?.codeLens?.refreshSupport == true { ask("workspace/codeLens/refresh", NoParams?.none) }
    if workspace?.semanticTokens?.refreshSupport == true { ask("workspace/semanticTokens/refresh", NoParams?.none) }
  }
}
