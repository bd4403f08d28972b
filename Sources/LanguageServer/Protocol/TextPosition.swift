/// A place in a document, counted as LSP does: lines from 0, characters from 0 in units of the encoding agreed upon.
struct TextPosition: Codable, Hashable, Comparable, Sendable {
  let line: Int
  let character: Int

  static func < (left: TextPosition, right: TextPosition) -> Bool {
    (left.line, left.character) < (right.line, right.character)
  }
}

/// From one place up to another, which is not in it.
struct TextRange: Codable, Hashable, Sendable {
  let start: TextPosition
  let end: TextPosition
}

/// A range of a document.
struct Location: Codable, Hashable, Sendable {
  let uri: String
  let range: TextRange
}

/// Text in place of other text.
struct TextEdit: Codable, Hashable, Sendable {
  let range: TextRange
  let newText: String
}
