#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Waits until something in some folders may have changed.
///
/// On Linux the kernel tells (inotify(7)). Elsewhere, and for folders that it cannot watch, what the folders hold is compared
/// in intervals. What changed is not said: whoever is woken reads the folders again, so that no event that was lost or
/// came together with another one can leave it with an old state.
public struct FolderWatch: ~Copyable {
  /// Why a wait came to its end.
  public enum Wake: Sendable {
    /// Something may have changed.
    case change
    /// The time is up.
    case time
  }

  /// How long after a change no other one may follow, in milliseconds: an editor that writes, renames and touches, or a pull
  /// of git, is one change.
  private static let quiet: Int32 = 60
  /// How long changes may go on before they are told all the same.
  private static let limit = Duration.milliseconds(400)
  /// How often folders are looked at of which nobody tells, in milliseconds.
  private static let interval: Int32 = 400

  private var notifier: FolderNotifier?
  private var folders: Set<[UInt8]> = []
  /// What the folders held when they were last looked at; nil while the kernel tells.
  private var contents: FolderContents?

  /// Watches nothing yet. `isPolling` leaves the kernel's word aside, as folders of another machine need it.
  public init(isPolling: Bool = false) {
    notifier = isPolling ? nil : FolderNotifier()
  }

  /// Whether the kernel tells of changes.
  public var isNotified: Bool { notifier != nil }

  /// Watches just these folders (`Discovery.folders`) from now on. Tells whether there are others among them than before:
  /// what came into those until now may have been missed.
  public mutating func watch(_ folders: [[UInt8]]) -> Bool {
    let new = Set(folders)
    let isNew = !new.isSubset(of: self.folders)
    self.folders = new
    if notifier?.watch(new) == false { notifier = nil }
    if notifier == nil { contents = FolderContents(of: new) }
    return isNew
  }

  /// Waits at most so many seconds for a change, and then until it has been quiet for a moment.
  public mutating func wait(seconds: Int) -> Wake {
    let clock = ContinuousClock()
    let start = clock.now
    func left() -> Int32 {
      let (seconds, attoseconds) = (start + .seconds(seconds) - clock.now).components
      return Int32(clamping: max(0, seconds * 1000 + attoseconds / 1_000_000_000_000_000))
    }
    guard notifier != nil else {
      while left() > 0 {
        _ = poll(nil, 0, min(Self.interval, left()))
        let now = FolderContents(of: folders)
        if now != contents {
          contents = now
          return .change
        }
      }
      return .time
    }
    repeat {
      guard notifier?.waits(milliseconds: left()) == true else { return .time }
    } while notifier?.drain() != true
    let change = clock.now
    while clock.now - change < Self.limit, notifier?.waits(milliseconds: Self.quiet) == true { _ = notifier?.drain() }
    return .change
  }
}
