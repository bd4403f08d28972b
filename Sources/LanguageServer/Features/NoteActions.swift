import DealHealth
import DealJournal
import FactReading
import HealthReports
import NoteSyntax
import SourceText
import Workspace

extension NoteScene {
  /// What can be done about a place: make certain how it was read, say that it is not so, say whom it concerns, let a finding be,
  /// add somebody to the team, write one name for all forms.
  func actions(in range: TextRange, findings: [Diagnostic.Origin]) -> [CodeAction] {
    let wanted = Span(source.offset(of: range.start, encoding), source.offset(of: range.end, encoding))
    let facts = currentFacts().filter {
      $0.fact.basis == .inferred && wanted.start <= $0.span.end && $0.span.start <= wanted.end
    }
    return facts.flatMap { markActions($0.fact, $0.span) } + findings.compactMap(dismissal)
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
      guard isRead, after.text.bytes == before.text.bytes, after.sentences.count == before.sentences.count else {
        continue
      }
      return TextEdit(range: self.range(of: Span(place, place)), newText: text)
    }
    return nil
  }

  // MARK: Findings

  /// A comment that lets a finding be, with a reason that is still to be written.
  private func dismissal(_ origin: Diagnostic.Origin) -> CodeAction? {
    guard
      let placed = assessed.findings[name]?.first(where: {
        let identity = $0.finding.identity
        return identity.code == origin.code && identity.deal == origin.deal && identity.subject == origin.subject
      })
    else { return nil }
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

  // MARK: Names

  private func nameActions(_ place: NamedPlace) -> [CodeAction] {
    guard case .person(let id) = place.subject, let person = journal.person(id) else { return [] }
    var actions: [CodeAction] = []
    if person.side != .ours, let edit = teamEdit(adding: source.text(of: place.span)) {
      actions.append(
        CodeAction(
          title: say("\(person.name) is one of us", "\(person.name)是自己人"), kind: "quickfix", edit: edit))
    }
    let others = places(of: place.subject).filter { $0.words != person.name }
    if person.isNamed, !others.isEmpty {
      let forms = person.surfaces.filter { $0 != person.name }.prefix(4).joined(separator: say(", ", "、"))
      actions.append(
        CodeAction(
          title: say("Write \(person.name) everywhere for \(forms)", "把\(forms)都写成\(person.name)"),
          kind: "refactor.rewrite", edit: edit(others.map { ($0.location, person.name) })))
    }
    return actions
  }

  /// Adds a name to `team` in the settings of the journal; nil where the file has it in a form that is better edited by hand.
  private func teamEdit(adding name: String) -> WorkspaceEdit? {
    guard !name.contains(where: { "\n\r\"'#:,[]{}&*!|>%@`\\".contains($0) }) else { return nil }
    let file = TeamFile(above: folder)
    let uri = DocumentURI.uri(ofFile: file.path)
    guard let edit = file.edit(adding: name) else { return nil }
    let settings = SourceFile(path: file.path, text: file.text ?? "")
    let change = TextEdit(range: settings.range(of: edit.span, encoding), newText: edit.text)
    guard file.text == nil else { return WorkspaceEdit(changes: [uri: [change]]) }
    return WorkspaceEdit(documentChanges: [
      .create(.init(uri: uri)), .edit(.init(textDocument: .init(uri: uri, version: nil), edits: [change])),
    ])
  }
}
