#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The few questions that Rapport puts to the file system. Paths are bytes: a file's name need not be UTF-8.
enum FileSystem {
  /// What stands at a path, links followed.
  struct Status: Sendable {
    /// Same for all names of one file or folder.
    let identity: Identity
    let isDirectory: Bool
    /// Whether it is neither a folder nor a pipe, socket or device.
    let isRegular: Bool
  }

  /// Tells files apart however they are called.
  struct Identity: Hashable, Sendable {
    let device: UInt64
    let inode: UInt64
  }

  /// A name in a folder.
  struct Entry: Sendable {
    enum Kind: Sendable { case file, folder, link, other }
    let name: [UInt8]
    let kind: Kind
    let inode: UInt64
  }

  /// Why something could not be had.
  struct Failure: Error, Hashable, Sendable {
    enum Kind: Hashable, Sendable {
      /// There is nothing at the path.
      case absence
      case permission
      /// There is something where nothing was expected.
      case existence
      /// A pipe, socket or device.
      case notAFile
      /// Nobody reads the pipe any more.
      case closedPipe
      /// More bytes than asked for.
      case tooLarge(Int)
      case other
    }
    let kind: Kind
    /// The system's own words.
    let words: String

    init(kind: Kind) {
      self.kind = kind
      words = ""
    }

    /// From the system's error number.
    init(number: Int32) {
      kind =
        switch number {
        case ENOENT, ENOTDIR: .absence
        case EACCES, EPERM: .permission
        case EEXIST: .existence
        case EPIPE: .closedPipe
        default: .other
        }
      words = String(cString: strerror(number))
    }
  }

  static func status(_ path: [UInt8]) throws(Failure) -> Status {
    var status = stat()
    guard withCPath(path, { stat($0, &status) }) == 0 else { throw Failure(number: errno) }
    return Status(
      identity: Identity(
        device: UInt64(truncatingIfNeeded: status.st_dev), inode: UInt64(truncatingIfNeeded: status.st_ino)),
      isDirectory: status.st_mode & S_IFMT == S_IFDIR, isRegular: status.st_mode & S_IFMT == S_IFREG)
  }

  /// What tells that a file is not the one it was: which it is, how long, when it was last written, and when anything was
  /// last done to it, which nobody can set at will.
  struct Version: Hashable, Sendable {
    let identity: Identity
    let size: Int64
    let written: Time
    let changed: Time
  }

  /// A moment by the file system's clock, since 1970.
  struct Time: Hashable, Comparable, Sendable {
    let seconds: Int
    let nanoseconds: Int

    static func < (left: Time, right: Time) -> Bool {
      (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
    }

    init(_ time: timespec) {
      seconds = Int(time.tv_sec)
      nanoseconds = Int(time.tv_nsec)
    }
  }

  /// The version of what stands at a path, links followed.
  static func version(_ path: [UInt8]) throws(Failure) -> Version {
    var status = stat()
    guard withCPath(path, { stat($0, &status) }) == 0 else { throw Failure(number: errno) }
    #if canImport(Darwin)
      let (written, changed) = (status.st_mtimespec, status.st_ctimespec)
    #else
      let (written, changed) = (status.st_mtim, status.st_ctim)
    #endif
    return Version(
      identity: Identity(
        device: UInt64(truncatingIfNeeded: status.st_dev), inode: UInt64(truncatingIfNeeded: status.st_ino)),
      size: Int64(status.st_size), written: Time(written), changed: Time(changed))
  }

  /// Names in a folder but `.` and `..`, ordered by their bytes.
  static func list(_ path: [UInt8]) throws(Failure) -> [Entry] {
    guard let folder = withCPath(path, { opendir($0) }) else { throw Failure(number: errno) }
    defer { closedir(folder) }
    var entries: [Entry] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        Array(bytes.prefix { $0 != 0 })
      }
      guard name != [0x2E], name != [0x2E, 0x2E] else { continue }
      let kind: Entry.Kind
      switch Int32(entry.pointee.d_type) {
      case Int32(DT_REG): kind = .file
      case Int32(DT_DIR): kind = .folder
      case Int32(DT_LNK): kind = .link
      case Int32(DT_UNKNOWN): kind = kindByStatus(path + [0x2F] + name)
      default: kind = .other
      }
      entries.append(Entry(name: name, kind: kind, inode: UInt64(truncatingIfNeeded: entry.pointee.d_ino)))
    }
    return entries.sorted { $0.name.lexicographicallyPrecedes($1.name) }
  }

  /// Some file systems do not say in the listing what a name stands for.
  private static func kindByStatus(_ path: [UInt8]) -> Entry.Kind {
    var status = stat()
    guard withCPath(path, { lstat($0, &status) }) == 0 else { return .other }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    case S_IFLNK: return .link
    default: return .other
    }
  }

  /// The folder that holds what `path` names: up to the last slash, with it; `.` for a name alone.
  static func folder(of path: [UInt8]) -> [UInt8] {
    path.lastIndex(of: 0x2F).map { Array(path[...$0]) } ?? [0x2E]
  }

  /// The absolute path without links.
  static func realPath(_ path: [UInt8]) throws(Failure) -> [UInt8] {
    guard let resolved = withCPath(path, { realpath($0, nil) }) else { throw Failure(number: errno) }
    defer { free(resolved) }
    return Array(UnsafeRawBufferPointer(start: resolved, count: strlen(resolved)))
  }

  /// All bytes of a regular file that has no more than `limit` of them.
  static func contents(_ path: [UInt8], limit: Int = .max) throws(Failure) -> [UInt8] {
    // Opening must not wait for somebody to write into a pipe.
    let descriptor = withCPath(path) { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
    guard descriptor >= 0 else { throw Failure(number: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Failure(number: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw Failure(kind: .notAFile) }
    guard status.st_size <= limit else { throw Failure(kind: .tooLarge(Int(status.st_size))) }
    return try contents(descriptor: descriptor, expecting: Int(status.st_size))
  }

  /// Everything that a descriptor still gives, up to its end. A byte more than `expecting` is asked for, so that a file
  /// of the expected size is read in one call and a second one tells its end.
  static func contents(descriptor: Int32, expecting: Int = 0) throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    var room = max(expecting + 1, 4096)
    while true {
      var failure: Failure?
      let start = bytes.count
      let chunk = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        while true {
          let got = read(descriptor, buffer.baseAddress, buffer.count)
          if got < 0 && errno == EINTR { continue }
          if got < 0 { failure = Failure(number: errno) }
          count = max(got, 0)
          return
        }
      }
      if let failure { throw failure }
      if chunk.isEmpty { return bytes }
      if start == 0 { bytes = chunk } else { bytes += chunk }
      room = max(65_536, expecting + 1 - bytes.count)
    }
  }

  /// What a descriptor has at the moment, at least a byte; waits for it. Nothing at its end.
  static func available(descriptor: Int32) throws(Failure) -> [UInt8] {
    var failure: Failure?
    let bytes = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
      while true {
        let got = read(descriptor, buffer.baseAddress, buffer.count)
        if got < 0 && errno == EINTR { continue }
        if got < 0 { failure = Failure(number: errno) }
        count = max(got, 0)
        return
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// Whether the user may write to what stands at `path`.
  static func mayWrite(_ path: [UInt8]) -> Bool { withCPath(path) { access($0, W_OK) } == 0 }

  /// Whether there is a file that may be run as a program.
  static func mayRun(_ path: [UInt8]) -> Bool {
    guard let status = try? status(path), status.isRegular else { return false }
    return withCPath(path) { access($0, X_OK) } == 0
  }

  /// Writes all of `bytes`.
  static func write(_ bytes: [UInt8], to descriptor: Int32) throws(Failure) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { systemWrite(descriptor, $0) }
      if written < 0 && errno == EINTR { continue }
      guard written >= 0 else { throw Failure(number: errno) }
      rest = rest.dropFirst(written)
    }
  }

  /// Writes `bytes` to what stands at `path`: a device or a pipe.
  static func write(_ bytes: [UInt8], into path: [UInt8]) throws(Failure) {
    let descriptor = withCPath(path) { open($0, O_WRONLY | O_CLOEXEC) }
    guard descriptor >= 0 else { throw Failure(number: errno) }
    defer { close(descriptor) }
    try write(bytes, to: descriptor)
  }

  /// Makes an empty file under a name that nothing bears yet, with the last six bytes of `template`, all `X`, replaced.
  static func makeFile(from template: [UInt8]) throws(Failure) -> (descriptor: Int32, path: [UInt8]) {
    var name = template.map { CChar(bitPattern: $0) } + [0]
    let descriptor = mkstemp(&name)
    guard descriptor >= 0 else { throw Failure(number: errno) }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    return (descriptor, name.dropLast().map { UInt8(bitPattern: $0) })
  }

  /// Makes an empty file at `path`, or empties one of ours that nobody is working on, and keeps it locked as long as it is
  /// open. Nil when somebody else has it, when it is no file of ours, or when it cannot be made.
  static func takeDraft(at path: [UInt8]) -> Int32? {
    let descriptor = withCPath(path) { open($0, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0o600) }
    guard descriptor >= 0 else { return nil }
    var opened = stat()
    var named = stat()
    // Whoever had the lock until now may have given the file its place: then it is no draft any more.
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, fstat(descriptor, &opened) == 0,
      withCPath(path, { lstat($0, &named) }) == 0, opened.st_dev == named.st_dev, opened.st_ino == named.st_ino,
      opened.st_mode & S_IFMT == S_IFREG, opened.st_uid == geteuid()
    else {
      close(descriptor)
      return nil
    }
    // Killed between the two steps of taking an empty place, a process leaves a draft that is the file itself.
    guard opened.st_nlink == 1, ftruncate(descriptor, 0) == 0 else {
      if opened.st_nlink > 1 { remove(path) }
      close(descriptor)
      return nil
    }
    return descriptor
  }

  /// Puts `bytes` at `path`, whole or not at all, in a file that could be done without: it is written under the name `draft`
  /// first. Does nothing while somebody else writes there.
  static func put(_ bytes: [UInt8], at path: [UInt8], by draft: [UInt8]) throws(Failure) {
    guard let descriptor = takeDraft(at: draft) else {
      if !mayWrite(folder(of: draft)) { throw Failure(number: EACCES) }
      return
    }
    defer { close(descriptor) }
    do throws(Failure) {
      try write(bytes, to: descriptor)
      try rename(draft, to: path, isDispensable: true)
    } catch {
      remove(draft)
      throw error
    }
  }

  /// Gives an open file the permissions of the file at `path`; where there is none, those of any new file.
  static func copyMode(of path: [UInt8], to descriptor: Int32) throws(Failure) {
    var status = stat()
    let mode: mode_t
    if withCPath(path, { stat($0, &status) }) == 0 {
      mode = status.st_mode & 0o7777
    } else {
      let mask = umask(0o077)
      umask(mask)
      mode = 0o666 & ~mask
    }
    guard fchmod(descriptor, mode) == 0 else { throw Failure(number: errno) }
  }

  /// Gives a file another name, in whose place it comes, and sees to it that the folder on the disk knows, unless the file
  /// could do without.
  static func rename(_ path: [UInt8], to target: [UInt8], isDispensable: Bool = false) throws(Failure) {
    let status = withCPath(path) { from in withCPath(target) { systemRename(from, $0) } }
    guard status == 0 else { throw Failure(number: errno) }
    if isDispensable { return }
    let descriptor = withCPath(folder(of: target)) { open($0, O_RDONLY | O_CLOEXEC) }
    // Some file systems sync no folders; the file is in its place all the same.
    guard descriptor >= 0 else { return }
    _ = fsync(descriptor)
    close(descriptor)
  }

  /// Makes a folder, unless it is there.
  static func makeFolder(_ path: [UInt8]) throws(Failure) {
    guard withCPath(path, { mkdir($0, 0o777) }) == 0 || errno == EEXIST else { throw Failure(number: errno) }
  }

  /// Whether a folder is the user's, and nobody else may write to it.
  static func isPrivateFolder(_ path: [UInt8]) -> Bool {
    ((try? mode(ofOwnFolder: path)) ?? nil).map { $0 & 0o022 == 0 } ?? false
  }

  /// Makes a folder for nobody but the user, and those above it that are missing; one that is there has to be the user's,
  /// and nobody else may write to it.
  static func makePrivateFolder(_ path: [UInt8]) throws(Failure) {
    if withCPath(path, { mkdir($0, 0o700) }) != 0, errno == ENOENT, let slash = path.lastIndex(of: 0x2F), slash > 0 {
      try makePrivateFolder(Array(path[..<slash]))
      _ = withCPath(path) { mkdir($0, 0o700) }
    }
    guard let mode = try mode(ofOwnFolder: path) else { throw Failure(number: EPERM) }
    guard mode & 0o022 == 0 else { throw Failure(number: EACCES) }
  }

  /// The permissions of a folder that is the user's; nil for what is somebody else's or no folder.
  private static func mode(ofOwnFolder path: [UInt8]) throws(Failure) -> mode_t? {
    var status = stat()
    guard withCPath(path, { stat($0, &status) }) == 0 else { throw Failure(number: errno) }
    return status.st_mode & S_IFMT == S_IFDIR && status.st_uid == geteuid() ? status.st_mode : nil
  }

  /// Lets a file be run by whoever may read it.
  static func makeExecutable(_ path: [UInt8]) throws(Failure) {
    var status = stat()
    guard withCPath(path, { stat($0, &status) }) == 0 else { throw Failure(number: errno) }
    let mode = status.st_mode & 0o7777 | (status.st_mode & 0o444) >> 2
    guard withCPath(path, { chmod($0, mode) }) == 0 else { throw Failure(number: errno) }
  }

  /// Gives a file a second name, where nothing may stand.
  static func link(_ path: [UInt8], as target: [UInt8]) throws(Failure) {
    let status = withCPath(path) { from in withCPath(target) { systemLink(from, $0) } }
    guard status == 0 else { throw Failure(number: errno) }
  }

  /// Removes a file; that it is gone already is no fault.
  static func remove(_ path: [UInt8]) { _ = withCPath(path) { unlink($0) } }

  /// Removes a folder in which nothing is.
  static func removeEmptyFolder(_ path: [UInt8]) { _ = withCPath(path) { rmdir($0) } }

  static func withCPath<Result>(_ path: [UInt8], _ body: (UnsafePointer<CChar>) -> Result) -> Result {
    (path + [0]).withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { body($0.baseAddress!) }
    }
  }
}

// Calls of the system for whose names `FileSystem` has methods of its own: in there they would hide these.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  write(descriptor, bytes.baseAddress, bytes.count)
}
private func systemRename(_ path: UnsafePointer<CChar>, _ target: UnsafePointer<CChar>) -> Int32 {
  rename(path, target)
}
private func systemLink(_ path: UnsafePointer<CChar>, _ target: UnsafePointer<CChar>) -> Int32 { link(path, target) }
