import DealHealth
import DealJournal
import FactReading
import HealthReports
import NoteSyntax
import SourceText
import Workspace

extension NoteScene {
  /// What can be done about a place: make certain how it was read, say that it is not so, say whom it concerns, settle a finding
  /// or let it be, say who somebody is, write one name for all forms, ask what is still open.
  func actions(in range: TextRange, findings: [Diagnostic.Origin]) -> [CodeAction] {
    let wanted = Span(source.offset(of: range.start, encoding), source.offset(of: range.end, encoding))
    let facts = currentFacts().filter {
      $0.fact.basis == .inferred && wanted.start <= $0.span.end && $0.span.start <= wanted.end
    }
    let placed = findings.compactMap(placedFinding)
    return placed.compactMap { fixAction($0.finding) } + facts.flatMap { markActions($0.fact, $0.span) }
      + placed.compactMap(dismissal) + choices(at: wanted.start)
      + (place(at: wanted.start).map(nameActions) ?? [])
  }

  // MARK: Marks

  private func markActions(_ fact: JournalFact, _ span: Span) -> [CodeAction] {
    let tag = language == .zh ? MarkVocabulary.chineseTag(for: fact.kind) : MarkVocabulary.tag(for: fact.kind)
    let denial = (language == .zh ? "不是/" : "not/") + tag
    let own = fact.person.map { "\(tag)(\($0))" } ?? tag
    var actions = [
      (say("Mark as #\(own)", "标记为 #\(own)"), own),
      (say("It is not so: #\(denial)", "不是这样：#\(denial)"), denial),
    ]
    let chain = journal.deal(fact.deal ?? "")?.influencers ?? []
    let others = chain.map(\.person).filter { $0 != fact.person }
    actions += others.prefix(4).map { (say("It concerns \($0)", "说的是\($0)"), "\(tag)(\($0))") }
    return actions.compactMap { title, tag in
      insertion(of: "#" + tag, onSentence: span).map {
        CodeAction(title: title, kind: "quickfix", edit: WorkspaceEdit(changes: [document.uri: [$0]]))
      }
    }
  }

  /// A change of the settings of the journal.
  func change(_ settings: EditableSettings, _ edit: SourceText.TextEdit) -> WorkspaceEdit {
    let uri = DocumentURI.uri(ofFile: settings.path)
    let source = SourceFile(path: settings.path, text: settings.text ?? "")
    let change = TextEdit(range: source.range(of: edit.span, encoding), newText: edit.text)
    guard settings.text == nil else { return WorkspaceEdit(changes: [uri: [change]]) }
    return WorkspaceEdit(documentChanges: [
      .create(.init(uri: uri)), .edit(.init(textDocument: .init(uri: uri, version: nil), edits: [change])),
    ])
  }

  /// A tag behind a sentence, provided that the note says the same with it and the tag speaks of that sentence.
  private func insertion(of tag: String, onSentence span: Span) -> TextEdit? {
    let before = note
    guard let sentence = before.sentences.firstIndex(where: { before.text.span(of: $0.text).start == span.start }),
      !tag.contains(where: { "\n\r[]<>".contains($0) })
    else { return nil }
    let lineEnd = source.lines.span(ofLine: source.lines.line(at: max(0, span.end - 1))).end
    var end = lineEnd
    while end > span.end, source.bytes[end - 1] == 0x0A || source.bytes[end - 1] == 0x0D { end -= 1 }
    for place in [span.end, end] {
      let text = " " + tag + (place < end && source.bytes[place] != 0x20 ? " " : "")
      var bytes = source.bytes
      bytes.insert(contentsOf: text.utf8, at: place)
      let after = Note(parsing: SourceFile(path: name, bytes: bytes))
      let reading = NoteReading(of: after)
      let isRead = reading.marks.contains { $0.sentence == sentence && place...place + 1 ~= $0.span.start }
      guard isRead, before.saysTheSame(as: after) else { continue }
      return TextEdit(range: self.range(of: Span(place, place)), newText: text)
    }
    return nil
  }

  // MARK: Findings

  private func placedFinding(_ origin: Diagnostic.Origin) -> AssessedJournal.PlacedFinding? {
    let wanted = Finding.Identity(deal: origin.deal, code: origin.code, subject: origin.subject)
    return assessed.findings[name]?.first { $0.finding.identity == wanted }
  }

  /// The change that settles a finding, as `check --fix` would make it.
  private func fixAction(_ finding: Finding) -> CodeAction? {
    guard let fix = finding.fix else { return nil }
    let edit: WorkspaceEdit?
    switch fix.change {
    case .alias(let alias):
      let settings = EditableSettings(above: folder)
      edit = settings.edit(adding: alias).map { change(settings, $0) }
    case .note(let path, let change):
      edit =
        path == name
        ? current(change.span).map { WorkspaceEdit(changes: [document.uri: [edited($0, change.text)]]) } : nil
    }
    return edit.map { CodeAction(title: fix.title, kind: "quickfix", isPreferred: fix.isSafe ? true : nil, edit: $0) }
  }

  private func edited(_ span: Span, _ text: String) -> TextEdit { TextEdit(range: range(of: span), newText: text) }

  /// A comment that lets a finding be, with a reason that is still to be written.
  private func dismissal(_ placed: AssessedJournal.PlacedFinding) -> CodeAction? {
    let origin = placed.finding.identity
    let subject = origin.subject.isEmpty ? "" : " " + origin.subject
    guard !subject.contains("--"), !subject.contains("\n") else { return nil }
    let span = current(placed.place.span) ?? placed.place.span
    let line = source.lines.span(ofLine: source.lines.line(at: min(max(span.end - 1, span.start), source.bytes.count)))
    let endsInBreak = line.count > 0 && source.bytes[line.end - 1] == 0x0A
    let comment = "<!-- rapport: ignore \(origin.code)\(subject): \(say("write why", "写上原因")) -->"
    let edit = TextEdit(
      range: range(of: Span(line.end, line.end)), newText: endsInBreak ? comment + "\n" : "\n" + comment + "\n")
    return CodeAction(
      title: say("Let \(origin.code) be here, with a reason", "在这里放过 \(origin.code)，并写明原因"), kind: "quickfix",
      edit: WorkspaceEdit(changes: [document.uri: [edit]]))
  }
}

extension Note {
  /// Whether a version of the note is read as the note is: what was added to it says nothing.
  func saysTheSame(as other: Note) -> Bool {
    other.text.bytes == text.bytes && other.sentences.count == sentences.count
  }
}
