import SourceText

/// A note, read as structure: what its blocks, sentences, labels, marks and dates are, and where each stands.
///
/// Every range is in bytes of `text`; `text.span(of:)` leads back to the file.
///
/// A class, for each reader holds it, and no copy of its many lists is worth its time.
public final class Note: Sendable {
  /// The file.
  public let source: SourceFile
  /// What the note says, folded for matching.
  public let text: ProseText
  /// Headings, paragraphs, list items, table rows and quotes, in reading order.
  public let blocks: [Block]
  /// Sentences in reading order; none crosses a block.
  public let sentences: [Sentence]
  /// The dated pieces that the note consists of, in reading order; they cover all blocks. Never empty when `blocks` is not.
  public let entries: [Entry]
  /// `标签：值` and `Label: value` of every spelling, front matter and table cells (by their header) included.
  public let labels: [Label]
  /// What the writer marked on purpose: tags, names, links, fields, tasks.
  public let marks: [Mark]
  /// The note's own date: its front matter's or its file name's. Nil when neither tells one.
  public let date: DateExpression?
  /// Dates in headings, labels and prose, in reading order.
  public let dates: [DateMention]
  /// How many dates name the day before the month (`9 Oct`), less those that name it behind (`Oct 9`).
  public let dayFirstDates: Int
  /// What was malformed; the rest of the note was read all the same.
  public let problems: [NoteProblem]
  /// Findings that the writer wants to be let be; what else reads the note does not see these words.
  public let ignores: [IgnoreMark]
  /// The bytes of `text` at which emphasis begins or ends: `**Oakwell** Ivan Lau` is not one name.
  package let emphasisEdges: Set<Int>

  init(
    source: SourceFile, text: ProseText, blocks: [Block], sentences: [Sentence], entries: [Entry], labels: [Label],
    marks: [Mark], date: DateExpression?, dates: [DateMention], dayFirstDates: Int, problems: [NoteProblem],
    ignores: [IgnoreMark]
  ) {
    self.source = source
    self.text = text
    self.blocks = blocks
    self.sentences = sentences
    self.entries = entries
    self.labels = labels
    self.marks = marks
    self.date = date
    self.dates = dates
    self.dayFirstDates = dayFirstDates
    self.problems = problems
    self.ignores = ignores
    emphasisEdges = Set(text.gaps().lazy.filter { [0x2A, 0x5F].contains(source.bytes[$0.source.start]) }.map(\.at))
  }
}

/// One piece of structure.
public struct Block: Sendable {
  /// What a block is.
  public enum Kind: Hashable, Sendable {
    /// `# …`, level 1 to 6; or a line that stands over dated ones, `Block.lineLevel`.
    case heading(level: Int)
    /// Running text.
    case paragraph
    /// An item of a list; depth 1 is outermost. `task` is nil for an item without a box.
    case listItem(depth: Int, task: TaskState?)
    /// A row of a table; `isHeader` for the row that names the columns.
    case tableRow(isHeader: Bool)
  }

  /// The level of a heading that nothing marks as one: see `TitleLines`.
  public static let lineLevel = 7

  /// What it is.
  public let kind: Kind
  /// Its text in `Note.text`.
  public let text: Range<Int>
  /// Its sentences, as indices of `Note.sentences`.
  public let sentences: Range<Int>
  /// The line of its first word, counted from 1.
  public let line: Int
  /// Whether it stands in a block quote: somebody's words, as a rule not the writer's.
  public let isQuote: Bool
  /// The heading that governs it, as an index of `Note.blocks`; of a list, the line ending in a colon that introduces it.
  public let heading: Int?
}

/// The state of a task item's box.
public enum TaskState: Hashable, Sendable {
  /// `- [ ]`
  case open
  /// `- [x]`
  case done
}

/// One sentence, or one line that stands for one.
public struct Sentence: Sendable {
  /// Its text in `Note.text`, without surrounding spaces.
  public let text: Range<Int>
  /// The line of its first word, counted from 1.
  public let line: Int
  /// The block it stands in, as an index of `Note.blocks`.
  public let block: Int
  /// The entry it belongs to, as an index of `Note.entries`.
  public let entry: Int
  /// Whether the writer struck it out (`~~…~~`): withdrawn.
  public let isStruck: Bool
  /// Whether it is a label with nothing behind it on its line, `下一步：` or `【宏泰】`: the title of what follows.
  public let isLabel: Bool
}

/// One dated piece of a note: a meeting, a day of a diary, a section of a customer's file.
public struct Entry: Sendable {
  /// What dates it: its own date, else the heading's or label's, else the file name's or front matter's. Nil when nothing does.
  public let date: DateExpression?
  /// The heading or first words that name it.
  public let title: Range<Int>?
  /// Its blocks, as indices of `Note.blocks`.
  public let blocks: Range<Int>
  /// Its first line, counted from 1.
  public let line: Int
}

/// A labelled value.
public struct Label: Sendable {
  /// The label as folded text, without its colon and markup: `客户`, `Next steps`. Lower case for ASCII letters.
  public let name: String
  /// The value in `Note.text`; empty when nothing follows on the line.
  public let value: Range<Int>
  /// The block it stands in; nil for front matter.
  public let block: Int?
  /// The line of the label, counted from 1.
  public let line: Int
  /// How it was written.
  public let origin: Origin

  /// The way a label was written.
  public enum Origin: Hashable, Sendable {
    /// A line or phrase that ends in a colon.
    case text
    /// A key of the YAML front matter.
    case frontMatter
    /// A table cell under its column's header.
    case tableCell
    /// `key:: value` or `[key:: value]`.
    case field
  }

  /// Whether it is there to tell when something was written or took place: `日期`, `Date`.
  public var isDate: Bool { EntryReader.dateNames.contains(name) }
}

/// Something that the writer marked on purpose.
public struct Mark: Sendable {
  /// What the mark says.
  public enum Kind: Hashable, Sendable {
    /// `#value/benefit`, `＃标签`; the text without the sign.
    case tag(String)
    /// `@name`.
    case mention(String)
    /// `[[name]]`, `[[target|shown]]`: target and shown text.
    case link(target: String, shown: String)
  }
  /// One of the words in brackets behind a tag.
  public struct Detail: Hashable, Sendable {
    /// Folded.
    public let text: String
    /// Where it stands in the file.
    public let span: Span
  }
  /// What it says.
  public let kind: Kind
  /// What stands in brackets behind one of Rapport's own tags: `李总` of `#need/driver(李总)`.
  public let details: [Detail]
  /// The whole mark in `Note.text`; empty for one of Rapport's own tags, which are no part of the text.
  public let range: Range<Int>
  /// A place in the text that belongs to the same sentence as the mark.
  public let anchor: Int
  /// The whole mark in the file.
  public let span: Span
  /// The block it stands in.
  public let block: Int
  /// The line it stands on, counted from 1.
  public let line: Int
}

/// Something wrong with a note as a file.
public struct NoteProblem: Sendable {
  /// Which of the J rules speaks of it.
  public enum Kind: Hashable, Sendable {
    /// J001: cannot be decoded or read; the text says what to do.
    case unreadable
    /// J003: a tag, key or stage that means nothing here; the likeliest intended one, if any.
    case unknownMark(suggestion: String?)
    /// J006: malformed front matter.
    case badFrontMatter
  }
  /// What it is.
  public let kind: Kind
  /// Where it is; nil for the whole file.
  public let span: Span?
  /// What exactly is wrong, in English.
  public let detail: String
  /// The same in Chinese.
  public let detailZh: String

  /// A problem at a place; without `detailZh` the English words stand for both.
  public init(kind: Kind, span: Span?, detail: String, detailZh: String? = nil) {
    self.kind = kind
    self.span = span
    self.detail = detail
    self.detailZh = detailZh ?? detail
  }
}
