/// The notes under some paths, and what kept others from being found.
public struct Discovery: Sendable {
  /// Notes in the order of the given paths, below each in the order of their bytes.
  public private(set) var notes: [NoteInput] = []
  /// Folders and files that could not be looked into.
  public private(set) var unreadable: [UnreadablePath] = []
  /// Folders in which notes would appear: those that were looked into, and those of files that were named, as the system
  /// knows them.
  public private(set) var folders: [[UInt8]] = []
  /// What was passed over, for the sentence that explains an empty result.
  public private(set) var passedOver = PassedOver()

  /// Counts of what a search left out.
  public struct PassedOver: Hashable, Sendable {
    /// Files whose name ends in nothing that notes end in.
    public internal(set) var otherFiles = 0
    /// Folders, and files called like notes, whose name begins with a dot.
    public internal(set) var hidden = 0
    /// Files and folders that a `.gitignore` names.
    public internal(set) var ignored = 0
    /// Of those the files called like notes.
    public internal(set) var ignoredNotes: [String] = []
    /// Folders that a program of ours has written files into.
    public internal(set) var writtenFolders: [String] = []
  }

  /// A path that there is nothing at.
  public struct MissingPath: Error, Hashable, Sendable {
    /// The path as given.
    public let path: String

    /// Nothing at `path`.
    public init(path: String) { self.path = path }
  }

  /// A folder that is still to be looked into.
  private struct Folder {
    /// As messages show it; empty for the current folder.
    let shown: [UInt8]
    /// As the system knows it.
    let system: [UInt8]
    /// From where `rules` counts.
    let relative: [UInt8]
    let rules: IgnoreRules
  }

  private var seen: Set<FileSystem.Identity> = []
  private var links: [Folder] = []

  /// Looks for notes under `paths`: files, and folders with all that is below them.
  ///
  /// Hidden files and folders and those that a `.gitignore` names (in the folder, below it, or above it up to the top of
  /// the repository) are left out; a path that is named in so many words is read all the same. Links are followed after
  /// everything else, and each file and folder counts once, so that loops end and a file is shown by its own name. A link
  /// to a file that is not called like a note itself is told and not followed, lest notes that somebody sent choose what
  /// else of this machine is read.
  /// Throws `MissingPath` when there is nothing at a path.
  public init(of paths: [String]) throws(MissingPath) {
    for path in paths {
      let system = Array(path.utf8)
      do {
        let status = try FileSystem.status(system)
        if status.isDirectory {
          let (rules, relative) = IgnoreRules.above(system)
          walk(Folder(shown: Self.shown(system), system: system, relative: relative, rules: rules), status.identity)
        } else if seen.insert(status.identity).inserted {
          notes.append(NoteInput(path: Self.shown(path), systemPath: system))
          folders.append(FileSystem.folder(of: system))
        }
      } catch {
        if error.kind == .absence { throw MissingPath(path: path) }
        refuse(system, .init(error))
      }
    }
  }

  /// Looks for notes in one folder, likewise, and names them from there. Throws `MissingPath` when it is no folder.
  public init(inside folder: String) throws(MissingPath) {
    let system = Array(folder.utf8)
    do throws(FileSystem.Failure) {
      let status = try FileSystem.status(system)
      guard status.isDirectory else { throw FileSystem.Failure(kind: .absence) }
      let (rules, relative) = IgnoreRules.above(system)
      walk(Folder(shown: [], system: system, relative: relative, rules: rules), status.identity)
    } catch {
      if error.kind == .absence { throw MissingPath(path: folder) }
      refuse(system, .init(error))
    }
  }

  /// Whether there is a folder at a path.
  public static func isFolder(_ path: String) -> Bool {
    (try? FileSystem.status(Array(path.utf8)))?.isDirectory ?? false
  }

  /// How messages show a path that somebody gave: without `./` in front and slashes at the end; empty for `.`.
  public static func shown(_ path: String) -> String { String(decoding: shown(Array(path.utf8)), as: UTF8.self) }

  private static func shown(_ path: [UInt8]) -> [UInt8] {
    var path = path[...]
    while path.starts(with: [0x2E, 0x2F]) {
      path = path.dropFirst(2)
      while path.first == 0x2F { path = path.dropFirst() }
    }
    while path.count > 1, path.last == 0x2F { path = path.dropLast() }
    return path.elementsEqual([0x2E]) ? [] : Array(path)
  }

  /// Whether a file at `path` lies in one of `folders`.
  public func looksInto(folderOf path: String) -> Bool {
    guard let identity = try? FileSystem.status(FileSystem.folder(of: Array(path.utf8))).identity else { return false }
    return folders.contains { (try? FileSystem.status($0).identity) == identity }
  }

  private mutating func walk(_ root: Folder, _ identity: FileSystem.Identity) {
    guard seen.insert(identity).inserted else { return }
    let first = notes.count
    descend(from: root)
    while !links.isEmpty {
      let link = links.removeFirst()
      guard let status = try? FileSystem.status(link.system) else { continue }
      guard seen.insert(status.identity).inserted else { continue }
      if status.isDirectory {
        descend(from: link)
      } else {
        notes.append(NoteInput(path: String(decoding: link.shown, as: UTF8.self), systemPath: link.system))
      }
    }
    notes[first...].sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// Visits `root` and all below it, folder by folder; never recursive, so depth costs no stack.
  private mutating func descend(from root: Folder) {
    var waiting = [root]
    while let folder = waiting.popLast() {
      folders.append(folder.system)
      let entries: [FileSystem.Entry]
      do { entries = try FileSystem.list(folder.system) } catch {
        refuse(folder.shown.isEmpty ? folder.system : folder.shown, .init(error))
        continue
      }
      let rules = folder.rules.adding(fileIn: folder.system, at: folder.relative, among: entries)
      let device = (try? FileSystem.status(folder.system))?.identity.device ?? 0
      for entry in entries {
        let isNote = NoteInput.isNote(name: entry.name)
        if entry.name.first == 0x2E {
          if isNote || entry.kind == .folder { passedOver.hidden += 1 }
          if entry.name.elementsEqual(WrittenFolder.listName.utf8) {
            passedOver.writtenFolders.append(String(decoding: folder.shown, as: UTF8.self))
          }
          continue
        }
        guard entry.kind == .folder || entry.kind == .link || isNote else {
          passedOver.otherFiles += 1
          continue
        }
        let below = Folder(
          shown: Self.path(folder.shown, entry.name), system: Self.path(folder.system, entry.name),
          relative: Self.path(folder.relative, entry.name), rules: rules)
        if rules.ignores(below.relative, isDirectory: entry.kind == .folder) {
          passedOver.ignored += 1
          if isNote { passedOver.ignoredNotes.append(String(decoding: below.shown, as: UTF8.self)) }
          continue
        }
        let identity = FileSystem.Identity(device: device, inode: entry.inode)
        switch entry.kind {
        case .folder: if seen.insert(identity).inserted { waiting.append(below) }
        case .file:
          if seen.insert(identity).inserted {
            notes.append(NoteInput(path: String(decoding: below.shown, as: UTF8.self), systemPath: below.system))
          }
        case .link: follow(below, isNote: isNote)
        case .other: if isNote { refuse(below.shown, .notAFile) } else { passedOver.otherFiles += 1 }
        }
      }
    }
  }

  private mutating func follow(_ link: Folder, isNote: Bool) {
    do {
      let isFolder = try FileSystem.status(link.system).isDirectory
      guard isFolder || isNote else {
        passedOver.otherFiles += 1
        return
      }
      let target = try FileSystem.realPath(link.system)
      let name = target[((target.lastIndex(of: 0x2F) ?? -1) + 1)...]
      if !isFolder, !NoteInput.isNote(name: Array(name)) {
        refuse(link.shown, .linkToOther(String(decoding: target, as: UTF8.self)))
      } else {
        links.append(link)
      }
    } catch {
      if isNote || error.kind != .absence { refuse(link.shown, .init(error)) }
    }
  }

  private mutating func refuse(_ path: [UInt8], _ cause: UnreadablePath.Cause) {
    unreadable.append(UnreadablePath(path: String(decoding: path, as: UTF8.self), cause: cause))
  }

  private static func path(_ folder: [UInt8], _ name: [UInt8]) -> [UInt8] {
    folder.isEmpty ? name : folder.last == 0x2F ? folder + name : folder + [0x2F] + name
  }
}
