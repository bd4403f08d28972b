import SourceText
import Workspace

extension LanguageSession {
  // MARK: Folders

  func addFolder(_ uri: String) {
    guard let path = DocumentURI.path(of: uri) else { return }
    let folder = JournalFolder(at: path)
    if !journals.values.contains(where: { $0.root == .folder(folder) && $0.isWorkspace }) {
      addJournal(OpenJournal(root: .folder(folder), folder: folder, isWorkspace: true))
    }
  }

  @discardableResult
  private func addJournal(_ journal: OpenJournal) -> Int {
    nextJournal += 1
    journals[nextJournal] = journal
    return nextJournal
  }

  func changeFolders(_ params: WorkspaceFoldersParams) {
    let removed = params.event.removed.compactMap { DocumentURI.path(of: $0.uri) }.map(JournalFolder.init(at:))
    for (id, journal) in journals where journal.isWorkspace && removed.contains(journal.folder) { removeJournal(id) }
    for folder in params.event.added { addFolder(folder.uri) }
    // A document may belong elsewhere now.
    for uri in notes.keys.sorted() {
      guard let note = notes[uri] else { continue }
      leave(note)
      place(note.document)
    }
    removeIdleJournals()
  }

  private func removeJournal(_ id: Int) {
    guard let journal = journals.removeValue(forKey: id) else { return }
    for path in (journal.assessed?.findings.keys).map(Array.init) ?? [] {
      clear(DocumentURI.uri(ofFile: journal.folder.file(named: path)))
    }
    for request in waiting where request.journal == id { fail(request.id, .cancelled) }
    waiting.removeAll { $0.journal == id }
  }

  private func removeIdleJournals() {
    let used = Set(notes.values.map(\.journal))
    for (id, journal) in journals where !journal.isWorkspace && !used.contains(id) { removeJournal(id) }
  }

  // MARK: Documents

  func open(_ params: DidOpenParams) {
    let new = params.textDocument
    if let known = notes[new.uri] { leave(known) }
    place(EditedDocument(uri: new.uri, languageID: new.languageId, version: new.version, text: new.text))
  }

  func change(_ params: DidChangeParams) {
    guard var note = notes[params.textDocument.uri] else { return }
    note.document.apply(
      params.contentChanges, version: params.textDocument.version ?? note.document.version + 1, encoding)
    notes[params.textDocument.uri] = note
    enter(note)
  }

  func close(_ uri: String) {
    guard let note = notes.removeValue(forKey: uri) else { return }
    leave(note)
    if options.diagnostics != "workspace" || DocumentURI.path(of: uri) == nil { clear(uri) }
    removeIdleJournals()
  }

  /// Finds the journal that a document belongs to, and reads it as part of that.
  private func place(_ document: EditedDocument) {
    let home = home(of: document)
    let since = journals[home.journal]?.generation ?? 0
    let note = OpenNote(document: document, journal: home.journal, name: home.name, since: since + 1)
    notes[document.uri] = note
    enter(note)
  }

  /// What is on the screen stands in for what is on the disk.
  private func enter(_ note: OpenNote) {
    let bytes = note.document.source.bytes
    let isNothing = bytes.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
    // A new document with nothing in it is no note yet.
    let isNote = !isNothing || DocumentURI.path(of: note.document.uri).map(JournalFolder.hasFile) ?? false
    journals[note.journal]?.change(note.name, to: isNote ? NoteInput(path: note.name, bytes: bytes) : nil)
  }

  /// What is on the disk counts again.
  private func leave(_ note: OpenNote) {
    guard let journal = journals[note.journal] else { return }
    let file = journal.folder.file(named: note.name)
    let isThere = journal.isWholeFolder && JournalFolder.hasFile(at: file)
    journals[note.journal]?.change(note.name, to: isThere ? NoteInput(path: note.name, file: file) : nil)
  }

  private func home(of document: EditedDocument) -> (journal: Int, name: String) {
    guard let path = DocumentURI.path(of: document.uri) else { return homeOfUnsaved(document) }
    let workspaces = journals.filter(\.value.isWorkspace)
      .sorted { ($1.value.folder.path.utf8.count, $0.key) < ($0.value.folder.path.utf8.count, $1.key) }
    for (id, journal) in workspaces {
      if let name = journal.folder.name(of: path), journal.folder.holdsNote(named: name) { return (id, name) }
    }
    if !workspaces.contains(where: { $0.value.folder.name(of: path) != nil }),
      let folder = JournalFolder(configuredAbove: path), let name = folder.name(of: path),
      folder.holdsNote(named: name)
    {
      let known = journals.first { $0.value.root == .folder(folder) }?.key
      return (known ?? addJournal(OpenJournal(root: .folder(folder), folder: folder, isWorkspace: false)), name)
    }
    let slash = path.lastIndex(of: "/") ?? path.startIndex
    let folder = JournalFolder(at: slash == path.startIndex ? "/" : String(path[..<slash]))
    return (homeByItself(document.uri, folder), String(path[path.index(after: slash)...]))
  }

  private func homeByItself(_ uri: String, _ folder: JournalFolder) -> Int {
    let root = OpenJournal.Root.document(uri: uri)
    return journals.first { $0.value.root == root }?.key
      ?? addJournal(OpenJournal(root: root, folder: folder, isWorkspace: false))
  }

  /// A document that was never saved is a note of the first folder that is open.
  private func homeOfUnsaved(_ document: EditedDocument) -> (journal: Int, name: String) {
    let ending = document.languageID == "plaintext" ? ".txt" : ".md"
    let scheme = document.uri.firstIndex(of: ":").map { document.uri[document.uri.index(after: $0)...] }
    let plain = String((scheme ?? document.uri[...]).drop { $0 == "/" })
    let name = JournalFolder.isNote(named: plain) ? plain : plain + ending
    if let first = journals.filter(\.value.isWorkspace).keys.min() { return (first, name) }
    return (homeByItself(document.uri, JournalFolder(at: "/")), name)
  }

  // MARK: The disk

  func noteChangesOnDisk(_ params: WatchedFilesParams) {
    let paths = params.changes.compactMap { DocumentURI.path(of: $0.uri) }
    for (id, journal) in journals where paths.contains(where: { journal.folder.name(of: $0) != nil }) {
      let open = Set(notes.values.filter { $0.journal == id }.map { journal.folder.file(named: $0.name) })
      // What is open is known from the editor, which tells of it when it is closed.
      if !paths.allSatisfy(open.contains) { journals[id]?.lookAtDisk() }
    }
  }
}
