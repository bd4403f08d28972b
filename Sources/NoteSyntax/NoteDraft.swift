import SourceText

/// The text and blocks of a note as they are read, before sentences, labels and entries are found in them.
struct NoteDraft {
  /// A block that is being read.
  struct DraftBlock {
    var kind: Block.Kind
    var text: Range<Int>
    var line: Int
    var isQuote: Bool
    /// The cells of a table row.
    var cells: [Range<Int>] = []
  }

  /// The text so far.
  var text = ProseText()
  /// Blocks in reading order.
  var blocks: [DraftBlock] = []
  /// What was struck out, in order, in bytes of `text`.
  var struck: [Range<Int>] = []
  /// What was set in bold, in order.
  var strong: [Range<Int>] = []
  /// `[[…]]` marks: the target as written, and the shown text.
  var links: [(target: String, shown: Range<Int>)] = []
  /// Tags that were taken out of the text, in order.
  var lifted: [LiftedTag] = []
}
