import FactReading
import SourceText

/// The notes of a journal in order of their paths, and numbers for what is in them.
struct JournalNotes: Sendable {
  /// What was read of each note.
  let readings: [NoteReading]
  /// Numbers of their sentences, names and entries.
  let sentences: Numbering
  let names: Numbering
  let entries: Numbering
  /// For each sentence, the number of its entry.
  let entryOfSentence: [Int]
  /// For each sentence, whether it tells anything by itself: see `NoteReading.telling`.
  let isTelling: [Bool]
  /// What the names say, and where they stand.
  let nameTable: NameTable
  /// What may be called a customer, and where.
  let accountTable: AccountTable

  /// Takes notes in any order.
  init(_ readings: [NoteReading]) {
    // Most come in order, and are many to copy.
    let isSorted = readings.indices.dropFirst().allSatisfy { readings[$0 - 1].path <= readings[$0].path }
    let readings = isSorted ? readings : readings.sorted { $0.path < $1.path }
    self.readings = readings
    sentences = Numbering(readings.indices.map { readings[$0].sentences.count })
    names = Numbering(readings.indices.map { readings[$0].names.count })
    entries = Numbering(readings.indices.map { readings[$0].entries.count })
    entryOfSentence = concurrentMap(readings.indices) { [entries] note in
      let first = entries[note].lowerBound
      return readings[note].sentences.indices.map { first + readings[note].sentences[$0].entry }
    }.flatMap(\.self)
    isTelling = concurrentMap(readings.indices) { readings[$0].telling }.flatMap(\.self)
    nameTable = NameTable(readings, sentences: sentences, entries: entries)
    accountTable = AccountTable(readings)
  }

  /// The mention with a number.
  func mention(_ name: Int) -> NameMention {
    let note = nameTable.note[name]
    return readings[note].names[name - names[note].lowerBound]
  }

  /// A mention as evidence.
  func evidence(ofName name: Int) -> Evidence {
    Evidence(of: mention(name), in: readings[nameTable.note[name]].path)
  }
}
