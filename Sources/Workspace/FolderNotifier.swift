#if os(Linux)
  #if canImport(Musl)
    import Musl
  #else
    import Glibc
  #endif

  /// The kernel's word about what happens in some folders: inotify(7).
  struct FolderNotifier: ~Copyable {
    private let descriptor: Int32
    private var watches: [[UInt8]: Int32] = [:]
    /// What a save may do, by whatever editor: write, write elsewhere and rename, remove and write anew.
    private static let mask = UInt32(
      IN_CLOSE_WRITE | IN_MODIFY | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF
        | IN_ONLYDIR | IN_EXCL_UNLINK)

    /// Nil when the system has no more of them.
    init?() {
      descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
      guard descriptor >= 0 else { return nil }
    }

    deinit { close(descriptor) }

    /// Watches these folders and no others. False when one that is there cannot be watched, as most are that lie on
    /// another machine, or when there are more than the system allows.
    mutating func watch(_ folders: Set<[UInt8]>) -> Bool {
      for (folder, watch) in watches where !folders.contains(folder) {
        // Another name of the same folder has the same watch.
        watches[folder] = nil
        if !watches.values.contains(watch) { inotify_rm_watch(descriptor, watch) }
      }
      // Those that are known are asked for too: a folder may have been replaced by another one of its name.
      for folder in folders {
        let watch = FileSystem.withCPath(folder) { inotify_add_watch(descriptor, $0, Self.mask) }
        if watch >= 0 {
          watches[folder] = watch
        } else if errno != ENOENT, errno != ENOTDIR, errno != EACCES {
          return false
        }
      }
      return true
    }

    /// Whether the kernel has something to tell within so many milliseconds.
    func waits(milliseconds: Int32) -> Bool {
      var waits = [pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)]
      return poll(&waits, 1, milliseconds) > 0
    }

    /// Takes what the kernel has to tell; true when it may be about notes, and not about the drafts that editors hide.
    func drain() -> Bool {
      var isAboutNotes = false
      while let events = try? FileSystem.available(descriptor: descriptor), !events.isEmpty {
        events.withUnsafeBytes { events in
          let head = MemoryLayout<inotify_event>.size
          var start = 0
          while start + head <= events.count {
            let event = events.loadUnaligned(fromByteOffset: start, as: inotify_event.self)
            let name = events[(start + head)..<min(start + head + Int(event.len), events.count)].prefix { $0 != 0 }
            if name.first != 0x2E || name.elementsEqual(".gitignore".utf8) { isAboutNotes = true }
            start += head + Int(event.len)
          }
        }
      }
      return isAboutNotes
    }
  }
#else
  /// No other system tells of changes in a way that is used here.
  struct FolderNotifier: ~Copyable {
    init?() { return nil }
    mutating func watch(_ folders: Set<[UInt8]>) -> Bool { false }
    func waits(milliseconds: Int32) -> Bool { false }
    func drain() -> Bool { false }
  }
#endif
