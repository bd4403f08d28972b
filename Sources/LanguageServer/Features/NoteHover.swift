import DealJournal
import HealthReports
import SourceText

extension NoteScene {
  /// The card of whoever or whatever is named at a place, and how its line was read.
  func hover(at position: TextPosition) -> Hover? {
    let offset = source.offset(of: position, encoding)
    let place = place(at: offset)
    var parts: [String] = []
    switch place?.subject {
    case .person(let id):
      if let person = journal.person(id) {
        parts.append(PersonCard(person, in: assessed.assessment, language: language).markdown())
      }
    case .deal(let id):
      if let deal = journal.deal(id), let card = DealCard(deal, in: assessed.assessment, language: language) {
        parts.append(card.markdown())
      }
    case nil: break
    }
    let facts = currentFacts().filter { $0.span.start <= offset && offset <= $0.span.end }
    let read = facts.map { "- " + card(of: $0.fact).markdown() }
    if !read.isEmpty { parts.append(say("This line was read as", "这一句读成") + "\n\n" + read.joined(separator: "\n")) }
    guard !parts.isEmpty else { return nil }
    return Hover(
      contents: MarkupContent(value: parts.joined(separator: "\n\n---\n\n")),
      range: range(of: place?.span ?? facts[0].span))
  }

  func card(of fact: JournalFact) -> FactCard {
    FactCard(fact, in: journal, source: assessed.source(name), language: language)
  }

  /// How lines were read, at their ends; what the writer marked needs no telling.
  func inlayHints(in range: TextRange) -> [InlayHint] {
    let wanted = Span(source.offset(of: range.start, encoding), source.offset(of: range.end, encoding))
    return currentFacts().filter {
      $0.fact.basis != .marked && wanted.start <= $0.span.end && $0.span.start <= wanted.end
    }.map { fact, span in
      let card = card(of: fact)
      return InlayHint(
        position: source.position(of: span.end, encoding), label: card.label,
        tooltip: MarkupContent(value: card.markdown()))
    }
  }
}
