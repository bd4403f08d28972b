import DealHealth

/// A journal as it would be after the next commit: from git's index, whatever the files on disk say by now.
public struct StagedJournal: Sendable {
  /// Every note of the index under the given paths.
  public let notes: [NoteInput]
  /// Paths of those that the commit changes.
  public let changed: Set<String>
  /// `rapport.yml` of the index; the file on disk when git does not know one.
  public let configuration: Configuration
  /// Likewise what `rapport-dismissed.yml` lets be.
  public let dismissals: [Dismissal]

  /// What keeps the index from being read.
  public struct Failure: Error, Hashable, Sendable {
    /// What is wrong and what to do.
    public let detail: String
  }

  /// Reads the index of the current folder's repository; without `paths`, the part of it in this folder.
  public init(of paths: [String]) throws {
    do {
      let paths = paths.isEmpty ? ["."] : paths
      let repository = try GitRepository()
      let entries = try repository.index(under: paths).filter { Self.isVisibleNote(repository.shown($0.path)) }
      if let conflict = entries.first(where: \.isConflicted) {
        let path = String(decoding: repository.shown(conflict.path), as: UTF8.self)
        throw Failure(detail: "\(path) has merge conflicts; resolve them and git add it")
      }
      let staged = try repository.staged(under: paths)
      let contents = try repository.contents(of: entries.map(\.blob))
      notes = zip(entries, contents).map { entry, bytes in
        NoteInput(path: String(decoding: repository.shown(entry.path), as: UTF8.self), bytes: bytes)
      }
      changed = Set(
        entries.filter { staged.contains($0.path) }.map { String(decoding: repository.shown($0.path), as: UTF8.self) })
      configuration =
        try Self.file(named: Configuration.fileName, in: repository, for: paths[0]).map {
          try Configuration(parsing: $0.bytes, path: $0.path)
        } ?? Configuration(above: paths[0])
      let dismissed =
        try Self.file(named: DismissalFile.fileName, in: repository, for: paths[0]).map {
          try DismissalFile(parsing: $0.bytes, path: $0.path)
        } ?? DismissalFile(above: paths[0])
      dismissals = dismissed.dismissals
    } catch let failure as GitRepository.Failure {
      throw Failure(detail: failure.detail)
    }
  }

  /// The tracked file of a name in the folder `path` or the nearest one above it.
  private static func file(
    named name: String, in repository: GitRepository, for path: String
  ) throws -> (bytes: [UInt8], path: String)? {
    let folder = repository.fromTop(path)
    let files = try repository.index(named: name).filter { folder.starts(with: $0.path.dropLast(name.utf8.count)) }
    guard let nearest = files.max(by: { $0.path.count < $1.path.count }) else { return nil }
    let bytes = try repository.contents(of: [nearest.blob])[0]
    return (bytes, String(decoding: repository.shown(nearest.path), as: UTF8.self))
  }

  private static func isVisibleNote(_ path: [UInt8]) -> Bool {
    let parts = path.split(separator: UInt8(ascii: "/"))
    return NoteInput.isNote(name: path)
      && !parts.contains { $0.first == UInt8(ascii: ".") && !$0.elementsEqual("..".utf8) }
  }
}
