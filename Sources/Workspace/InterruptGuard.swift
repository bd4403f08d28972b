#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Keeps Ctrl-C, and whatever else asks this program to end, waiting while work is done that must not be left half-done.
public struct InterruptGuard: Sendable {
  private let signals: sigset_t

  /// The signals by which a terminal, a shell or the system ends a program.
  public init() {
    var signals = sigset_t()
    sigemptyset(&signals)
    for signal in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, signal) }
    self.signals = signals
  }

  /// Does the work. Who asked meanwhile for this program's end has it right after. Threads that the work makes are not ended
  /// from within either.
  public func during<Result>(_ work: () throws -> Result) rethrows -> Result {
    var signals = signals
    var before = sigset_t()
    pthread_sigmask(SIG_BLOCK, &signals, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    return try work()
  }
}
