import DealJournal
import SourceText

extension NoteScene {
  /// Where somebody or something is introduced: the place that names them first, by day.
  func definition(at position: TextPosition) -> Location? {
    switch place(at: source.offset(of: position, encoding))?.subject {
    case .person(let id):
      return journal.person(id)?.mentions.first { !$0.span.range.isEmpty }.flatMap(location)
    case .deal(let id):
      let places = places(of: .deal(id)).map(\.location)
      let entries = journal.entries.filter { $0.deals.contains(id) }
        .sorted { ($0.day?.number ?? .max, $0.evidence.path) < ($1.day?.number ?? .max, $1.evidence.path) }
      // The first that is named where the deal is spoken of first.
      let first = entries.first.map { uri(of: $0.evidence.path) }
      return places.first { $0.uri == first } ?? places.first ?? entries.first.flatMap { location(of: $0.evidence) }
    case nil: return nil
    }
  }

  /// Every place that names what is named at a place.
  func references(at position: TextPosition, withDefinition: Bool) -> [Location]? {
    guard let place = place(at: source.offset(of: position, encoding)) else { return nil }
    let all = places(of: place.subject).map(\.location)
    guard !withDefinition, let definition = definition(at: position) else { return all }
    return all.filter { $0 != definition }
  }

  /// The places in the document that name what is named at a place.
  func highlights(at position: TextPosition) -> [DocumentHighlight]? {
    guard let place = place(at: source.offset(of: position, encoding)) else { return nil }
    let people = peoplePlaces()
    let all: [NamedPlace]
    if case .person = place.subject { all = people } else { all = dealPlaces(people) }
    return all.filter { $0.subject == place.subject }.map { DocumentHighlight(range: range(of: $0.span)) }
  }

  /// The words at a place that can be renamed.
  func preparedRename(at position: TextPosition) -> PreparedRename? {
    place(at: source.offset(of: position, encoding)).map {
      PreparedRename(range: range(of: $0.span), placeholder: source.text(of: $0.span))
    }
  }

  /// Puts a new name in the place of these words, wherever they name the same person or deal; its other forms stay, and each
  /// can be renamed in its turn.
  func rename(at position: TextPosition, to newName: String) throws(ResponseError) -> WorkspaceEdit? {
    guard let place = place(at: source.offset(of: position, encoding)) else {
      throw ResponseError(code: .requestFailed, message: say("no person or deal is named here", "这里没有人名或商机名"))
    }
    let isName = newName.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
    guard isName, !newName.contains(where: \.isNewline) else {
      throw ResponseError(code: .invalidParams, message: say("a name is needed, on one line", "请写一个名字，不要换行"))
    }
    let form = source.text(of: place.span)
    return edit(places(of: place.subject).filter { $0.words == form }.map { ($0.location, newName) })
  }

  /// New words at places of any notes.
  func edit(_ replacements: [(location: Location, text: String)]) -> WorkspaceEdit {
    var changes: [String: [TextEdit]] = [:]
    for (location, text) in replacements {
      let edit = TextEdit(range: location.range, newText: text)
      if changes[location.uri]?.contains(edit) != true { changes[location.uri, default: []].append(edit) }
    }
    return WorkspaceEdit(changes: changes)
  }
}
