import SourceText

/// A document that the client has open, as it is there at this moment.
struct EditedDocument: Sendable {
  let uri: String
  let languageID: String
  private(set) var version: Int
  /// Its bytes and lines.
  private(set) var source: SourceFile

  init(uri: String, languageID: String, version: Int, text: String) {
    self.uri = uri
    self.languageID = languageID
    self.version = version
    source = SourceFile(path: uri, text: text)
  }

  /// A document whose bytes are at hand.
  init(uri: String, languageID: String, version: Int, source: SourceFile) {
    self.uri = uri
    self.languageID = languageID
    self.version = version
    self.source = source
  }

  /// A change that the client tells of: text in place of a range, or of everything.
  struct Change: Decodable, Sendable {
    let range: TextRange?
    let text: String
  }

  /// Applies changes, each to what the one before it left.
  mutating func apply(_ changes: [Change], version: Int, _ encoding: PositionEncoding) {
    self.version = version
    for change in changes {
      guard let range = change.range else {
        source = SourceFile(path: uri, text: change.text)
        continue
      }
      var bytes = source.bytes
      let start = source.offset(of: range.start, encoding)
      let end = max(start, source.offset(of: range.end, encoding))
      bytes.replaceSubrange(start..<end, with: Array(change.text.utf8))
      source = SourceFile(path: uri, bytes: bytes)
    }
  }
}

extension SourceFile {
  /// The bytes of a line, counted from 0, without its line break.
  private func content(ofLine line: Int) -> ArraySlice<UInt8> {
    let span = lines.span(ofLine: line + 1)
    var content = bytes[span.range]
    while let last = content.last, last == 0x0A || last == 0x0D { content.removeLast() }
    return content
  }

  /// The byte offset of a place; one that is not there is taken for the nearest before it.
  func offset(of position: TextPosition, _ encoding: PositionEncoding) -> Int {
    guard position.line >= 0 else { return 0 }
    guard position.line < lines.count else { return bytes.count }
    return encoding.offset(of: position.character, in: content(ofLine: position.line))
  }

  /// The place of the byte at `offset`.
  func position(of offset: Int, _ encoding: PositionEncoding) -> TextPosition {
    let offset = min(max(offset, 0), bytes.count)
    let line = lines.line(at: offset) - 1
    let content = content(ofLine: line)
    return TextPosition(
      line: line, character: encoding.units(of: content[..<min(max(offset, content.startIndex), content.endIndex)]))
  }

  /// The place of a span.
  func range(of span: Span, _ encoding: PositionEncoding) -> TextRange {
    TextRange(start: position(of: span.start, encoding), end: position(of: span.end, encoding))
  }

  /// The whole file.
  func wholeRange(_ encoding: PositionEncoding) -> TextRange { range(of: Span(0, bytes.count), encoding) }
}
