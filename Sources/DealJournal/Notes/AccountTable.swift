import FactReading
import SourceText

/// The words of a journal that may be called a customer, each once, with the places where they stand.
struct AccountTable: Sendable {
  /// The words as written, in order of their first appearance.
  let surfaces: [String]
  /// For each mention of the journal, its words as an index of `surfaces`.
  let surface: [Int]
  /// For each of `surfaces`, in which kinds of place they stand, a bit each by `AccountMention.Place.rawValue`.
  let places: [UInt32]
  /// Those of `surfaces` that are folders in which all notes of the journal lie: where somebody keeps the notes, not whom
  /// they are about.
  private let sharedFolders: Set<Int>

  /// Looks through the mentions of all notes.
  init(_ readings: [NoteReading]) {
    let interned = Interned<ExactText>(readings.indices) { note, take in
      for mention in readings[note].accounts.indices { take(ExactText(readings[note].accounts[mention].surface)) }
    }
    surfaces = interned.things.map(\.string)
    surface = interned.numbers
    var places = [UInt32](repeating: 0, count: surfaces.count)
    var shared: Set<Int>?
    var next = 0
    for reading in readings {
      var folders = Set<Int>()
      for mention in reading.accounts.indices {
        let place = reading.accounts[mention].place
        places[surface[next]] |= 1 << UInt32(place.rawValue)
        if place == .folder, shared?.isEmpty != true { folders.insert(surface[next]) }
        next += 1
      }
      shared = shared?.intersection(folders) ?? folders
    }
    self.places = places
    sharedFolders = shared ?? []
  }

  /// Whether the words of a mention are the name of a folder that all notes share.
  func isSharedFolder(_ surface: Int, _ place: AccountMention.Place) -> Bool {
    place == .folder && sharedFolders.contains(surface)
  }

  /// Whether words stand in places of a kind.
  func stands(_ surface: Int, in place: AccountMention.Place) -> Bool {
    places[surface] >> UInt32(place.rawValue) & 1 == 1
  }
}
