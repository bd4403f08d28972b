import FactReading
import SourceText

/// What the notes of a journal said when they were read, so that only those are read again that have changed.
///
/// A reading follows from the note's path and bytes, the program and the settings, and is found by a hash of them. They stand
/// on 64 shelves, a file each, a note always on the same one: where one note has changed, one shelf is written again. Readings
/// of notes that are gone stay until there are more of them than of others.
///
/// Several processes may use it at once, and each may be killed at any moment; a shelf that is not as it was written is as if
/// it were not there.
public struct ReadingCache: Sendable {
  private let folder: CacheFolder
  private let journal: [UInt8]
  private let origin: Digest
  private let shelves: [Shelf]

  private static let shelfCount = 64
  /// Fewer notes than this are read as fast as found.
  private static let leastNotes = 32
  /// Journals of which readings are kept, the latest ones.
  private static let journalLimit = 8

  /// Opens what was kept of the journal whose paths count from `place`, read with `settings`, of which there are `count` notes
  /// now. Nil where keeping is not worth it.
  public init?(in folder: CacheFolder?, ofNotesFrom place: String, _ settings: Configuration, count: Int) {
    guard let folder, count >= Self.leastNotes, let real = try? FileSystem.realPath(Array(place.utf8)),
      let program = RunningProgram.path, let version = try? FileSystem.version(program)
    else { return nil }
    var origin = Digest()
    origin.take(program)
    origin.take(version)
    origin.take(settings.source)
    var name = Digest()
    name.take(real)
    self.folder = folder
    self.origin = origin
    let journal = folder.readings + [0x2F] + Array(name.text.utf8)
    self.journal = journal
    let mark = origin.bytes
    let isTrusted = folder.isTrusted && FileSystem.isPrivateFolder(journal)
    shelves = concurrentMap(0..<Self.shelfCount, chunk: 1) { index in
      isTrusted ? Shelf(at: Self.path(index, in: journal), of: mark) : Shelf([], of: mark)
    }
  }

  /// What the note said, if it was kept.
  func reading(of source: SourceFile) -> NoteReading? {
    let key = key(of: source)
    return shelves[shelf(of: source.path)].reading(key, of: source.path)
  }

  /// Keeps what notes said.
  public func keep(_ reading: JournalReading) throws(CacheFault) {
    let keys = concurrentMap(reading.sources) { (shelf: shelf(of: $0.path), key: key(of: $0)) }
    let none = [[(key: Shelf.Key, reading: NoteReading)]](repeating: [], count: Self.shelfCount)
    let notes = zip(keys, reading.readings).reduce(into: none) { $0[$1.0.shelf].append(($1.0.key, $1.1)) }
    let changed = notes.indices.filter { shelves[$0].isMissingAny(of: notes[$0].map(\.key)) }
    guard !changed.isEmpty else { return }
    do throws(FileSystem.Failure) {
      for folder in [folder.bytes, folder.readings, journal] { try FileSystem.makePrivateFolder(folder) }
    } catch {
      throw CacheFault(folder, error)
    }
    let mark = origin.bytes
    let failures = concurrentMap(changed, chunk: 1) { index -> FileSystem.Failure? in
      let path = Self.path(index, in: journal)
      do throws(FileSystem.Failure) {
        try FileSystem.put(shelves[index].file(with: notes[index], of: mark), at: path, by: path + Self.draft)
        return nil
      } catch {
        return error
      }
    }
    if let failure = failures.compactMap(\.self).first { throw CacheFault(folder, failure) }
    limit()
  }

  /// Removes what is kept of the journals that were read longest ago, as long as there are too many.
  private func limit() {
    let folders = CacheFolder.folders(in: folder.readings)
    guard folders.count > Self.journalLimit else { return }
    for (path, _) in CacheFolder.latestFirst(folders).dropFirst(Self.journalLimit) { CacheFolder.removeJournal(path) }
  }

  private func shelf(of path: String) -> Int {
    Int(SipHash.bits64(path.utf8, key: (0, 0)) % UInt64(Self.shelfCount))
  }

  private func key(of source: SourceFile) -> Shelf.Key {
    var digest = Digest()
    digest.take(Array(source.path.utf8))
    digest.take(source.bytes)
    return Shelf.Key(digest)
  }

  private static let ending = Array(".readings".utf8)
  private static let draft = Array(".draft".utf8)

  private static func path(_ shelf: Int, in journal: [UInt8]) -> [UInt8] {
    journal + [0x2F] + Array(String(shelf).utf8) + ending
  }

  /// Whether a file of the cache is called like one of these.
  static func isOwn(_ name: [UInt8]) -> Bool {
    [ending, ending + draft].contains { name.suffix($0.count) == $0[...] }
  }
}
