import DealJournal
import SourceText

/// Whom or what words of a note name.
enum NamedSubject: Equatable {
  /// `Person.id`
  case person(String)
  /// `Deal.id`
  case deal(String)
}

/// Words that name somebody or something, in the document as it is now.
struct NamedPlace {
  let subject: NamedSubject
  let span: Span
}

extension NoteScene {
  /// Where people are named in the document.
  func peoplePlaces() -> [NamedPlace] {
    assessed.mentions(in: name).compactMap { person, evidence in
      guard let span = current(evidence.span), !span.range.isEmpty else { return nil }
      return NamedPlace(subject: .person(person.id), span: span)
    }
  }

  /// Where deals are named in the document, but for the places of `people`.
  func dealPlaces(_ people: [NamedPlace]) -> [NamedPlace] {
    dealPlaces(named: DealNames(journal.deals), in: source, name: name, besides: people.map(\.span)).map {
      NamedPlace(subject: .deal($0.deal), span: $0.span)
    }
  }

  /// Where deals are named in any note.
  func dealPlaces(
    named names: DealNames, in source: SourceFile, name: String, besides people: [Span]
  ) -> [DealNames.Place] {
    let facts = assessed.facts(in: name)
    let places = names.places(in: source) { deal, offset in
      // The nearest fact tells which deal the words around are about.
      let near = facts.min { abs($0.evidence.span.start - offset) < abs($1.evidence.span.start - offset) }
      return near?.deal == deal
    }
    return places.filter { place in !people.contains { $0.start < place.span.end && place.span.start < $0.end } }
  }

  /// What is named at an offset: the shortest words that hold it.
  func place(at offset: Int) -> NamedPlace? {
    func nearest(_ places: [NamedPlace]) -> NamedPlace? {
      places.filter { $0.span.start <= offset && offset <= $0.span.end }.min { $0.span.count < $1.span.count }
    }
    let people = peoplePlaces()
    return nearest(people) ?? nearest(dealPlaces(people))
  }

  /// Every place of the journal that names a subject, in order of notes and places; with the words that stand there.
  func places(of subject: NamedSubject) -> [(location: Location, words: String)] {
    switch subject {
    case .person(let id):
      let mentions = journal.person(id)?.mentions ?? []
      return mentions.filter { !$0.span.range.isEmpty }
        .sorted { ($0.path, $0.span) < ($1.path, $1.span) }
        .compactMap { evidence in location(of: evidence).map { ($0, evidence.quote) } }
    case .deal(let id):
      guard let deal = journal.deal(id) else { return [] }
      // Others that share a form have to be known to be told from it.
      let forms = Set(deal.surfaces + [deal.name, deal.account])
      let names = DealNames(
        journal.deals.filter { $0.id == id || !forms.isDisjoint(with: $0.surfaces + [$0.name, $0.account]) })
      return assessed.paths.flatMap { path -> [(Location, String)] in
        guard let source = open[path]?.source ?? assessed.source(path) else { return [] }
        let people = assessed.mentions(in: path).map(\.evidence.span)
        return dealPlaces(named: names, in: source, name: path, besides: people).filter { $0.deal == id }.map {
          (Location(uri: uri(of: path), range: source.range(of: $0.span, encoding)), $0.form)
        }
      }
    }
  }

  /// Facts of the note with where they stand now.
  func currentFacts() -> [(fact: JournalFact, span: Span)] {
    assessed.facts(in: name).compactMap { fact in current(fact.evidence.span).map { (fact, $0) } }
  }
}
