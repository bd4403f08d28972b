import DealHealth
import NoteSyntax

/// A journal as git knows it: as it would be after the next commit, or as it was at some commit, whatever the files on
/// disk say by now.
public struct GitJournal: Sendable {
  /// Every note under the given paths.
  public let notes: [NoteInput]

  /// What keeps git from being asked.
  public struct Failure: Error, Hashable, Sendable {
    /// What is wrong and what to do.
    public let detail: Text

    init(detail: Text) { self.detail = detail }

    init(unknown revision: String) {
      detail = Text(
        en: "git knows no revision \(revision); git log shows those that there are",
        zh: "git 里没有 \(revision) 这个版本；git log 可以看有哪些")
    }
  }

  /// What the next commit would change.
  public struct Staged: Sendable {
    /// The journal after the commit.
    public let after: GitJournal
    /// The journal at the last commit; without notes before the first one.
    public let before: GitJournal
    /// Paths of the notes that the commit adds or changes.
    public let changed: Set<String>
    /// Whether the commit adds, changes or removes any note.
    public let isEmpty: Bool
    /// `rapport.yml` of the index; the file on disk when git does not know one.
    public let configuration: Configuration
    /// Likewise what `rapport-dismissed.yml` lets be.
    public let dismissals: [Dismissal]
    /// Likewise what was missing when somebody began to look.
    public let baseline: BaselineFile
  }

  /// Reads the index of the current folder's repository and its last commit; without `paths`, the part in this folder.
  public static func staged(under paths: [String]) throws -> Staged {
    try asking("--staged") {
      let paths = paths.isEmpty ? ["."] : paths
      let repository = try GitRepository()
      let index = try repository.index(under: paths).filter { isVisibleNote(repository.shown($0.path)) }
      if let conflict = index.first(where: \.isConflicted) {
        let path = String(decoding: repository.shown(conflict.path), as: UTF8.self)
        throw Failure(
          detail: Text(
            en: "\(path) has merge conflicts; resolve them and git add it", zh: "\(path) 有合并冲突；解决以后再 git add"))
      }
      let head = try repository.commit("HEAD")
      let tree = try head.map { try repository.tree($0, under: paths) } ?? []
      let last = tree.filter { isVisibleNote(repository.shown($0.path)) }
      let old = Dictionary(last.map { ($0.path, $0.blob) }, uniquingKeysWith: { first, _ in first })
      let notes = try journals(index, last, in: repository, prefix: "")
      return Staged(
        after: notes.0, before: notes.1,
        changed: Set(
          index.filter { old[$0.path] != $0.blob }.map { String(decoding: repository.shown($0.path), as: UTF8.self) }),
        isEmpty: old == Dictionary(index.map { ($0.path, $0.blob) }, uniquingKeysWith: { first, _ in first }),
        configuration: try tracked(Configuration.fileName, in: repository, for: paths[0]).map {
          try Configuration(
            parsing: $0.bytes, path: $0.path, in: Configuration.folder(of: Array($0.path.utf8)))
        } ?? Configuration(above: paths[0]),
        dismissals: try tracked(DismissalFile.fileName, in: repository, for: paths[0]).map {
          try DismissalFile(parsing: $0.bytes, path: $0.path).dismissals
        } ?? DismissalFile(above: paths[0]).dismissals,
        baseline: try tracked(BaselineFile.fileName, in: repository, for: paths[0]).map {
          try BaselineFile(parsing: $0.bytes, path: $0.path)
        } ?? BaselineFile(above: paths[0]))
    }
  }

  /// Reads the journal at the commit that `revision` names; paths are told as a search of `paths` on disk tells them.
  /// Who asks is named by `option`.
  public static func at(
    _ revision: String, under paths: [String], for option: String = "--since"
  ) throws -> GitJournal {
    try asking(option) {
      let paths = paths.isEmpty ? ["."] : paths
      let repository = try GitRepository()
      guard let commit = try repository.commit(revision) else { throw Failure(unknown: revision) }
      let tree = try repository.tree(commit, under: paths).filter { isVisibleNote(repository.shown($0.path)) }
      let isAbsolute = paths.contains { $0.hasPrefix("/") }
      return try journals(tree, [], in: repository, prefix: isAbsolute ? repository.top() + "/" : "").0
    }
  }

  /// Reads the journal at the last commit, on the way to the current one, of `day` or before (in UTC, by the committer's
  /// clock); without notes before the first one.
  public static func known(on day: Day, under paths: [String]) throws -> GitJournal {
    let revision = try asking("--as-known") { try GitRepository().lastCommit(of: day.iso) }
    guard let revision else { return GitJournal(notes: []) }
    return try at(revision, under: paths)
  }

  /// A commit.
  public struct Commit: Sendable {
    /// Its name in hexadecimal.
    public let id: String
    /// The day on which it was made, by its committer's clock.
    public let day: Day
    /// Who wrote it.
    public let author: String
    /// The first line of its message.
    public let subject: String
  }

  /// The commits that changed something under `paths`, on the way of first parents back from the current one, latest
  /// first.
  public static func history(under paths: [String], for option: String) throws -> [Commit] {
    try asking(option) { try GitRepository().history(under: paths.isEmpty ? ["."] : paths) }
  }

  /// The day on which the commit that `revision` names was made, by its committer's clock.
  public static func day(of revision: String, for option: String) throws -> Day {
    try asking(option) {
      let repository = try GitRepository()
      guard let commit = try repository.commit(revision), let day = try repository.day(of: commit) else {
        throw Failure(unknown: revision)
      }
      return day
    }
  }

  private static func asking<Answer>(_ option: String, _ body: () throws -> Answer) throws -> Answer {
    do { return try body() } catch let failure as GitRepository.Failure {
      throw Failure(detail: failure.detail(for: option))
    }
  }

  /// Two lists of files with their contents, which git is asked for once.
  private static func journals(
    _ first: [GitRepository.File], _ second: [GitRepository.File], in repository: GitRepository, prefix: String
  ) throws -> (GitJournal, GitJournal) {
    let blobs = Set((first + second).map(\.blob)).sorted()
    let contents = Dictionary(uniqueKeysWithValues: zip(blobs, try repository.contents(of: blobs)))
    func journal(_ files: [GitRepository.File]) -> GitJournal {
      GitJournal(
        notes: files.map { file in
          let path =
            prefix.isEmpty
            ? String(decoding: repository.shown(file.path), as: UTF8.self)
            : prefix + String(decoding: file.path, as: UTF8.self)
          return NoteInput(path: path, bytes: contents[file.blob] ?? [])
        })
    }
    return (journal(first), journal(second))
  }

  /// The tracked file of a name in the folder `path` or the nearest one above it.
  private static func tracked(
    _ name: String, in repository: GitRepository, for path: String
  ) throws -> (bytes: [UInt8], path: String)? {
    let folder = repository.fromTop(path, top: path.hasPrefix("/") ? try repository.top() : nil)
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
