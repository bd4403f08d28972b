import FactReading

/// The features that a model knows: those that occur in enough lines of enough journals.
///
/// What only one writer uses is a habit of that writer and no cue.
struct FactVocabulary {
  /// Features in order of their number; a row each.
  let features: [UInt32]
  let rows: [UInt32: Int32]

  init(_ lines: [TrainingLine], leastLines: Int = 3, leastJournals: Int = 2, limit: Int = 30_000) {
    struct Count {
      var lines: Int32 = 0
      var journals: Int32 = 0
      var lastLine: Int32 = -1
      var lastJournal: Int32 = -1
    }
    var counts: [UInt32: Count] = [:]
    for (index, line) in lines.enumerated() {
      for list in line.sentences + [line.whole] {
        for feature in list.dense + list.sparse {
          var count = counts[feature] ?? Count()
          guard count.lastLine != Int32(index) else { continue }
          count.lastLine = Int32(index)
          count.lines += 1
          if count.lastJournal != Int32(line.journal) {
            count.lastJournal = Int32(line.journal)
            count.journals += 1
          }
          counts[feature] = count
        }
      }
    }
    let kept = counts.filter { $0.value.lines >= leastLines && $0.value.journals >= leastJournals }
      .sorted { ($1.value.journals, $1.value.lines, $0.key) < ($0.value.journals, $0.value.lines, $1.key) }
      .prefix(limit).map(\.key).sorted()
    features = kept
    rows = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, Int32($0)) })
  }

  /// The known features of a list as rows.
  func known(_ list: [UInt32]) -> [Int32] { list.compactMap { rows[$0] } }
}
