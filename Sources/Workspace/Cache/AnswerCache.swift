/// Answers that were given, kept for the next time that the same is asked of the same notes. Whatever is wrong with one, it
/// is as if it were not there.
///
/// Several processes may use it at once, and each may be killed at any moment: an answer gets its name when it is whole, and
/// who finds somebody else at writing keeps nothing.
public struct AnswerCache: Sendable {
  private let folder: CacheFolder

  private static let ending = Array(".answer".utf8)
  private static let draft = Array(".draft".utf8)
  /// Answers that are kept, the latest ones.
  private static let countLimit = 64
  /// Bytes that all of them together may have.
  private static let sizeLimit: Int64 = 64 << 20

  /// The answers in a cache.
  public init(in folder: CacheFolder) { self.folder = folder }

  /// The answer that was kept, if any.
  public func answer(to key: AnswerKey) -> Answer? {
    guard key.isSettled, folder.isTrusted,
      let bytes = try? FileSystem.contents(file(key.name), limit: Int(Self.sizeLimit))
    else {
      return nil
    }
    return Answer(parsing: bytes, named: key.name)
  }

  /// Keeps an answer, unless a note was written a moment ago, the answer is very long, or somebody else is at it.
  public func keep(_ answer: Answer, for key: AnswerKey) throws(CacheFault) {
    guard key.isSettled, answer.output.utf8.count < Self.sizeLimit / 4 else { return }
    do throws(FileSystem.Failure) {
      try FileSystem.makePrivateFolder(folder.bytes)
      try FileSystem.makePrivateFolder(folder.answers)
      try FileSystem.put(
        answer.file(named: key.name), at: file(key.name), by: folder.answers + [0x2F] + Self.draft)
      limit()
    } catch {
      throw CacheFault(folder, error)
    }
  }

  /// Removes the oldest, as long as there are too many.
  private func limit() {
    let files = CacheFolder.files(in: folder.answers) { $0.suffix(Self.ending.count) == Self.ending[...] }
    var size: Int64 = 0
    for (index, file) in CacheFolder.latestFirst(files).enumerated() {
      size += file.version.size
      if index >= Self.countLimit || size > Self.sizeLimit { FileSystem.remove(file.path) }
    }
  }

  /// Whether a file of the cache is called like one of these.
  static func isOwn(_ name: [UInt8]) -> Bool { name.suffix(ending.count) == ending[...] || name == draft }

  private func file(_ name: String) -> [UInt8] { folder.answers + [0x2F] + Array(name.utf8) + Self.ending }
}
