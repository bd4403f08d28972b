import Workspace

/// A journal that the editor works in, and what of it is still to be read.
struct OpenJournal {
  /// What a journal is made of.
  enum Root: Hashable {
    /// All notes of a folder.
    case folder(JournalFolder)
    /// One document by itself: outside of every folder, or left out of its folder by a `.gitignore`.
    case document(uri: String)
  }

  let root: Root
  /// Where settings are looked for.
  let folder: JournalFolder
  /// Whether it stays when no document of it is open.
  let isWorkspace: Bool
  /// How it was last known.
  var assessed: AssessedJournal?
  /// Counts changes.
  var generation = 1
  /// Changes that `assessed` does not know of, by names of notes.
  var changes: [String: NoteInput?] = [:]
  var needsDisk = false
  var isAtWork = false

  var isWholeFolder: Bool {
    if case .folder = root { return true }
    return false
  }

  var isUpToDate: Bool { assessed?.generation == generation }

  /// A note is another now, or gone.
  mutating func change(_ name: String, to note: NoteInput?) {
    changes[name] = .some(note)
    generation += 1
  }

  /// The notes or settings on the disk are others now.
  mutating func lookAtDisk() {
    needsDisk = true
    generation += 1
  }
}
