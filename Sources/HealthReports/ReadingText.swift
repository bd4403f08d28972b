import DealHealth
import DealJournal
import FactReading
import SourceText

/// A note with what was read from each of its lines, so that its writer can see how well they were understood.
public struct ReadingText: Sendable {
  private let sources: [SourceFile]
  private let journal: Journal
  private let showsWhy: Bool
  private let language: Language

  /// Shows `sources`, in their order, as read into `journal`; with `showsWhy`, the words that told each fact.
  public init(_ sources: [SourceFile], journal: Journal, showsWhy: Bool = false, language: Language? = nil) {
    self.sources = sources
    self.journal = journal
    self.showsWhy = showsWhy
    self.language = language ?? journal.language
  }

  /// For a terminal.
  public func terminal(_ style: TerminalStyle) -> String { "" }
}
