/// Where Rapport keeps what it can make again: answers, and what notes said. Nobody but the user may read it or write to it.
public struct CacheFolder: Sendable {
  /// The folder, as messages show it.
  public let path: String
  let bytes: [UInt8]

  /// How much is kept.
  public struct Extent: Hashable, Sendable {
    /// Files.
    public var count = 0
    /// Bytes.
    public var size: Int64 = 0
  }

  /// The cache in a folder, which need not be there yet.
  public init(_ path: String) {
    self.path = path
    bytes = Array(path.utf8)
  }

  /// The user's: `RAPPORT_CACHE_DIR`, else where the system keeps such things. Nil without a home, and where the variable is
  /// empty.
  public static var ofUser: CacheFolder? {
    func absolute(_ name: String) -> String? { Environment.value(of: name).flatMap { $0.hasPrefix("/") ? $0 : nil } }
    if let own = Environment.value(of: "RAPPORT_CACHE_DIR") { return own.isEmpty ? nil : CacheFolder(own) }
    if let caches = absolute("XDG_CACHE_HOME") { return CacheFolder(caches + "/rapport") }
    guard let home = absolute("HOME"), (try? FileSystem.status(Array(home.utf8)))?.isDirectory ?? false else {
      return nil
    }
    #if canImport(Darwin)
      return CacheFolder(home + "/Library/Caches/rapport")
    #else
      return CacheFolder(home + "/.cache/rapport")
    #endif
  }

  /// Whether nobody else can have put anything there.
  var isTrusted: Bool {
    ([bytes, answers, readings] as [[UInt8]]).allSatisfy {
      FileSystem.isPrivateFolder($0) || (try? FileSystem.status($0)) == nil
    }
  }

  /// The folder of answers.
  var answers: [UInt8] { bytes + Array("/answers".utf8) }
  /// The folder of what notes said, with a folder for each journal.
  var readings: [UInt8] { bytes + Array("/readings".utf8) }

  /// How much is kept.
  public var extent: Extent {
    files.reduce(into: Extent()) { extent, file in
      extent.count += 1
      extent.size += (try? FileSystem.version(file))?.size ?? 0
    }
  }

  /// Removes all that is kept; tells how much it was. What is none of ours stays.
  public func clean() -> Extent {
    let extent = extent
    for file in files { FileSystem.remove(file) }
    for folder in Self.folders(in: readings) + [answers, readings, bytes] { FileSystem.removeEmptyFolder(folder) }
    return extent
  }

  /// Paths with the versions of what stands there, the latest first.
  static func latestFirst(_ paths: [[UInt8]]) -> [(path: [UInt8], version: FileSystem.Version)] {
    paths.compactMap { path in (try? FileSystem.version(path)).map { (path, $0) } }
      .sorted { $0.version.written > $1.version.written }
  }

  /// Removes the folder of what the notes of one journal said.
  static func removeJournal(_ folder: [UInt8]) {
    for file in files(in: folder, ReadingCache.isOwn) { FileSystem.remove(file) }
    FileSystem.removeEmptyFolder(folder)
  }

  private var files: [[UInt8]] {
    Self.files(in: answers, AnswerCache.isOwn)
      + Self.folders(in: readings).flatMap { Self.files(in: $0, ReadingCache.isOwn) }
  }

  static func files(in folder: [UInt8], _ isOwn: ([UInt8]) -> Bool) -> [[UInt8]] {
    entries(of: folder, .file).filter(isOwn).map { folder + [0x2F] + $0 }
  }

  static func folders(in folder: [UInt8]) -> [[UInt8]] { entries(of: folder, .folder).map { folder + [0x2F] + $0 } }

  private static func entries(of folder: [UInt8], _ kind: FileSystem.Entry.Kind) -> [[UInt8]] {
    ((try? FileSystem.list(folder)) ?? []).filter { $0.kind == kind }.map(\.name)
  }
}
