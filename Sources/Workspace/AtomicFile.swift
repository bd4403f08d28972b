import DealHealth

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Files that are written whole or not at all: a reader sees the old bytes or the new ones, whatever stops the writing.
public enum AtomicFile {
  /// Why a file was not written; what stood there before still does.
  public struct Failure: Error, Hashable, Sendable {
    /// The path as it was given.
    public let path: String
    /// What is wrong, in words that follow the path.
    public let detail: Text
    /// Whether the reason is that there is a file already where none may be.
    public var isThere = false
  }

  /// Puts `bytes` at `path`. A link is followed, and what it leads to is replaced; permissions of a file that was there
  /// stay, a new one gets those that the system gives new files. With `expected` the file must hold just these bytes up to
  /// the moment of its replacement, so that nobody's changes are lost, and one that is write-protected stays. A device or a pipe is written to as it is.
  public static func write(_ bytes: [UInt8], to path: String, replacing expected: [UInt8]? = nil) throws(Failure) {
    let given = Array(path.utf8)
    let real = (try? FileSystem.realPath(given)) ?? given
    do {
      if let status = try? FileSystem.status(real) {
        guard !status.isDirectory else {
          throw Failure(path: path, detail: Text(en: "is a folder; name a file", zh: "是文件夹，请写文件名"))
        }
        if !status.isRegular { return try FileSystem.write(bytes, into: real) }
      }
      if expected != nil, !FileSystem.mayWrite(real) {
        throw Failure(path: path, detail: Text(en: "is write-protected; nothing was written", zh: "是只读的，没有写入"))
      }
      let draft = try Draft(beside: real)
      do {
        try draft.fill(bytes, likeFileAt: real)
        if let expected, try FileSystem.contents(real) != expected {
          throw Failure(
            path: path,
            detail: Text(
              en: "changed while it was worked on; nothing was written, run it again", zh: "处理的时候被改过，没有写入，请再运行一次"))
        }
        try draft.take(placeOf: real)
      } catch {
        draft.remove()
        throw error
      }
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(path: path, detail: .notWritten(error))
    }
  }

  /// Puts `bytes` at `path`, where nothing may stand, not even by the time that they are written.
  public static func create(_ bytes: [UInt8], at path: String) throws(Failure) {
    do throws(FileSystem.Failure) {
      let draft = try Draft(beside: Array(path.utf8))
      defer { draft.remove() }
      try draft.fill(bytes, likeFileAt: Array(path.utf8))
      try draft.take(emptyPlace: Array(path.utf8))
    } catch {
      let isThere = Text(en: "is there already; nothing was written", zh: "已经有了，没有写入")
      throw Failure(
        path: path, detail: error.kind == .existence ? isThere : .notWritten(error),
        isThere: error.kind == .existence)
    }
  }

  /// The new file under a name of its own, in the folder in which it is to stand. It is locked while somebody works on it,
  /// and a lock ends with its process: what a process left behind when it was killed is taken over by the next.
  private struct Draft: ~Copyable {
    private let path: [UInt8]
    private let descriptor: Int32

    init(beside target: [UInt8]) throws(FileSystem.Failure) {
      let slash = target.lastIndex(of: 0x2F)
      let folder = slash.map { target[...$0] } ?? []
      let name = slash.map { target[($0 + 1)...] } ?? target[...]
      // Names are at most 255 bytes long; a hidden one is no note.
      let own = folder + Array(".".utf8) + name.prefix(200) + Array(".rapport-draft".utf8)
      if let descriptor = FileSystem.takeDraft(at: Array(own)) {
        (self.descriptor, path) = (descriptor, Array(own))
      } else {
        (descriptor, path) = try FileSystem.makeFile(from: own + Array(".XXXXXX".utf8))
      }
    }

    deinit { close(descriptor) }

    /// Writes `bytes` down to the disk, with the permissions of the file at `target`.
    func fill(_ bytes: [UInt8], likeFileAt target: [UInt8]) throws(FileSystem.Failure) {
      try FileSystem.write(bytes, to: descriptor)
      try FileSystem.copyMode(of: target, to: descriptor)
      guard fsync(descriptor) == 0 else { throw FileSystem.Failure(number: errno) }
    }

    func take(placeOf target: [UInt8]) throws(FileSystem.Failure) { try FileSystem.rename(path, to: target) }

    /// Gives the file a second name, which fails where one is; the first is still to be removed.
    func take(emptyPlace target: [UInt8]) throws(FileSystem.Failure) { try FileSystem.link(path, as: target) }

    func remove() { FileSystem.remove(path) }
  }
}

extension Text {
  /// That a file could not be written, with what the system says.
  static func notWritten(_ error: any Error) -> Text {
    let words = (error as? FileSystem.Failure)?.words ?? "\(error)"
    return Text(en: "cannot be written: \(words)", zh: "写不进去：\(words)")
  }
}
