#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A program that is run to its end, without a shell.
package struct ChildProcess: Sendable {
  /// What it left behind.
  package struct Outcome: Sendable {
    package let output: [UInt8]
    package let errors: [UInt8]
    /// Its exit status; 128 and the signal's number when a signal ended it.
    package let status: Int32
    /// The processor time it took, on all cores together.
    package let processorTime: Duration
    /// The most memory that it held at a time, in bytes.
    package let peakMemory: Int
  }

  /// It could not be started, or talking to it failed.
  package struct Failure: Error, Sendable {
    /// Whether there is no such program.
    package let isMissing: Bool
    /// Whether it was ended because nothing was heard from it for too long.
    package var isSilent = false
    /// The system's own words.
    package let words: String

    fileprivate init(isMissing: Bool, words: String) {
      (self.isMissing, self.words) = (isMissing, words)
    }

    fileprivate init(silentWith number: Int32) {
      self.init(isMissing: false, words: String(cString: strerror(number)))
      isSilent = true
    }
  }

  /// Runs `arguments[0]`, found on the path, feeds it `input` and collects what it says.
  ///
  /// The environment is this process's own with `environment` on top. Both directions are served at once, so that
  /// neither side waits for the other however much there is to say. A program of which nothing is heard for as long as
  /// `patience`, and that has not ended either, is killed.
  package static func run(
    _ arguments: [String], input: [UInt8] = [], environment: [String: String] = [:], patience: Duration? = nil
  ) throws(Failure) -> Outcome {
    let stdin = try Pipe()
    let stdout = try Pipe()
    let stderr = try Pipe()
    let child = try spawn(arguments, environment: environment, stdin: stdin, stdout: stdout, stderr: stderr)
    stdin.closeReading()
    stdout.closeWriting()
    stderr.closeWriting()
    var status: Int32 = 0
    var usage = rusage()
    let output: [UInt8]
    let errors: [UInt8]
    do throws(Failure) {
      (output, errors) = try exchange(input, into: stdin, stdout, stderr, patience: patience)
      try wait(for: child, &status, &usage, patience: patience)
    } catch {
      kill(child, SIGKILL)
      _ = waitpid(child, nil, 0)
      throw error
    }
    let signal = status & 0x7F
    return Outcome(
      output: output, errors: errors, status: signal == 0 ? (status >> 8) & 0xFF : 128 + signal,
      processorTime: Duration(usage.ru_utime) + Duration(usage.ru_stime), peakMemory: Self.peak(usage))
  }

  /// Waits until a program has ended that has nothing more to say.
  private static func wait(
    for child: pid_t, _ status: inout Int32, _ usage: inout rusage, patience: Duration?
  ) throws(Failure) {
    let deadline = patience.map { ContinuousClock.now + $0 }
    while true {
      let ended = wait4(child, &status, deadline == nil ? 0 : WNOHANG, &usage)
      if ended == child { return }
      if ended < 0, errno != EINTR { throw Failure(isMissing: false, words: String(cString: strerror(errno))) }
      guard let deadline else { continue }
      if ContinuousClock.now >= deadline { throw Failure(silentWith: ETIMEDOUT) }
      usleep(200)
    }
  }

  /// Runs `arguments[0]`, found on the path, and feeds it `input`; what it says goes where this program's own output goes.
  /// A stroke of Ctrl-C meanwhile is meant for it. Gives its exit status, or 128 and the signal's number.
  package static func feed(
    _ input: [UInt8], to arguments: [String], environment: [String: String] = [:]
  ) throws(Failure) -> Int32 {
    let stdin = try Pipe()
    let child = try spawn(arguments, environment: environment, stdin: stdin, stdout: nil, stderr: nil)
    let before = signal(SIGINT, SIG_IGN)
    defer { signal(SIGINT, before) }
    stdin.closeReading()
    var rest = input[...]
    while !rest.isEmpty {
      let written = send(rest, to: stdin.writing)
      // Whoever has seen enough closes the pipe.
      if written < 0, errno != EINTR { break }
      rest = rest.dropFirst(max(written, 0))
    }
    stdin.closeWriting()
    return try status(of: child)
  }

  /// Runs `arguments[0]`, found on the path, with this program's own input and output, as an editor needs them. A stroke of
  /// Ctrl-C meanwhile is meant for it. Gives its exit status, or 128 and the signal's number.
  package static func handOver(to arguments: [String]) throws(Failure) -> Int32 {
    let child = try spawn(arguments, environment: [:], stdin: nil, stdout: nil, stderr: nil)
    let before = signal(SIGINT, SIG_IGN)
    defer { signal(SIGINT, before) }
    return try status(of: child)
  }

  /// Waits for the end of a program; gives its exit status, or 128 and the signal's number.
  private static func status(of child: pid_t) throws(Failure) -> Int32 {
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 {
      guard errno == EINTR else { throw Failure(isMissing: false, words: String(cString: strerror(errno))) }
    }
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }

  /// A program that is talked with while it runs.
  package final class Conversation {
    private let stdin: Pipe
    private let stdout: Pipe
    private let child: pid_t

    /// Starts `arguments[0]`, found on the path, with these variables beside those of this process.
    package init(_ arguments: [String], environment: [String: String] = [:]) throws(Failure) {
      stdin = try Pipe()
      stdout = try Pipe()
      child = try ChildProcess.spawn(arguments, environment: environment, stdin: stdin, stdout: stdout, stderr: nil)
      stdin.closeReading()
      stdout.closeWriting()
    }

    /// Says something.
    package func write(_ bytes: [UInt8]) throws(Failure) {
      var rest = bytes[...]
      while !rest.isEmpty {
        let written = ChildProcess.send(rest, to: stdin.writing)
        if written < 0 && errno == EINTR { continue }
        guard written > 0 else { throw Failure(isMissing: false, words: String(cString: strerror(errno))) }
        rest = rest.dropFirst(written)
      }
    }

    /// What it says, at least a byte; waits for it. Nothing at the end.
    package func read() throws(Failure) -> [UInt8] {
      var bytes: [UInt8] = []
      while bytes.isEmpty, ChildProcess.receive(from: stdout.reading, into: &bytes) {}
      return bytes
    }

    /// Asks it to end, as Ctrl-C does, and waits until it has; gives 128 and the number of the signal that ended it, or
    /// its exit status.
    package func interrupt() throws(Failure) -> Int32 {
      kill(child, SIGINT)
      var status: Int32 = 0
      while waitpid(child, &status, 0) < 0 {
        guard errno == EINTR else { throw Failure(isMissing: false, words: String(cString: strerror(errno))) }
      }
      let signal = status & 0x7F
      return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
    }

    /// Waits for its end; gives the most memory that it held at a time, in bytes.
    package func end() throws(Failure) -> Int {
      stdin.closeWriting()
      var status: Int32 = 0
      var usage = rusage()
      while wait4(child, &status, 0, &usage) < 0 {
        guard errno == EINTR else { throw Failure(isMissing: false, words: String(cString: strerror(errno))) }
      }
      return ChildProcess.peak(usage)
    }
  }

  private static func peak(_ usage: rusage) -> Int {
    #if canImport(Darwin)
      usage.ru_maxrss
    #else
      usage.ru_maxrss * 1024
    #endif
  }

  /// A pipe whose ends are closed with it, or earlier.
  private final class Pipe {
    private(set) var reading: Int32
    private(set) var writing: Int32

    init() throws(Failure) {
      var ends: [Int32] = [-1, -1]
      guard pipe(&ends) == 0 else { throw Failure(isMissing: false, words: String(cString: strerror(errno))) }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      (reading, writing) = (ends[0], ends[1])
    }

    func closeReading() {
      if reading >= 0 { close(reading) }
      reading = -1
    }

    func closeWriting() {
      if writing >= 0 { close(writing) }
      writing = -1
    }

    deinit {
      closeReading()
      closeWriting()
    }
  }

  private static func spawn(
    _ arguments: [String], environment: [String: String], stdin: Pipe?, stdout: Pipe?, stderr: Pipe?
  ) throws(Failure) -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let stdin { posix_spawn_file_actions_adddup2(&actions, stdin.reading, STDIN_FILENO) }
    if let stdout { posix_spawn_file_actions_adddup2(&actions, stdout.writing, STDOUT_FILENO) }
    if let stderr { posix_spawn_file_actions_adddup2(&actions, stderr.writing, STDERR_FILENO) }

    var variables: [String] = []
    var next = environ
    while let variable = next.pointee {
      let text = String(cString: variable)
      if !environment.keys.contains(where: { text.hasPrefix($0 + "=") }) { variables.append(text) }
      next += 1
    }
    variables += environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }

    let argv = arguments.map { strdup($0) } + [nil]
    let envp = variables.map { strdup($0) } + [nil]
    defer {
      argv.forEach { free($0) }
      envp.forEach { free($0) }
    }
    // A thread that is not the first one may hold signals back, which its children would do all their life.
    #if canImport(Darwin)
      var attributes: posix_spawnattr_t?
    #else
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var child: pid_t = 0
    let status = posix_spawnp(&child, arguments.first ?? "", &actions, &attributes, argv, envp)
    guard status == 0 else { throw Failure(isMissing: status == ENOENT, words: String(cString: strerror(status))) }
    return child
  }

  private static func exchange(
    _ input: [UInt8], into stdin: Pipe, _ stdout: Pipe, _ stderr: Pipe, patience: Duration?
  ) throws(Failure) -> (output: [UInt8], errors: [UInt8]) {
    _ = fcntl(stdin.writing, F_SETFL, O_NONBLOCK)
    var rest = input[...]
    var output: [UInt8] = []
    var errors: [UInt8] = []
    if rest.isEmpty { stdin.closeWriting() }
    while stdin.writing >= 0 || stdout.reading >= 0 || stderr.reading >= 0 {
      // A negative descriptor is passed over by poll.
      var waits = [
        pollfd(fd: stdin.writing, events: Int16(POLLOUT), revents: 0),
        pollfd(fd: stdout.reading, events: Int16(POLLIN), revents: 0),
        pollfd(fd: stderr.reading, events: Int16(POLLIN), revents: 0),
      ]
      let ready = poll(&waits, nfds_t(waits.count), patience.map(milliseconds) ?? -1)
      if ready == 0 { throw Failure(silentWith: ETIMEDOUT) }
      guard ready > 0 else {
        if errno == EINTR { continue }
        throw Failure(isMissing: false, words: String(cString: strerror(errno)))
      }
      if waits[0].revents != 0 {
        let written = send(rest, to: stdin.writing)
        rest = rest.dropFirst(max(written, 0))
        if rest.isEmpty || (written < 0 && errno != EAGAIN && errno != EINTR) { stdin.closeWriting() }
      }
      if waits[1].revents != 0, !receive(from: stdout.reading, into: &output) { stdout.closeReading() }
      if waits[2].revents != 0, !receive(from: stderr.reading, into: &errors) { stderr.closeReading() }
    }
    return (output, errors)
  }

  /// At least one, and no more than fit.
  private static func milliseconds(_ time: Duration) -> Int32 {
    let (seconds, attoseconds) = time.components
    return Int32(min(max(seconds, 0), 1_000_000)) * 1000 + Int32(max(attoseconds / 1_000_000_000_000_000, 1))
  }

  /// Writes to a pipe that may have lost its reader; that is an error number here, not the end of this program.
  fileprivate static func send(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) -> Int {
    let before = signal(SIGPIPE, SIG_IGN)
    let written = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    let number = errno
    signal(SIGPIPE, before)
    errno = number
    return written
  }

  /// False at the end.
  fileprivate static func receive(from descriptor: Int32, into bytes: inout [UInt8]) -> Bool {
    var wasInterrupted = false
    let chunk = [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
      let got = read(descriptor, buffer.baseAddress, buffer.count)
      wasInterrupted = got < 0 && errno == EINTR
      count = max(got, 0)
    }
    bytes += chunk
    return !chunk.isEmpty || wasInterrupted
  }
}

extension Duration {
  /// A time of the system's.
  fileprivate init(_ time: timeval) {
    self = .seconds(Int(time.tv_sec)) + .microseconds(Int(time.tv_usec))
  }
}
