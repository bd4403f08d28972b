#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What goes to the reader and to the terminal's error stream.
public enum StandardStream: Sendable {
  /// Results.
  case output
  /// Notes about the work: what was not read, what was not found.
  case error

  private var descriptor: Int32 { self == .output ? STDOUT_FILENO : STDERR_FILENO }

  /// A stream that takes no more.
  public struct WriteFailure: Error, Sendable {
    /// The reader closed the pipe: no fault, and nothing more to do.
    public let isClosedPipe: Bool
    /// The system's own words.
    public let words: String
  }

  /// Writes all of `text`.
  public func write(_ text: String) throws(WriteFailure) {
    try write(Array(text.utf8))
  }

  /// Writes all of `bytes`.
  public func write(_ bytes: [UInt8]) throws(WriteFailure) {
    do { try FileSystem.write(bytes, to: descriptor) } catch {
      throw WriteFailure(isClosedPipe: error.kind == .closedPipe, words: error.words)
    }
  }

  /// From now on a stream whose reader is gone is an error to be seen, and not the end of the process.
  public static func ignoreClosedPipes() { signal(SIGPIPE, SIG_IGN) }

  /// What has arrived on standard input, at least a byte; waits for it. Nothing at the end.
  public static func readSome() throws -> [UInt8] { try FileSystem.available(descriptor: STDIN_FILENO) }

  /// Whether somebody looks at it on a terminal that shows colours.
  public var isColourTerminal: Bool {
    guard isatty(descriptor) == 1, let name = getenv("TERM") else { return false }
    return strcmp(name, "dumb") != 0
  }

  /// The number of columns of the terminal, or nil when there is none.
  public var columns: Int? { size.flatMap { $0.ws_col > 0 ? Int($0.ws_col) : nil } }

  /// The number of lines of the terminal, or nil when there is none.
  public var rows: Int? { size.flatMap { $0.ws_row > 0 ? Int($0.ws_row) : nil } }

  private var size: winsize? {
    var size = winsize()
    return ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 ? size : nil
  }

  /// Whether it leads to a terminal.
  public var isTerminal: Bool { isatty(descriptor) == 1 }

  /// Whether somebody sees what is written and can answer it.
  public static var isConversation: Bool {
    isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 && isatty(STDERR_FILENO) == 1
  }

  /// Everything on standard input.
  public static func readInput() throws -> [UInt8] { try FileSystem.contents(descriptor: STDIN_FILENO) }
}
