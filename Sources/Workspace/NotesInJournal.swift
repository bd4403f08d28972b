/// Notes that are to be worked on, with the journal that they are read in.
public struct NotesInJournal: Sendable {
  /// A note to be worked on.
  public struct Target: Sendable {
    /// The path as it was given, or found below a folder that was.
    public let path: String
    /// The path of the same note among `JournalReading.sources`.
    public let readAs: String
    /// Whether it stands on standard input, in place of the file of its name.
    public let isInput: Bool
  }

  /// Every note of the journal.
  public let notes: [NoteInput]
  /// Those to be worked on, in the order of the given paths.
  public let targets: [Target]
  /// What could not be looked into.
  public let unreadable: [UnreadablePath]
  /// What the search for notes to be worked on passed over.
  public let search: Discovery

  /// Finds the notes under `paths`, and their journal: the folder `journal` if given, else for each note the nearest
  /// folder above it with a `rapport.yml`, else the note's own; a folder among `paths` is a journal itself. `input` is a
  /// note that stands in for the file of its name. Throws `Discovery.MissingPath`.
  public init(of paths: [String], in journal: String?, input: NoteInput?) throws(Discovery.MissingPath) {
    search = try Discovery(of: paths)
    var folders = journal.map { [$0] } ?? paths.map(Self.journal(of:))
    // Of `<stdin>` nothing tells where it belongs.
    if journal == nil, let input, input.path != "<stdin>" { folders.append(Self.journal(of: input.path)) }
    let around = try Discovery(of: folders + paths)
    unreadable = around.unreadable + search.unreadable.filter { !around.unreadable.contains($0) }
    var notes = around.notes
    var known: [FileSystem.Identity: String] = [:]
    for note in notes {
      if let identity = note.identity { known[identity] = note.path }
    }
    var targets = search.notes.map { note in
      Target(path: note.path, readAs: note.identity.flatMap { known[$0] } ?? note.path, isInput: false)
    }
    if let input {
      let identity = (try? FileSystem.status(Array(input.path.utf8)))?.identity
      notes.removeAll { $0.path == input.path || identity != nil && $0.identity == identity }
      targets.removeAll { $0.path == input.path }
      notes.append(input)
      targets.append(Target(path: input.path, readAs: input.path, isInput: true))
    }
    self.notes = notes
    self.targets = targets
  }

  /// The folder of the journal that a path belongs to.
  private static func journal(of path: String) -> String {
    if let status = try? FileSystem.status(Array(path.utf8)), status.isDirectory { return path }
    let own = folder(of: path)
    var folder = own
    // More folders lie in none another: the bound is for what cannot be resolved.
    for _ in 0..<64 {
      let place = Array((folder == "/" ? "" : folder).utf8)
      if (try? FileSystem.status(place + Array("/\(Configuration.fileName)".utf8))) != nil { return folder }
      guard let real = try? FileSystem.realPath(Array(folder.utf8)), real.count > 1 else { return own }
      folder = folder.hasSuffix("..") ? folder + "/.." : folder == "." ? ".." : Self.folder(of: folder)
    }
    return own
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}

extension NoteInput {
  /// Where its bytes come from; nil for bytes that are already here.
  var systemPath: [UInt8]? {
    if case .file(let path) = content { return path }
    return nil
  }

  /// The file, however it is called.
  var identity: FileSystem.Identity? { systemPath.flatMap { try? FileSystem.status($0).identity } }
}
