import DealHealth
import DealJournal
import FactReading
import NoteSyntax
import SourceText

/// A journal as tables: what `DataTable.all` takes its rows from.
public struct JournalData {
  /// Number of the tables' shape. It grows when a table or column is renamed, removed or comes to mean something else; new
  /// ones may come at any time.
  public static let version = 1

  let assessment: Assessment
  /// The same notes as of earlier days, the earliest first.
  let earlier: [Assessment]
  /// In which messages are told.
  public let language: Language
  let producer: String
  /// All that the journal follows from; empty where it is to stay where it is.
  let sources: () -> [JournalSource]
  let relative: (String) -> String

  var journal: Journal { assessment.journal }

  /// Tables of `assessment`, gates of `earlier` ones, and the texts that `sources` has, which is asked when they are read; messages are in `language`, a path is told
  /// as `relative` makes it, and `producer` is the program's name and version.
  public init(
    _ assessment: Assessment, earlier: [Assessment] = [], language: Language, producer: String,
    sources: @escaping () -> [JournalSource] = { [] }, relative: @escaping (String) -> String
  ) {
    self.assessment = assessment
    self.earlier = earlier
    self.language = language
    self.producer = producer
    self.sources = sources
    self.relative = relative
  }
}
