import FactReading

/// The notes of a journal in order of their paths, and numbers for what is in them.
struct JournalNotes: Sendable {
  /// What was read of each note.
  let readings: [NoteReading]
  /// Numbers of their sentences, names and entries.
  let sentences: Numbering
  let names: Numbering
  let entries: Numbering
  /// What the names say, and where they stand.
  let nameTable: NameTable
  /// What may be called a customer, and where.
  let accountTable: AccountTable

  /// Takes notes in any order.
  init(_ readings: [NoteReading]) {
    let readings = readings.sorted { $0.path < $1.path }
    self.readings = readings
    sentences = Numbering(readings.lazy.map(\.sentences.count))
    names = Numbering(readings.lazy.map(\.names.count))
    entries = Numbering(readings.lazy.map(\.entries.count))
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
