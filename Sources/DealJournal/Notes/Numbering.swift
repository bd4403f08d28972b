/// Numbers for the parts of a journal's notes, such as its sentences, counted through all notes: what is known of each part
/// is then an array, and nothing has to be looked up.
struct Numbering: Sendable {
  /// The number of each note's first part; one more than notes, so that the next one ends it.
  private let starts: [Int]

  /// Numbers for notes with so many parts each.
  init(_ counts: some Sequence<Int>) {
    var starts = [0]
    var next = 0
    for count in counts {
      next += count
      starts.append(next)
    }
    self.starts = starts
  }

  /// Number of parts of all notes.
  var count: Int { starts[starts.count - 1] }

  /// The numbers of a note's parts.
  subscript(note: Int) -> Range<Int> { starts[note]..<starts[note + 1] }
}
