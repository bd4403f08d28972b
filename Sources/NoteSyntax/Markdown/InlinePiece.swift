/// A stretch of a block's inline content and where it stands in the file.
struct InlinePiece {
  enum Kind: UInt8 {
    /// Bytes that are shown as they stand.
    case text
    /// One character that is shown for the whole range: an escape or an entity.
    case character
    /// The end of a line: the line break, and the container prefix of the line after it.
    case softBreak, hardBreak
    case strongStart, strongEnd
    case struckStart, struckEnd
    /// `[[`, with the target's range, and `]]`.
    case linkStart, linkEnd
    /// Something that says nothing but separates: code, an image, `<br>`.
    case gap
  }

  var kind: Kind
  var start: Int
  var end: Int
  /// The character of a `.character`.
  var scalar: UInt32 = 0
}
