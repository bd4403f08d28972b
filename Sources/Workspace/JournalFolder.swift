import DealHealth
import SourceText

/// A folder of notes for a program that keeps it open, as an editor does. Notes are named from the folder.
public struct JournalFolder: Hashable, Sendable {
  /// Its absolute path, without a slash at the end unless it is `/`.
  public let path: String

  /// The folder at an absolute path.
  public init(at path: String) {
    var path = path
    while path.utf8.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.path = path
  }

  /// The nearest folder above the file at an absolute path that has a `rapport.yml`; nil when none has.
  public init?(configuredAbove file: String) {
    guard let found = Configuration.file(named: Configuration.fileName, above: Array(file.utf8)) else { return nil }
    self.init(at: String(String(decoding: found, as: UTF8.self).dropLast(Configuration.fileName.utf8.count)))
  }

  /// What stands in the folder and belongs to it.
  public struct Contents: Sendable {
    /// Its notes.
    public var reading: JournalReading
    /// Findings that were there when somebody began to look, and are not shown again.
    public let baseline: Set<Finding.Identity>
    /// Files of settings that cannot be taken as they are; the notes were read as if they were not there.
    public let faults: [Configuration.Fault]
    /// The bytes of the settings; a note is read again when they are others.
    let settings: [UInt8]?
  }

  /// Reads the notes, those of `other` that have not changed excepted, and without it those in `cache`; a folder that is not
  /// there has none.
  public func read(reusing other: Contents? = nil, keptIn cache: CacheFolder? = nil) -> Contents {
    let found = try? Discovery(inside: path)
    return read(found?.notes ?? [], unreadable: found?.unreadable ?? [], reusing: other, keptIn: cache)
  }

  /// The journal of these notes, with the settings of the folder.
  public func read(
    _ notes: [NoteInput], unreadable: [UnreadablePath] = [], reusing other: Contents? = nil,
    keptIn cache: CacheFolder? = nil
  ) -> Contents {
    var faults: [Configuration.Fault] = []
    func tried<Value>(_ body: () throws(Configuration.Fault) -> Value) -> Value? {
      do throws(Configuration.Fault) { return try body() } catch {
        faults += error.all
        return nil
      }
    }
    let place = path == "/" ? path : path + "/"
    let settings = tried { () throws(Configuration.Fault) in try Configuration(above: place) } ?? Configuration()
    let dismissals = tried { () throws(Configuration.Fault) in try DismissalFile(above: place).dismissals } ?? []
    let baseline = tried { () throws(Configuration.Fault) in try BaselineFile(above: place).known } ?? []
    let file = Configuration.file(named: Configuration.fileName, above: Array(place.utf8))
    let bytes = file.flatMap { try? FileSystem.contents($0, limit: 1 << 20) }
    return Contents(
      reading: JournalReading(
        of: notes, unreadable: unreadable, settings: settings, dismissals: dismissals,
        reusing: other.flatMap { $0.settings == bytes ? $0.reading : nil },
        keptIn: other == nil ? ReadingCache(in: cache, ofNotesFrom: path, settings, count: notes.count) : nil, in: path),
      baseline: baseline, faults: faults, settings: bytes)
  }

  /// The name of the note at an absolute path, also when one of both is a link; nil when it is not below the folder.
  public func name(of file: String) -> String? {
    if let name = Self.name(of: file, below: path) { return name }
    guard let real = try? FileSystem.realPath(Array(path.utf8)) else { return nil }
    let folder = String(decoding: real, as: UTF8.self)
    if let name = Self.name(of: file, below: folder) { return name }
    guard let target = try? FileSystem.realPath(Array(file.utf8)) else { return nil }
    return Self.name(of: String(decoding: target, as: UTF8.self), below: folder)
  }

  private static func name(of file: String, below folder: String) -> String? {
    let prefix = folder == "/" ? folder : folder + "/"
    guard file.hasPrefix(prefix), file.utf8.count > prefix.utf8.count else { return nil }
    return String(file.dropFirst(prefix.count))
  }

  /// Whether a note of this name belongs to the folder: one that is there is found by a search, and is not left out by a
  /// `.gitignore` or a hidden folder; one that is still to be saved has such a name.
  public func holdsNote(named name: String) -> Bool {
    guard name.split(separator: "/").allSatisfy({ !$0.hasPrefix(".") }), Self.isNote(named: name) else { return false }
    guard Self.hasFile(at: file(named: name)) else { return true }
    return (try? Discovery(inside: path))?.notes.contains { $0.path == name } ?? false
  }

  /// What new notes of the folder are made from: the built-in template where a file of its own cannot be taken.
  public var noteTemplate: NoteTemplate { (try? NoteTemplate(above: path)) ?? NoteTemplate() }

  /// The absolute path of the note of a name.
  public func file(named name: String) -> String { path == "/" ? path + name : path + "/" + name }

  /// Whether there is a file at an absolute path.
  public static func hasFile(at path: String) -> Bool {
    (try? FileSystem.status(Array(path.utf8)))?.isRegular ?? false
  }

  /// Whether files of this name are notes.
  public static func isNote(named name: String) -> Bool { NoteInput.isNote(name: Array(name.utf8)) }
}
