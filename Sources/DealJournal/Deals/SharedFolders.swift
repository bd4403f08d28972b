import FactReading

/// The folders in which all notes of a journal lie: where somebody keeps the notes, not whom they are about.
struct SharedFolders {
  private let names: Set<String>

  /// Compares the paths of all notes.
  init(_ readings: [NoteReading]) {
    var shared: Set<String>?
    for reading in readings {
      let folders = Set(reading.accounts.lazy.filter { $0.place == .folder }.map(\.surface))
      shared = shared?.intersection(folders) ?? folders
    }
    names = shared ?? []
  }

  /// Whether the mention is the name of such a folder.
  func contains(_ mention: AccountMention) -> Bool { mention.place == .folder && names.contains(mention.surface) }
}
