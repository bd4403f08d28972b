import ArgumentParser
import DealHealth
import DealJournal
import NoteSyntax
import Workspace

/// What the shell offers behind an option: names from the notes in the current folder, rules by code, name and gate.
enum NameCompletion: String {
  case dealNames = "deals"
  case peopleNames = "people"
  case allNames = "names"

  static let deals = CompletionKind.custom { _, _, _ in dealNames.words }
  static let people = CompletionKind.custom { _, _, _ in peopleNames.words }
  static let dealsAndPeople = CompletionKind.custom { _, _, _ in allNames.words }
  static let rules = CompletionKind.list(Rule.all.flatMap { [$0.code, $0.name] })
  static let selectors = CompletionKind.list(Rule.all.flatMap { [$0.code, $0.name] } + Gate.allCases.map(\.rawValue))

  /// A shell waits for this at every stroke of the key: it is answered as the last time while the notes stay what they are,
  /// and where there is anything wrong, it gets nothing.
  private var words: [String] {
    guard let found = try? Discovery(of: ["."]) else { return [] }
    let today = SystemClock.today()
    let folder = CacheFolder.ofUser
    let cache = folder.map { AnswerCache(in: $0) }
    let key = cache.flatMap { _ in
      try? AnswerKey(asking: ["complete", rawValue], asOf: today, of: found, withSettingsAt: ".")
    }
    if let cache, let key, let known = cache.answer(to: key) { return Self.lines(of: known.output) }
    guard let settings = try? Configuration(above: ".") else { return [] }
    let journal = JournalReading(
      of: found.notes, settings: settings,
      keptIn: ReadingCache(in: folder, ofNotesFrom: ".", settings, count: found.notes.count)
    ).assessment(asOf: today).journal
    // A name that does not fit on a line is none that a shell could complete.
    let words = Set(names(in: journal)).filter { !$0.contains("\n") }.sorted()
    if let cache, let key { try? cache.keep(Answer(words.joined(separator: "\n")), for: key) }
    return words
  }

  private func names(in journal: Journal) -> [String] {
    let deals = journal.deals.flatMap { [$0.name, $0.account] }
    let people = journal.people.filter(\.isNamed).map(\.name)
    return switch self {
    case .dealNames: deals
    case .peopleNames: people
    case .allNames: deals + people
    }
  }

  private static func lines(of text: String) -> [String] { text.split(separator: "\n").map(String.init) }
}
