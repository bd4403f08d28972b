import DealHealth
import DealJournal
import FactReading
import NoteSyntax
import SourceText
import Workspace

extension NoteScene {
  /// What can be said of somebody or something that is named.
  func nameActions(_ place: NamedPlace) -> [CodeAction] {
    switch place.subject {
    case .person(let id): journal.person(id).map { personActions($0, place) } ?? []
    case .deal(let id): journal.deal(id).flatMap { questions(about: $0, at: place.span) }.map { [$0] } ?? []
    }
  }

  // MARK: People

  private func personActions(_ person: Person, _ place: NamedPlace) -> [CodeAction] {
    let words = source.text(of: place.span)
    let settings = EditableSettings(above: folder)
    var actions: [CodeAction] = []
    if person.side != .ours, isPlain(words), let edit = settings.edit(addingToTeam: words).map({ change(settings, $0) })
    {
      actions.append(
        CodeAction(title: say("\(person.name) is one of us", "\(person.name)是自己人"), kind: "quickfix", edit: edit))
    }
    let namesakes = namesakes(of: person)
    actions += namesakes.compactMap { merging(person, with: $0, in: settings) }
    actions += namesakes.compactMap { naming(place.span, $0) }
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

  /// People who may be the same, or may be meant here: they begin as the person does, or share a word of the name; those of
  /// the person's own deals first.
  private func namesakes(of person: Person) -> [Person] {
    let own = Set(
      journal.deals.filter { $0.influencers.contains { $0.person == person.id } }.flatMap {
        $0.influencers.map(\.person)
      })
    let words = Self.words(of: person)
    let alike = journal.people.filter {
      $0.id != person.id && $0.isNamed && !Self.words(of: $0).isDisjoint(with: words)
    }
    return Array((alike.filter { own.contains($0.id) } + alike.filter { !own.contains($0.id) }).prefix(3))
  }

  /// The words of a name as they are compared; of a Chinese one, its first character.
  private static func words(of person: Person) -> Set<String> {
    Set(
      ([person.name] + person.surfaces).flatMap { name in
        name.lowercased().split(separator: " ").compactMap { word in
          word.utf8.first.map { $0 >= 0xE0 } ?? false
            ? word.first.map(String.init) : word.utf8.count > 2 ? String(word) : nil
        }
      })
  }

  /// Says in the settings that two are one.
  private func merging(_ person: Person, with other: Person, in settings: EditableSettings) -> CodeAction? {
    let (kept, given) = person.name.count < other.name.count ? (other, person) : (person, other)
    guard isPlain(given.name), isPlain(kept.name) else { return nil }
    return settings.edit(adding: .ofPerson(kept.name, given.name)).map {
      CodeAction(
        title: say("\(given.name) and \(kept.name) are one person", "\(given.name)和\(kept.name)是同一个人"),
        kind: "quickfix",
        edit: change(settings, $0))
    }
  }

  /// Says who is meant where a name may be several people's.
  func choices(at offset: Int) -> [CodeAction] {
    journal.unchecked.flatMap { doubt -> [CodeAction] in
      guard case .ambiguousPerson(let people) = doubt.reason, doubt.evidence.path == name,
        let span = current(doubt.evidence.span), span.start <= offset, offset <= span.end
      else { return [] }
      return people.compactMap(journal.person).compactMap { naming(span, $0) }
    }
  }

  /// Says in the note who is meant at one place, provided that it is read so.
  private func naming(_ span: Span, _ person: Person) -> CodeAction? {
    let words = source.text(of: span)
    let name = person.name
    guard isPlain(words), isPlain(name), name != words else { return nil }
    let text = "[[\(name)|\(words)]]"
    var bytes = source.bytes
    bytes.replaceSubrange(span.range, with: text.utf8)
    let reading = NoteReading(of: Note(parsing: SourceFile(path: self.name, bytes: bytes)))
    let isRead = reading.names.contains {
      $0.isMarked && $0.otherNames.contains(name) && span.start <= $0.span.start
        && $0.span.end <= span.start + text.utf8.count
    }
    guard isRead else { return nil }
    let edit = TextEdit(range: range(of: span), newText: text)
    return CodeAction(
      title: say("This \(words) is \(name)", "这里的\(words)是\(name)"), kind: "quickfix",
      edit: WorkspaceEdit(changes: [document.uri: [edit]]))
  }

  /// Whether a name can stand in settings and marks as it is.
  private func isPlain(_ name: String) -> Bool {
    !name.isEmpty && !name.contains { "\n\r\"'#:,[]{}&*!|>%@`\\".contains($0) }
  }

  // MARK: Deals

  /// What is still open for a deal as a comment below the lines that name it, provided that the note then says the same.
  private func questions(about deal: Deal, at span: Span) -> CodeAction? {
    let text = NewNote.questions(about: deal, assessed.assessment, in: language)
    guard !text.isEmpty else { return nil }
    var line = source.lines.line(at: span.start)
    while line < source.lines.count, !isBlank(line + 1), !isHeading(line) { line += 1 }
    let end = source.lines.span(ofLine: line).end
    let endsInBreak = end > 0 && source.bytes[end - 1] == 0x0A
    let inserted = (endsInBreak ? "\n" : "\n\n") + text + "\n"
    var bytes = source.bytes
    bytes.insert(contentsOf: inserted.utf8, at: end)
    guard note.saysTheSame(as: Note(parsing: SourceFile(path: name, bytes: bytes))) else { return nil }
    let edit = TextEdit(range: range(of: Span(end, end)), newText: inserted)
    return CodeAction(
      title: say("Ask what is still open for \(deal.name)", "列出\(deal.name)还没弄清的"), kind: "source",
      edit: WorkspaceEdit(changes: [document.uri: [edit]]))
  }

  private func isBlank(_ line: Int) -> Bool {
    source.bytes[source.lines.span(ofLine: line).range].allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
  }

  private func isHeading(_ line: Int) -> Bool { source.bytes[source.lines.span(ofLine: line).range].first == 0x23 }
}
