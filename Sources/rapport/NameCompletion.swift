import ArgumentParser
import DealHealth
import DealJournal
import NoteSyntax
import Workspace

/// What the shell offers behind an option: names from the notes in the current folder, rules by code, name and gate.
enum NameCompletion {
  static let deals = CompletionKind.custom { _, _, _ in names { $0.deals.flatMap { [$0.name, $0.account] } } }
  static let people = CompletionKind.custom { _, _, _ in names { $0.people.filter(\.isNamed).map(\.name) } }
  static let dealsAndPeople = CompletionKind.custom { _, _, _ in
    names { $0.deals.flatMap { [$0.name, $0.account] } + $0.people.filter(\.isNamed).map(\.name) }
  }
  static let rules = CompletionKind.list(Rule.all.flatMap { [$0.code, $0.name] })
  static let selectors = CompletionKind.list(Rule.all.flatMap { [$0.code, $0.name] } + Gate.allCases.map(\.rawValue))

  /// A shell waits for this at every stroke of the key: where there is anything wrong, it gets nothing.
  private static func names(_ of: (Journal) -> [String]) -> [String] {
    guard let found = try? Discovery(of: ["."]), let settings = try? Configuration(above: ".") else {
      return []
    }
    let journal = JournalReading(of: found.notes, settings: settings).assessment(asOf: SystemClock.today()).journal
    return Set(of(journal)).sorted()
  }
}
