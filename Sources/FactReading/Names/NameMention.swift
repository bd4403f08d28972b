import SourceText

/// Words that may name a person.
///
/// A class, for a journal passes each from reader to reader, and no copy of its many words is worth its time.
public final class NameMention: Sendable {
  /// The words as written: `王副局长`, `Angela Moss`.
  public let surface: String
  /// Where they stand.
  public let span: Span
  /// The sentence they stand in, as an index of `NoteReading.sentences`; nil for front matter and file names.
  public var sentence: Int? { sentenceIndex.wrappedValue }
  private let sentenceIndex: NarrowIndex
  /// The entry they stand in.
  public var entry: Int { entryIndex.wrappedValue }
  private let entryIndex: Narrow
  /// Line, counted from 1.
  public var line: Int { lineNumber.wrappedValue }
  private let lineNumber: Narrow
  /// Byte column of the first word on its line, counted from 1.
  public var column: Int { columnNumber.wrappedValue }
  private let columnNumber: Narrow
  /// Where they stand in `Note.text`.
  public var range: Range<Int> { textSpan.range }
  private let textSpan: Span
  /// In which way they name somebody.
  public let form: NameForm
  /// Surname, folded and in lower case; empty when there is none.
  public let surname: String
  /// Given name, folded and in lower case; empty when there is none.
  public let given: String
  /// Title or function that belongs to the name or stands beside it, folded and in lower case; empty when there is none.
  public let title: String
  /// A shorter part that names the person too, as written: `陈立` of `陈立经理`, `表弟` of `她表弟`.
  public let core: String?
  /// The words together with the function that stands right before them, as written: `采购小吴`.
  public let withFunction: String?
  /// Words right beside the name that may be the organisation the person belongs to, as written.
  public let organisation: String?
  /// Where `organisation` stands in `Note.text`.
  var organisationRange: Range<Int>? { organisationSpan?.range }
  private let organisationSpan: Span?
  /// Another mention's words that this place says to be the same person: `王志刚` of `王总（采购总监，王志刚）`.
  public let alias: String?
  /// Other names that a mark here gives the same person, as written: `Cindy Wang` of `[[Cindy Wang|Cindy]]`.
  public let otherNames: [String]
  /// Whether the writer marked the words as a person's name.
  public let isMarked: Bool
  /// Whether the place itself shows that it is a person; else other mentions have to bear it out.
  public let isSure: Bool
  /// What stands around the words, as features of `NameModel`.
  public let features: [UInt16]

  init(
    surface: String, span: Span, sentence: Int?, entry: Int, line: Int, column: Int, range: Range<Int>, form: NameForm,
    surname: String, given: String, title: String, core: String?, withFunction: String?, organisation: String?,
    organisationRange: Range<Int>?, alias: String?, otherNames: [String], isMarked: Bool, isSure: Bool,
    features: [UInt16]
  ) {
    self.surface = surface
    self.span = span
    sentenceIndex = NarrowIndex(wrappedValue: sentence)
    entryIndex = Narrow(wrappedValue: entry)
    lineNumber = Narrow(wrappedValue: line)
    columnNumber = Narrow(wrappedValue: column)
    textSpan = Span(range.lowerBound, range.upperBound)
    self.form = form
    self.surname = surname
    self.given = given
    self.title = title
    self.core = core
    self.withFunction = withFunction
    self.organisation = organisation
    organisationSpan = organisationRange.map { Span($0.lowerBound, $0.upperBound) }
    self.alias = alias
    self.otherNames = otherNames
    self.isMarked = isMarked
    self.isSure = isSure
    self.features = features
  }
}
