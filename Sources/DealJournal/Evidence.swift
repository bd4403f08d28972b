import SourceText

/// The place in a note that shows something, and its words.
public struct Evidence: Hashable, Sendable {
  /// The note's path as the user knows it.
  public let path: String
  /// The words' bytes in the file.
  public let span: Span
  /// Line of the first word, counted from 1.
  @Narrow public var line: Int
  /// Byte column of the first word, counted from 1.
  @Narrow public var column: Int
  /// The words as written; never edited.
  public let quote: String

  /// Evidence at a place.
  public init(path: String, span: Span, line: Int, column: Int, quote: String) {
    self.path = path
    self.span = span
    _line = Narrow(wrappedValue: line)
    _column = Narrow(wrappedValue: column)
    self.quote = quote
  }

  /// Compares places before words: of most two, they differ.
  public static func == (left: Evidence, right: Evidence) -> Bool {
    left.span == right.span && left.line == right.line && left.column == right.column && left.path == right.path
      && left.quote == right.quote
  }

  /// Hashes the place alone: what stands there follows from it.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(path)
    hasher.combine(span)
  }

  /// The words at `span`, when they lie in the quote; else the whole quote.
  func text(of part: Span) -> String {
    guard span.start <= part.start, part.end <= span.end else { return quote }
    return String(decoding: quote.utf8.dropFirst(part.start - span.start).prefix(part.end - part.start), as: UTF8.self)
  }

  /// The first words of the quote on one line, without what Markdown and quotation marks make of them, for a message: at most
  /// 48 columns.
  public var words: String { words(columns: 48) }

  /// Likewise, of at most so many columns.
  public func words(columns: Int) -> String {
    let line = quote.split(whereSeparator: \.isNewline).first ?? ""
    let opening = line.prefix { $0.isWhitespace || "-*•[]#>|“”\"「」『』".contains($0) }
    var text = Self.withoutEmphasis(line.dropFirst(opening.count))
    if let last = text.last, "”\"」』".contains(last), opening.contains(where: "“\"「『".contains) { text.removeLast() }
    let shown = DisplayWidth.prefix(of: text, columns: columns)
    return shown.endIndex < text.endIndex ? shown + "…" : String(shown)
  }

  /// Without the doubled asterisks and underscores that make text strong, of which a quote may have one half.
  private static func withoutEmphasis(_ text: Substring) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "_") }) else { return String(text) }
    var bare = ""
    var rest = text
    while let first = rest.first {
      if rest.hasPrefix("**") || rest.hasPrefix("__") {
        rest = rest.dropFirst(2)
      } else {
        bare.append(first)
        rest = rest.dropFirst()
      }
    }
    return bare
  }
}
